"""Notifications: every event once, to those whom it concerns and nobody else; the bell, its page, and the choices."""

from typing import Any

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from accounts.roles import Role
from incidents.choices import NoticeEvent
from incidents.jobs import notify_reviewers, tell_editors_of_report
from incidents.models import ErrorReport, Incident, Notice, Source
from incidents.services.anchoring import check_quotes
from incidents.services.asserting import assert_claim
from incidents.services.capturing import capture_text
from incidents.services.following import follow
from incidents.services.inputs import Claim, Description, TimeValue
from incidents.services.letting_in import let_in
from incidents.services.logging import assign, describe, log_incident
from incidents.services.reviewing import approve, comment, request_changes, submit
from tests import making
from tests.desk.sitting import Sitting, address, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

REPORT = "On 3 January 2024 there were two bombings in Kerman. They killed 12 people."


def told(person: User, event: NoticeEvent | None = None) -> list[Notice]:
    found = Notice.objects.filter(recipient=person)
    return list(found.filter(event=event) if event else found)


def called(name: str, role: Role = Role.EDITOR) -> User:
    """Somebody of a name."""
    person = making.person(role)
    person.display_name = name
    person.save()
    return person


def retitle(people: Desk, incident: Incident, title: str = "Another title", by: User | None = None) -> None:
    description = Description(title=title, graphic=False, personal_data=False)
    summary = "Said better" if incident.published_number else ""
    describe(actor=by or people.reviewer, incident=incident, description=description, summary=summary)


def handed_in(people: Desk, incident: Incident) -> Any:
    return submit(actor=people.editor, incident=incident)


# Each event, once.


def test_who_is_given_an_incident_is_told_and_who_takes_it_is_not(
    editor: Sitting, people: Desk, incident: Incident
) -> None:
    editor.send("assign", {"to": people.reviewer.pk}, uid=incident.uid)
    editor.send("assign", {"to": people.reviewer.pk}, uid=incident.uid)
    editor.send("assign", {"to": people.editor.pk}, uid=incident.uid)
    assert len(told(people.reviewer, NoticeEvent.ASSIGNED)) == 1
    assert told(people.editor) == []
    editor.send("assign", {"to": people.reviewer.pk}, uid=incident.uid)
    assert len(told(people.reviewer, NoticeEvent.ASSIGNED)) == 2


def test_work_given_in_bulk_is_told_for_each_incident(editor: Sitting, people: Desk, incident: Incident) -> None:
    other = log_incident(actor=people.editor, description=Description(title="Another"))
    picks = {"pick": [str(incident.uid), str(other.uid)]}
    had = {f"had-{one.uid}": people.editor.pk for one in (incident, other)}
    editor.send("bulk", {**picks, **had, "to": people.publisher.pk, "reason": "Away", "action": "save"})
    assert len(told(people.publisher, NoticeEvent.ASSIGNED)) == 2


def test_reviewers_are_told_once_that_something_waits(people: Desk, incident: Incident) -> None:
    review = handed_in(people, incident)
    for _run in range(2):
        notify_reviewers(review=review.pk)
    for person in (people.reviewer, people.publisher):
        assert len(told(person, NoticeEvent.REVIEW_ASKED)) == 1
    assert told(people.editor) == []


def test_the_authors_are_told_that_changes_are_requested(people: Desk, incident: Incident) -> None:
    handed_in(people, incident)
    request_changes(actor=people.reviewer, incident=incident, revision=incident.revision, reason="Which day?")
    assert [one.event for one in told(people.editor)] == [NoticeEvent.CHANGES_REQUESTED]
    assert told(people.reviewer) == []


def test_the_authors_are_told_of_each_approval(people: Desk, incident: Incident) -> None:
    handed_in(people, incident)
    for person in (people.reviewer, people.publisher):
        approve(actor=person, incident=incident, revision=incident.revision)
    assert [one.by for one in told(people.editor, NoticeEvent.APPROVED)] == [people.publisher, people.reviewer]


def test_the_authors_are_told_once_that_somebody_else_edits_and_anew_when_they_have_looked(
    editor: Sitting, people: Desk, incident: Incident
) -> None:
    retitle(people, incident, "First")
    retitle(people, incident, "Second")
    (one,) = told(people.editor, NoticeEvent.EDITED)
    editor.get("notice", notice=one.pk)
    retitle(people, incident, "Third")
    assert len(told(people.editor, NoticeEvent.EDITED)) == 2
    assert told(people.reviewer) == []
    retitle(people, incident, "Fourth", by=people.editor)
    assert len(told(people.reviewer, NoticeEvent.EDITED)) == 1


def test_those_whom_it_concerns_are_told_once_of_a_snapshot_without_their_quotes(people: Desk) -> None:
    source = making.source(people.editor)
    capture_text(actor=people.editor, source=source, text=REPORT)
    made = making.incident(people.editor, report=source)
    follow(actor=people.publisher, incident=made)
    capture_text(actor=people.reviewer, source=source, text="All of it was rewritten.")
    for _run in range(2):
        check_quotes(source=source)
    for person in (people.editor, people.publisher):
        assert len(told(person, NoticeEvent.QUOTE_MISSING)) == 1
    assert told(people.reviewer) == []


def test_who_answers_reports_is_told_once_that_one_came(client: Client, people: Desk) -> None:
    contributor = making.person(Role.CONTRIBUTOR)
    client.post("/report/", {"text": "The toll is wrong.", "website": ""})
    job = ProcrastinateJob.objects.get(task_name="tell_of_report")
    for _run in range(2):
        tell_editors_of_report(**job.args)
    for person in (people.editor, people.reviewer, people.publisher):
        assert len(told(person, NoticeEvent.REPORT_RECEIVED)) == 1
    assert told(contributor) == []
    page = Sitting(people.editor).get("notice", notice=told(people.editor)[0].pk)
    assert page.headers["Location"] == address("report", reference=ErrorReport.objects.get().reference)


# Mentions.


def remark(sitting: Sitting, incident: Incident, words: str) -> str:
    fields = {"about": "field:title", "comment": words}
    answer = sitting.client.post(address("comment", uid=incident.uid), fields, follow=True)
    return text(answer).partition('class="messages"')[2].partition("</div>")[0]


def test_a_name_in_a_comment_tells_its_bearer(reviewer: Sitting, people: Desk, incident: Incident) -> None:
    ana, longer = called("Ana López"), called("Ana López Ruiz")
    handed_in(people, incident)
    said = remark(reviewer, incident, "@ana lópez: which day? Write to me@example.org, @Nobody, or @Ana López.")
    assert [one.event for one in told(ana)] == [NoticeEvent.MENTIONED]
    assert told(longer) == []
    assert "Told: Ana López." in said
    assert "Nobody at the desk is called “Nobody”" in said
    page = Sitting(ana).get("notice", notice=told(ana)[0].pk)
    assert page.headers["Location"] == address("review", uid=incident.uid)


def test_who_may_not_open_the_incident_is_not_told_and_the_writer_knows(
    reviewer: Sitting, people: Desk, incident: Incident
) -> None:
    outside = called("Outside", Role.CONTRIBUTOR)
    handed_in(people, incident)
    assert "Outside may not read this, and was not told." in remark(reviewer, incident, "@Outside, look")
    assert told(outside) == []


def test_who_may_not_know_a_claim_is_not_told_of_a_comment_on_it(people: Desk, incident: Incident) -> None:
    shut_out, let = called("Shut Out"), called("Let In")
    secret = making.source(people.editor, confidential=True)
    let_in(actor=people.editor, source=secret, person=let)
    value = TimeValue(when="4 January 2024", timezone="Asia/Tehran")
    claim = Claim(value=value, citations=making.quoted(secret, "the next day"))
    review = handed_in(people, incident)
    hidden = assert_claim(actor=people.editor, incident=incident, claim=claim)
    comment(actor=people.editor, review=review, text="@Shut Out @Let In: sure?", assertion=hidden)
    assert told(shut_out) == []
    assert len(told(let, NoticeEvent.MENTIONED)) == 1


# Following, and what people may not see.


def test_who_follows_is_told_and_who_stops_is_not(
    editor: Sitting, publisher: Sitting, people: Desk, incident: Incident
) -> None:
    publisher.send("follow", {"follow": "yes"}, uid=incident.uid)
    publisher.send("follow", {"follow": "yes"}, uid=incident.uid)
    assert "Stop following" in text(publisher.get("incident", uid=incident.uid))
    retitle(people, incident)
    handed_in(people, incident)
    request_changes(actor=people.publisher, incident=incident, revision=incident.revision, reason="Why?")
    assert [one.event for one in told(people.publisher)] == [NoticeEvent.EDITED]
    publisher.send("follow", {"follow": "no"}, uid=incident.uid)
    Notice.objects.all().delete()
    retitle(people, incident, "A third title")
    assert told(people.publisher) == []
    assert len(told(people.editor)) == 1


def test_nobody_follows_what_they_may_not_open(people: Desk, incident: Incident) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    assert contributor.send("follow", {"follow": "yes"}, uid=incident.uid).status_code == 404


def test_a_follower_who_may_no_longer_open_it_is_told_nothing_and_sees_nothing(
    publisher: Sitting, people: Desk, incident: Incident
) -> None:
    follow(actor=people.publisher, incident=incident)
    retitle(people, incident, "A secret title")
    person = people.publisher
    person.role = Role.CONTRIBUTOR
    person.save()
    page = publisher.get("notices")
    assert page.context["rows"] == []
    assert "A secret title" not in text(page)
    assert not publisher.get("queue").wsgi_request.unread
    assert publisher.get("notice", notice=told(person)[0].pk).status_code == 404
    Notice.objects.all().delete()
    retitle(people, incident, "Another secret title")
    assert told(person) == []


def test_of_a_quote_of_a_confidential_source_only_those_are_told_who_may_see_it(people: Desk) -> None:
    secret = making.source(people.editor, confidential=True)
    capture_text(actor=people.editor, source=secret, text=REPORT)
    made = making.incident(people.editor, report=secret)
    follow(actor=people.publisher, incident=made)
    capture_text(actor=people.editor, source=secret, text="All of it was rewritten.")
    check_quotes(source=Source.objects.get(pk=secret.pk))
    assert len(told(people.editor, NoticeEvent.QUOTE_MISSING)) == 1
    assert told(people.publisher, NoticeEvent.QUOTE_MISSING) == []


def test_nobody_reads_what_somebody_else_was_told(editor: Sitting, reviewer: Sitting, people: Desk) -> None:
    made = making.incident(people.editor)
    assign(actor=people.editor, incident=made, to=people.publisher)
    (one,) = told(people.publisher)
    for sitting in (editor, reviewer):
        assert sitting.get("notice", notice=one.pk).status_code == 404
        assert sitting.send("notice", {"read": "yes"}, notice=one.pk).status_code == 404
    one.refresh_from_db()
    assert one.read_at is None
