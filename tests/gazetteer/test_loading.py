"""Loading puts each place where it belongs, once."""

from io import StringIO

import pytest
from django.core.management import call_command

from incidents.choices import PlaceKind
from incidents.management.commands.load_gazetteer import features
from incidents.models import Place
from tests.gazetteer.conftest import Load


def test_a_city_knows_its_province_and_country(gazetteer: None) -> None:
    kerman = Place.objects.get(geonames_id=128234)
    assert (kerman.kind, kerman.country_code, kerman.country_code3) == (PlaceKind.SETTLEMENT, "IR", "IRN")
    assert kerman.province_code == "IR-08"
    assert kerman.parent is not None
    assert (kerman.parent.name, kerman.parent.kind) == ("Kerman", PlaceKind.PROVINCE)
    assert kerman.parent.parent is not None
    assert kerman.parent.parent.name == "Iran"


def test_a_city_has_its_native_name_and_a_radius(gazetteer: None) -> None:
    kerman = Place.objects.get(geonames_id=128234)
    assert (kerman.native_name, kerman.radius_m) == ("کرمان", 8_600)


def test_a_harbour_off_its_simplified_coast_belongs_to_the_nearest_province(gazetteer: None) -> None:
    assert Place.objects.get(name="Walvis Bay").province_code == "NA-ER"


def test_a_city_far_from_every_province_belongs_to_its_country(gazetteer: None) -> None:
    parent = Place.objects.get(name="Lüderitz").parent
    assert parent is not None
    assert (parent.kind, parent.name) == (PlaceKind.COUNTRY, "Namibia")


def test_a_city_of_a_country_without_outline_stands_alone(gazetteer: None) -> None:
    assert Place.objects.get(geonames_id=5362842).parent is None


def test_namibias_code_is_a_code(gazetteer: None) -> None:
    namibia = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="NA")
    assert (namibia.name, namibia.country_code3, namibia.population) == ("Namibia", "NAM", None)


def test_a_country_may_have_several_provinces_without_a_code(gazetteer: None) -> None:
    uncoded = Place.objects.of_kind(PlaceKind.PROVINCE).filter(country_code="NA", province_code="")
    assert [place.name for place in uncoded] == ["Khomas", "Omaheke"]


def test_loading_again_keeps_every_row(load: Load) -> None:
    first = load()
    before = list(Place.objects.order_by("pk").values_list("pk", "name", "parent_id"))
    assert load() == first == ["2 countries", "5 provinces", "5 cities"]
    assert list(Place.objects.order_by("pk").values_list("pk", "name", "parent_id")) == before


@pytest.mark.parametrize("name", ["countries", "provinces"])
def test_every_committed_area_has_a_name_and_a_country(name: str) -> None:
    key = "iso_a2" if name == "countries" else "country"
    assert all(each["properties"]["name"] and len(each["properties"][key]) == 2 for each in features(name))


def test_the_command_loads_everything_once_and_then_says_so(db: None) -> None:
    first, second = StringIO(), StringIO()
    call_command("load_gazetteer", stdout=first)
    call_command("load_gazetteer", stdout=second)
    assert "cities" in first.getvalue()
    assert second.getvalue() == "The gazetteer is loaded.\n"
    assert Place.objects.filter(province_code="IR-08", kind=PlaceKind.SETTLEMENT, name="Kerman").exists()
