"""Features: which are found, in which order, how they are drawn, and how a walk through them goes."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from incidents.services.publishing import withdraw
from tests.making import desk, published
from tests.ogc.conftest import ITEMS, ROOT, Read
from tests.public.reading import ids_of_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("every_precision")]

Find = Callable[..., list[str]]
QUERIES = (
    "",
    "country=IR",
    "q=kerman",
    "attack_type=hijacking,bombing",
    "attribution=claimed",
    "precision=province,country",
    "mapped=false",
    "killed_min=50",
    "since=2024-01-03&until=2024-01-03",
    "bbox=55,28,59,32",
    "bbox=170,-10,-170,10",
    "near=57,30&radius=200",
    "definition=broad",
    "sort=-published",
    "as_of=2024-01-05T00:00:00Z",
)


def asked(client: Client, query: str) -> list[str]:
    return [one["id"] for one in client.get(f"{ROOT}{ITEMS}?{query}").json()["features"]]


def walked(client: Client, query: str) -> list[str]:
    """Every id, by the address that each page gives of the next."""
    following, met = f"{ROOT}{ITEMS}?{query}", []
    while following:
        page = client.get(following).json()
        met += [one["id"] for one in page["features"]]
        following = next((link["href"] for link in page["links"] if link["rel"] == "next"), "")
    return met


def test_the_same_query_finds_the_same_ids_here_in_the_api_and_on_the_page(client: Client) -> None:
    for query in QUERIES:
        found = asked(client, query)
        assert found == ids_of_page(client, query), query
        assert found == [one["id"] for one in client.get(f"/api/v1/incidents/?{query}").json()["results"]], query
        assert bool(found) is not any(part in query for part in ("170", "as_of", "broad")), query


def test_a_walk_meets_everything_once(client: Client) -> None:
    for sort in ("-occurred", "occurred", "published", "-published"):
        whole = asked(client, f"sort={sort}")
        assert len(whole) == 5
        for limit in (1, 4):
            assert walked(client, f"sort={sort}&limit={limit}") == whole, (sort, limit)
    assert walked(client, "limit=1&filter=killed_best>0&crs=http://www.opengis.net/def/crs/EPSG/0/4326") == asked(
        client, "filter=killed_best>0"
    )


def test_a_publication_in_the_middle_of_a_walk_changes_nothing_in_it(client: Client) -> None:
    before = asked(client, "")
    first = client.get(f"{ROOT}{ITEMS}?limit=2").json()
    team = desk()
    new = published(team, title="New, and on the newest day", when="7 May 2024")
    withdraw(actor=team.publisher, incident=new, reason="It did not happen.")
    published(team, title="New, and on the oldest day", when="1 January 2020")
    following = next(link["href"] for link in first["links"] if link["rel"] == "next")
    rest = client.get(f"{following}&f=json")
    page, met = rest.json(), [one["id"] for one in first["features"]]
    assert page["numberMatched"] == first["numberMatched"] == 5
    while True:
        met += [one["id"] for one in page["features"]]
        links = [link["href"] for link in page["links"] if link["rel"] == "next"]
        if not links:
            break
        page = client.get(links[0]).json()
    assert met == before


def test_a_cursor_belongs_to_its_query(read: Read, client: Client) -> None:
    page = read(ITEMS, limit="1")
    assert page["Link"].endswith('; rel="next"; type="application/geo+json"')
    cursor = next(link["href"] for link in page.json()["links"] if link["rel"] == "next").rsplit("cursor=", 1)[-1]
    for other in ({"country": "IR"}, {"filter": "killed_best>0"}, {"bbox": "0,0,1,1"}, {"datetime": "2024-01-03"}):
        answer = client.get(f"{ROOT}{ITEMS}", {"cursor": cursor, **other})
        assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "cursor")
    assert read("collections/provinces/items", cursor=cursor).status_code == 400


def test_totals_are_exact(read: Read) -> None:
    for query, number in (
        ({}, 5),
        ({"limit": "1"}, 5),
        ({"limit": "10001"}, 5),
        ({"limit": "9" * 30}, 5),
        ({"bbox": "0,0,1,1"}, 0),
        ({"filter": "killed_best > 50"}, 1),
    ):
        page = read(ITEMS, **query).json()
        assert page["numberMatched"] == number
        assert page["numberReturned"] == len(page["features"]) <= number


def test_nothing_is_drawn_more_finely_than_it_is_known(read: Read) -> None:
    shapes = {"settlement": "Point", "district": "MultiPolygon", "province": "MultiPolygon", "country": None}
    features = read(ITEMS).json()["features"]
    assert {one["properties"]["place_precision"] for one in features} == set(shapes)
    for feature in features:
        said = feature["properties"]
        shape = feature["geometry"] and feature["geometry"]["type"]
        assert shape == shapes[said["place_precision"]]
        assert (said["uncertainty_m"] is not None) is (shape == "Point")
        single = read(f"{ITEMS}/{feature['id']}").json()
        assert {name: single[name] for name in feature} == feature


def test_points_and_areas_are_collections_of_their_own(find: Find) -> None:
    points, areas = find({}, "incidents_points"), find({}, "incidents_areas")
    assert (len(points), len(areas)) == (2, 2)
    assert {*points, *areas} == {*find({"mapped": "true"})}
    assert find({"place_precision": "province"}, "incidents_points") == []


def test_a_box_is_read_in_its_own_system(find: Find) -> None:
    degrees = find({"bbox": "57,30,57.5,30.5"})
    assert len(degrees) == 3
    assert find({"bbox": "57,30,-500,57.5,30.5,4000"}) == degrees
    latitude_first = {"bbox": "30,57,30.5,57.5", "bbox-crs": "http://www.opengis.net/def/crs/EPSG/0/4326"}
    metres = {"bbox": "6345000,3503000,6401000,3568000", "bbox-crs": "http://www.opengis.net/def/crs/EPSG/0/3857"}
    assert find(latitude_first) == find(metres) == degrees
    assert find({"bbox": "179,-90,60,90"}) == find({"bbox": "-180,-90,60,90"})
    assert find({"bbox": "179,-90,56,28"}) == []


def test_an_answer_comes_in_the_system_that_is_asked_for(read: Read) -> None:
    def first(crs: str) -> Any:
        answer = read(ITEMS, crs=crs, mapped="true")
        assert answer["Content-Crs"] == f"<{crs}>"
        return [
            one["geometry"]["coordinates"] for one in answer.json()["features"] if one["geometry"]["type"] == "Point"
        ]

    (degrees, *_), (flipped, *_), (metres, *_) = (
        first(f"http://www.opengis.net/def/crs/{name}") for name in ("OGC/1.3/CRS84", "EPSG/0/4326", "EPSG/0/3857")
    )
    assert degrees == [57.08, 30.28]
    assert flipped == [30.28, 57.08]
    north = 6_378_137 * math.log(math.tan(math.pi / 4 + math.radians(30.28) / 2))
    assert metres == pytest.approx([6_378_137 * math.radians(57.08), north], abs=0.1)


def test_a_time_is_a_moment_a_day_or_an_interval_open_at_either_end(find: Find, client: Client) -> None:
    for said, same in (
        ("2024-01-03", "since=2024-01-03&until=2024-01-03"),
        ("2023-01-01/2023-12-31", "since=2023-01-01&until=2023-12-31"),
        ("2023-01-01/..", "since=2023-01-01"),
        ("../2022-12-31", "until=2022-12-31"),
        ("/2022-12-31", "until=2022-12-31"),
        ("2024-01-01/", "since=2024-01-01"),
    ):
        assert find({"datetime": said}) == ids_of_page(client, same), said
    assert len(find({"datetime": "2024-01-03T00:00:00Z"})) == 2
    assert len(find({"datetime": "2024-01-02T20:29:59Z/2024-01-02T20:30:00Z"})) == 2
    assert find({"datetime": "2024-01-02T20:29:59Z"}) == []
    assert find({"datetime": "2024-01-03T20:30:00+00:00/.."}) == []


def test_a_property_is_a_parameter_of_its_own(find: Find) -> None:
    assert find({"country_iso2": "IR"}) == find()
    assert find({"country_iso2": "IQ"}) == []
    assert len(find({"killed_best": "84"})) == 1
    assert find({"attack_types": "bombing"}) == find()
    assert find({"has_warning": "true"}) == []
    assert len(find({"place_precision": "province"})) == 1
    assert find({"id": find()[1]}) == find()[1:2]


def test_what_was_withdrawn_or_never_was_says_so(read: Read) -> None:
    team = desk()
    made = published(team, title="Wrong")
    withdraw(actor=team.publisher, incident=made, reason="The report was wrong.")
    gone = read(f"{ITEMS}/{made.public_id}")
    assert (gone.status_code, gone["Content-Type"]) == (410, "application/problem+json")
    assert gone.json()["reason"] == "The report was wrong."
    hidden, absent = read(f"{ITEMS}/INC-1999-000001"), read("collections/none/items")
    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert made.public_id not in [one["id"] for one in read(ITEMS).json()["features"]]


def test_provinces_count_by_the_filters_of_incidents(read: Read, find: Find) -> None:
    (province,) = read("collections/provinces/items").json()["features"]
    assert province["id"] == province["properties"]["code"] == "IR-08"
    assert province["properties"]["incidents"] == len(find({"province": "IR-08"})) == 4
    assert province["properties"]["known_to_the_province"] == 1
    assert province["geometry"]["type"] == "MultiPolygon"
    claimed = read("collections/provinces/items", attribution="claimed").json()["features"]
    assert [(one["properties"]["incidents"], one["geometry"]) for one in claimed] == [(1, None)]
    for params, number in (
        ({"bbox": "57,30,58,31"}, 1),
        ({"bbox": "0,0,1,1"}, 0),
        ({"filter": "incidents > 3 AND country_iso2 = 'IR'"}, 1),
        ({"filter": "incidents > 4 OR S_INTERSECTS(geometry, POINT(0 0))"}, 0),
        ({"filter": "NOT S_INTERSECTS(geometry, POINT(0 0))"}, 1),
        ({"filter": "geometry IS NULL"}, 0),
        ({"country_iso2": "IQ"}, 0),
        ({"datetime": "1999-01-01"}, 0),
    ):
        page = read("collections/provinces/items", **params).json()
        assert (page["numberMatched"], page["numberReturned"]) == (number, number), params
    assert read("collections/provinces/items/XX-99").status_code == 404
