"""What the map shows of a view: never more than it can, never finer than is known, and every incident accounted for."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.gis.geos import Point
from django.test import Client

from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.publishing import publish
from tests.isolation.scenes import scene
from tests.making import Desk, approved, desk, incident, kerman, published

pytestmark = pytest.mark.django_db

KERMAN_SQUARE = "57.07,30.27,57.09,30.29"


@pytest.fixture
def team() -> Desk:
    return desk()


@scene
def near_and_far(_folder: Path) -> None:
    """Two incidents in a city, one elsewhere, one known to the province, one to the country."""
    team = desk()
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    published(team)
    published(team, when="5 March 2024")
    published(team, place=town("Suva", 178.44, -18.14), when="6 March 2024")
    published(team, place=province, precision="province", when="March 2023")
    published(team, place=iran, precision="country", when="2022")


def town(name: str, longitude: float, latitude: float) -> Place:
    return Place.objects.create(
        kind=PlaceKind.SETTLEMENT,
        name=name,
        search_names=f"\n{name.lower()}",
        country_code="FJ",
        country_code3="FJI",
        point=Point(longitude, latitude, srid=4326),
        radius_m=5000,
    )


def asked(client: Client, query: str = "") -> dict[str, Any]:
    answer = client.get(f"/map.json?{query}")
    assert answer.status_code == 200, answer.content
    document: dict[str, Any] = answer.json()
    assert len(document["features"]) <= 300
    return document


def counted(document: dict[str, Any]) -> int:
    """Incidents that the features stand for."""
    return sum(one["properties"].get("count", 1) for one in document["features"])


@pytest.mark.usefixtures("near_and_far")
def test_the_map_and_what_it_cannot_show_are_the_whole_query(client: Client) -> None:
    found = asked(client)
    assert (found["count"], found["unmapped"], found["total_in_view"], found["outside_view"]) == (5, 1, 4, 0)
    assert counted(found) == 4
    assert found["of"] == "incidents"


@pytest.mark.usefixtures("near_and_far")
def test_few_incidents_are_themselves_in_the_order_of_the_list(client: Client) -> None:
    ids = [one["id"] for one in client.get("/incidents.json?mapped=true").json()["incidents"]]
    on_map = [one["id"] for one in asked(client)["features"]]
    assert on_map == ids


@pytest.mark.usefixtures("near_and_far")
def test_a_view_counts_what_lies_beside_it(client: Client) -> None:
    found = asked(client, f"view={KERMAN_SQUARE}&zoom=12")
    assert (found["total_in_view"], found["outside_view"], counted(found)) == (3, 1, 3)  # the province lies under it
    box = client.get(f"/incidents.json?bbox={KERMAN_SQUARE}").json()
    assert box["count"] == found["total_in_view"]


@pytest.mark.usefixtures("near_and_far")
def test_a_view_may_cross_the_antimeridian(client: Client) -> None:
    found = asked(client, "view=170,-30,-170,0&zoom=5")
    assert [one["geometry"]["coordinates"] for one in found["features"]] == [[178.44, -18.14]]


@pytest.mark.usefixtures("near_and_far")
def test_many_are_squares_with_true_counts_and_a_name(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.selectors.map_view.MOST_SINGLE", 2)
    monkeypatch.setattr("incidents.selectors.map_view.MOST_IN_AREAS", 0)
    found = asked(client)
    assert (found["of"], counted(found), found["total_in_view"]) == ("cells", 4, 4)
    squares = [one for one in found["features"] if not one["properties"].get("area")]
    assert [one["properties"]["count"] for one in squares] == [2, 1]
    assert squares[0]["geometry"]["coordinates"] == pytest.approx([57.08, 30.28], abs=0.001)
    assert squares[0]["properties"]["name"] == "2 incidents in Kerman, Iran. All: bombing."
    assert client.get(squares[0]["properties"]["data_url"]).json()["count"] == 2
    (area,) = [one for one in found["features"] if one["properties"].get("area")]
    assert area["geometry"]["type"] in {"Polygon", "MultiPolygon"}
    assert area["properties"]["name"] == "1 incident in Kerman, Iran. Known to the province. Bombing."
    assert client.get(area["properties"]["data_url"]).json()["count"] == 1


@pytest.mark.usefixtures("near_and_far")
def test_squares_are_put_together_until_they_are_few_enough(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.selectors.map_view.MOST_SINGLE", 0)
    monkeypatch.setattr("incidents.selectors.map_view.MOST_SQUARES", 1)
    found = asked(client, "zoom=8")
    squares = [one["properties"] for one in found["features"] if "count" in one["properties"]]
    assert [one["count"] for one in squares] == [3]
    assert squares[0]["one_place"] is False


@pytest.mark.usefixtures("near_and_far")
def test_areas_for_which_there_is_no_room_are_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incidents.selectors.map_view.MOST_IN_AREAS", 0)
    monkeypatch.setattr("incidents.selectors.map_view.MOST_AREAS", 0)
    found = asked(client)
    assert found["left_out"] == {"areas": 1, "incidents": 1}
    assert counted(found) + found["left_out"]["incidents"] == found["total_in_view"]


@pytest.mark.parametrize("most_single", [150, 0])
def test_a_province_is_never_a_point_and_a_country_is_nothing(
    client: Client, team: Desk, monkeypatch: pytest.MonkeyPatch, most_single: int
) -> None:
    monkeypatch.setattr("incidents.selectors.map_view.MOST_SINGLE", most_single)
    monkeypatch.setattr("incidents.selectors.map_view.MOST_IN_AREAS", most_single)
    kerman()
    province = Place.objects.get(kind=PlaceKind.PROVINCE, country_code="IR")
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    published(team, place=province, precision="province")
    published(team, place=iran, precision="country")
    found = asked(client)
    assert [one["geometry"]["type"] for one in found["features"]] in (["Polygon"], ["MultiPolygon"])
    assert (found["count"], found["unmapped"]) == (2, 1)


@pytest.mark.usefixtures("near_and_far")
def test_filters_and_the_moment_of_the_record_apply(client: Client) -> None:
    assert asked(client, "since=2024-03-01")["count"] == 2
    assert asked(client, "country=FJ&view=0,-60,180,60")["total_in_view"] == 1
    assert asked(client, "as_of=2000-01-01")["count"] == 0


def test_graphic_sources_are_said_in_words_and_nothing_of_them_is_there(client: Client, team: Desk) -> None:
    made = incident(team.editor, title="A bombing with pictures")
    graphic = Description(title="A bombing with pictures", graphic=True, personal_data=False)
    describe(actor=team.editor, incident=made, description=graphic, summary="Graphic")
    publish(actor=team.publisher, incident=approved(team, made))
    published(team)
    notes = {one["properties"]["title"]: one["properties"]["content_note"] for one in asked(client)["features"]}
    note = "Its sources show or describe violence. Nothing of it is shown here."
    assert notes == {"A bombing with pictures": note, "Two bombings in Kerman": ""}


def test_a_view_that_cannot_be_read_is_named(client: Client, team: Desk) -> None:
    for query, name in (
        ("view=1,2,3", "view"),
        ("view=nan,0,1,1", "view"),
        ("zoom=21", "zoom"),
        ("zoom=-1", "zoom"),
        ("colour=red", "colour"),
        ("page=2", "page"),
    ):
        answer = client.get(f"/map.json?{query}")
        assert answer.status_code == 400, query
        assert [one["parameter"] for one in answer.json()["problems"]] == [name]
        assert name in answer.json()["problems"][0]["detail"]


def test_the_answer_can_be_kept(client: Client, team: Desk) -> None:
    published(team)
    first = client.get("/map.json")
    assert first["Content-Type"] == "application/geo+json"
    assert client.get("/map.json", headers={"if-none-match": first["ETag"]}).status_code == 304
    published(team)
    assert client.get("/map.json", headers={"if-none-match": first["ETag"]}).status_code == 200
