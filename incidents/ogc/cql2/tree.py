"""A filter as a tree: that of CQL2 JSON, whichever form it was written in."""

import json
from collections.abc import Callable
from typing import Any, Final, NoReturn

from incidents.ogc.cql2.refusing import FilterRefusedError
from incidents.ogc.cql2.text import read_text

Tree = Any
"""What ``json.loads`` makes: ``{"op": "=", "args": [{"property": "country_iso2"}, "IR"]}``."""

MOST_CHARACTERS: Final = 4_000
MOST_DEPTH: Final = 20
"""Levels of one condition inside another."""


def read_json(text: str) -> Tree:
    """A filter in CQL2 JSON.

    Raises:
        FilterRefusedError: it is no JSON.
    """
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        sentence = "This is no JSON. Without filter-lang, a filter is CQL2 text."
        raise FilterRefusedError(sentence) from error


def _refuse_constant(_name: str) -> NoReturn:
    raise ValueError


LANGUAGES: Final[dict[str, Callable[[str], Tree]]] = {"cql2-text": read_text, "cql2-json": read_json}


def read_filter(text: str, language: str) -> Tree:
    """A filter in one of the ``LANGUAGES``, no longer and no deeper than anybody needs.

    Raises:
        FilterRefusedError: it cannot be read.
    """
    if len(text) > MOST_CHARACTERS:
        message = f"A filter has at most {MOST_CHARACTERS:,} characters."
        raise FilterRefusedError(message)
    tree = LANGUAGES[language](text)
    if depth(tree) > MOST_DEPTH:
        message = f"Conditions stand at most {MOST_DEPTH} deep in one another."
        raise FilterRefusedError(message)
    return tree


def depth(tree: Tree) -> int:
    """How deep conditions stand in one another; counted level by level, so that no depth is too much for it."""
    level, found = [tree], 0
    while level:
        inner: list[Tree] = []
        for node in level:
            if isinstance(node, dict) and isinstance(node.get("args"), list):
                inner += [one for one in node["args"] if isinstance(one, dict) and "op" in one]
        level, found = inner, found + 1
    return found
