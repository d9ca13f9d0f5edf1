"""The founding example from its report without one proposal, as somebody who knows the desk types it."""

import sys
from typing import Final

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from incidents.choices import State
from incidents.models import Incident
from tests import making
from tests.e2e import kerman_report as report
from tests.e2e.looking import SignedIn
from tests.e2e.practised import Practised

MOST_KEYS: Final = 700
CLAIMED: Final = "claimed by the Islamic State militant group"
BRANCH: Final = "Islamic State's Afghanistan branch"
SPOKEN: Final = "speaking on condition of anonymity"
POLICY: Final = "a longstanding 'duty to warn' policy"
OLIVE: Final = '"This is an olive branch,"'
TEXT: Final = "\n\n".join(
    [
        report.REPORT,
        f"{report.WARNED} before Jan 3 attack, a US official said, {SPOKEN}, under {POLICY}.",
        f"[…] {report.BLASTS} that {report.KILLED} and {report.WOUNDED}, {CLAIMED}.",
        f"[…] US intelligence indicated {BRANCH} […]",
        f"[…] {OLIVE} said Jon Alterman […]",
    ]
)


def test_kerman_by_hand_in_few_keys(
    signed_in: SignedIn, live_server: LiveServer, people: making.Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    making.kerman()
    context = signed_in(people.editor).context
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}/desk/")
    keys = Practised(page)
    told: list[str] = []

    for step in (reuters, asiaone, what_and_where, tolls, who, warning, reaction, summary, hand_in):
        before = keys.keys
        step(keys)
        told.append(f"{step.__name__} {keys.keys - before}")

    with capsys.disabled():
        sys.stdout.write(f"\nKerman by hand: {keys.keys} keys ({', '.join(told)})\n")
    recorded()
    assert keys.keys <= MOST_KEYS


def reuters(keys: Practised) -> None:
    """What AsiaOne carries, which follows the Wall Street Journal."""
    keys.follow("Sources")
    keys.go("a")
    keys.fill("Publisher", "Reuters")
    keys.choose("Kind of publisher", "News agency")
    keys.paste("Title", report.REPORT)
    keys.fill("Published", "2024-01-25")
    keys.choose("Access", "In an archive only")
    keys.unfold("It rests on another item: syndicated, first reported elsewhere, translated")
    keys.choose("It rests on another item", "First reported by")
    keys.paste("Publisher of that item", "The Wall Street Journal")
    keys.choose("Kind of that publisher", "Newspaper")
    keys.paste("Title of that item", report.FIRST_REPORT)
    keys.fill("That item was published", "2024-01-25")
    keys.save()


def asiaone(keys: Practised) -> None:
    """The report itself: taken in, its text kept, and a new incident begun."""
    keys.go("n")
    with keys.page.expect_navigation():
        keys.paste("Text of the item", TEXT)
    keys.fill("Publisher", "AsiaOne")
    keys.choose("Kind of publisher", "Newspaper")
    keys.fill("Published", "2024-01-26")
    keys.paste("Address", report.ADDRESS)
    keys.unfold("It rests on another item: syndicated, first reported elsewhere, translated")
    keys.choose("It rests on another item", "Syndicates")
    keys.choose("Which item", f"Reuters – {report.REPORT} – 25 January 2024")
    keys.save()
    keys.press("Control+a")
    keys.fill("Title", report.TITLE)
    keys.pick("Does the record hold graphic material?", "No")
    keys.pick("Does it hold personal data?", "No")
    keys.save()


def what_and_where(keys: Practised) -> None:
    keys.cite(report.BLASTS, 2)
    keys.find("Name of the place", "Kerman")
    keys.pick("Places found", "Kerman")
    keys.choose("How finely it is known", "Known to the city or town")
    keys.save()
    keys.cite("before Jan 3 attack", 1)
    keys.fill("When", "3 Jan 2024")
    keys.save()
    keys.cite(report.BLASTS, 4)
    keys.tick("Bombing or explosion")
    keys.tick("Suicide attack")
    keys.tick("Explosives")
    keys.save()


def tolls(keys: Practised) -> None:
    keys.cite(report.KILLED, 3)
    keys.fill("How many, in the source's words", "nearly 100")
    keys.save()
    keys.cite(report.WOUNDED, 3)
    keys.fill("How many, in the source's words", "scores")
    keys.choose("What was counted", "Wounded")
    keys.save()


def who(keys: Practised) -> None:
    keys.cite(CLAIMED, 5)
    keys.fill("Who is named", "Islamic State")
    keys.choose("Kind of actor", "Organisation")
    keys.choose("On what ground", "Responsibility claim")
    keys.save()
    keys.cite(BRANCH, 5)
    keys.paste("Who is named", BRANCH)
    keys.choose("Kind of actor", "Branch of an organisation")
    keys.choose("On what ground", "Intelligence assessment")
    keys.choose("How it is said", "Assessed")
    keys.unfold("Branch, channel, words of confidence")
    keys.fill("Branch of", "Islamic State")
    keys.save()


def warning(keys: Practised) -> None:
    keys.cite(report.WARNED, 6)
    keys.fill("Who warned", "US government")
    keys.choose("Kind of who warned", "State body")
    keys.fill("Who was warned", "Iranian government")
    keys.choose("Kind of who was warned", "State body")
    keys.choose("Basis", "Duty to warn")
    keys.paste("Basis, in the source's words", POLICY)
    keys.fill("Disclosed on", "2024-01-25")
    keys.choose("Disclosed by", f"The Wall Street Journal – {report.FIRST_REPORT} – 25 January 2024")
    keys.fill("What is said, in our words", "The United States privately warned Iran before the attack.")
    keys.press("Alt+l")
    keys.pick("Whose words", "Somebody else")
    keys.choose("Named or not", "Anonymous")
    keys.paste("Described as", "a US official")
    keys.paste("Reason given for anonymity", SPOKEN)
    keys.unfold("Days, translation, stance")
    keys.fill("Said on", "2024-01-25")
    keys.save()


def reaction(keys: Practised) -> None:
    keys.cite(OLIVE, 7)
    keys.fill("What was said, in our words", "The warning is an olive branch, a wish for dialogue.")
    keys.fill("Made on", "2024-01-25")
    keys.press("Alt+l")
    keys.pick("Whose words", "Somebody else")
    keys.paste("Name", "Jon Alterman")
    keys.fill("Role", "Director of the Middle East programme")
    keys.paste("Organisation", "Center for Strategic and International Studies")
    keys.save()


def summary(keys: Practised) -> None:
    keys.go("o")
    keys.go("s")
    keys.fill("Sentence", report.SUMMARY)
    keys.choose("Cite a quote already on record", f"{report.KILLED} – AsiaOne")
    keys.save()


def hand_in(keys: Practised) -> None:
    keys.go("h")
    keys.save()
    expect(keys.page.locator(".messages")).to_contain_text("Submitted")


def recorded() -> None:
    """All that the report says, as in the founding example."""
    made = Incident.objects.get(title=report.TITLE)
    assert made.state == State.IN_REVIEW
    claims = list(made.assertions.values_list("kind", flat=True))
    counted = {kind: claims.count(kind) for kind in set(claims)}
    assert counted == {"time": 1, "location": 1, "characteristic": 3, "casualty": 2, "attribution": 2, "warning": 1}
    assert made.statements.get().speaker.name == "Jon Alterman"
    assert made.summary.get().citations.get().quote == report.KILLED
