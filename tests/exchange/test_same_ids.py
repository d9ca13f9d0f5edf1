"""Every form of a download holds the incidents that the list holds, and nothing of them more finely."""

import json
from pathlib import Path
from typing import Any

import pytest
import shapely
from django.test import Client

from incidents.models import LogEntry
from tests.exchange import reading as read
from tests.public.reading import ids_of_geojson, ids_of_json

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]

AREAS = {"district", "province"}
QUERIES = [
    "",
    "country=IR",
    "country=AQ",
    "q=kerman",
    "attack_type=hijacking,bombing",
    "attribution=claimed",
    "precision=province,country",
    "mapped=true",
    "mapped=false",
    "killed_min=50",
    "until=2023-12-31",
    "bbox=55,28,59,32",
    "sort=occurred",
    "sort=-published",
    "as_of=2024-01-05T00:00:00Z",
]


def past() -> str:
    """A moment at which the record held less, and the first incident in its first version."""
    moment = LogEntry.objects.order_by("position")[1].appended_at
    return f"as_of={moment.isoformat().replace('+00:00', 'Z')}"


def held(client: Client, query: str, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of every form, each with ``id`` and, where the form has one, ``geometry`` by shapely."""
    found: dict[str, list[dict[str, Any]]] = {
        "csv": read.csv_rows(read.fetched(client, "csv", query)),
        "xlsx": read.sheet_rows(read.kept(read.fetched(client, "xlsx", query), folder / "one.xlsx")),
    }
    collection = read.features(read.fetched(client, "geojson", query))
    found["geojson"] = [{**one["properties"], "geometry": drawn(one["geometry"])} for one in collection]
    lines = read.json_lines(read.fetched(client, "jsonl", query))
    found["jsonl"] = [{**one, "geometry": drawn(one["geometry"])} for one in lines]
    columns = read.parquet_rows(read.kept(read.fetched(client, "parquet", query), folder / "one.parquet"))
    found["parquet"] = [{**one, "geometry": one["geometry"] and from_wkb(one["geometry"])} for one in columns]
    return found


def drawn(geometry: dict[str, Any] | None) -> Any:
    return geometry and shapely.from_geojson(json.dumps(geometry))


def from_wkb(value: Any) -> Any:
    return shapely.from_wkb(bytes(value))


def test_list_map_and_every_download_hold_the_same_ids_in_the_same_order(client: Client, folder: Path) -> None:
    for query in [*QUERIES, past()]:
        listed = ids_of_json(client, query)
        assert ids_of_geojson(client, query) == listed, query
        for form, rows in held(client, query, folder).items():
            assert [row["id"] for row in rows] == listed, (form, query)
        layers = read.geopackage(read.kept(read.fetched(client, "gpkg", query), folder / "one.gpkg"))
        assert sorted(row["id"] for rows in layers.values() for row in rows) == sorted(listed), query
        (folder / "one.gpkg").unlink()


def test_the_past_is_downloaded_as_it_was(client: Client) -> None:
    then, now = (read.csv_rows(read.fetched(client, "csv", query)) for query in (past(), ""))
    assert {row["version"] for row in then} != {row["version"] for row in now if row["id"] == then[0]["id"]} or (
        len(then) < len(now)
    )
    assert "as_of=" in then[0]["url"]


def test_no_form_draws_an_area_as_a_point_or_a_country_at_all(client: Client, folder: Path) -> None:
    published = {row["id"]: row["place_precision"] for row in read.csv_rows(read.fetched(client, "csv"))}
    assert {*published.values()} == {"settlement", "district", "province", "country"}
    layers = read.geopackage(read.kept(read.fetched(client, "gpkg"), folder / "one.gpkg"))
    forms = {**held(client, "", folder), **layers}
    for form, rows in forms.items():
        for row in rows:
            precision, geometry = published[row["id"]], row.get("geometry")
            if precision != "settlement":
                assert geometry is None or geometry.geom_type == "MultiPolygon", (form, row["id"])
                assert is_empty(row["longitude"]), (form, row["id"])
            if precision == "country":
                assert geometry is None, (form, row["id"])
    assert {row["id"] for row in layers["incidents_points"]} == {
        one for one, precision in published.items() if precision == "settlement"
    }
    assert {published[row["id"]] for row in layers["incidents_areas"]} == AREAS


def is_empty(value: Any) -> bool:
    return value is None or value == "" or value != value  # noqa: PLR0124 (not a number)


def test_every_form_draws_what_the_map_draws(client: Client, folder: Path) -> None:
    on_map = {
        one["id"]: drawn(one["geometry"]) for one in client.get("/incidents.geojson?mapped=true").json()["features"]
    }
    layers = read.geopackage(read.kept(read.fetched(client, "gpkg", "mapped=true"), folder / "one.gpkg"))
    forms = {**held(client, "mapped=true", folder), **layers}
    for form, rows in forms.items():
        for row in rows:
            if row.get("geometry") is not None:
                assert (
                    row["geometry"].equals_exact(on_map[row["id"]].normalize(), 1e-5)
                    or row["geometry"].symmetric_difference(on_map[row["id"]]).area < 1e-5
                ), (form, row["id"])
