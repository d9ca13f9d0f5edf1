"""Numbers in words or digits, found in a phrase and replaced by marks."""

import re
import unicodedata
from collections.abc import Sequence

from incidents.rules.quantities.english import SCALES, TENS, UNITS, ZERO_PHRASE

LARGEST = 2_147_483_647
"""The largest count there is room for; a longer row of digits is no count of people."""

MARK = r"<(\d+)>"
"""What a number becomes: its place in the list of numbers found."""

_SIGNS = {
    "≥": " at least ",
    "≤": " up to ",
    ">": " more than ",
    "<": " fewer than ",
    "~": " about ",
    "≈": " about ",
    "±": " about ",
    "٬": ",",
    "\u2019": "'",
}
_SPACES_INSIDE_NUMBERS = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_APOSTROPHES = re.compile(r"(?<=\d)'(?=\d{3}(?!\d))")

_DIGITS = r"(?<![\w.,:/$€£¥₹<'#])(?<!(?<!\d)-)(?:\d{1,3}(?:,\d{2,3})*,\d{3}|0|[1-9]\d*)(?![\w%:/'>]|[.,]\d|-[a-z]| ?%)"
_WORD = rf"(?:{'|'.join(sorted((*UNITS, *TENS, *SCALES), key=len, reverse=True))})"
_SCALE = rf"(?:{'|'.join(SCALES)})"
_NOT_VAGUE = r"(?<!several )(?<!few )(?<!many )(?<!numerous )(?<![\w-])"
_START = rf"(?:half an? (?={_SCALE}\b)|an? (?={_SCALE}\b)|{_DIGITS} (?={_SCALE}\b)|(?={_WORD}\b))"
_AFTER_SCALE = "|".join(rf"(?<={scale})" for scale in SCALES)
_ZERO = re.compile(ZERO_PHRASE)


def _finder(joined_by: str) -> re.Pattern[str]:
    run = rf"{_NOT_VAGUE}{_START}{_WORD}(?:(?:{joined_by}){_WORD})*(?!\w|-[a-z])"
    return re.compile(rf"{run}|{_DIGITS}")


_WITH_AND = _finder(rf"[ -]|(?:{_AFTER_SCALE}) and ")
_WITHOUT_AND = _finder(r"[ -]")
"""After "between" the word "and" joins two numbers, not the parts of one."""

_LEFT_OVER = re.compile(rf"\d|{_NOT_VAGUE}{_WORD}(?!\w)")


def mark_numbers(text: str) -> tuple[str, list[int]] | None:
    """Return the phrase in one form with every number replaced by a mark, and the numbers in their order.

    None when something in it looks like a number and cannot be read as one ("84%", "1.200", "two-thirds").
    """
    folded = _folded(text)
    if _ZERO.fullmatch(folded):
        return "<0>", [0]
    numbers: list[int] = []
    unread: list[str] = []

    def mark(match: re.Match[str]) -> str:
        value = _value(match[0].replace("-", " ").replace(",", "").split())
        if value is None or value > LARGEST:
            unread.append(match[0])
            return match[0]
        numbers.append(value)
        return f"<{len(numbers) - 1}>"

    marked = (_WITHOUT_AND if "between " in folded else _WITH_AND).sub(mark, folded)
    if unread or _LEFT_OVER.search(re.sub(MARK, " ", marked)):
        return None
    return marked, numbers


def _folded(text: str) -> str:
    """Bring digits of every script, separators, dashes, case and spaces into one form."""
    joined = _SPACES_INSIDE_NUMBERS.sub("", text)
    plain = "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else _SIGNS.get(character, character)
        for character in joined
    )
    without = _APOSTROPHES.sub("", _DASHES.sub("-", plain))
    return " ".join(without.lower().split()).strip(' .;:!,"“”')


def _value(words: Sequence[str]) -> int | None:
    """Return the number that the words make together, or None when they make none ("two three")."""
    words = [word for word in words if word != "and"]
    if words[:1] == ["half"]:
        whole = _value(words[1:])
        return whole // 2 if whole else None
    for scale, size in SCALES.items():
        if scale in words:
            at = words.index(scale)
            count = _value(words[:at]) if at else 1
            rest = _value(words[at + 1 :]) if words[at + 1 :] else 0
            return None if not count or rest is None or rest >= size else count * size + rest
    return _below_hundred(words)


def _below_hundred(words: Sequence[str]) -> int | None:
    match list(words):
        case ["a" | "an"]:
            return 1
        case [word] if word.isdecimal() and len(word) <= len(str(LARGEST)):
            return int(word)
        case [word]:
            return UNITS.get(word, TENS.get(word))
        case [tens, unit] if tens in TENS and 0 < UNITS.get(unit, 0) < TENS["twenty"] // 2:
            return TENS[tens] + UNITS[unit]
        case _:
            return None
