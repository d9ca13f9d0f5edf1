"""The collection of provinces: how many incidents the record has in each, by the filters of the record."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar, Final

from django.contrib.gis.db.models import Extent as Box
from django.contrib.gis.geos import GEOSGeometry
from django.db.models import Case, Count, Expression, F, Max, Min, Q, Value, When
from django.db.models.lookups import In, IsNull
from django.utils.translation import gettext_lazy as _

from incidents.choices import PlacePrecision
from incidents.exchange.cells import spelt
from incidents.exchange.columns import Kind
from incidents.filters import Query, read_query
from incidents.models.record import PublishedIncident
from incidents.ogc.collections import Collection, Extent, Feature, Rows, truth
from incidents.ogc.crs import Order
from incidents.ogc.properties import Property, by_name
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.selectors.record_downloads import DRAWN

NAMED: Final = Q(place_precision=PlacePrecision.PROVINCE, geometry__isnull=False)
"""Rows whose geometry is the outline of their province."""

PROPERTIES: Final = (
    Property("code", Kind.TEXT, _("Province or state, ISO 3166-2."), expression=F("province_code")),
    Property("name", Kind.TEXT, _("Its name."), expression=F("name")),
    Property("country_iso2", Kind.TEXT, _("Country, ISO 3166-1, two letters."), expression=F("country_iso2")),
    Property("country_name", Kind.TEXT, _("The name of the country."), expression=F("country")),
    Property(
        "incidents",
        Kind.INTEGER,
        _("Incidents that the filters find here; no part is counted beside the whole that it belongs to."),
        expression=F("incidents"),
    ),
    Property(
        "known_to_the_province",
        Kind.INTEGER,
        _("How many of these are known to the province only: their geometry is its outline."),
        expression=F("vague"),
    ),
    Property(
        "first", Kind.MOMENT, _("The earliest moment at which one of them may have happened."), expression=F("first")
    ),
    Property("last", Kind.MOMENT, _("The latest moment at which one of them may have happened."), expression=F("last")),
)


class Provinces(Collection):
    """Every province that an incident is in."""

    id = "provinces"
    title = _("Provinces with counts")
    about = _(
        "Provinces and states (ISO 3166-2) that the record has incidents in, with how many. The filters of incidents "
        "and datetime say which are counted; bbox, filter and properties say which provinces are meant. A province has "
        "an outline where the record draws one, for an incident of which only the province is known; else its geometry "
        "is null, and its code joins it to a map of your own."
    )
    ids = re.compile(r"[^\0/,]{1,10}")
    properties = by_name(PROPERTIES)
    behind: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"code": "province_code", "country_name": "country", "known_to_the_province": "vague"}
    )
    """In the rows, where that has another name than the property."""

    without = frozenset({"sort"})
    summary: ClassVar[tuple[str, ...]] = ("name", "code", "country_name", "incidents")

    def counted(self, found: PublishedIncidentQuerySet) -> PublishedIncidentQuerySet:
        """Those of some incidents that a province may be counted by."""
        return found.order_by().exclude(province_code="")

    def rows(self, found: PublishedIncidentQuerySet) -> Rows:
        grouped = self.counted(found.wholes()).values("province_code")
        return grouped.annotate(
            name=Max("province_name"),
            country_iso2=Max("country_code"),
            country=Max("country_name"),
            incidents=Count("pk"),
            vague=Count("pk", filter=Q(place_precision=PlacePrecision.PROVINCE)),
            first=Min("occurred_earliest"),
            last=Max("occurred_latest"),
            outline=Max("pk", filter=NAMED),
        )

    def ordered(self, rows: Rows, query: Query) -> Rows:  # noqa: ARG002 (there is one order)
        return rows.order_by("province_code")

    def after(self, rows: Rows, query: Query, last: str) -> Rows:  # noqa: ARG002 (there is one order)
        return rows.filter(province_code__gt=last)

    def called(self, rows: Rows, name: str) -> Rows:
        return rows.filter(province_code=name)

    def keys(self, rows: Rows) -> list[tuple[str, Any]]:
        return [(row["province_code"],) * 2 for row in rows]

    def features(
        self,
        rows: Rows,
        keys: Sequence[Any],
        moment: datetime | None,  # noqa: ARG002 (nothing here leads to a page of the past)
        order: Order,
    ) -> Iterator[list[Feature]]:
        found = {row["province_code"]: row for row in rows.filter(province_code__in=keys)}
        drawn = outlines([row["outline"] for row in found.values()], order)
        yield [Feature(key, drawn.get(found[key]["outline"]), self.said(found[key])) for key in keys]

    def said(self, row: dict[str, Any]) -> dict[str, Any]:
        """The properties of a feature as JSON holds them."""
        values = {name: row[self.behind.get(name, name)] for name in self.properties}
        return {name: spelt(value) if isinstance(value, datetime) else value for name, value in values.items()}

    def intersects(self, geometry: GEOSGeometry) -> Expression:
        touching = (
            PublishedIncident.objects.public().filter(NAMED, geometry__intersects=geometry).order_by().values("pk")
        )
        met = When(In(F("outline"), touching), then=Value(value=True))
        return Case(When(self.undrawn(), then=None), met, default=Value(value=False), output_field=truth())

    def undrawn(self) -> Expression:
        return IsNull(F("outline"), rhs=True)

    def extent(self) -> Extent:
        rows = self.counted(read_query({}).incidents())
        found = rows.aggregate(
            box=Box("geometry", filter=NAMED), begins=Min("occurred_earliest"), ends=Max("occurred_latest")
        )
        return Extent(**found)


def outlines(rows: Iterable[int | None], order: Order) -> dict[int | None, str]:
    """The geometries of some rows as the database writes them in GeoJSON, by their keys."""
    form = DRAWN["_".join(filter(None, ("geojson", order.value)))]
    found = PublishedIncident.objects.public().filter(pk__in=[one for one in rows if one])
    return dict(found.order_by().annotate(drawn=form).values_list("pk", "drawn"))
