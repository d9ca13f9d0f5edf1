"""Back to what a version said: one pending change, which somebody else must approve."""

import pytest
from django.test import Client

from accounts.roles import Role
from incidents.choices import State
from incidents.models import Assertion, Incident
from incidents.selectors.content import public_content
from incidents.services.asserting import assert_claim, supersede
from incidents.services.inputs import CasualtyValue, Claim, Description
from incidents.services.logging import describe
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk
from tests.public.reading import heading

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(people: Desk, editor: Sitting) -> Incident:
    """A public incident of which the second version says something else in every way there is."""
    made = making.published(people, killed="12")
    first = made.assertions.get(kind="casualty")
    dated = made.assertions.get(kind="time")
    report = making.source(people.editor)
    other = Claim(value=CasualtyValue(measure="killed", verbatim="14"), citations=making.quoted(report, "14 killed"))
    second = assert_claim(actor=people.editor, incident=made, claim=other, summary="More")
    supersede(actor=people.editor, incident=made, old=first, new=second, summary="Newer")
    editor.fill("claim", {"when": "4 January 2024", "edit_summary": "Misread"}, uid=made.uid, claim=dated.uid)
    fact = made.assertions.get(kind="characteristic")
    editor.fill("claim_withdraw", {"edit_summary": "Not said"}, uid=made.uid, claim=fact.uid)
    made.refresh_from_db()
    retitled = Description(title="Another title", graphic=True, personal_data=False)
    describe(actor=people.editor, incident=made, description=retitled, summary="Retitled")
    making.republished(people, made)
    return made


def test_a_version_is_said_again_approved_by_somebody_else(
    client: Client, people: Desk, editor: Sitting, changed: Incident
) -> None:
    was = client.get(f"/incidents/{changed.public_id}/v/1.json").json()["content"]
    page = editor.send("revert", {"reason": "The second report was a hoax."}, uid=changed.uid, number=1)
    assert page.status_code == 302, problems(page)
    changed.refresh_from_db()
    assert changed.state == State.DRAFT
    assert heading(client.get(f"/incidents/{changed.public_id}/")) == "Another title"

    now = public_content(changed)
    for part in ("title", "occurred", "killed", "attack_types", "criteria", "sensitivity", "place"):
        assert now[part] == was[part], part
    standing = [one for one in now["claims"] if one["verification"] != "withdrawn"]
    assert standing == was["claims"]
    assert Assertion.objects.filter(incident=changed).count() == len(was["claims"]) + 1
    page = text(editor.get("incident", uid=changed.uid))
    assert "took it back to an earlier version" in page
    assert "not all of it can come back" not in page

    editor.send("submit", {"note": ""}, uid=changed.uid)
    own = editor.send("review_decide", {"decision": "approve", "revision": changed.revision}, uid=changed.uid)
    assert own.status_code == 403
    reviewer = Sitting(people.reviewer)
    reviewer.send("review_decide", {"decision": "approve", "revision": changed.revision}, uid=changed.uid)
    Sitting(people.publisher).publish(changed, kind="correction", summary="Back to the first report.")
    assert heading(client.get(f"/incidents/{changed.public_id}/")) == "Two bombings in Kerman"
    assert heading(client.get(f"/incidents/{changed.public_id}/v/2/")) == "Another title"


def test_a_version_that_never_was_and_a_missing_reason_are_refused(editor: Sitting, changed: Incident) -> None:
    page = editor.send("revert", {"reason": "Because."}, uid=changed.uid, number=7)
    assert "There is no version 7 to go back to." in problems(page)[0]
    assert problems(editor.send("revert", {"reason": ""}, uid=changed.uid, number=1)) == ["Reason: Fill this in."]


def test_a_contributor_does_not_take_a_public_incident_back(changed: Incident) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    assert contributor.send("revert", {"reason": "Because."}, uid=changed.uid, number=1).status_code == 403
