"""Facets: each count is what a press on it leads to, and every value can be found."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from django.test import Client

from incidents.choices import PlaceKind
from incidents.filters import read_query
from incidents.models import Place
from incidents.selectors.facets import FACETS, facets
from incidents.services.publishing import publish
from tests.isolation.scenes import scene
from tests.making import approved, claimed, desk, incident, kerman, published
from tests.public.reading import Answer, heading, text_of

pytestmark = pytest.mark.django_db

VALUE = re.compile(
    r'<a class="facet__value" href="([^"]+)"( aria-current="true")?>.*?<span class="count">([\d,]+)<', re.DOTALL
)
QUERIES = (
    "",
    "country=IR",
    "country=AQ",
    "country=AQ,IR",
    "attack_type=bombing",
    "attribution=claimed&country=IR",
    "precision=province,settlement&warning=false",
    "actor=example-front",
    "q=kerman&date_precision=day,year",
    "killed_min=5&attack_type=bombing,hijacking&country=IR",
)


@scene
def many_facets(_folder: Path) -> None:
    """Incidents that differ in several facets."""
    team = desk()
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    published(team, killed="84")
    published(team, place=province, precision="province", when="March 2023")
    published(team, place=iran, precision="country", when="2022")
    made = incident(team.editor, title="An attack somebody claimed")
    claimed(team.editor, made, by="Example Front")
    publish(actor=team.publisher, incident=approved(team, made))


def found(page: Answer) -> int:
    number = re.match(r"(No|[\d,]+) incident", heading(page))
    assert number
    return 0 if number[1] == "No" else int(number[1].replace(",", ""))


@pytest.mark.usefixtures("many_facets")
def test_the_count_of_a_value_is_how_many_incidents_have_it_with_all_other_filters(client: Client) -> None:
    tried = 0
    for query in QUERIES:
        for url, chosen, count in VALUE.findall(client.get(f"/?{query}").content.decode()):
            if not chosen:
                assert with_it_alone(query, unescape(url)) == int(count.replace(",", "")), (query, url)
                tried += 1
    assert tried >= 100


def with_it_alone(query: str, address: str) -> int:
    """The incidents that have the value which an address adds, and meet the rest of the query."""
    before, after = dict(parse_qsl(query)), dict(parse_qsl(address.partition("?")[2]))
    (name,) = (one for one in after if split(after[one]) != split(before.get(one, "")))
    (added,) = split(after[name]) - split(before.get(name, ""))
    return read_query({**after, name: added}).incidents().count()


def split(text: str) -> set[str]:
    return set(text.split(",")) - {""}


@pytest.mark.usefixtures("many_facets")
def test_a_press_leads_to_the_page_with_as_many_incidents(client: Client) -> None:
    for url, chosen, count in VALUE.findall(client.get("/?country=IR").content.decode()):
        if not chosen and "country=IR" in url.split("&amp;"):
            assert found(client.get(unescape(url))) == int(count), url


@pytest.mark.usefixtures("many_facets")
def test_what_is_chosen_is_marked_and_a_press_leaves_it_out(client: Client) -> None:
    page = client.get("/?attack_type=bombing&country=IR").content.decode()
    assert '<a class="facet__value" href="/?attack_type=bombing" aria-current="true">' in page
    assert '<a class="facet__value" href="/?country=IR" aria-current="true">' in page


@pytest.mark.usefixtures("many_facets")
def test_a_chosen_value_that_finds_nothing_stays_so_that_it_can_be_left_out(client: Client) -> None:
    page = client.get("/?country=AQ,IR").content.decode()
    assert '<a class="facet__value" href="/?country=IR" aria-current="true">' in page


@pytest.mark.usefixtures("many_facets")
def test_every_value_stands_on_the_page_of_its_facet_and_can_be_looked_for(client: Client) -> None:
    whole = client.get("/facets/actor/")
    assert "Example Front" in text_of(whole)
    assert "Example Front" in text_of(client.get("/facets/actor/?find=exampl"))
    nothing = text_of(client.get("/facets/actor/?find=nobody&country=IR"))
    assert "No value of this query is called “nobody”." in nothing
    assert client.get("/facets/source/").status_code == 404
    assert client.get("/facets/nonsense/").status_code == 404
    assert client.get("/facets/actor/?nonsense=1").status_code == 400


@pytest.mark.usefixtures("many_facets")
def test_all_facets_are_counted_in_one_question(django_assert_num_queries: object) -> None:
    query = read_query({"country": "IR", "attack_type": "bombing"})
    with django_assert_num_queries(1, using="public"):  # type: ignore[operator]
        assert set(facets(query)) == set(FACETS)
