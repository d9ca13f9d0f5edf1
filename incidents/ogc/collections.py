"""What a collection is, and which there are."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.gis.geos import GEOSGeometry
from django.db.models import BooleanField, Expression, QuerySet
from django.utils.functional import Promise

from incidents.exchange.formats.objects import written
from incidents.filters import Query
from incidents.ogc.crs import Order
from incidents.ogc.properties import Property, by_name
from incidents.querysets.record import PublishedIncidentQuerySet

Rows = QuerySet[Any, Any]
Edges = tuple[float, float, float, float]


@dataclass(frozen=True)
class Feature:
    """A feature: its id, its geometry as the database writes it in GeoJSON, and its properties as JSON holds them."""

    id: str
    geometry: str | None
    properties: Mapping[str, Any]

    def text(self, *more: str) -> str:
        """The feature in GeoJSON, with further members after the others."""
        members = [
            '"type":"Feature"',
            f'"id":{written(self.id)}',
            f'"geometry":{self.geometry or "null"}',
            f'"properties":{written(self.properties)}',
            *more,
        ]
        return f"{{{','.join(members)}}}"


@dataclass(frozen=True)
class Extent:
    """The box, in degrees, and the time that hold all features of a collection; none where there are none."""

    box: Edges | None
    begins: datetime | None
    ends: datetime | None


@dataclass(frozen=True)
class Elsewhere:
    """The id that a feature lives on under."""

    id: str


class Collection(ABC):
    """Features of one kind. What is shared by all collections asks here; what differs is below."""

    id: ClassVar[str]
    title: ClassVar[str | Promise]
    about: ClassVar[str | Promise]
    ids: ClassVar[re.Pattern[str]]
    geometry: ClassVar[str] = "geometry"
    properties: ClassVar[Mapping[str, Property]]
    without: ClassVar[frozenset[str]] = frozenset()
    """The filters of the record that mean nothing here."""

    identifier: ClassVar[str] = ""
    """The property that is the id of a feature, and so is not said again among its properties."""

    summary: ClassVar[tuple[str, ...]]
    """The properties that a list on a page shows; the first is what a feature is called."""

    @cached_property
    def queryables(self) -> Mapping[str, Property]:
        """The properties that features can be found by."""
        return by_name(one for one in self.properties.values() if one.expression is not None)

    @abstractmethod
    def rows(self, found: PublishedIncidentQuerySet) -> Rows:
        """The rows of the features that some incidents make, in no order; each has every queryable."""

    @abstractmethod
    def ordered(self, rows: Rows, query: Query) -> Rows:
        """The same in the order in which they are handed out."""

    @abstractmethod
    def after(self, rows: Rows, query: Query, last: str) -> Rows:
        """Those of ordered rows that follow the feature ``last``."""

    @abstractmethod
    def called(self, rows: Rows, name: str) -> Rows:
        """The row of one feature."""

    def standing(self, name: str, moment: datetime | None) -> object:
        """What a feature changes with, beside the state of the record; or ``Elsewhere``.

        Raises:
            ProblemError: it is not there, for a reason that everybody may know.
            Http404: it is not there.
        """
        del name, moment
        return None

    @abstractmethod
    def keys(self, rows: Rows) -> list[tuple[str, Any]]:
        """The id of every feature, and what it is read again by."""

    def count(self, rows: Rows, query: Query | None) -> int:
        """How many features there are; where the filters of the record alone decide, ``query`` is what they say."""
        del query
        return rows.count()

    @abstractmethod
    def features(
        self, rows: Rows, keys: Sequence[Any], moment: datetime | None, order: Order
    ) -> Iterator[list[Feature]]:
        """The features behind keys of ``rows``, in their order, some at a time."""

    @abstractmethod
    def intersects(self, geometry: GEOSGeometry) -> Expression:
        """That the geometry of a feature meets another; unknown where it has none."""

    @abstractmethod
    def undrawn(self) -> Expression:
        """That a feature has no geometry."""

    @abstractmethod
    def extent(self) -> Extent:
        """Where and when its features are."""


def truth() -> BooleanField[bool, bool]:
    return BooleanField(null=True)
