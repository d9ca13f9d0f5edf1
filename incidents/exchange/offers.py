"""The forms of a download as a page offers them."""

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from incidents.exchange.editions import Edition
from incidents.exchange.forms import FORMS
from incidents.public.presenting.addresses import address
from incidents.rules.downloads import comes_at_once, fits

TWO_FIGURES = 2


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
            size=filesizeformat(rounded(form.bytes_of(count, areas))),
            url=address(reverse("exchange:file", args=[code]), held.asked.canonical),
            is_order=not comes_at_once(code, count),
            fits=fits(code, count),
        )
        for code, form in FORMS.items()
    ]


def rounded(size: int) -> int:
    """A size to two figures: it is an estimate, and must not look like more."""
    return round(size, TWO_FIGURES - len(str(size))) if size else 0
