"""GeoJSON (RFC 7946) of the record: one feature for each incident, or cells with counts where there are too many."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.contrib.gis.geos import GEOSGeometry

from incidents.filters import Query
from incidents.models.record import PublishedIncident
from incidents.public.frame import absolute
from incidents.public.presenting.addresses import address
from incidents.public.presenting.results import TollWords, result, shape_of
from incidents.rules.moments import spelt_moment
from incidents.selectors.record_queries import Cell, Totals

DECIMALS: Final = 5
"""Of a degree: about a metre."""


def feature(
    row: PublishedIncident, as_of: datetime | None, titles: Mapping[str, str], drawn: dict[str, Any] | None
) -> dict[str, Any]:
    """One incident, drawn as GeoJSON says, or nowhere."""
    shown = result(row, as_of, titles)
    whole = shown.whole
    killed, wounded = shown.tolls
    return {
        "type": "Feature",
        "id": row.public_id,
        "geometry": drawn,
        "properties": {
            "id": row.public_id,
            "title": row.title,
            "url": shown.url,
            "occurred_text": shown.when,
            "occurred_said_by": shown.when_said_by or None,
            "place_text": shown.where,
            "place_said_by": shown.where_said_by or None,
            "precision": row.place_precision,
            "precision_text": shown.precision,
            "uncertainty_m": row.uncertainty_m,
            "family": shown.shape,
            "outline": shown.outline,
            "killed_text": killed.phrase,
            "wounded_text": wounded.phrase,
            "attribution_text": shown.attributed,
            "accused_text": shown.accused,
            "parent": row.parent or None,
            "parent_title": whole.title if whole else None,
            "parent_url": whole.url if whole else None,
            "demonstration": row.demonstration,
        },
    }


def listed(row: PublishedIncident, as_of: datetime | None, titles: Mapping[str, str]) -> dict[str, Any]:
    """One incident in a list for programs: values with their bounds, and who says so."""
    shown = result(row, as_of, titles)
    killed, wounded = shown.tolls
    return {
        "id": row.public_id,
        "url": absolute(shown.url),
        "title": row.title,
        "occurred": {
            "edtf": row.occurred_edtf or None,
            "precision": row.occurred_precision or None,
            "text": row.occurred_text or None,
            "said_by": shown.when_said_by or None,
        },
        "place": {
            "name": row.place_name or None,
            "province": row.province_code or None,
            "country": row.country_code or None,
            "precision": row.place_precision or None,
            "text": shown.where,
            "said_by": shown.where_said_by or None,
        },
        "attack_types": row.attack_types,
        "attribution": {
            "state": row.attribution_state,
            "actors": row.actors,
            "text": shown.attributed,
            "accused": shown.accused or None,
        },
        "killed": _persons(row.killed_low, row.killed_best, row.killed_high, killed),
        "wounded": _persons(row.wounded_low, row.wounded_best, row.wounded_high, wounded),
        "origins": row.origin_count,
        "warning": row.has_warning,
        "parent": row.parent or None,
        "part": shown.whole is not None,
        "demonstration": row.demonstration,
    }


def _persons(low: int | None, best: int | None, high: int | None, words: TollWords) -> dict[str, Any] | None:
    """How many; null when nobody says."""
    if not words.who:
        return None
    return {"low": low, "best": best, "high": high, "text": words.text, "said_by": words.who}


def cell(one: Cell) -> dict[str, Any]:
    """A square, or a district or province, with the number of incidents in it."""
    return {
        "type": "Feature",
        "geometry": geometry(one.geometry),
        "properties": {"count": one.count, "family": shape_of(one.family), "area": one.area},
    }


def collection(features: list[dict[str, Any]], *, totals: Totals, of: str, query: Query) -> dict[str, Any]:
    """A FeatureCollection that says how many incidents the query finds and how many of them cannot be drawn.

    ``of`` is "incidents" or "cells".
    """
    return {
        "type": "FeatureCollection",
        "of": of,
        "count": totals.count,
        "parts": totals.parts,
        "unmapped": totals.unmapped,
        "demonstration": totals.demonstration > 0,
        "query": query.canonical,
        "as_of": spelt_moment(query.as_of) if query.as_of else None,
        "url": absolute(address("/", query.canonical)),
        "features": features,
    }


def geometry(shape: GEOSGeometry | None) -> dict[str, Any] | None:
    """A geometry in GeoJSON, rounded to about a metre."""
    return None if shape is None else _rounded(json.loads(shape.geojson))


def _rounded(value: Any) -> Any:
    match value:
        case float():
            return round(value, DECIMALS)
        case list():
            return [_rounded(part) for part in value]
        case dict():
            return {key: _rounded(part) for key, part in value.items()}
        case _:
            return value
