"""The workflow driven at random by six people over HTTP, beside a few rules that say what should come of it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from incidents.models import Incident
from tests.machine import expected, truth
from tests.machine.expected import Case, Person, Rules
from tests.machine.newsroom import CAST, SECRET, Newsroom

NAMES = st.sampled_from(sorted(CAST))
OTHERS = st.sampled_from(sorted(set(CAST) - {"ada"}))
WHICH = st.integers(0, 2)
TOLLS = st.integers(1, 40)
GONE, LIVE, NOT_FOUND = 410, 200, 404


class Workflow(RuleBasedStateMachine):
    """Deeds drawn at random. After each, state, version number and public page are what the rules say."""

    def __init__(self) -> None:
        super().__init__()
        self.world = transaction.atomic()
        self.world.__enter__()
        self.room = Newsroom()
        self.law = Rules({name: Person(role.value) for name, role in CAST.items()})
        self.cases: dict[UUID, Case] = {}

    def teardown(self) -> None:
        try:
            truth.check_record()
        finally:
            transaction.set_rollback(rollback=True)
            self.world.__exit__(None, None, None)

    @initialize(name=NAMES, killed=TOLLS)
    def first(self, name: str, killed: int) -> None:
        self.create(name, killed)

    @rule(name=NAMES, killed=TOLLS)
    def create(self, name: str, killed: int) -> None:
        if len(self.cases) > 2 or not self.law.people[name].active:
            return
        title = f"Incident {len(self.cases) + 1}"
        uid = self.room.log(name, title, killed)
        self.cases[uid] = Case(creator=name, title=title, killed=killed, writers={name})
        self.compare(uid)

    @rule(name=NAMES, which=WHICH, words=st.integers(0, 9))
    def retitle(self, name: str, which: int, words: int) -> None:
        uid, case = self.pick(which)
        title = f"{case.title[:10]} {words}"
        fields = {"title": title, "graphic": "no", "personal_data": "no", **self.room.terms(uid)}
        self.room.post(name, "describe", fields, uid=uid)
        if self.law.may_edit(name, case):
            expected.edited(case, name)
            case.title = title
        self.compare(uid)

    @rule(name=NAMES, which=WHICH, killed=TOLLS)
    def correct_toll(self, name: str, which: int, killed: int) -> None:
        """Withdraw the figure that stands and add another: two edits by one person."""
        uid, case = self.pick(which)
        standing = (
            Incident.objects.get(uid=uid).assertions.filter(kind="casualty").exclude(verification="withdrawn").get()
        )
        self.room.post(name, "claim_withdraw", self.room.terms(uid), uid=uid, claim=standing.uid)
        self.room.toll(name, uid, killed)
        if self.law.may_edit(name, case):
            expected.edited(case, name)
            case.killed = killed
        self.compare(uid)

    @rule(name=NAMES, which=WHICH)
    def confide(self, name: str, which: int) -> None:
        uid, case = self.pick(which)
        self.room.confide(name, uid)
        if self.law.may_edit(name, case):
            expected.edited(case, name)
        self.compare(uid)

    @rule(name=NAMES, which=WHICH)
    def submit(self, name: str, which: int) -> None:
        uid, case = self.pick(which)
        self.room.post(name, "submit", {"note": ""}, uid=uid)
        if self.law.may_submit(name, case):
            case.submitters.add(name)
            case.state = "in_review"
        self.compare(uid)

    @rule(name=NAMES, which=WHICH)
    def approve(self, name: str, which: int) -> None:
        uid, case = self.pick(which)
        self.decide(name, uid, "approve")
        if self.law.may_approve(name, case):
            case.approvers.add(name)
            case.state = "approved"
        self.compare(uid)

    @rule(name=NAMES, which=WHICH, decision=st.sampled_from(["request_changes", "reject"]))
    def send_back(self, name: str, which: int, decision: str) -> None:
        uid, case = self.pick(which)
        self.decide(name, uid, decision)
        if self.law.may_send_back(name, case):
            case.state = "rejected" if decision == "reject" else "changes_requested"
        self.compare(uid)

    @rule(name=NAMES, which=WHICH, kind=st.sampled_from(["update", "correction"]))
    def publish(self, name: str, which: int, kind: str) -> None:
        uid, case = self.pick(which)
        self.room.post(name, "publish", {"kind": kind, "summary": "More is known."}, uid=uid)
        if self.law.may_publish(name, case):
            expected.published(case)
        self.compare(uid)

    @rule(names=st.permutations(sorted(CAST)), which=WHICH)
    def carry(self, names: list[str], which: int) -> None:
        """Everybody in turn tries to hand it in, to approve it and to publish it: mostly it comes out."""
        for deed in (self.submit, self.approve, lambda name, number: self.publish(name, number, "update")):
            for name in names:
                deed(name, which)

    @rule(name=NAMES, which=WHICH)
    def withdraw(self, name: str, which: int) -> None:
        uid, case = self.pick(which)
        self.room.post(name, "withdraw", {"reason": "It did not happen."}, uid=uid)
        if self.law.may_withdraw(name, case):
            expected.withdrawn(case)
        self.compare(uid)

    @rule(name=NAMES, which=WHICH)
    def reopen(self, name: str, which: int) -> None:
        uid, case = self.pick(which)
        self.room.post(name, "reopen", {"reason": "It did happen."}, uid=uid)
        if self.law.may_reopen(name, case):
            case.state = "draft"
        self.compare(uid)

    @rule(name=OTHERS, role=st.sampled_from(expected.RANKS[:-1]))
    def change_role(self, name: str, role: str) -> None:
        self.room.administer("accounts_person", name, {"role": role})
        self.law.people[name].role = role

    @rule(name=OTHERS)
    def deactivate(self, name: str) -> None:
        self.room.administer("accounts_deactivate", name, {})
        self.law.people[name].active = False

    @rule(name=OTHERS)
    def reactivate(self, name: str) -> None:
        self.room.administer("accounts_reactivate", name, {})
        self.law.people[name].active = True
        self.room.return_of(name)

    def decide(self, name: str, uid: UUID, decision: str) -> Any:
        fields = {"decision": decision, "reason": "As I read it.", "revision": self.room.revision(uid)}
        return self.room.post(name, "review_decide", fields, uid=uid)

    def pick(self, which: int) -> tuple[UUID, Case]:
        uid = list(self.cases)[which % len(self.cases)]
        return uid, self.cases[uid]

    def compare(self, uid: UUID) -> None:
        """The desk's row and the public's page are what the rules say."""
        case, incident = self.cases[uid], Incident.objects.get(uid=uid)
        now = (incident.state, incident.published_number)
        assert now == (case.state, case.number), f"{now}, and should be {(case.state, case.number)}"
        if case.seen is None:
            assert incident.public_id is None
            return
        page = self.room.read(f"/incidents/{incident.public_id}/")
        assert SECRET not in page.content.decode()
        data = self.room.read(f"/incidents/{incident.public_id}.json")
        if case.seen.status == "withdrawn":
            assert (page.status_code, data.status_code) == (GONE, GONE)
            return
        assert (page.status_code, data.status_code) == (LIVE, LIVE)
        content = data.json()["content"]
        assert (content["title"], content["killed"]["best"]) == (case.seen.title, case.seen.killed)
        assert data.json()["version"] == case.number
