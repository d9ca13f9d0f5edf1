"""What should be: the rules of the workflow once more, in a few lines that know nothing of the code that keeps them.

Who is an author takes most of them, since work moves between incidents: a merge brings along what was written in the
other one and not yet published, its undoing takes that away again and gives back what was written meanwhile.
"""

from dataclasses import dataclass, field
from itertools import count
from typing import Final

RANKS: Final = ("contributor", "editor", "reviewer", "publisher", "senior", "administrator")
CLOSED: Final = {"withdrawn", "rejected", "merged"}
REOPENED_BY_EDIT: Final = {"in_review", "approved", "published"}
CLOCK: Final = count(1)


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
class Claim:
    """What is claimed: its kind, the figure where it is one, whether it stands, and who recorded or cited it when.

    Whoever is in ``confided`` cited a confidential source for it.
    """

    kind: str
    killed: int | None = None
    stands: bool = True
    marks: list[tuple[int, str]] = field(default_factory=list)
    confided: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Deed:
    """That somebody wrote in a case; ``by_merge`` is the merge that brought it along from another one, if one did."""

    at: int
    name: str
    by_merge: "Move | None" = None


@dataclass(frozen=True)
class Said:
    """What a version said: the title, and which claims stood."""

    title: str
    standing: frozenset[str]


@dataclass(eq=False)
class Case:
    """An incident. ``submitters`` handed it in and ``approvers`` approved it as it stands now; ``approved_at`` is when
    it was last published with an approval. ``parted`` are splits that stand and that no version tells of.
    """

    creator: str
    title: str
    claims: dict[str, Claim]
    state: str = "draft"
    number: int = 0
    deeds: list[Deed] = field(default_factory=list)
    approvers: set[str] = field(default_factory=set)
    submitters: set[str] = field(default_factory=set)
    seen: Seen | None = None
    merged_into: "Case | None" = None
    approved_at: int = 0
    versions: dict[int, Said] = field(default_factory=dict)
    parted: int = 0

    @property
    def tolls(self) -> dict[str, int]:
        """The figures that stand, by claim."""
        return {key: one.killed for key, one in self.claims.items() if one.stands and one.killed is not None}

    @property
    def standing(self) -> frozenset[str]:
        return frozenset(key for key, one in self.claims.items() if one.stands)

    @property
    def edits(self) -> set[str]:
        """Who wrote in it since it was last published with an approval, there or in what was merged into it."""
        return {deed.name for deed in self.deeds if deed.at > self.approved_at}

    @property
    def writers(self) -> set[str]:
        """Its authors: those, and whoever recorded or cited since then anything that is claimed in it now."""
        marks = [mark for one in self.claims.values() for mark in one.marks]
        return self.edits | {name for at, name in marks if at > self.approved_at}

    @property
    def can_go_back(self) -> bool:
        """Whether there is a version to revert to, and it is open."""
        return bool(self.versions) and self.state not in CLOSED

    @property
    def is_complete(self) -> bool:
        """Whether it has a date and a place, and nothing left it for an incident that readers do not know."""
        kinds = {one.kind for one in self.claims.values() if one.stands}
        return {"time", "location"} <= kinds and not self.parted


@dataclass(eq=False)
class Move:
    """A merge, or a split where ``kept`` is empty: what it moved, and when."""

    key: int
    lost: Case
    kept: Case | None
    moved: dict[str, Claim]
    at: int
    tells: bool = False


@dataclass
class Rules:
    """The people, and who may do what to a case."""

    people: dict[str, Person]

    @property
    def dismissed(self) -> list[str]:
        return [name for name, person in self.people.items() if not person.active]

    def may_edit(self, name: str, case: Case) -> bool:
        person = self.people[name]
        own = case.creator == name and not case.number
        return case.state not in CLOSED and (person.at_least("editor") or (person.active and own))

    def may_submit(self, name: str, case: Case) -> bool:
        its_own = name == case.creator or name in case.writers
        ready = case.state in {"draft", "changes_requested"} and case.is_complete
        return its_own and ready and self.may_edit(name, case)

    def may_revert(self, name: str, case: Case, number: int) -> bool:
        return self.may_edit(name, case) and number in case.versions

    def _may_judge(self, name: str, case: Case) -> bool:
        return self.people[name].at_least("reviewer") and name not in case.writers | case.submitters

    def may_approve(self, name: str, case: Case) -> bool:
        fresh = name not in case.approvers and case.state in {"in_review", "approved"}
        return fresh and self._may_judge(name, case) and self._sees_all(name, case)

    def _sees_all(self, name: str, case: Case) -> bool:
        """A confidential source is seen by who recorded it and by seniors."""
        confided = {one for claim in case.claims.values() if claim.stands for one in claim.confided}
        return confided <= {name} or self.people[name].at_least("senior")

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
        leaves_something = len(case.claims) > len(case.tolls) > 0
        return self.people[name].at_least("senior") and case.state not in CLOSED and leaves_something


def edited(case: Case, name: str) -> None:
    """An edit has its author, lapses every approval, and takes an incident back to draft."""
    case.deeds.append(Deed(next(CLOCK), name))
    case.approvers.clear()
    case.submitters.clear()
    if case.state in REOPENED_BY_EDIT:
        case.state = "draft"


def reverted(case: Case, number: int, name: str) -> None:
    """It says again what it said, but for what has moved on since; claims that were not there then are withdrawn."""
    then = case.versions[number]
    case.title = then.title
    for key, one in case.claims.items():
        one.stands = key in then.standing
    edited(case, name)


def published(case: Case, lost: list[Case]) -> None:
    """The public sees what was approved, and of what was merged into it the way there; its authors may judge again."""
    case.state, case.number, case.approved_at = "published", case.number + 1, next(CLOCK)
    case.versions[case.number] = Said(case.title, case.standing)
    tolls = list(case.tolls.values())
    case.seen = Seen("live", case.title, tolls[0] if len(tolls) == 1 else None)
    for one in lost:
        one.number, one.seen = one.number + 1, Seen("merged")


def withdrawn(case: Case) -> None:
    """The public sees a tombstone. Nobody has approved what was being written, so its authors remain authors."""
    case.state, case.number = "withdrawn", case.number + 1
    case.seen = Seen("withdrawn")


def merged(key: int, lost: Case, kept: Case, name: str) -> Move:
    """All that is claimed moves, and with it its authors; the public sees nothing yet."""
    edited(kept, name)
    edited(lost, name)
    move = Move(key, lost, kept, lost.claims, next(CLOCK))
    kept.deeds += [Deed(move.at, one, move) for one in lost.edits]
    kept.claims = kept.claims | lost.claims
    lost.claims, lost.state, lost.merged_into = {}, "merged", kept
    return move


def split(key: int, case: Case, name: str) -> Move:
    """The figures go to an incident of their own, which no reader knows: neither does anybody learn that they went."""
    edited(case, name)
    moved = {one: case.claims[one] for one in case.tolls}
    case.claims = {one: claim for one, claim in case.claims.items() if one not in moved}
    tells = bool(case.approved_at)
    case.parted += tells
    return Move(key, case, None, moved, next(CLOCK), tells)


def undone(move: Move, name: str) -> None:
    """What moved goes back, and with it whoever wrote in the other one meanwhile; both are written anew."""
    edited(move.lost, name)
    if move.kept is None:
        move.lost.parted -= move.tells
    else:
        _parted_again(move.lost, move.kept, move, name)
    move.lost.claims = move.lost.claims | move.moved


def _parted_again(lost: Case, kept: Case, move: Move, name: str) -> None:
    edited(kept, name)
    kept.deeds = [deed for deed in kept.deeds if deed.by_merge is not move]
    meanwhile = {deed.name for deed in kept.deeds if deed.at > move.at}
    lost.deeds += [Deed(next(CLOCK), one) for one in meanwhile]
    kept.claims = {key: claim for key, claim in kept.claims.items() if key not in move.moved}
    lost.state, lost.merged_into = "draft", None
