"""Dates, lists and labels in the words of a page."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import DatePrecision
from incidents.rules.moments import is_end_of_day


def day_words(iso: str | None, precision: str = DatePrecision.DAY) -> str:
    """A day as "26 January 2024", as "January 2024" or "2024" where it is known no more finely; "" for none."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    if precision == DatePrecision.YEAR:
        return str(day.year)
    return date_format(day, _("F Y") if precision == DatePrecision.MONTH else _("j F Y"))


def moment_words(moment: datetime) -> str:
    """The day of an instant in UTC, as "22 November 2026"."""
    return date_format(moment.date(), _("j F Y"))


def record_moment_words(moment: datetime) -> str:
    """A moment of record time: "5 January 2024" for the end of a day, "5 January 2024, 14:30 UTC" for any other."""
    in_utc = moment.astimezone(UTC)
    return date_format(in_utc, _("j F Y") if is_end_of_day(moment) else _("j F Y, H:i \\U\\T\\C"))


def inside_quotes(text: str) -> str:
    """The text as it stands inside “…”: quotation marks of its own become single ones."""
    return text.replace("“", "\N{LEFT SINGLE QUOTATION MARK}").replace("”", "\N{RIGHT SINGLE QUOTATION MARK}")


def joined(parts: Sequence[str]) -> str:
    """The parts as "a, b and c"."""
    if not parts[1:]:
        return "".join(parts)
    return _("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}


def first_and_others(names: Sequence[str], *, shown: int = 1) -> str:
    """The first names and how many others: "Reuters and 2 others", "a, b and c", "a, b, c and 1 other"."""
    others = len(names) - shown
    if others <= 0:
        return joined(names)
    words = ngettext("%(first)s and %(count)s other", "%(first)s and %(count)s others", others)
    return words % {"first": ", ".join(names[:shown]), "count": others}


def label_of(choices: type[TextChoices], code: str) -> str:
    """The label of a code; the code itself where an older document holds one that has since been dropped."""
    return str(_labels(choices).get(code, code))


@cache
def _labels(choices: type[TextChoices]) -> dict[str, Any]:
    return dict(choices.choices)


def lower_first(text: str) -> str:
    """The text as it stands inside a sentence: its first letter small unless the word is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def place_words(name: str, province: str, country: str) -> str:
    """The named place with its province and country, each name once: "Kerman, Iran"."""
    return ", ".join(dict.fromkeys(part for part in (name, province, country) if part))


def prose(text: str) -> SafeString:
    """Words with what stands between backticks as code."""
    said = SafeString("")
    for place, part in enumerate(text.split("`")):
        said += format_html("<code>{}</code>", part) if place % 2 else escape(part)
    return said
