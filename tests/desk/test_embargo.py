"""A publication set for a moment: nothing before, exactly what was approved then, called off by any publisher."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as mailbox
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from incidents.choices import EmbargoStage, NoticeEvent, State
from incidents.models import Embargo, Incident, Notice, PublishedIncident, Version
from incidents.services.embargo import publish_embargoed
from incidents.services.mailing import mail_notice
from incidents.services.reviewing import approve, submit
from tests import making
from tests.desk.sitting import Sitting, address, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

SOON = (datetime.now(UTC) + timedelta(days=2)).replace(hour=9, minute=0, second=0, microsecond=0)
TYPED = SOON.strftime("%Y-%m-%d %H:%M")
SHOWN = f"{SOON.day} {SOON:%B %Y}, 09:00 UTC"


@pytest.fixture
def approved(people: Desk, incident: Incident) -> Incident:
    submit(actor=people.editor, incident=incident)
    approve(actor=people.reviewer, incident=incident, revision=incident.revision)
    return incident


@pytest.fixture
def held_back(publisher: Sitting, approved: Incident) -> Embargo:
    publisher.publish(approved, until=TYPED)
    return Embargo.objects.get()


def told() -> set[User]:
    """Those who were told, each once, that it was not published at its moment."""
    people = [one.recipient for one in Notice.objects.filter(event=NoticeEvent.EMBARGO_FELL)]
    assert len(people) == len(set(people))
    return set(people)


def test_nothing_is_public_before_the_moment(publisher: Sitting, approved: Incident, held_back: Embargo) -> None:
    assert (held_back.until, held_back.stage) == (SOON, EmbargoStage.WAITING)
    assert publish_embargoed(embargo=held_back.pk, now=SOON - timedelta(seconds=1)) is None
    approved.refresh_from_db()
    assert (approved.state, approved.public_id, approved.published_number) == (State.APPROVED, None, 0)
    assert not Version.objects.exists()
    assert not PublishedIncident.objects.exists()
    for page in (publisher.get("incident", uid=approved.uid), publisher.get("publish", uid=approved.uid)):
        assert SHOWN in text(page)
    assert f"Public on {SHOWN}" in text(publisher.get("queue"))


def test_it_is_published_at_the_moment_once(approved: Incident, held_back: Embargo, publisher: Sitting) -> None:
    assert publish_embargoed(embargo=held_back.pk, now=SOON) == EmbargoStage.PUBLISHED
    assert publish_embargoed(embargo=held_back.pk, now=SOON) is None
    approved.refresh_from_db()
    assert approved.state == State.PUBLISHED
    assert Version.objects.get().content_sha256 == held_back.content_sha256
    assert approved.publications.get().published_by == publisher.person


def test_the_worker_is_asked_for_that_moment(held_back: Embargo) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob  # noqa: PLC0415  a table of the worker's

    job = ProcrastinateJob.objects.get(task_name="publish_embargoed")
    assert (job.args, job.scheduled_at) == ({"embargo": held_back.pk}, SOON)


def test_an_edit_lets_it_fall_even_when_it_is_approved_again(
    editor: Sitting, publisher: Sitting, people: Desk, approved: Incident, held_back: Embargo
) -> None:
    editor.fill("describe", {"title": "Another title"}, uid=approved.uid)
    approved.refresh_from_db()
    making.approved(people, approved)
    assert SHOWN not in text(publisher.get("publish", uid=approved.uid))

    assert Notice.objects.filter(recipient=publisher.person, event=NoticeEvent.EDITED).count() == 1
    assert publish_embargoed(embargo=held_back.pk, now=SOON) == EmbargoStage.REFUSED
    held_back.refresh_from_db()
    assert held_back.why.startswith("It was edited after it was set for this moment.")
    assert not Version.objects.exists()
    assert told() == {people.editor, publisher.person}


def test_what_changed_behind_the_approval_is_not_published(approved: Incident, held_back: Embargo) -> None:
    source = approved.assertions.first().citations.first().source  # type: ignore[union-attr]
    source.title = "Retitled behind everybody's back"
    source.save()
    assert publish_embargoed(embargo=held_back.pk, now=SOON) == EmbargoStage.REFUSED
    assert not Version.objects.exists()


@pytest.mark.parametrize("who", ["publisher", "reviewer"])
def test_who_set_it_and_who_approved_it_must_still_be_allowed_to(people: Desk, held_back: Embargo, who: str) -> None:
    User.objects.filter(pk=getattr(people, who).pk).update(role=Role.EDITOR)
    assert publish_embargoed(embargo=held_back.pk, now=SOON) == EmbargoStage.REFUSED
    assert publish_embargoed(embargo=held_back.pk, now=SOON) is None
    assert not Version.objects.exists()
    assert told() == {people.editor, people.publisher}
    for one in Notice.objects.filter(event=NoticeEvent.EMBARGO_FELL):
        assert mail_notice(notice=one.pk, address="https://desk.example/1", choose="https://desk.example/2")
        assert not mail_notice(notice=one.pk, address="https://desk.example/1", choose="https://desk.example/2")
    assert {tuple(one.to) for one in mailbox.outbox} == {(people.editor.email,), (people.publisher.email,)}
    assert all("Two bombings" not in f"{one.subject} {one.body}" for one in mailbox.outbox)
    notice = Notice.objects.get(recipient=people.editor, event=NoticeEvent.EMBARGO_FELL)
    page = Sitting(people.editor).client.get(address("notice", notice=notice.pk), follow=True)
    assert "The clock" in text(page)


def test_another_publisher_calls_it_off_and_publishes_at_once(approved: Incident, held_back: Embargo) -> None:
    other = Sitting(making.person(Role.PUBLISHER))
    page = other.publish(approved)
    assert page.status_code == 409
    assert "Call that off first." in problems(page)[0]

    assert other.send("call_off", uid=approved.uid).status_code == 302
    assert other.send("call_off", uid=approved.uid).status_code == 409
    assert held_back.set_by in told()
    assert other.person not in told()
    assert publish_embargoed(embargo=held_back.pk, now=SOON) is None
    other.send("publish", {}, uid=approved.uid)
    assert Version.objects.count() == 1


def test_a_reviewer_neither_sets_it_nor_calls_it_off(reviewer: Sitting, approved: Incident, held_back: Embargo) -> None:
    assert reviewer.send("call_off", uid=approved.uid).status_code == 403
    held_back.refresh_from_db()
    assert held_back.stage == EmbargoStage.WAITING


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2001-01-01 09:00", "Give a moment that is still to come, within a year."),
        ("2999-01-01 09:00", "Give a moment that is still to come, within a year."),
        ("5 December 2026", "Give the day and the time, as in 5 December 2026, 09:00."),
        ("soon", "was not understood"),
    ],
)
def test_a_moment_that_cannot_be_is_refused_and_kept(
    publisher: Sitting, approved: Incident, typed: str, told: str
) -> None:
    page = publisher.publish(approved, until=typed)
    assert page.status_code == 422
    assert told in problems(page)[0]
    assert f'value="{typed}"' in text(page)
    assert not Embargo.objects.exists()


def test_a_moment_is_moved_by_calling_it_off_and_setting_another(
    publisher: Sitting, approved: Incident, held_back: Embargo
) -> None:
    publisher.send("call_off", uid=approved.uid)
    publisher.send("publish", {"until": (SOON + timedelta(days=1)).isoformat()[:16]}, uid=approved.uid)
    publish_embargoed(embargo=held_back.pk, now=timezone.now() + timedelta(days=2, hours=23))
    assert list(Embargo.objects.values_list("stage", flat=True)) == [EmbargoStage.WAITING, EmbargoStage.CANCELLED]
    assert not Version.objects.exists()


def test_a_later_version_is_explained_when_it_is_set(publisher: Sitting, editor: Sitting, people: Desk) -> None:
    made = making.published(people)
    editor.fill("describe", {"title": "Another title", "edit_summary": "Better"}, uid=made.uid)
    made.refresh_from_db()
    making.approved(people, made)
    page = publisher.publish(made, until=TYPED)
    assert problems(page) == ["Kind of change: Choose one.", "What changed, for readers: Fill this in."]

    publisher.send("publish", {"kind": "update", "summary": "A better title.", "until": TYPED}, uid=made.uid)
    publish_embargoed(embargo=Embargo.objects.get().pk, now=SOON)
    assert Version.objects.get(number=2).summary == "A better title."
