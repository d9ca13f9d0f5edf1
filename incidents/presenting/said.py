"""A query said in words, for whoever shows no list beside them: feeds, citations, links, embedded pages."""

from dataclasses import dataclass

from incidents.filters import Query
from incidents.presenting.sentence import sentence
from incidents.presenting.values import NAMED, names_for
from incidents.selectors import record_queries as ask
from incidents.selectors.record_queries import Totals


@dataclass(frozen=True, kw_only=True)
class Said:
    """The query as a sentence, and its numbers."""

    sentence: str
    totals: Totals


def said(query: Query) -> Said:
    """What the explorer's heading says of a query."""
    totals = ask.totals(query)
    names = names_for({name: map(str, query.values.get(name, [])) for name in NAMED})
    return Said(sentence=sentence(query.values, totals, names), totals=totals)
