"""The bell and its page, and how people choose to be told."""

import pytest

from incidents.choices import NoticeEvent
from incidents.models import Incident, Notice
from incidents.services.logging import assign
from tests import making
from tests.desk.sitting import Sitting, address, text
from tests.desk.test_notices import told
from tests.making import Desk

pytestmark = pytest.mark.django_db


def test_the_bell_counts_what_is_unread_on_every_page(reviewer: Sitting, people: Desk, incident: Incident) -> None:
    assert 'class="bell__count"' not in text(reviewer.get("queue"))
    assign(actor=people.editor, incident=incident, to=people.reviewer)
    for name in ("queue", "sources", "notices"):
        assert '<span class="bell__count">1<' in text(reviewer.get(name))
    page = reviewer.client.get(address("notice", notice=told(people.reviewer)[0].pk), follow=True)
    assert 'class="bell__count"' not in text(page)
    assert page.request["PATH_INFO"] == address("incident", uid=incident.uid)


def test_a_notice_is_read_unread_and_read_again(reviewer: Sitting, people: Desk, incident: Incident) -> None:
    assign(actor=people.editor, incident=incident, to=people.reviewer)
    (one,) = told(people.reviewer)
    reviewer.send("notice", {"read": "yes"}, notice=one.pk)
    assert "You have read everything." in text(reviewer.client.get(address("notices"), {"show": "unread"}))
    reviewer.send("notice", {"read": "no"}, notice=one.pk)
    assert [row["read"] for row in reviewer.get("notices").context["rows"]] == [False]


def test_a_head_request_reads_nothing(reviewer: Sitting, people: Desk, incident: Incident) -> None:
    assign(actor=people.editor, incident=incident, to=people.reviewer)
    assert reviewer.client.head(address("notice", notice=told(people.reviewer)[0].pk)).status_code == 405
    assert told(people.reviewer)[0].read_at is None


def test_all_are_read_but_what_came_after_the_page(reviewer: Sitting, people: Desk, incident: Incident) -> None:
    assign(actor=people.editor, incident=incident, to=people.reviewer)
    newest = reviewer.get("notices").context["newest"]
    other = making.incident(people.editor, title="Another")
    assign(actor=people.editor, incident=other, to=people.reviewer)
    reviewer.send("notices_read", {"newest": newest})
    assert [row["read"] for row in reviewer.get("notices").context["rows"]] == [False, True]
    assert reviewer.send("notices_read", {"newest": "nonsense"}).status_code == 302


def test_a_long_list_is_paged(reviewer: Sitting, people: Desk, incident: Incident) -> None:
    for number in range(27):
        Notice.objects.create(
            recipient=people.reviewer, event="assigned", key=f"{number}", incident=incident, pace="off"
        )
    first = reviewer.get("notices")
    second = reviewer.client.get(first.context["next_url"])
    assert (len(first.context["rows"]), len(second.context["rows"])) == (25, 2)
    assert second.context["next_url"] == ""
    assert reviewer.client.get(address("notices"), {"before": "9" * 40}).status_code == 200


def test_an_empty_list_says_what_comes_there(editor: Sitting) -> None:
    assert "You were told nothing yet." in text(editor.get("notices"))


def test_everybody_chooses_for_each_event_how_they_are_written_to(reviewer: Sitting, people: Desk) -> None:
    chosen = reviewer.get("notice_choices").context["forms"]["paces"]
    assert {field.name for field in chosen} == set(NoticeEvent.values)
    assert chosen["assigned"].value() == "immediate"
    reviewer.fill("notice_choices", {"assigned": "off", "edited": "immediate"})
    again = reviewer.get("notice_choices").context["forms"]["paces"]
    assert (again["assigned"].value(), again["edited"].value(), again["mentioned"].value()) == (
        "off",
        "immediate",
        "immediate",
    )


def test_an_answer_that_is_none_is_refused(reviewer: Sitting) -> None:
    page = reviewer.send("notice_choices", {"assigned": "hourly"})
    assert page.status_code == 422
    assert "An incident was assigned to you" in text(page)
