"""From a phrase to the one quantity it states."""

import re
from dataclasses import dataclass

from incidents.choices import Quantifier
from incidents.rules.quantities.english import CHANGES_WHAT_WAS_SAID, FORMS, MAY_STAND_BEFORE, NO_NUMBER_WORDS
from incidents.rules.quantities.numbers import MARK, mark_numbers
from incidents.rules.quantities.rules import BY_ID, NO_NUMBER, RANGE, explain_rule

_FORMS = tuple((rule, re.compile(rf"(?<![\w-])(?:{form.format(n=MARK)})(?![\w-])")) for rule, form in FORMS)
_NO_NUMBER = re.compile(rf"(?<![\w-])(?:{NO_NUMBER_WORDS})(?![\w-])")
LONGEST_PHRASE = 200
"""In characters. What is longer is a passage, not a phrase, and states more than one thing."""

_TAKEN = "|"
_BETWEEN_BOUNDS = re.compile(r",? ?(?:and|but|,)? ?(?:possibly |perhaps )?")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a phrase says about how many: the phrase itself, and the bounds that the named rule draws from it.

    ``quantifier`` is None only under the rule for words that say no number ("several"). Each bound is None where the
    words set none. low <= best <= high holds among those that are set.
    """

    verbatim: str
    quantifier: Quantifier | None
    low: int | None
    best: int | None
    high: int | None
    rule: str

    @property
    def explanation(self) -> str:
        """One sentence, in the reader's language, that says what the rule does and why."""
        return explain_rule(self.rule)


def read_quantity(text: str) -> Quantity | None:
    """Return the one quantity that an English phrase states, or None when it states none or cannot be read safely.

    The phrase may hold the words around the number ("killed nearly 100 people"), digits of any script, thousands
    separators and spelled-out numbers. Two quantities, a hedge that is not in the table, a share, a duration, a date
    or an amount are not read: nothing is guessed, and the editor then states the bounds.
    """
    verbatim = text.strip()
    marked = mark_numbers(verbatim) if len(verbatim) <= LONGEST_PHRASE else None
    if marked is None:
        return None
    phrase, numbers = marked
    found: list[tuple[str, list[int]]] = []
    for rule, form in _FORMS:
        found += [(rule, [numbers[int(place)] for place in match.groups() if place]) for match in form.finditer(phrase)]
        phrase = form.sub(_TAKEN, phrase)
    if not found:
        return _quantity(verbatim, NO_NUMBER, []) if _NO_NUMBER.search(phrase) else None
    if not _stands_alone(phrase, len(found)):
        return None
    if len(found) == 1:
        return _quantity(verbatim, *found[0])
    return _bounded(verbatim, found)


def _quantity(verbatim: str, rule_id: str, numbers: list[int]) -> Quantity | None:
    rule = BY_ID[rule_id]
    bounds = rule.bounds(numbers)
    return Quantity(verbatim, rule.quantifier, *bounds, rule_id) if bounds else None


def _bounded(verbatim: str, found: list[tuple[str, list[int]]]) -> Quantity | None:
    """Join a lower and an upper bound of one figure: "at least 84 and as many as 91"."""
    bounds = [BY_ID[rule].bounds(numbers) for rule, numbers in found]
    match sorted((bound for bound in bounds if bound), key=lambda bound: bound[0] is None):
        case [(int() as low, None, None), (None, None, int() as high)]:
            return _quantity(verbatim, RANGE, [low, high])
        case _:
            return None


def _stands_alone(phrase: str, count: int) -> bool:
    """Whether the words left around what was taken neither hedge it, nor make it something else."""
    before, *between, after = phrase.split(_TAKEN)
    return (
        len(between) == count - 1
        and MAY_STAND_BEFORE.issuperset(_WORD.findall(before))
        and CHANGES_WHAT_WAS_SAID.isdisjoint(_WORD.findall(after))
        and all(_BETWEEN_BOUNDS.fullmatch(words.strip()) for words in between)
    )
