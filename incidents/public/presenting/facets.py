"""The facets of a query: each value with the number of incidents that a press on it leads to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from incidents.filters import IncidentFilter, Query, encoded
from incidents.presenting.values import Names, value_words
from incidents.public.presenting.addresses import address, changed, without
from incidents.rules.folding import fold
from incidents.selectors.facets import Counted, Values

TOP: Final = 12
"""Values of a facet on the page of the explorer; the others are on the facet's own page."""

OPENED: Final = frozenset({"country", "attack_type"})
PAGES: Final = {"explorer": "/", "statistics": "/statistics/"}
"""Where a press on a value leads: to the incidents, or to what they count up to."""

ONLY_INSIDE: Final = {"province": "country", "place": "country"}
"""Facets that say little until something wider is chosen."""


@dataclass(frozen=True, kw_only=True)
class FacetValue:
    """One value: following ``url`` chooses it beside what is chosen, or leaves it out again."""

    code: str
    label: str
    url: str
    count: int
    selected: bool


@dataclass(frozen=True, kw_only=True)
class FacetGroup:
    """A facet as the page shows it; ``more_url`` leads to all its values where there are more than are shown."""

    name: str
    label: str
    values: list[FacetValue]
    total: int
    open: bool
    more_url: str


def groups(query: Query, counted: Mapping[str, Values], names: Names, page: str = "explorer") -> list[FacetGroup]:
    """Every facet that has something to choose, in the order of the filter set; values lead to a page of ``PAGES``."""
    return [
        _group(query, name, found, names, page)
        for name, found in counted.items()
        if found.total and (name in query.values or ONLY_INSIDE.get(name, name) in {*query.values, name})
    ]


def _group(query: Query, name: str, found: Values, names: Names, page: str) -> FacetGroup:
    chosen = query.chosen(name)
    missing = [Counted(code, 0) for code in sorted(chosen - {one.value for one in found.shown})]
    more = [*query.spelt.items(), *leading(page)]
    return FacetGroup(
        name=name,
        label=label_of(name),
        values=[_value(query, name, one, names, page) for one in [*found.shown, *missing]],
        total=found.total,
        open=name in OPENED or bool(chosen),
        more_url=address(f"/facets/{name}/", encoded(more)) if found.total > len(found.shown) else "",
    )


def leading(page: str) -> list[tuple[str, str]]:
    """The parameter that says where values lead; none for the explorer."""
    return [("for", page)] if page != "explorer" else []


def everything(
    query: Query, name: str, counted: list[Counted], names: Names, wanted: str = "", page: str = "explorer"
) -> list[FacetValue]:
    """All values of one facet; with ``wanted``, those whose name holds its words in any spelling."""
    words = fold(wanted)
    values = [_value(query, name, one, names, page) for one in counted]
    return [one for one in values if words in fold(one.label)]


def label_of(name: str) -> str:
    """What a facet is called."""
    return str(IncidentFilter.base_filters[name].label)


def _value(query: Query, name: str, one: Counted, names: Names, page: str) -> FacetValue:
    selected = one.value in query.chosen(name)
    there = without(query, name, one.value) if selected else _with(query, name, one.value)
    return FacetValue(
        code=one.value,
        label=words_of(name, one.value, names),
        url=address(PAGES[page], there),
        count=one.count,
        selected=selected,
    )


def words_of(name: str, code: str, names: Names) -> str:
    """A value of a facet in words."""
    if name == "warning":
        return _("A warning is on record") if code == "true" else _("No warning is on record")
    return value_words(name, code, names)


def _with(query: Query, name: str, code: str) -> str:
    """The same query with one more value of a facet; of those that take one only, with that instead."""
    several = isinstance(query.values.get(name, []), list) and name != "warning"
    given = {*query.chosen(name), code} if several else {code}
    return changed(query, **{name: ",".join(sorted(given))})
