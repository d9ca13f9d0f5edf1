"""An article becomes an incident that is handed in: by keyboard alone, in few keys, every proposal seen."""

import re
import sys
import time
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from accounts.roles import Role
from accounts.services.demonstration import ensure_demonstration_people
from incidents.choices import State
from incidents.models import Assertion, Incident
from incidents.services.capturing import capture_text
from incidents.services.people import record_actor
from incidents.services.sources import record_publisher
from tests import making
from tests.e2e.desk_driver import Desk
from tests.e2e.test_main_job import NewContext

MOST_KEYS: Final = 150
MOST_SECONDS: Final = 180

ARTICLE: Final = """Norland warned Iran of “terrorist threat” before Jan. 3 attack, official says

By Maryam Example
January 26, 2024

WASHINGTON (Example Wire) - Norland privately warned Iran about a "terrorist threat" within its borders ahead of the \
deadly bombings this month, an official said on Thursday.

The Jan. 3 attack in the city of Kerman, two suicide bombings which were claimed by the Islamic State militant group, \
killed nearly 100 people and wounded scores at a memorial ceremony.

Intelligence gathered by Norland indicated that ISIS-K, the group's Afghanistan branch, was behind the attack, two \
people familiar with the matter said.

The warning was first reported by the Morning Example.
"""


def test_kerman_from_its_article_without_a_mouse(
    new_context: NewContext, live_server: LiveServer, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = seated(new_context(), live_server)
    keyboard, begun = editor.keyboard, time.monotonic()
    keyboard.keys = 0

    take_in(editor)
    say_that_it_is_new(editor)
    decide_every_proposal(editor)
    hand_in(editor)

    seconds = time.monotonic() - begun
    with capsys.disabled():
        sys.stdout.write(f"\nKerman from its article: {keyboard.keys} keys, {seconds:.0f} s\n")
    everything_is_recorded()
    assert keyboard.keys <= MOST_KEYS
    assert seconds < MOST_SECONDS


def take_in(editor: Desk) -> None:
    """Paste; everything is found; Enter keeps it."""
    page, keyboard = editor.page, editor.keyboard
    with page.expect_navigation():
        keyboard.press("n")
    editor.expect_heading("Take in a source")
    page.evaluate("(words) => navigator.clipboard.writeText(words)", ARTICLE)
    with page.expect_navigation():
        keyboard.press("Control+v")
    expect(page.get_by_label("Title", exact=True)).to_have_value(re.compile("^Norland warned"))
    with page.expect_navigation():
        keyboard.press("Enter")


def say_that_it_is_new(editor: Desk) -> None:
    """What looks like it is another attack, and why; the suggested title stands."""
    keyboard = editor.keyboard
    editor.expect_heading("Is it on record already?")
    expect(editor.page.get_by_role("article")).to_contain_text("1 day apart")
    keyboard.skip_to_content()
    keyboard.choose("If the report is of a new incident, this one is", "Not the same")
    keyboard.fill("How they differ", "A shooting")
    keyboard.pick("Does the record hold graphic material?", "No")
    keyboard.pick("Does it hold personal data?", "No")
    keyboard.follow("Log it as a new incident")
    editor.expect_heading("What the text seems to say")


def decide_every_proposal(editor: Desk) -> None:
    """Enter accepts one after the other; the warning and the first report ask for what only an editor knows."""
    page, keyboard = editor.page, editor.keyboard
    expect(page.get_by_role("article", name="3 January 2024")).to_be_focused()
    undo_a_slip(editor)
    for _step in range(30):
        held = keyboard.held
        assert held
        assert held.outlined, f"nothing shows that {held} has the focus"
        assert held.inView, f"{held} has the focus out of sight"
        if held.tag != "article":
            break
        if held.name == "A warning":
            warned(editor)
        elif held.name.startswith("First reported by"):
            first_reported(editor)
        else:
            wrong = held.name.startswith("Norland")  # who gathered the intelligence is not who it names
            with page.expect_response(re.compile("/(accept|clear)/$")):
                keyboard.press("Escape" if wrong else "Enter")
            expect(page.get_by_role("article", name=held.name, exact=True)).not_to_be_focused()
    expect(page.get_by_text("Every proposal is decided.", exact=True)).to_be_visible()


def undo_a_slip(editor: Desk) -> None:
    """Cleared by mistake: u brings it back and the focus with it."""
    with editor.page.expect_response(re.compile("/clear/$")):
        editor.keyboard.press("Escape")
    expect(editor.page.get_by_role("status").filter(has_text="Cleared: 3 January 2024")).to_be_attached()
    with editor.page.expect_response(re.compile("/undo/$")):
        editor.keyboard.press("u")
    expect(editor.page.get_by_role("article", name="3 January 2024")).to_be_focused()


def warned(editor: Desk) -> None:
    keyboard = editor.keyboard
    with editor.page.expect_navigation():
        keyboard.press("Enter")
    keyboard.skip_to_content()
    keyboard.choose("Kind of who warned", "State body")
    keyboard.fill("Who was warned", "Iran")
    keyboard.choose("Kind of who was warned", "State body")
    keyboard.reach("Basis, in the source's words")
    with editor.page.expect_navigation():
        keyboard.press("Enter")
    editor.expect_heading("What the text seems to say")


def first_reported(editor: Desk) -> None:
    keyboard = editor.keyboard
    with editor.page.expect_navigation():
        keyboard.press("Enter")
    keyboard.skip_to_content()
    keyboard.fill("Title of that item", "A warning")
    with editor.page.expect_navigation():
        keyboard.press("Enter")
    editor.expect_heading("What the text seems to say")


def hand_in(editor: Desk) -> None:
    with editor.page.expect_navigation():
        editor.keyboard.press("Enter")
    editor.keyboard.skip_to_content()
    editor.keyboard.follow("Submit for review")
    editor.expect_told("Submitted")


def everything_is_recorded() -> None:
    made = Incident.objects.get(title="Bombing or explosion in Kerman")
    assert made.state == State.IN_REVIEW
    claims = Assertion.objects.filter(incident=made)
    assert {"time", "location", "casualty", "characteristic", "attribution", "warning"} <= set(
        claims.values_list("kind", flat=True)
    )
    assert all(claim.citations.get().anchor for claim in claims)


def seated(context: BrowserContext, live_server: LiveServer) -> Desk:
    """The editor, and on record what a newsroom has: two outlets, two groups, the gazetteer's Kerman."""
    person = ensure_demonstration_people()[Role.EDITOR]
    making.kerman()
    for name, kind in (("Example Wire", "agency"), ("Morning Example", "newspaper")):
        record_publisher(actor=person, name=name, kind=kind)
    record_actor(actor=person, name="Islamic State", kind="organisation", aliases=(("IS", "en", ""),))
    making.incident(person, title="Shots fired in Kerman", when="4 January 2024", killed="2")
    record_actor(actor=person, name="Islamic State Khorasan", kind="branch", aliases=(("ISIS-K", "en", ""),))
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
    desk = Desk(context.new_page(), live_server.url)
    desk.sign_in(person.email)
    return desk


def test_an_edit_meanwhile_is_shown_before_it_goes_on_top(new_context: NewContext, live_server: LiveServer) -> None:
    editor = seated(new_context(), live_server)
    person = User.objects.get(role=Role.EDITOR)
    made, source = making.incident(person), making.source(person)
    kept = capture_text(actor=person, source=source, text=ARTICLE)
    page = editor.page
    page.goto(f"{live_server.url}/desk/incidents/{made.uid}/texts/{source.uid}/{kept.sha256}/")
    making.claimed(making.person(Role.SENIOR), made)

    with page.expect_navigation():
        editor.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Somebody else was first")).to_be_visible()
    page.get_by_role("button", name="Save mine on top of the newest").click()

    editor.expect_told("Accepted: 3 January 2024.")
