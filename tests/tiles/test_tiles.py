"""Vector tiles hold what the list holds, draw nothing more finely than it is known, and leave nothing out unsaid."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import mapbox_vector_tile
import pyogrio
import pytest
from django.test import Client

from incidents.models import LogEntry
from incidents.selectors.vector_tiles import encoded
from tests.exchange.test_same_ids import QUERIES, past
from tests.public.reading import ids_of_json

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

Layers = dict[str, list[dict[str, Any]]]
WORLD = (0, 0, 0)
BY_IDS = ("incidents", "incident_areas")


def drawn(client: Client, tile: tuple[int, int, int] = WORLD, query: str = "") -> Layers:
    """The features of a tile by layer."""
    zoom, column, row = tile
    answer = client.get(f"/tiles/{zoom}/{column}/{row}.mvt?{query}")
    assert answer.status_code in {200, 204}, answer.content
    return {name: layer["features"] for name, layer in mapbox_vector_tile.decode(answer.content).items()}


def ids(layers: Layers) -> list[str]:
    return [feature["properties"]["id"] for name in BY_IDS for feature in layers.get(name, [])]


def every_tile(zoom: int) -> Iterator[tuple[int, int, int]]:
    return ((zoom, column, row) for column, row in product(range(1 << zoom), repeat=2))


def test_the_tile_of_the_world_holds_what_the_list_holds_and_can_draw(client: Client) -> None:
    for query in [*QUERIES, past()]:
        if "mapped" not in query:
            listed = ids_of_json(client, f"{query}&mapped=true" if query else "mapped=true")
            assert sorted(ids(drawn(client, query=query))) == sorted(listed), query


def test_an_area_is_no_point_and_a_point_has_its_circle(client: Client) -> None:
    layers = drawn(client)
    for feature in layers["incidents"]:
        assert feature["geometry"]["type"] == "Point"
        assert feature["properties"]["uncertainty_m"] > 0
        assert feature["properties"]["precision"] not in {"district", "province", "country"}
    for feature in layers["incident_areas"]:
        assert feature["geometry"]["type"] in {"Polygon", "MultiPolygon"}
        assert feature["properties"]["precision"] in {"district", "province"}


def test_a_place_is_in_one_tile_and_an_area_in_all_that_it_touches(client: Client) -> None:
    tiles = [drawn(client, tile) for tile in every_tile(2)]
    points = [one["properties"]["id"] for layers in tiles for one in layers.get("incidents", [])]
    assert sorted(points) == sorted(one["properties"]["id"] for one in drawn(client)["incidents"])
    assert {one for layers in tiles for one in ids(layers)} == set(ids(drawn(client)))


def test_what_is_too_much_is_counted_and_what_is_not_drawn_is_said(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = len(ids(drawn(client)))
    for limit in ("MOST_SINGLE", "MOST_IN_AREAS", "MOST_AREAS"):
        monkeypatch.setattr(f"incidents.selectors.map_view.{limit}", 0)

    layers = drawn(client)

    assert not ids(layers)
    counted = sum(one["properties"]["count"] for one in layers["counts"])
    [left] = layers["not_drawn"]
    assert counted + left["properties"]["incidents"] == number


def test_the_tilejson_describes_every_layer_and_every_property(client: Client) -> None:
    described = client.get("/tiles/tilejson.json?country=IR&sort=-occurred").json()
    fields = {layer["id"]: set(layer["fields"]) for layer in described["vector_layers"]}
    for name, features in drawn(client).items():
        for feature in features:
            assert feature["properties"].keys() <= fields[name]
    [template] = described["tiles"]
    assert template.endswith("/tiles/{z}/{x}/{y}.mvt?country=IR")


def test_gdal_reads_a_tile(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "0.mvt"
    path.write_bytes(client.get("/tiles/0/0/0.mvt").content)
    layers = {str(name): str(geometry) for name, geometry in pyogrio.list_layers(path)}
    assert layers.keys() == drawn(client).keys()
    found = pyogrio.read_info(path, layer="incidents", force_feature_count=True)
    assert found["features"] == len(drawn(client)["incidents"])
    assert "uncertainty_m" in found["fields"]


def test_a_tile_is_cached_open_to_maps_elsewhere_and_refused_in_words(client: Client) -> None:
    first = client.get("/tiles/0/0/0.mvt")
    assert first["Access-Control-Allow-Origin"] == "*"
    assert first["Content-Type"] == "application/vnd.mapbox-vector-tile"
    assert client.get("/tiles/0/0/0.mvt", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get("/tiles/0/0/0.mvt?country=AQ&killed_min=9000").status_code == 204
    for wrong in ("/tiles/0/1/0.mvt", "/tiles/15/0/0.mvt", "/tiles/99999999999999999999/0/0.mvt"):
        assert client.get(wrong).status_code == 404
    for address in ("/tiles/0/0/0.mvt", "/tiles/tilejson.json"):
        refused = client.get(f"{address}?colour=blue")
        assert refused.status_code == 400
        assert refused.json()["problems"][0]["parameter"] == "colour"


def test_a_shape_that_reaches_the_pole_ends_where_the_map_ends() -> None:
    assert LogEntry.objects.exists()
    corners = [[-180, -90], [180, -90], [180, -60], [-180, -60], [-180, -90]]
    antarctica = {"geometry": {"type": "Polygon", "coordinates": [corners]}, "properties": {"name": "Antarctica"}}
    tile = mapbox_vector_tile.decode(encoded({"areas": [antarctica]}, zoom=0, column=0, row=0))
    assert tile["areas"]["features"][0]["properties"] == {"name": "Antarctica"}
