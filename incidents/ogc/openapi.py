"""The definition of the API in OpenAPI 3.0, which the standard and its clients read."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.conf import settings

from incidents.api.parameters import FILTER_PARAMETERS
from incidents.api.reference.hoisting import needs_saying
from incidents.filters import MOMENTS
from incidents.ogc.collections import Collection
from incidents.ogc.cql2 import LANGUAGES, MOST_CHARACTERS
from incidents.ogc.crs import KNOWN
from incidents.ogc.documents import ABOUT, TITLE
from incidents.ogc.known import COLLECTIONS
from incidents.ogc.links import GEOJSON, HTML, JSON, OPENAPI, SCHEMA
from incidents.ogc.parameters import DEFAULT_LIMIT, HOUSE, MOST, of_properties
from incidents.ogc.properties import SCHEMAS, Property
from incidents.presenting.frame import LICENCE_NAME, LICENCE_URL

PROBLEM: Final = "application/problem+json"
NUMBERS: Final = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}
TEXT: Final = {"type": "string"}
URI: Final = {"type": "string", "format": "uri", "enum": list(KNOWN), "default": next(iter(KNOWN))}

Document = dict[str, Any]


def parameter(name: str, schema: Mapping[str, Any], about: str, *, where: str = "query") -> Document:
    """A parameter; lists have commas between their values."""
    found = {"name": name, "in": where, "required": where == "path", "description": about, "schema": dict(schema)}
    return {**found, "style": "form", "explode": False} if where == "query" else found


SHARED: Final = {
    "f": parameter("f", {"type": "string", "enum": ["json", "html"]}, "Which form it has; else Accept decides."),
    "limit": parameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT},
        "How many features to an answer.",
    ),
    "cursor": parameter(
        "cursor", {**TEXT, "minLength": 1}, "Where to go on: taken from the link `next`. It belongs to one query."
    ),
    "bbox": parameter(
        "bbox",
        NUMBERS,
        "Features that are drawn in the box: the lower corner, then the upper one. A western edge that is greater than "
        "the eastern one crosses the antimeridian. What is not drawn is in no box.",
    ),
    "bbox-crs": parameter("bbox-crs", URI, "In which coordinate reference system `bbox` is."),
    "crs": parameter("crs", URI, "In which coordinate reference system the answer is."),
    "datetime": parameter(
        "datetime",
        TEXT,
        "Incidents that may have happened then: a moment (RFC 3339), a day on the calendar of the place, or an "
        "interval such as `2024-01-01/..`. What nobody dates happened at no time.",
    ),
    "filter": parameter(
        "filter", {**TEXT, "maxLength": MOST_CHARACTERS}, "A condition over the queryables in CQL2: see `filter-lang`."
    ),
    "filter-lang": parameter(
        "filter-lang",
        {"type": "string", "enum": list(LANGUAGES), "default": next(iter(LANGUAGES))},
        "The language of `filter`.",
    ),
    "filter-crs": parameter("filter-crs", URI, "In which coordinate reference system the geometries of `filter` are."),
}
FEATURE: Final = parameter("feature", TEXT, "The id of the feature.", where="path")


def of_the_house() -> Iterator[Document]:
    """The filters of the record, as the API describes them."""
    for one in FILTER_PARAMETERS:
        if one.name in HOUSE:
            found = parameter(one.name, one.type, str(one.description))  # type: ignore[arg-type]
            yield {**found, "allowEmptyValue": True} if needs_saying(found) else found


def of_property(one: Property) -> Document:
    """A property that is a parameter: what equals it, or a list that holds it, is found."""
    listed = one.schema().get("items")
    schema = dict(listed or {**SCHEMAS[one.kind], **({"enum": list(one.codes)} if one.codes else {})})
    return parameter(one.name, schema, f"Features of this {one.name}. {one.meaning}")


def answers(media_type: str, about: str, *, missing: bool = False) -> Document:
    """What may come back."""
    problem = {"content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/problem"}}}}
    found = {
        "200": {"description": about, "content": {media_type: {"schema": {"type": "object"}}, HTML: {"schema": TEXT}}},
        "304": {"description": "What you hold is still right."},
        "400": {"description": "A parameter is unknown or cannot be read; each is named.", **problem},
        "406": {"description": "There is no such form.", **problem},
        "429": {"description": "Too many requests; Retry-After says when to ask again.", **problem},
        "503": {"description": "The database is busy; Retry-After says when to ask again.", **problem},
    }
    if missing:
        found["301"] = {"description": "The incident was merged into another."}
        found["404"] = {"description": "There is none.", **problem}
        found["410"] = {"description": "The incident was withdrawn.", **problem}
    return found


def operation(
    name: str, tag: str, summary: str, media_type: str = JSON, *parameters: Document, missing: bool = False
) -> Document:
    """Something that can be asked."""
    return {
        "get": {
            "operationId": name,
            "tags": [tag],
            "summary": summary,
            "parameters": [ref("f"), *parameters],
            "responses": answers(media_type, summary, missing=missing),
        }
    }


def ref(name: str) -> Document:
    return {"$ref": f"#/components/parameters/{name}"}


def paths_of(one: Collection) -> Document:
    """What can be asked of a collection."""
    where, tag = f"/collections/{one.id}", str(one.title)
    finding = [
        *(ref(name) for name in SHARED if name != "f"),
        *(ref(f"filter_{known['name']}") for known in of_the_house() if known["name"] not in one.without),
        *map(of_property, of_properties(one).values()),
    ]
    moments = [ref(f"filter_{name}") for name in sorted(MOMENTS)]
    return {
        where: operation(f"describe_{one.id}", tag, "Describe the collection"),
        f"{where}/queryables": operation(f"queryables_{one.id}", tag, "Say what features are found by", SCHEMA),
        f"{where}/schema": operation(f"schema_{one.id}", tag, "Say what each feature says", SCHEMA),
        f"{where}/items": operation(f"find_{one.id}", tag, "Find features", GEOJSON, *finding),
        f"{where}/items/{{feature}}": operation(
            f"get_{one.id}", tag, "Read one feature", GEOJSON, FEATURE, ref("crs"), *moments, missing=True
        ),
    }


def openapi(server: str) -> Document:
    """The whole definition."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": TITLE,
            "description": ABOUT,
            "version": settings.ATTEST_API_VERSION,
            "license": {"name": LICENCE_NAME, "url": LICENCE_URL},
        },
        "servers": [{"url": server}],
        "tags": [{"name": "Capabilities"}, *({"name": str(one.title)} for one in COLLECTIONS.values())],
        "paths": {
            "/": operation("landing", "Capabilities", "Begin here"),
            "/api": operation("api", "Capabilities", "Read this definition", OPENAPI),
            "/conformance": operation("conformance", "Capabilities", "Read what of the standards holds here"),
            "/collections": operation("collections", "Capabilities", "List the collections"),
            **{path: found for one in COLLECTIONS.values() for path, found in paths_of(one).items()},
        },
        "components": {
            "parameters": SHARED | {f"filter_{one['name']}": one for one in of_the_house()},
            "schemas": {"problem": {"type": "object", "description": "Problem details (RFC 9457)."}},
        },
    }


def operations(document: Document) -> list[Document]:
    """Every operation with its path and its parameters in full, for a page."""
    shared = document["components"]["parameters"]
    found = []
    for path, methods in document["paths"].items():
        one = methods["get"]
        parameters = [
            shared[given["$ref"].rpartition("/")[2]] if "$ref" in given else given for given in one["parameters"]
        ]
        found.append({"path": path, "name": one["operationId"], "summary": one["summary"], "parameters": parameters})
    return found
