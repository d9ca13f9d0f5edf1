"""The shapes of documents, from JSON Schema to words for the reference page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from incidents.api.vocabularies import PUBLIC, name_of, vocabularies

Schema = dict[str, Any]
VOCABULARY_OF = {vocabulary.__name__: name_of(vocabulary) for vocabulary in PUBLIC}


@dataclass(frozen=True)
class Kind:
    """What a value is: words before a name, and the name with the place on the page that explains it."""

    words: str
    name: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Member:
    """One member of a document."""

    name: str
    kind: Kind
    about: str
    always: bool


@dataclass(frozen=True)
class Shape:
    """One document, or part of one."""

    name: str
    anchor: str
    about: str
    members: list[Member]
    choices: list[Kind]


def shapes(components: dict[str, Schema]) -> list[Shape]:
    """Every document and part of one, in the order of their names; vocabularies are listed apart from these."""
    return [
        Shape(
            name, anchor_of(name), first_words(schema), list(members(schema)), [kind(one) for one in variants(schema)]
        )
        for name, schema in sorted(components.items())
        if "properties" in schema or "oneOf" in schema
    ]


def members(schema: Schema) -> Iterator[Member]:
    """The members of an object."""
    required = set(schema.get("required", ()))
    for name, found in schema.get("properties", {}).items():
        yield Member(name, kind(found), first_words(found), name in required)


def variants(schema: Schema) -> list[Schema]:
    """What a document may be one of."""
    return list(schema.get("oneOf", ()))


def kind(schema: Schema) -> Kind:
    """What a value is."""
    if "$ref" in schema:
        return named(schema["$ref"].rsplit("/", 1)[-1])
    if "allOf" in schema:
        return kind(schema["allOf"][0])
    if "oneOf" in schema:
        return either(schema["oneOf"])
    if schema.get("type") == "array":
        inner = kind(schema["items"])
        return Kind(f"list of {inner.words}", inner.name, inner.anchor)
    if "const" in schema:
        return Kind(f"“{schema['const']}”")
    return Kind(plain(schema))


def either(options: list[Schema]) -> Kind:
    """One thing, or nothing."""
    real = [option for option in options if not option.get("$ref", "").endswith(("/Null", "/Blank"))]
    real = [option for option in real if option != {"type": "null"}]
    blank = any(option.get("$ref", "").endswith("/Blank") for option in options)
    found = kind(real[0])
    return Kind(f"{'empty text' if blank else 'null'} or {found.words}", found.name, found.anchor)


def named(name: str) -> Kind:
    """A reference to a vocabulary or to another document."""
    if name in VOCABULARY_OF:
        return Kind("code of", VOCABULARY_OF[name], f"vocabulary-{VOCABULARY_OF[name]}")
    return Kind("", name, anchor_of(name))


def plain(schema: Schema) -> str:
    """A value without members."""
    types = schema.get("type", "anything")
    names = types if isinstance(types, list) else [types]
    said = " or ".join(sorted(names, key=lambda one: one != "null"))
    form = schema.get("format") or ("SHA-256" if "pattern" in schema else "")
    return f"{said}, {form}" if form else said


def first_words(schema: Schema) -> str:
    """The description without the list of codes that follows it; a vocabulary has those."""
    return str(schema.get("description", "")).split("\n\n* ")[0].removeprefix("* ").split("\n* ")[0]


def anchor_of(name: str) -> str:
    """Where a document is explained on the page."""
    return f"document-{name}"


def listed() -> list[dict[str, Any]]:
    """The vocabularies with their anchors."""
    return [{**one, "anchor": f"vocabulary-{one['name']}"} for one in vocabularies()]
