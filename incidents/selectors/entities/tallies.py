"""Everybody and everything that the incidents of a query name, by code, with the number of those incidents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import connections
from django.db.models import Count, F

from incidents.choices import ElementKind, NameKind
from incidents.filters import Query
from incidents.models.record import PublishedElement, PublishedIncident
from incidents.querysets.record import PUBLIC
from incidents.selectors.columns import reader
from incidents.selectors.names import COLUMNS, MANY
from incidents.selectors.record_elements import Spot

HOLDERS: Final = {
    NameKind.SOURCE: (ElementKind.SOURCE, "uid", "uuid"),
    NameKind.PUBLISHER: (ElementKind.SOURCE, "about", "text"),
    NameKind.ACTOR: (ElementKind.ACTOR, "about", "text"),
}
"""In which kind of element each is told of, by which column it is found there, and the type of that."""

NEWEST: Final = """
    SELECT code::text, spot.* FROM unnest(%s::{type}[]) AS code CROSS JOIN LATERAL (
        SELECT element.row_id, row.public_id, element.kind, element.number
        FROM record_element AS element JOIN record_published_incident AS row ON row.version_id = element.row_id
        WHERE element.kind = %s AND element.{column} = code AND row.status = 'live' AND {held}
        ORDER BY element.row_id DESC LIMIT 1
    ) AS spot
"""
"""For each of some codes the newest document that tells of it: one step in the index for each."""

NOW: Final = "upper(row.known) IS NULL"
THEN: Final = "row.known @> %s::timestamptz"


class Tally(NamedTuple):
    """A code, and how many incidents name it."""

    code: str
    incidents: int


@dataclass(frozen=True)
class Tallies:
    """Whom or what of a kind the incidents of a query name; where ``among`` is set, only those codes count."""

    query: Query
    kind: NameKind
    among: Sequence[str] | None = None

    def after(self, code: str, number: int) -> list[Tally]:
        """The first ``number`` after a code, in the order of their codes, which is that of their bytes."""
        question = f'{self._chosen} AND code > %s COLLATE "C" GROUP BY code ORDER BY code COLLATE "C" LIMIT %s'
        found = self._ask(f"SELECT code, count(*) {question}", code, number)
        return [Tally(*one) for one in found]

    def number(self) -> int:
        """How many there are."""
        ((number,),) = self._ask(f"SELECT count(DISTINCT code) {self._chosen}")
        return int(number)

    @property
    def _chosen(self) -> str:
        column = COLUMNS[self.kind]
        code = f"unnest({column})" if self.kind in MANY else column
        chosen = " AND code = ANY(%s)" if self.among is not None else ""
        return f"FROM (SELECT {code} AS code FROM base) AS named WHERE code <> ''{chosen}"  # noqa: S608  our own columns

    def _ask(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        asked = reader()
        rows = asked.rows(self.query).values(COLUMNS[self.kind])
        return asked.over(rows, question, *([list(self.among)] if self.among is not None else []), *values)


def number_of_incidents(query: Query) -> int:
    """How many incidents a query finds."""
    asked = reader()
    number: int = asked.numbers(asked.rows(query), number=Count("pk"))["number"]
    return number


def sources_of(publishers: Sequence[str]) -> list[str]:
    """The ids of every source of some publishers that a document cites or cited."""
    found = PublishedElement.objects.public().filter(kind=ElementKind.SOURCE, about__in=publishers)
    return [str(uid) for uid in found.order_by().values_list("uid", flat=True).distinct()]


def newest_spots(kind: NameKind, codes: Sequence[str], *, as_of: datetime | None) -> dict[str, Spot]:
    """Where the newest document that tells of each source, publisher or actor does so, by code."""
    holder, column, sort = HOLDERS[kind]
    statement = NEWEST.format(type=sort, column=column, held=THEN if as_of else NOW)
    with connections[PUBLIC].cursor() as cursor:
        cursor.execute(statement, [list(codes), holder, *([as_of] if as_of else [])])
        return {code: Spot(*spot) for code, *spot in cursor.fetchall()}


def newest_places(codes: Sequence[str], *, as_of: datetime | None) -> dict[str, dict[str, Any]]:
    """Each place in the words of the newest document that names it, by code; without a position."""
    rows = PublishedIncident.objects.public().as_of(as_of).live().filter(place_code__in=codes)
    newest = rows.order_by("place_code", "-pk").distinct("place_code")
    told = ("demonstration", "country_code", "country_name", "province_code", "province_name")
    names = {
        "native_name": "version__content__place__native_name",
        "other_names": "version__content__place__other_names",
    }
    found = newest.values("place_code", *told, name=F("place_name"), **{key: F(path) for key, path in names.items()})
    return {one.pop("place_code"): one for one in found}
