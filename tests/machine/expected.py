"""What should be: the rules of the workflow once more, in a few lines that know nothing of the code that keeps them."""

from dataclasses import dataclass, field
from typing import Final

RANKS: Final = ("contributor", "editor", "reviewer", "publisher", "senior", "administrator")
CLOSED: Final = {"withdrawn", "rejected", "merged"}
REOPENED_BY_EDIT: Final = {"in_review", "approved", "published"}


@dataclass
class Person:
    """Somebody as far as the rules know them."""

    role: str
    active: bool = True

    def at_least(self, role: str) -> bool:
        return self.active and RANKS.index(self.role) >= RANKS.index(role)


@dataclass
class Seen:
    """What the public sees at an incident's address: its status, and of a live one title and number of killed."""

    status: str
    title: str = ""
    killed: int = 0


@dataclass
class Case:
    """An incident. ``writers`` wrote in it since it was last published; ``submitters`` handed it in and ``approvers``
    approved it as it stands now.
    """

    creator: str
    title: str
    killed: int
    state: str = "draft"
    number: int = 0
    writers: set[str] = field(default_factory=set)
    approvers: set[str] = field(default_factory=set)
    submitters: set[str] = field(default_factory=set)
    seen: Seen | None = None


@dataclass
class Rules:
    """The people, and who may do what to a case."""

    people: dict[str, Person]

    def may_edit(self, name: str, case: Case) -> bool:
        person = self.people[name]
        own = case.creator == name and not case.number
        return case.state not in CLOSED and (person.at_least("editor") or (person.active and own))

    def may_submit(self, name: str, case: Case) -> bool:
        its_own = name == case.creator or name in case.writers
        return its_own and self.may_edit(name, case) and case.state in {"draft", "changes_requested"}

    def _may_judge(self, name: str, case: Case) -> bool:
        return self.people[name].at_least("reviewer") and name not in case.writers | case.submitters

    def may_approve(self, name: str, case: Case) -> bool:
        fresh = name not in case.approvers and case.state in {"in_review", "approved"}
        return fresh and self._may_judge(name, case)

    def may_send_back(self, name: str, case: Case) -> bool:
        return self._may_judge(name, case) and case.state == "in_review"

    def may_publish(self, name: str, case: Case) -> bool:
        return self.people[name].at_least("publisher") and case.state == "approved"

    def may_withdraw(self, name: str, case: Case) -> bool:
        return self.people[name].at_least("publisher") and bool(case.number) and case.state in {"published", "draft"}

    def may_reopen(self, name: str, case: Case) -> bool:
        return self.people[name].at_least("senior") and case.state in {"withdrawn", "rejected"}


def edited(case: Case, name: str) -> None:
    """An edit has its author, lapses every approval, and takes an incident back to draft."""
    case.writers.add(name)
    case.approvers.clear()
    case.submitters.clear()
    if case.state in REOPENED_BY_EDIT:
        case.state = "draft"


def published(case: Case) -> None:
    """The public sees what was approved, and the authors of it may judge what comes next."""
    case.state, case.number = "published", case.number + 1
    case.seen = Seen("live", case.title, case.killed)
    case.writers.clear()


def withdrawn(case: Case) -> None:
    """The public sees a tombstone. Nobody has approved what was being written, so its authors remain authors."""
    case.state, case.number = "withdrawn", case.number + 1
    case.seen = Seen("withdrawn")
