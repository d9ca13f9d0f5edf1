"""The OpenAPI document of writing, made once in a process."""

import functools
from collections.abc import Iterator
from typing import Any, Final

from django.conf import settings
from django.urls import include, path

from incidents.api.middleware import DRAFTS
from incidents.api.reference.document import document_of
from incidents.drafting.reference.examples import SENT

Schema = dict[str, Any]
TITLE: Final = "Attest API: writing drafts"
ABOUT: Final = (
    "Programs write drafts with a key of scope `draft`: incidents, sources, claims and citations, and changes of what "
    "is published. They hand them in; people who wrote none of it approve and publish. No key can.\n\n"
    "Every POST has a name of its own (`Idempotency-Key`), so that it can be sent again; every change of a draft says "
    "which revision it is based on (`If-Match`). A write happens as a whole or not at all. Errors are problem details "
    "(RFC 9457) that name each field. No answer is to be kept by a cache."
)
TAGS: Final = [
    {"name": "Drafts", "description": "Incidents that people or programs work on."},
    {"name": "Claims", "description": "What somebody said of an incident, as a typed value."},
    {"name": "Citations", "description": "The words of a source, and where they stand."},
    {"name": "Context", "description": "Reactions, links to other incidents, warnings."},
    {"name": "Sources and places", "description": "What drafts are made of."},
]
NAMES: Final = {
    "draft_id": "The id of the draft, or the permanent id of a published incident.",
    "claim_id": "The id of a claim of the draft.",
    "citation_id": "The id of a citation of the draft.",
    "statement_id": "The id of a reaction of the draft.",
    "link_id": "The id of a link of the draft.",
    "warning_id": "The id of a warning of the draft.",
    "source_id": "The id of the source.",
}
"""What the parts of an address are."""


@functools.cache
def writing() -> Schema:
    """The document (OpenAPI 3.1) in plain values. Do not change it."""
    found = document_of(path(DRAFTS.removeprefix("/"), include("incidents.drafting.urls")))
    about = {"title": TITLE, "version": settings.ATTEST_API_VERSION, "description": ABOUT}
    shapes = found["components"]["schemas"]
    for name in sent(found):
        if "properties" in shapes[name]:
            shapes[name]["additionalProperties"] = False
    for parameter in parameters(found):
        if parameter.get("in") == "path":
            parameter["description"] = NAMES[parameter["name"]]
    for operation in operations(found):
        for content in operation.get("requestBody", {}).get("content", {}).values():
            content["example"] = SENT[operation["operationId"]]
    return {**found, "info": {**found["info"], **about}, "tags": TAGS}


def operations(document: Schema) -> Iterator[Schema]:
    """Everything that can be done."""
    for methods in document["paths"].values():
        yield from methods.values()


def parameters(document: Schema) -> Iterator[Schema]:
    """Every parameter where it stands, and what refers to one."""
    yield from document["components"]["parameters"].values()
    for operation in operations(document):
        yield from operation.get("parameters", ())


def sent(document: Schema) -> set[str]:
    """The shapes of what is sent, which take no member that they do not name."""
    waiting = [name for one in operations(document) for name in named(one.get("requestBody", {}))]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += named(document["components"]["schemas"][name])
    return found


def named(schema: Any) -> Iterator[str]:
    """The shapes that a shape names."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rsplit("/", 1)[-1]
        for inner in schema.values():
            yield from named(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from named(inner)
