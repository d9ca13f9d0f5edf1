"""The filters as a form, as chips, and as the way out of an empty list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.choices import AttackType, AttributionState, PlacePrecision
from incidents.filters import PAGING, YES_OR_NO, IncidentFilter, Query
from incidents.public.presenting.addresses import address, filters_in_force, without
from incidents.public.presenting.values import Names, value_words

CHECKED: Final = (
    ("attack_type", gettext_lazy("Attack type"), AttackType.choices),
    ("attribution", gettext_lazy("Attribution"), AttributionState.choices),
    ("precision", gettext_lazy("Location precision"), PlacePrecision.choices),
)
SHOWN: Final = frozenset({"q", "since", "until", "country", "warning", *(name for name, _label, _choices in CHECKED)})


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

    @property
    def opened(self) -> bool:
        return bool(self.errors) or any(option.selected for option in self.options)


@dataclass(frozen=True, kw_only=True)
class Filters:
    """The whole form. ``hidden`` are the parameters it does not show but must not lose."""

    q: Field
    since: Field
    until: Field
    country: Field
    checked: tuple[Field, ...]
    warning: Field
    hidden: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Chip:
    """A filter in force, and the list without it."""

    label: str
    url: str


def form(data: QueryDict, countries: Iterable[tuple[str, str]], errors: dict[str, list[str]]) -> Filters:
    """The form, filled with what was asked for, understood or not."""

    def field(name: str, label: str, **more: Any) -> Field:
        return Field(name=name, label=label, value=data.get(name, ""), errors=tuple(errors.get(name, ())), **more)

    known = [name for name in data if name in IncidentFilter.base_filters]
    return Filters(
        q=field("q", _("Words"), hint=_("A place, a group, a publisher, an id, in any spelling")),
        since=field("since", _("From"), hint=_("Such as 2024-01-03 or 3 January 2024")),
        until=field("until", _("To")),
        country=field("country", _("Country"), options=_countries(data, countries)),
        checked=tuple(
            field(name, str(label), options=_options(choices, _given(data, name))) for name, label, choices in CHECKED
        ),
        warning=field(
            "warning", _("Warning"), options=_options([("", _("All")), *_warnings()], {data.get("warning", "")})
        ),
        hidden=tuple((name, value) for name in known if name not in SHOWN for value in data.getlist(name)),
    )


def _warnings() -> list[tuple[str, str]]:
    (yes, _yes), (no, _no) = YES_OR_NO
    return [(yes, _("A warning is on record")), (no, _("No warning is on record"))]


def _given(data: QueryDict, name: str) -> set[str]:
    return {part.strip() for text in data.getlist(name) for part in text.split(",") if part.strip()}


def _options(choices: Iterable[tuple[str, Any]], given: set[str]) -> tuple[Option, ...]:
    return tuple(Option(value=value, label=str(label), selected=value in given) for value, label in choices)


def _countries(data: QueryDict, countries: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """All countries on record; several chosen ones, or one that is not on record, as an option of their own."""
    known = list(countries)
    given = _given(data, "country")
    options = [("", _("All countries")), *known]
    if given and not (len(given) == 1 and given <= {code for code, _name in known}):
        names = dict(known)
        options.insert(1, (",".join(sorted(given)), ", ".join(names.get(code, code) for code in sorted(given))))
        given = {",".join(sorted(given))}
    return _options(options, given or {""})


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
