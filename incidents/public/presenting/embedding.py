"""Our pages inside other people's: which, how they look there, and the words that put them there."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy

from incidents.public.frame import absolute
from incidents.public.presenting.addresses import address

VIEWS: Final = (("map", gettext_lazy("Map")), ("list", gettext_lazy("List")))
THEMES: Final = (
    ("auto", gettext_lazy("As the reader’s device")),
    ("light", gettext_lazy("Light")),
    ("dark", gettext_lazy("Dark")),
)
VIEW, THEME = VIEWS[0][0], THEMES[0][0]
HEIGHT: Final = 480
LEAST_HEIGHT, MOST_HEIGHT = 240, 1200
WIDTH: Final = 720
LISTED: Final = 10
"""Incidents in an embedded list; the whole list is a step away."""

LEFT_OUT: Final = frozenset({"weapon_types", "target_types", "tactics"})
"""Key facts that an embedded incident leaves to the whole page. Whoever is accused stands there with every denial."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One value of a choice in the builder."""

    value: str
    label: str
    chosen: bool


def choices(of: tuple[tuple[str, object], ...], chosen: str) -> list[Choice]:
    return [Choice(value=value, label=str(label), chosen=value == chosen) for value, label in of]


def embed_address(path: str, query: str, options: Mapping[str, str]) -> str:
    """The address of an embedded page: the query, then what differs from the defaults."""
    told = {name: value for name, value in options.items() if value not in {VIEW, THEME}}
    return address(path, "&".join(part for part in (query, urlencode(told)) if part))


def snippet(path: str, *, title: str, height: int, width: int | str = "100%") -> str:
    """The element that puts one of our pages into another, as plain text.

    It says nothing of who looks, and loads when it is near.
    """
    return (
        f'<iframe src="{escape(absolute(path))}" title="{escape(title)}" width="{width}" height="{height}"'
        ' loading="lazy" frameborder="0" referrerpolicy="no-referrer"></iframe>'
    )


def oembed_url(page: str) -> str:
    """Where programs ask how to embed one of our pages (oEmbed 1.0)."""
    return absolute(f"{reverse('public:oembed')}?{urlencode({'url': page, 'format': 'json'})}")
