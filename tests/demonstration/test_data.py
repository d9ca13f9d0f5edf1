"""The files of the demonstration: complete, quoted in measure, and read by the rules as an editor read them."""

from collections.abc import Iterator
from typing import Any

import pytest

from incidents.choices import CODES, AttributionKind, CharacteristicKind, PlacePrecision, Stance, State
from incidents.management.demonstration.claims import CODED
from incidents.management.demonstration.entries import Entry, acts, citations, read_entries
from incidents.rules.dates import read_date
from incidents.rules.quantities import read_quantity
from incidents.rules.wording import find_loaded_words

ENTRIES = read_entries()
ACTS = [act for entry in ENTRIES.incidents.values() for act in acts(entry)]
FINISHED = {State.PUBLISHED, State.WITHDRAWN}


def within(value: Any) -> Iterator[Entry]:
    """Every object inside a value, the value itself included."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from within(one)


CITATIONS = [
    found
    for entry in [*ENTRIES.incidents.values(), *ENTRIES.actors.values()]
    for found in within(entry)
    if "source" in found and "on" not in found
]


def test_there_is_something_of_every_continent_type_and_precision() -> None:
    assert len(ENTRIES.incidents) >= 60
    attacks = {code for act in ACTS for code in act["attack_types"]}
    assert attacks == set(CODES[CharacteristicKind.ATTACK_TYPE].values)
    assert {act["place"]["precision"] for act in ACTS} == set(PlacePrecision.values)
    grounds = {one["kind"] for act in ACTS for one in act.get("attributions", [])}
    assert grounds >= set(AttributionKind.values) - {AttributionKind.ANALYST_INFERENCE}
    countries = {act["place"]["country"] for act in ACTS}
    assert countries >= {"NG", "PK", "ID", "JP", "UZ", "GB", "LB", "US", "MX", "SV", "CO", "AU", "NZ"}


def test_every_source_is_cited_and_every_key_leads_somewhere() -> None:
    used = {citation["source"] for citation in CITATIONS}
    used |= {
        one for act in ACTS for sentence in act.get("summary", []) for one in sentence["sources"] if type(one) is str
    }
    resting = {one["source"] for source in ENTRIES.sources.values() for one in source.get("derived_from", [])}
    assert used | resting == set(ENTRIES.sources)
    assert {source["publisher"] for source in ENTRIES.sources.values()} == set(ENTRIES.publishers)
    spoken = {one["speaker"] for one in CITATIONS if isinstance(one.get("speaker"), str)}
    assert spoken <= set(ENTRIES.speakers)


def test_a_citation_points_to_words_or_to_a_place_and_quotes_in_measure() -> None:
    assert [one for one in CITATIONS if not one.get("quote") and not one.get("locator")] == []
    assert [one["quote"] for one in CITATIONS if len(one.get("quote", "")) > 300] == []
    assert {one.get("stance", Stance.SUPPORTS) for one in CITATIONS} <= set(Stance.values)


def test_a_source_without_a_certain_address_has_none_and_none_is_a_data_set_that_may_not_be_passed_on() -> None:
    for source in ENTRIES.sources.values():
        assert source.get("url", "https://").startswith(("http://", "https://")) or source["url"] == ""
        assert isinstance(source["verified"], bool)
    names = " ".join(publisher["name"] for publisher in ENTRIES.publishers.values())
    assert "Global Terrorism Database" not in names
    assert "ACLED" not in names


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act["key"])
def test_words_of_a_figure_read_as_the_bounds_beside_them(act: Entry) -> None:
    for one in act.get("casualties", []):
        if one["verbatim"]:
            read = read_quantity(one["verbatim"])
            assert read is not None, one["verbatim"]
            bounds = (read.quantifier, read.low, read.best, read.high)
            assert bounds == (one["quantifier"], one["low"], one["best"], one["high"]), one["verbatim"]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act["key"])
def test_a_date_reads_with_the_precision_beside_it_and_codes_are_known(act: Entry) -> None:
    for one in [act["date"], *act.get("also_dated", [])]:
        assert read_date(one["when"], timezone=one["timezone"]).precision == one["precision"]
    for name, kind in CODED.items():
        assert set(act[name]) <= set(CODES[kind].values)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act["key"])
def test_titles_and_summaries_use_no_loaded_word(act: Entry) -> None:
    ours = [act["title"], *(sentence["text"] for sentence in act.get("summary", []))]
    assert [word for text in ours for word in find_loaded_words(text)] == []


def test_work_that_is_not_finished_says_why() -> None:
    unfinished = [entry for entry in ENTRIES.incidents.values() if entry["state"] not in FINISHED]
    assert len(unfinished) >= 4
    assert [entry["key"] for entry in unfinished if not entry["work_note"].strip()] == []
    withdrawn = [entry for entry in ENTRIES.incidents.values() if entry["state"] == State.WITHDRAWN]
    assert all(entry["withdraw_reason"] for entry in withdrawn)
    assert withdrawn


def test_nobody_is_named_without_a_citation_of_who_says_so() -> None:
    for act in ACTS:
        for one in act.get("attributions", []):
            assert citations(one)
            assert one["actor"] in ENTRIES.actors
