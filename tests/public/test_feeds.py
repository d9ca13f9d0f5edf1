"""A reader subscribes to a query and hears what was published, put right and taken back of what it finds."""

import feedparser
import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.test import Client

from incidents.choices import PlaceKind
from incidents.models import Incident, Place
from incidents.public.presenting import feeds
from incidents.public.presenting.feeds import simple_shape
from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.publishing import withdraw
from tests.making import Desk, desk, kerman, published, republished

pytestmark = pytest.mark.django_db

ATOM = "/feeds/incidents.atom"
JSON = "/feeds/incidents.json"


@pytest.fixture
def team() -> Desk:
    return desk()


def renamed(team: Desk, made: Incident, title: str) -> None:
    described = Description(title=title, graphic=False, personal_data=False)
    describe(actor=team.editor, incident=made, description=described, summary="Renamed")
    republished(team, made, kind="correction", summary="The name was misspelt.")


def read(client: Client, query: str = "") -> feedparser.FeedParserDict:
    """The Atom feed as a reader understands it."""
    answer = client.get(f"{ATOM}?{query}")
    assert answer["Content-Type"].startswith("application/atom+xml")
    found = feedparser.parse(answer.content)
    assert found.bozo is False, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_what_was_published_corrected_and_withdrawn_is_told_newest_first(client: Client, team: Desk) -> None:
    first, gone = published(team, title="A bombing in Kirman"), published(team, title="An event that was none")
    renamed(team, first, "A bombing in Kerman")
    withdraw(actor=team.publisher, incident=gone, reason="It was an accident.")
    entries = read(client).entries
    assert [entry.title for entry in entries] == [
        "Withdrawal: An event that was none",
        "Correction: A bombing in Kerman",
        "First published: An event that was none",
        "First published: A bombing in Kirman",
    ]
    assert "It was an accident." in entries[0].summary
    assert "before: A bombing in Kirman; after: A bombing in Kerman" in entries[1].summary
    assert "Killed: 12 (The Example Courier)" in entries[1].summary
    assert "before" not in entries[3].summary


def test_an_entry_is_a_version_with_an_id_and_a_date_that_stay(client: Client, team: Desk) -> None:
    made = published(team)
    before = read(client).entries[0]
    renamed(team, made, "Two bombings in Kerman, Iran")
    newer, older = read(client).entries
    assert (older.id, older.updated, older.summary) == (before.id, before.updated, before.summary)
    assert newer.id == f"http://127.0.0.1:8000/incidents/{made.public_id}/v/2/"
    version = client.get(f"/incidents/{made.public_id}/v/2.json").json()
    assert newer.updated[:19] == version["published_at"][:19]


def test_a_feed_of_a_query_holds_what_the_query_finds_and_what_has_left_it(client: Client, team: Desk) -> None:
    kept, gone = published(team, title="A bombing"), published(team, title="A bombing that was none")
    published(team, title="Shots")
    withdraw(actor=team.publisher, incident=gone, reason="It was an accident.")
    found = {entry.link.split("/")[4] for entry in read(client, "q=bombing").entries}
    assert found == {kept.public_id, gone.public_id}
    assert read(client, "q=nothing+is+called+this").entries == []


def test_a_feed_leads_to_itself_and_to_the_page(client: Client, team: Desk) -> None:
    published(team)
    links = {link.rel: link.href for link in read(client, "sort=occurred&country=IR").feed.links}
    assert links == {
        "self": f"http://127.0.0.1:8000{ATOM}?country=IR&sort=occurred",
        "alternate": "http://127.0.0.1:8000/?country=IR&sort=occurred",
    }
    page = client.get("/?country=IR").content.decode()
    assert f'type="application/atom+xml" href="{ATOM}?country=IR"' in page
    assert f'type="application/feed+json" href="{JSON}?country=IR"' in page


def test_a_place_is_a_point_with_its_radius_an_outline_or_nothing(client: Client, team: Desk) -> None:
    kerman()
    places = {kind: Place.objects.get(kind=kind, country_code="IR") for kind in (PlaceKind.PROVINCE, PlaceKind.COUNTRY)}
    published(team)
    published(team, place=places[PlaceKind.PROVINCE], precision="province")
    published(team, place=places[PlaceKind.COUNTRY], precision="country")
    country, province, city = read(client).entries
    assert "where" not in country
    assert province.where["type"] == "Polygon"
    assert len(province.where["coordinates"][0]) == 5
    assert (city.where["type"], city.where["coordinates"]) == ("Point", (57.08, 30.28))
    raw = client.get(ATOM).content.decode()
    assert raw.count("<georss:point>") == raw.count("<georss:radius>5000</georss:radius>") == 1
    shapes = [item["_attest"]["geometry"] for item in client.get(JSON).json()["items"]]
    assert [shape and shape["type"] for shape in shapes] == [None, "Polygon", "Point"]


def test_an_area_in_several_parts_is_told_as_its_box() -> None:
    parts = [Polygon.from_bbox((56, 29, 58, 31)), Polygon.from_bbox((60, 25, 61, 26))]
    assert simple_shape(MultiPolygon(parts)) == (56, 25, 61, 31)
    assert simple_shape(MultiPolygon(parts[:1])) == parts[0]
    made = feeds.RecordFeed(title="", link="", description="", updated=feeds.EMPTY_SINCE)
    made.add_item(title="", link="", description="", geometry=simple_shape(MultiPolygon(parts)))
    assert "<georss:box>25.000000 56.000000 31.000000 61.000000</georss:box>" in made.writeString("utf-8")


def test_the_json_feed_says_the_same(client: Client, team: Desk) -> None:
    made = published(team, demonstration=True)
    answer = client.get(f"{JSON}?country=IR")
    assert answer["Content-Type"] == "application/feed+json"
    feed, atom = answer.json(), read(client, "country=IR")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"http://127.0.0.1:8000{JSON}?country=IR"
    assert feed["home_page_url"] == "http://127.0.0.1:8000/?country=IR"
    (item,), (entry,) = feed["items"], atom.entries
    assert (item["id"], item["title"], item["url"]) == (entry.id, entry.title, entry.link)
    assert item["content_text"] == entry.summary
    assert item["_attest"]["id"] == made.public_id


def test_demonstration_data_is_not_for_citation(client: Client, team: Desk) -> None:
    published(team, demonstration=True)
    found = read(client)
    assert found.feed.subtitle.startswith("Demonstration data, not for citation.")
    assert "Demonstration data, not for citation." in found.entries[0].summary


def test_a_feed_ends_at_the_moment_asked_for(client: Client, team: Desk) -> None:
    first = published(team)
    moment = client.get(f"/incidents/{first.public_id}/v/1.json").json()["published_at"]
    published(team)
    assert len(read(client).entries) == 2
    assert [entry.link.split("/")[4] for entry in read(client, f"as_of={moment}").entries] == [first.public_id]


def test_a_feed_has_a_hundred_entries_at_most(client: Client, team: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.public.views.feeds.MOST", 2)
    for _number in range(3):
        published(team)
    assert len(read(client).entries) == len(client.get(JSON).json()["items"]) == 2


def test_a_question_that_is_none_is_refused_by_name(client: Client) -> None:
    for query, name in (("colour=blue", "colour"), ("page=2", "page"), ("since=yesterday", "since")):
        for address in (ATOM, JSON):
            answer = client.get(f"{address}?{query}")
            assert (answer.status_code, list(answer.json()["problems"])) == (400, [name])


def test_the_feed_of_an_empty_record_is_the_same_twice(client: Client) -> None:
    assert read(client).entries == []
    assert client.get(ATOM).content == client.get(ATOM).content
