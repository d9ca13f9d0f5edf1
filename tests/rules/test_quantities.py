"""What a report's words about how many are taken to say: one list of phrases, one answer each."""

import pytest

from incidents.choices import Quantifier
from incidents.rules.quantities import RULES, Quantity, explain_rule, read_quantity

EXACTLY = [
    ("84", 84),
    ("0", 0),
    ("one", 1),
    ("twelve", 12),
    ("eighty-four", 84),
    ("eighty four", 84),
    ("Eighty-Four", 84),
    ("a dozen", 12),
    ("half a dozen", 6),
    ("two dozen", 24),
    ("three score", 60),
    ("a hundred", 100),
    ("one hundred and five", 105),
    ("one hundred five", 105),
    ("twelve hundred", 1200),
    ("two thousand three hundred and forty-one", 2341),
    ("a hundred thousand", 100_000),
    ("3 thousand", 3000),
    ("1,200", 1200),
    ("1'200", 1200),
    ("1\u00a0200", 1200),
    ("1\u202f200", 1200),
    ("1,00,000", 100_000),
    ("\u06f8\u06f4", 84),
    ("\u0668\u0664", 84),
    ("\u06f1\u066c\u06f2\u06f0\u06f0", 1200),
    ("exactly 84", 84),
    ("a total of 84", 84),
    ("84 people", 84),
    ("84 worshippers were killed", 84),
    ("death toll: 84", 84),
    ("killed 84 people.", 84),
    ("“84”", 84),
    ("none", 0),
    ("no one was killed", 0),
    ("no deaths", 0),
]

LOWEST = [
    ("at least 84", Quantifier.AT_LEAST, 84),
    ("at the very least 84", Quantifier.AT_LEAST, 84),
    ("no fewer than 84", Quantifier.AT_LEAST, 84),
    ("not less than 84", Quantifier.AT_LEAST, 84),
    ("a minimum of 84", Quantifier.AT_LEAST, 84),
    ("84 or more", Quantifier.AT_LEAST, 84),
    ("84 at least", Quantifier.AT_LEAST, 84),
    ("84, if not more", Quantifier.AT_LEAST, 84),
    ("84+", Quantifier.AT_LEAST, 84),
    ("≥ 84", Quantifier.AT_LEAST, 84),
    ("at least one hundred", Quantifier.AT_LEAST, 100),
    ("killed at least 84 mourners", Quantifier.AT_LEAST, 84),
    ("more than 90", Quantifier.MORE_THAN, 91),
    ("over 90", Quantifier.MORE_THAN, 91),
    ("well over 90", Quantifier.MORE_THAN, 91),
    ("just over 90", Quantifier.MORE_THAN, 91),
    ("upwards of 90", Quantifier.MORE_THAN, 91),
    ("in excess of 1,000", Quantifier.MORE_THAN, 1001),
    ("exceeding 90", Quantifier.MORE_THAN, 91),
    ("> 90", Quantifier.MORE_THAN, 91),
    ("more than a dozen", Quantifier.MORE_THAN, 13),
    ("more than 200 people were wounded", Quantifier.MORE_THAN, 201),
    ("tens of people", Quantifier.AT_LEAST, 20),
    ("dozens", Quantifier.DOZENS, 24),
    ("dozens of people", Quantifier.DOZENS, 24),
    ("several dozen", Quantifier.DOZENS, 24),
    ("dozens and dozens", Quantifier.DOZENS, 24),
    ("scores", Quantifier.SCORES, 40),
    ("Scores were wounded", Quantifier.SCORES, 40),
    ("wounding scores", Quantifier.SCORES, 40),
    ("hundreds", Quantifier.HUNDREDS, 200),
    ("hundreds of worshippers", Quantifier.HUNDREDS, 200),
    ("a few hundred", Quantifier.HUNDREDS, 200),
    ("thousands", Quantifier.AT_LEAST, 2000),
    ("several thousand", Quantifier.AT_LEAST, 2000),
    ("tens of thousands", Quantifier.AT_LEAST, 20_000),
    ("hundreds of thousands of people", Quantifier.AT_LEAST, 200_000),
]

HIGHEST = [
    ("nearly 100", Quantifier.NEARLY, 99),
    ("almost 100", Quantifier.NEARLY, 99),
    ("almost two hundred", Quantifier.NEARLY, 199),
    ("just under 100", Quantifier.NEARLY, 99),
    ("slightly fewer than 100", Quantifier.NEARLY, 99),
    ("not quite 100", Quantifier.NEARLY, 99),
    ("approaching 100", Quantifier.NEARLY, 99),
    ("nearly two dozen", Quantifier.NEARLY, 23),
    ("Nearly one hundred people were killed", Quantifier.NEARLY, 99),
    ("killing nearly 100 people", Quantifier.NEARLY, 99),
    ("up to 30", Quantifier.UP_TO, 30),
    ("as many as 30", Quantifier.UP_TO, 30),
    ("at most 30", Quantifier.UP_TO, 30),
    ("30 at the most", Quantifier.UP_TO, 30),
    ("no more than 30", Quantifier.UP_TO, 30),
    ("not more than 30", Quantifier.UP_TO, 30),
    ("a maximum of 30", Quantifier.UP_TO, 30),
    ("30 or fewer", Quantifier.UP_TO, 30),
    ("≤ 30", Quantifier.UP_TO, 30),
    ("fewer than 30", Quantifier.FEWER_THAN, 29),
    ("less than 30", Quantifier.FEWER_THAN, 29),
    ("under 30", Quantifier.FEWER_THAN, 29),
    ("well below 30", Quantifier.FEWER_THAN, 29),
    ("< 30", Quantifier.FEWER_THAN, 29),
    ("fewer than one", Quantifier.FEWER_THAN, 0),
]

ABOUT = [
    ("about 84", 84),
    ("around 84", 84),
    ("roughly 84", 84),
    ("approximately 84", 84),
    ("some 1,200", 1200),
    ("some 1,200 people were killed", 1200),
    ("an estimated 84", 84),
    ("circa 84", 84),
    ("close to 100", 100),
    ("in the region of 100", 100),
    ("perhaps 100", 100),
    ("84 or so", 84),
    ("~84", 84),
    ("about a hundred", 100),
]

RANGES = [
    ("between 80 and 90", 80, 90),
    ("between eighty and ninety", 80, 90),
    ("between one hundred and two hundred", 100, 200),
    ("anywhere between 80 and 90", 80, 90),
    ("from 80 to 90", 80, 90),
    ("84-91", 84, 91),
    ("84\u201391", 84, 91),
    ("84 to 91", 84, 91),
    ("84 or 85", 84, 85),
    ("twenty to thirty", 20, 30),
    ("between 80 and 90 people", 80, 90),
    ("at least 84 and as many as 91", 84, 91),
    ("at least 84 but no more than 91", 84, 91),
    ("more than 100 but fewer than 200", 101, 199),
    ("up to 91, but at least 84", 84, 91),
]

NO_NUMBER = ["several", "a few", "many people", "some people", "a number of people", "an unknown number", "a handful"]

NOT_READ = [
    "",
    "people were killed",
    "84 killed and 211 wounded",
    "nearly 100 people and wounded scores",
    "dozens, perhaps hundreds",
    "rose from 73 to 84",
    "toll from 73 to 84",
    "91-84",
    "between 90 and 80",
    "more than 200 but fewer than 100",
    "the better part of 100",
    "anything like 100",
    "another 12",
    "84 others",
    "12 more",
    "84 may have died",
    "84%",
    "84 percent",
    "84.5",
    "1.200",
    "1 200",
    "12,00",
    "007",
    "-5",
    "$84",
    "84th",
    "84-year-old man",
    "two-thirds of the victims",
    "half of the 84",
    "one of the 84",
    "14:50",
    "3 January 2024",
    "3 March",
    "84 hours",
    "covid-19",
    "two three",
    "one hundred two hundred",
    "nearly 1",
    "fewer than 0",
    "no deaths were reported",
    "no one claimed responsibility for the 84",
    "<0>",
    "84 | 84",
    "2147483648",
    "nine thousand million",
    "9" * 5000,
    "9" * 200,
    "thousand " * 22,
    "84 people were killed " + "as was said " * 20,
]


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
