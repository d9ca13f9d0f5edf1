"""A view of the map as GeoJSON: incidents, squares and areas, each with its name in words and where its list is."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from incidents.choices import AttackFamily, PlacePrecision
from incidents.filters import Query
from incidents.models.record import PublishedIncident
from incidents.presenting.words import label_of, place_words
from incidents.public.presenting.addresses import address, changed
from incidents.public.presenting.features import DECIMALS, feature
from incidents.public.presenting.results import shape_of
from incidents.rules.grid import FINEST, middle_of
from incidents.rules.moments import spelt_moment
from incidents.rules.view import View
from incidents.selectors.map_view import Area, Shown, Square
from incidents.selectors.record import wholes_of
from incidents.selectors.record_queries import POINTS

SEVERAL: Final = "several"
"""Instead of a family, where none has more than half."""

IN_WORDS: Final = {
    AttackFamily.EXPLOSIVE: gettext_lazy("bombing"),
    AttackFamily.ARMED_ASSAULT: gettext_lazy("armed assault"),
    AttackFamily.ASSASSINATION: gettext_lazy("assassination"),
    AttackFamily.HOSTAGE: gettext_lazy("kidnapping"),
    AttackFamily.BARRICADE: gettext_lazy("barricade hostage taking"),
    AttackFamily.HIJACKING: gettext_lazy("hijacking"),
    AttackFamily.FACILITY: gettext_lazy("attack on a facility"),
    AttackFamily.UNARMED: gettext_lazy("unarmed assault"),
    AttackFamily.UNKNOWN: gettext_lazy("of unknown kind"),
}


def collection(shown: Shown, query: Query, view: View) -> dict[str, Any]:
    """The view, with what is in it, beside it and not on any map, in numbers."""
    titles = wholes_of(shown.singles, as_of=query.as_of)
    return {
        "type": "FeatureCollection",
        "of": "cells" if shown.squares or shown.areas else "incidents",
        "count": shown.count,
        "total_in_view": shown.in_view,
        "outside_view": shown.outside,
        "unmapped": shown.unmapped,
        "left_out": {"areas": shown.areas_left, "incidents": shown.incidents_left},
        "demonstration": shown.demonstration > 0,
        "view": [view.west, view.south, view.east, view.north],
        "zoom": view.zoom,
        "query": query.canonical,
        "as_of": spelt_moment(query.as_of) if query.as_of else None,
        "features": [
            *(area(one, query) for one in shown.areas),
            *(square(one, query) for one in shown.squares),
            *(single(one, query, titles) for one in shown.singles),
        ],
    }


def single(row: PublishedIncident, query: Query, titles: Mapping[str, str]) -> dict[str, Any]:
    """One incident, drawn as finely as the view needs."""
    drawing = row.drawing  # type: ignore[attr-defined]  # annotated by the selector
    graphic = row.excerpt.get("graphic")  # type: ignore[attr-defined]  # annotated by with_evidence
    made = feature(row, query.as_of, titles, drawing)
    note = _("Its sources show or describe violence. Nothing of it is shown here.") if graphic else ""
    return {**made, "properties": {**made["properties"], "content_note": note}}


def square(one: Square, query: Query) -> dict[str, Any]:
    """Incidents that lie close together: their number at the middle of where they lie."""
    box = _box(one.reach)
    kinds = kind_words(one.families)
    where = place_words(one.example.place_name, "", one.example.country_name)
    words = {"incidents": number_words(one.count), "place": where, "kinds": kinds}
    together = (
        _("%(incidents)s in %(place)s. %(kinds)s") if one.in_one_place else _("%(incidents)s near %(place)s. %(kinds)s")
    )
    position = [round(one.longitude, DECIMALS), round(one.latitude, DECIMALS)]
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": position},
        "properties": {
            "count": one.count,
            "family": commonest(one.families),
            "name": together % words,
            "place": where,
            "one_place": one.in_one_place,
            "uncertainty_m": one.example.uncertainty_m if one.in_one_place else None,
            "box": box,
            **_lists(query, bbox=",".join(str(edge) for edge in box), precision=_drawn_at_a_place(query)),
        },
    }


def area(one: Area, query: Query) -> dict[str, Any]:
    """Incidents known to a district or province only: its outline and their number, never a position."""
    example = one.example
    precision = example.place_precision
    by_province = precision == PlacePrecision.PROVINCE and example.province_code
    named = (example.province_name or example.place_name) if by_province else example.place_name
    words = {
        "incidents": number_words(one.count),
        "place": place_words(named, "", example.country_name),
        "precision": label_of(PlacePrecision, precision),
        "kinds": kind_words(one.families),
    }
    which = {"province": example.province_code} if by_province else {"place": example.place_code}
    return {
        "type": "Feature",
        "geometry": one.outline,
        "properties": {
            "count": one.count,
            "family": commonest(one.families),
            "area": True,
            "name": _("%(incidents)s in %(place)s. %(precision)s. %(kinds)s") % words,
            "precision_text": words["precision"],
            **_lists(query, precision=precision, **which),
        },
    }


def number_words(count: int) -> str:
    """Such as "1,284 incidents"."""
    words = ngettext("%(number)s incident", "%(number)s incidents", count)
    return words % {"number": number_format(count, force_grouping=True)}


def commonest(families: Counter[str]) -> str:
    """The shape of the family that more than half of them have."""
    [(family, number)] = families.most_common(1)
    return shape_of(family) if 2 * number > families.total() else SEVERAL


def kind_words(families: Counter[str]) -> str:
    """What they mostly are, in a sentence."""
    [(family, number)] = families.most_common(1)
    words = {"kind": str(IN_WORDS[AttackFamily(family)])}
    if families.total() == 1:
        return f"{words['kind'].capitalize()}."
    if number == families.total():
        return _("All: %(kind)s.") % words
    return _("Mostly %(kind)s.") % words if 2 * number > families.total() else _("Of several kinds.")


def _drawn_at_a_place(query: Query) -> str:
    """The precisions asked for that a square can hold: a list of its incidents leaves out the areas around it."""
    given = query.values.get("precision") or POINTS
    return ",".join(sorted(PlacePrecision(one).value for one in given if one in POINTS))


def _lists(query: Query, **values: str) -> dict[str, str]:
    """Where these incidents are listed, as a page and as data."""
    these = changed(query, **values)
    return {"list_url": address("/", these), "data_url": address("/incidents.json", these)}


def _box(reach: tuple[int, int, int, int]) -> list[float]:
    """West, south, east and north of some of the finest squares, in degrees."""
    west, north, east, south = reach
    left, top = middle_of(west - 0.5, north - 0.5, FINEST)
    right, bottom = middle_of(east + 0.5, south + 0.5, FINEST)
    return [round(edge, DECIMALS) for edge in (left, bottom, right, top)]
