"""The flow of a review: what is wrong in terms of a list, from one to the next, what readers know folded."""

import pytest

from incidents.models import Assertion, Incident
from incidents.services.reviewing import submit
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed_in(people: Desk, incident: Incident) -> Incident:
    submit(actor=people.editor, incident=incident)
    return incident


def toll_of(incident: Incident) -> Assertion:
    return Assertion.objects.get(incident=incident, casualty__measure="killed")


def test_changes_are_requested_in_terms_of_the_list_and_the_authors_read_them(
    reviewer: Sitting, handed_in: Incident
) -> None:
    asked = {"revision": handed_in.revision, "decision": "request_changes", "reasons": ["other"], "reason": ""}
    page = reviewer.send("review_decide", asked, uid=handed_in.uid)
    assert problems(page) == ["Reason: Give the reason: the authors need it to go on."]
    page = reviewer.send("review_decide", asked | {"reasons": ["bad mood"]}, uid=handed_in.uid)
    assert problems(page)[0].startswith("What is wrong: Select a valid choice.")

    asked |= {"reasons": ["place_too_precise", "wording", "other"], "reason": "See below."}
    reviewer.send("review_decide", asked, uid=handed_in.uid)
    assert handed_in.reviews.get().reasons == ["place_too_precise", "wording", "other"]
    assert "Place too precise; Wording: See below." in text(reviewer.get("incident", uid=handed_in.uid))


def test_a_reviewer_goes_from_one_to_the_next_that_they_may_decide(
    reviewer: Sitting, people: Desk, handed_in: Incident
) -> None:
    mine = making.incident(reviewer.person, title="Written by the reviewer")
    submit(actor=reviewer.person, incident=mine)
    last = making.incident(people.editor, title="Handed in last")
    submit(actor=people.editor, incident=last)

    assert reviewer.get("review_skip", uid=handed_in.uid)["Location"] == f"/desk/incidents/{last.uid}/review/"
    assert reviewer.get("review_skip", uid=last.uid)["Location"] == f"/desk/incidents/{handed_in.uid}/review/"
    decided = {"revision": last.revision, "decision": "approve", "action": "next"}
    page = reviewer.send("review_decide", decided, uid=last.uid)
    assert page["Location"] == f"/desk/incidents/{handed_in.uid}/review/"
    page = reviewer.get("review_skip", uid=handed_in.uid)
    assert page["Location"] == "/desk/?tab=in_review"
    assert "Nothing else waits for your review." in text(reviewer.client.get(page["Location"]))
    assert Sitting(people.editor).get("review_skip", uid=last.uid)["Location"] == "/desk/?tab=in_review"


def test_claims_that_readers_know_are_folded_until_somebody_asks_about_one(
    reviewer: Sitting, editor: Sitting, people: Desk
) -> None:
    made = making.published(people)
    editor.fill("claim", {"verbatim": "14", "edit_summary": "New toll"}, uid=made.uid, claim=toll_of(made).uid)
    made.refresh_from_db()
    submit(actor=people.editor, incident=made)
    page = reviewer.get("review", uid=made.uid)
    assert [row["text"] for row in page.context["rows"]] == ["14 killed"]
    folded = page.context["unchanged"]
    assert len(folded) == 3
    assert "3 claims as readers know them" in text(page)

    reviewer.send("comment", {"about": folded[0]["about"], "comment": "Is this still so?"}, uid=made.uid)
    page = reviewer.get("review", uid=made.uid)
    assert [row["uid"] for row in page.context["rows"]] == [folded[0]["uid"], str(toll_of(made).uid)]
