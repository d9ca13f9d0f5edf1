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
from incidents.choices import ActorKind, ResolvedField, Stance
from incidents.desk.forms.queue import ME, NOBODY
from incidents.desk.reads.quotes import alerts_for
from incidents.models import Assertion, Citation, Incident, Place, Resolution, Source
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


def _killed_min(self: Narrowing, value: int) -> Q:
    """Surely killed that many, as in the explorer: by the low figure or, where there is none, the best."""
    reached = Q(killed_low__gte=value) | Q(killed_low=None, killed_best__gte=value)
    return reached & self.known(ResolvedField.KILLED)


def _killed_max(self: Narrowing, value: int) -> Q:
    """Surely killed no more: by the high figure or, where there is none, the best."""
    within = Q(killed_high__lte=value) | Q(killed_high=None, killed_best__lte=value)
    return within & self.known(ResolvedField.KILLED)


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
    return Q(pk__in=alerts_for(self.person).values("citation__assertion__incident"))


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
    "attack_type": _coded(ResolvedField.ATTACK_TYPES),
    "weapon_type": _coded(ResolvedField.WEAPON_TYPES),
    "target_type": _coded(ResolvedField.TARGET_TYPES),
    "attribution": lambda self, value: Q(attribution_state=value) & self.known("attribution"),
    "killed_min": _killed_min,
    "killed_max": _killed_max,
}
"""How each parameter narrows the queue."""
