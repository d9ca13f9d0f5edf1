"""The Reuters report of 25 January 2024 as AsiaOne carried it the day after: what an editor types from it."""

from typing import Final

from tests.e2e.desk_driver import Cited, Desk
from tests.e2e.keyboard import Keyboard

TITLE: Final = "Two bombings in Kerman"
REPORT: Final = "US warned Iran of 'terrorist threat' before Jan 3 attack, says official"
ADDRESS: Final = "https://www.asiaone.com/world/us-warned-iran-terrorist-threat-jan-3-attack-says-official"
FIRST_REPORT: Final = "U.S. Secretly Alerted Iran Ahead of Islamic State Terrorist Attack"
KILLED: Final = "killed nearly 100 people"
WOUNDED: Final = "wounded scores"
BLASTS: Final = "two suicide bombings in the southeastern city of Kerman"
WARNED: Final = (
    'The US government privately warned long-time antagonist Iran about a "terrorist threat" within its borders'
)
SUMMARY: Final = "Two suicide bombings in Kerman killed nearly 100 people, as Reuters reported."


def record_sources(desk: Desk) -> None:
    """Reuters, which follows the Wall Street Journal; AsiaOne, which carries Reuters."""

    def reuters(keyboard: Keyboard) -> None:
        keyboard.fill("Publisher", "Reuters")
        keyboard.choose("Kind of publisher", "News agency")
        keyboard.fill("Title", REPORT)
        keyboard.fill("Published", "25 January 2024")
        keyboard.choose("Access", "In an archive only")
        keyboard.unfold("It rests on another item: syndicated, first reported elsewhere, translated")
        keyboard.choose("It rests on another item", "First reported by")
        keyboard.fill("Publisher of that item", "The Wall Street Journal")
        keyboard.choose("Kind of that publisher", "Newspaper")
        keyboard.fill("Title of that item", FIRST_REPORT)
        keyboard.fill("That item was published", "25 January 2024")

    def asiaone(keyboard: Keyboard) -> None:
        keyboard.fill("Publisher", "AsiaOne")
        keyboard.choose("Kind of publisher", "Newspaper")
        keyboard.fill("Title", REPORT)
        keyboard.fill("Published", "26 January 2024")
        keyboard.fill("Address", ADDRESS)
        keyboard.unfold("It rests on another item: syndicated, first reported elsewhere, translated")
        keyboard.choose("It rests on another item", "Syndicates")
        keyboard.choose("Which item", f"Reuters – {REPORT} – 25 January 2024")
        keyboard.unfold("Its text, credit, confidentiality")
        keyboard.fill("Text of the item", " […] ".join([WARNED, f"{BLASTS} that {KILLED} and {WOUNDED}"]))
        keyboard.fill("Credit", "Reuters")

    desk.record_source(fields=reuters)
    desk.record_source(fields=asiaone)


def record_what_and_where(desk: Desk) -> None:
    """When, where and what kind of attack."""
    with desk.adding("Add a time", Cited(quote="before Jan 3 attack", locator="title", find="AsiaOne")) as keyboard:
        keyboard.fill("When", "3 January 2024")
        keyboard.fill("Time zone", "Asia/Tehran")
    with desk.adding("Add a location", Cited(quote=BLASTS, locator="paragraph 2")) as keyboard:
        keyboard.find("Name of the place", "Kirman")
        keyboard.pick("Places found", "Kerman")
        keyboard.choose("How finely it is known", "Known to the city or town")
    with desk.adding("Add what kind of attack", Cited(quote=BLASTS, locator="paragraph 2")) as keyboard:
        keyboard.tick("Bombing or explosion")
        keyboard.tick("Suicide attack")
        keyboard.tick("Explosives")


def record_tolls(desk: Desk, *, wounded: str) -> None:
    """How many were killed and wounded, in the words of the report."""
    with desk.adding("Add a casualty figure", Cited(quote=KILLED, locator="paragraph 2")) as keyboard:
        keyboard.fill("How many, in the source's words", "nearly 100")
    with desk.adding("Add a casualty figure", Cited(quote=WOUNDED, locator="paragraph 2")) as keyboard:
        keyboard.fill("How many, in the source's words", wounded)
        keyboard.choose("What was counted", "Wounded")


def record_who(desk: Desk) -> None:
    """Who claimed it, and who is named by intelligence: two grounds, one beside the other."""
    claimed = Cited(quote="claimed by the Islamic State militant group", locator="paragraph 1")
    with desk.adding("Add who is named", claimed) as keyboard:
        keyboard.fill("Who is named", "Islamic State")
        keyboard.choose("Kind of actor", "Organisation")
        keyboard.choose("On what ground", "Responsibility claim")
    with desk.adding("Add who is named", Cited(locator="passage on US intelligence")) as keyboard:
        keyboard.fill("Who is named", "Islamic State's Afghanistan branch")
        keyboard.choose("Kind of actor", "Branch of an organisation")
        keyboard.choose("On what ground", "Intelligence assessment")
        keyboard.choose("How it is said", "Assessed")
        keyboard.unfold("Branch, channel, words of confidence")
        keyboard.fill("Branch of", "Islamic State")


def record_warning(desk: Desk) -> None:
    """The warning, as an official who is not named told it."""

    def official(keyboard: Keyboard) -> None:
        keyboard.pick("Whose words", "Somebody else")
        keyboard.choose("Named or not", "Anonymous")
        keyboard.fill("Described as", "a US official")
        keyboard.fill("Reason given for anonymity", "speaking on condition of anonymity")

    cited = Cited(quote=WARNED, locator="paragraph 1", speaker=official, said_on="25 January 2024")
    with desk.adding("Add a warning", cited) as keyboard:
        keyboard.fill("Who warned", "US government")
        keyboard.choose("Kind of who warned", "State body")
        keyboard.fill("Who was warned", "Iranian government")
        keyboard.choose("Kind of who was warned", "State body")
        keyboard.choose("Basis", "Duty to warn")
        keyboard.fill("Basis, in the source's words", "a longstanding 'duty to warn' policy")
        keyboard.fill("Disclosed on", "25 January 2024")
        keyboard.choose("Disclosed by", f"The Wall Street Journal – {FIRST_REPORT} – 25 January 2024")
        keyboard.fill("What is said, in our words", "The United States privately warned Iran before the attack.")


def record_context(desk: Desk) -> None:
    """What an analyst made of it, and one sentence of summary."""

    def alterman(keyboard: Keyboard) -> None:
        keyboard.pick("Whose words", "Somebody else")
        keyboard.fill("Name", "Jon Alterman")
        keyboard.fill("Role", "Director of the Middle East programme")
        keyboard.fill("Organisation", "Center for Strategic and International Studies")

    with desk.adding(
        "Add a reaction", Cited(quote='"This is an olive branch,"', locator="paragraph 7", speaker=alterman)
    ) as keyboard:
        keyboard.fill("What was said, in our words", "The warning is an olive branch, a wish for dialogue.")
        keyboard.fill("Made on", "25 January 2024")
    keyboard = desk.keyboard
    keyboard.follow("Write the summary")
    keyboard.skip_to_content()
    keyboard.fill("Sentence", SUMMARY)
    keyboard.choose("Cite a quote already on record", f"{KILLED} – AsiaOne")
    keyboard.follow("Save the summary")
    desk.expect_told("The summary is saved")
