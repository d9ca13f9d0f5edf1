"""The reference page of writing, from its OpenAPI document: nothing on it is written twice."""

from typing import Any

from django.conf import settings

from incidents.api.reference.hoisting import parameters_of
from incidents.api.reference.page import Area, Operation, answer, parameter
from incidents.api.reference.shapes import Schema, first_words, kind, listed, shapes
from incidents.drafting.reference.document import writing


def reference(origin: str) -> dict[str, Any]:
    """What the page shows; ``origin`` begins the addresses of its samples."""
    document = writing()
    found = [(path, method, one) for path, methods in document["paths"].items() for method, one in methods.items()]
    return {
        "version": document["info"]["version"],
        "rate": settings.ATTEST_DRAFTING_RATE.partition("/")[0],
        "origin": origin,
        "areas": [
            Area(tag["name"], tag["description"], [operation(*one) for one in found if tag["name"] in one[2]["tags"]])
            for tag in document["tags"]
        ],
        "shapes": shapes(document["components"]["schemas"]),
        "vocabularies": listed(),
    }


def operation(path: str, method: str, found: Schema) -> Operation:
    """One operation of the document."""
    content = found.get("requestBody", {}).get("content", {})
    return Operation(
        name=found["operationId"],
        method=method.upper(),
        path=path,
        summary=found["summary"],
        about=first_words(found),
        body=next((kind(one["schema"]) for one in content.values()), None),
        parameters=[parameter(one) for one in parameters_of(writing(), found)],
        answers=[answer(status, one) for status, one in found["responses"].items()],
    )
