"""Whom a comment calls by name, and who of them can be told."""

from dataclasses import dataclass, field

from accounts.models import User
from incidents.models import Assertion, Incident
from incidents.rules.mentions import mentions
from incidents.selectors.clearance import hidden_claims
from incidents.selectors.notices import may_open


@dataclass(frozen=True)
class Called:
    """Who is called and may read the comment, who may not, and the names that are nobody's."""

    told: list[User] = field(default_factory=list)
    shut_out: list[User] = field(default_factory=list)
    strangers: tuple[str, ...] = ()


def called_in(text: str, incident: Incident, assertion: Assertion | None) -> Called:
    """Resolve the names after an ``@`` in a comment on an incident, and on one of its claims where it is about one."""
    if "@" not in text:
        return Called()
    active = list(User.objects.active().order_by("pk"))
    found = mentions(text, {one.display_name for one in active})
    people = [one for one in active if one.display_name in found.names]
    told = [one for one in people if _may_read(one, incident, assertion)]
    return Called(told, [one for one in people if one not in told], found.strangers)


def _may_read(person: User, incident: Incident, assertion: Assertion | None) -> bool:
    if not may_open(person, incident):
        return False
    return assertion is None or not hidden_claims(person).filter(pk=assertion.pk).exists()
