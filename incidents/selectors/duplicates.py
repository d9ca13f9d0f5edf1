"""Which incidents may be the one that somebody is about to record, and why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.contrib.gis.db.models.functions import Distance
from django.contrib.gis.geos import Point
from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import Coalesce
from psycopg.types.range import TimestamptzRange

from incidents.choices import CharacteristicKind, LinkKind, Polarity, ProposalKind, ResolvedField, State
from incidents.models import Attribution, Citation, Incident, IncidentLink, Place
from incidents.models.incident import occurred_span
from incidents.rules.duplicates import AT_MOST, DAYS, Likeness, Traits, likeness
from incidents.rules.proposals import Proposal
from incidents.selectors.clearance import Withheld

LOOKED_AT: Final = 200
"""Incidents of the days in question that are compared, the nearest first."""

NEVER: Final = (State.MERGED, State.REJECTED)

NOTHING: Final = Withheld()
TOLD_BY: Final[dict[ResolvedField, tuple[str, ...]]] = {
    ResolvedField.OCCURRED: ("earliest", "latest"),
    ResolvedField.PLACE: ("point", "precision", "uncertainty_m", "country_code"),
    ResolvedField.ATTACK_TYPES: ("attack_types",),
    ResolvedField.TARGET_TYPES: ("target_types",),
    ResolvedField.KILLED: ("killed",),
}
"""The traits that follow from a value of an incident."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident that may be the same one, and how alike they are; with it others of one attack that look like it too.

    They are its parts where it is their whole, and else the other parts of a whole that does not look like it.
    """

    incident: Incident
    likeness: Likeness
    family: tuple[Incident, ...] = ()


def duplicates_of(incident: Incident, *, at_most: int = AT_MOST) -> list[Candidate]:
    """Incidents that may be this one, the likeliest first: none that was decided to be another, none of its parts.

    Seven queries, however many incidents there are.
    """
    decided = IncidentLink.objects.filter(kind=LinkKind.NOT_A_DUPLICATE).filter(
        Q(incident=incident) | Q(other=incident)
    )
    known = {incident.pk, *(pk for pair in decided.values_list("incident_id", "other_id") for pk in pair)}
    family = Q(parent=incident) | Q(pk=incident.parent_id)
    if incident.parent_id:
        family |= Q(parent=incident.parent_id)
    others = Incident.objects.exclude(pk__in=known).exclude(parent__in=known).exclude(family)
    return _ranked(_traits([incident])[incident.pk], others, at_most)


def duplicates_for(
    traits: Traits,
    *,
    among: QuerySet[Incident] | None = None,
    withheld: Withheld = NOTHING,
    at_most: int = AT_MOST,
) -> list[Candidate]:
    """Incidents that may be the one of a report that is not recorded yet, the likeliest first.

    ``among`` are those that may be spoken of to whoever asks; all of them where it is None. What is ``withheld`` from
    them counts as unknown.
    """
    return _ranked(traits, Incident.objects.all() if among is None else among, at_most, withheld)


def traits_of_report(
    proposals: Iterable[Proposal], *, title: str = "", sources: Iterable[int] = (), timezone: str = "UTC"
) -> Traits:
    """What is compared of a report, by what is proposed from it: the first value of each kind, as for its own event.

    Its days are those of ``timezone``.
    """
    own = [one for one in proposals if not one.background]
    by_kind: dict[ProposalKind, list[Any]] = defaultdict(list)
    for one in own:
        by_kind[one.kind].append(one.value)
    found = by_kind[ProposalKind.PLACE][:1]
    place = Place.objects.filter(pk=found[0]["place"]).first() if found else None
    killed: Any = next((one for one in by_kind[ProposalKind.CASUALTY] if one["measure"] == "killed"), {})
    days = by_kind[ProposalKind.TIME][:1]
    return Traits(
        earliest=_day(days[0]["first_day"], time.min, timezone) if days else None,
        latest=_day(days[0]["last_day"], time.max, timezone) if days else None,
        point=(place.point.x, place.point.y) if place and place.point else None,
        precision=found[0]["precision"] if found else "",
        country_code=place.country_code if place else "",
        actors=frozenset(one["actor"] for one in by_kind[ProposalKind.ATTRIBUTION] if one["actor"]),
        attack_types=_codes(by_kind, CharacteristicKind.ATTACK_TYPE),
        target_types=_codes(by_kind, CharacteristicKind.TARGET_TYPE),
        killed=(killed.get("low"), killed.get("best"), killed.get("high")),
        sources=frozenset(sources),
        wording=title,
    )


def _day(written: str, at: time, timezone: str) -> datetime:
    return datetime.combine(datetime.fromisoformat(written).date(), at, ZoneInfo(timezone))


def _codes(by_kind: dict[ProposalKind, list[Any]], wanted: CharacteristicKind) -> frozenset[str]:
    return frozenset(one["code"] for one in by_kind[ProposalKind.CHARACTERISTIC] if one["characteristic"] == wanted)


def _ranked(traits: Traits, among: QuerySet[Incident], at_most: int, withheld: Withheld = NOTHING) -> list[Candidate]:
    looked_at = list(_of_those_days(traits, among.exclude(state__in=NEVER), withheld))
    compared = _traits(looked_at, withheld)
    found = [Candidate(one, likeness(traits, compared[one.pk])) for one in looked_at]
    enough = sorted(
        (one for one in found if one.likeness.enough), key=lambda one: (-one.likeness.score, one.incident.pk)
    )
    return _by_family(enough)[:at_most]


def _by_family(ranked: list[Candidate]) -> list[Candidate]:
    """A whole and its parts in one place, that of the likeliest of them: the whole first, where it is among them."""
    families: dict[int, list[Candidate]] = defaultdict(list)
    for one in ranked:
        families[one.incident.parent_id or one.incident.pk].append(one)
    found = []
    for whole, members in families.items():
        first = next((one for one in members if one.incident.pk == whole), members[0])
        others = tuple(one.incident for one in members if one is not first)
        found.append(Candidate(first.incident, first.likeness, others))
    return found


def _of_those_days(traits: Traits, among: QuerySet[Incident], withheld: Withheld) -> QuerySet[Incident]:
    """Those that may have happened within two days of it or that rest on a source of it, the nearest first."""
    wanted = Q(pk__in=[])
    if traits.sources:
        cited = _open_citations().filter(source__in=traits.sources, assertion__incident__isnull=False)
        wanted |= Q(pk__in=cited.values("assertion__incident"))
    if traits.earliest and traits.latest:
        around = timedelta(days=DAYS)
        when = TimestamptzRange(traits.earliest - around, traits.latest + around, "[]")
        known = ~Q(pk__in=withheld.of(ResolvedField.OCCURRED))
        wanted |= Q(span__overlap=when, occurred_earliest__isnull=False) & known
    found = among.annotate(span=occurred_span()).filter(wanted).select_related("place")
    if traits.point:
        here = Point(*traits.point, srid=4326)
        there = Case(
            When(pk__in=withheld.of(ResolvedField.PLACE), then=None), default=Coalesce("point", "place__point")
        )
        found = found.annotate(away=Distance(there, here)).order_by("away", "pk")
    return found[:LOOKED_AT]


def _open_citations() -> QuerySet[Citation]:
    """Citations that may be spoken of: what a confidential source is cited for is not told by the way."""
    return Citation.objects.filter(source__confidential=False)


def _traits(incidents: list[Incident], withheld: Withheld = NOTHING) -> dict[int, Traits]:
    """What is compared of some incidents."""
    keys = [one.pk for one in incidents]
    actors: dict[int, set[int]] = defaultdict(set)
    named = Attribution.objects.filter(assertion__incident__in=keys, assertion__polarity=Polarity.AFFIRMED)
    named = named.exclude(assertion__in=withheld.claims)
    for incident, actor in named.values_list("assertion__incident", "actor"):
        actors[incident].add(actor)
    sources: dict[int, set[int]] = defaultdict(set)
    cited = _open_citations().filter(assertion__incident__in=keys).values_list("assertion__incident", "source")
    for incident, source in cited.distinct():
        sources[incident].add(source)
    found = {one.pk: _traits_of(one, actors[one.pk], sources[one.pk]) for one in incidents}
    return {key: replace(traits, **_blank(key, withheld)) for key, traits in found.items()}


def _blank(incident: int, withheld: Withheld) -> dict[str, Any]:
    """The traits of an incident that are withheld, as if nothing were known."""
    closed = [name for field, names in TOLD_BY.items() if incident in withheld.of(field) for name in names]
    return {name: getattr(Traits(), name) for name in closed}


def _traits_of(one: Incident, actors: set[int], sources: set[int]) -> Traits:
    place = one.place
    point = one.point or (place.point if place else None)
    return Traits(
        earliest=one.occurred_earliest,
        latest=one.occurred_latest,
        point=(point.x, point.y) if point else None,
        precision=one.place_precision,
        uncertainty_m=one.uncertainty_m,
        country_code=one.country_code,
        actors=frozenset(actors),
        attack_types=frozenset(one.attack_types),
        target_types=frozenset(one.target_types),
        killed=(one.killed_low, one.killed_best, one.killed_high),
        sources=frozenset(sources),
        wording=one.title,
    )
