"""Add to the gazetteer what the loaded one lacks: villages, islands, sites."""

from typing import Final

import pghistory
from django.contrib.gis.db.models.functions import Distance
from django.contrib.gis.geos import Point
from django.db import transaction

from accounts.models import User
from incidents import policies
from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.rules.folding import by_fold
from incidents.selectors.entries import living
from incidents.services.writing import write

SAME_PLACE_DEGREES: Final = 0.5
"""Two places of one name, kind and country within this distance (some 50 km) are the same."""

OFFSHORE_DEGREES: Final = 0.3
"""How far an island or a harbour may lie outside its simplified province."""


@transaction.atomic
def record_place(
    *, actor: User, name: str, kind: PlaceKind, country_code: str, point: Point, names: tuple[str, ...] = ()
) -> Place:
    """Record a place, or return the one of this name, kind and country close by. ``point`` is WGS 84.

    Its province is the one that contains it, or the nearest within reach; failing that, its country.

    Raises:
        NotAllowedError: this person may not.
        ValidationError: a field is wrong.
    """
    policies.may_log(actor).require()
    spelt = by_fold([name.strip(), *names])
    of_this_name = Place.objects.of_kind(kind).filter(
        country_code=country_code, search_names__contains=f"\n{next(iter(spelt))}\n"
    )
    known = of_this_name.filter(point__dwithin=(point, SAME_PLACE_DEGREES)).first()
    if known:
        return living(known)
    parent = _containing(country_code, point)
    place = Place(
        kind=kind,
        name=name.strip(),
        alternate_names=[other for other in spelt.values() if other != name.strip()],
        search_names="\n" + "".join(f"{folded}\n" for folded in spelt),
        country_code=country_code,
        country_code3=parent.country_code3 if parent else "",
        province_code=parent.province_code if parent else "",
        parent=parent,
        point=point,
    )
    with pghistory.context(user=actor.pk, verb="record_place"):
        write(place)
    return place


def _containing(country_code: str, point: Point) -> Place | None:
    provinces = Place.objects.of_kind(PlaceKind.PROVINCE).filter(country_code=country_code)
    near = provinces.filter(extent__dwithin=(point, OFFSHORE_DEGREES))
    closest = near.annotate(away=Distance("extent", point)).order_by("away", "pk").first()
    return closest or Place.objects.of_kind(PlaceKind.COUNTRY).filter(country_code=country_code).first()
