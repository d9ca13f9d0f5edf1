"""Parameters that several operations take stand once in the OpenAPI document, among its components."""

import json
from collections import Counter
from typing import Any

Schema = dict[str, Any]


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
