"""The explorer says what was asked, lists what was found, and works without JavaScript."""

import re
from html import unescape

import pytest
from django.test import Client

from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.rules.static_map import project
from incidents.services.publishing import publish
from tests.making import Desk, approved, claimed, incident, kerman, published
from tests.public.reading import heading, listed, text_of

pytestmark = pytest.mark.django_db

SENTENCES = {
    "": "1 incident on record, 2024",
    "since=2024-01-01&until=2024-12-31": "1 incident, 2024",
    "since=2023-12-01&until=2024-01-31": "1 incident, December 2023 to January 2024",
    "since=2024-01-03": "1 incident, since 3 January 2024",
    "until=3 January 2024": "1 incident, until 3 January 2024",
    "attack_type=bombing,hijacking": "1 incident, bombings and hijackings",
    "killed_min=10": "1 incident, at least 10 killed",
    "precision=settlement,exact": "1 incident, place: exact location and known to the city or town",
    "warning=false": "1 incident, without a warning on record",
    "q=كرمان": "1 incident matching “كرمان”",
    "country=AQ": "No incidents in AQ",
}


def test_an_empty_record_says_that_nothing_is_published_yet(client: Client) -> None:
    page = client.get("/")
    assert heading(page) == "No incidents on record"
    assert "Nothing has been published yet." in text_of(page)


def test_the_heading_and_the_title_are_the_query_as_a_sentence(client: Client, team: Desk) -> None:
    published(team)
    page = client.get("/?country=IR&since=2024-01-01&until=2024-03-31&attack_type=bombing")
    assert heading(page) == "1 incident in Iran, January to March 2024, bombings"
    assert "<title>1 incident in Iran, January to March 2024, bombings – Attest</title>" in page.content.decode()


def test_the_sentence_says_each_filter_in_words(client: Client, team: Desk) -> None:
    published(team)
    for query, sentence in SENTENCES.items():
        assert heading(client.get(f"/?{query}")) == sentence


def test_a_result_says_what_when_where_how_finely_how_many_and_who_says_so(client: Client, team: Desk) -> None:
    made = incident(team.editor, killed="nearly 100")
    claimed(team.editor, made, by="Example Front")
    publish(actor=team.publisher, incident=approved(team, made))
    words = text_of(client.get("/"))
    assert (
        "3 January 2024 (The Example Courier) · Kerman, Iran (known to the city or town) · Bombing or explosion"
        in words
    )
    assert "Killed: nearly 100 (The Example Courier)" in words
    assert "Wounded: unknown" in words
    assert "Attributed to: Example Front (responsibility claim)" in words


def test_demonstration_data_is_marked_on_every_row_and_over_the_page(client: Client, team: Desk) -> None:
    banner, tag = '<div class="banner"', ">demonstration data</span>"
    published(team)
    page = client.get("/").content.decode()
    assert (page.count(banner), page.count(tag)) == (0, 0)
    published(team, demonstration=True)
    page = client.get("/").content.decode()
    assert (page.count(banner), page.count(tag)) == (1, 1)
    assert banner not in client.get("/?country=AQ").content.decode()


def test_every_filter_has_a_chip_that_removes_it_and_nothing_else(client: Client, team: Desk) -> None:
    published(team)
    page = client.get("/?country=IR,IQ&attack_type=bombing").content.decode()
    chips = dict(re.findall(r'<a class="chip" href="([^"]+)">.*?</span> (.*?)<span', page))
    assert chips == {
        "/?attack_type=bombing&amp;country=IQ": "Country: Iran",
        "/?attack_type=bombing&amp;country=IR": "Country: IQ",
        "/?country=IQ,IR": "Attack type: Bombing or explosion",
    }


def test_the_form_is_filled_with_the_query_and_loses_none_of_it(client: Client, team: Desk) -> None:
    published(team)
    page = client.get("/?q=kerman&attack_type=bombing&country=IR,IQ&killed_min=3&warning=false").content.decode()
    assert re.search(r'name="q" value="kerman"', page)
    assert re.search(r'name="killed_min" value="3"', page)
    for name, value in (("attack_type", "bombing"), ("country", "IR,IQ"), ("warning", "false")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page


def test_what_a_form_sends_of_empty_fields_is_left_out_of_the_address(client: Client, team: Desk) -> None:
    published(team)
    answer = client.get("/?q=&since=&attack_type=hijacking&attack_type=bombing&warning=")
    assert answer.status_code == 302
    assert answer["Location"] == "/?attack_type=bombing,hijacking"


def test_an_empty_list_explains_itself_and_offers_the_nearest_way_out(client: Client, team: Desk) -> None:
    published(team)
    page = client.get("/?country=AQ&q=kerman")
    assert page.status_code == 200
    assert "No incident on record matches." in text_of(page)
    assert '<a href="/?q=kerman">1 incident matching “kerman”</a>' in page.content.decode()


def test_a_place_is_found_in_any_spelling(client: Client, team: Desk) -> None:
    made = published(team)
    for spelling in ("كرمان", "کرمان", "Kerman", "KERMĀN", "kerman"):
        assert listed(client.get("/", {"q": spelling})) == [made.public_id], spelling


def test_a_list_goes_on_over_pages_in_one_stable_order(
    client: Client, team: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incidents.public.listing.PER_PAGE", 2)
    ids = [str(published(team).public_id) for _number in range(3)]
    one, two = client.get("/"), client.get("/?page=2")
    assert [*listed(one), *listed(two)] == sorted(ids, reverse=True)
    assert 'rel="next" href="/?page=2"' in one.content.decode()
    assert 'rel="prev" href="/"' in two.content.decode()
    assert "3 to 3 of 3" in text_of(two)
    assert client.get("/?page=3").status_code == 400


def test_what_the_map_cannot_show_is_counted_and_linked(client: Client, team: Desk) -> None:
    kerman()
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    hidden = published(team, place=iran, precision="country")
    published(team)
    page = client.get("/")
    assert '<a href="/?mapped=false">1 incident has no location that may be drawn</a>' in page.content.decode()
    assert listed(client.get("/?mapped=false")) == [hidden.public_id]


def test_who_has_a_map_open_may_ask_for_the_content_alone(client: Client, team: Desk) -> None:
    published(team)
    whole = client.get("/?country=IR")
    part = client.get("/?country=IR", headers={"prefer": "return=minimal"})
    assert (whole.get("Preference-Applied"), part["Preference-Applied"]) == (None, "return=minimal")
    assert whole["ETag"] != part["ETag"]
    assert all("Prefer" in answer["Vary"] for answer in (whole, part))
    assert (heading(part), listed(part)) == (heading(whole), listed(whole))
    text = part.content.decode()
    assert '<div data-incident-map data-view="/map.json?country=IR"></div>' in text
    assert not re.search(r"<header|<footer|<script|class=.drawing", text)
    assert len(part.content) < len(whole.content) * 0.8


def test_the_actions_lead_to_the_same_query_and_say_how_to_cite_it(client: Client, team: Desk) -> None:
    published(team)
    page = client.get("/?attack_type=bombing&country=IR").content.decode()
    assert 'href="/incidents.json?attack_type=bombing&amp;country=IR"' in page
    assert 'href="/incidents.geojson?attack_type=bombing&amp;country=IR"' in page
    assert 'href="/api/v1/incidents/?attack_type=bombing&amp;country=IR"' in page
    state = r"\d+ \w+ 20\d\d, log entry 0, [0-9a-f]{12}"
    cited = rf"Attest\. “1 incident in Iran, bombings”\. {state}\. (http[^<]+as_of=20[^<]+)</p>"
    found = re.search(cited, page)
    assert found
    assert heading(client.get(unescape(found[1]).removeprefix("http://127.0.0.1:8000"))).startswith(
        "1 incident in Iran"
    )


def test_a_province_is_drawn_as_an_area(client: Client, team: Desk) -> None:
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    published(team, place=province, precision="province")
    page = client.get("/").content.decode()
    assert 'class="drawing__area"' in page


def test_the_drawing_puts_a_town_and_a_province_where_they_are(client: Client, team: Desk) -> None:
    published(team)
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    published(team, place=province, precision="province")
    page = client.get("/").content.decode()
    mark = re.search(r'<svg x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)"[^>]*>\s*<circle class="drawing__ring"', page)
    assert mark
    x, y, size = map(float, mark.groups())
    assert (x + size / 2, y + size / 2) == pytest.approx(project(57.08, 30.28), abs=0.1)
    path = re.search(r'class="drawing__area" d="([^"]+)"', page)
    assert path
    numbers = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", path[1])]
    corners = [project(longitude, latitude) for longitude in (56, 58) for latitude in (29, 31)]
    drawn = [(min(some), max(some)) for some in (numbers[::2], numbers[1::2])]
    assert drawn == [pytest.approx((min(some), max(some)), abs=0.6) for some in zip(*corners, strict=True)]
