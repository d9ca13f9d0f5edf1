"""Words and dates of the files, as the services take them."""

from datetime import UTC, date, datetime, time
from typing import Final

from incidents.choices import DatePrecision, Quantifier
from incidents.management.demonstration.entries import Entry

FORMS: Final = {
    Quantifier.EXACT: "{best}",
    Quantifier.AT_LEAST: "at least {low}",
    Quantifier.MORE_THAN: "more than {below}",
    Quantifier.ABOUT: "about {best}",
    Quantifier.UP_TO: "up to {high}",
    Quantifier.RANGE: "between {low} and {high}",
}


def figure(casualty: Entry) -> str:
    """The words of a figure: the source's own where we have them, or else the plainest that say the same."""
    if casualty["verbatim"]:
        return str(casualty["verbatim"])
    low = casualty["low"]
    values = {name: f"{casualty[name]:,}" for name in ("low", "best", "high") if casualty[name] is not None}
    return FORMS[Quantifier(casualty["quantifier"])].format(**values, below=f"{low - 1:,}" if low else "")


def day(text: str | None) -> date | None:
    """A whole date, or nothing where only a month or a year is known."""
    return date.fromisoformat(text) if text and len(text) == len("2024-01-03") else None


def published(text: str) -> tuple[date | None, str]:
    """When a source appeared, and how finely that is known: a month and a year stand for their first day."""
    precisions = {0: DatePrecision.DAY, 4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}
    precision = precisions[len(text)].value
    return (date.fromisoformat(f"{text}-01-01"[:10]) if text else None), precision


def conveyed(text: str) -> tuple[datetime | None, datetime | None, str]:
    """The earliest and the latest instant of a day, a month, or everything up to a day ("../2024-01-03")."""
    if text.startswith("../"):
        return None, datetime.combine(date.fromisoformat(text[3:]), time.max, UTC), DatePrecision.DAY.value
    first, precision = published(text)
    if first is None or precision != DatePrecision.DAY:
        return None, None, ""
    return datetime.combine(first, time.min, UTC), datetime.combine(first, time.max, UTC), precision
