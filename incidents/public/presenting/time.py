"""Time: the histogram as the page draws it, in parts of its width and height, with the ways to choose from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from incidents.filters import Query
from incidents.public.presenting.addresses import address, changed
from incidents.public.presenting.breaks import break_notes
from incidents.rules.breaks import numbered_breaks
from incidents.selectors.histogram import Bin, Histogram, Unit

TICKS: Final = 4
WHOLE: Final = 100.0
FILLED: Final = 0.86
"""Of its room, what a bar fills."""

WIDEST: Final = 12.0
"""Hundredths: a single day is a bar, not a wall."""

DECADE: Final = 10
MONTH_DAYS: Final = 30
TITLES: Final = {
    Unit.DAY: gettext_lazy("Incidents by day"),
    Unit.MONTH: gettext_lazy("Incidents by month"),
    Unit.YEAR: gettext_lazy("Incidents by year"),
}
VAGUER: Final = {
    Unit.DAY: gettext_lazy("a day"),
    Unit.MONTH: gettext_lazy("a month"),
    Unit.YEAR: gettext_lazy("a year"),
}


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A bin as a bar, in hundredths from the left and the top: solid below, hatched above it."""

    label: str
    count: int
    spread: float
    first: str
    last: str
    url: str
    outside: bool
    x: float
    width: float
    y: float
    height: float
    hatched_y: float
    hatched_height: float


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A bin's name under the bars, or the number of a break over them."""

    x: float
    anchor: str
    text: str


@dataclass(frozen=True, kw_only=True)
class TimeBox:
    """The section: bars, what they leave out, which are chosen (``start`` and ``end`` number edges), and shortcuts."""

    title: str
    most: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[Tick, ...]
    break_notes: tuple[str, ...]
    vague: str
    vague_count: int
    undated: str
    undated_count: int
    start: int
    end: int
    chosen: str
    base_url: str
    presets: tuple[dict[str, Any], ...]


def time_box(query: Query, found: Histogram) -> TimeBox:
    """The histogram of a query."""
    highest = max((one.count + one.spread for one in found.bins), default=0) or 1
    inside = [index for index, one in enumerate(found.bins) if _is_chosen(one, query)]
    start, end = (inside[0], inside[-1] + 1) if inside else (0, len(found.bins))
    return TimeBox(
        title=_title(found),
        most=round(highest),
        bars=tuple(_bar(index, one, query, found, highest) for index, one in enumerate(found.bins)),
        ticks=tuple(_ticks(found)),
        breaks=tuple(_breaks(found)),
        break_notes=break_notes(found.bins[0].first, found.bins[-1].last) if found.bins else (),
        vague=_vague(found),
        vague_count=found.vague,
        undated=_undated(found),
        undated_count=found.undated,
        start=start,
        end=end,
        chosen=_chosen(query, found),
        base_url=address("/", changed_days(query, None, None)),
        presets=tuple(presets(query, found)),
    )


def changed_days(query: Query, since: date | None, until: date | None) -> str:
    """The same query over other days, or over all of them."""
    days = {"since": since, "until": until}
    return changed(query, **{name: day.isoformat() if day else None for name, day in days.items()})


def _is_chosen(one: Bin, query: Query) -> bool:
    since, until = query.values.get("since"), query.values.get("until")
    return (since is None or one.last >= since) and (until is None or one.first <= until)


def _title(found: Histogram) -> str:
    if found.width > 1:
        return _("Incidents by %(years)s years") % {"years": found.width}
    return str(TITLES[found.unit])


def bin_words(one: Bin, found: Histogram) -> str:
    """The name of a bin: "3 January 2024", "January 2024", "2024", "2020 to 2024"."""
    if found.unit is Unit.DAY:
        return date_format(one.first, _("j F Y"))
    if found.unit is Unit.MONTH:
        return date_format(one.first, _("F Y"))
    if found.width == 1:
        return str(one.first.year)
    return _("%(first)s to %(last)s") % {"first": one.first.year, "last": one.last.year}


def _bar(index: int, one: Bin, query: Query, found: Histogram, highest: float) -> Bar:
    step = WHOLE / len(found.bins)
    width = min(step * FILLED, WIDEST)
    solid, hatched = (part / highest * WHOLE for part in (one.count, one.spread))
    return Bar(
        label=bin_words(one, found),
        count=one.count,
        spread=one.spread,
        first=one.first.isoformat(),
        last=one.last.isoformat(),
        url=address("/", changed_days(query, one.first, one.last)),
        outside=not _is_chosen(one, query),
        x=round(index * step + (step * FILLED - width) / 2, 3),
        width=round(width, 3),
        y=round(WHOLE - solid, 2),
        height=round(solid, 2),
        hatched_y=round(WHOLE - solid - hatched, 2),
        hatched_height=round(hatched, 2),
    )


def _ticks(found: Histogram) -> Iterator[Tick]:
    """The names of the first bin, the last, and some between that there is room for on a phone."""
    last = len(found.bins) - 1
    if not last:
        yield Tick(x=round(FILLED / 2 * WHOLE, 2), anchor="middle", text=_tick_words(found.bins[0], found))
        return
    several = min(TICKS, last + 1)
    for number in range(several):
        index = round(number * last / (several - 1))
        at = (index + (0, 1)[number == several - 1]) / (last + 1)
        anchor = "start" if number == 0 else ("end" if number == several - 1 else "middle")
        yield Tick(x=round(at * WHOLE, 2), anchor=anchor, text=_tick_words(found.bins[index], found))


def _breaks(found: Histogram) -> Iterator[Tick]:
    """Where the method of counting changed: before the bin in which that day lies."""
    if not found.bins:
        return
    for number, one in numbered_breaks(found.bins[0].first, found.bins[-1].last):
        before = sum(bin_.last < one.day for bin_ in found.bins)
        yield Tick(x=round(before / len(found.bins) * WHOLE, 2), anchor="middle", text=str(number))


def _tick_words(one: Bin, found: Histogram) -> str:
    if found.unit is Unit.YEAR:
        return str(one.first.year)
    return date_format(one.first, _("j M Y") if found.unit is Unit.DAY else _("M Y"))


def _vague(found: Histogram) -> str:
    if not found.vague:
        return ""
    finer = _("%(years)s years") % {"years": found.width} if found.width > 1 else str(VAGUER[found.unit])
    words = ngettext(
        "%(count)s incident is dated less precisely than %(bin)s: hatched, spread over the time it may lie in.",
        "%(count)s incidents are dated less precisely than %(bin)s: hatched, spread over the time they may lie in.",
        found.vague,
    )
    return words % {"count": number_format(found.vague, force_grouping=True), "bin": finer}


def _undated(found: Histogram) -> str:
    if not found.undated:
        return ""
    words = ngettext(
        "%(count)s incident has no known date and is in no bar.",
        "%(count)s incidents have no known date and are in no bar.",
        found.undated,
    )
    return words % {"count": number_format(found.undated, force_grouping=True)}


def _chosen(query: Query, found: Histogram) -> str:
    since, until = query.values.get("since"), query.values.get("until")
    if not (since or until) or not found.bins:
        return ""
    words = {
        "first": date_format(since or found.bins[0].first, _("j F Y")),
        "last": date_format(until or found.bins[-1].last, _("j F Y")),
    }
    return _("%(first)s to %(last)s") % words


def presets(query: Query, found: Histogram) -> Iterator[dict[str, Any]]:
    """Shortcuts, as links: all of the record, its last days and months, each decade in it."""
    for label, since, until in _stretches(found):
        now = (query.values.get("since"), query.values.get("until"))
        yield {
            "label": label,
            "url": address("/", changed_days(query, since, until)),
            "current": now == (since, until),
        }


def _stretches(found: Histogram) -> Sequence[tuple[str, date | None, date | None]]:
    if found.latest is None:
        return ()
    last = found.latest
    year_before = last.replace(year=last.year - 1, day=min(last.day, 28)) if last.year > 1 else last
    decades = sorted(
        {one.first.year - one.first.year % DECADE for one in found.bins if one.count or one.spread}
        if found.width < DECADE
        else ()
    )
    return (
        (_("All"), None, None),
        (_("Last 30 days of the record"), last - timedelta(days=MONTH_DAYS - 1), last),
        (_("Last 12 months of the record"), year_before + timedelta(days=1), last),
        *((_("%(year)ss") % {"year": year}, date(max(year, 1), 1, 1), date(year + 9, 12, 31)) for year in decades),
    )
