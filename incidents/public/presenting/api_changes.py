"""What changed in the API, from the list that is kept of it in ``docs/api/changelog.md``."""

import functools
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from incidents.presenting.words import prose
from incidents.public.frame import absolute
from incidents.public.presenting.feeds import Channel, Note

KEPT_IN: Final = Path(__file__).resolve().parents[3] / "docs" / "api" / "changelog.md"
HEADING: Final = re.compile(r"^## (?P<version>\d+\.\d+\.\d+) – (?P<day>\d{4}-\d\d-\d\d)$", re.MULTILINE)
CHANGE: Final = re.compile(r"^- (.+(?:\n  .+)*)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class ApiVersion:
    """A version of the API, the day of its publication (its beginning, UTC), and what changed."""

    version: str
    published_at: datetime
    changes: tuple[str, ...]

    @property
    def told(self) -> list[SafeString]:
        """The changes as a page shows them."""
        return [prose(change) for change in self.changes]

    @property
    def anchor(self) -> str:
        """Where the page of the status has it."""
        return f"api-{self.version}"

    @property
    def url(self) -> str:
        return absolute(f"{reverse('public:status')}#{self.anchor}")


@functools.cache
def api_versions() -> tuple[ApiVersion, ...]:
    """Every version, newest first."""
    text = KEPT_IN.read_text(encoding="utf-8")
    headings = list(HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    return tuple(
        ApiVersion(
            version=heading["version"],
            published_at=datetime.fromisoformat(heading["day"]).replace(tzinfo=UTC),
            changes=tuple(" ".join(change.split()) for change in CHANGE.findall(text[heading.end() : end])),
        )
        for heading, end in zip(headings, ends, strict=True)
    )


def channel() -> Channel:
    """The feed of the changes."""
    return Channel(
        title=_("Attest: changes of the API"),
        subtitle=_("What is added, changed, and announced to go: at least twelve months before it does."),
        page_url=absolute(reverse("public:status")),
        feed_url=absolute(reverse("public:api_feed")),
        updated=api_versions()[0].published_at,
    )


def notes() -> list[Note]:
    """The versions as entries of the feed."""
    return [
        Note(
            id=one.url,
            url=one.url,
            title=_("Version %(version)s of the API") % {"version": one.version},
            words="\n".join(one.changes).replace("`", ""),
            published_at=one.published_at,
        )
        for one in api_versions()
    ]
