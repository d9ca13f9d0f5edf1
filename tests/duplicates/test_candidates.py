"""Somebody who records an attack is shown whether it is on record, and why it may be."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from accounts.roles import Role
from incidents.models import Incident
from incidents.rules.proposals import Report
from incidents.selectors.duplicates import duplicates_for, duplicates_of, traits_of_report
from incidents.selectors.proposals import read_report
from incidents.services.regrouping.duplicates import decide_no_duplicate
from tests import making
from tests.isolation.scenes import scene


@scene
def recorded(_folder: Path) -> tuple[User, Incident, Incident, Incident]:
    """An attack, the same one told again a day later with the same source, and another a week later."""
    editor = making.person(Role.EDITOR)
    report = making.source(editor)
    first = making.incident(editor, report=report)
    again = making.incident(
        editor, report=report, title="Blasts kill many in Kerman", killed="14", when="4 January 2024"
    )
    other = making.incident(editor, when="11 January 2024", killed="2", title="Shots fired in Kerman")
    return editor, first, again, other


def test_the_same_attack_is_shown_with_reasons(recorded: tuple[User, Incident, Incident, Incident]) -> None:
    _editor, first, again, _other = recorded
    (found,) = duplicates_of(again)
    assert found.incident == first
    assert {"the same place", "1 day apart", "shares 1 source", "the same kind of attack"} <= set(
        found.likeness.reasons
    )


def test_it_asks_the_same_questions_however_much_there_is(recorded: tuple[User, Incident, Incident, Incident]) -> None:
    with CaptureQueriesContext(connection) as asked:
        duplicates_of(recorded[2])
    assert len(asked) <= 7


def test_not_the_same_is_remembered_from_both_sides(recorded: tuple[User, Incident, Incident, Incident]) -> None:
    editor, first, again, _other = recorded
    decide_no_duplicate(actor=editor, incident=again, other=first, reason="Two attacks on two days.")
    assert duplicates_of(again) == []
    assert duplicates_of(first) == []


def test_the_parts_of_one_attack_are_not_each_other(recorded: tuple[User, Incident, Incident, Incident]) -> None:
    _editor, first, again, other = recorded
    Incident.objects.filter(pk__in=[first.pk, again.pk]).update(parent=other)
    again.refresh_from_db()
    assert duplicates_of(again) == []


REPORT = "Two bombings in the city of Kerman in Iran killed 12 people on Wednesday, officials said."


def test_a_whole_and_its_parts_take_one_place_with_the_parts_named(
    recorded: tuple[User, Incident, Incident, Incident],
) -> None:
    _editor, whole, part, other = recorded
    Incident.objects.filter(pk=part.pk).update(parent=whole)
    traits = traits_of_report(read_report(Report(text=REPORT, published_on=date(2024, 1, 4))), title=part.title)
    (found,) = duplicates_for(traits)
    assert (found.incident, found.family) == (whole, (part,))
    Incident.objects.filter(pk__in=[whole.pk, part.pk]).update(parent=other)
    (found,) = duplicates_for(traits)
    assert {found.incident, *found.family} == {whole, part}


def test_not_the_same_as_a_whole_is_not_the_same_as_its_parts(
    recorded: tuple[User, Incident, Incident, Incident],
) -> None:
    editor, whole, again, other = recorded
    Incident.objects.filter(pk=other.pk).update(
        parent=whole, occurred_earliest=whole.occurred_earliest, occurred_latest=whole.occurred_latest
    )
    assert [one.incident for one in duplicates_of(again)] == [whole]
    decide_no_duplicate(actor=editor, incident=again, other=whole, reason="Two attacks on two days.")
    assert duplicates_of(again) == []


@pytest.mark.usefixtures("recorded")
def test_a_report_is_compared_before_anything_is_recorded() -> None:
    proposed = read_report(Report(text=REPORT, published_on=date(2024, 1, 4)))
    found = duplicates_for(traits_of_report(proposed, title="Bombings in Kerman kill 12"))
    assert found[0].incident.title == "Two bombings in Kerman"
    assert {"same day", "the same place", "the same toll"} <= set(found[0].likeness.reasons)


def test_what_a_confidential_source_is_cited_for_is_not_told(
    recorded: tuple[User, Incident, Incident, Incident],
) -> None:
    _editor, first, again, _other = recorded
    for citation in first.assertions.get(kind="time").citations.all():
        type(citation.source).objects.filter(pk=citation.source_id).update(confidential=True)
    assert all("source" not in reason for one in duplicates_of(again) for reason in one.likeness.reasons)
