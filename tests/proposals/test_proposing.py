"""A proposal says where it stands, who seems to speak and by which rule; other events stay apart."""

import time
from datetime import date

import pytest

from incidents.choices import ProposalKind
from incidents.rules.anchoring import anchor
from incidents.rules.proposals import METHOD, VERSION, Known, Proposal, Report, propose
from tests.proposals.gold import known, reports_of

DAY = date(2031, 11, 11)
ALL = [one for split in ("development", "held_out", "fresh") for one in reports_of(split)]


def read(text: str, **changes: object) -> list[Proposal]:
    """What is proposed of a text of Tuesday 11 November 2031."""
    return propose(Report(text=text, published_on=DAY, **changes), known())  # type: ignore[arg-type]


def of(kind: ProposalKind, text: str) -> list[Proposal]:
    """The proposals of one kind for the report's own event."""
    return [one for one in read(text) if one.kind == kind and not one.background]


@pytest.mark.parametrize("one", ALL, ids=[one.name for one in ALL])
def test_every_proposal_stands_where_it_says(one: object) -> None:
    report = one.report  # type: ignore[attr-defined]
    for found in propose(report, known()):
        held = found.anchor
        assert report.text[held.start : held.end] == held.exact
        assert held.exact in found.sentence
        assert anchor(report.text, held.exact, before=held) == held
        assert (found.method, found.version) == (METHOD, VERSION)
        assert found.rule


def test_keys_are_of_what_is_said_and_stay() -> None:
    text = "A bomb exploded in Karsu on Monday, killing four people. The bomb in Karsu killed four people."
    first, again = read(text), read(text)
    assert [one.key for one in first] == [one.key for one in again]
    assert len({one.key for one in first}) == len(first)
    assert max(one.mentions for one in first) == 2


def test_other_events_are_kept_apart() -> None:
    text = "Gunmen killed four people in Karsu on Monday.\n\nIn 2027, a bomb killed 60 people in Bir Salim."
    own = {one.anchor.exact for one in of(ProposalKind.CASUALTY, text)}
    aside = {one.anchor.exact for one in read(text) if one.kind == ProposalKind.CASUALTY and one.background}
    assert own == {"four people"}
    assert aside == {"60 people"}


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the attack in Karsu.",
        "The Red Column has not claimed the attack.",
        "Nobody, the Red Column included, has claimed responsibility.",
        "The Red Column was founded in 2019.",
    ],
)
def test_nobody_is_named_without_a_ground(text: str) -> None:
    assert of(ProposalKind.ATTRIBUTION, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Officials warned that the toll could rise.",
        "Police warned residents to stay away from the area after the blast.",
        "The group warned of further attacks.",
        "The bomb went off without warning.",
    ],
)
def test_a_warning_of_what_comes_after_is_none(text: str) -> None:
    assert of(ProposalKind.WARNING, text) == []


def test_a_claim_is_in_the_voice_of_its_speaker() -> None:
    text = "At least 12 people were killed in the blast in Karsu, said Leyla Demirel, the health minister."
    (toll,) = of(ProposalKind.CASUALTY, text)
    assert toll.voice is not None
    assert toll.voice["name"] == "Leyla Demirel"
    assert toll.value["verbatim"] == "At least 12 people"
    assert (toll.value["low"], toll.value["best"], toll.value["high"]) == (12, None, None)


def test_a_place_of_two_names_is_that_of_the_country_in_the_report() -> None:
    (pakistan,) = of(ProposalKind.PLACE, "Gunmen killed two people in Shah Kot, in Khyber Pakhtunkhwa province.")
    (india,) = of(ProposalKind.PLACE, "Gunmen killed two people in Shah Kot in India on Monday.")
    assert (pakistan.value["country_code"], india.value["country_code"]) == ("PK", "IN")
    assert pakistan.value["others"] == 1


def test_another_language_has_no_proposals_of_these_rules() -> None:
    assert read("Quatre personnes ont été tuées dimanche.", lang="fr") == []


@pytest.mark.parametrize(
    "piece", ["killed the attack of a bomb in the city ", "Aa Bb ", "one two ", "a", "a\n", "“It was. "]
)
def test_a_text_that_is_no_report_is_read_quickly(piece: str) -> None:
    begun = time.perf_counter()
    read(piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - begun < 8


@pytest.mark.parametrize(
    "piece",
    [
        "a letter, a note, a call to the police on Monday, ",
        "the Dawn Brigade, which said its men had ",
        "“We had, ” said a man who was ",
        "two of the three people and four men, a man, ",
    ],
)
def test_long_sentences_of_nothing_but_signs_are_read_in_time(piece: str) -> None:
    begun = time.perf_counter()
    read("\n".join([piece * (1_400 // len(piece))] * 5))
    assert time.perf_counter() - begun < 3


def test_a_flash_in_capitals_is_read_and_cited_as_it_is_written() -> None:
    found = read(
        "1412 - BOMB KILLS FOUR PEOPLE IN KARSU MARKET ON MONDAY, RESIDENTS SAY\n\nBACKGROUND - A BOMB KILLED NINE."
    )
    own = {one.kind: one for one in found if not one.background}
    assert own[ProposalKind.PLACE].anchor.exact == "KARSU"
    assert own[ProposalKind.CASUALTY].value["best"] == 4
    assert own[ProposalKind.SPEAKER].sentence.startswith("BOMB KILLS FOUR PEOPLE")
    assert {one.value["best"] for one in found if one.background and one.kind == ProposalKind.CASUALTY} == {9}


def test_a_model_proposes_through_the_same_door() -> None:
    class Model:
        """Proposes what the rules propose, under its own name."""

        method = "model-of-somebody"
        version = "2"

        def propose(self, report: Report, names: Known) -> list[Proposal]:
            return propose(report, names)

    report = Report(text="A bomb killed four people in Karsu.", published_on=DAY)
    found = propose(report, known(), [Model()])
    assert {(one.method, one.version) for one in found} == {("model-of-somebody", "2")}
