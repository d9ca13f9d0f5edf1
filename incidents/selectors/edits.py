"""What one edit did to the rows of an incident, and which of somebody's edits can be taken back or made again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Model

from accounts.models import User
from incidents.models import (
    Assertion,
    Attribution,
    CasualtyEstimate,
    CharacteristicAssertion,
    Citation,
    Contribution,
    Incident,
    IncidentLink,
    LocationAssertion,
    Statement,
    SummarySentence,
    TimeAssertion,
    WarningStatement,
)
from incidents.selectors.past import DELETED, as_it_stood, history_of

UNDO: Final = "undo"
REDO: Final = "redo"
TAKEN_BACK: Final = frozenset(
    {"describe", "summarise", "withdraw_claim", "supersede", "cite", "amend_citation", "uncite"}
    | {"state", "amend_statement", "link", "remove", "assert_claims"}
    | {f"{does}_{kind}" for does in ("assert", "amend") for kind in ("casualty", "attribution", "location", "time")}
    | {f"{does}_{kind}" for does in ("assert", "amend") for kind in ("characteristic", "warning")}
)
"""Edits that consist of rows alone. Merges, splits, reverts and decisions have ways back of their own."""
BESIDE: Final = frozenset({"warn_of"})
"""Edits that go with another one and mean nothing without it."""
ROWS: Final[tuple[type[Model], ...]] = (
    Incident,
    Assertion,
    TimeAssertion,
    LocationAssertion,
    CasualtyEstimate,
    CharacteristicAssertion,
    Attribution,
    WarningStatement,
    Statement,
    IncidentLink,
    SummarySentence,
    Citation,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One row before and after an edit; None where it was not there."""

    before: Any
    after: Any

    @property
    def model(self) -> type[Model]:
        """What kind of row it is."""
        return type(self.before or self.after)

    @property
    def key(self) -> Any:
        """The row's key, the same before and after."""
        return (self.before or self.after).pk


@dataclass(slots=True)
class Edits:
    """One person's edits of an incident, the last at the end: those that stand, and those that they took back.

    What was taken back or made again is in its place the edit that did so; ``first`` is the one that it all began with.
    """

    done: list[Contribution] = field(default_factory=list)
    undone: list[Contribution] = field(default_factory=list)
    _firsts: dict[int, Contribution] = field(default_factory=dict)

    def first(self, edit: Contribution) -> Contribution:
        """The edit that another one took back or made again."""
        return self._firsts.get(edit.revision, edit)

    def add(self, edit: Contribution) -> None:
        """Go on by one edit, in the order in which they were made."""
        if edit.verb == UNDO and self.done:
            self._firsts[edit.revision] = self.first(self.done.pop())
            self.undone.append(edit)
        elif edit.verb == REDO and self.undone:
            self._firsts[edit.revision] = self.first(self.undone.pop())
            self.done.append(edit)
        elif edit.verb in TAKEN_BACK:
            self.done.append(edit)
            self.undone = []
        elif edit.verb not in BESIDE:
            self.done, self.undone = [], []


def edits_of(incident: Incident, person: User) -> Edits:
    """What somebody can take back of an incident and make again. Behind an edit of another kind nothing is."""
    found = Edits()
    for edit in incident.contributions.filter(by=person).order_by("revision"):
        found.add(edit)
    return found


def steps_of(edit: Contribution) -> list[Step]:
    """What an edit did to each row, from the history that shares a context with the revision that it made."""
    made = history_of(Incident).filter(pgh_obj_id=edit.incident_id, revision=edit.revision).order_by("pgh_id").first()
    return [step for model in ROWS for step in _steps(model, made.pgh_context_id)] if made else []


def _steps(model: type[Model], context: Any) -> Iterator[Step]:
    written = history_of(model).filter(pgh_context_id=context).order_by("pgh_id")
    last = {event.pgh_obj_id: event for event in written}
    for key, event in last.items():
        first = next(one for one in written if one.pgh_obj_id == key)
        earlier = history_of(model).filter(pgh_obj_id=key, pgh_id__lt=first.pgh_id).order_by("-pgh_id").first()
        step = Step(_row(model, earlier), _row(model, event))
        if step.before or step.after:
            yield step


def _row(model: type[Model], event: Any) -> Model | None:
    return None if event is None or event.pgh_label == DELETED else as_it_stood(model, event)
