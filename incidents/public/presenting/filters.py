"""The filters as a form, as chips, and as the way out of an empty list."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from incidents.filters import PAGING, IncidentFilter, Query
from incidents.filters.incident import DEFINITIONS
from incidents.filters.places import USUAL_KILOMETRES
from incidents.presenting.values import Names, value_words
from incidents.public.presenting.addresses import address, filters_in_force, without

NUMBERS: Final = ("killed_min", "killed_max", "wounded_min", "wounded_max", "origins_min")
SHOWN: Final = frozenset(
    {"q", "since", "until", "definition", "as_of", "release", "near", "radius", "polygon", *NUMBERS}
)
"""Parameters that have a field of their own in the form; facets are chosen beside it."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """One value that can be chosen."""

    value: str
    label: str
    selected: bool


@dataclass(frozen=True, kw_only=True)
class Field:
    """One filter of the form: what is written or chosen in it, and what is wrong with that."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    errors: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()

    @property
    def id(self) -> str:
        return f"filter-{self.name}"


@dataclass(frozen=True, kw_only=True)
class Filters:
    """The whole form. ``hidden`` are the parameters it does not show but must not lose."""

    q: Field
    since: Field
    until: Field
    definition: Field
    as_of: Field
    release: Field
    near: Field
    radius: Field
    polygon: Field
    numbers: tuple[Field, ...]
    hidden: tuple[tuple[str, str], ...]

    @property
    def more(self) -> bool:
        """Whether something is written in the fields that are folded away."""
        where = (self.near, self.radius, self.polygon)
        when = (self.as_of, self.release)
        return any(field.value or field.errors for field in (self.definition, *when, *where, *self.numbers))


@dataclass(frozen=True, kw_only=True)
class Chip:
    """A filter in force, and the list without it."""

    label: str
    url: str


def form(data: QueryDict, errors: dict[str, list[str]]) -> Filters:
    """The form, filled with what was asked for, understood or not."""

    def field(name: str, label: str = "", **more: Any) -> Field:
        label = label or str(IncidentFilter.base_filters[name].label)
        return Field(name=name, label=label, value=data.get(name, ""), errors=tuple(errors.get(name, ())), **more)

    known = [name for name in data if name in IncidentFilter.base_filters]
    return Filters(
        q=field("q", _("Search"), hint=_("A place, a group, a publisher, an id, in any spelling")),
        since=field("since", hint=_("Such as 3 January 2024, 2024-01, 13 Dey 1402")),
        until=field("until"),
        definition=field("definition", options=_definitions(data.get("definition", ""))),
        as_of=field("as_of", hint=_("A day such as 2024-01-05, to its end, UTC")),
        release=field("release", hint=_("Its tag; in place of a day")),
        near=field("near", hint=_("Degrees, such as 57.08,30.28")),
        radius=field(
            "radius", _("Within kilometres"), hint=_("%(usual)s where none is given") % {"usual": USUAL_KILOMETRES}
        ),
        polygon=field(
            "polygon", _("Inside a polygon"), hint=_("Longitude,latitude of each corner, such as 56,29,58,29,58,31")
        ),
        numbers=tuple(field(name) for name in NUMBERS),
        hidden=tuple((name, value) for name in known if name not in SHOWN for value in data.getlist(name) if value),
    )


def _definitions(given: str) -> tuple[Option, ...]:
    choices = [("", _("Any")), *DEFINITIONS]
    return tuple(Option(value=value, label=str(label), selected=value == given) for value, label in choices)


def chips(query: Query, names: Names, path: str = "/") -> list[Chip]:
    """Every filter in force with the page without it."""
    return [
        Chip(label=_chip_label(name, value, names), url=address(path, without(query, name, value)))
        for name, value in filters_in_force(query)
    ]


def _chip_label(name: str, value: Any, names: Names) -> str:
    label = str(IncidentFilter.base_filters[name].label)
    return _("%(filter)s: %(value)s") % {"filter": label, "value": value_words(name, value, names)}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong with one parameter, and what would be right."""

    name: str
    text: str
    allowed: tuple[str, ...]
    id: str


def problems(errors: dict[str, list[str]]) -> list[Problem]:
    """The refused parameters, each named with what is allowed."""
    return [_problem(name, sentences) for name, sentences in errors.items()]


def _problem(name: str, sentences: list[str]) -> Problem:
    found = IncidentFilter.base_filters.get(name)
    if found is None and name not in PAGING:
        text = _("“%(name)s” is not a filter.") % {"name": name}
        return Problem(name=name, text=text, allowed=tuple(sorted(IncidentFilter.base_filters)), id="filters")
    label = str(found.label) if found else name
    text = _("%(label)s (%(name)s): %(error)s") % {"label": label, "name": name, "error": " ".join(sentences)}
    choices = (found.extra.get("choices") or ()) if found else ()
    allowed = tuple(str(value) for value, _label in getattr(choices, "choices", choices))
    return Problem(name=name, text=text, allowed=allowed, id=f"filter-{name}" if name in SHOWN else "filters")
