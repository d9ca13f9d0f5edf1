"""The editorial workflow: which moves there are, and the only writer of a state.

``lead → draft → in review → changes requested → approved → published``, with withdrawn, merged and rejected beside.
An edit moves an incident in review, approved or published back to draft; only a small edit that its reviewer asked for
is no move: it stays in review (``services.editing``, ADR 0026). Who may ask for a move is said by ``policies``; what
must be true of the incident by ``selectors.gates``. The database keeps the same table (``guards.sql``), so that a move
that is not here is refused in raw SQL too.
"""

from collections.abc import Sequence
from typing import Final

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import State
from incidents.models import Incident, Transition
from incidents.rules.refusals import StateConflictError

MOVES: Final[dict[State, frozenset[State]]] = {
    State.LEAD: frozenset({State.DRAFT, State.REJECTED, State.MERGED}),
    State.DRAFT: frozenset({State.IN_REVIEW, State.REJECTED, State.WITHDRAWN, State.MERGED}),
    State.IN_REVIEW: frozenset(
        {State.CHANGES_REQUESTED, State.APPROVED, State.REJECTED, State.DRAFT, State.MERGED},
    ),
    State.CHANGES_REQUESTED: frozenset({State.DRAFT, State.IN_REVIEW, State.REJECTED, State.MERGED}),
    State.APPROVED: frozenset({State.PUBLISHED, State.DRAFT, State.CHANGES_REQUESTED, State.MERGED}),
    State.PUBLISHED: frozenset({State.DRAFT, State.WITHDRAWN, State.MERGED}),
    State.WITHDRAWN: frozenset({State.DRAFT, State.MERGED}),
    State.REJECTED: frozenset({State.DRAFT}),
    State.MERGED: frozenset({State.DRAFT}),
}

REASON_REQUIRED: Final = frozenset({State.WITHDRAWN, State.REJECTED, State.MERGED, State.CHANGES_REQUESTED})

NOTE_MOVES: Final = """
    INSERT INTO incidents_transition (incident_id, source, target, by_id, at, revision, reason)
    SELECT id, %s, %s, %s, now(), revision, '' FROM incidents_incident WHERE id = ANY(%s)
"""


def can_move(incident: Incident, target: State) -> bool:
    """Whether a way leads from the incident's state to the target."""
    return target in MOVES[State(incident.state)]


@transaction.atomic
def move(incident: Incident, target: State, *, actor: User, reason: str = "") -> Transition:
    """Move an incident to another state and append the transition, both or neither.

    Compare-and-set: the row changes only if it still stands in the state and at the revision that ``incident`` holds.

    Raises:
        StateConflictError: no such move, no reason where one is owed, or somebody was first.
    """
    source = State(incident.state)
    if target not in MOVES[source]:
        sentence = _("No way leads from “%(source)s” to “%(target)s”.")
        raise StateConflictError(sentence % {"source": source.label, "target": target.label})
    if target in REASON_REQUIRED and not reason.strip():
        raise StateConflictError(_("Give the reason."), field="reason")
    unchanged = Incident.objects.filter(pk=incident.pk, state=source, revision=incident.revision)
    if unchanged.update(state=target) != 1:
        raise StateConflictError(_("Somebody else has just changed this incident. Reload the page and look again."))
    incident.state = target
    return Transition.objects.create(
        incident=incident, source=source, target=target, by=actor, revision=incident.revision, reason=reason.strip()
    )


@transaction.atomic
def move_all(incidents: Sequence[int], source: State, target: State, *, actor: User) -> None:
    """Move many incidents, given by key, that all stand in one state; each gets its own transition.

    Raises:
        StateConflictError: no such move, the move takes a reason, or one of them stands elsewhere.
    """
    if target not in MOVES[source] or target in REASON_REQUIRED:
        sentence = _("No way leads from “%(source)s” to “%(target)s”.")
        raise StateConflictError(sentence % {"source": source.label, "target": target.label})
    standing = Incident.objects.filter(pk__in=incidents, state=source)
    if standing.update(state=target) != len(incidents):
        raise StateConflictError(_("Somebody else has just changed this incident. Reload the page and look again."))
    with connection.cursor() as cursor:
        cursor.execute(NOTE_MOVES, [source.value, target.value, actor.pk, list(incidents)])
