"""The parameters of a query: each names what it keeps."""

from datetime import date
from functools import cache
from typing import Any, Final

import django_filters
from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import Form
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import (
    AttackType,
    AttributionKind,
    AttributionState,
    ClaimState,
    DatePrecision,
    Definition,
    PlacePrecision,
    Tactic,
    TargetType,
    Verification,
    WeaponType,
)
from incidents.filters.parameters import (
    YES,
    YES_OR_NO,
    CodesFilter,
    DayFilter,
    MomentFilter,
    OneOfFilter,
    ReleaseFilter,
    TagsFilter,
    WholeNumberFilter,
    WordsFilter,
    YesNoFilter,
)
from incidents.filters.places import (
    METRES,
    MOST_KILOMETRES,
    USUAL_KILOMETRES,
    read_box,
    read_polygon,
    read_position,
    within_metres,
)
from incidents.models.record import PublishedIncident
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.rules.folding import fold
from incidents.rules.releases import LONGEST_TAG

SORTS: Final = {
    "-occurred": ("-occurred_latest", "-public_id"),
    "occurred": ("occurred_latest", "public_id"),
    "-published": ("-version_id",),
    "published": ("version_id",),
}

WIDER: Final = {Definition.STRICT: [Definition.STRICT], Definition.BROAD: [Definition.STRICT, Definition.BROAD]}
"""What is asked for by a definition: the broad one holds the strict one."""

DEFINITIONS: Final = [(Definition.STRICT.value, _("Strict")), (Definition.BROAD.value, _("Broad"))]


def at_least(name: str, label: Any, **options: Any) -> WholeNumberFilter:
    """A number that a column reaches."""
    return WholeNumberFilter(field_name=name, lookup_expr="gte", min_value=0, label=label, **options)


class IncidentForm(Form):
    """The parameters together: what one says that needs another."""

    def clean(self) -> dict[str, Any]:
        """Refuse a radius around nothing; a release stands for the moment of its cut-off, and is no second one.

        Raises:
            ValidationError: there is such a radius, or a moment beside a release.
        """
        found = super().clean() or {}
        if found.get("radius") is not None and not found.get("near") and "near" not in self.errors:
            self.add_error("radius", ValidationError(_("Say around which position: near=longitude,latitude.")))
        cut_off = found.pop("release", None)
        if cut_off and self.data.get("as_of"):
            self.add_error("release", ValidationError(_("Give a release or a moment (as_of), not both.")))
        elif cut_off:
            found["as_of"] = cut_off
        return found


class IncidentFilter(django_filters.FilterSet):
    """The parameters. Each names what it keeps; leaving it out keeps everything."""

    q = django_filters.CharFilter(method="search", label=_("Words"), max_length=200)
    since = DayFilter(method="on_or_after", label=_("From"))
    until = DayFilter(method="on_or_before", label=_("To"), last=True)
    bbox = django_filters.CharFilter(method="inside", label=_("In the box west, south, east, north"))
    polygon = django_filters.CharFilter(method="inside_polygon", label=_("Inside the polygon"), max_length=4_000)
    near = django_filters.CharFilter(method="around", label=_("Near longitude, latitude"))
    radius = django_filters.NumberFilter(
        method="keep", min_value=1, max_value=MOST_KILOMETRES, label=_("Radius in kilometres")
    )
    country = WordsFilter(field_name="country_code", label=_("Country"))
    province = WordsFilter(field_name="province_code", label=_("Province"))
    place = WordsFilter(field_name="place_code", label=_("Place"))
    attack_type = CodesFilter(field_name="attack_types", choices=AttackType, label=_("Attack type"))
    weapon_type = CodesFilter(field_name="weapon_types", choices=WeaponType, label=_("Weapon type"))
    target_type = CodesFilter(field_name="target_types", choices=TargetType, label=_("Target type"))
    tactic = CodesFilter(field_name="tactics", choices=Tactic, label=_("Tactic"))
    actor = TagsFilter(field_name="actor_tree", label=_("Actor, with its branches"))
    attribution_kind = CodesFilter(
        field_name="attribution_kinds", choices=AttributionKind, label=_("Ground of attribution")
    )
    attribution = OneOfFilter(field_name="attribution_state", choices=AttributionState, label=_("Attribution"))
    claim = OneOfFilter(field_name="claim_state", choices=ClaimState, label=_("Responsibility claimed"))
    verification = CodesFilter(
        field_name="verifications", choices=Verification, label=_("Verification of at least one claim")
    )
    precision = OneOfFilter(field_name="place_precision", choices=PlacePrecision, label=_("Location precision"))
    date_precision = OneOfFilter(field_name="occurred_precision", choices=DatePrecision, label=_("Date precision"))
    publisher = TagsFilter(field_name="publisher_ids", label=_("Publisher"))
    source = TagsFilter(field_name="source_ids", label=_("Source"))
    language = TagsFilter(field_name="languages", label=_("Language of a source"))
    warning = YesNoFilter(field_name="has_warning", label=_("A warning is on record"))
    definition = django_filters.ChoiceFilter(method="defined", choices=DEFINITIONS, label=_("Definition"))
    killed_min = WholeNumberFilter(method="killed_at_least", min_value=0, label=_("Killed, at least"))
    killed_max = WholeNumberFilter(method="killed_at_most", min_value=0, label=_("Killed, at most"))
    wounded_min = WholeNumberFilter(method="wounded_at_least", min_value=0, label=_("Wounded, at least"))
    wounded_max = WholeNumberFilter(method="wounded_at_most", min_value=0, label=_("Wounded, at most"))
    origins_min = at_least("origin_count", _("Independent origins, at least"))
    mapped = django_filters.TypedChoiceFilter(
        method="drawn", choices=YES_OR_NO, coerce=YES.__eq__, label=_("Has a location that may be drawn")
    )
    part = django_filters.TypedChoiceFilter(
        method="parts", choices=YES_OR_NO, coerce=YES.__eq__, label=_("Part of another incident")
    )
    part_of = django_filters.CharFilter(field_name="parent", max_length=20, label=_("Part of incident"))
    as_of = MomentFilter(method="keep", label=_("As the record stood on"))
    release = ReleaseFilter(method="keep", max_length=LONGEST_TAG, label=_("Release"))
    sort = django_filters.ChoiceFilter(
        method="keep", choices=[(name, name) for name in SORTS], empty_label=None, label=_("Order")
    )

    class Meta:
        model = PublishedIncident
        form = IncidentForm
        fields: tuple[str, ...] = ()

    @classmethod
    @cache
    def _form_class(cls) -> type[Form]:
        made: type[Form] = super(IncidentFilter, cls(QueryDict())).get_form_class()
        return made

    def get_form_class(self) -> type[Form]:
        """The form of the parameters, which is the same for every query."""
        return self._form_class()

    def search(self, queryset: PublishedIncidentQuerySet, _name: str, value: str) -> PublishedIncidentQuerySet:
        """Keep what holds all the words, whatever their spelling; an id finds its incident."""
        words = fold(value)
        if not words:
            return queryset
        return queryset.filter(
            Q(search=SearchQuery(words, config="simple", search_type="plain")) | Q(search_text__contains=words)
        )

    def on_or_after(self, queryset: PublishedIncidentQuerySet, _name: str, value: date) -> PublishedIncidentQuerySet:
        """Keep what may have happened on the day or later, by the calendar of the place."""
        return queryset.filter(day_last__gte=value)

    def on_or_before(self, queryset: PublishedIncidentQuerySet, _name: str, value: date) -> PublishedIncidentQuerySet:
        """Keep what may have happened on the day or earlier, by the calendar of the place."""
        return queryset.filter(day_first__lte=value)

    def inside(self, queryset: PublishedIncidentQuerySet, _name: str, value: str) -> PublishedIncidentQuerySet:
        """Keep what is drawn in the box, which may cross the antimeridian."""
        return queryset.filter(geometry__intersects=read_box(value))

    def inside_polygon(self, queryset: PublishedIncidentQuerySet, _name: str, value: str) -> PublishedIncidentQuerySet:
        """Keep what is drawn in the polygon, whose sides are straight in degrees."""
        return queryset.filter(geometry__intersects=read_polygon(value))

    def around(self, queryset: PublishedIncidentQuerySet, _name: str, value: str) -> PublishedIncidentQuerySet:
        """Keep what is drawn within the radius, measured on the ellipsoid."""
        kilometres = self.form.cleaned_data["radius"] or USUAL_KILOMETRES
        position, metres = read_position(value), float(kilometres) * METRES
        return queryset.on_map().filter(within_metres("geometry", position, metres))

    def drawn(self, queryset: PublishedIncidentQuerySet, _name: str, value: bool) -> PublishedIncidentQuerySet:  # noqa: FBT001 (called by django-filter)
        """Keep what the map shows, or what it cannot show."""
        return queryset.filter(geometry__isnull=not value)

    def defined(self, queryset: PublishedIncidentQuerySet, _name: str, value: str) -> PublishedIncidentQuerySet:
        """Keep what meets the strict definition, or the broad one, which holds it."""
        return queryset.filter(definition__in=WIDER[Definition(value)])

    def killed_at_least(self, queryset: PublishedIncidentQuerySet, _name: str, value: int) -> PublishedIncidentQuerySet:
        """Keep what surely killed that many: by the low figure or, where there is none, the best."""
        return queryset.filter(Q(killed_low__gte=value) | Q(killed_low__isnull=True, killed_best__gte=value))

    def killed_at_most(self, queryset: PublishedIncidentQuerySet, _name: str, value: int) -> PublishedIncidentQuerySet:
        """Keep what surely killed no more: by the high figure or, where there is none, the best."""
        return queryset.filter(Q(killed_high__lte=value) | Q(killed_high__isnull=True, killed_best__lte=value))

    def wounded_at_least(
        self, queryset: PublishedIncidentQuerySet, _name: str, value: int
    ) -> PublishedIncidentQuerySet:
        """Keep what surely wounded that many."""
        return queryset.filter(Q(wounded_low__gte=value) | Q(wounded_low__isnull=True, wounded_best__gte=value))

    def wounded_at_most(self, queryset: PublishedIncidentQuerySet, _name: str, value: int) -> PublishedIncidentQuerySet:
        """Keep what surely wounded no more."""
        return queryset.filter(Q(wounded_high__lte=value) | Q(wounded_high__isnull=True, wounded_best__lte=value))

    def parts(self, queryset: PublishedIncidentQuerySet, _name: str, value: bool) -> PublishedIncidentQuerySet:  # noqa: FBT001 (called by django-filter)
        """Keep the parts of other incidents on record, or everything but those."""
        condition = queryset.is_part(self.form.cleaned_data["as_of"])
        return queryset.filter(condition if value else ~condition)

    def keep(self, queryset: PublishedIncidentQuerySet, _name: str, _value: object) -> PublishedIncidentQuerySet:
        """Say nothing here: the order, the moment and the radius are applied where the whole query is known."""
        return queryset
