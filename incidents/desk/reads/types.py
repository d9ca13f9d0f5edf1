"""How often each code of the field's vocabularies stands in a claim."""

from collections import Counter

from django.db.models import Count

from accounts.models import User
from incidents.models import Assertion, CharacteristicAssertion, Incident
from incidents.selectors.clearance import hidden_claims


def code_counts(person: User) -> Counter[tuple[str, str]]:
    """Standing claims by kind of fact and code, of those that a person may know in incidents that they may open."""
    claims = Assertion.objects.standing().filter(incident__in=Incident.objects.visible_to(person))
    known = CharacteristicAssertion.objects.filter(
        assertion__in=claims.exclude(pk__in=hidden_claims(person).values("pk")).order_by().values("pk")
    )
    counted = known.order_by().values_list("kind", "value").annotate(number=Count("pk"))
    return Counter({(kind, value): number for kind, value, number in counted})
