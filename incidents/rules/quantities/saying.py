"""Bounds in the words of the page."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def say_quantity(low: int | None, best: int | None, high: int | None) -> str:
    """Return resolved bounds in a reader's words; what is not set is not said.

    "84" when all are the same; a range has a dash between its ends, alone or in brackets behind the best value;
    "about 91" for a best value alone, "91 (at least 84)", "91 (up to 95)", "at least 40", "up to 99"; and "unknown"
    when nothing is set, never a zero that nobody gave.
    """
    if best is None:
        return _say_bounds(low, high) or _("unknown")
    if low is None and high is None:
        return _("about %(best)s") % {"best": _number(best)}
    if low == best == high:
        return _number(best)
    return _("%(best)s (%(bounds)s)") % {"best": _number(best), "bounds": _say_bounds(low, high)}


def _say_bounds(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        words = {"low": _number(low), "high": _number(high)}
        return words["low"] if low == high else _("%(low)s\u2013%(high)s") % words
    if low is not None:
        return _("at least %(low)s") % {"low": _number(low)}
    if high is not None:
        return _("up to %(high)s") % {"high": _number(high)}
    return ""


def _number(count: int) -> str:
    return number_format(count, force_grouping=True)
