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
    """What the public sees at an incident's address: its status, and of a live one title and number of killed.

    ``killed`` is None where more than one figure stands, or none.
    """

    status: str
    title: str = ""
    killed: int | None = None


@dataclass
class Case:
    """An incident. ``writers`` wrote in it since it was last published; ``submitters`` handed it in and ``approvers``
    approved it as it stands now; whoever is in ``confided`` cited a confidential source. ``tolls`` are the figures that
    stand, by claim. One that was merged or split is ``regrouped``: the authors of others may count as its own then, so
    that more may be refused than these rules know.
    """

    creator: str
    title: str
    tolls: dict[str, int]
    state: str = "draft"
    number: int = 0
    writers: set[str] = field(default_factory=set)
    approvers: set[str] = field(default_factory=set)
    submitters: set[str] = field(default_factory=set)
    confided: set[str] = field(default_factory=set)
    seen: Seen | None = None
    regrouped: bool = False
    merged_into: "Case | None" = None


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
        return fresh and self._may_judge(name, case) and self._sees_all(name, case)

    def _sees_all(self, name: str, case: Case) -> bool:
        """A confidential source is seen by who recorded it and by seniors; with a merge or a split it may have gone."""
        return case.regrouped or case.confided <= {name} or self.people[name].at_least("senior")

    def may_send_back(self, name: str, case: Case) -> bool:
        return self._may_judge(name, case) and case.state == "in_review"

    def may_publish(self, name: str, case: Case) -> bool:
        approved = any(self.people[one].at_least("reviewer") for one in case.approvers)
        return self.people[name].at_least("publisher") and case.state == "approved" and approved

    def may_withdraw(self, name: str, case: Case) -> bool:
        return self.people[name].at_least("publisher") and bool(case.number) and case.state in {"published", "draft"}

    def may_reopen(self, name: str, case: Case) -> bool:
        return self.people[name].at_least("senior") and case.state in {"withdrawn", "rejected"}

    def may_merge(self, name: str, lost: Case, kept: Case) -> bool:
        known = bool(kept.number) or not lost.number
        are_open = not {lost.state, kept.state} & CLOSED
        return self.people[name].at_least("senior") and lost is not kept and are_open and known

    def may_split(self, name: str, case: Case) -> bool:
        return self.people[name].at_least("senior") and case.state not in CLOSED and bool(case.tolls)


def edited(case: Case, name: str) -> None:
    """An edit has its author, lapses every approval, and takes an incident back to draft."""
    case.writers.add(name)
    case.approvers.clear()
    case.submitters.clear()
    if case.state in REOPENED_BY_EDIT:
        case.state = "draft"


def published(case: Case, lost: list[Case]) -> None:
    """The public sees what was approved, and of what was merged into it the way there; its authors may judge again."""
    case.state, case.number = "published", case.number + 1
    tolls = list(case.tolls.values())
    case.seen = Seen("live", case.title, tolls[0] if len(tolls) == 1 else None)
    case.writers.clear()
    for one in lost:
        one.number, one.seen = one.number + 1, Seen("merged")


def withdrawn(case: Case) -> None:
    """The public sees a tombstone. Nobody has approved what was being written, so its authors remain authors."""
    case.state, case.number = "withdrawn", case.number + 1
    case.seen = Seen("withdrawn")


def merged(lost: Case, kept: Case, name: str) -> None:
    """All that is claimed moves, and with it its authors; the public sees nothing yet."""
    kept.writers |= lost.writers
    edited(kept, name)
    kept.tolls |= lost.tolls
    edited(lost, name)
    lost.tolls = {}
    lost.state, lost.merged_into = "merged", kept
    lost.regrouped = kept.regrouped = True


def unmerged(lost: Case, kept: Case, moved: set[str], name: str) -> None:
    """What moved and still stands goes back; both are written anew."""
    lost.tolls = {key: value for key, value in kept.tolls.items() if key in moved}
    kept.tolls = {key: value for key, value in kept.tolls.items() if key not in moved}
    edited(kept, name)
    edited(lost, name)
    lost.state, lost.merged_into = "draft", None
