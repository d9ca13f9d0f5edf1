"""The collection of incidents: the rows and columns of a download, drawn no more finely."""

from array import array
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, ClassVar, Final

from django.contrib.gis.db.models import Extent as Box
from django.contrib.gis.db.models import GeometryField
from django.contrib.gis.geos import GEOSGeometry
from django.db.models import Case, Expression, F, Func, Max, Min, Q, Value, When
from django.db.models.functions import NullIf
from django.db.models.lookups import IsNull
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents import choices
from incidents.api.cursors import rows_after
from incidents.api.parameters import PUBLIC_ID
from incidents.api.problems import NotYetError, WithdrawnError
from incidents.api.serializers.fields import said
from incidents.exchange.cells import properties
from incidents.exchange.columns import COLUMNS, Column, Kind
from incidents.exchange.items import Item
from incidents.filters import SORTS, Query, read_query
from incidents.ogc.collections import Collection, Elsewhere, Extent, Feature, Rows, truth
from incidents.ogc.crs import Order
from incidents.ogc.properties import Property, by_name
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.selectors.record import first_published, lives_on_in, published_incident
from incidents.selectors.record_downloads import pages_of
from incidents.selectors.record_queries import POINTS, counted_to

FIELDS: Final = {
    "id": "public_id",
    "version": "version__number",
    "published_at": "version__published_at",
    "part_of": "parent",
    "country_iso2": "country_code",
    "attack_family": "family",
    "attribution_grounds": "attribution_kinds",
    "origins": "origin_count",
} | {
    name: name
    for name in (
        *("title", "occurred_earliest", "occurred_latest", "occurred_precision", "occurred_edtf", "place_name"),
        *("country_name", "province_code", "province_name", "place_precision", "uncertainty_m", "attack_types"),
        *("weapon_types", "target_types", "tactics", "attribution_state", "actors", "killed_low", "killed_best"),
        *("killed_high", "wounded_low", "wounded_best", "wounded_high", "has_warning", "source_count", "publishers"),
        *("languages", "definition", "claim_state", "verifications", "under_review", "demonstration"),
    )
}
"""The columns that incidents are found by, each with the field behind it."""

CODES: Final = {
    "occurred_precision": choices.DatePrecision,
    "place_precision": choices.PlacePrecision,
    "attack_family": choices.AttackFamily,
    "attack_types": choices.AttackType,
    "weapon_types": choices.WeaponType,
    "target_types": choices.TargetType,
    "tactics": choices.Tactic,
    "attribution_state": choices.AttributionState,
    "attribution_grounds": choices.AttributionKind,
    "definition": choices.Definition,
    "claim_state": choices.ClaimState,
    "verifications": choices.Verification,
}
EVERYTHING: Final = 2**31
"""More incidents than there can be: a count goes to its end."""

TOLLS: Final = ("killed", "wounded")


def behind(column: Column) -> Expression | F | None:
    """What stands behind a column: null wherever a feature shows null."""
    field = FIELDS.get(column.name)
    if field is None:
        return None
    toll = column.name.partition("_")[0]
    if toll in TOLLS:
        return Case(When(~Q((f"{toll}_said_by", [])), then=F(field)))
    return NullIf(F(field), Value("")) if column.nullable and column.kind is Kind.TEXT else F(field)


def of_column(column: Column) -> Property:
    """A column of a download as a property of a feature."""
    codes = tuple(str(code) for code in CODES[column.name].values if code != "") if column.name in CODES else ()
    return Property(column.name, column.kind, column.meaning, codes, behind(column))


class Incidents(Collection):
    """Every incident that is public now, or was at a moment."""

    id: ClassVar[str] = "incidents"
    drawn: ClassVar[Q] = Q()
    """What is asked of the geometry of an incident for it to be in the collection."""

    title: ClassVar[str | Promise] = _("Incidents")
    about: ClassVar[str | Promise] = _(
        "Published incidents, each with the values that the record gives and who says so. A point is the middle of a "
        "circle of uncertainty_m metres; a district or province is its area; an incident of which only the country is "
        "known has no geometry. A number that nobody gives is null and never zero."
    )
    ids = PUBLIC_ID
    identifier = "id"
    properties = by_name(map(of_column, COLUMNS))
    summary = ("title", "id", "occurred_text", "place_name", "place_precision")

    def rows(self, found: PublishedIncidentQuerySet) -> Rows:
        return found.filter(self.drawn).order_by()

    def ordered(self, rows: Rows, query: Query) -> Rows:
        return rows.order_by(*SORTS[query.sort])

    def after(self, rows: Rows, query: Query, last: str) -> Rows:
        return rows_after(rows, query.sort, last)

    def called(self, rows: Rows, name: str) -> Rows:
        return rows.filter(public_id=name)

    def standing(self, name: str, moment: datetime | None) -> object:
        """Whether changes are under review; where a merged incident lives on. As in the API."""
        found = published_incident(name, as_of=moment)
        if found is None:
            first = first_published(name) if moment else None
            raise NotYetError(said(first)) if first else Http404
        if found.row.status == choices.PublicStatus.MERGED:
            return Elsewhere(lives_on_in(found.row, as_of=moment))
        if found.row.status == choices.PublicStatus.WITHDRAWN:
            withdrawn = said(found.version.published_at)
            raise WithdrawnError({"id": name, "reason": found.row.reason, "withdrawn_at": withdrawn})
        return found.row.under_review

    def keys(self, rows: Rows) -> list[tuple[str, Any]]:
        return list(rows.values_list("public_id", "pk"))

    def count(self, rows: Rows, query: Query | None) -> int:
        return counted_to(query, EVERYTHING) if query and not self.drawn else rows.count()

    def features(
        self,
        rows: Rows,  # noqa: ARG002 (a version never changes: its key is enough)
        keys: Sequence[Any],
        moment: datetime | None,
        order: Order,
    ) -> Iterator[list[Feature]]:
        form = "_".join(filter(None, ("geojson", order.value)))
        for page in pages_of(array("q", keys), drawn=form):
            yield [Feature(row["public_id"], row[form], self.said(Item(row, moment))) for row in page]

    def said(self, item: Item) -> dict[str, Any]:
        """The columns of a download, but the id, which a feature has beside them."""
        return {name: value for name, value in properties(item).items() if name != self.identifier}

    def intersects(self, geometry: GEOSGeometry) -> Expression:
        around = Value(geometry, output_field=GeometryField(srid=4326))
        return Func(F("geometry"), around, function="ST_Intersects", output_field=truth())

    def undrawn(self) -> Expression:
        return IsNull(F("geometry"), rhs=True)

    def extent(self) -> Extent:
        rows = self.rows(read_query({}).incidents())
        found = rows.aggregate(box=Box("geometry"), begins=Min("occurred_earliest"), ends=Max("occurred_latest"))
        return Extent(**found)


class Points(Incidents):
    """Those that are drawn as points: for programs whose layers have one kind of geometry."""

    id = "incidents_points"
    title = _("Incidents drawn as points")
    about = _(
        "The incidents known to the settlement or more finely, for programs whose layers have one kind of geometry. "
        "Each point is the middle of a circle of uncertainty_m metres."
    )
    drawn = Q(geometry__isnull=False, place_precision__in=POINTS)


class Areas(Incidents):
    """Those that are drawn as areas."""

    id = "incidents_areas"
    title = _("Incidents drawn as areas")
    about = _(
        "The incidents of which only the district or the province is known, each as that area, for programs whose "
        "layers have one kind of geometry. An incident may be anywhere in it."
    )
    drawn = Q(geometry__isnull=False) & ~Q(place_precision__in=POINTS)
