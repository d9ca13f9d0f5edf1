"""How incidents are told in an answer: which members, what besides, in which form."""

from array import array
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Self

from django.http import QueryDict

from incidents.api.including import INCLUDE, Wanted, added_to, read_include
from incidents.api.parameters import MOST, MOST_EXPLAINED
from incidents.api.picking import FIELDS, WHOLE, Answer, Shape, only, read_fields, shape_of
from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.api.renderers import CsvRenderer, StixRenderer
from incidents.api.serializers.additions import GEOMETRY_TOO, HEAVY
from incidents.api.serializers.rows import IncidentRowSerializer, geometry
from incidents.exchange.columns import COLUMNS, NAMES, some_columns
from incidents.exchange.formats.delimited import header
from incidents.exchange.formats.delimited import rows as lines
from incidents.exchange.items import Item
from incidents.filters import HXL, QueryRefusedError, read_truth
from incidents.models.record import PublishedIncident
from incidents.selectors.record_downloads import pages_of

COLUMN_NAMES: Final[Shape] = dict.fromkeys(NAMES, WHOLE)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a reader wants of each incident: what is added, what is picked, and whether a table has HXL hashtags."""

    include: Wanted
    fields: Shape
    hxl: bool = False

    @classmethod
    def read(
        cls, params: QueryDict, known: frozenset[str], form: str, answer: type[Answer] = IncidentRowSerializer
    ) -> Self:
        """Understand ``include``, ``fields`` and ``hxl`` for an answer in a form.

        Raises:
            ParametersRefusedError: a value cannot be read, or this form has no place for it.
        """
        include, table = read_include(params, known), form == CsvRenderer.format
        wrong = []
        if table and include:
            wrong.append(Wrong(INCLUDE, "CSV has no place for it. Ask for JSON, GeoJSON or JSON Lines."))
        if form == StixRenderer.format:
            whole = "A bundle of STIX is always whole."
            wrong += [Wrong(name, whole) for name in (INCLUDE, FIELDS) if name in params]
        if HXL in params and not table:
            wrong.append(Wrong(HXL, "Only CSV has a row of HXL hashtags."))
        try:
            hxl = read_truth(params, HXL)
        except QueryRefusedError as error:
            wrong.append(Wrong(HXL, str(error), ("true", "false")))
        if wrong:
            raise ParametersRefusedError(wrong, known)
        fields = read_fields(params, known, COLUMN_NAMES if table else shape_of(answer))  # type: ignore[arg-type]  # classes have a hash
        return cls(include=include, fields=fields, hxl=hxl)

    @property
    def most(self) -> int:
        """How many incidents an answer may hold."""
        return MOST_EXPLAINED if self.include & HEAVY else MOST


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Rows of the record as an answer tells them.

    ``base`` is the address of the list, ``as_of`` the moment of record time that was asked for, and ``question`` how
    the address of a document asks for it.
    """

    wish: Wish
    base: str
    as_of: datetime | None = None
    question: str = ""

    def members(self, rows: list[PublishedIncident]) -> list[dict[str, Any]]:
        """As JSON."""
        return self._told(rows, self.wish.include)

    def features(self, rows: list[PublishedIncident]) -> list[dict[str, Any]]:
        """As GeoJSON, where the geometry has its own place."""
        told = self._told(rows, self.wish.include - {GEOMETRY_TOO})
        return [
            {"type": "Feature", "id": row.public_id, "geometry": geometry(row), "properties": properties}
            for row, properties in zip(rows, told, strict=True)
        ]

    def table(self, rows: list[PublishedIncident]) -> bytes:
        """As CSV, in the columns of a download."""
        columns = some_columns(self.wish.fields) if self.wish.fields else COLUMNS
        read = pages_of(array("q", [row.pk for row in rows]))
        items = [Item(row, self.as_of) for page in read for row in page]
        return header(columns, hxl=self.wish.hxl) + lines(items, columns)

    def _told(self, rows: list[PublishedIncident], include: Wanted) -> list[dict[str, Any]]:
        tell = IncidentRowSerializer(context={"base": self.base, "question": self.question}).to_representation
        more = added_to(rows, include)
        return [only({**tell(row), **one}, self.wish.fields, also=one) for row, one in zip(rows, more, strict=True)]
