"""Whom a comment calls by name, and who of them can be told."""

from dataclasses import dataclass, field

from accounts.models import User
from incidents.models import ReviewComment
from incidents.rules.mentions import mentions
from incidents.selectors.notices import may_open
from incidents.selectors.remarks import closed_remarks


@dataclass(frozen=True)
class Called:
    """Who is called and may read the comment, who may not, and the names that are nobody's."""

    told: list[User] = field(default_factory=list)
    shut_out: list[User] = field(default_factory=list)
    strangers: tuple[str, ...] = ()


def called_in(remark: ReviewComment) -> Called:
    """Resolve the names after an ``@`` in a comment."""
    if "@" not in remark.text:
        return Called()
    active = list(User.objects.active().order_by("pk"))
    found = mentions(remark.text, {one.display_name for one in active})
    people = [one for one in active if one.display_name in found.names]
    told = [one for one in people if _may_read(one, remark)]
    return Called(told, [one for one in people if one not in told], found.strangers)


def _may_read(person: User, remark: ReviewComment) -> bool:
    incident = remark.review.incident
    return may_open(person, incident) and not closed_remarks([remark], incident, person)
