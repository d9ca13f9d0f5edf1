"""Breaks of method in words, for everything that is drawn over time."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from incidents.rules.breaks import numbered_breaks


def break_notes(first: date, last: date) -> tuple[str, ...]:
    """A sentence for each break from one day to another, with the number that stands beside its line."""
    words = _("Break %(number)s, %(day)s: %(sentence)s")
    return tuple(
        words % {"number": number, "day": date_format(one.day, _("j F Y")), "sentence": one.sentence}
        for number, one in numbered_breaks(first, last)
    )
