"""Flashes in capitals, read as if they were written in ordinary letters: every word stays where it stands."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from incidents.rules.folding import fold
from incidents.rules.proposals.known import Known
from incidents.rules.proposals.sentences import Sentence

_LETTERS: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_FEW: Final = 12
"""Letters that a sentence has at least that is a flash and no heading or dateline."""
_LOUD: Final = 0.9
_LONGEST_NAME: Final = 4


def calmed(sentences: Iterable[Sentence], known: Known) -> list[Sentence]:
    """The sentences, those in capitals in small letters but for the names that are on record."""
    return [replace(one, text=_calm(one.text, known)) if _is_loud(one.text) else one for one in sentences]


def _is_loud(text: str) -> bool:
    letters = _LETTERS.findall(text)
    return len(letters) >= _FEW and sum(one.isupper() for one in letters) >= _LOUD * len(letters)


def _calm(text: str, known: Known) -> str:
    low = text.lower()
    if len(low) != len(text):
        return text
    words = list(_WORD.finditer(text))
    runs = {
        text[first.start() : words[number + more].end()]: (first.start(), words[number + more].end())
        for number, first in enumerate(words)
        for more in range(min(_LONGEST_NAME, len(words) - number))
    }
    aliases = {fold(alias): alias for alias in known.actors}
    places = known.places([fold(run) for run in runs])
    for run, (start, end) in runs.items():
        name = aliases.get(fold(run)) or (run.title() if fold(run) in places or known.is_outlet(run) else "")
        if name and len(name) == len(run):
            low = low[:start] + name + low[end:]
    return low[:1].upper() + low[1:]
