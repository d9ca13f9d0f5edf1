"""How far a large file has come, in words and figures."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import DownloadFormat, DownloadStage
from incidents.models.record import Download, DownloadOrder
from incidents.presenting.words import moment_words
from incidents.public.presenting.addresses import address
from incidents.rules.downloads import KEPT
from incidents.selectors.record_downloads import last_ordered, path_of

MINUTE = 60
UNDER_WAY = frozenset({DownloadStage.WAITING, DownloadStage.RUNNING})


@dataclass(frozen=True, kw_only=True)
class Progress:
    """One order as its page shows it. ``stage`` is that of the file, or "given_up" where this reader no longer waits,
    or "gone" where the file is no longer kept.
    """

    file: Download
    reference: str
    stage: str
    label: str
    state: str
    rows: int
    rate: int | None
    seconds_left: int | None
    file_url: str
    size: str
    kept_until: str
    again_url: str

    @property
    def name(self) -> str:
        """The name under which the file is saved."""
        return f"attest-incidents-{self.file.position}.{self.file.form}"

    @property
    def under_way(self) -> bool:
        return self.stage in UNDER_WAY

    @property
    def is_ready(self) -> bool:
        return self.stage == DownloadStage.DONE

    @property
    def words(self) -> str:
        """Such as "12,000 of 200,000 incidents, 2,900 a second, about 2 minutes left"."""
        counts = {"rows": grouped(self.rows), "total": grouped(self.file.total)}
        parts = [_("%(rows)s of %(total)s incidents") % counts]
        if self.rate:
            parts.append(_("%(rate)s a second") % {"rate": grouped(self.rate)})
        if self.seconds_left is not None:
            parts.append(left_words(self.seconds_left))
        return ", ".join(parts)

    def as_json(self) -> dict[str, Any]:
        """For the page's own script, and for anybody's."""
        return {
            "stage": self.stage,
            "state": self.state,
            "words": self.words,
            "rows": self.rows,
            "total": self.file.total,
            "rows_per_second": self.rate,
            "seconds_left": self.seconds_left,
            "file": self.file_url or None,
            "sha256": self.file.sha256 if self.is_ready else None,
            "bytes": self.file.byte_size if self.is_ready else None,
            "problem": self.file.problem or None,
        }


def progress_of(order: DownloadOrder) -> Progress:
    """An order with the file that it is for."""
    file = order.download
    stage = stage_of(order)
    ready = stage == DownloadStage.DONE
    rate = rate_of(file, timezone.now()) if stage == DownloadStage.RUNNING else None
    name = f"attest-incidents-{file.position}.{file.form}"
    until = last_ordered(file) if ready else None
    return Progress(
        file=file,
        reference=order.reference,
        stage=stage,
        label=str(DownloadFormat(file.form).label),
        state=str(DownloadStage(stage).label) if stage in DownloadStage.values else _("No longer kept"),
        rows=file.rows,
        rate=rate,
        seconds_left=round((file.total - file.rows) / rate) if rate else None,
        file_url=reverse("exchange:made", args=[order.reference, name]) if ready else "",
        size=filesizeformat(file.byte_size or 0) if ready else "",
        kept_until=moment_words(until + KEPT) if until else "",
        again_url=address(reverse("exchange:page"), file.query),
    )


def stage_of(order: DownloadOrder) -> str:
    """The stage as this reader sees it."""
    file = order.download
    if file.stage == DownloadStage.DONE:
        return file.stage if path_of(file).is_file() else "gone"
    return DownloadStage.GIVEN_UP if order.given_up_at else file.stage


def rate_of(file: Download, now: datetime) -> int | None:
    """Rows a second since the writing began; nothing before there are any."""
    seconds = (now - file.started_at).total_seconds() if file.started_at else 0
    return round(file.rows / seconds) or None if seconds and file.rows else None


def left_words(seconds: int) -> str:
    """About how long it still takes."""
    if seconds < MINUTE:
        return _("less than a minute left")
    minutes = round(seconds / MINUTE)
    return ngettext("about %(count)s minute left", "about %(count)s minutes left", minutes) % {"count": minutes}


def grouped(number: int) -> str:
    return number_format(number, force_grouping=True)
