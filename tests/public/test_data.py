"""The same facts for programs, in a form that stays the same while the facts do."""

import json

import pytest
from django.test import Client

from incidents.choices import PlaceKind
from incidents.models import LogEntry, Place, Version
from tests.making import Desk, desk, incident, kerman, published
from tests.public.conftest import Story

pytestmark = pytest.mark.django_db


def test_a_version_is_answered_with_its_content_and_its_place_in_the_log(client: Client, story: Story) -> None:
    version = Version.objects.get(public_id=story.id)
    entry = LogEntry.objects.get(version=version)
    document = client.get(f"/incidents/{story.id}.json").json()
    assert document["content"] == version.content
    assert document["content_sha256"] == version.content_sha256
    assert document["log"] == {"position": entry.position, "chain_hash": entry.chain_hash}
    assert (document["id"], document["version"], document["kind"]) == (story.id, 1, "first")
    assert client.get(f"/incidents/{story.id}/v/1.json").json() == document


def test_json_is_pretty_and_in_order(client: Client, story: Story) -> None:
    text = client.get(f"/incidents/{story.id}.json").content.decode()
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_a_list_gives_bounds_words_and_who_says_so(client: Client, team: Desk) -> None:
    published(team, killed="nearly 100")
    (one,) = client.get("/incidents.json").json()["incidents"]
    said_by = "The Example Courier"
    assert one["killed"] == {"low": None, "best": None, "high": 99, "text": "nearly 100", "said_by": said_by}
    assert one["wounded"] is None


def test_a_feature_carries_what_the_map_says(client: Client, story: Story) -> None:
    feature = client.get(f"/incidents/{story.id}.geojson").json()
    assert feature["id"] == story.id
    assert feature["geometry"] == {"type": "Point", "coordinates": [57.08, 30.28]}
    shown = feature["properties"]
    assert shown["precision_text"] == "Known to the city or town"
    assert shown["uncertainty_m"] >= 5000
    assert shown["family"] == "explosive"
    assert shown["outline"] == "contested"
    assert shown["killed_text"].endswith("(A. Minister, Minister of Health and 1 other)")
    assert shown["attribution_text"] == "Example Front (responsibility claim)"
    features = client.get("/incidents.geojson").json()["features"]
    assert next(one for one in features if one["id"] == story.id) == feature


@pytest.mark.parametrize(("precision", "geometry"), [("province", "MultiPolygon"), ("country", None)])
def test_a_place_known_to_the_province_or_country_is_never_a_point(
    client: Client, team: Desk, precision: str, geometry: str | None
) -> None:
    kerman()
    place = Place.objects.get(kind=PlaceKind(precision), country_code="IR")
    made = published(team, place=place, precision=precision)
    feature = client.get(f"/incidents/{made.public_id}.geojson").json()
    assert (feature["geometry"] and feature["geometry"]["type"]) == geometry


def test_beyond_what_a_map_can_show_the_answer_is_cells_with_true_counts(
    client: Client, team: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incidents.public.views.explorer.MOST", 3)
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    for _number in range(3):
        published(team)
    published(team, place=province, precision="province")
    published(team, place=iran, precision="country")
    answer = client.get("/incidents.geojson").json()
    assert (answer["of"], answer["count"], answer["unmapped"]) == ("cells", 5, 1)
    found = {one["geometry"]["type"]: one["properties"] for one in answer["features"]}
    assert found["Point"] == {"count": 3, "family": "explosive", "area": False}
    assert found["Polygon"] == {"count": 1, "family": "explosive", "area": True}
    nearer = client.get("/incidents.geojson?bbox=50,20,60,35").json()
    assert sum(one["properties"]["count"] for one in nearer["features"]) == 4


def test_the_sitemap_lists_what_is_public(client: Client, story: Story) -> None:
    incident(desk().editor, title="A draft")
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    assert answer.content.decode().count("/incidents/INC-") == 2
    assert f"<loc>http://127.0.0.1:8000{story.url}</loc>" in answer.content.decode()


def test_crawlers_are_kept_from_the_desk_and_from_endless_queries(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /desk/", "Disallow: /*?", "Sitemap: http://127.0.0.1:8000/sitemap.xml"} <= set(lines)
