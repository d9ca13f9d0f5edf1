"""Who is called by name in a text: ``@`` and a name, as long a name as fits."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

LONGEST_STRANGER: Final = 40


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names that are called, as they are known, and the words after an ``@`` that are nobody's name."""

    names: tuple[str, ...]
    strangers: tuple[str, ...]


def mentions(text: str, known: Collection[str]) -> Mentions:
    """Read the names in a text, each once, in order. Case does not matter; an ``@`` inside a word calls nobody."""
    names: dict[str, None] = {}
    strangers: dict[str, None] = {}
    for place, sign in enumerate(text):
        if sign != "@" or (place and (text[place - 1].isalnum() or text[place - 1] in "._-")):
            continue
        rest = text[place + 1 :]
        name = max((one for one in known if _begins_with(rest, one)), key=len, default="")
        if name:
            names[name] = None
        elif rest[:1].isalnum():
            strangers[_word(rest)] = None
    return Mentions(tuple(names), tuple(strangers))


def _begins_with(text: str, name: str) -> bool:
    after = text[len(name) : len(name) + 1]
    return text[: len(name)].casefold() == name.casefold() and not after.isalnum()


def _word(text: str) -> str:
    return text.split(maxsplit=1)[0].rstrip(".,;:!?)”\"'")[:LONGEST_STRANGER]
