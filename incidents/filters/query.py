"""A query string that has been understood."""

from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final, TypeVar
from urllib.parse import urlencode, urlsplit

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from incidents.filters.incident import SORTS, IncidentFilter
from incidents.filters.parameters import YES
from incidents.filters.places import read_box, read_polygon, read_position
from incidents.models.record import PublishedIncident
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.rules.moments import spelt_moment

Found = TypeVar("Found")

HXL: Final = "hxl"
PAGING: Final = frozenset({"page", "cursor", "limit", "format", "include", "fields", HXL})
"""Parameters that say how an answer is handed out, not what is in it."""

MOMENTS: Final = frozenset({"as_of", "release"})
"""Parameters that say of which state of the record an answer is."""

DEFAULT_SORT: Final = "-occurred"
ANYTHING: Final = frozenset(IncidentFilter.base_filters)
EMPTY: Final[tuple[object, ...]] = (None, "", [], ())
SHAPES: Final[dict[str, Callable[[str], Any]]] = {"bbox": read_box, "polygon": read_polygon, "near": read_position}


class QueryRefusedError(ValueError):
    """A query string that cannot be answered: ``errors`` holds the sentences by parameter."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        """Keep the sentences, parameter by parameter."""
        super().__init__("; ".join(f"{name}: {' '.join(sentences)}" for name, sentences in errors.items()))
        self.errors = errors


@dataclass(frozen=True)
class Query:
    """A query string that has been understood: what to find, at which moment of record time, in which order.

    ``_found`` is what was found out about it, see ``once``.
    """

    filterset: IncidentFilter
    as_of: datetime | None
    sort: str
    _found: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def incidents(self) -> PublishedIncidentQuerySet:
        """The rows, through the public role, in a stable order."""
        return self.filterset.qs.order_by(*SORTS[self.sort])

    def ever(self) -> PublishedIncidentQuerySet:
        """The rows of every version there has been that match, whatever stands now: for what asks about the past."""
        found = IncidentFilter(self.filterset.data, queryset=PublishedIncident.objects.public())
        return found.qs

    def kept(
        self, rows: PublishedIncidentQuerySet, *, only: Container[str] = ANYTHING, without: Container[str] = ()
    ) -> PublishedIncidentQuerySet:
        """Those of some rows that meet its parameters, or some of them; the moment is not among them."""
        for name, value in self.filterset.form.cleaned_data.items():
            if name in only and name not in without:
                rows = self.filterset.filters[name].filter(rows, value)
        return rows

    def once(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """What ``find`` finds, which is called the first time only: a query lives no longer than its request."""
        if key not in self._found:
            self._found[key] = find()
        found: Found = self._found[key]
        return found

    def chosen(self, name: str) -> frozenset[str]:
        """The values of one parameter, as addresses spell them."""
        value = self.values.get(name, [])
        return frozenset(spelt(one) for one in (value if isinstance(value, list) else [value]))

    def but(self, *names: str) -> "Query":
        """The same query without some of its parameters."""
        kept = {name: spelt(value) for name, value in self.values.items() if name not in names}
        return read_query(kept)

    @cached_property
    def values(self) -> dict[str, Any]:
        """The parameters that are set, by name, as Python values."""
        return {name: value for name, value in self.filterset.form.cleaned_data.items() if value not in EMPTY}

    @cached_property
    def spelt(self) -> dict[str, str]:
        """The same in one spelling: parameters and values in order, defaults left out."""
        values = {name: value for name, value in self.values.items() if (name, value) != ("sort", DEFAULT_SORT)}
        return {name: spelt(values[name]) for name in sorted(values)}

    @cached_property
    def parts(self) -> dict[str, str]:
        """The parts of the query string of that spelling, by parameter."""
        return {name: encoded({name: text}) for name, text in self.spelt.items()}

    @property
    def canonical(self) -> str:
        """The query string of that spelling."""
        return "&".join(self.parts.values())


def encoded(pairs: Mapping[str, str] | Iterable[tuple[str, str]]) -> str:
    """Parameters as a query string; commas and colons stay as they are."""
    return urlencode(pairs if isinstance(pairs, Mapping) else list(pairs), safe=",:")


def spelt(value: object) -> str:
    """A value as an address says it: dates by ISO 8601, moments in UTC, several with commas between them."""
    match value:
        case bool():
            return YES if value else "false"
        case datetime():
            return spelt_moment(value)
        case list():
            return ",".join(sorted(str(part) for part in value))
        case date():
            return value.isoformat()
        case _:
            return str(value).strip()


def read_query(params: QueryDict | Mapping[str, str]) -> Query:
    """Understand a query string.

    Raises:
        QueryRefusedError: a parameter is unknown, or a value cannot be read.
    """
    data = params if isinstance(params, QueryDict) else _query_dict(params)
    known = set(IncidentFilter.base_filters)
    strangers = [name for name in data if name not in known | PAGING]
    if strangers:
        allowed = ", ".join(sorted(known))
        raise QueryRefusedError({name: [f"There is no such parameter. Known are: {allowed}."] for name in strangers})
    filterset = IncidentFilter(data, queryset=PublishedIncident.objects.public().live())
    for name, read in SHAPES.items():
        if data.get(name):
            _require(name, read, str(data[name]))
    if not filterset.is_valid():
        raise QueryRefusedError({name: [str(one) for one in found] for name, found in filterset.errors.items()})
    as_of = filterset.form.cleaned_data["as_of"]
    filterset.queryset = PublishedIncident.objects.public().live().as_of(as_of)
    return Query(filterset, as_of, filterset.form.cleaned_data["sort"] or DEFAULT_SORT)


def read_truth(params: QueryDict, name: str) -> bool:
    """A parameter that says yes or no; no where it is not given.

    Raises:
        QueryRefusedError: it says something else.
    """
    text = str(params.get(name, ""))
    if text not in {"", YES, "false"}:
        raise QueryRefusedError({name: ["Say “true” or “false”."]})
    return text == YES


def read_address(text: str) -> Query:
    """Understand an address of the explorer that somebody copied, or its query string; empty asks for everything.

    Raises:
        QueryRefusedError: it is neither, or its query cannot be answered.
    """
    parts = urlsplit(text.strip())
    query = parts.query or ("" if parts.netloc or "=" not in parts.path else parts.path)
    if not query and parts.path not in {"", "/"}:
        raise QueryRefusedError({"query": [_("This is no address of the explorer, and no query string.")]})
    return read_query(QueryDict(query))


def _require(name: str, read: Callable[[str], Any], text: str) -> None:
    try:
        read(text)
    except ValidationError as error:
        raise QueryRefusedError({name: list(error.messages)}) from error


def _query_dict(params: Mapping[str, str]) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update(params)
    return data
