"""Who is named, in how many incidents and on what ground: claims, assessments and findings of courts apart."""

from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import AttributionKind, NameKind
from incidents.presenting.words import joined, lower_first
from incidents.public.presenting.addresses import address, changed
from incidents.public.presenting.charts.counts import Counts
from incidents.public.presenting.charts.figure import BARS, Drawn, bars
from incidents.public.presenting.charts.table import Column, Row, Table, counted
from incidents.selectors.entities.listing import labels
from incidents.selectors.statistics.naming import Naming, by_actor

ORDER: Final = (
    AttributionKind.COURT_FINDING,
    AttributionKind.RESPONSIBILITY_CLAIM,
    AttributionKind.INVESTIGATIVE_ASSESSMENT,
    AttributionKind.INTELLIGENCE_ASSESSMENT,
    AttributionKind.ANALYST_INFERENCE,
    AttributionKind.ACCUSATION,
    AttributionKind.DENIAL,
)
"""The grounds, findings first and what somebody denies last."""


def actors(counts: Counts) -> Drawn:
    """Incidents by each actor who is named."""
    found = by_actor(counts.query)
    names = labels(NameKind.ACTOR, [one.actor for one in found])
    rows = [_row(counts, one, names.get(one.actor, one.actor)) for one in found]
    named = [
        (row.label, reverse("public:actor", args=[one.actor]), one.incidents, ground_words(one.grounds))
        for row, one in zip(rows[:BARS], found, strict=False)
    ]
    return Drawn(
        id="actors",
        name=_("Who is named, and on what ground"),
        title=_title(counts, found, rows),
        table=Table(head=Column("actor", _("Named")), columns=_columns(), rows=tuple(rows)),
        bars=bars(named),
        notes=_notes(counts),
    )


def ground_words(grounds: dict[str, int]) -> str:
    """How often on each ground: "responsibility claim in 4, court finding in 1"."""
    return joined(
        [
            _("%(ground)s in %(number)s") % {"ground": lower_first(str(kind.label)), "number": counted(grounds[kind])}
            for kind in ORDER
            if grounds.get(kind)
        ]
    )


def _columns() -> tuple[Column, ...]:
    return (Column("incidents", _("Incidents")), *(Column(kind.value, str(kind.label)) for kind in ORDER))


def _row(counts: Counts, one: Naming, name: str) -> Row:
    return Row(
        label=name,
        code=one.actor,
        cells=(one.incidents, *(one.grounds.get(kind, 0) for kind in ORDER)),
        url=address("/", changed(counts.query, actor=one.actor)),
    )


def _title(counts: Counts, found: list[Naming], rows: list[Row]) -> str:
    """Who is named for most incidents; where several are, nobody is singled out."""
    if not found:
        return _("Nobody is named for these incidents")
    most = found[0].incidents
    level = sum(one.incidents == most for one in found)
    words = {"actor": rows[0].label, "count": counted(most), "incidents": counts.total, "level": counted(level)}
    if level > 1:
        told = _("%(level)s are named most, each for %(count)s of %(incidents)s.")
        return told % words + " " + _("To be named is not to be found to have done it")
    return _("Named for %(count)s of %(incidents)s: %(actor)s. To be named is not to be found to have done it") % words


def _notes(counts: Counts) -> tuple[str, ...]:
    unnamed = counts.ground.unnamed
    nobody = ngettext(
        "For %(number)s of %(incidents)s nobody is named.", "For %(number)s of %(incidents)s nobody is named.", unnamed
    )
    return (
        _(
            "A claim, an assessment, an accusation and the finding of a court are counted apart;"
            " a denial is no attribution."
        ),
        _("An incident counts for everybody who is named for it, and on every ground; a branch counts for itself."),
        nobody % {"number": counted(unnamed), "incidents": counts.total},
    )
