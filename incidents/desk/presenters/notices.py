"""What somebody was told, in words, and where it is."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from incidents.choices import NoticeEvent
from incidents.models import Notice


def rows(notices: Iterable[Notice]) -> list[dict[str, Any]]:
    """One line a notice."""
    return [
        {
            "pk": one.pk,
            "text": one.get_event_display(),
            "title": one.incident.title if one.incident else one.reference,
            "by": one.by.display_name if one.by else "",
            "at": one.at,
            "read": one.read_at is not None,
            "url": reverse("desk:notice", kwargs={"notice": one.pk}),
        }
        for one in notices
    ]


def address_of(notice: Notice) -> str:
    """The page on which what was told can be seen."""
    if notice.event == NoticeEvent.REPORT_RECEIVED:
        return reverse("desk:report", kwargs={"reference": notice.reference})
    if notice.event == NoticeEvent.QUOTE_MISSING:
        return reverse("desk:quotes")
    if notice.incident is None:
        return reverse("desk:queue")
    at = {"uid": notice.incident.uid}
    if notice.event == NoticeEvent.EMBARGO_FELL:
        return reverse("desk:history", kwargs=at)
    if notice.event in {NoticeEvent.MENTIONED, NoticeEvent.REVIEW_ASKED, NoticeEvent.SMALL_EDIT_MADE}:
        return reverse("desk:review", kwargs=at)
    return reverse("desk:incident", kwargs=at)
