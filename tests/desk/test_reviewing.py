"""Review: what is claimed beside its quote, comments, the decision and who may take it."""

import pytest

from accounts.roles import Role
from incidents.choices import CommentState, State
from incidents.models import Approval, Assertion, Incident, ReviewComment, Source
from incidents.services.capturing import capture_text
from incidents.services.publishing import withdraw
from incidents.services.reviewing import submit
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

DESCRIBED = {"title": "Another title", "graphic": "no", "personal_data": "no", "edit_summary": "A better title"}


@pytest.fixture
def handed_in(people: Desk, incident: Incident) -> Incident:
    submit(actor=people.editor, incident=incident, note="Please check the toll.")
    return incident


def toll_of(incident: Incident) -> Assertion:
    return Assertion.objects.get(incident=incident, casualty__measure="killed")


def test_an_author_submits_when_every_gate_is_open(editor: Sitting, incident: Incident) -> None:
    page = editor.fill("submit", {"note": "Please check the toll."}, uid=incident.uid)

    incident.refresh_from_db()
    assert page.status_code == 302
    assert incident.state == State.IN_REVIEW
    assert "Please check the toll." in text(editor.get("review", uid=incident.uid))


def test_closed_gates_are_listed_with_a_way_to_mend_each(editor: Sitting) -> None:
    editor.fill("new", {"title": "Two bombings in Kerman"})
    made = Incident.objects.get()
    shown = text(editor.get("submit", uid=made.uid))
    assert f"/desk/incidents/{made.uid}/claims/new/time/" in shown
    assert f"/desk/incidents/{made.uid}/claims/new/location/" in shown
    assert f"/desk/incidents/{made.uid}/describe/" in shown

    page = editor.send("submit", {"note": ""}, uid=made.uid)
    assert page.status_code == 409
    assert len(problems(page)) == 5
    made.refresh_from_db()
    assert made.state == State.DRAFT


def test_a_reviewer_sees_each_claim_beside_its_quote_in_the_captured_text(
    reviewer: Sitting, people: Desk, handed_in: Incident
) -> None:
    article = "On Wednesday two blasts\nkilled   12 people near the cemetery, officials said."
    capture_text(actor=people.editor, source=Source.objects.get(), text=article)
    shown = text(reviewer.get("review", uid=handed_in.uid))

    assert "12 killed" in shown
    assert "<mark>killed   12 people</mark>" in shown
    assert "The captured text does not hold this quote." in shown
    assert "F: reliability cannot be judged" in shown
    assert "It was never published: everything is new." in shown


def test_a_reviewer_who_wrote_none_of_it_approves(reviewer: Sitting, handed_in: Incident) -> None:
    reviewer.fill("review", {}, uid=handed_in.uid)
    page = reviewer.send("review_decide", {"revision": handed_in.revision, "decision": "approve"}, uid=handed_in.uid)

    handed_in.refresh_from_db()
    assert page.status_code == 302
    assert handed_in.state == State.APPROVED
    assert Approval.objects.get().approver == reviewer.person


def test_an_author_cannot_approve_and_is_told_why(people: Desk, handed_in: Incident) -> None:
    author = Sitting(people.editor)
    people.editor.role = "senior"
    people.editor.save(update_fields=["role"])
    sentence = "You wrote part of this. Somebody who wrote none of it must review it."
    assert sentence in text(author.get("review", uid=handed_in.uid))

    page = author.send("review_decide", {"revision": handed_in.revision, "decision": "approve"}, uid=handed_in.uid)
    assert page.status_code == 403
    assert sentence in text(page)
    handed_in.refresh_from_db()
    assert handed_in.state == State.IN_REVIEW
    assert not Approval.objects.exists()


def test_who_hands_it_in_does_not_review_it_even_without_having_written_it(people: Desk, incident: Incident) -> None:
    other = Sitting(making.person(Role.SENIOR))
    other.send("assign", {"to": other.person.pk}, uid=incident.uid)
    other.send("submit", {"note": ""}, uid=incident.uid)
    incident.refresh_from_db()
    assert incident.state == State.IN_REVIEW

    asked = {"revision": incident.revision, "decision": "approve"}
    page = other.send("review_decide", asked, uid=incident.uid)
    assert page.status_code == 403
    assert "You submitted this. Somebody else must review it." in text(page)


def test_a_withdrawal_does_not_make_an_author_a_stranger_to_their_own_edit(people: Desk) -> None:
    made = making.published(people)
    author = Sitting(making.person(Role.SENIOR))
    author.send("describe", {**DESCRIBED, "revision": made.revision}, uid=made.uid)
    withdraw(actor=people.publisher, incident=made, reason="It did not happen.")
    author.send("reopen", {"reason": "It did."}, uid=made.uid)
    made.refresh_from_db()
    submit(actor=people.editor, incident=made)

    page = author.send("review_decide", {"revision": made.revision, "decision": "approve"}, uid=made.uid)
    assert page.status_code == 403
    assert "You wrote part of this." in text(page)


def test_what_is_public_is_not_taken_up_again(people: Desk) -> None:
    made = making.published(people)
    page = Sitting(making.person(Role.SENIOR)).send("reopen", {"reason": "To look at it."}, uid=made.uid)

    made.refresh_from_db()
    assert page.status_code == 409
    assert made.state == State.PUBLISHED


def test_an_editor_is_told_that_reviewing_takes_a_reviewer(people: Desk, handed_in: Incident) -> None:
    other = Sitting(making.person())
    page = other.send("review_decide", {"revision": handed_in.revision, "decision": "approve"}, uid=handed_in.uid)

    assert page.status_code == 403
    assert "Reviewing takes the role of reviewer." in text(page)


def test_what_was_edited_meanwhile_is_not_approved(
    reviewer: Sitting, editor: Sitting, people: Desk, handed_in: Incident
) -> None:
    seen = handed_in.revision
    editor.fill("describe", {"title": "Another title"}, uid=handed_in.uid)
    handed_in.refresh_from_db()
    submit(actor=people.editor, incident=handed_in)
    page = reviewer.send("review_decide", {"revision": seen, "decision": "approve"}, uid=handed_in.uid)

    assert page.status_code == 409
    assert "was edited while you were reviewing it" in text(page)
    assert not Approval.objects.exists()


def test_changes_are_requested_with_a_reason_and_the_reason_is_kept_when_it_is_refused(
    reviewer: Sitting, handed_in: Incident
) -> None:
    asked = {"revision": handed_in.revision, "decision": "request_changes", "reason": ""}
    page = reviewer.send("review_decide", asked, uid=handed_in.uid)
    assert problems(page) == ["Reason: Give the reason: the authors need it to go on."]

    reviewer.send("review_decide", asked | {"reason": "The toll needs a source."}, uid=handed_in.uid)
    handed_in.refresh_from_db()
    assert handed_in.state == State.CHANGES_REQUESTED
    assert "The toll needs a source." in text(reviewer.get("incident", uid=handed_in.uid))


def test_an_incident_is_rejected_and_taken_up_again_by_a_senior(reviewer: Sitting, handed_in: Incident) -> None:
    asked = {"revision": handed_in.revision, "decision": "reject", "reason": "Not an attack."}
    reviewer.send("review_decide", asked, uid=handed_in.uid)
    handed_in.refresh_from_db()
    assert handed_in.state == State.REJECTED

    senior = Sitting(making.person(Role.SENIOR))
    senior.fill("reopen", {"reason": "It was one after all."}, uid=handed_in.uid)
    handed_in.refresh_from_db()
    assert handed_in.state == State.DRAFT


def test_an_open_comment_keeps_an_incident_from_being_approved_until_it_is_answered(
    reviewer: Sitting, editor: Sitting, handed_in: Incident
) -> None:
    about = f"claim:{toll_of(handed_in).uid}"
    remark = {"about": about, "comment": "Which ministry said 12?", "blocking": "on"}
    assert reviewer.send("comment", remark, uid=handed_in.uid).status_code == 302
    decision = {"revision": handed_in.revision, "decision": "approve"}
    page = reviewer.send("review_decide", decision, uid=handed_in.uid)
    assert "Comments are still open. They must be answered before approval." in problems(page)[0]

    comment = ReviewComment.objects.get()
    assert "Which ministry said 12?" in text(editor.get("incident", uid=handed_in.uid))
    answered = {"answer": "The health ministry.", "action": "answer", "back": "incident"}
    editor.send("comment_settle", answered, uid=handed_in.uid, comment=comment.pk)
    comment.refresh_from_db()
    assert comment.state == CommentState.ANSWERED
    assert "The health ministry." in text(reviewer.get("review", uid=handed_in.uid))
    assert reviewer.send("review_decide", decision, uid=handed_in.uid).status_code == 302


def test_a_comment_of_an_earlier_round_still_blocks(
    reviewer: Sitting, editor: Sitting, people: Desk, handed_in: Incident
) -> None:
    remark = {"about": "field:title", "comment": "Not neutral.", "blocking": "on"}
    reviewer.send("comment", remark, uid=handed_in.uid)
    asked = {"revision": handed_in.revision, "decision": "request_changes", "reason": "See the comment."}
    reviewer.send("review_decide", asked, uid=handed_in.uid)
    editor.fill("describe", {"desk_note": "Edited elsewhere"}, uid=handed_in.uid)
    handed_in.refresh_from_db()
    submit(actor=people.editor, incident=handed_in)

    page = reviewer.send("review_decide", {"revision": handed_in.revision, "decision": "approve"}, uid=handed_in.uid)
    assert "Comments are still open" in problems(page)[0]


def test_an_author_cannot_resolve_a_reviewers_comment(reviewer: Sitting, editor: Sitting, handed_in: Incident) -> None:
    reviewer.send("comment", {"about": "field:title", "comment": "Not neutral.", "blocking": "on"}, uid=handed_in.uid)
    comment = ReviewComment.objects.get()
    page = editor.send("comment_settle", {"action": "resolve"}, uid=handed_in.uid, comment=comment.pk)

    assert page.status_code == 403
    comment.refresh_from_db()
    assert comment.state == CommentState.OPEN


def test_an_empty_comment_is_refused_where_it_was_written(reviewer: Sitting, handed_in: Incident) -> None:
    page = reviewer.send("comment", {"about": "field:title", "comment": ""}, uid=handed_in.uid)

    assert page.status_code == 422
    assert problems(page) == ["Comment: Fill this in."]
    assert 'href="#id_comment"' in text(page)
    assert 'id="id_comment"' in text(page)


def test_an_edit_lapses_the_approval(reviewer: Sitting, editor: Sitting, handed_in: Incident) -> None:
    reviewer.send("review_decide", {"revision": handed_in.revision, "decision": "approve"}, uid=handed_in.uid)
    editor.fill("claim", {"verbatim": "13"}, uid=handed_in.uid, claim=toll_of(handed_in).uid)

    handed_in.refresh_from_db()
    assert handed_in.state == State.DRAFT
    assert Approval.objects.get().lapsed_at is not None
    assert "Nobody has approved this revision." in text(reviewer.get("review", uid=handed_in.uid))


def test_the_review_of_a_change_shows_only_what_changed_word_by_word(
    reviewer: Sitting, editor: Sitting, people: Desk
) -> None:
    made = making.published(people)
    toll = toll_of(made)
    editor.fill("claim", {"verbatim": "at least 14", "edit_summary": "New toll"}, uid=made.uid, claim=toll.uid)
    made.refresh_from_db()
    submit(actor=people.editor, incident=made)
    page = reviewer.get("review", uid=made.uid)

    labels = [row.label for row in page.context["changes"]]
    assert labels == ["Killed", "Casualty figure"]
    assert "[removed: </span>12<span" in text(page)
    assert "[added: </span>at least 14<span" in text(page)


def test_a_senior_signs_a_public_exception_from_a_gate(editor: Sitting, people: Desk, incident: Incident) -> None:
    making.claimed(people.editor, incident, by="Example Front", ground="analyst_inference")
    senior = Sitting(making.person(Role.SENIOR))
    assert "Sign an exception" in text(senior.get("incident", uid=incident.uid))
    senior.fill("waive", {"reason": "Named in a sealed judgment."}, uid=incident.uid, gate="attribution")

    assert "Passed by a signed, public exception." in text(editor.get("incident", uid=incident.uid))
    assert editor.get("waive", uid=incident.uid, gate="attribution").status_code == 403
    assert senior.get("waive", uid=incident.uid, gate="dated").status_code == 404
