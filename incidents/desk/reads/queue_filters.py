"""What the queue keeps, parameter by parameter. Of a value that a person may not know, no filter tells them anything.

A withheld value counts as unknown, in every filter and in the search, just as the queue shows it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.db.models import DateTimeField, Exists, F, Func, OuterRef, Q, Subquery, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils import timezone

from accounts.models import User
from incidents.choices import ActorKind, ActorRelationKind, AssertionKind, ResolvedField, Stance
from incidents.desk.forms.queue import ME, NOBODY
from incidents.desk.reads.quotes import CITING, alerts_for
from incidents.filters.parameters import YES
from incidents.models import Actor, ActorRelation, Assertion, Citation, Incident, Place, Resolution, Source
from incidents.querysets.assertion import AssertionQuerySet
from incidents.querysets.incident import IncidentQuerySet
from incidents.rules.folding import fold
from incidents.selectors.clearance import Withheld, withheld_from
from incidents.selectors.risk import MANY_KILLED

A_DAY: Final = timedelta(days=1)
MOST_PLACES: Final = 500
"""Places whose name begins with the words searched for; of more, the search takes these."""


@dataclass(frozen=True)
class Narrowing:
    """One person's questions to the queue."""

    person: User
    withheld: Withheld

    @classmethod
    def of(cls, person: User) -> "Narrowing":
        """For a person, with what they may not know."""
        return cls(person, withheld_from(person))

    def known(self, field: str) -> Q:
        """That an incident's value is none that is withheld from the person."""
        hidden = self.withheld.fields.get(field)
        return ~Q(pk__in=hidden) if hidden else Q()

    def claims(self) -> AssertionQuerySet:
        """The standing claims that the person may know, of any incident."""
        standing = Assertion.objects.standing()
        return standing.exclude(pk__in=self.withheld.claims) if self.withheld.claims else standing

    def apply(self, incidents: IncidentQuerySet, asked: Mapping[str, Any]) -> IncidentQuerySet:
        """Keep the incidents that meet everything that is asked for."""
        for name, value in asked.items():
            if name in FILTERS:
                incidents = incidents.filter(FILTERS[name](self, value))
        return incidents


Filter = Callable[[Narrowing, Any], Q]


def _words(self: Narrowing, value: str) -> Q:
    """In the title, the permanent id, or the beginning of a name of the place, in any spelling."""
    found = Q(title__icontains=value) | Q(public_id=value.upper())
    folded = fold(value)
    if not folded:
        return found
    places = list(Place.objects.filter(search_names__contains=f"\n{folded}").values_list("pk", flat=True)[:MOST_PLACES])
    return found | (Q(place__in=places) & self.known(ResolvedField.PLACE)) if places else found


def _assignee(self: Narrowing, value: str) -> Q:
    who = {ME: self.person.pk, NOBODY: None}
    return Q(assigned_to=who[value] if value in who else int(value))


def _since(self: Narrowing, value: date) -> Q:
    """May have happened on the day or later, by the calendar of the place."""
    day = datetime.combine(value, time.min, UTC)
    near = Q(occurred_latest__gte=day - A_DAY) & Q(GreaterThanOrEqual(_there("occurred_latest"), day))
    return (Q(occurred_latest__gte=day + A_DAY) | near) & self.known(ResolvedField.OCCURRED)


def _until(self: Narrowing, value: date) -> Q:
    """May have happened on the day or earlier, by the calendar of the place."""
    end = datetime.combine(value, time.max, UTC)
    near = Q(occurred_earliest__lte=end + A_DAY) & Q(LessThanOrEqual(_there("occurred_earliest"), end))
    return (Q(occurred_earliest__lte=end - A_DAY) | near) & self.known(ResolvedField.OCCURRED)


def _there(column: str) -> Func:
    """A moment as clocks at the place told it; it is asked for only where the day could depend on it."""
    decided = Resolution.objects.filter(incident=OuterRef("pk"), field=ResolvedField.OCCURRED)
    zone = Coalesce(Subquery(decided.values(zone=KT("value__timezone"))[:1]), Value("UTC"))
    return Func(zone, F(column), function="timezone", output_field=DateTimeField())


def _at_least(field: ResolvedField) -> Filter:
    """Surely that many, as in the explorer: by the low figure or, where there is none, the best."""

    def reached(self: Narrowing, value: int) -> Q:
        low = {f"{field}_low__gte": value}
        best = {f"{field}_low": None, f"{field}_best__gte": value}
        return (Q(**low) | Q(**best)) & self.known(field)

    return reached


def _at_most(field: ResolvedField) -> Filter:
    """Surely no more: by the high figure or, where there is none, the best."""

    def within(self: Narrowing, value: int) -> Q:
        high = {f"{field}_high__lte": value}
        best = {f"{field}_high": None, f"{field}_best__lte": value}
        return (Q(**high) | Q(**best)) & self.known(field)

    return within


def _actor(self: Narrowing, value: Actor) -> Q:
    """Somebody is said to have done it who is the actor or, at any depth, a branch of it."""
    keys = newest = {value.pk}
    while newest:
        branches = ActorRelation.objects.filter(kind=ActorRelationKind.BRANCH_OF, other__in=newest)
        newest = set(branches.values_list("actor", flat=True)) - keys
        keys |= newest
    return Q(pk__in=self.claims().filter(attribution__actor__in=keys).values("incident"))


def _attribution_kind(self: Narrowing, value: str) -> Q:
    return Q(pk__in=self.claims().filter(attribution__kind=value).values("incident"))


def _warning(self: Narrowing, value: str) -> Q:
    told = Q(pk__in=self.claims().filter(kind=AssertionKind.WARNING).values("incident"))
    return told if value == YES else ~told


def _cited_to(column: str) -> Filter:
    """A claim is cited to such a source, of those that the person may read."""

    def cited(self: Narrowing, value: Any) -> Q:
        sources = Source.objects.readable_by(self.person).filter(**{column: value})
        found = Citation.objects.filter(source__in=sources, assertion__in=self.claims())
        return Q(pk__in=found.values("assertion__incident"))

    return cited


def _coded(field: ResolvedField) -> Filter:
    return lambda self, value: Q(**{f"{field}__contains": [value]}) & self.known(field)


def _risk(self: Narrowing, _value: bool) -> Q:  # noqa: FBT001 (one signature for all)
    """As ``selectors.risk`` says, over what the person may know."""
    blamed = self.claims().filter(attribution__actor__kind__in=[ActorKind.STATE_BODY, ActorKind.PERSON])
    many = Q(killed_low__gt=MANY_KILLED) | Q(killed_best__gt=MANY_KILLED) | Q(killed_high__gt=MANY_KILLED)
    return (many & self.known(ResolvedField.KILLED)) | Q(pk__in=blamed.values("incident"))


def _missing(self: Narrowing, value: str) -> Q:
    return GAPS[value](self)


def _idle(_self: Narrowing, days: int) -> Q:
    return Q(changed_at__lte=timezone.now() - timedelta(days=days))


def _no_claims(_self: Narrowing) -> Q:
    """Those of which nobody is quoted, asked for once: the counts and the page then need not ask again."""
    standing = Assertion.objects.filter(incident=OuterRef("pk")).standing()
    bare = Incident.objects.filter(~Exists(standing)).order_by()
    return Q(pk__in=list(bare.values_list("pk", flat=True)))


def _uncited(self: Narrowing) -> Q:
    """Those with a claim that no citation to a source that may be named supports, asked for once."""
    closed = list(Source.objects.filter(confidential=True).values_list("pk", flat=True))
    support = Citation.objects.filter(assertion=OuterRef("pk"), stance=Stance.SUPPORTS).exclude(source__in=closed)
    bare = self.claims().filter(~Exists(support)).order_by()
    return Q(pk__in=list(bare.values_list("incident", flat=True).distinct()))


def _open_quotes(self: Narrowing) -> Q:
    """Those with a quote in question, whatever it is cited for."""
    found = alerts_for(self.person).values_list(*(f"citation__{target}__incident" for target in CITING))
    return Q(pk__in={key for row in found for key in row if key})


GAPS: Final[dict[str, Callable[[Narrowing], Q]]] = {
    "date": lambda self: Q(occurred_earliest=None) | ~self.known(ResolvedField.OCCURRED),
    "place": lambda self: Q(place=None) | ~self.known(ResolvedField.PLACE),
    "claims": _no_claims,
    "citations": _uncited,
    "flags": lambda _self: Q(graphic=None) | Q(personal_data=None),
    "quotes": _open_quotes,
}
"""What an incident can still lack, as far as it can be asked of all at once; the checks on its page say the rest."""

FILTERS: Final[dict[str, Filter]] = {
    "q": _words,
    "state": lambda _self, value: Q(state=value),
    "assignee": _assignee,
    "tag": lambda _self, value: Q(tagged__tag=int(value)),
    "missing": _missing,
    "risk": _risk,
    "idle": _idle,
    "since": _since,
    "until": _until,
    "country": lambda self, value: Q(country_code=value) & self.known(ResolvedField.PLACE),
    "province": lambda self, value: Q(province_code=value) & self.known(ResolvedField.PLACE),
    "precision": lambda self, value: Q(place_precision=value) & self.known(ResolvedField.PLACE),
    "attack_type": _coded(ResolvedField.ATTACK_TYPES),
    "weapon_type": _coded(ResolvedField.WEAPON_TYPES),
    "target_type": _coded(ResolvedField.TARGET_TYPES),
    "tactic": _coded(ResolvedField.TACTICS),
    "attribution": lambda self, value: Q(attribution_state=value) & self.known("attribution"),
    "attribution_kind": _attribution_kind,
    "actor": _actor,
    "killed_min": _at_least(ResolvedField.KILLED),
    "killed_max": _at_most(ResolvedField.KILLED),
    "wounded_min": _at_least(ResolvedField.WOUNDED),
    "wounded_max": _at_most(ResolvedField.WOUNDED),
    "warning": _warning,
    "publisher": _cited_to("publisher"),
    "language": _cited_to("lang"),
}
"""How each parameter narrows the queue."""
