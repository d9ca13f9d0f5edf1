"""Where places are used: what a merge of one would touch, and what readers know of it."""

from typing import Final

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from incidents.choices import PlaceKind, State
from incidents.models import Incident, LocationAssertion, Place

AREAS: Final = (PlaceKind.COUNTRY, PlaceKind.PROVINCE)


def is_own(place: Place) -> bool:
    """Whether the desk added it: what was loaded below the provinces has a GeoNames id."""
    return place.geonames_id is None and place.kind not in AREAS


def stake_of(place: Place) -> dict[str, list[int]]:
    """What would move if the place were merged into another."""
    used = {
        "claims": LocationAssertion.objects.filter(place=place),
        "incidents": Incident.objects.filter(place=place),
        "parts": Place.objects.filter(parent=place),
    }
    return {name: list(rows.order_by("pk").values_list("pk", flat=True)) for name, rows in used.items()}


def incidents_at(place: Place) -> QuerySet[Incident]:
    """Incidents in which a claim uses the place."""
    used = Q(assertions__location__place=place) | Q(place=place)
    return Incident.objects.filter(pk__in=Incident.objects.order_by().filter(used).values("pk"))


def public_incidents_at(place: Place) -> list[Incident]:
    """Those among them that readers know."""
    known = incidents_at(place).filter(published_number__gt=0).exclude(state=State.MERGED)
    return list(known.order_by("public_id", "pk"))


def apart(lost: Place, kept: Place) -> str:
    """Why two places are never one, or the one is never merged away."""
    if not is_own(lost):
        return _("“%(name)s” is of the gazetteer, and stays. Merge what the desk added into it.") % {"name": lost.name}
    if lost.country_code != kept.country_code:
        return _("The two lie in different countries: they cannot be one.")
    return ""
