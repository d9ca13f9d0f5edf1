"""A small thing that a reviewer finds is put right by somebody else, while the incident stays in review (ADR 0026)."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from accounts.models import User
from accounts.roles import Role
from incidents.choices import NoticeEvent, ReviewVerdict, State
from incidents.models import Approval, Incident, Notice, Review, SmallEdit
from incidents.rules.refusals import NotAllowedError
from incidents.services.reviewing import approve, submit
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.isolation.scenes import scene
from tests.making import Desk

WHAT = "Near Kerman, not in it."


@dataclass
class Asked:
    """An incident in review, of which a reviewer asked a colleague for a small edit."""

    people: Desk
    incident: Incident
    colleague: User

    def __post_init__(self) -> None:
        self.reviewer, self.helper = Sitting(self.people.reviewer), Sitting(self.colleague)
        self.author = Sitting(self.people.editor)

    def ask(self, **typed: object) -> object:
        given = {"decision": "small_edit", "of": self.colleague.pk, "reason": WHAT} | typed
        fields = {name: value for name, value in given.items() if value is not None}
        return self.reviewer.send(
            "review_decide", {"revision": self.incident.revision, **fields}, uid=self.incident.uid
        )

    def retitle(self, who: Sitting, title: str) -> object:
        return who.fill("describe", {"title": title}, uid=self.incident.uid)

    def now(self) -> Incident:
        self.incident.refresh_from_db()
        return self.incident


@scene
def in_review_with_a_colleague(_folder: Path) -> Asked:
    people = making.desk()
    colleague = making.person(Role.REVIEWER)
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    return Asked(people, made, colleague)


@pytest.fixture
def asked(in_review_with_a_colleague: Asked) -> Asked:
    found = in_review_with_a_colleague
    answer = found.ask()
    assert answer.status_code == 302  # type: ignore[attr-defined]
    return found


def test_the_colleague_edits_and_the_reviewer_approves_with_one_decision(asked: Asked) -> None:
    assert "asks you for a small edit" in text(asked.helper.get("incident", uid=asked.incident.uid))
    asked.retitle(asked.helper, "Two bombings near Kerman")

    made = asked.now()
    assert made.state == State.IN_REVIEW
    review = Review.objects.get(incident=made)
    assert (review.revision, review.verdict) == (made.revision, ReviewVerdict.OPEN)
    page = asked.reviewer.get("review", uid=made.uid)
    assert '<ins><span class="visually-hidden">[added: </span>near' in text(page)
    assert [row["who"] for row in page.context["edited"]["rows"]] == [asked.colleague.display_name]

    answer = asked.reviewer.send("review_decide", {"revision": made.revision, "decision": "approve"}, uid=made.uid)
    assert answer.status_code == 302
    assert asked.now().state == State.APPROVED
    assert Approval.objects.get(lapsed_at=None).revision == made.revision
    assert list(made.transitions.values_list("target", flat=True)) == [State.APPROVED, State.IN_REVIEW]


def test_both_are_told_once_and_the_history_tells_who_asked_for_what(asked: Asked) -> None:
    asked.retitle(asked.helper, "Two bombings near Kerman")
    asked.retitle(asked.helper, "Two bombings close to Kerman")
    events = list(Notice.objects.filter(event__startswith="small_edit").values_list("recipient", "event"))
    assert sorted(events) == sorted(
        [
            (asked.colleague.pk, NoticeEvent.SMALL_EDIT_ASKED),
            (asked.people.reviewer.pk, NoticeEvent.SMALL_EDIT_MADE),
        ]
    )
    rows = asked.author.get("history", uid=asked.incident.uid).context["rows"]
    name = f"asked {asked.colleague.display_name} for a small edit"
    assert [(row["who"], row["note"]) for row in rows if row["what"] == name] == [
        (asked.people.reviewer.display_name, WHAT)
    ]


def test_who_edited_can_never_approve_and_who_asked_cannot_be_asked(asked: Asked) -> None:
    asked.retitle(asked.helper, "Two bombings near Kerman")
    made = asked.now()
    page = asked.helper.get("review", uid=made.uid)
    assert "You wrote part of this." in text(page)
    sent = asked.helper.send("review_decide", {"revision": made.revision, "decision": "approve"}, uid=made.uid)
    assert sent.status_code == 403
    with pytest.raises(NotAllowedError):
        approve(actor=asked.colleague, incident=made, revision=made.revision)
    assert not Approval.objects.exists()

    own = asked.ask(of=asked.people.reviewer.pk)
    assert own.status_code == 422  # type: ignore[attr-defined]
    assert SmallEdit.objects.count() == 1


def test_anybody_elses_edit_takes_it_back_to_draft_and_ends_the_wish(asked: Asked) -> None:
    asked.retitle(asked.author, "Another title")
    assert asked.now().state == State.DRAFT
    asked.retitle(asked.helper, "Yet another")
    assert asked.now().state == State.DRAFT
    submit(actor=asked.people.editor, incident=asked.incident)
    asked.retitle(asked.helper, "A third")
    assert asked.now().state == State.DRAFT


def test_an_edit_that_opens_a_gate_is_refused_with_what_is_missing(asked: Asked) -> None:
    place = asked.incident.assertions.get(kind="location")
    page = asked.helper.fill("claim_withdraw", {}, uid=asked.incident.uid, claim=place.uid)
    assert page.status_code == 409
    assert "It stays in review only whole." in text(page)
    assert asked.now().state == State.IN_REVIEW
    assert asked.incident.revision == SmallEdit.objects.get().revision


def test_a_decision_over_what_was_seen_before_shows_what_differs(asked: Asked) -> None:
    seen = asked.incident.revision
    asked.retitle(asked.helper, "Two bombings near Kerman")
    page = asked.reviewer.send("review_decide", {"revision": seen, "decision": "approve"}, uid=asked.incident.uid)
    assert page.status_code == 409
    assert page.context["edited"]["revision"] == seen
    assert asked.now().state == State.IN_REVIEW


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"reason": ""}, "Say what to change, in words."),
        ({"of": None}, "Choose who makes it."),
        ({"of": "0"}, "Colleague:"),
    ],
)
def test_what_is_asked_for_and_of_whom_must_be_said(
    in_review_with_a_colleague: Asked, typed: dict[str, object], told: str
) -> None:
    page = in_review_with_a_colleague.ask(**typed)
    assert page.status_code == 422  # type: ignore[attr-defined]
    assert any(told in one for one in problems(page))
    assert not SmallEdit.objects.exists()


@dataclass
class AskedForASecond:
    """An incident of high risk that one reviewer approved, and a second one who is to approve it too."""

    people: Desk
    incident: Incident
    second: User
    colleague: User

    def decide(self, who: User, decision: str, **typed: object) -> object:
        self.incident.refresh_from_db()
        sent = {"decision": decision, "revision": self.incident.revision, **typed}
        return Sitting(who).send("review_decide", sent, uid=self.incident.uid)

    def approvals(self) -> int:
        return Approval.objects.filter(incident=self.incident, lapsed_at=None).count()


@scene
def approved_once(_folder: Path) -> AskedForASecond:
    people = making.desk()
    made = making.incident(people.editor, killed="90")
    submit(actor=people.editor, incident=made)
    approve(actor=people.reviewer, incident=made, revision=made.revision)
    return AskedForASecond(people, made, making.person(Role.REVIEWER), making.person(Role.EDITOR))


def test_a_second_approver_asks_for_a_small_edit_and_both_approve_what_comes_back(
    approved_once: AskedForASecond,
) -> None:
    made, second = approved_once.incident, Sitting(approved_once.second)
    page = second.get("review", uid=made.uid)
    assert "a second person must approve it" in text(page)
    assert 'value="reject"' not in text(page)
    before, what = made.revision, "Near Kerman, not in it."
    asked = approved_once.decide(approved_once.second, "small_edit", of=approved_once.colleague.pk, reason=what)
    assert asked.status_code == 302  # type: ignore[attr-defined]
    made.refresh_from_db()
    assert (made.state, approved_once.approvals()) == (State.APPROVED, 1)

    Sitting(approved_once.colleague).fill("describe", {"title": "Two bombings near Kerman"}, uid=made.uid)
    made.refresh_from_db()
    assert (made.state, made.revision, approved_once.approvals()) == (State.IN_REVIEW, before + 1, 0)
    review = Review.objects.get(incident=made, verdict=ReviewVerdict.OPEN)
    assert (review.requested_by, review.revision) == (approved_once.colleague, made.revision)
    assert Review.objects.get(incident=made, verdict=ReviewVerdict.APPROVED).reviewer == approved_once.people.reviewer
    told = Notice.objects.filter(event=NoticeEvent.SMALL_EDIT_MADE, recipient=approved_once.second)
    assert told.count() == 1
    for who in (approved_once.people.reviewer, approved_once.second):
        page = Sitting(who).get("review", uid=made.uid)
        assert page.context["edited"]["revision"] == before
        assert '<ins><span class="visually-hidden">[added: </span>near' in text(page)
        assert approved_once.decide(who, "approve").status_code == 302  # type: ignore[attr-defined]
    made.refresh_from_db()
    assert (made.state, approved_once.approvals()) == (State.APPROVED, 2)
    page = Sitting(approved_once.colleague).get("review", uid=made.uid)
    assert "You wrote part of this." in text(page) or "takes the role of reviewer" in text(page)


def test_a_second_approver_sends_it_back_and_the_first_decision_stays_on_record(approved_once: AskedForASecond) -> None:
    made = approved_once.incident
    again = approved_once.decide(approved_once.people.reviewer, "small_edit", of=approved_once.colleague.pk, reason="x")
    assert again.status_code == 302  # type: ignore[attr-defined]
    answer = approved_once.decide(approved_once.second, "request_changes", reason="The toll is of another day.")
    assert answer.status_code == 302  # type: ignore[attr-defined]
    made.refresh_from_db()
    assert (made.state, approved_once.approvals()) == (State.CHANGES_REQUESTED, 0)
    verdicts = list(Review.objects.filter(incident=made).order_by("pk").values_list("verdict", "reviewer"))
    assert verdicts == [
        (ReviewVerdict.APPROVED, approved_once.people.reviewer.pk),
        (ReviewVerdict.CHANGES_REQUESTED, approved_once.second.pk),
    ]
    assert approved_once.decide(approved_once.second, "request_changes", reason="x").status_code == 409  # type: ignore[attr-defined]


def test_nothing_is_asked_for_once_no_approval_is_owed(approved_once: AskedForASecond) -> None:
    assert approved_once.decide(approved_once.second, "approve").status_code == 302  # type: ignore[attr-defined]
    third = making.person(Role.REVIEWER)
    for decision in ("small_edit", "request_changes"):
        page = approved_once.decide(third, decision, of=approved_once.colleague.pk, reason="Late.")
        assert page.status_code == 409, decision  # type: ignore[attr-defined]
    approved_once.incident.refresh_from_db()
    assert (approved_once.incident.state, approved_once.approvals()) == (State.APPROVED, 2)
