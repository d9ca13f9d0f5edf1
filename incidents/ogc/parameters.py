"""The parameters of the standard: how each is read, and the sentence for the ones that cannot be."""

from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import Any, Final, TypeVar

from django.contrib.gis.geos import MultiPolygon
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict

from incidents.api.parameters import FILTERS
from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.exchange.columns import Kind
from incidents.ogc.collections import Collection
from incidents.ogc.cql2 import LANGUAGES, FilterRefusedError, compiled, read_filter
from incidents.ogc.cql2.instants import read_day, read_moment
from incidents.ogc.crs import CRS84, KNOWN, Crs
from incidents.ogc.properties import Property

FORM: Final = "f"
DEFAULT_LIMIT: Final = 100
MOST: Final = 10_000
PAGING: Final = frozenset({FORM, "limit", "cursor", "crs"})
"""What says how features are handed out, and not which."""

FINDING: Final = frozenset({"bbox", "bbox-crs", "datetime", "filter", "filter-lang", "filter-crs"})
OWN: Final = PAGING | FINDING
HOUSE: Final = FILTERS - OWN
"""The filters of the record that mean here what they mean everywhere."""

OPEN_END: Final = frozenset({"", ".."})
T = TypeVar("T")


def of_properties(collection: Collection) -> Mapping[str, Property]:
    """The properties that are parameters of their own: all but those that a filter of the record is called like."""
    return {name: one for name, one in collection.queryables.items() if name not in HOUSE | OWN}


def taken_by(collection: Collection) -> frozenset[str]:
    """Every parameter of the features of a collection."""
    return OWN | (HOUSE - collection.without) | of_properties(collection).keys()


def only(params: QueryDict, names: Container[str]) -> QueryDict:
    """Some of the parameters."""
    found = QueryDict(mutable=True)
    for name in params:
        if name in names:
            found.setlist(name, params.getlist(name))
    return found


class Reading:
    """Reads parameters one by one, and keeps what is wrong with them until all have been read."""

    def __init__(self, params: QueryDict, known: Iterable[str]) -> None:
        self.params, self.known = params, frozenset(known)
        twice = (name for name in params if name in OWN and len(params.getlist(name)) > 1)
        self.wrong = [Wrong(name, "This parameter is given once.") for name in twice]

    def end(self) -> None:
        """Refuse the whole if anything was wrong.

        Raises:
            ParametersRefusedError: naming each parameter, and every one that there is.
        """
        if self.wrong:
            raise ParametersRefusedError(self.wrong, self.known)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Keep what is wrong with one parameter."""
        try:
            yield
        except FilterRefusedError as error:
            self.wrong.append(Wrong(name, str(error), error.allowed))
        except ValidationError as error:
            self.wrong.append(Wrong(name, " ".join(error.messages)))

    def one_of(self, name: str, choices: Mapping[str, T]) -> T:
        """One of some values; the first of them where none is given."""
        text = self.params.get(name)
        if text is not None and text not in choices:
            self.wrong.append(Wrong(name, "Give one of the values that there are.", tuple(choices)))
            text = None
        return choices[text] if text is not None else next(iter(choices.values()))

    def crs(self, name: str) -> Crs:
        """A coordinate reference system by its address."""
        return self.one_of(name, KNOWN)

    def limit(self) -> int:
        """How many features to an answer; what is more than an answer holds is as much as it holds (part 1, 7.15.2)."""
        text = self.params.get("limit", str(DEFAULT_LIMIT))
        digits = text.lstrip("0") if text.isascii() and text.isdecimal() else ""
        if not digits:
            self.wrong.append(Wrong("limit", f"Give a whole number from 1 on. An answer holds at most {MOST:,}."))
        return min(int(digits[: len(str(MOST)) + 1] or "0"), MOST)

    def box(self) -> MultiPolygon | None:
        """The box that is asked for, in degrees."""
        crs = self.crs("bbox-crs")
        with self.of("bbox"):
            if "bbox" in self.params:
                return crs.box(_numbers(str(self.params["bbox"])))
        return None

    def times(self) -> Q:
        """What ``datetime`` says of incidents."""
        with self.of("datetime"):
            if "datetime" in self.params:
                return read_times(str(self.params["datetime"]))
        return Q()

    def condition(self, collection: Collection) -> Q:
        """What ``filter`` and the properties say of the features of a collection."""
        crs, read = self.crs("filter-crs"), self.one_of("filter-lang", {name: name for name in LANGUAGES})
        found = Q()
        with self.of("filter"):
            if "filter" in self.params:
                found &= compiled(read_filter(str(self.params["filter"]), read), collection, crs)
        for name, one in of_properties(collection).items():
            with self.of(name):
                if name in self.params:
                    found &= compiled(equal_to(one, str(self.params[name])), collection, CRS84)
        return found


def equal_to(one: Property, text: str) -> dict[str, Any]:
    """The condition of a property that is a parameter: that it is this value or, of a list, that it holds it.

    Raises:
        FilterRefusedError: it takes codes, and this is none of them.
    """
    if one.codes and text not in one.codes:
        message = "Give one of the values that there are."
        raise FilterRefusedError(message, one.codes)
    named = {"property": one.name}
    if one.kind is Kind.LIST:
        return {"op": "a_contains", "args": [named, [text]]}
    return {"op": "=", "args": [named, value_of(one.kind, text)]}


def value_of(kind: Kind, text: str) -> Any:
    """A value of a parameter in the words of CQL2 JSON; what cannot be read stays as it is, and is refused later."""
    if kind is Kind.BOOLEAN:
        return {"true": True, "false": False}.get(text, text)
    if kind is Kind.MOMENT:
        return {"date" if read_day(text) else "timestamp": text}
    if kind in {Kind.INTEGER, Kind.NUMBER}:
        try:
            return int(text) if kind is Kind.INTEGER else float(text)
        except ValueError:
            return text
    return text


def _numbers(text: str) -> list[float]:
    try:
        return [float(part) for part in text.split(",")]
    except ValueError:
        message = "Write numbers with commas between them: the lower corner, then the upper one."
        raise FilterRefusedError(message) from None


def read_times(text: str) -> Q:
    """A day or moment, or an interval of them that may be open at one end, as what incidents may have happened in.

    A day is one on the calendar of the place, as for ``since`` and ``until``; a moment is one of UTC.

    Raises:
        FilterRefusedError: it is none of these.
    """
    parts = text.split("/")
    ends = [None if part in OPEN_END and len(parts) > 1 else _instant(part) for part in parts]
    if not 1 <= len(parts) <= 2 or not any(ends):  # noqa: PLR2004 (an interval has two ends)
        message = "Give a day, a moment, or an interval of two, of which one may be “..”."
        raise FilterRefusedError(message)
    begins, finishes = ends[0], ends[-1]
    if begins and finishes and _first(begins) > _last(finishes):
        message = "This interval ends before it begins."
        raise FilterRefusedError(message)
    found = Q()
    if begins:
        found &= Q(occurred_latest__gte=begins) if isinstance(begins, datetime) else Q(day_last__gte=begins)
    if finishes:
        found &= Q(occurred_earliest__lte=finishes) if isinstance(finishes, datetime) else Q(day_first__lte=finishes)
    return found


def _instant(text: str) -> date | datetime:
    day = read_day(text)
    found = day.date() if day else read_moment(text)
    if found is None:
        message = f"“{text[:40]}” is neither a day such as 2024-01-05 nor a moment such as 2024-01-05T12:00:00Z."
        raise FilterRefusedError(message)
    return found


def _first(instant: date | datetime) -> datetime:
    return instant if isinstance(instant, datetime) else datetime.combine(instant, time.min, UTC)


def _last(instant: date | datetime) -> datetime:
    return instant if isinstance(instant, datetime) else datetime.combine(instant, time.max, UTC)
