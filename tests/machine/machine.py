"""The workflow driven at random by six people over HTTP, beside a few rules that say what should come of it."""

from copy import deepcopy
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from incidents.models import Incident, Regrouping
from tests.machine import expected, truth
from tests.machine.expected import CLOCK, Case, Claim, Deed, Person, Rules
from tests.machine.newsroom import CAST, SECRET, Newsroom, done

NAMES = st.sampled_from(sorted(CAST))
OTHERS = st.sampled_from(sorted(set(CAST) - {"ada"}))
MOSTLY_SENIORS = st.sampled_from(["ada", "ada", "sena", "sena", "petra", "edna"])
MOSTLY_BELOW = st.sampled_from(["edna", "edna", "petra", "rita", "rolf", "sena"])
MOSTLY_PUBLISHERS = st.sampled_from(["ada", "petra", "petra", "sena", "rita"])
ORDERS = st.permutations(sorted(CAST))
WHICH = st.integers(0, 2)
HOW_FAR_BACK = st.sampled_from([0, 0, 0, 1, 1, 2, -1])
MOSTLY_THE_LOWEST = st.sampled_from([*["contributor"] * 4, *expected.RANKS[1:-1]])
MOSTLY_ANOTHER = st.sampled_from([0, 1, 1, 1, 2])
GO_ON = st.sampled_from([True, True, False])
TOLLS = st.integers(1, 40)
MOST_CASES = 3
ANSWERS = {"live": 200, "withdrawn": 410, "merged": 301}


def beginning_in(room: Newsroom) -> type["Workflow"]:
    """Walks each of which finds the newsroom as it is now."""
    return type("Walk", (Workflow,), {"found": room})


class Workflow(RuleBasedStateMachine):
    """Deeds drawn at random. After each, state, version number and public page are what the rules say."""

    found: ClassVar[Newsroom]

    def __init__(self) -> None:
        super().__init__()
        self.world = transaction.atomic()
        self.world.__enter__()
        self.room = deepcopy(self.found)
        self.law = Rules({name: Person(role.value) for name, role in CAST.items()})
        self.cases: dict[UUID, Case] = {}
        self.moves: list[expected.Move] = []

    def teardown(self) -> None:
        try:
            truth.check_record()
        finally:
            transaction.set_rollback(rollback=True)
            self.world.__exit__(None, None, None)

    @initialize(names=ORDERS, public=st.sampled_from([0, 1, 2, 2]), joined=GO_ON)
    def begin(self, names: list[str], public: int, joined: bool) -> None:  # noqa: FBT001
        """Two people log an incident each, none, one or both are carried as far as they get, and often merged."""
        for which in range(2):
            self.create(names[which], 10 + which)
            if which < public:
                self.carry(names, which)
        if joined:
            self.merge("sena", 0, 1, names, on=True)

    @precondition(lambda self: len(self.cases) < MOST_CASES)
    @rule(name=NAMES, killed=TOLLS)
    def create(self, name: str, killed: int) -> None:
        if not self.law.people[name].active:
            return
        title = f"Incident {len(self.cases) + 1}"
        uid = self.room.log(name, title, killed)
        self.cases[uid] = Case(creator=name, title=title, claims={}, deeds=[Deed(next(CLOCK), name)])
        self.note_claims(name, uid)
        self.compare()

    @rule(name=NAMES, which=WHICH, words=st.integers(0, 9))
    def retitle(self, name: str, which: int, words: int) -> None:
        uid, case = self.pick(which)
        title = f"{case.title[:10]} {words}"
        fields = {"title": title, "graphic": "no", "personal_data": "no", **self.room.terms(uid)}
        if self.judge(self.room.post(name, "describe", fields, uid=uid), case, self.law.may_edit(name, case)):
            expected.edited(case, name)
            case.title = title
        self.compare()

    @rule(name=NAMES, which=WHICH, killed=TOLLS)
    def correct_toll(self, name: str, which: int, killed: int) -> None:
        """Withdraw the figures that stand and add another."""
        uid, case = self.pick(which)
        for claim in list(case.tolls):
            answer = self.room.post(name, "claim_withdraw", self.room.terms(uid), uid=uid, claim=claim)
            if self.judge(answer, case, self.law.may_edit(name, case)):
                expected.edited(case, name)
                case.claims[claim].stands = False
        if self.judge(self.room.toll(name, uid, killed), case, self.law.may_edit(name, case)):
            expected.edited(case, name)
            self.note_claims(name, uid)
        self.compare()

    @rule(name=MOSTLY_BELOW, which=WHICH, names=ORDERS)
    def confide(self, name: str, which: int, names: list[str]) -> None:
        """Cite a confidential source; everybody then tries to take it further, to see who may."""
        uid, case = self.pick(which)
        if not case.claims:
            return
        claim = self.room.first_claim(uid)
        if self.judge(self.room.confide(name, uid, claim), case, self.law.may_edit(name, case)):
            expected.edited(case, name)
            case.claims[claim].marks.append((next(CLOCK), name))
            case.claims[claim].confided.add(name)
            self.carry(names, which)
        self.compare()

    @precondition(lambda self: any(case.can_go_back for case in self.cases.values()))
    @rule(name=NAMES, which=WHICH, back=HOW_FAR_BACK, changed=GO_ON)
    def revert(self, name: str, which: int, back: int, changed: bool) -> None:  # noqa: FBT001
        """Take an incident back to what one of its newest versions said, or to one that there is not."""
        told = [place for place, one in enumerate(self.cases.values()) if one.can_go_back]
        uid, case = self.pick(told[which % len(told)])
        if changed:
            self.correct_toll(name, list(self.cases).index(uid), 9)
        number = max(case.number - back, 0)
        answer = self.room.post(name, "revert", {"reason": "It was right."}, uid=uid, number=number)
        if self.judge(answer, case, self.law.may_revert(name, case, number)):
            expected.reverted(case, number, name)
            truth.check_says_again(uid, number)
        self.compare()

    @rule(name=NAMES, which=WHICH)
    def submit(self, name: str, which: int) -> None:
        uid, case = self.pick(which)
        answer = self.room.post(name, "submit", {"note": ""}, uid=uid)
        if self.judge(answer, case, self.law.may_submit(name, case)):
            case.submitters.add(name)
            case.state = "in_review"
        self.compare()

    @rule(name=NAMES, which=WHICH)
    def approve(self, name: str, which: int) -> None:
        uid, case = self.pick(which)
        if self.judge(self.decide(name, uid, "approve"), case, self.law.may_approve(name, case)):
            case.approvers.add(name)
            case.state = "approved"
        self.compare()

    @rule(name=NAMES, which=WHICH, decision=st.sampled_from(["request_changes", "reject"]))
    def send_back(self, name: str, which: int, decision: str) -> None:
        uid, case = self.pick(which)
        if self.judge(self.decide(name, uid, decision), case, self.law.may_send_back(name, case)):
            case.state = "rejected" if decision == "reject" else "changes_requested"
        self.compare()

    @rule(name=MOSTLY_PUBLISHERS, which=WHICH, kind=st.sampled_from(["update", "correction"]))
    def publish(self, name: str, which: int, kind: str) -> None:
        uid, case = self.pick(which)
        lost = self.unannounced(case)
        fields = {"kind": "merge" if lost else kind, "summary": "More is known."}
        if self.judge(self.room.post(name, "publish", fields, uid=uid), case, self.law.may_publish(name, case)):
            expected.published(case, lost)
        self.compare()

    @rule(names=ORDERS, which=WHICH)
    def carry(self, names: list[str], which: int) -> None:
        """Everybody in turn tries to hand it in, to approve it and to publish it, until it comes out."""
        _uid, case = self.pick(which)
        release = partial(self.publish, kind="update")
        for deed, aim in ((self.submit, "in_review"), (self.approve, "approved"), (release, "published")):
            for name in names:
                if case.state != aim:
                    deed(name, which)

    @rule(name=MOSTLY_PUBLISHERS, which=WHICH)
    def withdraw(self, name: str, which: int) -> None:
        uid, case = self.pick(which)
        answer = self.room.post(name, "withdraw", {"reason": "It did not happen."}, uid=uid)
        if self.judge(answer, case, self.law.may_withdraw(name, case) and not self.unannounced(case)):
            expected.withdrawn(case)
        self.compare()

    @rule(name=MOSTLY_SENIORS)
    def reopen(self, name: str) -> None:
        """Try to take up again whatever there is."""
        for uid, case in self.cases.items():
            answer = self.room.post(name, "reopen", {"reason": "It did happen."}, uid=uid)
            if self.judge(answer, case, self.law.may_reopen(name, case)):
                case.state = "draft"
        self.compare()

    @rule(name=MOSTLY_SENIORS, lost=WHICH, away=MOSTLY_ANOTHER, names=ORDERS, on=GO_ON)
    def merge(self, name: str, lost: int, away: int, names: list[str], on: bool) -> None:  # noqa: FBT001
        """Make two one; often everybody then tries to take what lives on further, to see who may."""
        (uid, gone), (other, living) = self.pick(lost), self.pick(lost + away)
        answer = self.room.post(name, "merge", {"other": str(other), "reason": "They are one."}, uid=uid)
        if self.judge(answer, gone, self.law.may_merge(name, gone, living)):
            self.moves.append(expected.merged(Regrouping.objects.latest("pk").pk, gone, living, name))
            self.compare()
            if on:
                self.carry(names, lost + away)
        self.compare()

    @rule(name=MOSTLY_SENIORS, which=WHICH)
    def split(self, name: str, which: int) -> None:
        """Let the figures begin an incident of their own."""
        uid, case = self.pick(which)
        fields = {"title": "A part of it", "standing": "apart", "claims": list(case.tolls), "reason": "They are two."}
        if self.judge(self.room.post(name, "split", fields, uid=uid), case, self.law.may_split(name, case)):
            self.moves.append(expected.split(Regrouping.objects.latest("pk").pk, case, name))
        self.compare()

    @precondition(lambda self: self.moves)
    @rule(name=MOSTLY_SENIORS, names=ORDERS, on=GO_ON)
    def undo(self, name: str, names: list[str], on: bool) -> None:  # noqa: FBT001
        """Undo the last merge or split that stands; often everybody then tries to take further what came back."""
        last = self.moves[-1]
        answer = self.room.post(name, "regrouping", {"reason": "It was wrong."}, regrouping=last.key)
        if self.judge(answer, last.lost, self.law.people[name].at_least("senior")):
            expected.undone(self.moves.pop(), name)
            self.compare()
            if on:
                self.carry(names, list(self.cases.values()).index(last.lost))
        self.compare()

    @rule(name=OTHERS, role=MOSTLY_THE_LOWEST)
    def change_role(self, name: str, role: str) -> None:
        """Give somebody another role, who then tries everywhere what not everybody may."""
        self.room.administer("accounts_person", name, {"role": role})
        self.law.people[name].role = role
        for which in range(len(self.cases)):
            self.retitle(name, which, 1)

    @rule(name=OTHERS)
    def deactivate(self, name: str) -> None:
        """Dismiss somebody, who tries everywhere to go on all the same."""
        self.room.administer("accounts_deactivate", name, {})
        self.law.people[name].active = False
        for which in range(len(self.cases)):
            self.retitle(name, which, 2)

    @precondition(lambda self: self.law.dismissed)
    @rule(which=WHICH)
    def reactivate(self, which: int) -> None:
        name = self.law.dismissed[which % len(self.law.dismissed)]
        self.room.administer("accounts_reactivate", name, {})
        self.law.people[name].active = True
        self.room.return_of(name)

    def note_claims(self, name: str, uid: UUID) -> None:
        """Write down what somebody has just claimed."""
        case = self.cases[uid]
        for key, (kind, killed) in self.room.claims(uid).items():
            if key not in case.claims:
                case.claims[key] = Claim(kind, killed, marks=[(next(CLOCK), name)])

    def decide(self, name: str, uid: UUID, decision: str) -> Any:
        fields = {"decision": decision, "reason": "As I read it.", "revision": self.room.revision(uid)}
        return self.room.post(name, "review_decide", fields, uid=uid)

    def pick(self, which: int) -> tuple[UUID, Case]:
        return list(self.cases.items())[which % len(self.cases)]

    def judge(self, answer: Any, case: Case, allowed: bool) -> bool:  # noqa: FBT001  # reads as a sentence
        """Whether it was done, which is whether it is allowed."""
        happened = done(answer)
        assert allowed or not happened, f"it was done, and is not allowed: {case}"
        assert happened or not allowed, f"it is allowed, and was refused: {case}"
        return happened

    def unannounced(self, case: Case) -> list[Case]:
        """Public incidents that were merged into this one, also by way of others, and still answer for themselves."""
        merged = [one for one in self.cases.values() if one.merged_into is case]
        below = [one for lost in merged for one in self.unannounced(lost)]
        return [one for one in merged if one.seen and one.seen.status != "merged"] + below

    def compare(self) -> None:
        """The desk's rows and the public's pages are what the rules say."""
        for uid, case in self.cases.items():
            incident = Incident.objects.get(uid=uid)
            now = (incident.state, incident.published_number)
            assert now == (case.state, case.number), f"{now}, and should be {(case.state, case.number)}"
            assert (incident.title, self.room.standing(uid)) == (case.title, case.standing)
            if case.seen is None:
                assert incident.public_id is None
            else:
                self.compare_public(str(incident.public_id), case)

    def compare_public(self, public_id: str, case: Case) -> None:
        """What is answered at its address is what was published last."""
        assert case.seen
        data = self.room.read(f"/incidents/{public_id}.json")
        assert data.status_code == ANSWERS[case.seen.status]
        assert SECRET not in data.content.decode()
        if case.seen.status == "live":
            content = data.json()["content"]
            assert (content["title"], data.json()["version"]) == (case.seen.title, case.number)
            if case.seen.killed is not None:
                assert content["killed"]["best"] == case.seen.killed
