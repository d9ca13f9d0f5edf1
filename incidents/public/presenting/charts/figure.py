"""A figure of a page: what it shows in a sentence, its drawing, its numbers, where they come from, how to cite them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.filters import Query
from incidents.models.record import LogEntry
from incidents.presenting.words import moment_words, record_moment_words
from incidents.public.frame import absolute
from incidents.public.presenting.addresses import address
from incidents.public.presenting.charts.plot import Plot
from incidents.public.presenting.charts.table import Table
from incidents.public.presenting.citations import footnote
from incidents.selectors.record_permanence import fixed, moment_of

BARS: Final = 12
"""Bars that a figure draws; its table has every row."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: whose, where that is told of ("" for nowhere), how many, how long in per cent, and what else counts."""

    label: str
    url: str
    count: int
    width: float
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A figure before it is known where it stands: its sentence, drawing, numbers and notes."""

    id: str
    name: str
    title: str
    table: Table
    plot: Plot | None = None
    bars: tuple[Bar, ...] = ()
    notes: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure on a page, with its source line and the ways to take it away."""

    drawn: Drawn
    source: str
    csv_url: str
    url: str
    citation: str

    @property
    def left_out(self) -> int:
        """Rows of the table that have no bar."""
        return len(self.drawn.table.rows) - len(self.drawn.bars) if self.drawn.bars else 0


def bars(named: Sequence[tuple[str, str, int, str]]) -> tuple[Bar, ...]:
    """Bars for the first of label, address, count and detail; the first is the longest."""
    longest = max((count for _label, _url, count, _detail in named), default=1)
    return tuple(
        Bar(label=label, url=url, count=count, width=round(count / longest * 100, 1), detail=detail)
        for label, url, count, detail in named[:BARS]
    )


def placed(drawn: Drawn, query: Query, head: LogEntry | None, *, demonstration: bool) -> Figure:
    """The figure of a query, as the record stands or stood."""
    path = reverse("public:statistics")
    moment = moment_of(query, head)
    cited = ""
    if head and moment:
        url = absolute(address(path, fixed(query, moment))) + f"#{drawn.id}"
        cited = footnote(drawn.title, head, moment, url=url, demonstration=demonstration)
    return Figure(
        drawn=drawn,
        source=source_line(query, head),
        csv_url=address(reverse("public:statistics_csv", args=[drawn.id]), query.canonical),
        url=f"{address(path, query.canonical)}#{drawn.id}",
        citation=cited,
    )


def source_line(query: Query, head: LogEntry | None) -> str:
    """Where the numbers come from: the record, its day and how far its log had come."""
    if head is None:
        return _("Source: Attest, the published record.")
    if query.as_of:
        words = {"moment": record_moment_words(query.as_of), "position": head.position}
        return _("Source: Attest, as the record stood on %(moment)s, read at log position %(position)s.") % words
    words = {"moment": moment_words(head.appended_at), "position": head.position}
    return _("Source: Attest, the published record of %(moment)s, log position %(position)s.") % words


def figure_data(figure: Figure) -> dict[str, Any]:
    """The figure as JSON."""
    drawn = figure.drawn
    return {
        "id": drawn.id,
        "name": drawn.name,
        "title": drawn.title,
        "notes": [*drawn.notes, *drawn.breaks],
        "source": figure.source,
        "rows": drawn.table.as_data(),
    }
