"""The home of the desk as a page: what to do next, the weeks as a drawing and a table, how old the queue is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from incidents.desk.presenters.merging import incident_links
from incidents.desk.reads.home import Ages, Changed, Failing, ToDo, Week
from incidents.desk.reads.reports import Unanswered
from incidents.models import ShiftNote
from incidents.presenting.chart import nice_step

HEADINGS: Final = {
    "sent_back": (gettext_lazy("Sent back to you"), "changes_requested", "incident"),
    "mine": (gettext_lazy("Assigned to you"), "mine", "incident"),
    "review": (gettext_lazy("You may review"), "in_review", "review"),
    "withdrawn": (gettext_lazy("Withdrawn: look whether it was right"), "closed", "incident"),
    "publish": (gettext_lazy("You may publish"), "approved", "publish"),
}
"""For each thing to do: its heading, the tab of the queue that has all of it, the page on which it is done."""

LEFT, TOP, BOTTOM, HEIGHT = 9.0, 12, 132, 160
FILLED: Final = 0.7
EVERY: Final = 4
"""Weeks from one that is named below the drawing to the next."""


def to_do_lists(found: Iterable[ToDo]) -> list[dict[str, Any]]:
    """Each thing to do with its first incidents and the way to all of them."""
    return [_list(one, *HEADINGS[one.key]) for one in found]


def _list(one: ToDo, heading: Any, tab: str, page: str) -> dict[str, Any]:
    links = incident_links(one.incidents)
    for link, incident in zip(links, one.incidents, strict=True):
        link["url"] = reverse(f"desk:{page}", kwargs={"uid": incident.uid})
    return {
        "heading": heading,
        "number": one.number,
        "incidents": links,
        "all_url": f"{reverse('desk:queue')}?tab={tab}",
    }


@dataclass(frozen=True)
class Drawing:
    """Columns over weeks, as ``public/parts/plot.html`` draws them: across in per cent, downwards in pixels."""

    marks: list[dict[str, float]]
    levels: list[dict[str, Any]]
    times: list[dict[str, Any]]
    words: str
    left: float = LEFT
    top: int = TOP
    bottom: int = BOTTOM
    height: int = HEIGHT
    bands: bool = False


def drawing(weeks: Sequence[Week]) -> Drawing:
    """The weeks as columns; the table beside it says the same."""
    most = max(1, *(week.versions for week in weeks))
    step = nice_step(most)
    top = step * -(-most // step)
    slot = (100 - LEFT) / len(weeks)

    def y(number: int) -> float:
        return round(BOTTOM - number / top * (BOTTOM - TOP), 1)

    def x(index: int, within: float) -> float:
        return round(LEFT + (index + within) * slot, 2)

    marks = [
        {
            "x": x(index, (1 - FILLED) / 2),
            "width": round(slot * FILLED, 2),
            "y": y(week.versions),
            "height": round(BOTTOM - y(week.versions), 1),
        }
        for index, week in enumerate(weeks)
        if week.versions
    ]
    return Drawing(
        marks=marks,
        levels=[{"y": y(level), "text": str(level)} for level in range(0, top + 1, step)],
        times=[
            {"x": x(index, 0.5), "y": BOTTOM + 20, "text": date_format(week.start, "j M")}
            for index, week in enumerate(weeks)
            if index % EVERY == 0
        ],
        words=_("A column for each week; the last one is not over yet."),
    )


def week_rows(weeks: Iterable[Week]) -> list[dict[str, Any]]:
    """The same as rows, the newest first."""
    rows = [{"week": date_format(one.start, "j F Y"), "versions": one.versions, "new": one.new} for one in weeks]
    return rows[::-1]


def age_facts(ages: Ages | None) -> list[dict[str, Any]]:
    """How many wait for a review, and how long."""
    if ages is None:
        return []
    return [
        {"term": _("Waiting for a review"), "value": str(ages.number), "notes": []},
        {"term": _("The oldest waits"), "value": _days(ages.oldest), "notes": []},
        {"term": _("Median of all"), "value": _days(ages.median), "notes": []},
    ]


def _days(days: float) -> str:
    if days < 1:
        return _("less than a day")
    return ngettext("%(count)s day", "%(count)s days", int(days)) % {"count": int(days)}


def failing_rows(found: Iterable[Failing]) -> list[dict[str, Any]]:
    """Each incident with what today's gates miss."""
    found = list(found)
    links = incident_links(one.incident for one in found)
    return [{**link, "why": one.why} for link, one in zip(links, found, strict=True)]


def changed_rows(found: Iterable[Changed]) -> list[dict[str, Any]]:
    """Each source with the number of its quotes in question."""
    return [
        {
            "title": one.source.title,
            "publisher": one.source.publisher.name,
            "url": reverse("desk:source", kwargs={"uid": one.source.uid}),
            "quotes": one.quotes,
        }
        for one in found
    ]


def waiting_reports(unanswered: Unanswered) -> dict[str, Any] | None:
    """How many readers wait for an answer, and for how long the first of them has; None where none does."""
    if unanswered.oldest is None:
        return None
    return {"number": unanswered.number, "oldest": _days((timezone.now() - unanswered.oldest) / timedelta(days=1))}


def note_rows(notes: Iterable[ShiftNote]) -> list[dict[str, str]]:
    """The notes with who left each, and when."""
    return [
        {"text": one.text, "who": one.author.display_name, "when": date_format(localtime(one.at), "j F Y, H:i")}
        for one in notes
    ]
