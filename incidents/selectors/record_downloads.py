"""The record in bulk: which versions a query finds, and those versions page by page in bounded memory.

A version never changes. So its keys are read once, in one statement and in the order of the query, and what stands
behind them afterwards, a thousand at a time: the answer is of one moment however long it takes to be written and
however slow its reader is, no statement comes near the public role's time limit, and no transaction is held open.
"""

from array import array
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

from django.conf import settings
from django.contrib.gis.db.models import GeometryField
from django.contrib.gis.db.models.functions import AsGeoJSON, AsWKB, GeoFunc
from django.db.models import Count, F, FloatField, Func, IntegerField, Max, Sum

from incidents.filters import Query, read_query
from incidents.models.record import Download, DownloadOrder, LogEntry, PublishedIncident
from incidents.rules.downloads import file_name
from incidents.selectors.record import lives_on_in
from incidents.selectors.record_queries import HEAVY, POINTS, Excerpt

PAGE: Final = 1_000
"""Rows read in one statement."""

DOCUMENTS: Final = 100
"""Documents read in one statement: each has some ten thousand bytes."""

DECIMALS: Final = 5
"""Of a degree in GeoJSON: about a metre, as everywhere in the house."""

DECIMETRES: Final = 1
"""Decimals of a metre in GeoJSON: as fine."""

COLUMNS: Final = (
    "pk",
    "public_id",
    "version__number",
    "version__published_at",
    "title",
    "parent",
    "occurred_earliest",
    "occurred_latest",
    "occurred_precision",
    "occurred_edtf",
    "occurred_text",
    "occurred_said_by",
    "place_name",
    "country_code",
    "country_name",
    "province_code",
    "province_name",
    "place_precision",
    "uncertainty_m",
    "place_said_by",
    "family",
    "attack_types",
    "weapon_types",
    "target_types",
    "tactics",
    "actors",
    "attribution_kinds",
    "attribution_state",
    "killed_low",
    "killed_best",
    "killed_high",
    "killed_text",
    "killed_said_by",
    "wounded_low",
    "wounded_best",
    "wounded_high",
    "wounded_text",
    "wounded_said_by",
    "has_warning",
    "origin_count",
    "source_count",
    "publishers",
    "languages",
    "definition",
    "claim_state",
    "verifications",
    "under_review",
    "demonstration",
)

Row = dict[str, Any]


class Ordinate(Func):
    """Longitude (``ST_X``) or latitude (``ST_Y``) of a published point; null for an area and for no geometry."""

    template = "CASE WHEN GeometryType(%(expressions)s) = 'POINT' THEN %(function)s(%(expressions)s) END"
    output_field = FloatField()


class Drawn(GeoFunc):
    """A point as it is; an area as a multipolygon with outer rings counter-clockwise (RFC 7946, section 3.1.6)."""

    template = (
        "CASE WHEN ST_Dimension(%(expressions)s) = 2 THEN ST_Multi(ST_ForcePolygonCCW(%(expressions)s))"
        " ELSE %(expressions)s END"
    )
    output_field = GeometryField(srid=4326)
    geom_param_pos = (0,)


class LatitudeFirst(GeoFunc):
    """A geometry with its two axes changed over, as EPSG:4326 has them."""

    function = "ST_FlipCoordinates"
    output_field = GeometryField(srid=4326)
    geom_param_pos = (0,)


class Mercator(GeoFunc):
    """A geometry in metres of EPSG:3857, without what lies beyond the edge of its square; null where nothing is left.

    It keeps the number of WGS 84, so that GeoJSON is written without a member that RFC 7946 has no longer.
    """

    template = (
        "(SELECT CASE WHEN NOT ST_IsEmpty(g) THEN ST_SetSRID(ST_Transform(g, 3857), 4326) END FROM"
        " (SELECT ST_ClipByBox2D(%(expressions)s, ST_MakeEnvelope(-180, -85.06, 180, 85.06)) AS g OFFSET 0) AS clipped)"
    )
    output_field = GeometryField(srid=4326)
    geom_param_pos = (0,)


class StoredSize(Func):
    """Bytes that a value takes in its table, without reading it."""

    function = "pg_column_size"
    output_field = IntegerField()


def keys_of(query: Query) -> "array[int]":
    """The keys of the versions that a query finds, in its order: eight bytes each."""
    found = query.incidents().values_list("pk", flat=True)
    return array("q", found.iterator(chunk_size=10 * PAGE))


def pages_of(keys: "array[int]", *, drawn: str = "") -> Iterator[list[Row]]:
    """The rows behind the keys, in the same order, a page at a time.

    Each has ``COLUMNS``, ``excerpt`` (see ``Excerpt``), ``longitude`` and ``latitude`` where the published geometry
    is a point and, where ``drawn`` asks for it, that geometry in one of the forms ``DRAWN``, under the form's name.
    """
    for start in range(0, len(keys), PAGE):
        page = list(keys[start : start + PAGE])
        found = {row["pk"]: row for row in _behind(page, drawn)}
        yield [found[key] for key in page]


def documents_of(keys: "array[int]") -> Iterator[list[PublishedIncident]]:
    """The rows behind the keys with their versions, which hold the documents, in the same order, a page at a time."""
    rows = PublishedIncident.objects.public().select_related("version").defer("geometry", *HEAVY)
    for start in range(0, len(keys), DOCUMENTS):
        page = list(keys[start : start + DOCUMENTS])
        found = rows.in_bulk(page)
        yield [found[key] for key in page]


def beside_their_whole(query: Query) -> dict[str, str]:
    """The parts that a query finds together with the incident that they are part of: its id by theirs.

    A whole that was merged is the one that it lives on in.
    """
    found = query.incidents().order_by()
    whole_of = dict(found.exclude(parent="").values_list("public_id", "parent"))
    named = set(whole_of.values())
    merged = PublishedIncident.objects.public().as_of(query.as_of).filter(public_id__in=named, status="merged")
    lives_on = {row.public_id: lives_on_in(row, as_of=query.as_of) for row in merged}
    wholes = {lives_on.get(one, one) for one in named}
    present = set(found.filter(public_id__in=wholes).values_list("public_id", flat=True))
    found_in = {part: lives_on.get(whole, whole) for part, whole in whole_of.items()}
    return {part: whole for part, whole in found_in.items() if whole in present and whole != part}


def _behind(keys: list[int], drawn: str) -> Iterable[Row]:
    rows = PublishedIncident.objects.public().filter(pk__in=keys).order_by()
    more = {
        "excerpt": Excerpt(F("version__content")),
        "longitude": Ordinate(F("geometry"), function="ST_X"),
        "latitude": Ordinate(F("geometry"), function="ST_Y"),
        **({drawn: DRAWN[drawn]} if drawn else {}),
    }
    return rows.annotate(**more).values(*COLUMNS, *more)


DRAWN: Final = {
    "geojson": AsGeoJSON(Drawn("geometry"), precision=DECIMALS),
    "geojson_latitude_first": AsGeoJSON(LatitudeFirst(Drawn("geometry")), precision=DECIMALS),
    "geojson_mercator": AsGeoJSON(Mercator(Drawn("geometry")), precision=DECIMETRES),
    "wkb": AsWKB(Drawn("geometry")),
}
"""The forms of a geometry that the database writes."""


def stored_geometry(query: Query) -> int:
    """Bytes that the areas of a query take where they are stored: what makes one file larger than another."""
    areas = query.incidents().order_by().on_map().exclude(place_precision__in=POINTS)
    return areas.aggregate(size=Sum(StoredSize(F("geometry"))))["size"] or 0


def marked(query: Query) -> str:
    """What may change of these rows without a new version, in short: how many are under review, and which."""
    under_review = query.incidents().order_by().filter(under_review=True)
    found = under_review.aggregate(count=Count("pk"), keys=Sum("pk"))
    return f"{found['count']}:{found['keys'] or 0}"


def entry_at(position: int) -> LogEntry | None:
    """The entry at a position of the log."""
    return LogEntry.objects.public().filter(position=position).first()


def pinned(query: Query, head: LogEntry | None) -> Query:
    """The same query of the record as it stood when ``head`` was appended, or earlier where it asks for that."""
    if head is None or (query.as_of and query.as_of <= head.appended_at):
        return query
    return read_query({**dict(parse_qsl(query.canonical)), "as_of": head.appended_at.isoformat()})


def order_of(reference: str) -> DownloadOrder | None:
    """A reader's order and the file that it is for."""
    found = DownloadOrder.objects.public().select_related("download")
    return found.filter(reference=reference).first()


def path_of(file: Download) -> Path:
    """Where a made file lies once it is ready."""
    return Path(settings.ATTEST_DOWNLOADS_ROOT) / file_name(file.key, file.form)


def last_ordered(file: Download) -> datetime | None:
    """When somebody last ordered the file: from then on it is kept for ``rules.downloads.KEPT``."""
    return DownloadOrder.objects.public().filter(download=file).aggregate(last=Max("ordered_at"))["last"]
