"""A quote is found where it stands, whatever typesetting did to it, and again after the text was edited."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.rules.anchoring import CONTEXT, anchor, closest

TEXT = "Officials spoke on Friday.\n\nThe attack killed “nearly  100” people, they said. It was the deadliest in years."


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ('killed "nearly 100" people', "killed “nearly  100” people"),
        ("Friday. The attack", "Friday.\n\nThe attack"),
        ("the attack killed", "The attack killed"),
        ("“The attack killed”", "The attack killed"),
        ("the attack injured", None),
        ("", None),
        ("…", None),
    ],
)
def test_white_space_quotation_marks_and_case_need_not_agree(quote: str, exact: str | None) -> None:
    found = anchor(TEXT, quote)
    assert (found.exact if found else None) == exact


def test_an_anchor_holds_what_stands_around_it_and_no_more_than_sixty_characters() -> None:
    found = anchor("a" * 500 + " the words " + "b" * 500, "the words")
    assert found is not None
    assert (len(found.prefix), len(found.suffix)) == (CONTEXT, CONTEXT)
    assert (found.start, found.end) == (501, 510)


def test_of_two_places_the_one_with_the_same_surroundings_is_meant() -> None:
    first = "In Kerman 12 people died. In Bam 12 people died."
    second = anchor(first, "12 people died", before=anchor(first[26:], "12 people died"))
    assert second is not None
    assert first[: second.start].endswith("In Bam ")


def test_the_place_nearest_to_the_old_one_is_meant_where_nothing_else_tells() -> None:
    old = anchor("x " * 40 + "word" + " y" * 40, "word")
    new = anchor("word " + "z " * 45 + "word" + " z" * 40, "word", before=old)
    assert new is not None
    assert new.start > 50


def test_letters_that_grow_when_folded_move_no_offset() -> None:
    text = "İİİİ İstanbul: İki kişi öldü."
    found = anchor(text, "iki kişi")
    assert found is not None
    assert text[found.start : found.end] == found.exact == "İki kişi"


@given(st.text(max_size=200), st.text(min_size=1, max_size=40), st.text(max_size=200))
def test_what_stands_in_a_text_is_found_in_it(before: str, words: str, after: str) -> None:
    text = before + words + after
    found = anchor(text, words)
    if found is None:
        assert not words.strip().strip('"“”„‟«»″').split()
    else:
        assert text[found.start : found.end] == found.exact
        assert text.startswith(found.prefix + found.exact + found.suffix, found.start - len(found.prefix))


def test_the_closest_passage_is_proposed_in_whole_words() -> None:
    found = closest(TEXT, "the attack killed nearly 110 people")
    assert found is not None
    assert found.text == "The attack killed “nearly 100” people,"
    assert found.likeness > 85
    assert closest("Quite another matter.", "zzzz qqqq xxxx") is None


def test_a_long_text_is_searched_in_a_moment() -> None:
    text = "Nothing of the kind was said by anybody that day. " * 20_000
    begun = time.monotonic()
    assert anchor(text, "the attack killed nearly 100 people") is None
    closest(text, "the attack killed nearly 100 people")
    assert time.monotonic() - begun < 5
