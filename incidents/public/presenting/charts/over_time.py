"""Figures over time: incidents, and the killed and wounded, by year or, of a short query, by month."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from incidents.presenting.words import joined
from incidents.public.presenting.addresses import address, changed
from incidents.public.presenting.breaks import break_notes
from incidents.public.presenting.charts.counts import Counts
from incidents.public.presenting.charts.figure import Drawn
from incidents.public.presenting.charts.plot import Plot, Value, bands, columns, last_day, starts_of
from incidents.public.presenting.charts.table import Cell, Column, Row, Table, counted
from incidents.selectors.statistics.timeline import MONTHS, Bin, Step

MOST_NAMED: Final = 4
"""Years or months that the title names where they share the highest count."""

NAMES: Final = {"killed": gettext_lazy("Killed"), "wounded": gettext_lazy("Wounded")}


def incidents(counts: Counts) -> Drawn:
    """How many incidents in each year or month."""
    return Drawn(
        id="incidents",
        name=_("Incidents over time"),
        title=_incidents_title(counts),
        table=_table(counts, (Column("incidents", _("Incidents")),), lambda found: (found.count if found else 0,)),
        plot=_columns(counts),
        notes=_apart_notes(counts),
        breaks=_breaks(counts),
    )


def _incidents_title(counts: Counts) -> str:
    if not counts.bins:
        return _("No incident of this query has a date that can be drawn")
    most = max(one.count for one in counts.bins)
    words = {
        "incidents": counts.total,
        "first": bin_words(counts.bins[0].start, counts.step),
        "last": bin_words(counts.bins[-1].start, counts.step),
        "most": counted(most),
        "when": _when([bin_words(one.start, counts.step) for one in counts.bins if one.count == most]),
    }
    if len(counts.bins) == 1:
        return _("%(incidents)s on record, in %(first)s") % words
    if most == 1:
        return _("%(incidents)s on record from %(first)s to %(last)s") % words
    if counts.step is Step.YEAR:
        return (
            _("%(incidents)s on record from %(first)s to %(last)s; %(most)s is the most in one year (%(when)s)") % words
        )
    return _("%(incidents)s on record from %(first)s to %(last)s; %(most)s is the most in one month (%(when)s)") % words


def _when(names: list[str]) -> str:
    """The years or months of the highest count: by name while they are few."""
    return joined(names) if len(names) <= MOST_NAMED else _("in %(count)s of them") % {"count": len(names)}


def persons(counts: Counts, measure: str) -> Drawn:
    """How many killed or wounded in each year or month: by the low, the best and the high figures."""
    return Drawn(
        id=measure,
        name=_("%(measure)s over time") % {"measure": NAMES[measure]},
        title=_persons_title(counts, measure),
        table=_table(counts, _persons_columns(), lambda found: _persons_cells(found, measure)),
        plot=_bands(counts, measure),
        notes=(*_unknown_notes(counts, measure), *_apart_notes(counts)),
        breaks=_breaks(counts),
    )


def _persons_title(counts: Counts, measure: str) -> str:
    every = [one.persons(measure) for one in (*counts.bins, *filter(None, [counts.apart]))]
    known = sum(one.known for one in every)
    words = {
        "known": counted(known),
        "incidents": counts.total,
        "measure": str(NAMES[measure]).lower(),
        "low": counted(sum(one.low or 0 for one in every)),
        "high": counted(sum(one.high or 0 for one in every)),
    }
    if not known:
        return _("No figure of the %(measure)s is on record for these incidents") % words
    given = ngettext(
        "%(known)s of %(incidents)s gives a figure of the %(measure)s",
        "%(known)s of %(incidents)s give a figure of the %(measure)s",
        known,
    )
    if any(one.open_above for one in every):
        told = _("%(given)s; the low ones add up to %(low)s")
    elif any(one.open_below for one in every):
        told = _("%(given)s; the high ones add up to %(high)s")
    elif words["low"] == words["high"]:
        told = _("%(given)s: together %(low)s")
    else:
        told = _("%(given)s: together %(low)s to %(high)s")
    return told % {**words, "given": given % words}


def _persons_columns() -> tuple[Column, ...]:
    return (
        Column("incidents", _("Incidents")),
        Column("without_figure", _("Without a figure")),
        Column("low", _("Low figures added up")),
        Column("low_of", _("Incidents with a low figure")),
        Column("best", _("Best figures added up")),
        Column("best_of", _("Incidents with a best figure")),
        Column("high", _("High figures added up")),
        Column("high_of", _("Incidents with a high figure")),
    )


def _persons_cells(found: Bin | None, measure: str) -> tuple[Cell, ...]:
    if found is None:
        return (0, 0, None, 0, None, 0, None, 0)
    one = found.persons(measure)
    sums = (one.low, one.low_of, one.best, one.best_of, one.high, one.high_of)
    return (found.count, found.unknown(measure), *sums)


def _unknown_notes(counts: Counts, measure: str) -> tuple[str, ...]:
    """How many incidents have no figure, and how many only one bound."""
    every = [*counts.bins, *filter(None, [counts.apart])]
    missing = sum(one.unknown(measure) for one in every)
    below = sum(one.persons(measure).known - one.persons(measure).low_of for one in every)
    above = sum(one.persons(measure).known - one.persons(measure).high_of for one in every)
    words = {"missing": counted(missing), "incidents": counts.total}
    told = (
        _("No figure is on record for %(missing)s of %(incidents)s: that is not zero, and the sums leave them out.")
        % words
    )
    drawn = _(
        "A band runs from the low figures added up to the high ones, with a line at the best where every incident has"
        " one; a best figure alone counts as both. An arrow: no figure bounds it on that side. A hollow mark:"
        " incidents, and no figure."
    )
    parts = [*([drawn] if len(counts.bins) > 1 else []), *_open_ended(below, above)]
    return tuple(filter(None, (told if missing else "", " ".join(parts))))


def _open_ended(below: int, above: int) -> list[str]:
    """What the arrows say, for as many incidents as lack a low figure and a high one."""
    fewer = ngettext(
        "%(count)s incident has no low figure: it may have been fewer.",
        "%(count)s incidents have no low figure: it may have been fewer.",
        below,
    )
    more = ngettext(
        "%(count)s incident has no high figure: it may have been more.",
        "%(count)s incidents have no high figure: it may have been more.",
        above,
    )
    return [words % {"count": counted(number)} for words, number in ((fewer, below), (more, above)) if number]


def _table(counts: Counts, shown: tuple[Column, ...], cells: Callable[[Bin | None], tuple[Cell, ...]]) -> Table:
    """A row for each bin, the empty ones too, and one for what fits in none."""
    found = {one.start: one for one in counts.bins}
    rows = [
        Row(
            label=bin_words(start, counts.step),
            code=_code(start, counts.step),
            cells=cells(found.get(start)),
            url=_url(counts, start),
            empty=start not in found,
        )
        for start in _starts(counts)
    ]
    if counts.apart:
        rows.append(Row(label=_apart_words(counts.step), code="", cells=cells(counts.apart)))
    head = Column(counts.step.value, _("Year") if counts.step is Step.YEAR else _("Month"))
    return Table(head=head, columns=shown, rows=tuple(rows))


def _apart_words(step: Step) -> str:
    return _("In no single year") if step is Step.YEAR else _("In no single month")


def _apart_notes(counts: Counts) -> tuple[str, ...]:
    """What is not drawn because nobody knows in which bin it belongs."""
    if not counts.apart:
        return ()
    number, undated = counts.apart.count, counts.ground.undated
    words = {"number": counted(number), "undated": counted(undated)}
    if counts.step is Step.YEAR:
        told = ngettext(
            "%(number)s incident is counted apart and not drawn: its date is unknown or may lie in more than one year.",
            "%(number)s incidents are counted apart and not drawn: their dates are unknown (%(undated)s) or may lie in"
            " more than one year.",
            number,
        )
    else:
        told = ngettext(
            "%(number)s incident is counted apart and not drawn: its date is unknown or may lie in more than one"
            " month.",
            "%(number)s incidents are counted apart and not drawn: their dates are unknown (%(undated)s) or may lie in"
            " more than one month.",
            number,
        )
    return (told % words,)


def _starts(counts: Counts) -> list[date]:
    starts = [one.start for one in counts.bins if one.start]
    return starts_of(starts[0], starts[-1], counts.step) if starts else []


def _columns(counts: Counts) -> Plot | None:
    """The columns; of a single year or month the sentence says it all."""
    if len(counts.bins) == 1:
        return None
    found = {one.start: one.count for one in counts.bins}
    values = [Value(start=start, count=found.get(start, 0)) for start in _starts(counts)]
    return columns(values, counts.step, _("A column for each year or month, as high as its number of incidents."))


def _bands(counts: Counts, measure: str) -> Plot | None:
    """The bands, where there is more than one to draw."""
    if len(counts.bins) == 1:
        return None
    found = {one.start: one for one in counts.bins}
    values = [_value(start, found.get(start), measure) for start in _starts(counts)]
    return bands(values, counts.step, _("A band for each year or month, from the low figures to the high ones."))


def _value(start: date, found: Bin | None, measure: str) -> Value:
    if found is None:
        return Value(start=start)
    one = found.persons(measure)
    return Value(
        start=start,
        low=one.bottom,
        best=one.best if one.best_of == one.known else None,
        high=one.top,
        count=found.count,
        open_below=one.open_below,
        open_above=one.open_above,
    )


def _breaks(counts: Counts) -> tuple[str, ...]:
    """The breaks of method that lie in what is drawn."""
    starts = _starts(counts)
    return break_notes(starts[0], last_day(starts[-1], counts.step)) if starts else ()


def bin_words(start: date | None, step: Step) -> str:
    """A year or a month in words."""
    if start is None:
        return _apart_words(step)
    return str(start.year) if step is Step.YEAR else date_format(start, _("F Y"))


def _code(start: date, step: Step) -> str:
    return str(start.year) if step is Step.YEAR else start.strftime("%Y-%m")


def _url(counts: Counts, start: date) -> str:
    """The incidents of a bin in the explorer, with those of which it is not sure that they belong there."""
    last_month = MONTHS if counts.step is Step.YEAR else start.month
    end = date(start.year, last_month, monthrange(start.year, last_month)[1])
    since = max(start, counts.query.values.get("since", start))
    until = min(end, counts.query.values.get("until", end))
    return address("/", changed(counts.query, since=since.isoformat(), until=until.isoformat()))
