"""The reference page, from the OpenAPI document: nothing on it is written twice."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from incidents.api.parameters import FILTERS, MOST
from incidents.api.reference.beginning import first_calls
from incidents.api.reference.document import openapi
from incidents.api.reference.hoisting import parameters_of
from incidents.api.reference.samples import Shown, newest, sample
from incidents.api.reference.shapes import Kind, Schema, first_words, kind, listed, shapes

ALL_FILTERS: Final = "list_incidents"
"""The operation under which the page explains the filters."""

SUCCESS: Final = "200"
EVERYWHERE: Final = FILTERS - {"sort"}
"""The filters of every list; some have an order of their own."""


@dataclass(frozen=True)
class Parameter:
    """A parameter of an operation."""

    name: str
    where: str
    kind: Kind
    about: SafeString
    values: list[str]


@dataclass(frozen=True)
class Answer:
    """One answer of an operation: its status, when it comes, and its documents by media type."""

    status: str
    about: str
    documents: list[tuple[str, Kind]]


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked; ``body`` is what is sent with it, if anything is.

    Where it is ``filtered``, it takes the filters that ``ALL_FILTERS`` lists. ``try_url`` is where it can be tried.
    """

    name: str
    path: str
    summary: str
    about: SafeString
    parameters: list[Parameter]
    answers: list[Answer]
    sample: str = ""
    example: str = ""
    method: str = "GET"
    body: Kind | None = None
    filtered: bool = False
    try_url: str = ""


@dataclass(frozen=True)
class Area:
    """Operations that belong together."""

    name: str
    about: str
    operations: list[Operation]


def reference(origin: str) -> dict[str, Any]:
    """What the page shows; ``origin`` begins the addresses of its samples."""
    document = openapi()
    shown = newest()
    found = [(path, one) for path, methods in document["paths"].items() for one in methods.values()]
    always = set.intersection(*(set(one["responses"]) for _path, one in found)) - {SUCCESS}
    return {
        "version": document["info"]["version"],
        "limits": {"rate": settings.ATTEST_API_RATE.partition("/")[0], "most": MOST},
        "calls": first_calls(origin, shown),
        "always": [answer(status, said) for status, said in found[0][1]["responses"].items() if status in always],
        "areas": [
            Area(
                tag["name"],
                tag["description"],
                [operation(path, one, origin, shown, always) for path, one in found if tag["name"] in one["tags"]],
            )
            for tag in document["tags"]
        ],
        "shapes": shapes(document["components"]["schemas"]),
        "vocabularies": listed(),
    }


def operation(path: str, found: Schema, origin: str, shown: Shown, always: set[str]) -> Operation:
    """One operation of the OpenAPI document, without the answers that ``always`` may come."""
    parameters = parameters_of(openapi(), found)
    filtered = found["operationId"] != ALL_FILTERS and {one["name"] for one in parameters} >= EVERYWHERE
    return Operation(
        name=found["operationId"],
        path=path,
        summary=found["summary"],
        about=first_words(found),
        filtered=filtered,
        parameters=[parameter(one) for one in parameters if not (filtered and one["name"] in FILTERS)],
        answers=[answer(status, one) for status, one in found["responses"].items() if status not in always],
        sample=sample(found["operationId"], path, origin, shown),
        example=next(examples(found), ""),
        try_url=reverse("api:try_operation", args=[found["operationId"]]),
    )


def parameter(found: Schema) -> Parameter:
    """One parameter."""
    schema = found["schema"]
    one = schema.get("items", schema)
    said = kind(schema)
    return Parameter(
        name=found["name"],
        where=found["in"],
        kind=said,
        about=first_words(found),
        values=[] if said.anchor else one.get("enum", []),
    )


def answer(status: str, found: Schema) -> Answer:
    """One answer."""
    documents = [(media, kind(one["schema"])) for media, one in found.get("content", {}).items()]
    return Answer(status, found["description"], documents)


def examples(found: Schema) -> Iterator[str]:
    """The examples of an operation's success, as they are read best."""
    for content in found["responses"][SUCCESS]["content"].values():
        for one in content.get("examples", {}).values():
            yield json.dumps(one["value"], indent=2, ensure_ascii=False)
