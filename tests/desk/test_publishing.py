"""Publication: exactly what was approved, once; the second approval; withdrawal."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from accounts.models import User
from accounts.roles import Role
from incidents.choices import State
from incidents.models import Approval, Incident, Publication, PublishedIncident, Version
from incidents.rules.refusals import StateConflictError
from incidents.selectors.content import content_hash, public_content
from incidents.services.asserting import assert_claim
from incidents.services.inputs import CasualtyValue, Claim
from incidents.services.logging import reopen
from incidents.services.publishing import publish, withdraw
from incidents.services.reviewing import approve, submit
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(people: Desk, incident: Incident) -> Incident:
    submit(actor=people.editor, incident=incident)
    approve(actor=people.reviewer, incident=incident, revision=incident.revision)
    return incident


def test_a_publisher_sees_exactly_what_will_be_published(publisher: Sitting, approved: Incident) -> None:
    shown = text(publisher.get("publish", uid=approved.uid))

    assert content_hash(public_content(approved)) in shown
    assert "&quot;schema&quot;: &quot;attest-incident/1&quot;" in shown
    assert f"Approved by {Approval.objects.get().approver.display_name}" in shown


def test_a_publisher_publishes_after_giving_the_password_again(publisher: Sitting, approved: Incident) -> None:
    asked = publisher.send("publish", {}, uid=approved.uid)
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert not Version.objects.exists()

    page = publisher.confirm()
    approved.refresh_from_db()
    assert page["Location"] == f"/desk/incidents/{approved.uid}/"
    assert (approved.state, approved.public_id) == (State.PUBLISHED, "INC-2024-000001")
    assert "Published as INC-2024-000001, version 1." in text(publisher.get("incident", uid=approved.uid))


def test_two_who_publish_at_once_publish_once(publisher: Sitting, approved: Incident) -> None:
    other = Sitting(making.person(Role.PUBLISHER))
    publisher.publish(approved)
    page = other.publish(approved)

    assert page.status_code == 409
    assert "Only an approved incident is published." in text(page)
    assert Version.objects.count() == 1


def test_a_reviewer_does_not_publish(reviewer: Sitting, approved: Incident) -> None:
    page = reviewer.get("publish", uid=approved.uid)

    assert page.status_code == 403
    assert "This takes the role of publisher." in text(page)


def test_a_record_of_high_risk_waits_for_the_second_approval(publisher: Sitting, people: Desk) -> None:
    made = making.incident(people.editor, killed="nearly 100")
    submit(actor=people.editor, incident=made)
    approve(actor=people.reviewer, incident=made, revision=made.revision)
    assert "You wrote none of it" in text(publisher.get("publish", uid=made.uid))
    page = publisher.publish(made)
    assert page.status_code == 422
    assert "A second person must approve it." in problems(page)[0]

    publisher.send("approve_too", {"revision": made.revision}, uid=made.uid)
    assert Approval.objects.filter(lapsed_at=None).count() == 2
    publisher.send("publish", {}, uid=made.uid)
    made.refresh_from_db()
    assert made.state == State.PUBLISHED


def test_a_later_version_says_for_readers_what_changed(publisher: Sitting, people: Desk) -> None:
    made = making.published(people)
    claim = Claim(
        value=CasualtyValue(measure="wounded", verbatim="30"),
        citations=making.quoted(making.source(people.editor), "wounded 30"),
    )
    assert_claim(actor=people.editor, incident=made, claim=claim, summary="The wounded")
    making.approved(people, made)
    page = publisher.publish(made, kind="", summary="Wounded added.")
    assert problems(page) == ["Kind of change: Choose one."]
    assert "Wounded added." in text(page)

    publisher.send("publish", {"kind": "update", "summary": "Wounded added."}, uid=made.uid)
    assert Version.objects.get(number=2).summary == "Wounded added."


def test_content_that_is_no_longer_what_was_approved_is_not_published(
    publisher: Sitting, people: Desk, approved: Incident
) -> None:
    source = approved.assertions.first().citations.first().source  # type: ignore[union-attr]
    source.title = "Retitled behind everybody's back"
    source.save()
    assert "no longer what was approved" in text(publisher.get("publish", uid=approved.uid))

    page = publisher.publish(approved)
    assert page.status_code == 409
    assert not Version.objects.exists()


def test_a_published_incident_is_withdrawn_with_a_reason(publisher: Sitting, people: Desk) -> None:
    made = making.published(people)
    publisher.send("withdraw", {"reason": ""}, uid=made.uid)
    page = publisher.confirm()
    assert problems(page) == ["Reason: Fill this in."]

    publisher.send("withdraw", {"reason": "It did not happen."}, uid=made.uid)
    made.refresh_from_db()
    assert made.state == State.WITHDRAWN
    assert PublishedIncident.objects.public().current().get().status == "withdrawn"
    assert "It did not happen." in text(publisher.get("incident", uid=made.uid))


def test_somebody_else_looks_at_a_withdrawal(publisher: Sitting, reviewer: Sitting, people: Desk) -> None:
    made, again = making.published(people), making.published(people, title="Taken up again")
    for one in (made, again):
        withdraw(actor=people.publisher, incident=one, reason="It did not happen.")
    assert "You withdrew this. Somebody else must look at it." in text(publisher.get("incident", uid=made.uid))
    assert publisher.send("withdraw_stands", uid=made.uid).status_code == 403
    assert "look whether it was right" not in text(publisher.get("home"))
    assert "look whether it was right" in text(reviewer.get("home"))
    assert "The withdrawal stands" in text(reviewer.get("review", uid=made.uid))
    assert reviewer.send("withdraw_stands", uid=made.uid).status_code == 302
    assert made.reviews.latest("pk").reviewer == people.reviewer
    assert reviewer.send("withdraw_stands", uid=made.uid).status_code == 409

    senior = making.person(Role.SENIOR)
    reopen(actor=senior, incident=again, reason="It did.")
    assert "The withdrawal stands" not in text(reviewer.get("incident", uid=again.uid))
    assert "look whether it was right" not in text(reviewer.get("home"))
    submit(actor=people.editor, incident=again)


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": Role.EDITOR}])
def test_an_approval_counts_only_while_who_gave_it_may_approve(
    publisher: Sitting, people: Desk, approved: Incident, change: dict[str, object]
) -> None:
    """Somebody has left the desk, or holds a lower role, between the approval and the publication."""
    User.objects.filter(pk=people.reviewer.pk).update(**change)
    assert "Who approved this may no longer approve." in text(publisher.get("publish", uid=approved.uid))
    page = publisher.publish(approved)
    assert page.status_code == 409
    assert "Who approved this may no longer approve. Have somebody else approve it." in problems(page)[0]
    assert not Version.objects.exists()

    another = Sitting(making.person(Role.REVIEWER))
    assert "somebody else must approve it" in text(another.get("review", uid=approved.uid))
    another.send("review_decide", {"decision": "approve", "revision": approved.revision}, uid=approved.uid)
    publisher.send("publish", {}, uid=approved.uid)
    approved.refresh_from_db()
    assert approved.state == State.PUBLISHED
    assert Version.objects.get().number == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_press_the_button_in_the_same_moment_publish_once() -> None:
    desk = making.desk()
    made = making.incident(desk.editor)
    making.approved(desk, made)
    together = Barrier(2)

    def press(person: User) -> str:
        try:
            together.wait(timeout=30)
            publish(actor=person, incident=Incident.objects.get(pk=made.pk))
        except StateConflictError as refusal:
            return refusal.sentence
        finally:
            connections.close_all()
        return "published"

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(press, [desk.publisher, making.person(Role.PUBLISHER)]))

    assert told == ["Only an approved incident is published.", "published"]
    assert Version.objects.get().number == 1
    assert Publication.objects.count() == 1
