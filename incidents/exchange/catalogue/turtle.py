"""The same catalogue in Turtle (W3C Recommendation of 25 February 2014): each thing once, with what is said of it."""

import json
from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]


def turtle(document: Node) -> str:
    """A document of JSON-LD whose context has prefixes alone, and whose values are nodes, literals or lists of them."""
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in document["@context"].items())
    things: dict[str, Node] = {}
    for one in _named(document):
        things.setdefault(one["@id"], one)
    return prefixes + "".join(f"\n<{identifier}> {_said(one)} .\n" for identifier, one in things.items())


def _named(value: Any) -> Iterator[Node]:
    """Everything that has an address of its own and something said of it."""
    if isinstance(value, list):
        for one in value:
            yield from _named(one)
    elif isinstance(value, dict):
        if "@type" in value and "@id" in value:
            yield value
        for name, one in value.items():
            if not name.startswith("@"):
                yield from _named(one)


def _said(node: Node) -> str:
    """A type and its properties."""
    parts = [f"a {node['@type']}"]
    for name, value in node.items():
        if not name.startswith("@"):
            values = value if isinstance(value, list) else [value]
            parts.append(f"{name} {', '.join(_object(one) for one in values)}")
    return " ;\n  ".join(parts)


def _object(value: Any) -> str:
    """An address, a literal, or a thing without an address of its own."""
    if isinstance(value, str):
        return _quoted(value)
    if "@id" in value:
        return f"<{value['@id']}>"
    if "@value" not in value:
        return f"[ {_said(value)} ]"
    suffix = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
    return _quoted(value["@value"]) + suffix


def _quoted(text: str) -> str:
    """A string; its escapes are among those of JSON."""
    return json.dumps(text, ensure_ascii=False)
