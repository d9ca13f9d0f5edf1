# ruff: noqa: RUF001  letters of other scripts are what this file is about
"""In which language a text is written, as a suggestion.

English is told by the small words that every text has, and a few languages by a script that is theirs alone; everything
else is asked of ``py3langid``, whose model lies in its package. Where that is not sure, script and small words decide.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import Any, Final

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


_SURELY_ENGLISH: Final = 8
"""Small words of English, with at most half as many of any other language."""
_ALONE: Final = frozenset({"he", "el", "ko", "ja"})
_SURE: Final = 0.7
"""How probable the model's answer must be; of a few words it is never that."""


def language_of(text: str) -> str:
    """The language (ISO 639-1) that a text seems to be in; "" where it is too short to say."""
    begin = text[:_LOOKED_AT]
    counts = _small_words(begin)
    script = _by_script(begin)
    (best, most), (_second, less) = counts.most_common(2)
    if script in _ALONE or (best == "en" and most >= _SURELY_ENGLISH and most >= 2 * less):
        return script or best
    language, probability = _model().classify(begin)
    if probability >= _SURE:
        return str(language)
    return script or (best if most >= _FEWEST else "")


def _by_script(text: str) -> str:
    letters = sum(1 for sign in text if sign.isalpha())
    for language, signs in _SCRIPTS:
        share = 20 if language == "fa" else 4
        if letters and len(signs.findall(text)) * share > letters:
            return language
    return ""


def _small_words(text: str) -> Counter[str]:
    held = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    return Counter({name: sum(held[word] for word in words) for name, words in _LANGUAGES_OF.items()})


@lru_cache(maxsize=1)
def _model() -> Any:
    """The model, read once by a process that needs it: about a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  most texts here never need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
