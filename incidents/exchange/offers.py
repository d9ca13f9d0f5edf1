"""The forms of a download as a page offers them."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.formats import number_format

from incidents.exchange.editions import Edition
from incidents.exchange.forms import FORMS
from incidents.public.presenting.addresses import address
from incidents.rules.downloads import comes_at_once, fits

TEN: Final = 10
HUNDRED: Final = 100
THOUSAND: Final = 1000
UNITS: Final = ("B", "kB", "MB", "GB")
"""Of a thousand each (SI)."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One form: a link where it comes at once, a button where it is made first, nothing where it does not fit."""

    code: str
    label: str
    good_for: str
    size: str
    url: str
    is_order: bool
    fits: bool


def offers(held: Edition, areas: int) -> list[Offer]:
    """Every form for an edition; ``areas`` are the bytes that its areas take where they are stored."""
    count = held.totals.count
    return [
        Offer(
            code=code,
            label=str(form.code.label),
            good_for=str(form.good_for),
            size=size_words(form.bytes_of(count, areas)),
            url=address(reverse("exchange:file", args=[code]), held.asked.canonical),
            is_order=not comes_at_once(code, count),
            fits=fits(code, count),
        )
        for code, form in FORMS.items()
    ]


def size_words(size: int) -> str:
    """A size to two figures, such as "1.2 MB": it is an estimate, and must not look like more."""
    unit, number = 0, float(size)
    while number >= THOUSAND and unit < len(UNITS) - 1:
        unit, number = unit + 1, number / THOUSAND
    figures = 1 if number < TEN else 0
    shown = round(number, -1) if number >= HUNDRED else round(number, figures)
    return f"{number_format(shown, decimal_pos=figures)} {UNITS[unit]}"
