"""Snapshots and their chain of custody, as pages show them."""

from collections.abc import Iterable
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from incidents.desk.presenters.excerpt import marked
from incidents.models import Anchor, Capture, CustodyEvent
from incidents.rules.media import ENDINGS

BEGINNING = 400


def capture_rows(captures: Iterable[Capture]) -> list[dict[str, Any]]:
    """Snapshots as rows, each with the ways on and the beginning of its text."""
    return [_row(capture) for capture in captures]


def capture_page(capture: Capture, anchors: Iterable[Anchor]) -> dict[str, Any]:
    """The context of one snapshot's page, with the quotes that stand in it."""
    return {
        "source": capture.source,
        "capture": _row(capture),
        "pieces": marked(capture.text, anchors),
    }


def custody_rows(events: Iterable[CustodyEvent]) -> list[dict[str, str]]:
    """The chain of custody, the newest first."""
    return [
        {
            "when": _moment(event.at),
            "what": str(event.get_kind_display()),
            "who": event.by.display_name if event.by else _("Nightly check"),
            "capture": f"{event.capture.sha256[:12]}…",
            "note": event.note,
        }
        for event in events
    ]


def _row(capture: Capture) -> dict[str, Any]:
    at = {"uid": capture.source.uid, "sha256": capture.sha256}
    return {
        "when": _moment(capture.captured_at),
        "who": capture.captured_by.display_name,
        "sha256": capture.sha256,
        "how": capture.get_method_display(),
        "kind": ENDINGS.get(capture.media_type, "").upper(),
        "size": filesizeformat(capture.byte_size),
        "name": capture.file_name,
        "read_by": _read_by(capture),
        "redacts": f"{capture.redacts.sha256[:12]}…" if capture.redacts else "",
        "beginning": capture.text[:BEGINNING] + (" …" if len(capture.text) > BEGINNING else ""),
        "url": reverse("desk:capture", kwargs=at) if capture.text else "",
        "match_url": reverse("desk:match", kwargs=at),
        "file_url": reverse("desk:capture_file", kwargs=at),
        "check_url": reverse("desk:capture_check", kwargs=at),
    }


def _read_by(capture: Capture) -> str:
    if not capture.extractor:
        return "" if capture.text else _("There is no text to read in an image.")
    if capture.text:
        return _("Text read by %(extractor)s.") % {"extractor": capture.extractor}
    return _("%(extractor)s found no text in it.") % {"extractor": capture.extractor}


def _moment(when: Any) -> str:
    return date_format(localtime(when), "j F Y, H:i")
