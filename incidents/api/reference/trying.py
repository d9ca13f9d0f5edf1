"""An operation of the OpenAPI document as a form, and what is filled in as the address that it asks for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import quote

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from incidents.api.parameters import FILTERS
from incidents.api.problems import Wrong
from incidents.api.reference.document import openapi
from incidents.api.reference.hoisting import parameters_of
from incidents.api.reference.samples import SHOWN, Shown
from incidents.api.reference.shapes import Schema, first_words

EVERYDAY: Final = frozenset({"q", "country", "since", "until", "attack_type", "actor", "killed_min"})
"""The filters that are shown; the others are folded until one of them has a value."""

SELDOM: Final = (FILTERS - EVERYDAY) | {"cursor"}
SEGMENT: Final = r"[\w.\-]*\w[\w.\-]*"
"""What can stand in the place of a path parameter: no slash, and not dots alone, which a browser would follow."""

LONG: Final = 5
"""From how many choices on a list of them is folded."""


@dataclass(frozen=True)
class Choice:
    """A value that a parameter takes, and whether it is chosen."""

    value: str
    chosen: bool


@dataclass(frozen=True)
class Field:
    """A parameter as a field. ``choices`` are the values that it takes, where they are few."""

    name: str
    hint: SafeString
    value: str
    choices: list[Choice]
    several: bool
    usual: str
    number: bool
    pattern: str

    @property
    def folded(self) -> bool:
        """Whether its choices are shown only when asked for."""
        return len(self.choices) > LONG and not self.value


@dataclass(frozen=True)
class Operation:
    """Something that can be read: its name, its path with the parameters in braces, and its words."""

    name: str
    area: str
    path: str
    summary: str
    about: SafeString
    parameters: list[Schema]

    def filled(self, asked: QueryDict) -> dict[str, str]:
        """What is filled in, by name, with several values joined; nothing for what was left empty."""
        found = {one["name"]: _joined(asked.getlist(one["name"])) for one in self.parameters}
        return {name: value for name, value in found.items() if value}

    def usual(self, shown: Shown) -> dict[str, str]:
        """The values of its sample, which has an answer in the record as it is."""
        return self.placed(shown) | SHOWN.get(self.name, {})

    def placed(self, shown: Shown) -> dict[str, str]:
        """Something that the record holds for each parameter of the path; nothing where it holds no such thing."""
        code = shown.codes.get(self.name, "")
        found = {"public_id": shown.public_id, "number": "1", "uid": code, "code": code, "tag": shown.tag}
        return {one["name"]: found[one["name"]] for one in self._of_path() if found[one["name"]]}

    def wrong(self, asked: QueryDict) -> Iterator[Wrong]:
        """Parameters that it does not have, and those of the path that are missing or can stand in none."""
        known = {one["name"] for one in self.parameters}
        yield from (Wrong(name, _("There is no such parameter here.")) for name in asked if name not in known)
        filled = self.filled(asked)
        for one in self._of_path():
            if not re.fullmatch(SEGMENT, filled.get(one["name"], "")):
                yield Wrong(one["name"], _("Give a value: letters, digits, dots, hyphens."))

    def address(self, filled: Mapping[str, str]) -> str:
        """The address of the API that is asked, as ``static/js/api/trying.js`` says it too."""
        placed = {one["name"]: quote(filled.get(one["name"], ""), safe="") for one in self._of_path()}
        path = self.path.format(**{name: value or f"{{{name}}}" for name, value in placed.items()})
        names = [one["name"] for one in self.parameters if one["name"] in filled.keys() - placed.keys()]
        pairs = [f"{name}={quote(filled[name], safe=',')}" for name in names]
        return f"{path}?{'&'.join(pairs)}" if pairs else path

    def fields(self, filled: Mapping[str, str]) -> tuple[list[Field], list[Field]]:
        """Its fields as they are filled in: those that are shown, and those that are folded."""
        shown: list[Field] = []
        folded: list[Field] = []
        for one in self.parameters:
            place = folded if one["name"] in SELDOM and one["name"] not in filled else shown
            place.append(field(one, filled.get(one["name"], "")))
        return shown, folded

    def _of_path(self) -> list[Schema]:
        return [one for one in self.parameters if one["in"] == "path"]


@cache
def operations() -> dict[str, Operation]:
    """Everything that can be tried, by its name, in the order of the document."""
    document = openapi()
    found = [(path, one["get"]) for path, one in document["paths"].items()]
    return {
        one["operationId"]: Operation(
            one["operationId"],
            one["tags"][0],
            path,
            one["summary"],
            first_words(one),
            sorted(
                (each for each in parameters_of(document, one) if each["in"] != "header"),
                key=lambda each: each["in"] != "path",
            ),
        )
        for path, one in found
    }


def field(found: Schema, value: str) -> Field:
    """A parameter with what is filled in. A value that it does not take stays among its choices, to be refused."""
    schema = found["schema"]
    one = schema.get("items", schema)
    codes = ["true", "false"] if one.get("type") == "boolean" else one.get("enum", [])
    chosen = [part for part in value.split(",") if part]
    choices = [*codes, *(part for part in chosen if codes and part not in codes)]
    return Field(
        name=found["name"],
        hint=first_words(found),
        value=value,
        choices=[Choice(code, code in chosen) for code in choices],
        several=schema.get("type") == "array",
        usual=str(schema.get("default", "")),
        number=one.get("type") in {"integer", "number"},
        pattern=SEGMENT if found["in"] == "path" else "",
    )


def _joined(values: list[str]) -> str:
    return ",".join(part for part in (value.strip() for value in values) if part)
