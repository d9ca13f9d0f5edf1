"""The main job, from an empty record to a reader: three people who sign in, in a browser, without a mouse."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from accounts.roles import Role
from accounts.services.demonstration import ensure_demonstration_people
from incidents.models import Incident
from incidents.services.reviewing import submit
from tests import making
from tests.e2e import kerman_report as report
from tests.e2e.desk_driver import Desk
from tests.e2e.reading import Reader

NewContext = Callable[..., BrowserContext]
SitDown = Callable[[Role], Desk]
ID = "INC-2024-000001"
REMARK = "The quote says scores, not dozens. Which is it?"


@pytest.fixture
def sit_down(new_context: NewContext, live_server: LiveServer) -> SitDown:
    """Give somebody of a role a browser of their own, and have them sign in."""
    people = ensure_demonstration_people()

    def seated(role: Role) -> Desk:
        desk = Desk(new_context().new_page(), live_server.url)
        desk.sign_in(people[role].email)
        return desk

    return seated


def test_a_report_becomes_a_record_by_three_people_at_their_keyboards(
    sit_down: SitDown, new_context: NewContext, live_server: LiveServer
) -> None:
    making.kerman()
    editor = sit_down(Role.EDITOR)
    log(editor)
    hand_in(editor, "All of it from one report.")
    the_author_cannot_approve(editor)

    reviewer = sit_down(Role.REVIEWER)
    read_each_claim_beside_its_quote(reviewer)
    ask_for_a_change(reviewer)
    change_and_answer(editor)
    hand_in(editor, "Corrected.")
    approve(reviewer)

    approve_too_and_publish(sit_down(Role.PUBLISHER))

    reader = Reader(new_context().new_page(), live_server.url)
    reader.find_on_the_map(report.TITLE)
    reader.find_in_the_list(report.TITLE)
    read_who_says_so(reader)
    fetch_the_same_facts(reader)


def log(editor: Desk) -> None:
    """Everything in the report; one figure is mistyped."""
    report.record_sources(editor)
    editor.keyboard.follow("Queue")
    editor.log_incident(report.TITLE)
    report.record_what_and_where(editor)
    report.record_tolls(editor, wounded="dozens")
    report.record_who(editor)
    report.record_warning(editor)
    report.record_context(editor)


def hand_in(editor: Desk, note: str) -> None:
    editor.keyboard.follow("Submit for review")
    editor.keyboard.skip_to_content()
    editor.keyboard.fill("Note to the reviewer", note)
    editor.keyboard.follow("Submit for review")
    editor.expect_told("Submitted")
    expect(editor.page.locator(".status")).to_contain_text("In review")


def the_author_cannot_approve(editor: Desk) -> None:
    here = editor.page.url
    editor.keyboard.follow("Review")
    decision = editor.page.get_by_role("region", name="Decision")
    expect(decision).to_contain_text("Reviewing takes the role of reviewer.")
    expect(decision.get_by_role("button")).to_have_count(0)
    editor.page.goto(here)


def read_each_claim_beside_its_quote(reviewer: Desk) -> None:
    reviewer.open_waiting("1 to review", report.TITLE)
    reviewer.keyboard.follow("Review")
    claims = reviewer.page.get_by_role("region", name="What is claimed, beside its quote")
    pairs = {
        "nearly 100": report.KILLED,
        "Islamic State: responsibility claim": "claimed by the Islamic State militant group",
        "privately warned Iran": report.WARNED,
    }
    for value, quote in pairs.items():
        article = claims.get_by_role("article").filter(has=reviewer.page.get_by_role("heading", name=value))
        expect(article.first).to_contain_text(quote)
    expect(claims.locator("mark").filter(has_text=report.KILLED).first).to_be_visible()
    expect(claims).to_contain_text("a US official")


def ask_for_a_change(reviewer: Desk) -> None:
    keyboard = reviewer.keyboard
    keyboard.unfold("Comment on dozens wounded")
    keyboard.fill("Comment", REMARK)
    keyboard.follow("Add the comment")
    reviewer.expect_told("The comment is added")
    reviewer.decide("Request changes", "One figure does not say what its quote says.")
    expect(reviewer.page.locator(".status")).to_contain_text("Changes requested")


def change_and_answer(editor: Desk) -> None:
    editor.open_waiting("1 sent back to you", report.TITLE)
    keyboard = editor.keyboard
    expect(editor.page.get_by_role("region", name="Comments")).to_contain_text(REMARK)
    keyboard.unfold("Answer or resolve")
    keyboard.fill("What was done", "Scores. Corrected.")
    keyboard.follow("Answered")
    keyboard.follow("Edit: dozens wounded")
    keyboard.skip_to_content()
    keyboard.fill("How many, in the source's words", "scores")
    keyboard.follow("Save")
    editor.expect_told("Saved")


def approve(reviewer: Desk) -> None:
    reviewer.open_waiting("1 to review", report.TITLE)
    reviewer.keyboard.follow("Review")
    expect(reviewer.page.get_by_role("heading", name="scores wounded")).to_be_visible()
    reviewer.keyboard.reach("Skip to the decision")
    reviewer.keyboard.press("Enter")
    reviewer.decide("Approve")
    expect(reviewer.page.locator(".status")).to_contain_text("Approved")


def approve_too_and_publish(publisher: Desk) -> None:
    publisher.open_waiting("1 to publish", report.TITLE)
    publisher.keyboard.follow("Publish")
    publisher.keyboard.skip_to_content()
    publisher.keyboard.follow("Give the second approval")
    publisher.confirm()
    publisher.expect_told("Your approval is recorded")
    publisher.keyboard.follow("Publish")
    publisher.expect_told(f"Published as {ID}, version 1.")


def read_who_says_so(reader: Reader) -> None:
    assert "nearly 100" in reader.fact("Killed")
    assert "AsiaOne" in reader.fact("Killed")
    assert "scores" in reader.fact("Wounded")
    named = reader.fact("Attributed to")
    assert "Islamic State" in named
    assert "Responsibility claim" in named
    assert "Intelligence assessment" in named
    page = reader.page
    claim = page.locator("article.claim", has=page.get_by_role("heading", name="nearly 100 killed"))
    expect(claim).to_contain_text(report.KILLED)
    expect(claim).to_contain_text(report.REPORT)
    warnings = page.get_by_role("region", name="Warnings")
    for words in ("Duty to warn", "a US official", "25 January 2024", report.WARNED):
        expect(warnings).to_contain_text(words)
    expect(page.get_by_role("region", name="Reactions and analysis")).to_contain_text("Jon Alterman")
    expect(page.get_by_role("region", name="Sources")).to_contain_text("The Wall Street Journal")


def fetch_the_same_facts(reader: Reader) -> None:
    document = reader.fetch(f"/api/v1/incidents/{ID}/")["content"]
    assert document == reader.fetch(f"/incidents/{ID}.json")["content"]
    assert (document["killed"]["text"], document["killed"]["best"]) == ("nearly 100", None)
    toll = next(one for one in document["claims"] if one["id"] in document["killed"]["why"]["claims"])
    assert toll["value"]["verbatim"] == "nearly 100"
    (cited,) = toll["citations"]
    assert cited["quote"] == report.KILLED
    source = next(one for one in document["sources"] if one["id"] == cited["source"])
    assert (source["title"], source["publisher"]["name"]) == (report.REPORT, "AsiaOne")
    assert (source["url"], source["published_on"]) == (report.ADDRESS, "2024-01-26")

    feature = reader.fetch(f"/incidents/{ID}.geojson")
    assert feature["properties"]["precision"] == "settlement"
    assert "nearly 100" in feature["properties"]["killed_text"]
    (listed,) = reader.fetch("/api/v1/incidents/")["results"]
    assert listed["id"] == ID


def test_a_reviewer_who_wrote_part_of_it_is_told_so_and_gets_no_button(sit_down: SitDown) -> None:
    reviewer = sit_down(Role.REVIEWER)
    submit(actor=signed_in(reviewer), incident=making.incident(signed_in(reviewer)))

    reviewer.open_waiting("In review 1", "Two bombings in Kerman")
    reviewer.keyboard.follow("Review")

    decision = reviewer.page.get_by_role("region", name="Decision")
    expect(decision).to_contain_text("You wrote part of this. Somebody who wrote none of it must review it.")
    expect(decision.get_by_role("button")).to_have_count(0)


def test_an_edit_after_approval_lapses_it_and_readers_keep_the_old_figure(sit_down: SitDown) -> None:
    editor, publisher = sit_down(Role.EDITOR), sit_down(Role.PUBLISHER)
    people = making.Desk(signed_in(editor), making.person(Role.REVIEWER), signed_in(publisher))
    made = making.published(people, killed="nearly 100")
    change_toll(editor, made, "84")
    made.refresh_from_db()
    making.approved(people, made)

    change_toll(editor, made, "91")

    expect(editor.page.locator(".status")).to_contain_text("Changes under review")
    publisher.page.goto(f"{publisher.base}/desk/incidents/{made.uid}/publish/")
    expect(publisher.page.get_by_text("Only an approved incident is published.")).to_be_visible()
    expect(publisher.page.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
    reader = Reader(publisher.page, publisher.base)
    reader.page.goto(f"{reader.base}/incidents/{made.public_id}/")
    assert "nearly 100" in reader.fact("Killed")
    assert reader.fetch(f"/api/v1/incidents/{made.public_id}/")["content"]["killed"]["text"] == "nearly 100"


def signed_in(desk: Desk) -> User:
    """The account of whoever sits there."""
    return User.objects.get(display_name=desk.page.locator(".person__name").inner_text())


def change_toll(editor: Desk, made: Incident, words: str) -> None:
    """Another figure in the place of the one on record, with the edit summary that a public incident asks for."""
    editor.page.goto(f"{editor.base}/desk/incidents/{made.uid}/#who")
    keyboard = editor.keyboard
    with editor.page.expect_navigation():
        editor.page.get_by_role("link", name=re.compile("^Edit.* killed$")).press("Enter")
    keyboard.skip_to_content()
    keyboard.fill("How many, in the source's words", words)
    keyboard.fill("What you change and why", "A later figure")
    keyboard.follow("Save")
    editor.expect_told("Saved")
