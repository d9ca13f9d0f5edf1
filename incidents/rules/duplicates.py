"""How alike two incidents are, and why: so that nobody records one attack twice.

Days, distance against what both places allow, who is named, what kind of attack, toll, shared sources and wording each
add to a score or take from it, and each says so in words. The score ranks; people decide.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rapidfuzz import fuzz

from incidents.choices import PlacePrecision
from incidents.rules.precision import UNCERTAINTY_M

DAYS: Final = 2
"""Days by which two reports of one attack may differ, as a rule by a time zone or by the day of the report."""

ENOUGH: Final = 5.0
"""The score from which two incidents are shown to somebody as perhaps the same."""

AT_MOST: Final = 3
_EARTH_KM: Final = 6371.0
_AREA_M: Final = {PlacePrecision.DISTRICT: 40_000, PlacePrecision.PROVINCE: 150_000, PlacePrecision.COUNTRY: 500_000}
_CLOSE_KM, _FAR_KM = 15.0, 120.0
_ALIKE, _SOMEWHAT_ALIKE = 85.0, 70.0
_TOLERANCE: Final = 0.34
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What of an incident, or of a report that may become one, is compared. Nothing known is empty, never zero.

    ``point`` is longitude and latitude (WGS 84); ``precision`` says how finely the place is known, ``uncertainty_m``
    how many metres a source or an editor stated. ``killed`` holds low, best and high.
    """

    earliest: datetime | None = None
    latest: datetime | None = None
    point: tuple[float, float] | None = None
    precision: str = ""
    uncertainty_m: int | None = None
    country_code: str = ""
    actors: frozenset[int] = frozenset()
    attack_types: frozenset[str] = frozenset()
    target_types: frozenset[str] = frozenset()
    killed: tuple[int | None, int | None, int | None] = (None, None, None)
    sources: frozenset[int] = frozenset()
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two are: the score, and the reasons for it in words, what speaks for it first."""

    score: float
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = field(default=())

    @property
    def enough(self) -> bool:
        """Whether somebody should look."""
        return self.score >= ENOUGH


def likeness(one: Traits, other: Traits) -> Likeness:
    """How alike two sets of traits are. It is the same whichever of the two comes first."""
    found = [said for compare in _COMPARISONS for said in compare(one, other)]
    score = sum(weight for weight, _words in found)
    reasons = tuple(words for weight, words in sorted(found, key=lambda said: -said[0]) if words and weight > 0)
    return Likeness(score, reasons, tuple(words for weight, words in found if words and weight < 0))


def reach_m(precision: str, uncertainty_m: int | None) -> int:
    """How far, in metres, a place may lie from its point, given how finely it is known."""
    if uncertainty_m is not None:
        return uncertainty_m
    known = PlacePrecision(precision) if precision else PlacePrecision.COUNTRY
    return UNCERTAINTY_M.get(known) or _AREA_M[known]


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance between two points on a sphere (haversine formula)."""
    east, north, east2, north2 = (radians(degree) for degree in (*one, *other))
    half = sin((north2 - north) / 2) ** 2 + cos(north) * cos(north2) * sin((east2 - east) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


Said = Iterable[tuple[float, str]]


def _days(one: Traits, other: Traits) -> Said:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return
    apart = max(one.earliest, other.earliest) - min(one.latest, other.latest)
    long = max(one.latest - one.earliest, other.latest - other.earliest) > 3 * _DAY
    if apart <= timedelta():
        yield (1.0, _("the dates agree")) if long else (2.5, _("same day"))
    elif apart <= DAYS * _DAY:
        number = max(1, round(apart / _DAY))
        yield 1.5 / number, ngettext("%(count)s day apart", "%(count)s days apart", number) % {"count": number}
    else:
        yield -6.0, _("other days")


def _distance(one: Traits, other: Traits) -> Said:
    if one.country_code and other.country_code and one.country_code != other.country_code:
        yield -4.0, _("another country")
    if not (one.point and other.point):
        if one.country_code and one.country_code == other.country_code:
            yield 0.5, _("the same country")
        return
    away = kilometres(one.point, other.point)
    reach = (reach_m(one.precision, one.uncertainty_m) + reach_m(other.precision, other.uncertainty_m)) / 1000
    words = _("%(km)s km apart") % {"km": round(away)} if round(away) else _("the same place")
    coarse = reach > _FAR_KM
    if away <= reach:
        yield 1.5 if coarse else 3.0, words
    elif away <= reach + _CLOSE_KM:
        yield 1.5, words
    elif away > reach + _FAR_KM:
        yield -4.0, words
    else:
        yield -1.0, words


def _actors(one: Traits, other: Traits) -> Said:
    if one.actors & other.actors:
        yield 1.5, _("the same actor is named")
    elif one.actors and other.actors:
        yield -1.0, _("other actors are named")


def _types(one: Traits, other: Traits) -> Said:
    if one.attack_types & other.attack_types:
        yield 1.0, _("the same kind of attack")
    elif one.attack_types and other.attack_types:
        yield -2.0, _("another kind of attack")
    if one.target_types & other.target_types:
        yield 0.5, _("the same kind of target")
    elif one.target_types and other.target_types:
        yield -1.0, _("another kind of target")


def _toll(one: Traits, other: Traits) -> Said:
    bounds = [_bounds(traits.killed) for traits in (one, other)]
    first, second = bounds
    if first is None or second is None:
        return
    if one.killed[1] is not None and one.killed[1] == other.killed[1]:
        yield 1.5, _("the same toll")
    elif first[0] <= second[1] * (1 + _TOLERANCE) + 1 and second[0] <= first[1] * (1 + _TOLERANCE) + 1:
        yield 0.5, _("a similar toll")
    else:
        yield -2.0, _("another toll")


def _bounds(killed: tuple[int | None, int | None, int | None]) -> tuple[float, float] | None:
    """The lowest and highest number that a figure allows; None where nothing is known."""
    low, best, high = killed
    if low is None and best is None and high is None:
        return None
    lowest = next((float(one) for one in (low, best) if one is not None), 0.0)
    highest = next((float(one) for one in (high, best) if one is not None), float("inf"))
    return lowest, highest


def _sources(one: Traits, other: Traits) -> Said:
    number = len(one.sources & other.sources)
    if number:
        words = ngettext("shares %(count)s source", "shares %(count)s sources", number) % {"count": number}
        yield min(2.0 + 0.5 * number, 3.5), words


def _wording(one: Traits, other: Traits) -> Said:
    if not one.wording or not other.wording:
        return
    alike = fuzz.token_set_ratio(one.wording.lower(), other.wording.lower())
    if alike >= _ALIKE:
        yield 1.5, _("worded alike")
    elif alike >= _SOMEWHAT_ALIKE:
        yield 0.75, _("worded somewhat alike")


_COMPARISONS: Final[tuple[Callable[[Traits, Traits], Said], ...]] = (
    _days,
    _distance,
    _sources,
    _types,
    _toll,
    _actors,
    _wording,
)
