"""What somebody was told, in words, and where it is."""

from collections.abc import Iterable
from typing import Any, Final

from django.urls import reverse

from incidents.choices import NoticeEvent
from incidents.models import Notice

ELSEWHERE: Final = {
    NoticeEvent.QUOTE_MISSING: "desk:quotes",
    NoticeEvent.CODING_ASKED: "desk:codings",
    NoticeEvent.WEBHOOK_PAUSED: "desk:webhooks",
}
BELOW: Final = {
    NoticeEvent.MENTIONED: "desk:review",
    NoticeEvent.REVIEW_ASKED: "desk:review",
    NoticeEvent.SMALL_EDIT_MADE: "desk:review",
    NoticeEvent.CODING_DONE: "desk:review",
    NoticeEvent.CODING_BACK: "desk:review",
    NoticeEvent.EMBARGO_FELL: "desk:history",
}
"""The pages, of the desk or of the incident, where it is not the page of the incident itself."""


def rows(notices: Iterable[Notice]) -> list[dict[str, Any]]:
    """One line a notice."""
    return [
        {
            "pk": one.pk,
            "text": one.get_event_display(),
            "title": _title(one),
            "by": one.by.display_name if one.by else "",
            "at": one.at,
            "read": one.read_at is not None,
            "url": reverse("desk:notice", kwargs={"notice": one.pk}),
        }
        for one in notices
    ]


def _title(one: Notice) -> str:
    """What it is about; nothing to who is to code it blind, because a title tells."""
    if one.event == NoticeEvent.CODING_ASKED:
        return ""
    return one.incident.title if one.incident else one.reference


def address_of(notice: Notice) -> str:
    """The page on which what was told can be seen."""
    if notice.event == NoticeEvent.REPORT_RECEIVED:
        return reverse("desk:report", kwargs={"reference": notice.reference})
    if notice.event in ELSEWHERE:
        return reverse(ELSEWHERE[NoticeEvent(notice.event)])
    if notice.incident is None:
        return reverse("desk:queue")
    page = BELOW.get(NoticeEvent(notice.event), "desk:incident")
    return reverse(page, kwargs={"uid": notice.incident.uid})
