"""The layers of a tile, and what their features say."""

from collections.abc import Iterable
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.filters import Query
from incidents.public.frame import absolute
from incidents.public.presenting.map_view import collection
from incidents.rules.view import View
from incidents.selectors.map_view import shown
from incidents.selectors.vector_tiles import Layers

POINTS: Final = "incidents"
AREAS: Final = "incident_areas"
SQUARES: Final = "counts"
COUNTED_AREAS: Final = "count_areas"
NOT_DRAWN: Final = "not_drawn"

ABOUT: Final = {
    POINTS: gettext_lazy(
        "Single incidents, each in the middle of a circle of uncertainty_m metres. Never draw the dot alone."
    ),
    AREAS: gettext_lazy(
        "Single incidents known to a district or province only, as that area: they may be anywhere in it."
    ),
    SQUARES: gettext_lazy("Where many lie close together: their number, in the middle of where they lie."),
    COUNTED_AREAS: gettext_lazy("The number of incidents known to a district or province only, as that area."),
    NOT_DRAWN: gettext_lazy(
        "Where a tile has more areas than it can hold: the whole tile, and how many it leaves out."
    ),
}
"""What each layer is. Every incident that a tile can draw is in exactly one of them."""

ONE: Final = {
    "id": gettext_lazy("The permanent id."),
    "title": gettext_lazy("What it was."),
    "url": gettext_lazy("Its page: every value with who says so."),
    "occurred_text": gettext_lazy("When, in words."),
    "occurred_said_by": gettext_lazy("Who says when."),
    "place_text": gettext_lazy("Where, in words."),
    "place_said_by": gettext_lazy("Who says where."),
    "precision": gettext_lazy("How finely the place is known, as a code."),
    "precision_text": gettext_lazy("The same in words."),
    "uncertainty_m": gettext_lazy("How far from the point it may lie, in metres."),
    "family": gettext_lazy("The attack types as the map draws them."),
    "killed_text": gettext_lazy("Killed, in words, with who says so."),
    "wounded_text": gettext_lazy("Wounded, in words, with who says so."),
    "attribution_text": gettext_lazy("Who is named, and on what ground."),
    "accused_text": gettext_lazy("Who is merely accused by somebody else."),
    "parent": gettext_lazy("The id of the incident that it is a part of."),
    "demonstration": gettext_lazy("Made up for demonstration: not for citation."),
    "content_note": gettext_lazy("What to be warned of before following a link."),
}
SEVERAL: Final = {
    "count": gettext_lazy("How many incidents."),
    "name": gettext_lazy("The same in words."),
    "family": gettext_lazy("The shape of the attack types of most of them, or “several”."),
    "precision_text": gettext_lazy("How finely their place is known, in words."),
    "one_place": gettext_lazy("Whether all lie in one place, so that no closer view takes them apart."),
    "uncertainty_m": gettext_lazy("Where all lie in one place: how far from it they may lie, in metres."),
    "list_url": gettext_lazy("Their list."),
    "data_url": gettext_lazy("Their list as data."),
}
LEFT: Final = {
    "areas": gettext_lazy("How many areas are not drawn."),
    "incidents": gettext_lazy("How many incidents are known to these areas only."),
}
FIELDS: Final = {POINTS: ONE, AREAS: ONE, SQUARES: SEVERAL, COUNTED_AREAS: SEVERAL, NOT_DRAWN: LEFT}
ADDRESSES: Final = frozenset({"url", "list_url", "data_url"})


def layers(query: Query, view: View) -> Layers:
    """What our own map shows of a query in a view, sorted into layers. What a tile may draw is decided there."""
    made: dict[str, list[dict[str, Any]]] = {name: [] for name in FIELDS}
    found = collection(shown(query, view), query, view)
    for feature in found["features"]:
        name = _layer_of(feature)
        made[name].append({"geometry": feature["geometry"], "properties": _said(feature["properties"], FIELDS[name])})
    if found["left_out"]["areas"]:
        made[NOT_DRAWN] = [{"geometry": _whole(view), "properties": found["left_out"]}]
    return made


def described() -> list[dict[str, Any]]:
    """The layers as a TileJSON lists them."""
    return [
        {"id": name, "description": str(ABOUT[name]), "fields": {field: str(text) for field, text in fields.items()}}
        for name, fields in FIELDS.items()
    ]


def attribution() -> str:
    """What a map must say where it shows the tiles."""
    return _("Attest. Each incident’s page says who says so.")


def _whole(view: View) -> dict[str, Any]:
    west, south, east, north = view.west, view.south, view.east, view.north
    corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [corners]}


def _layer_of(feature: dict[str, Any]) -> str:
    single, point = "id" in feature, feature["geometry"]["type"] == "Point"
    if single:
        return POINTS if point else AREAS
    return SQUARES if point else COUNTED_AREAS


def _said(properties: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The properties that a layer has and that say something; a tile has no nulls."""
    found = {name: properties.get(name) for name in names}
    return {
        name: absolute(value) if name in ADDRESSES else value
        for name, value in found.items()
        if value is not None and value != ""
    }
