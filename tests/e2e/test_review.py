"""A change is reviewed and approved by keyboard alone, in few keys."""

import sys
from typing import Final

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from incidents.choices import State
from incidents.models import Incident
from incidents.services.asserting import assert_claims
from incidents.services.inputs import CasualtyValue, CharacteristicValue, Claim, Description
from incidents.services.logging import describe
from incidents.services.reviewing import submit
from tests import making
from tests.e2e.desk_driver import Desk
from tests.e2e.test_main_job import NewContext

MOST_KEYS: Final = 15
VALUES: Final = (
    CasualtyValue(measure="wounded", verbatim="30"),
    CharacteristicValue(characteristic="weapon_type", code="explosives"),
    CharacteristicValue(characteristic="target_type", code="police"),
    CasualtyValue(measure="hospitalised", verbatim="20"),
    CasualtyValue(measure="missing", verbatim="2"),
)


def changed_in_six_fields(people: making.Desk) -> Incident:
    """The title, three figures, a weapon and a target, handed in."""
    made = making.published(people)
    report = making.source(people.editor)
    claims = [Claim(value=value, citations=making.quoted(report, "as reported")) for value in VALUES]
    assert_claims(actor=people.editor, incident=made, claims=claims, summary="What came out since")
    title = Description(title="Two bombings near Kerman", graphic=False, personal_data=False)
    describe(actor=people.editor, incident=made, description=title, summary="Nearer the truth")
    made.refresh_from_db()
    submit(actor=people.editor, incident=made)
    return made


def test_a_change_of_six_fields_is_reviewed_and_approved_in_few_keys(
    new_context: NewContext, live_server: LiveServer, people: making.Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    made = changed_in_six_fields(people)
    following = making.incident(people.editor, title="Shots fired in Kerman")
    submit(actor=people.editor, incident=following)
    reviewer = Desk(new_context().new_page(), live_server.url)
    reviewer.sign_in(people.reviewer.email)
    page, keyboard = reviewer.page, reviewer.keyboard
    page.goto(f"{live_server.url}/desk/incidents/{made.uid}/review/")
    keyboard.keys = 0

    keyboard.press("1")
    changes = page.get_by_role("region", name="What changed since readers last saw it")
    expect(changes.get_by_role("heading").first).to_be_focused()
    expect(changes.locator("ins")).not_to_have_count(0)
    keyboard.press("2")
    claimed = page.get_by_role("region", name="What is claimed, beside its quote")
    expect(claimed.get_by_role("heading", level=2)).to_be_focused()
    expect(claimed.get_by_role("article").and_(page.locator(":visible"))).to_have_count(len(VALUES))
    keyboard.press("r")
    keyboard.press("a")
    made.refresh_from_db()
    assert made.state == State.IN_REVIEW
    assert page.get_by_role("radio", name="Approve").is_checked()
    with page.expect_navigation():
        keyboard.press("Enter")

    reviewer.expect_told("Approved.")
    with capsys.disabled():
        sys.stdout.write(f"\nA change of six fields reviewed and approved: {keyboard.keys} keys\n")
    assert keyboard.keys <= MOST_KEYS
    made.refresh_from_db()
    assert made.state == State.APPROVED

    page.goto(f"{live_server.url}/desk/incidents/{made.uid}/review/")
    with page.expect_navigation():
        keyboard.press("s")
    reviewer.expect_heading("Review: Shots fired in Kerman")


def test_asking_for_changes_takes_a_reason_from_the_list(
    new_context: NewContext, live_server: LiveServer, people: making.Desk
) -> None:
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    reviewer = Desk(new_context().new_page(), live_server.url)
    reviewer.sign_in(people.reviewer.email)
    page, keyboard = reviewer.page, reviewer.keyboard
    page.goto(f"{live_server.url}/desk/incidents/{made.uid}/review/")

    keyboard.press("r")
    keyboard.tick("Wording")
    with page.expect_navigation():
        keyboard.press("Enter")

    reviewer.expect_told("Sent back to its authors")
    expect(page.locator(".status")).to_contain_text("Changes requested")
