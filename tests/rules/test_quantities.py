"""What a report's words about how many are taken to say: one list of phrases, one answer each."""

import pytest

from incidents.choices import Quantifier
from incidents.rules.quantities import RULES, Quantity, explain_rule, read_quantity
from tests.rules.phrases import ABOUT, EXACTLY, HIGHEST, LOWEST, NO_NUMBER, NOT_READ, RANGES


def read(text: str) -> Quantity:
    """Read a phrase that must be readable."""
    quantity = read_quantity(text)
    assert quantity is not None, text
    return quantity


def bounds(text: str) -> tuple[int | None, int | None, int | None]:
    """Read the phrase and return what it sets."""
    quantity = read(text)
    return quantity.low, quantity.best, quantity.high


@pytest.mark.parametrize(("text", "number"), EXACTLY)
def test_a_plain_number_is_all_three(text: str, number: int) -> None:
    assert bounds(text) == (number, number, number)


@pytest.mark.parametrize(("text", "quantifier", "low"), LOWEST)
def test_a_lower_bound_sets_neither_best_nor_high(text: str, quantifier: Quantifier, low: int) -> None:
    assert bounds(text) == (low, None, None)
    assert read(text).quantifier == quantifier


@pytest.mark.parametrize(("text", "quantifier", "high"), HIGHEST)
def test_an_upper_bound_sets_neither_low_nor_best(text: str, quantifier: Quantifier, high: int) -> None:
    assert bounds(text) == (None, None, high)
    assert read(text).quantifier == quantifier


@pytest.mark.parametrize(("text", "best"), ABOUT)
def test_about_sets_a_best_number_and_no_bounds(text: str, best: int) -> None:
    assert bounds(text) == (None, best, None)


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_range_has_no_middle_that_nobody_named(text: str, low: int, high: int) -> None:
    assert bounds(text) == (low, None, high)
    assert read(text).quantifier == Quantifier.RANGE


@pytest.mark.parametrize("text", NO_NUMBER)
def test_words_that_say_no_number_set_nothing_and_are_kept(text: str) -> None:
    assert read(text) == Quantity(text, None, None, None, None, "no-number: no bounds")


@pytest.mark.parametrize("text", NOT_READ)
def test_what_could_mean_something_else_is_not_read(text: str) -> None:
    assert read_quantity(text) is None


def test_the_words_are_kept_as_they_were_written() -> None:
    assert read("  Nearly 100 ").verbatim == "Nearly 100"


def test_two_hundred_phrases_are_tried() -> None:
    phrases = [row[0] for rows in (EXACTLY, LOWEST, HIGHEST, ABOUT, RANGES) for row in rows] + NO_NUMBER + NOT_READ
    assert len(set(phrases)) >= 200


def test_every_rule_has_an_id_of_its_own_that_fits_its_column_and_explains_itself() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert max(map(len, ids)) <= 60
    for rule in ids:
        assert explain_rule(rule).endswith(".")


def test_every_rule_is_reached_by_some_phrase() -> None:
    phrases = [row[0] for rows in (EXACTLY, LOWEST, HIGHEST, ABOUT, RANGES) for row in rows] + NO_NUMBER
    assert {read(phrase).rule for phrase in phrases} == {rule.id for rule in RULES}


def test_a_quantity_says_why_it_has_no_best_number() -> None:
    assert "was not reached, so the highest number is one less" in read("nearly 100").explanation


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        explain_rule("guess")
