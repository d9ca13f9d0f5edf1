"""How many were reported when, and by whom: the figures over time as a table."""

from dataclasses import dataclass
from itertools import product
from typing import Any

from django.utils.translation import gettext as _

from incidents.choices import AssertionRole, CasualtyMeasure, Polarity, Population
from incidents.presenting.chart import Chart, Figure, chart
from incidents.presenting.citing import Evidence
from incidents.presenting.sources import SourceEntry
from incidents.presenting.words import day_words, joined, lower_first
from incidents.rules.quantities import say_quantity
from incidents.rules.voices import in_time


@dataclass(frozen=True, kw_only=True)
class TollRow:
    """One figure: its words, what they are read as, who gave it and when."""

    iso: str
    when: str
    who: str
    figure: str
    read_as: str
    note: str
    sources: tuple[SourceEntry, ...]
    anchor: str
    superseded: bool
    figures: Figure


@dataclass(frozen=True, kw_only=True)
class Toll:
    """All figures of one measure and one population, in the order in which they were reported."""

    anchor: str
    caption: str
    rows: tuple[TollRow, ...]
    chart: Chart | None

    @property
    def lettered(self) -> list[tuple[str, TollRow]]:
        """The rows, each with the letter of its line in the drawing; "" where it has none."""
        letters = self.chart.letters if self.chart else {}
        return [(letters.get(row.who, "") if row.figures.drawable else "", row) for row in self.rows]


def tolls(content: dict[str, Any], evidence: Evidence) -> list[Toll]:
    """A table for each measure and population that somebody gave a figure for: how many civilians were killed is never
    a step down from how many were killed.
    """
    claims = [claim for claim in content["claims"] if claim["kind"] == "casualty"]
    found = []
    for measure, population in product(CasualtyMeasure, Population):
        rows = [_row(claim, evidence) for claim in claims if _counts(claim, measure, population)]
        if rows:
            ordered = tuple(sorted(rows, key=lambda row: (in_time(row.iso), row.figures.as_of, row.anchor)))
            drawing = chart([row.figures for row in ordered], [row.when for row in ordered])
            anchor, caption = _named(measure, population)
            found.append(Toll(anchor=anchor, caption=caption, rows=ordered, chart=drawing))
    return found


def _counts(claim: dict[str, Any], measure: CasualtyMeasure, population: Population) -> bool:
    value = claim["value"]
    return bool(value["measure"] == measure and value["population"] == population)


def _named(measure: CasualtyMeasure, population: Population) -> tuple[str, str]:
    """Where the table stands on the page, and what it holds."""
    if population == Population.ALL:
        return f"toll-{measure.value}", _("%(measure)s, as reported over time") % {"measure": measure.label}
    words = {"measure": measure.label, "population": lower_first(str(population.label))}
    caption = _("%(measure)s, %(population)s only, as reported over time") % words
    return f"toll-{measure.value}-{population.value.replace('_', '-')}", caption


def _row(claim: dict[str, Any], evidence: Evidence) -> TollRow:
    value = claim["value"]
    said = evidence.said(claim["citations"])
    first = said[0] if said else None
    who = joined(list(dict.fromkeys(one.who for one in said)))
    bounds = say_quantity(value["low"], value["best"], value["high"])
    return TollRow(
        iso=first.iso if first else "",
        when=first.when if first else "",
        who=who,
        figure=value["verbatim"],
        read_as="" if bounds.casefold() == value["verbatim"].casefold() else bounds,
        note=", ".join(_notes(claim, value)),
        sources=tuple({one.source.id: one.source for one in said}.values()),
        anchor=f"claim-{claim['id'][:8]}",
        superseded=claim["role"] == AssertionRole.SUPERSEDED,
        figures=Figure(
            id=claim["id"],
            iso=first.iso if first else "",
            who=who,
            low=value["low"],
            best=value["best"],
            high=value["high"],
            replaces=claim["supersedes"],
            replaced=claim["role"] == AssertionRole.SUPERSEDED,
            as_of=value["as_of"] or "",
        ),
    )


def _notes(claim: dict[str, Any], value: dict[str, Any]) -> list[str]:
    notes = []
    if value["attackers_included"] == "yes":
        notes.append(_("attackers counted in"))
    if value["as_of"]:
        notes.append(_("as of %(day)s") % {"day": day_words(value["as_of"])})
    if value["scope"]:
        notes.append(value["scope"])
    if claim["polarity"] == Polarity.DENIED:
        notes.append(_("denied"))
    if claim["role"] == AssertionRole.SUPERSEDED:
        notes.append(_("replaced by a later figure"))
    return notes
