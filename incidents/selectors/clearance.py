"""What somebody may not know of an incident: claims that rest on confidential sources, and whether they may approve."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from incidents.choices import AssertionKind, AssertionRole, Stance, Verification
from incidents.models import Assertion, Citation, Incident, Resolution, Source
from incidents.policies import Verdict, may_review
from incidents.querysets.assertion import AssertionQuerySet
from incidents.selectors.citations import citations_of


def hidden_claims(person: User) -> AssertionQuerySet:
    """The claims that a person may not know: nothing supports them but confidential sources that they may not see."""
    if person.has_role_of(Role.SENIOR):
        return Assertion.objects.none()
    return _resting_on(_closed_to(person))


def _closed_to(person: User) -> QuerySet[Source]:
    return Source.objects.filter(confidential=True).exclude(pk__in=Source.objects.readable_by(person).values("pk"))


def _resting_on(closed: QuerySet[Source] | list[int]) -> AssertionQuerySet:
    """The claims that are cited to some sources, and supported by no other."""
    cited = Citation.objects.filter(source__in=closed, assertion__isnull=False)
    shown = Citation.objects.filter(assertion=OuterRef("pk"), stance=Stance.SUPPORTS).exclude(source__in=closed)
    return Assertion.objects.filter(~Exists(shown), pk__in=cited.values("assertion"))


@dataclass(frozen=True)
class Withheld:
    """What a person must not learn of any incident: keys of claims and, by field, of the incidents whose value rests on
    one. Fields are those of ``ResolvedField``, and ``attribution`` for who is named."""

    claims: frozenset[int] = frozenset()
    fields: Mapping[str, frozenset[int]] = field(default_factory=dict)


def withheld_from(person: User) -> Withheld:
    """Everything that is withheld from a person, found from the few sources that are closed to them."""
    closed = [] if person.has_role_of(Role.SENIOR) else list(_closed_to(person).values_list("pk", flat=True))
    hidden = list(_resting_on(closed).values_list("pk", "incident", "kind")) if closed else []
    claims = frozenset(pk for pk, _incident, _kind in hidden)
    fields = defaultdict(set, {"attribution": {one for _pk, one, kind in hidden if kind == AssertionKind.ATTRIBUTION}})
    resting = Resolution.objects.filter(assertions__in=claims).order_by()
    for name, incident in resting.values_list("field", "incident") if claims else ():
        fields[name].add(incident)
    return Withheld(claims, {name: frozenset(incidents) for name, incidents in fields.items()})


def require_known(person: User, claims: QuerySet[Assertion]) -> None:
    """Go on if a person may know all of the claims.

    Raises:
        NotAllowedError: with a sentence that says who may.
    """
    hidden = hidden_claims(person).filter(pk__in=claims.values("pk")).values("citations__source")
    known(person, Source.objects.filter(pk__in=hidden)).require()


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
    hidden = sources.filter(confidential=True).exclude(pk__in=Source.objects.readable_by(person).values("pk"))
    handles = [source.handle for source in hidden.order_by("pk")]
    if not handles:
        return Verdict()
    sentence = _(
        "Part of this rests on what you may not see (%(handles)s), so you cannot judge it. A senior editor can, or "
        "somebody whom a senior editor, or who recorded it, lets see it."
    )
    return Verdict(sentence % {"handles": ", ".join(handles)})
