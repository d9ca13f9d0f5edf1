# ruff: noqa: RUF001  letters that look alike are what this file is about
"""One spelling for search: what a reader types and what a gazetteer holds meet in the same folded form.

Folding is for finding, never for showing. It is lossy on purpose and does not translate: Kirman and Kerman stay two
words, and meet because the gazetteer keeps one as an alternate name of the other.

Sources: Unicode Standard Annex 15 (normalisation) and 44 (combining classes); Unicode Technical Standard 10 for the
idea of a primary strength; the Arabic-script letter variants are those of ISO/IEC 8859-6 keyboards against
ISIRI 6219 (Persian).
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

_ARABIC_SCRIPT: Final = {
    "ي": "ی",
    "ى": "ی",
    "ے": "ی",
    "ې": "ی",
    "ك": "ک",
    "ڪ": "ک",
    "ة": "ه",
    "ە": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ۃ": "ه",
    "ٱ": "ا",
    "ء": "",
    "ـ": "",
}
"""Letters that Arabic, Persian, Urdu and Kurdish keyboards write differently. أ إ آ ؤ ئ fall apart under NFKD."""

_LATIN: Final = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
    "ı": "i",
    "ə": "a",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ß": "ss",
}
"""Letters without a canonical decomposition, written as their usual replacement."""

_LETTERS: Final = str.maketrans(_ARABIC_SCRIPT | _LATIN)

_JOINING_MARKS: Final = frozenset("'’‘`´ʼʻʿʾʹʺ′״׳")
"""Apostrophes, ayn, hamza and gershayim: they stand inside a word and part nothing (Sana'a is Sanaa)."""

_ASCII: Final = {code: None if chr(code) in "'`" else " " for code in range(128) if not chr(code).isalnum()}
"""The same for plain Latin text, where a look-up in one table is enough."""

_SIGNS_OF_A_SCRIPT: Final = range(10, 37)
_ACCENTS: Final = 200


def fold(text: str) -> str:
    """``text`` as search compares it: no case, accents, vowel signs, punctuation or letter variants; single spaces.

    Folding twice changes nothing. Vowel signs that carry the word (Devanagari, Thai) stay; those that most writers
    leave out (Hebrew points, Arabic harakat) go.
    """
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII).split())
    decomposed = unicodedata.normalize("NFKD", _caseless(text)).translate(_LETTERS)
    return unicodedata.normalize("NFC", " ".join(decomposed.translate(_KEPT).split()))


def by_fold(names: Iterable[str]) -> dict[str, str]:
    """The first spelling of each distinct folded form, in order of first appearance, without empty ones."""
    spelt: dict[str, str] = {}
    for name in names:
        spelt.setdefault(fold(name), name)
    spelt.pop("", None)
    return spelt


def _caseless(text: str) -> str:
    """Compatibility caseless form, taken to its fixed point (Unicode Standard, section 3.13, definition D146)."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).casefold()
    return unicodedata.normalize("NFKD", folded).casefold()


class _Kept(dict[int, str]):
    """What stays of each character, found when it is first met: itself where it distinguishes words, a space where it
    parts them, nothing where it does neither.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = kept = _kept(character)
        return kept


_KEPT: Final = _Kept()


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if character in _JOINING_MARKS or category == "Cf":
        return ""
    if category[0] in "LN":
        return _ascii_digit(character)
    if category[0] == "M":
        return "" if _is_optional_mark(character) else character
    return " "


def _is_optional_mark(mark: str) -> bool:
    """Accents above and below, Hebrew and Arabic points, variation selectors and enclosing marks."""
    combining = unicodedata.combining(mark)
    if combining == 0:
        return unicodedata.category(mark) == "Me" or "VARIATION SELECTOR" in unicodedata.name(mark, "")
    return combining in _SIGNS_OF_A_SCRIPT or combining >= _ACCENTS


def _ascii_digit(character: str) -> str:
    """Persian, Arabic and other decimal digits as 0 to 9; every other character as it is."""
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
