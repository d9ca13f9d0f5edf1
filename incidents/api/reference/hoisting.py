"""Parameters that several operations take stand once in the OpenAPI document, among its components."""

import json
from collections import Counter
from typing import Any

from incidents.api.middleware import DRAFTS
from incidents.api.parameters import CURSOR

Schema = dict[str, Any]


def allow_empty(result: Schema, **_about: Any) -> Schema:
    """Say of what chooses that it may be empty, and then is as if it were not sent (``parameters.without_empty``).

    A hook of drf-spectacular. Writing takes no empty parameter.
    """
    for path, methods in result["paths"].items():
        for parameter in (one for operation in methods.values() for one in operation.get("parameters", ())):
            if parameter["in"] == "query" and not path.startswith(DRAFTS) and needs_saying(parameter):
                parameter["allowEmptyValue"] = True
    return result


def needs_saying(parameter: Schema) -> bool:
    """Whether a parameter may be empty though what it takes leaves no room for that, as a list of any words does."""
    one = parameter["schema"].get("items", parameter["schema"])
    any_words = one.get("type") == "string" and not one.keys() & {"enum", "minLength", "pattern"}
    return not any_words and parameter["name"] != CURSOR.name


def hoist_parameters(result: Schema, **_about: Any) -> Schema:
    """Put every parameter that is said more than once in one place, and refer to it; of two of one name, the commoner.

    A hook of drf-spectacular.
    """
    operations = [one for methods in result["paths"].values() for one in methods.values()]
    said = Counter(json.dumps(parameter) for one in operations for parameter in one.get("parameters", ()))
    shared: dict[str, str] = {}
    for text, number in said.most_common():
        if number > 1:
            shared.setdefault(json.loads(text)["name"], text)
    for one in operations:
        if "parameters" in one:
            one["parameters"] = [_referred(parameter, shared) for parameter in one["parameters"]]
    kept = {name: json.loads(text) for name, text in sorted(shared.items())}
    return {**result, "components": {**result["components"], "parameters": kept}}


def _referred(parameter: Schema, shared: dict[str, str]) -> Schema:
    """The parameter, or where it stands."""
    name = parameter["name"]
    return {"$ref": f"#/components/parameters/{name}"} if json.dumps(parameter) == shared.get(name) else parameter


def parameters_of(document: Schema, operation: Schema) -> list[Schema]:
    """The parameters of an operation, each in full."""
    kept = document["components"]["parameters"]
    return [kept[one["$ref"].rsplit("/", 1)[-1]] if "$ref" in one else one for one in operation.get("parameters", ())]
