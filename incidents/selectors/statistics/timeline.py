"""How many incidents, and how many killed and wounded, in each year or month of a query."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from django.db.models import Case, Count, DateField, F, Q, Sum, When
from django.db.models.functions import Cast, Coalesce, TruncMonth, TruncYear

from incidents.filters import Query
from incidents.selectors.columns import reader
from incidents.selectors.statistics.wholes import Ground

SHORT: Final = 36
"""Months up to which a query is counted by month."""

MONTHS: Final = 12
MEASURES: Final = ("killed", "wounded")


class Step(StrEnum):
    """How long one bin is."""

    YEAR = "year"
    MONTH = "month"


TRUNCATE: Final = {Step.YEAR: TruncYear, Step.MONTH: TruncMonth}


@dataclass(frozen=True, kw_only=True)
class Persons:
    """The figures of several incidents added up.

    ``low`` adds up the low figures or, where an incident has none, the best, and ``low_of`` says of how many incidents;
    ``high`` likewise. ``best`` adds up best figures alone. ``bottom`` and ``top`` are the ends of a band in a drawing:
    an incident with one bound alone lies at that with both. A sum of no figure is None, never zero; ``known`` are the
    incidents with any figure.
    """

    known: int
    low: int | None
    low_of: int
    best: int | None
    best_of: int
    high: int | None
    high_of: int
    bottom: int | None
    top: int | None

    @property
    def open_below(self) -> bool:
        """Whether an incident with a figure has no lower bound: fewer may have been counted than ``low``."""
        return self.low_of < self.known

    @property
    def open_above(self) -> bool:
        """Whether an incident with a figure has no upper bound: more may have been counted than ``high``."""
        return self.high_of < self.known


@dataclass(frozen=True, kw_only=True)
class Bin:
    """A year or a month: its first day (None for what fits in no bin), its incidents, and their figures."""

    start: date | None
    count: int
    killed: Persons
    wounded: Persons

    def persons(self, measure: str) -> Persons:
        """The figures of one measure."""
        return self.killed if measure == "killed" else self.wounded

    def unknown(self, measure: str) -> int:
        """How many of the incidents have no figure of a measure."""
        return self.count - self.persons(measure).known


def step_of(found: Ground) -> Step:
    """Months where the query is short, years where it is not."""
    if found.first is None or found.last is None:
        return Step.YEAR
    months = (found.last.year - found.first.year) * MONTHS + found.last.month - found.first.month
    return Step.MONTH if months < SHORT else Step.YEAR


def timeline(query: Query, step: Step) -> list[Bin]:
    """The bins that hold incidents, in order; last the one without a start, if it is needed: incidents without a date
    and those whose possible days lie in more than one bin.
    """
    first, last = (Cast(TRUNCATE[step](name), DateField()) for name in ("day_first", "day_last"))
    inside = Case(When(begins=F("ends"), then=F("begins")), default=None, output_field=DateField())
    asked = reader()
    rows = asked.wholes(query).annotate(begins=first, ends=last).annotate(bin=inside)
    sums = {"number": Count("pk"), **_sums("killed"), **_sums("wounded")}
    found = asked.found(rows.values_list("bin").annotate(**sums).order_by(F("bin").asc(nulls_last=True)))
    return [_bin(dict(zip(("bin", *sums), one, strict=True))) for one in found]


def _sums(measure: str) -> dict[str, Any]:
    low = Coalesce(f"{measure}_low", f"{measure}_best")
    high = Coalesce(f"{measure}_high", f"{measure}_best")
    names = (f"{measure}_low", f"{measure}_best", f"{measure}_high")
    nothing = Q(**{f"{name}__isnull": True for name in names})
    return {
        f"{measure}__known": Count("pk", filter=~nothing),
        f"{measure}__low": Sum(low),
        f"{measure}__low_of": Count(low),
        f"{measure}__best": Sum(f"{measure}_best"),
        f"{measure}__best_of": Count(f"{measure}_best"),
        f"{measure}__high": Sum(high),
        f"{measure}__high_of": Count(high),
        f"{measure}__bottom": Sum(Coalesce(low, f"{measure}_high")),
        f"{measure}__top": Sum(Coalesce(high, f"{measure}_low")),
    }


def _bin(row: dict[str, Any]) -> Bin:
    parts = {
        measure: Persons(**{name.partition("__")[2]: row[name] for name in row if name.startswith(f"{measure}__")})
        for measure in MEASURES
    }
    return Bin(start=row["bin"], count=row["number"], **parts)
