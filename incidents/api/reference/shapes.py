"""The shapes of documents, from JSON Schema to words for the reference page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.safestring import SafeString

from incidents.api.serializers.fields import SHA256
from incidents.presenting.vocabularies import PUBLIC, name_of, vocabularies
from incidents.presenting.words import prose

Schema = dict[str, Any]
VOCABULARY_OF: Final = {vocabulary.__name__: name_of(vocabulary) for vocabulary in PUBLIC}
EXPLAINED: Final = {*VOCABULARY_OF, "Blank", "Null"}
"""What needs no place of its own among the documents."""

VOCABULARY_WITH: Final = {tuple(map(str, vocabulary.values)): name_of(vocabulary) for vocabulary in PUBLIC}


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
    about: SafeString
    always: bool


@dataclass(frozen=True)
class Shape:
    """One document, or part of one."""

    name: str
    anchor: str
    about: SafeString
    members: list[Member]
    choices: list[Kind]


def shapes(components: dict[str, Schema]) -> list[Shape]:
    """Every document and part of one, in the order of their names; vocabularies are listed apart from these."""
    return [
        Shape(
            name, anchor_of(name), first_words(schema), list(members(schema)), [kind(one) for one in variants(schema)]
        )
        for name, schema in sorted(components.items())
        if name not in EXPLAINED
    ]


def members(schema: Schema) -> Iterator[Member]:
    """The members of an object."""
    required = set(schema.get("required", ()))
    for name, found in schema.get("properties", {}).items():
        yield Member(name, kind(found), first_words(found), name in required)


def variants(schema: Schema) -> list[Schema]:
    """What a document, or a word of one, may be one of."""
    return [*schema.get("oneOf", ()), *({"const": word} for word in schema.get("enum", ()))]


def kind(schema: Schema) -> Kind:
    """What a value is."""
    match schema:
        case {"$ref": reference}:
            found = named(reference.rsplit("/", 1)[-1])
        case {"allOf": [one, *_]}:
            found = kind(one)
        case {"oneOf": options}:
            found = either(options)
        case {"type": "array", "items": items}:
            inner = kind(items)
            found = Kind(f"list of {inner.words.replace('code of', 'codes of')}", inner.name, inner.anchor)
        case {"enum": codes} if tuple(codes) in VOCABULARY_WITH:
            found = code_of(VOCABULARY_WITH[tuple(codes)])
        case {"const": text}:
            found = Kind(f"“{text}”")
        case _:
            found = Kind(plain(schema))
    return found


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
        return code_of(VOCABULARY_OF[name])
    return Kind("", name, anchor_of(name))


def code_of(vocabulary: str) -> Kind:
    """A code of a vocabulary."""
    return Kind("code of", vocabulary, f"vocabulary-{vocabulary}")


def plain(schema: Schema) -> str:
    """A value without members."""
    types = schema.get("type", "anything")
    names = types if isinstance(types, list) else [types]
    said = " or ".join(sorted(names, key=lambda one: one != "null"))
    form = schema.get("format") or ("SHA-256" if schema.get("pattern") == SHA256 else "")
    return f"{said}, {form}" if form else said


def first_words(schema: Schema) -> SafeString:
    """The description without the list of codes that follows it; a vocabulary has those."""
    text = str(schema.get("description", ""))
    return prose("" if text.startswith("* ") else text.split("\n\n* ", maxsplit=1)[0])


def anchor_of(name: str) -> str:
    """Where a document is explained on the page."""
    return f"document-{name}"


def listed() -> list[dict[str, Any]]:
    """The vocabularies with their anchors."""
    return [{**one, "anchor": f"vocabulary-{one['name']}"} for one in vocabularies()]
