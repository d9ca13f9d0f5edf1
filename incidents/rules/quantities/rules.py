"""The table: what each kind of phrase says about a number, and why.

Two principles decide every row. A bound is set only where the words set it, and a best value only where somebody
named that number as the figure; "nearly 100" names 100 only to say that it was not reached. Where dictionaries
leave room, the weaker bound is taken, because it is never wrong.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.choices import Quantifier

Bounds = tuple[int | None, int | None, int | None]
"""Low, best and high, in people (or whatever is counted); None where the words set none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: a stable id that is stored and published, the quantifier, the bounds, and a sentence saying why.

    ``bounds`` takes the numbers in the phrase, in their order, and returns None when the words cannot mean them.
    ``quantifier`` is None only for words that say no number at all.
    """

    id: str
    quantifier: Quantifier | None
    bounds: Callable[[Sequence[int]], Bounds | None]
    explanation: str | Promise


def _exact(numbers: Sequence[int]) -> Bounds:
    return numbers[0], numbers[0], numbers[0]


def _at_least(numbers: Sequence[int]) -> Bounds:
    return numbers[0], None, None


def _more_than(numbers: Sequence[int]) -> Bounds:
    return numbers[0] + 1, None, None


def _about(numbers: Sequence[int]) -> Bounds:
    return None, numbers[0], None


def _up_to(numbers: Sequence[int]) -> Bounds:
    return None, None, numbers[0]


def _fewer_than(numbers: Sequence[int]) -> Bounds | None:
    return (None, None, numbers[0] - 1) if numbers[0] > 0 else None


def _nearly(numbers: Sequence[int]) -> Bounds | None:
    return (None, None, numbers[0] - 1) if numbers[0] > 1 else None


def _range(numbers: Sequence[int]) -> Bounds | None:
    low, high = numbers
    return (low, None, high) if low <= high else None


def _from(low: int) -> Callable[[Sequence[int]], Bounds]:
    return lambda _numbers: (low, None, None)


def _nothing(_numbers: Sequence[int]) -> Bounds:
    return None, None, None


EXACT = "exact-n: low n, best n, high n"
AT_LEAST = "at-least-n: low n"
MORE_THAN = "more-than-n: low n+1"
ABOUT = "about-n: best n"
NEARLY = "nearly-n: high n-1"
UP_TO = "up-to-n: high n"
FEWER_THAN = "fewer-than-n: high n-1"
RANGE = "range-a-b: low a, high b"
TENS = "tens: low 20"
DOZENS = "dozens: low 24"
SCORES = "scores: low 40"
HUNDREDS = "hundreds: low 200"
THOUSANDS = "thousands: low 2000"
TENS_OF_THOUSANDS = "tens-of-thousands: low 20000"
HUNDREDS_OF_THOUSANDS = "hundreds-of-thousands: low 200000"
NO_NUMBER = "no-number: no bounds"

RULES: tuple[Rule, ...] = (
    Rule(EXACT, Quantifier.EXACT, _exact, _("A number by itself, or a plain “none”, is taken as it stands.")),
    Rule(
        AT_LEAST,
        Quantifier.AT_LEAST,
        _at_least,
        _("“At least n” sets n as the lowest number; it names no best and no highest one."),
    ),
    Rule(
        MORE_THAN,
        Quantifier.MORE_THAN,
        _more_than,
        _("“More than n” says that n was passed, so the lowest number is one more; it names no best one."),
    ),
    Rule(
        ABOUT,
        Quantifier.ABOUT,
        _about,
        _("“About n” gives n as the figure without saying how far off it may be: a best number and no bounds."),
    ),
    Rule(
        NEARLY,
        Quantifier.NEARLY,
        _nearly,
        _("“Nearly n” says that n was not reached, so the highest number is one less; how near is not said."),
    ),
    Rule(
        UP_TO,
        Quantifier.UP_TO,
        _up_to,
        _("“Up to n” sets n as the highest number; it names no lowest and no best one."),
    ),
    Rule(
        FEWER_THAN,
        Quantifier.FEWER_THAN,
        _fewer_than,
        _("“Fewer than n” says that n was not reached, so the highest number is one less."),
    ),
    Rule(
        RANGE,
        Quantifier.RANGE,
        _range,
        _("“Between a and b” sets the lowest and the highest number; a middle that nobody named is not the best one."),
    ),
    Rule(TENS, Quantifier.AT_LEAST, _from(20), _("“Tens” is a plural: at least two tens, and no highest number.")),
    Rule(DOZENS, Quantifier.DOZENS, _from(24), _("“Dozens” is a plural: at least two dozen, and no highest number.")),
    Rule(
        SCORES, Quantifier.SCORES, _from(40), _("“Scores” is a plural: at least two twenties, and no highest number.")
    ),
    Rule(
        HUNDREDS,
        Quantifier.HUNDREDS,
        _from(200),
        _("“Hundreds” is a plural: at least two hundred, and no highest number."),
    ),
    Rule(
        THOUSANDS,
        Quantifier.AT_LEAST,
        _from(2_000),
        _("“Thousands” is a plural: at least two thousand, and no highest number."),
    ),
    Rule(
        TENS_OF_THOUSANDS,
        Quantifier.AT_LEAST,
        _from(20_000),
        _("“Tens of thousands” is a plural: at least twenty thousand, and no highest number."),
    ),
    Rule(
        HUNDREDS_OF_THOUSANDS,
        Quantifier.AT_LEAST,
        _from(200_000),
        _("“Hundreds of thousands” is a plural: at least two hundred thousand, and no highest number."),
    ),
    Rule(
        NO_NUMBER,
        None,
        _nothing,
        _("Words such as “several”, “a few” or “many” set no number, so none is recorded; the words are kept."),
    ),
)
"""Every rule there is. An id is part of the published record: it is never changed or given to another rule."""

BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}


def explain_rule(rule_id: str) -> str:
    """Return the sentence that says what a rule does and why, for the reader of a published figure.

    Raises:
        KeyError: when there is no such rule.
    """
    return str(BY_ID[rule_id].explanation)
