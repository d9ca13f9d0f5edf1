"""Who may open what, and what they are told who may not."""

import pytest
from django.test import Client

from accounts.roles import Role
from incidents.choices import State
from incidents.models import Incident
from tests import making
from tests.desk.sitting import Sitting, address, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

PAGES = ["incident", "describe", "submit", "summary", "review", "publish", "withdraw", "reopen"]


@pytest.fixture
def contributor() -> Sitting:
    return Sitting(making.person(Role.CONTRIBUTOR))


@pytest.mark.parametrize("name", ["queue", "new", "sources", "source_new"])
def test_anonymous_people_go_to_the_sign_in(name: str) -> None:
    page = Client().get(address(name))

    assert page.status_code == 302
    assert page["Location"] == f"/accounts/login/?next={address(name)}"


@pytest.mark.parametrize("name", PAGES)
def test_anonymous_people_learn_nothing_of_an_incident(incident: Incident, name: str) -> None:
    page = Client().get(address(name, uid=incident.uid))

    assert page.status_code == 302
    assert page["Location"].startswith("/accounts/login/")


def test_somebody_deactivated_is_signed_out_of_the_desk(editor: Sitting) -> None:
    editor.person.is_active = False
    editor.person.save(update_fields=["is_active"])

    assert editor.get("queue").status_code == 302


@pytest.mark.parametrize("name", PAGES)
def test_another_contributors_draft_is_as_if_it_were_not_there(
    contributor: Sitting, incident: Incident, name: str
) -> None:
    hidden = contributor.get(name, uid=incident.uid)
    absent = contributor.get(name, uid="00000000-0000-4000-8000-000000000000")

    assert (hidden.status_code, hidden.content) == (404, absent.content)


def test_a_contributor_cannot_edit_anothers_draft_by_sending_the_form(contributor: Sitting, incident: Incident) -> None:
    page = contributor.send("describe", {"revision": incident.revision, "title": "Mine now"}, uid=incident.uid)

    assert page.status_code == 404
    incident.refresh_from_db()
    assert incident.title == "Two bombings in Kerman"


def test_a_contributor_edits_their_own_draft(contributor: Sitting) -> None:
    contributor.fill("new", {"title": "Two bombings in Kerman"})
    made = Incident.objects.get()

    assert contributor.fill("describe", {"title": "Two explosions"}, uid=made.uid).status_code == 302


def test_a_contributor_reads_a_published_incident_but_does_not_change_it(contributor: Sitting, people: Desk) -> None:
    made = making.published(people)
    sentence = "Contributors change only their own drafts. Ask an editor."
    assert sentence in text(contributor.get("incident", uid=made.uid))

    page = contributor.get("describe", uid=made.uid)
    assert page.status_code == 403
    assert sentence in text(page)
    sent = contributor.send("describe", {"revision": made.revision, "title": "Mine now"}, uid=made.uid)
    assert sent.status_code == 403
    made.refresh_from_db()
    assert made.title == "Two bombings in Kerman"


def test_a_closed_incident_says_who_can_reopen_it(editor: Sitting, people: Desk, incident: Incident) -> None:
    reviewed = Sitting(people.reviewer)
    editor.fill("submit", {}, uid=incident.uid)
    decision = {"revision": incident.revision, "decision": "reject", "reason": "Not one."}
    reviewed.send("review_decide", decision, uid=incident.uid)
    incident.refresh_from_db()
    assert incident.state == State.REJECTED

    page = editor.get("claim_new", uid=incident.uid, kind="casualty")
    assert page.status_code == 403
    assert "This incident is closed. A senior editor can reopen it." in text(page)


def test_only_somebody_who_wrote_it_submits_it(people: Desk, incident: Incident) -> None:
    page = Sitting(making.person(Role.EDITOR)).get("submit", uid=incident.uid)

    assert page.status_code == 403
    assert "Only somebody who wrote it" in text(page)


def test_a_form_without_its_token_is_refused(people: Desk, incident: Incident) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people.editor)
    page = strict.post(address("describe", uid=incident.uid), {"revision": incident.revision, "title": "Forged"})

    assert page.status_code == 403
    incident.refresh_from_db()
    assert incident.title == "Two bombings in Kerman"


@pytest.mark.parametrize("kind", ["unknown", "claim"])
def test_a_kind_of_claim_that_does_not_exist_is_not_there(editor: Sitting, incident: Incident, kind: str) -> None:
    assert editor.get("claim_new", uid=incident.uid, kind=kind).status_code == 404


def test_a_claim_of_another_incident_is_not_there(editor: Sitting, people: Desk, incident: Incident) -> None:
    other = making.incident(people.editor, title="Another")
    claim = other.assertions.first()
    assert claim is not None

    assert editor.get("claim", uid=incident.uid, claim=claim.uid).status_code == 404


def test_a_contributor_learns_nothing_of_drafts_that_are_linked_to_theirs(
    contributor: Sitting, editor: Sitting, incident: Incident
) -> None:
    contributor.fill("new", {"title": "A contributor's own"})
    own = Incident.objects.get(title="A contributor's own")
    to = {"other_query": "own", "other": str(own.uid), "kind": "mentioned_together", "source": ""}
    assert editor.fill("link_new", to, uid=incident.uid).status_code == 302

    assert own.title in text(editor.get("incident", uid=incident.uid)).replace("&#x27;", "'")
    assert incident.title in text(editor.get("incident", uid=own.uid))
    assert incident.title not in text(contributor.get("incident", uid=own.uid))
