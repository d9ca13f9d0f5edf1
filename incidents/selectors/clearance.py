"""What somebody may not know: whatever rests on confidential sources alone, and whether they may approve."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from incidents.choices import AssertionKind, AssertionRole, Stance, Verification
from incidents.models import (
    ActorRelation,
    Assertion,
    Citation,
    Incident,
    IncidentLink,
    Resolution,
    Source,
    Statement,
    SummarySentence,
    Warning,  # noqa: A004
    WarningStatement,
)
from incidents.policies import Verdict, may_review
from incidents.querysets.assertion import AssertionQuerySet
from incidents.selectors.citations import citations_of
from incidents.selectors.past import history_of

BORNE: Final[dict[type[Model], str]] = {
    Assertion: "assertion",
    Statement: "statement",
    IncidentLink: "link",
    SummarySentence: "sentence",
    ActorRelation: "relation",
}
"""What citations bear out, and the column of a citation that says so."""


def hidden_claims(person: User) -> AssertionQuerySet:
    """The claims that a person may not know: nothing supports them but confidential sources that they may not see."""
    found: AssertionQuerySet = hidden(Assertion, person)
    return found


def hidden(model: type[Model], person: User) -> Any:
    """The rows of one kind that citations bear out, and that a person may not know; the queryset of that kind."""
    if person.has_role_of(Role.SENIOR):
        return _all(model).none()
    return _resting_on(model, _closed_to(person))


def _closed_to(person: User) -> QuerySet[Source]:
    return Source.objects.filter(confidential=True).exclude(pk__in=Source.objects.readable_by(person).values("pk"))


def _resting_on(model: type[Model], closed: QuerySet[Source] | list[int]) -> Any:
    """The rows that are cited to some sources and to no other; of a claim, that no other supports."""
    column = BORNE[model]
    cited = Citation.objects.filter(source__in=closed, **{f"{column}__isnull": False})
    shown = Citation.objects.filter(_carrying(model), **{column: OuterRef("pk")}).exclude(source__in=closed)
    return _all(model).filter(~Exists(shown), pk__in=cited.values(column))


def _carrying(model: type[Model]) -> Q:
    """Which citations bear a row out: a claim is not, where somebody is cited against it."""
    return Q(stance=Stance.SUPPORTS) if model is Assertion else Q()


def _all(model: type[Model]) -> Any:
    return model._default_manager.all()  # noqa: SLF001  documented, in spite of its name


@dataclass(frozen=True)
class Withheld:
    """What a person must not learn of any incident: keys of claims and, by field, of the incidents whose value rests on
    one. Fields are those of ``ResolvedField``, and ``attribution`` for who is named."""

    claims: frozenset[int] = frozenset()
    fields: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def of(self, name: str) -> frozenset[int]:
        """The incidents whose value of a field is withheld."""
        return self.fields.get(name, frozenset())


def withheld_from(person: User) -> Withheld:
    """Everything that is withheld from a person, found from the few sources that are closed to them."""
    closed = [] if person.has_role_of(Role.SENIOR) else list(_closed_to(person).values_list("pk", flat=True))
    found = list(_resting_on(Assertion, closed).values_list("pk", "incident", "kind")) if closed else []
    claims = frozenset(pk for pk, _incident, _kind in found)
    fields = defaultdict(set, {"attribution": {one for _pk, one, kind in found if kind == AssertionKind.ATTRIBUTION}})
    resting = Resolution.objects.filter(assertions__in=claims).order_by()
    for name, incident in resting.values_list("field", "incident") if claims else ():
        fields[name].add(incident)
    return Withheld(claims, {name: frozenset(incidents) for name, incidents in fields.items()})


@dataclass(frozen=True)
class Untold:
    """The rows, by kind and key, that a person may not know, those that are gone among them: history keeps them."""

    rows: Mapping[type[Model], frozenset[Any]] = field(default_factory=dict)

    def of(self, model: type[Model]) -> frozenset[Any]:
        """The keys of one kind."""
        return self.rows.get(model, frozenset())


def untold_to(person: User) -> Untold:
    """Everything that a person may not know, of any incident, found from the few sources that are closed to them."""
    closed = [] if person.has_role_of(Role.SENIOR) else list(_closed_to(person).values_list("pk", flat=True))
    if not closed:
        return Untold()
    columns = [f"{column}_id" for column in BORNE.values()]
    cited = set(history_of(Citation).filter(source_id__in=closed).values_list(*columns))
    found: dict[type[Model], frozenset[Any]] = {}
    for place, model in enumerate(BORNE):
        ever = {row[place] for row in cited} - {None}
        if ever:
            found[model] = frozenset(_untold(model, ever, closed))
    if found.get(Assertion):
        found[Warning] = frozenset(_unspoken(found[Assertion]))
    return Untold(found)


def _untold(model: type[Model], ever: set[Any], closed: list[int]) -> set[Any]:
    """Of rows that were ever cited to closed sources, those that may not be known.

    A claim that is gone is one, whatever else it was cited to: nobody can look that up any more.
    """
    gone = ever - set(_all(model).filter(pk__in=ever).values_list("pk", flat=True))
    if gone and model is not Assertion:
        column = f"{BORNE[model]}_id"
        told = history_of(Citation).filter(**{f"{column}__in": gone}).exclude(source_id__in=closed)
        gone -= set(told.values_list(column, flat=True))
    return gone | set(_resting_on(model, closed).filter(pk__in=ever).values_list("pk", flat=True))


def _unspoken(claims: frozenset[Any]) -> set[int]:
    """The warnings of which these claims ever spoke, and now no other does."""
    warnings = set(history_of(WarningStatement).filter(assertion_id__in=claims).values_list("warning_id", flat=True))
    told = WarningStatement.objects.filter(warning__in=warnings).exclude(assertion__in=claims)
    return warnings - set(told.values_list("warning_id", flat=True))


def require_known(person: User, rows: QuerySet[Any]) -> None:
    """Go on if a person may know all of the rows, which citations bear out.

    Raises:
        NotAllowedError: with a sentence that says who may.
    """
    closed = hidden(rows.model, person).filter(pk__in=rows.values("pk")).values("citations__source")
    known(person, Source.objects.filter(pk__in=closed)).require()


def may_approve(person: User, incident: Incident) -> Verdict:
    """Whether a person may approve an incident: a reviewer who wrote none of it and may see all that it rests on.

    What was withdrawn or replaced carries nothing, and hides nothing that is approved.
    """
    fallen = Citation.objects.filter(assertion__verification=Verification.WITHDRAWN) | Citation.objects.filter(
        assertion__role=AssertionRole.SUPERSEDED
    )
    cited = Citation.objects.filter(citations_of(incident)).exclude(pk__in=fallen.values("pk"))
    return may_review(person, incident) and known(person, Source.objects.filter(pk__in=cited.values("source")))


def known(person: User, sources: QuerySet[Source]) -> Verdict:
    """Whether a person may see all of the sources, and who may where they may not."""
    closed = sources.filter(confidential=True).exclude(pk__in=Source.objects.readable_by(person).values("pk"))
    handles = [source.handle for source in closed.order_by("pk")]
    if not handles:
        return Verdict()
    sentence = _(
        "Part of this rests on what you may not see (%(handles)s), so you cannot judge it. A senior editor can, or "
        "somebody whom a senior editor, or who recorded it, lets see it."
    )
    return Verdict(sentence % {"handles": ", ".join(handles)})
