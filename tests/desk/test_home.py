"""The home of the desk: what waits for this very person, how the work goes, what asks to be looked at; notes; help."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts.roles import Role
from incidents.models import Incident, Review, ShiftNote
from incidents.services.anchoring import check_quotes
from incidents.services.capturing import capture_text
from incidents.services.inputs import Reported
from incidents.services.reporting import receive_report
from incidents.services.reviewing import request_changes, submit
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


def lists(page: Any) -> dict[str, list[str]]:
    return {str(one["heading"]): [row["title"] for row in one["incidents"]] for one in page.context["to_do"]}


def test_everybody_is_told_what_they_can_do_next(people: Desk, editor: Sitting, reviewer: Sitting) -> None:
    assert "Nothing waits for you." in text(editor.get("home"))
    making.incident(people.editor, title="A draft")
    submitted = making.incident(people.editor, title="Handed in")
    submit(actor=people.editor, incident=submitted)
    making.approved(people, making.incident(people.editor, title="Approved"))
    own = making.incident(people.reviewer, title="The reviewer’s own")
    submit(actor=people.reviewer, incident=own)
    assert lists(editor.get("home")) == {"Assigned to you": ["A draft"]}
    assert lists(reviewer.get("home")) == {"You may review": ["Handed in"]}
    assert lists(Sitting(people.publisher).get("home")) == {
        "You may review": ["Handed in", "The reviewer’s own"],
        "You may publish": ["Approved"],
    }


def test_what_was_sent_back_comes_first(people: Desk, editor: Sitting) -> None:
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    request_changes(actor=people.reviewer, incident=made, revision=made.revision, reason="Which day?")
    assert lists(editor.get("home")) == {"Sent back to you": [made.title]}


def test_the_weeks_are_drawn_and_told_as_a_table(people: Desk, editor: Sitting) -> None:
    assert "Nothing was published in the last twelve weeks." in text(editor.get("home"))
    making.published(people, title="One")
    making.published(people, title="Two")
    page = editor.get("home")
    assert page.context["weeks"][0] | {"week": ""} == {"week": "", "versions": 2, "new": 2}
    assert [row["versions"] for row in page.context["weeks"][1:]] == [0] * 11
    assert text(page).count('class="plot__column"') == 1


def test_the_age_of_the_queue_is_told(people: Desk, editor: Sitting) -> None:
    assert "Nothing waits for a review." in text(editor.get("home"))
    for days in (1, 3, 9):
        made = making.incident(people.editor)
        submit(actor=people.editor, incident=made)
        Review.objects.filter(incident=made).update(requested_at=timezone.now() - timedelta(days=days, hours=1))
    assert [fact["value"] for fact in editor.get("home").context["ages"]] == ["3", "9 days", "3 days"]


def test_public_records_that_todays_gates_would_stop_and_sources_that_changed_are_listed(
    people: Desk, editor: Sitting
) -> None:
    report = making.source(people.editor)
    capture_text(actor=people.editor, source=report, text="Two bombings in Kerman on 3 January 2024 killed 12 people.")
    made = making.published(people, report=report)
    page = editor.get("home")
    assert (page.context["failing"], page.context["changed"]) == ([], [])
    capture_text(actor=people.editor, source=report, text="This report was taken back.")
    check_quotes(source=report)
    page = editor.get("home")
    assert [row["title"] for row in page.context["failing"]] == [made.title]
    assert "A newer snapshot no longer holds" in page.context["failing"][0]["why"][0]
    assert [row["title"] for row in page.context["changed"]] == [report.title]


def test_a_confidential_source_is_not_named_to_who_may_not_see_it(people: Desk, editor: Sitting) -> None:
    secret = making.source(people.editor, confidential=True, title="What nobody may know")
    capture_text(actor=people.editor, source=secret, text="Two bombings in Kerman on 3 January 2024.")
    making.incident(people.editor, report=secret)
    capture_text(actor=people.editor, source=secret, text="Nothing any more.")
    check_quotes(source=secret)
    assert "What nobody may know" in text(editor.get("home"))
    assert "What nobody may know" not in text(Sitting(people.reviewer).get("home"))
    contributor = Sitting(making.person(Role.CONTRIBUTOR)).get("home")
    assert Incident.objects.get().title not in text(contributor)


def test_readers_who_wait_are_counted_for_those_who_answer(editor: Sitting) -> None:
    receive_report(reported=Reported(text="The day is wrong."))
    assert "The first of them has waited less than a day." in text(editor.get("home"))
    assert "Readers who wait" not in text(Sitting(making.person(Role.CONTRIBUTOR)).get("home"))


def test_a_shift_note_stays_the_newest_first(editor: Sitting, reviewer: Sitting) -> None:
    editor.fill("home", {"note": "The ministry speaks at noon."})
    reviewer.fill("home", {"note": "It spoke; see the toll."})
    page = editor.get("home")
    assert [(row["text"], row["who"]) for row in page.context["notes"]] == [
        ("It spoke; see the toll.", reviewer.person.display_name),
        ("The ministry speaks at noon.", editor.person.display_name),
    ]
    assert problems(editor.fill("home", {"note": " "})) == ["Note for the next shift: Fill this in."]
    assert "x" * 1001 in text(editor.fill("home", {"note": "x" * 1001}))
    assert ShiftNote.objects.count() == 2
    for statement in ("UPDATE incidents_shiftnote SET text = 'x'", "DELETE FROM incidents_shiftnote"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_help_page_names_every_role_and_is_one_click_away(editor: Sitting) -> None:
    assert 'href="/desk/help/"' in text(editor.get("home"))
    page = text(editor.get("help"))
    for role in Role:
        assert str(role.label) in page
