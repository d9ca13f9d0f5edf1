"""How many independent origins stand behind an assertion."""

from collections.abc import Hashable
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from incidents.rules.independence import CitedWords, count_origins, origins

Edges = list[tuple[Hashable, Hashable]]

SOURCES = st.integers(min_value=0, max_value=9)
CITATIONS = st.lists(
    st.builds(CitedWords, source=SOURCES, speaker=st.none() | st.sampled_from("xyz"), unnamed=st.booleans()), max_size=8
)
EDGES = st.lists(st.tuples(SOURCES, SOURCES), max_size=14)

KERMAN: Edges = [("asiaone", "reuters"), ("reuters", "wsj")]
WARNING = [CitedWords("asiaone"), CitedWords("reuters", "a US official", unnamed=True), CitedWords("wsj")]


def test_nothing_cited_has_no_origin() -> None:
    assert origins([], []) == []


def test_a_report_carried_and_first_reported_elsewhere_is_one_origin() -> None:
    assert origins(WARNING, KERMAN) == [frozenset(WARNING)]


def test_ten_outlets_that_rewrite_it_leave_one_origin_and_an_independent_document_makes_two() -> None:
    outlets = [f"outlet {number}" for number in range(10)]
    edges = [*KERMAN, *((outlet, "asiaone") for outlet in outlets)]
    repeated = [*WARNING, *(CitedWords(outlet) for outlet in outlets)]
    assert count_origins(repeated, edges) == 1
    assert count_origins([*repeated, CitedWords("a declassified cable")], edges) == 2


def test_copies_of_a_report_that_is_not_cited_itself_share_it_all_the_same() -> None:
    assert (
        count_origins([CitedWords("copy"), CitedWords("translation")], [("copy", "wire"), ("translation", "wire")]) == 1
    )


def test_the_same_unnamed_speaker_in_two_outlets_counts_once() -> None:
    cited = [CitedWords("a", "official", unnamed=True), CitedWords("b", "official", unnamed=True)]
    assert count_origins(cited, []) == 1


def test_citing_the_same_outlet_again_does_not_part_an_unnamed_speaker() -> None:
    cited = [CitedWords("a", "official", unnamed=True), CitedWords("b", "official", unnamed=True), CitedWords("a")]
    assert count_origins(cited, []) == 1


def test_the_same_named_speaker_in_two_outlets_counts_by_outlet() -> None:
    assert count_origins([CitedWords("a", "minister"), CitedWords("b", "minister")], []) == 2


def test_two_unnamed_speakers_who_are_not_known_to_be_one_count_apart() -> None:
    assert count_origins([CitedWords("a", None, unnamed=True), CitedWords("b", None, unnamed=True)], []) == 2


def test_a_round_up_stands_with_each_of_its_origins_and_ties_none_together() -> None:
    first, second, round_up = CitedWords("a"), CitedWords("b"), CitedWords("round-up")
    edges: Edges = [("round-up", "a"), ("round-up", "b")]
    assert origins([first, second, round_up], edges) == [frozenset({first, round_up}), frozenset({second, round_up})]


def test_a_round_up_alone_counts_once() -> None:
    assert count_origins([CitedWords("round-up")], [("round-up", "a"), ("round-up", "b")]) == 1


def test_a_circle_of_outlets_is_one_origin_and_does_not_hang() -> None:
    edges: Edges = [("a", "b"), ("b", "c"), ("c", "a"), ("copy", "a"), ("self", "self")]
    assert count_origins([CitedWords("a"), CitedWords("b"), CitedWords("copy")], edges) == 1
    assert count_origins([CitedWords("self")], edges) == 1


def test_a_circle_with_a_way_out_rests_on_what_is_outside() -> None:
    assert origins([CitedWords("a"), CitedWords("wire")], [("a", "b"), ("b", "a"), ("b", "wire")]) == [
        frozenset({CitedWords("a"), CitedWords("wire")})
    ]


def test_a_thousand_links_are_walked_to_the_end() -> None:
    chain: Edges = [(number, number + 1) for number in range(1000)]
    assert count_origins([CitedWords(0), CitedWords(1000)], chain) == 1


@given(CITATIONS, EDGES, st.lists(st.integers(min_value=0), min_size=1, max_size=5))
def test_outlets_that_rewrite_what_is_cited_never_raise_the_count(
    cited: list[CitedWords], edges: Edges, picks: list[int]
) -> None:
    before = count_origins(cited, edges)
    if not cited:
        return
    rewritten = [(f"outlet {number}", cited[pick % len(cited)].source) for number, pick in enumerate(picks)]
    after = count_origins([*cited, *(CitedWords(outlet) for outlet, _source in rewritten)], [*edges, *rewritten])
    assert after == before


@given(CITATIONS, EDGES)
def test_an_independent_document_raises_the_count_by_one(cited: list[CitedWords], edges: Edges) -> None:
    assert count_origins([*cited, CitedWords("document")], edges) == count_origins(cited, edges) + 1


@given(CITATIONS, EDGES, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(cited: list[CitedWords], edges: Edges, random: Random) -> None:
    mixed_citations, mixed_edges = list(cited), list(edges)
    random.shuffle(mixed_citations)
    random.shuffle(mixed_edges)
    assert set(origins(mixed_citations, mixed_edges)) == set(origins(cited, edges))


@given(CITATIONS, EDGES)
def test_every_citation_stands_in_a_group_and_no_group_is_empty(cited: list[CitedWords], edges: Edges) -> None:
    groups = origins(cited, edges)
    assert frozenset().union(*groups) == frozenset(cited)
    assert all(groups)
    assert len(groups) <= len({words.source for words in cited})
