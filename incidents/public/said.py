"""A query said in words, for whoever shows no list beside them: feeds, citations, links, embedded pages."""

from dataclasses import dataclass
from typing import Final

from incidents.filters import Query
from incidents.models.record import PublishedIncident
from incidents.public.presenting.sentence import sentence
from incidents.public.presenting.values import Names
from incidents.selectors import record_queries as ask
from incidents.selectors.record_queries import Totals

ROWS_FOR_NAMES: Final = 20
"""Incidents in which the names of the actors asked for are looked up."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """The query as a sentence, and its numbers."""

    sentence: str
    totals: Totals


def said(query: Query) -> Said:
    """What the explorer's heading says of a query."""
    totals = ask.totals(query)
    rows = ask.results(query, start=0, number=ROWS_FOR_NAMES) if totals.count and "actor" in query.values else []
    names = Names(dict(ask.countries()) if "country" in query.values else {}, actor_names(rows))
    return Said(sentence=sentence(query.values, totals, names), totals=totals)


def actor_names(rows: list[PublishedIncident]) -> dict[str, str]:
    """Names of the actors whom the shown incidents name, by their short name."""
    claims = [claim for row in rows for claim in row.excerpt["claims"]]  # type: ignore[attr-defined]
    named = [claim["value"] for claim in claims if claim["kind"] == "attribution"]
    return {value["actor"]: value["actor_name"] for value in named}
