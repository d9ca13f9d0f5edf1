"""What was known when: every statement in the order in which it was reported."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from incidents.presenting.citing import Evidence, Said
from incidents.presenting.claims import claim_words
from incidents.rules.voices import in_time

TOLD: Final = frozenset({"attribution", "casualty", "warning"})
"""Kinds of claims that change while a story unfolds; what kind of attack it was is told with the first of them."""


@dataclass(frozen=True, kw_only=True)
class KnownItem:
    """One thing that became known: its words, who said so, and where it stands on the page."""

    text: str
    said: Said
    anchor: str


@dataclass(frozen=True, kw_only=True)
class KnownDay:
    """A day on which something was reported; ``iso`` is empty when the day is not known."""

    iso: str
    when: str
    items: tuple[KnownItem, ...]


def known_when(content: dict[str, Any], evidence: Evidence) -> list[KnownDay]:
    """The days in order; what has no day stands at the end."""
    items = sorted(_items(content, evidence), key=lambda item: (in_time(item.said.iso), item.said.who, item.text))
    days = []
    for iso, reported in groupby(items, key=lambda item: item.said.iso):
        group = tuple(reported)
        days.append(KnownDay(iso=iso, when=group[0].said.when, items=group))
    return days


def _items(content: dict[str, Any], evidence: Evidence) -> list[KnownItem]:
    """Each claim once for everybody who made it, with the earliest report of theirs."""
    found = []
    for claim in content["claims"]:
        if claim["kind"] not in TOLD:
            continue
        first: dict[str, Said] = {}
        for said in evidence.said(claim["citations"]):
            first.setdefault(said.who, said)
        anchor = f"claim-{claim['id'][:8]}"
        found += [KnownItem(text=claim_words(claim), said=said, anchor=anchor) for said in first.values()]
    return found
