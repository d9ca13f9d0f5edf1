"""The collection of actors' areas: in which provinces each is named for an incident, on what grounds, and how often.

An area of operations is a claim that the record does not hold, and none is drawn here: a shape around incidents would
be one of ours. What it does know is for which incidents somebody names an actor, and in which province these are.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Max, Min, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from incidents.choices import AttributionKind, ElementKind, NameKind, Polarity, Verification
from incidents.exchange.columns import Kind
from incidents.filters import Query
from incidents.ogc.collections import Feature, Rows
from incidents.ogc.crs import Order
from incidents.ogc.properties import Property, by_name
from incidents.ogc.provinces import NAMED, Provinces, outlines
from incidents.presenting.frame import absolute
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.rules.moments import spelt_moment
from incidents.selectors.names import labels

GROUNDS: Final = tuple(kind.value for kind in AttributionKind if kind != AttributionKind.DENIAL)
STANDING: Final = tuple(one for one in Verification if one not in {Verification.WITHDRAWN, Verification.REFUTED})
NAMING: Final = Q(
    elements__kind=ElementKind.ATTRIBUTION,
    elements__polarity=Polarity.AFFIRMED,
    elements__subject__in=GROUNDS,
    elements__verification__in=STANDING,
)
"""Attributions that stand and say that somebody did it."""

PROPERTIES: Final = (
    Property("actor_code", Kind.TEXT, _("The actor, by its short name."), expression=F("actor_code")),
    Property("actor_name", Kind.TEXT, _("Its name.")),
    Property("province_code", Kind.TEXT, _("Province or state, ISO 3166-2."), expression=F("province_code")),
    Property("province_name", Kind.TEXT, _("The name of the province."), expression=F("province")),
    Property("country_iso2", Kind.TEXT, _("Country, ISO 3166-1, two letters."), expression=F("country_iso2")),
    Property("country_name", Kind.TEXT, _("The name of the country."), expression=F("country")),
    Property(
        "incidents",
        Kind.INTEGER,
        _(
            "Incidents that the filters find here and for which a claim that stands names the actor itself; no part is "
            "counted beside the whole that it belongs to. To be named is not to be found guilty."
        ),
        expression=F("incidents"),
    ),
    Property("grounds", Kind.LIST, _("On which grounds it is named for them."), GROUNDS, F("grounds")),
    Property(
        "first", Kind.MOMENT, _("The earliest moment at which one of them may have happened."), expression=F("first")
    ),
    Property("last", Kind.MOMENT, _("The latest moment at which one of them may have happened."), expression=F("last")),
    Property("attributions_url", Kind.TEXT, _("Every claim that names it there, with who says so and their words.")),
)


class ActorsAreas(Provinces):
    """Every actor in every province in which it is named for an incident."""

    id = "actors_areas"
    title = _("Actors by province")
    about = _(
        "Where actors are named: a feature for each actor and each province (ISO 3166-2) with incidents for which "
        "somebody names it, with how many these are and on which grounds. Denials, and claims that were refuted or "
        "withdrawn, do not count. It is no area of operations: the record holds no such claim. The geometry is the "
        "outline of the province where the record draws one; else it is null."
    )
    ids = re.compile(r"[-\w]{1,80}\.[^\0/,]{1,10}")
    properties = by_name(PROPERTIES)
    behind = MappingProxyType({"province_name": "province", "country_name": "country"})
    summary = ("actor_name", "province_name", "country_name", "incidents", "grounds")

    def counted(self, found: PublishedIncidentQuerySet) -> PublishedIncidentQuerySet:
        return super().counted(found).filter(NAMING)

    def rows(self, found: PublishedIncidentQuerySet) -> Rows:
        grouped = self.counted(found.wholes()).values("province_code", actor_code=F("elements__about"))
        return grouped.annotate(
            province=Max("province_name"),
            country_iso2=Max("country_code"),
            country=Max("country_name"),
            incidents=Count("pk", distinct=True),
            grounds=ArrayAgg("elements__subject", distinct=True, order_by="elements__subject"),
            first=Min("occurred_earliest"),
            last=Max("occurred_latest"),
            outline=Max("pk", filter=NAMED),
        )

    def ordered(self, rows: Rows, query: Query) -> Rows:  # noqa: ARG002 (there is one order)
        return rows.order_by("actor_code", "province_code")

    def after(self, rows: Rows, query: Query, last: str) -> Rows:  # noqa: ARG002 (there is one order)
        actor, _dot, province = last.partition(".")
        return rows.filter(Q(actor_code__gt=actor) | Q(actor_code=actor, province_code__gt=province))

    def called(self, rows: Rows, name: str) -> Rows:
        actor, _dot, province = name.partition(".")
        return rows.filter(actor_code=actor, province_code=province)

    def keys(self, rows: Rows) -> list[tuple[str, Any]]:
        return [(".".join(key), key) for key in (key_of(row) for row in rows)]

    def features(
        self,
        rows: Rows,
        keys: Sequence[Any],
        moment: datetime | None,
        order: Order,
    ) -> Iterator[list[Feature]]:
        actors, provinces = ({key[place] for key in keys} for place in (0, 1))
        some = rows.filter(actor_code__in=actors, province_code__in=provinces)
        found = {key_of(row): row for row in some}
        names = labels({NameKind.ACTOR: actors})[NameKind.ACTOR] if keys else {}
        drawn = outlines([found[key]["outline"] for key in keys], order)
        for key in keys:
            found[key]["actor_name"] = names.get(key[0], key[0])
            found[key]["attributions_url"] = attributions(key, moment)
        yield [Feature(".".join(key), drawn.get(found[key]["outline"]), self.said(found[key])) for key in keys]


def key_of(row: dict[str, Any]) -> tuple[str, str]:
    """The actor and the province of a feature."""
    return row["actor_code"], row["province_code"]


def attributions(key: tuple[str, str], moment: datetime | None) -> str:
    """Where the API lists the claims behind a feature, now or at a moment."""
    asked = {"names": key[0], "province": key[1], **({"as_of": spelt_moment(moment)} if moment else {})}
    return absolute(f"{reverse('api:attributions')}?{urlencode(asked)}")
