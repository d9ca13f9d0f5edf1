"""What to find: the one filter set over the published record.

Page, API, tiles, exports, feeds and saved searches all read their query string through :func:`read_query`, so that the
same string gives the same ids everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Final
from urllib.parse import urlencode

import django_filters
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters.fields import IsoDateTimeField

from incidents.choices import (
    AttackType,
    AttributionKind,
    AttributionState,
    PlacePrecision,
    Tactic,
    TargetType,
    WeaponType,
)
from incidents.models.record import PublishedIncident
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.rules.folding import fold
from incidents.rules.moments import DAY, end_of_day, spelt_moment

PAGING: Final = frozenset({"page", "cursor", "limit", "format", "include"})
"""Parameters that say how an answer is handed out, not what is in it."""

MOST_LONGITUDE: Final = 180
MOST_LATITUDE: Final = 90

SORTS: Final = {
    "-occurred": ("-occurred_latest", "-public_id"),
    "occurred": ("occurred_latest", "public_id"),
    "-published": ("-version_id",),
    "published": ("version_id",),
}
DEFAULT_SORT: Final = "-occurred"

YES: Final = "true"
YES_OR_NO: Final = ((YES, _("Yes")), ("false", _("No")))


class QueryRefusedError(ValueError):
    """A query string that cannot be answered: ``errors`` holds the sentences by parameter."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        """Keep the sentences, parameter by parameter."""
        super().__init__("; ".join(f"{name}: {' '.join(sentences)}" for name, sentences in errors.items()))
        self.errors = errors


class ManyWidget(django_filters.widgets.BaseCSVWidget):
    """Several values with commas between them, in one parameter or, as a form sends them, in one for each."""

    def value_from_datadict(self, data: QueryDict, _files: object, name: str) -> list[str] | None:
        """Return every value given, once each, in order."""
        given = [part.strip() for text in data.getlist(name) for part in text.split(",")]
        return sorted({part for part in given if part}) or None


class CodesFilter(django_filters.BaseInFilter, django_filters.ChoiceFilter):
    """Codes, with commas between them: any of them is enough. ``field_name`` is an array column."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, widget=ManyWidget, **options)

    def filter(self, qs: PublishedIncidentQuerySet, value: list[str] | None) -> PublishedIncidentQuerySet:
        """Keep the rows that share a code with the query."""
        return qs.filter(**{f"{self.field_name}__overlap": value}) if value else qs


class OneOfFilter(django_filters.BaseInFilter, django_filters.ChoiceFilter):
    """Codes, with commas between them: any of them is enough. ``field_name`` is a plain column."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, widget=ManyWidget, **options)


class WordsFilter(django_filters.BaseInFilter, django_filters.CharFilter):
    """Free words, with commas between them: any of them is enough. ``field_name`` is a plain or an array column."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, widget=ManyWidget, **options)


class MomentField(IsoDateTimeField):
    """A moment in ISO 8601; a day alone stands for its end, UTC."""

    def to_python(self, value: Any) -> datetime | None:
        """Read a day or a moment."""
        moment: datetime | None = super().to_python(value)
        return end_of_day(moment.date()) if moment and DAY.fullmatch(str(value).strip()) else moment


class MomentFilter(django_filters.IsoDateTimeFilter):
    """A moment of record time."""

    field_class = MomentField


class IncidentFilter(django_filters.FilterSet):
    """The parameters. Each names what it keeps; leaving it out keeps everything."""

    q = django_filters.CharFilter(method="search", label=_("Words"), max_length=200)
    since = django_filters.DateFilter(method="on_or_after", label=_("From"))
    until = django_filters.DateFilter(method="on_or_before", label=_("To"))
    bbox = django_filters.CharFilter(method="inside", label=_("In the box west, south, east, north"))
    country = WordsFilter(field_name="country_code", lookup_expr="in", label=_("Country"))
    province = WordsFilter(field_name="province_code", lookup_expr="in", label=_("Province"))
    attack_type = CodesFilter(field_name="attack_types", choices=AttackType, label=_("Attack type"))
    weapon_type = CodesFilter(field_name="weapon_types", choices=WeaponType, label=_("Weapon type"))
    target_type = CodesFilter(field_name="target_types", choices=TargetType, label=_("Target type"))
    tactic = CodesFilter(field_name="tactics", choices=Tactic, label=_("Tactic"))
    actor = WordsFilter(field_name="actors", lookup_expr="overlap", label=_("Actor"))
    attribution_kind = CodesFilter(
        field_name="attribution_kinds", choices=AttributionKind, label=_("Ground of attribution")
    )
    attribution = OneOfFilter(field_name="attribution_state", choices=AttributionState, label=_("Attribution"))
    precision = OneOfFilter(field_name="place_precision", choices=PlacePrecision, label=_("Location precision"))
    warning = django_filters.TypedChoiceFilter(
        field_name="has_warning", choices=YES_OR_NO, coerce=YES.__eq__, label=_("A warning is on record")
    )
    killed_min = django_filters.NumberFilter(method="killed_at_least", min_value=0, label=_("Killed, at least"))
    origins_min = django_filters.NumberFilter(
        field_name="origin_count", lookup_expr="gte", min_value=0, label=_("Independent origins, at least")
    )
    mapped = django_filters.TypedChoiceFilter(
        method="drawn", choices=YES_OR_NO, coerce=YES.__eq__, label=_("Has a location that may be drawn")
    )
    part = django_filters.TypedChoiceFilter(
        method="parts", choices=YES_OR_NO, coerce=YES.__eq__, label=_("Part of another incident")
    )
    part_of = django_filters.CharFilter(field_name="parent", max_length=20, label=_("Part of incident"))
    as_of = MomentFilter(method="keep", label=_("As the record stood on"))
    sort = django_filters.ChoiceFilter(
        method="keep", choices=[(name, name) for name in SORTS], empty_label=None, label=_("Order")
    )

    class Meta:
        model = PublishedIncident
        fields: tuple[str, ...] = ()

    def search(self, queryset: PublishedIncidentQuerySet, _name: str, value: str) -> PublishedIncidentQuerySet:
        """Keep what holds all the words, whatever their spelling; an id finds its incident."""
        words = fold(value)
        if not words:
            return queryset
        return queryset.filter(
            Q(search=SearchQuery(words, config="simple", search_type="plain")) | Q(search_text__contains=words)
        )

    def on_or_after(self, queryset: PublishedIncidentQuerySet, _name: str, value: date) -> PublishedIncidentQuerySet:
        """Keep what may have happened on the day or later."""
        return queryset.filter(occurred_latest__gte=datetime.combine(value, time.min, UTC))

    def on_or_before(self, queryset: PublishedIncidentQuerySet, _name: str, value: date) -> PublishedIncidentQuerySet:
        """Keep what may have happened on the day or earlier."""
        return queryset.filter(occurred_earliest__lte=datetime.combine(value, time.max, UTC))

    def inside(self, queryset: PublishedIncidentQuerySet, _name: str, value: str) -> PublishedIncidentQuerySet:
        """Keep what is drawn in the box, which may cross the antimeridian."""
        return queryset.filter(geometry__intersects=read_box(value))

    def drawn(self, queryset: PublishedIncidentQuerySet, _name: str, value: bool) -> PublishedIncidentQuerySet:  # noqa: FBT001 (called by django-filter)
        """Keep what the map shows, or what it cannot show."""
        return queryset.filter(geometry__isnull=not value)

    def killed_at_least(self, queryset: PublishedIncidentQuerySet, _name: str, value: int) -> PublishedIncidentQuerySet:
        """Keep what surely killed that many: by the low figure or, where there is none, the best."""
        return queryset.filter(Q(killed_low__gte=value) | Q(killed_low__isnull=True, killed_best__gte=value))

    def parts(self, queryset: PublishedIncidentQuerySet, _name: str, value: bool) -> PublishedIncidentQuerySet:  # noqa: FBT001 (called by django-filter)
        """Keep the parts of other incidents on record, or everything but those."""
        condition = queryset.is_part(self.form.cleaned_data["as_of"])
        return queryset.filter(condition if value else ~condition)

    def keep(self, queryset: PublishedIncidentQuerySet, _name: str, _value: object) -> PublishedIncidentQuerySet:
        """Say nothing here: the order and the moment are applied to the whole query."""
        return queryset


@dataclass(frozen=True)
class Query:
    """A query string that has been understood: what to find, at which moment of record time, in which order."""

    filterset: IncidentFilter
    as_of: datetime | None
    sort: str

    def incidents(self) -> PublishedIncidentQuerySet:
        """The rows, through the public role, in a stable order."""
        return self.filterset.qs.order_by(*SORTS[self.sort])

    def ever(self) -> PublishedIncidentQuerySet:
        """The rows of every version there has been that match, whatever stands now: for what asks about the past."""
        found = IncidentFilter(self.filterset.data, queryset=PublishedIncident.objects.public())
        return found.qs

    @property
    def values(self) -> dict[str, object]:
        """The parameters that are set, by name, as Python values."""
        return {name: value for name, value in self.filterset.form.cleaned_data.items() if value not in EMPTY}

    @property
    def canonical(self) -> str:
        """The same query, one spelling: parameters and values in order, defaults left out."""
        values = {name: value for name, value in self.values.items() if (name, value) != ("sort", DEFAULT_SORT)}
        return urlencode({name: spelt(values[name]) for name in sorted(values)}, safe=",:")


EMPTY: Final[tuple[object, ...]] = (None, "", [], ())


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
    if data.get("bbox"):
        _check_box(str(data["bbox"]))
    if not filterset.is_valid():
        raise QueryRefusedError({name: [str(one) for one in found] for name, found in filterset.errors.items()})
    as_of = filterset.form.cleaned_data["as_of"]
    filterset.queryset = PublishedIncident.objects.public().live().as_of(as_of)
    return Query(filterset, as_of, filterset.form.cleaned_data["sort"] or DEFAULT_SORT)


def read_box(text: str) -> MultiPolygon:
    """A box of WGS 84 degrees, "west,south,east,north"; with west above east it crosses the antimeridian.

    Raises:
        ValidationError: it is no such box.
    """
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise ValidationError(_("Write a box as west,south,east,north in degrees.")) from None
    around = all(abs(edge) <= MOST_LONGITUDE for edge in (west, east))  # "nan" is beside every bound
    if not (around and -MOST_LATITUDE <= south <= north <= MOST_LATITUDE):
        raise ValidationError(_("Longitudes run from -180 to 180, latitudes from -90 to 90, south before north."))
    if west <= east:
        return MultiPolygon(Polygon.from_bbox((west, south, east, north)), srid=4326)
    halves = Polygon.from_bbox((west, south, 180, north)), Polygon.from_bbox((-180, south, east, north))
    return MultiPolygon(*halves, srid=4326)


def _check_box(text: str) -> None:
    try:
        read_box(text)
    except ValidationError as error:
        raise QueryRefusedError({"bbox": list(error.messages)}) from error


def _query_dict(params: Mapping[str, str]) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update(params)
    return data
