# ruff: noqa: RUF001  letters of other scripts are what this file is about
"""In which language a text is written, as a suggestion: by its script, then by the small words that every text has."""

import re
from collections import Counter
from typing import Final

_LOOKED_AT: Final = 4_000
_FEWEST: Final = 3
"""Small words that a language must show at least; below, nothing is suggested."""

_SCRIPTS: Final = (
    ("fa", re.compile("[پچژگکی]")),
    ("ar", re.compile("[\u0621-\u064a]")),
    ("uk", re.compile("[ґєії]", re.IGNORECASE)),
    ("ru", re.compile("[а-яё]", re.IGNORECASE)),
    ("he", re.compile("[א-ת]")),
    ("el", re.compile("[α-ω]", re.IGNORECASE)),
    ("ko", re.compile("[가-힣]")),
    ("ja", re.compile("[ぁ-ヿ]")),
    ("zh", re.compile("[一-鿿]")),
    ("hi", re.compile("[ऀ-ॿ]")),
)
"""Languages by signs of their own, the narrower first: Persian letters that Arabic lacks, then Arabic."""

_WORDS: Final = {
    "en": "the and of to in that was were for with said on by from at an is",
    "fr": "le la les des du et en une dans que qui est pour par sur au aux",
    "es": "el los las del y en una que por con para se fue al su es",
    "de": "der die das und in den von mit dem des ist im auf für eine wurde",
    "it": "il gli di e che in una per con del della è nel sono alla un",
    "pt": "o os as da do dos e em uma que por com para não foi na no",
    "nl": "de het een en van in dat op voor met is aan door bij zijn",
    "tr": "ve bir bu için ile da de olarak olan dedi çok en",
    "id": "yang dan di dari dengan untuk pada dalam itu ini ke oleh",
}
_LANGUAGES_OF: Final = {name: frozenset(words.split()) for name, words in _WORDS.items()}


def language_of(text: str) -> str:
    """The language (ISO 639-1) that a text seems to be in; "" where it is too short to say."""
    begin = text[:_LOOKED_AT]
    letters = sum(1 for sign in begin if sign.isalpha())
    for language, signs in _SCRIPTS:
        share = 20 if language == "fa" else 4
        if letters and len(signs.findall(begin)) * share > letters:
            return language
    held = Counter(re.findall(r"[^\W\d_]+", begin.lower()))
    counts = {name: sum(held[word] for word in words) for name, words in _LANGUAGES_OF.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= _FEWEST else ""
