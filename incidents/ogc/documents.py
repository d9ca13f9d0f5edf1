"""What the standard's resources say, apart from the features."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from rest_framework.request import Request

from incidents.exchange.cells import spelt
from incidents.ogc.collections import Collection, Extent
from incidents.ogc.conformance import CLASSES
from incidents.ogc.crs import CRS84, KNOWN
from incidents.ogc.known import COLLECTIONS, collection_of
from incidents.ogc.links import (
    GEOJSON,
    HTML,
    JSON,
    OPENAPI,
    QUERYABLES,
    SCHEMA,
    Link,
    address,
    licence,
    link,
    themselves,
)
from incidents.ogc.properties import ANY_GEOMETRY, Property

GREGORIAN: Final = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
TITLE: Final = "Attest: the open record of terrorist incidents"
ABOUT: Final = (
    "What is known of each incident, who says so, and since when, for geographic information systems. Nothing is drawn "
    "more finely than it is known. What is not drawn is in no bbox, and what nobody dates is in no datetime, though "
    "part 1 would have both found. Reading is open: no key, no cookie, any origin."
)

DESCRIBED: Final = ("describedby", "describedBy")
"""The link to a schema; in the second spelling GDAL 3.6, which is Debian's, finds it too."""

Document = dict[str, Any]


def landing(request: Request) -> Document:
    """The way in."""
    return {
        "title": TITLE,
        "description": ABOUT,
        "links": [
            *themselves(request, JSON),
            link(address(request, "api"), "service-desc", OPENAPI, "How to ask, for programs (OpenAPI 3.0)"),
            link(f"{address(request, 'api')}?f=html", "service-doc", HTML, "How to ask, for people"),
            link(address(request, "conformance"), "conformance", JSON, "What of the standards holds here"),
            link(address(request, "collections"), "data", JSON, "The collections"),
            licence(),
        ],
    }


def conformance(request: Request) -> Document:
    """What of the standards holds here."""
    return {"conformsTo": list(CLASSES), "links": list(themselves(request, JSON))}


def collections(request: Request, head: str) -> Document:
    """All collections."""
    return {
        "links": [*themselves(request, JSON), licence()],
        "crs": list(KNOWN),
        "collections": [described(request, one, head, []) for one in COLLECTIONS.values()],
    }


def one_collection(request: Request, collection: Collection, head: str) -> Document:
    """One of them."""
    return described(request, collection, head, themselves(request, JSON))


def described(request: Request, collection: Collection, head: str, links: Iterable[Link]) -> Document:
    """What a collection says of itself; ``head`` names the state of the record."""
    items, where = address(request, "items", collection.id), address(request, "collection", collection.id)
    own = list(links) or [link(where, "self", JSON, str(collection.title))]
    return {
        "id": collection.id,
        "title": str(collection.title),
        "description": str(collection.about),
        "itemType": "feature",
        **extent(extent_of(collection.id, head)),
        "crs": list(KNOWN),
        "storageCrs": CRS84.uri,
        "links": [
            *own,
            link(items, "items", GEOJSON, f"{collection.title} as GeoJSON"),
            link(f"{items}?f=html", "items", HTML, f"{collection.title} as a page"),
            link(address(request, "queryables", collection.id), QUERYABLES, SCHEMA, "What features are found by"),
            *(
                link(address(request, "schema", collection.id), rel, SCHEMA, "What each feature says")
                for rel in DESCRIBED
            ),
            licence(),
        ],
    }


@lru_cache(maxsize=8)
def extent_of(name: str, head: str) -> Extent:
    """Where and when the features of a collection are, asked once for each state of the record."""
    del head
    return collection_of(name).extent()


def extent(found: Extent) -> Document:
    """An extent in the words of the standard; nothing of an empty record."""
    said: Document = {}
    if found.box:
        said["spatial"] = {"bbox": [list(found.box)], "crs": CRS84.uri}
    if found.begins or found.ends:
        said["temporal"] = {"interval": [[instant(found.begins), instant(found.ends)]], "trs": GREGORIAN}
    return {"extent": said} if said else {}


def instant(moment: datetime | None) -> str | None:
    return spelt(moment) if moment else None


def schema(request: Request, collection: Collection) -> Document:
    """What each feature says, as a JSON Schema of GeoJSON: what GDAL takes the kinds of its columns from.

    Each kind is a single word, as GDAL needs it: a property that is null is one that is not there.
    """
    members = {
        "type": {"type": "string", "enum": ["Feature"]},
        "id": {"type": "string"},
        "geometry": geometry(),
        "properties": {
            "type": "object",
            "properties": said(one for one in collection.properties.values() if one.name != collection.identifier),
        },
    }
    return {**_schema(request, "schema", collection), "required": [*members], "properties": members}


def queryables(request: Request, collection: Collection) -> Document:
    """What features are found by, as JSON Schema."""
    properties = {collection.geometry: geometry(), **said(collection.queryables.values())}
    return {
        **_schema(request, "queryables", collection),
        "properties": properties,
        "additionalProperties": False,
    }


def said(properties: Iterable[Property]) -> Document:
    return {one.name: one.schema() for one in properties}


def geometry() -> Document:
    return {"description": "What may be drawn of the place; null where nothing may.", **ANY_GEOMETRY}


def _schema(request: Request, name: str, collection: Collection) -> Document:
    return {
        "$schema": DIALECT,
        "$id": address(request, name, collection.id),
        "type": "object",
        "title": str(collection.title),
        "description": str(collection.about),
    }
