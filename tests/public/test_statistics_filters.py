"""Statistics are narrowed down by the same filters as the list, in a form and by values with their counts."""

import re
from html import unescape

import pytest
from django.test import Client

from incidents.services.publishing import publish
from tests.making import approved, claimed, desk, incident, published
from tests.public.reading import heading, text_of

pytestmark = pytest.mark.django_db

PAGE = "/statistics/"


@pytest.fixture
def record() -> None:
    team = desk()
    published(team, when="3 January 2023")
    published(team, when="5 March 2024")


@pytest.mark.usefixtures("record")
def test_the_form_and_the_values_lead_to_the_statistics_of_what_is_chosen(client: Client) -> None:
    page = client.get(f"{PAGE}?country=IR").content.decode()
    assert f'method="get" action="{PAGE}"' in page
    assert '<input type="hidden" name="country" value="IR">' in page
    chosen = unescape(next(iter(re.findall(r'href="([^"]+attack_type=bombing[^"]+)"', page))))
    assert chosen == f"{PAGE}?attack_type=bombing&country=IR"
    assert heading(client.get(chosen)) == "Statistics: 2 incidents in Iran, bombings"
    sent = client.get(f"{PAGE}?q=&since=2024&until=&country=IR&killed_min=")
    assert sent["Location"] == f"{PAGE}?country=IR&since=2024-01-01"
    assert heading(client.get(sent["Location"])).startswith("Statistics: 1 incident in Iran")


def test_what_cannot_be_read_is_named_and_nothing_typed_is_lost(client: Client) -> None:
    refused = client.get(f"{PAGE}?since=some+day&country=IR")
    assert refused.status_code == 400
    page = refused.content.decode()
    assert 'name="since" value="some day"' in page
    assert '<input type="hidden" name="country" value="IR">' in page
    assert f'action="{PAGE}"' in page


@pytest.mark.usefixtures("record")
def test_all_values_of_a_facet_lead_back_to_where_one_came_from(client: Client) -> None:
    page = client.get("/facets/attack_type/?for=statistics&country=IR")
    assert f'href="{PAGE}?attack_type=bombing&amp;country=IR"' in page.content.decode()
    assert '<input type="hidden" name="for" value="statistics">' in page.content.decode()
    assert "Back to the statistics" in text_of(page)
    assert client.get("/facets/attack_type/?for=nowhere").status_code == 400


def test_nobody_is_singled_out_where_several_are_named_as_often(client: Client) -> None:
    team = desk()
    made = incident(team.editor)
    for name in ("A Front", "Example Front"):
        claimed(team.editor, made, by=name)
    publish(actor=team.publisher, incident=approved(team, made))
    words = text_of(client.get(PAGE))
    assert "2 are named most, each for 1 of 1 incident. To be named is not to be found to have done it" in words
