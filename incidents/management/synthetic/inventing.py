"""What happens in a synthetic incident, drawn at random in the proportions of real collections."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Final

from django.utils import translation

from incidents.choices import AttackType, AttributionKind, AttributionState, PlacePrecision, TargetType, WeaponType
from incidents.management.synthetic.odds import Odds
from incidents.management.synthetic.terrain import Terrain, Town
from incidents.rules.dates import Span, say_span, span_of_days

KINDS: Final = Odds(
    [
        ((AttackType.BOMBING, WeaponType.EXPLOSIVES), 48),
        ((AttackType.ARMED_ASSAULT, WeaponType.FIREARMS), 24),
        ((AttackType.ASSASSINATION, WeaponType.FIREARMS), 9),
        ((AttackType.HOSTAGE_KIDNAPPING, WeaponType.FIREARMS), 7),
        ((AttackType.FACILITY_ATTACK, WeaponType.INCENDIARY), 6),
        ((AttackType.UNARMED_ASSAULT, WeaponType.MELEE), 1),
        ((AttackType.HOSTAGE_BARRICADE, WeaponType.FIREARMS), 1),
        ((AttackType.HIJACKING, WeaponType.FIREARMS), 0.4),
        ((AttackType.UNKNOWN, WeaponType.UNKNOWN), 3.6),
    ]
)
TARGETS: Final = Odds(
    [
        (TargetType.PRIVATE_CITIZENS, 25),
        (TargetType.MILITARY, 16),
        (TargetType.POLICE, 14),
        (TargetType.GOVERNMENT, 12),
        (TargetType.BUSINESS, 11),
        (TargetType.TRANSPORTATION, 5),
        (TargetType.UTILITIES, 4),
        (TargetType.RELIGIOUS, 4),
        (TargetType.EDUCATIONAL, 3),
        (TargetType.JOURNALISTS_MEDIA, 2),
        (TargetType.DIPLOMATIC, 2),
        (TargetType.UNKNOWN, 2),
    ]
)
PRECISIONS: Final = Odds(
    [
        (PlacePrecision.SETTLEMENT, 40),
        (PlacePrecision.EXACT, 24),
        (PlacePrecision.NEAR, 14),
        (PlacePrecision.NEIGHBOURHOOD, 12),
        (PlacePrecision.PROVINCE, 4),
        (PlacePrecision.DISTRICT, 2),
        (PlacePrecision.COUNTRY, 3),
    ]
)
STATES: Final = Odds(
    [
        (AttributionState.UNCLAIMED, 55),
        (AttributionState.ATTRIBUTED, 22),
        (AttributionState.CLAIMED, 17),
        (AttributionState.CONTESTED, 4),
        (AttributionState.ADJUDICATED, 2),
    ]
)
GROUNDS: Final = {
    AttributionState.UNCLAIMED: (),
    AttributionState.ATTRIBUTED: (AttributionKind.INVESTIGATIVE_ASSESSMENT,),
    AttributionState.CLAIMED: (AttributionKind.RESPONSIBILITY_CLAIM,),
    AttributionState.CONTESTED: (AttributionKind.INVESTIGATIVE_ASSESSMENT, AttributionKind.DENIAL),
    AttributionState.ADJUDICATED: (AttributionKind.COURT_FINDING,),
}
ACROSS_TOWN: Final = 0.03
"""Standard deviation in degrees of a site around the centre of its town: some 3 km."""

MOST_KILLED: Final = 50
"""More would take a second approval."""

TO_THE_DAY: Final = 0.9
TO_THE_WEEK: Final = 0.94
UNHURT: Final = 0.5
GROUPS: Final = 20
TWICE_REPORTED: Final = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """What is drawn of one incident."""

    number: int
    town: Town
    site: tuple[float, float]
    precision: PlacePrecision
    span: Span
    words: str
    attack: AttackType
    weapon: WeaponType
    target: TargetType
    killed: int | None
    wounded: int | None
    state: AttributionState
    group: int
    sources: int

    @property
    def grounds(self) -> tuple[AttributionKind, ...]:
        """On what grounds the group is named."""
        return GROUNDS[self.state]


def invent(number: int, terrain: Terrain, chance: Random) -> Invented:
    """Draw one incident."""
    town, year = terrain.draw(chance)
    span, words = _when(*_days(year, chance))
    attack, weapon = KINDS.draw(chance)
    return Invented(
        number=number,
        town=town,
        site=_around(town.at, chance),
        precision=PRECISIONS.draw(chance),
        span=span,
        words=words,
        attack=attack,
        weapon=weapon,
        target=TARGETS.draw(chance),
        killed=_toll(chance, uncounted=0.08, shape=1.2),
        wounded=_toll(chance, uncounted=0.4, shape=0.9),
        state=STATES.draw(chance),
        group=min(int(chance.paretovariate(0.8)), GROUPS),
        sources=1 + (chance.random() < TWICE_REPORTED),
    )


def _around(centre: tuple[float, float], chance: Random) -> tuple[float, float]:
    longitude, latitude = (part + chance.gauss(0, ACROSS_TOWN) for part in centre)
    return max(-180.0, min(longitude, 180.0)), max(-90.0, min(latitude, 90.0))


def _days(year: int, chance: Random) -> tuple[date, date]:
    """The first and the last day between which it happened: mostly one day, some weeks and months."""
    day = date(year, 1, 1) + timedelta(days=chance.randrange(365))
    fineness = chance.random()
    if fineness < TO_THE_DAY:
        return day, day
    if fineness < TO_THE_WEEK:
        return day, min(day + timedelta(days=6), date(year, 12, 31))
    return day.replace(day=1), day.replace(day=monthrange(year, day.month)[1])


@lru_cache(maxsize=50_000)
def _when(first: date, last: date) -> tuple[Span, str]:
    """The span and its words; incidents share their days."""
    span = span_of_days(first, last, timezone="UTC")
    with translation.override("en"):
        return span, say_span(span)


def _toll(chance: Random, *, uncounted: float, shape: float) -> int | None:
    """None where nobody counted; else nobody in half of the cases, and the more the rarer."""
    if chance.random() < uncounted:
        return None
    return 0 if chance.random() < UNHURT else min(int(chance.paretovariate(shape)), MOST_KILLED)
