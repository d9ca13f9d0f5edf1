"""The home of the desk: what a person can do next, how the work goes, what asks to be looked at."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import TruncWeek
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from incidents.choices import LinkKind, ReviewVerdict, State
from incidents.desk.reads.queue import TABS, with_authorship
from incidents.desk.reads.quotes import alerts_for
from incidents.models import Incident, IncidentLink, Publication, QuoteAlert, Review, ShiftNote, Source
from incidents.policies import may_review
from incidents.selectors.citations import citations_of, open_alerts
from incidents.selectors.gates import missing

A_FEW: Final = 5
LOOKED_THROUGH: Final = 15
"""Incidents of which it is asked one by one whether this person may review them, or what a gate misses."""

WEEKS: Final = 12
NOTES: Final = 20


@dataclass(frozen=True)
class ToDo:
    """Something to do next: the first few incidents, the longest waiting first, and how many there are in all."""

    key: str
    incidents: list[Incident]
    number: int


def to_do(person: User) -> list[ToDo]:
    """What this very person can do next, as the queue has it."""
    visible = Incident.objects.visible_to(person).order_by("changed_at", "pk")
    sent_back = visible.filter(state=State.CHANGES_REQUESTED, assigned_to=person.pk)
    mine = visible.filter(TABS["mine"](person), state__in=[State.LEAD, State.DRAFT])
    found = [_first("sent_back", sent_back), _first("mine", mine)]
    if person.has_role_of(Role.REVIEWER):
        waiting = with_authorship(visible.filter(state=State.IN_REVIEW), person).filter(wrote=False)
        looked = list(waiting[:LOOKED_THROUGH])
        able = [one for one in looked if may_review(person, one)]
        found.append(ToDo("review", able[:A_FEW], waiting.count() - len(looked) + len(able)))
        unseen = Review.objects.filter(verdict=ReviewVerdict.OPEN).exclude(requested_by=person)
        found.append(_first("withdrawn", visible.filter(state=State.WITHDRAWN, pk__in=unseen.values("incident"))))
    if person.has_role_of(Role.PUBLISHER):
        found.append(_first("publish", visible.filter(state=State.APPROVED)))
    return [one for one in found if one.incidents]


def _first(key: str, incidents: Any) -> ToDo:
    return ToDo(key, list(incidents[:A_FEW]), incidents.count())


@dataclass(frozen=True)
class Week:
    """How much was published in the week that begins on a Monday."""

    start: date
    versions: int
    new: int


def throughput() -> list[Week]:
    """The last weeks with what was published in each, the present one last; weeks without anything too."""
    today = timezone.localdate()
    first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    rows = (
        Publication.objects.order_by()
        .filter(published_at__date__gte=first)
        .annotate(week=TruncWeek("published_at"))
        .values("week")
        .annotate(versions=Count("pk"), new=Count("pk", filter=Q(number=1)))
    )
    held = {row["week"].date(): row for row in rows}
    starts = [first + timedelta(weeks=number) for number in range(WEEKS)]
    return [Week(start, *_numbers(held.get(start))) for start in starts]


def _numbers(row: dict[str, Any] | None) -> tuple[int, int]:
    return (row["versions"], row["new"]) if row else (0, 0)


@dataclass(frozen=True)
class Ages:
    """How many incidents wait for a review, for how many days the oldest does, and half of them."""

    number: int
    oldest: float
    median: float


def ages_in_review(person: User, now: datetime) -> Ages | None:
    """How long the incidents in review have waited, of those that this person may open; None where none does."""
    waiting = Incident.objects.visible_to(person).filter(state=State.IN_REVIEW)
    asked = Review.objects.filter(verdict=ReviewVerdict.OPEN, incident__in=waiting)
    days = [(now - at) / timedelta(days=1) for at in asked.values_list("requested_at", flat=True)]
    return Ages(len(days), max(days), median(days)) if days else None


@dataclass(frozen=True)
class Failing:
    """A public incident that the gates of today would not let through, and why."""

    incident: Incident
    why: list[str]


def failing(person: User) -> list[Failing]:
    """Public incidents that would not pass the gates as they are now, the longest unchanged first."""
    alerts = open_alerts().filter(citations_of(OuterRef("pk"), "citation__"))
    twins = IncidentLink.objects.filter(incident=OuterRef("pk"), kind=LinkKind.POSSIBLE_DUPLICATE)
    undecided = Q(graphic=None) | Q(personal_data=None) | Q(occurred_earliest=None) | Q(place=None)
    public = Incident.objects.visible_to(person).filter(published_number__gt=0)
    open_ones = public.exclude(state__in=[State.WITHDRAWN, State.MERGED])
    suspects = open_ones.filter(undecided | Exists(alerts) | Exists(twins)).order_by("changed_at", "pk")
    found = [Failing(one, missing(one)) for one in suspects.select_related("parent")[:LOOKED_THROUGH]]
    return [one for one in found if one.why][:A_FEW]


@dataclass(frozen=True)
class Changed:
    """A source whose text is no longer as it was quoted, with the number of quotes in question."""

    source: Source
    quotes: int


def changed_sources(person: User) -> tuple[list[Changed], int]:
    """The sources with most quotes in question, and how many sources there are."""
    return _by_source(alerts_for(person))


def _by_source(alerts: Iterable[QuoteAlert]) -> tuple[list[Changed], int]:
    sources = {one.citation.source_id: one.citation.source for one in alerts}
    numbers = Counter(one.citation.source_id for one in alerts)
    return [Changed(sources[key], number) for key, number in numbers.most_common(A_FEW)], len(numbers)


def shift_notes() -> list[ShiftNote]:
    """The last notes, the newest first."""
    return list(ShiftNote.objects.select_related("author")[:NOTES])
