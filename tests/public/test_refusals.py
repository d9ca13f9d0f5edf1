"""What cannot be answered is named, with what can; and never answered silently with something else."""

import pytest
from django.test import Client

from tests.api.asked import LISTS
from tests.public.conftest import Story
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db

REFUSED = [
    ("colour=red", "colour", "attack_type"),
    ("attack_type=bomb", "attack_type", "hijacking"),
    ("attribution=guilty", "attribution", "adjudicated"),
    ("precision=street", "precision", "settlement"),
    ("warning=perhaps", "warning", "true"),
    ("since=yesterday", "since", ""),
    ("bbox=1,2,3", "bbox", ""),
    ("killed_min=-1", "killed_min", ""),
    ("as_of=then", "as_of", ""),
    ("sort=deaths", "sort", "-occurred"),
    ("page=0", "page", ""),
    ("page=2", "page", ""),
    ("cursor=abc", "cursor", ""),
    ("q=%00", "q", ""),
]


@pytest.mark.parametrize(("query", "name", "allowed"), REFUSED)
def test_the_page_names_the_parameter_and_what_it_takes(client: Client, query: str, name: str, allowed: str) -> None:
    page = client.get(f"/?{query}")
    assert page.status_code == 400
    words = text_of(page)
    assert "There is a problem" in words
    assert name in words
    assert allowed in words
    assert "<form" in page.content.decode()


@pytest.mark.parametrize(("query", "name", "allowed"), REFUSED)
def test_data_is_refused_for_the_same_reasons(client: Client, query: str, name: str, allowed: str) -> None:
    for address in ("/incidents.json", "/incidents.geojson"):
        answer = client.get(f"{address}?{query}")
        assert answer.status_code == 400
        (problem,) = answer.json()["problems"]
        assert problem["parameter"] == name
        assert not allowed or allowed in problem["allowed"]


def test_the_form_keeps_what_was_understood_beside_what_was_not(client: Client) -> None:
    page = client.get("/?since=yesterday&q=kerman").content.decode()
    assert 'name="q" value="kerman"' in page
    assert 'name="since" value="yesterday"' in page
    assert 'aria-invalid="true" aria-describedby="filter-since-error"' in page


def test_an_incident_is_asked_for_a_moment_and_nothing_else(client: Client) -> None:
    for address in ("/incidents/INC-2024-000001/", "/incidents/INC-2024-000001.json"):
        assert client.get(f"{address}?country=IR").status_code == 400
        assert client.get(f"{address}?as_of=then").status_code == 400


ASKED = (
    *("/", "/incidents.json", "/incidents.geojson", "/map.json", "/histogram.json", "/facets/country/", "/embed/"),
    *("/statistics/", "/statistics.json", "/feeds/incidents.atom", "/feeds/incidents.json", "/cite.bib", "/downloads/"),
    *("/actors/", "/actors.json", "/countries/", "/countries.json", "/publishers/", "/publishers.json"),
    *("/api/v1/incidents/", *(f"/api/v1/{name}/" for name in LISTS), "/tiles/0/0/0.mvt"),
)


def test_a_number_that_nothing_can_reach_finds_nothing_wherever_it_is_asked(story: Story, client: Client) -> None:
    failed = {
        address: answer.status_code
        for address in ASKED
        for name in ("killed_min", "wounded_min", "origins_min")
        if (answer := client.get(address, {name: str(10**18)})).status_code not in {200, 204}
    }
    assert failed == {}
