"""The queue: what waits for whom, counts, search, pages, and what it says when it is empty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.roles import Role
from incidents.models import Incident
from incidents.services.inputs import Description
from incidents.services.logging import log_incident
from incidents.services.reviewing import submit
from tests import making
from tests.desk.sitting import Sitting, address, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

QUEUE_QUERIES = 14
"""Session, person, sign-in session; colleagues, what is withheld; the counts of the tabs, the keys of the page, its
rows; columns, saved filters; what waits, quotes to look at; unread notices; and one that notes that the session was
used."""

INCIDENT_QUERIES = 45
"""Session, person, sign-in session; the incident, the confidential sources that it shows, its lease (6); one for each
kind of child and its citations (16), the gates' own reading (9), and history, comments, parts and people; whether they
follow it, its tags, what they have not read (3)."""


def counts(sitting: Sitting) -> dict[str, int]:
    page = sitting.get("queue")
    return {str(tab["label"]): tab["count"] for tab in page.context["tabs"]}


def next_steps(sitting: Sitting, tab: str) -> list[str]:
    page = sitting.client.get(address("queue"), {"tab": tab})
    return [row["next"] for row in page.context["rows"]]


def test_an_empty_queue_says_what_to_do(editor: Sitting) -> None:
    shown = text(editor.get("queue"))

    assert "Nothing is assigned to you." in shown
    assert 'data-key="n"' in shown


def test_tabs_count_what_they_hold(editor: Sitting, people: Desk, incident: Incident) -> None:
    making.published(people, title="A published one")
    log_incident(actor=people.reviewer, description=Description(title="Another's"))

    held = counts(editor)
    assert (held["Mine"], held["Published"], held["In review"], held["All"]) == (1, 1, 0, 3)


def test_every_open_draft_has_its_tab_and_the_tabs_leave_nothing_out(
    editor: Sitting, people: Desk, incident: Incident
) -> None:
    making.published(people, title="A published one")
    log_incident(actor=people.reviewer, description=Description(title="Another's"))

    held = counts(editor)
    assert held["Drafts"] == 2
    stages = ("Drafts", "In review", "Changes requested", "Approved", "Published", "Withdrawn, merged, rejected")
    assert sum(held[name] for name in stages) == held["All"]


def test_the_queue_opens_on_what_somebody_comes_for(editor: Sitting, reviewer: Sitting, publisher: Sitting) -> None:
    opened = {sitting: sitting.get("queue").context["current"] for sitting in (editor, reviewer, publisher)}
    assert list(opened.values()) == ["mine", "in_review", "approved"]


def test_each_person_sees_what_they_can_do_next(
    editor: Sitting, reviewer: Sitting, people: Desk, incident: Incident
) -> None:
    assert next_steps(editor, "all") == ["Go on writing"]
    submit(actor=people.editor, incident=incident)
    assert next_steps(editor, "in_review") == ["Look at it"]
    assert next_steps(reviewer, "in_review") == ["Review it"]
    assert "1 to review" in text(reviewer.get("queue"))
    assert "1 to review" not in text(editor.get("queue"))


def test_a_reviewer_who_wrote_part_of_it_is_not_asked_to_review_it(
    reviewer: Sitting, people: Desk, incident: Incident
) -> None:
    reviewer.fill("describe", {"title": "Two explosions in Kerman"}, uid=incident.uid)
    incident.refresh_from_db()
    submit(actor=people.editor, incident=incident)

    assert next_steps(reviewer, "in_review") == ["Look at it"]


def test_search_finds_by_title_and_by_permanent_id(editor: Sitting, people: Desk, incident: Incident) -> None:
    made = making.published(people, title="A published one")
    for words in ("published", str(made.public_id), str(made.public_id).lower()):
        page = editor.client.get(address("queue"), {"tab": "all", "q": words})
        assert [row["title"] for row in page.context["rows"]] == ["A published one"]
    nothing = editor.client.get(address("queue"), {"tab": "all", "q": "no such words"})
    assert "No incident here has “no such words”" in text(nothing)


def test_a_long_queue_is_paged(editor: Sitting, people: Desk) -> None:
    for number in range(27):
        log_incident(actor=people.editor, description=Description(title=f"Incident {number}"))

    first = editor.get("queue")
    assert "25 of 27" in text(first)
    assert first.context["previous_url"] == ""
    second = editor.client.get(first.context["next_url"])
    assert [row["title"] for row in second.context["rows"]] == ["Incident 1", "Incident 0"]
    assert second.context["next_url"] == ""
    back = editor.client.get(second.context["previous_url"])
    assert back.context["rows"] == first.context["rows"]
    assert back.context["previous_url"] == ""


def test_a_contributor_sees_their_own_and_what_is_public(people: Desk, incident: Incident) -> None:
    making.published(people, title="A published one")
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    log_incident(actor=contributor.person, description=Description(title="My own"))

    page = contributor.client.get(address("queue"), {"tab": "all"})
    assert {row["title"] for row in page.context["rows"]} == {"My own", "A published one"}


def test_unknown_tabs_and_pages_show_something_sensible(editor: Sitting) -> None:
    assert (
        editor.client.get(address("queue"), {"tab": "nonsense", "after": "x", "before": "2024-01-01~y"}).status_code
        == 200
    )


def test_the_queue_asks_no_more_questions_the_longer_it_is(editor: Sitting, people: Desk) -> None:
    for number in range(3):
        log_incident(actor=people.editor, description=Description(title=f"Incident {number}"))
    editor.get("queue")
    for number in range(20):
        log_incident(actor=people.editor, description=Description(title=f"More {number}"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        editor.get("queue")

    assert len(asked) <= QUEUE_QUERIES, "\n".join(query["sql"] for query in asked)


def test_an_incidents_page_asks_no_more_questions_the_more_is_claimed(
    editor: Sitting, people: Desk, incident: Incident
) -> None:
    editor.get("incident", uid=incident.uid)
    with CaptureQueriesContext(connection) as few:
        editor.get("incident", uid=incident.uid)
    for number in range(6):
        making.claimed(people.editor, incident, by=f"Front {number}")
    with CaptureQueriesContext(connection) as many:
        editor.get("incident", uid=incident.uid)

    assert len(many) <= len(few) + 1
    assert len(many) <= INCIDENT_QUERIES, "\n".join(query["sql"] for query in many)
