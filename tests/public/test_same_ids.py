"""One query string finds the same incidents in every form of the answer."""

import pytest
from django.test import Client

from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.services.publishing import publish
from tests.making import approved, claimed, desk, incident, kerman, published
from tests.public.reading import ids_of_feed, ids_of_geojson, ids_of_json, ids_of_page, listed

pytestmark = pytest.mark.django_db

QUERIES = [
    "",
    "country=IR",
    "country=AQ",
    "q=kerman",
    "q=گلستان",
    "attack_type=bombing",
    "attack_type=hijacking,bombing",
    "attribution=claimed",
    "attribution=claimed&attribution=unclaimed",
    "precision=province,country",
    "mapped=true",
    "killed_min=50",
    "since=2024-01-03&until=2024-01-03",
    "until=2023-12-31",
    "bbox=55,28,59,32",
    "bbox=170,-10,-170,10",
    "sort=occurred",
    "sort=-published",
    "part=true",
    "part=false",
    "part_of=INC-2024-000001",
    "as_of=2024-01-05T00:00:00Z",
]


@pytest.fixture
def record() -> None:
    team = desk()
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    whole = published(team, killed="84")
    published(team, title="The first of two blasts", killed="50", parent=whole)
    published(team, place=province, precision="province", when="March 2023")
    published(team, place=iran, precision="country", when="2022")
    made = incident(team.editor, title="An attack somebody claimed")
    claimed(team.editor, made)
    publish(actor=team.publisher, incident=approved(team, made))


@pytest.mark.usefixtures("record")
def test_page_list_map_and_api_agree(client: Client) -> None:
    for query in QUERIES:
        on_page = ids_of_page(client, query)
        assert ids_of_json(client, query) == on_page, query
        assert ids_of_geojson(client, query) == on_page, query
        assert client.get(f"/histogram.json?{query}").json()["count"] == len(on_page), query
        assert ids_of_feed(client, query) == set(on_page), query
        assert listed(client.get(f"/embed/?{query}&view=list")) == on_page, query
        assert [one["id"] for one in client.get(f"/api/v1/incidents/?{query}").json()["results"]] == on_page, query
        finds_nothing = any(part in query for part in ("country=AQ", "q=گلستان", "as_of", "170"))
        assert bool(on_page) is not finds_nothing, query
