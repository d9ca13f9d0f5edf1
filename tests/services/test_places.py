"""A place that the gazetteer lacks, recorded."""

import pytest
from django.contrib.gis.geos import Point

from accounts.roles import Role
from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.services.places import record_place
from tests import making

pytestmark = pytest.mark.django_db


def village(name: str = "Mahan", *, longitude: float = 57.29) -> Place:
    return record_place(
        actor=making.person(Role.CONTRIBUTOR),
        name=name,
        kind=PlaceKind.SETTLEMENT,
        country_code="IR",
        point=Point(longitude, 30.06, srid=4326),
    )


def test_a_village_lies_in_the_province_around_it_and_is_found_by_its_name() -> None:
    city = making.kerman()
    made = village()
    assert (made.parent, made.province_code) == (city.parent, "IR-08")
    assert Place.objects.get(search_names__contains="\nmahan\n") == made


def test_the_same_place_is_not_recorded_twice_but_a_namesake_far_off_is() -> None:
    making.kerman()
    assert village() == village(longitude=57.31)
    assert village() != village(longitude=50.1)


def test_where_no_province_is_near_a_place_lies_in_its_country() -> None:
    making.kerman()
    country = Place.objects.get(kind=PlaceKind.COUNTRY)
    assert village("Somewhere", longitude=45.5).parent == country
