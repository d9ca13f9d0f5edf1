"""The codebook has every code and every parameter, with the very words that the rules and pages hold."""

import pytest
from django.test import Client

from incidents.choices import AttackType, AttributionState, PlacePrecision, Verification
from incidents.filters import IncidentFilter
from incidents.presenting.claims import SENTENCES
from incidents.presenting.definitions import STATES
from incidents.presenting.vocabularies import PUBLIC, name_of
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db


def test_it_has_every_code_with_its_label(client: Client) -> None:
    words = text_of(client.get("/codebook/"))
    data = {one["name"]: one for one in client.get("/codebook.json").json()["vocabularies"]}
    for vocabulary in PUBLIC:
        terms = {term["code"]: term["label"] for term in data[name_of(vocabulary)]["terms"]}
        assert terms == {str(value): str(label) for value, label in vocabulary.choices if value != ""}
        assert all(label in words for label in terms.values())


def test_definitions_are_those_of_the_rules(client: Client) -> None:
    words = text_of(client.get("/codebook/"))
    methods = text_of(client.get("/methods/"))
    for state in AttributionState:
        assert str(STATES[state]) in words
    for verdict in Verification:
        assert str(SENTENCES[verdict]) in words
    (precision,) = [
        one for one in client.get("/codebook.json").json()["vocabularies"] if one["name"] == name_of(PlacePrecision)
    ]
    assert all(term["meaning"] in methods for term in precision["terms"])


def test_it_says_where_terms_come_from_and_which_parameter_asks_for_them(client: Client) -> None:
    data = {one["name"]: one for one in client.get("/codebook.json").json()["vocabularies"]}
    assert data[name_of(AttackType)]["standard"] == "Global Terrorism Database codebook (START, 2021): attacktype"
    assert data[name_of(AttackType)]["parameters"] == ["attack_type"]
    assert "Admiralty" in data["reliability"]["standard"]
    assert "203" in data["confidence"]["standard"]


def test_it_has_every_parameter(client: Client) -> None:
    data = client.get("/codebook.json").json()["parameters"]
    assert [one["name"] for one in data] == list(IncidentFilter.base_filters)
    assert {one["name"]: one["vocabulary"] for one in data}["definition"] == "definition"


def test_methods_the_footer_and_the_map_of_the_site_lead_to_the_new_pages(client: Client) -> None:
    methods = client.get("/methods/").content.decode()
    assert methods.count('href="/codebook/"') == 2
    assert '<a href="/statistics/">Statistics</a>' in methods
    sitemap = client.get("/sitemap.xml").content.decode()
    for page in ("statistics", "actors", "countries", "publishers", "codebook"):
        assert f"/{page}/</loc>" in sitemap
