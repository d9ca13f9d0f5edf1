"""Which comments somebody may not read: those on what is withheld from them, but for their own."""

from collections.abc import Iterable
from typing import Any, Final

from accounts.models import User
from incidents.models import Assertion, Incident, IncidentLink, Resolution, ReviewComment, Statement, SummarySentence
from incidents.selectors.clearance import hidden

PARTS: Final[dict[str, type[Any]]] = {"statements": Statement, "links": IncidentLink, "summary": SummarySentence}
VALUES: Final = "values"
"""The parts of an incident to which comments are bound, and in which something can be withheld."""


def closed_remarks(remarks: Iterable[ReviewComment], incident: Incident, person: User) -> set[int]:
    """The comments on an incident, by key, that are withheld from a person.

    A comment on a part is, where anything in that part is: its words may be about just that.
    """
    others = [one for one in remarks if one.written_by_id != person.pk]
    claims = {one.assertion_id for one in others if one.assertion_id}
    closed = set(hidden(Assertion, person).filter(pk__in=claims).values_list("pk", flat=True)) if claims else set()
    parts = {name for name in {one.field for one in others} - {""} if _holds_back(name, incident, person)}
    return {one.pk for one in others if one.assertion_id in closed or one.field in parts}


def _holds_back(part: str, incident: Incident, person: User) -> bool:
    """Whether anything in a part of an incident is withheld from a person."""
    if part == VALUES:
        resting = Resolution.objects.filter(incident=incident, assertions__in=hidden(Assertion, person))
        return resting.exists()
    return part in PARTS and bool(hidden(PARTS[part], person).filter(incident=incident).exists())
