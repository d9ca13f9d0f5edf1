"""Incidents as tables: one row each, with who says so beside every value that somebody gives."""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from attest_client.answers import Document

NESTED = ("occurred", "place", "attribution", "killed", "wounded")
MOMENTS = ("published_at", "occurred_earliest", "occurred_latest")
COUNTS = tuple(f"{measure}_{bound}" for measure in ("killed", "wounded") for bound in ("low", "best", "high"))
PARTS = {
    "occurred": ("earliest", "latest", "precision", "edtf", "text"),
    "place": (
        *("name", "country_code", "country_name", "province_code", "province_name", "precision", "uncertainty_m"),
    ),
    "killed": ("low", "best", "high", "text"),
    "wounded": ("low", "best", "high", "text"),
}
"""What each value has, where somebody gives it."""

ALWAYS = (
    *("id", "url", "version", "published_at", "title", "demonstration", "parent"),
    *(f"{name}_{part}" for name, parts in PARTS.items() for part in (*parts, "said_by")),
    *("attack_types", "weapon_types", "target_types"),
    *("attribution_state", "attribution_actors", "attribution_kinds"),
)
"""Columns that a table of whole incidents has, though it have no row or nobody give the value."""


def frame(rows: Iterable[Document], *, whole: bool = True) -> pd.DataFrame:
    """A table of incidents. Figures are nullable integers: missing where nobody gives one. Moments are in UTC.

    Lists, such as ``attack_types`` and ``killed_said_by``, are lists of texts. ``whole`` says that nothing was left out
    of the rows (``fields``): then the table has the same columns whatever is in it.
    """
    made = pd.DataFrame([flat(row) for row in rows])
    if whole:
        made = made.reindex(columns=[*made.columns, *(name for name in ALWAYS if name not in made.columns)])
    for name in {*COUNTS, "place_uncertainty_m"} & {*made.columns}:
        made[name] = made[name].astype("Int64")
    for name in {*MOMENTS} & {*made.columns}:
        made[name] = pd.to_datetime(made[name], utc=True, format="ISO8601")
    return made


def geoframe(features: Iterable[Document], *, whole: bool = True) -> Any:
    """The same with ``geometry``: None where nothing may be drawn."""
    import geopandas  # noqa: PLC0415 (pandas alone is enough for a table)
    from shapely.geometry import shape  # noqa: PLC0415

    found = list(features)
    shapes = [shape(one["geometry"]) if one["geometry"] else None for one in found]
    table = frame((one["properties"] for one in found), whole=whole)
    return geopandas.GeoDataFrame(table, geometry=geopandas.GeoSeries(shapes, dtype="geometry"), crs="EPSG:4326")


def flat(row: Document) -> Document:
    """A row without members in members."""
    return dict(members(row))


def members(row: Document) -> Iterator[tuple[str, Any]]:
    """Each value under its name; what stands in another stands after its name."""
    for name, value in row.items():
        if name not in NESTED:
            yield name, value
        elif value is None:
            yield f"{name}_said_by", []
        else:
            yield from ((f"{name}_{part}", voices(one) if part == "said_by" else one) for part, one in value.items())


def voices(said_by: Iterable[Document]) -> list[str]:
    """Who says so, with the publisher where that is another."""
    return [
        one["name"] if one["name"] == one["publisher"] else f"{one['name']} ({one['publisher']})" for one in said_by
    ]
