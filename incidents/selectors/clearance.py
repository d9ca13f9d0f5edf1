"""What somebody may not know of an incident: claims that rest on confidential sources, and whether they may approve."""

from collections import defaultdict

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
    cited = Citation.objects.filter(assertion=OuterRef("pk"))
    readable = Source.objects.readable_by(person).values("pk")
    hidden = cited.filter(source__confidential=True).exclude(source__in=readable)
    shown = cited.filter(stance=Stance.SUPPORTS, source__in=readable)
    return Assertion.objects.filter(Exists(hidden), ~Exists(shown))


def withheld_fields(person: User) -> dict[str, frozenset[int]]:
    """The incidents, by key, of whose value a person must learn nothing: it rests on a claim that they may not know.

    By ``ResolvedField``, and ``attribution`` for who is named.
    """
    if person.has_role_of(Role.SENIOR):
        return {}
    hidden = list(hidden_claims(person).values_list("pk", "incident", "kind"))
    found = defaultdict(set, {"attribution": {one for _pk, one, kind in hidden if kind == AssertionKind.ATTRIBUTION}})
    resting = Resolution.objects.filter(assertions__in=[pk for pk, _incident, _kind in hidden])
    for field, incident in resting.values_list("field", "incident") if hidden else ():
        found[field].add(incident)
    return {field: frozenset(incidents) for field, incidents in found.items()}


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
