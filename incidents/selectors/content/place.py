"""Where it happened, drawn no finer than it is known."""

import json
from typing import Any

from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point

from incidents.choices import PlaceKind, PlacePrecision
from incidents.models import Incident, Place, Resolution
from incidents.rules.precision import Known, Published, published_geometry
from incidents.selectors.content.values import grounds

DECIMALS = 5
"""Of a degree in published coordinates: about a metre."""

MOST_NAMES = 12
"""Other names of a place by which a reader may look for it."""


def place(incident: Incident, resolution: Resolution | None) -> dict[str, Any] | None:
    """The place in words and as the geometry that its precision class allows; nothing while nobody says."""
    if resolution is None or incident.place is None:
        return None
    named, precision = incident.place, PlacePrecision(incident.place_precision)
    province = _area(PlaceKind.PROVINCE, named)
    shown = published(incident, province)
    country = _area(PlaceKind.COUNTRY, named)
    return {
        "name": named.name,
        "native_name": named.native_name,
        "other_names": named.alternate_names[:MOST_NAMES],
        "country_code": incident.country_code,
        "country_name": country.name if country else "",
        "province_code": incident.province_code,
        "province_name": province.name if province else "",
        "precision": precision.value,
        "precision_text": str(precision.label),
        "uncertainty_m": shown.uncertainty_m,
        "drawing": shown.drawing.value,
        "geometry": geojson(shown),
        "why": grounds(resolution),
    }


def published(incident: Incident, province: Place | None) -> Published[MultiPolygon]:
    """The geometry that everybody may see, by ``rules.precision``."""
    named = incident.place
    centre = named.point if named else None
    district = named if named and named.kind == PlaceKind.DISTRICT else None
    area = (district and district.extent) or (province and province.extent) or None
    return published_geometry(
        Known(
            precision=PlacePrecision(incident.place_precision),
            site=_pair(incident.point),
            centre=_pair(centre),
            area=area,
            uncertainty_m=incident.uncertainty_m,
        )
    )


def _pair(point: Point | None) -> tuple[float, float] | None:
    return (point.x, point.y) if point else None


def _area(kind: PlaceKind, named: Place) -> Place | None:
    """The country or province that a place is, or lies in."""
    if named.kind == kind:
        return named
    if kind == PlaceKind.PROVINCE and not named.province_code:
        return None
    wanted = {"country_code": named.country_code, "kind": kind}
    if kind == PlaceKind.PROVINCE:
        wanted["province_code"] = named.province_code
    return Place.objects.filter(**wanted).first()


def geojson(shown: Published[MultiPolygon]) -> dict[str, Any] | None:
    """GeoJSON (RFC 7946) in WGS 84, rounded to about a metre."""
    if shown.point is not None:
        return {"type": "Point", "coordinates": [round(part, DECIMALS) for part in shown.point]}
    if shown.area is None:
        return None
    geometry = GEOSGeometry(shown.area.wkb)
    return dict(_rounded(json.loads(geometry.geojson)))


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DECIMALS)
    if isinstance(value, list):
        return [_rounded(part) for part in value]
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return value
