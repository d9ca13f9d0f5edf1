"""The files of a release are read by other people's programs, whole and in parts, and never change."""

import gc
import hashlib
import json
import warnings
from pathlib import Path
from typing import Any

import duckdb
import feedparser
import frictionless
import geopandas
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from django.test import Client
from rdflib import URIRef
from rdflib.compare import isomorphic

from incidents.exchange.columns import NAMES
from incidents.models import ReleaseFile
from tests.public.reading import text_of
from tests.releases.conftest import FIRST, SECOND, Released
from tests.releases.test_asking import csv_of
from tests.shapes.linked import DCAT, HERE, QUIET, SPDX, catalogue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("released")]


def address(name: str, tag: str = FIRST) -> str:
    return f"/releases/{tag}/{name}"


def test_duckdb_geopandas_and_gdal_read_the_files(first: Path) -> None:
    ids = sorted(row["id"] for row in csv_of(first))
    glob = str(first / "parquet" / "*" / "*.parquet")
    with duckdb.connect(":memory:") as database:
        rows = database.execute(
            "SELECT id, year, bbox.xmin, longitude FROM read_parquet(?, hive_partitioning = true) ORDER BY id", [glob]
        ).fetchall()
        lines = database.execute(
            "SELECT id, len(content.claims) FROM read_json(?) ORDER BY id", [str(first / "incidents.jsonl.gz")]
        ).fetchall()
    assert [row[0] for row in rows] == [row[0] for row in lines] == ids
    assert {row[1] for row in rows} == {2022, 2023, 2024}
    assert all(row[2] == row[3] for row in rows if row[3] is not None)
    assert all(claims >= 4 for _id, claims in lines)
    frame = geopandas.read_parquet(first / "parquet")
    assert sorted(frame["id"]) == ids
    assert str(frame.crs) == "OGC:CRS84"
    assert len(geopandas.read_parquet(first / "parquet", bbox=(57.0, 30.2, 57.1, 30.3))) == 6
    assert sorted(geopandas.read_file(first / "incidents.geojson")["id"]) == ids
    layers = [name for name, _kind in pyogrio.list_layers(first / "incidents.gpkg") if name.startswith("incidents_")]
    found = [one for layer in layers for one in pyogrio.read_dataframe(first / "incidents.gpkg", layer=layer)["id"]]
    assert sorted(found) == ids


def test_the_header_of_the_geopackage_counts_none_of_the_writing(first: Path, second: Path) -> None:
    """How often GDAL writes differs from one time to the next, and would make other bits of the same record."""
    for folder in (first, second):
        assert (folder / "incidents.gpkg").read_bytes()[24:28] == b"\0\0\0\1"  # the file change counter of SQLite


def test_each_year_is_geoparquet_1_1_with_a_box_that_covers_its_geometry(first: Path) -> None:
    for path in sorted((first / "parquet").rglob("*.parquet")):
        geo = json.loads(pq.read_schema(path).metadata[b"geo"])
        assert geo["version"] == "1.1.0"
        assert geo["columns"]["geometry"]["covering"]["bbox"]["ymax"] == ["bbox", "ymax"]
        table = pq.read_table(path, partitioning=None)
        assert table.column_names == [*NAMES, "geometry", "bbox"]
        for row in table.select(["geometry", "bbox"]).to_pylist():
            shape, box = row["geometry"] and shapely.from_wkb(row["geometry"]), row["bbox"]
            assert (box is None) == (shape is None)
            assert shape is None or shape.bounds == tuple(box.values())


def test_frictionless_finds_the_package_valid_and_would_find_a_fault(second: Path) -> None:
    assert faults(second) == []
    package = json.loads((second / "datapackage.json").read_text())
    assert {one["path"] for one in package["resources"]} == {
        str(path.relative_to(second)) for path in second.rglob("*") if path.is_file()
    } - {"datapackage.json", "SHA256SUMS"}
    table = second / "incidents.csv"
    table.write_text(table.read_text().replace("settlement", "somewhere", 1))
    assert faults(second, "incidents.csv") != []


def faults(folder: Path, resource: str = "") -> list[Any]:
    """What frictionless finds wrong, in all files or in one; it leaves files open, and says so."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        package = frictionless.Package.from_descriptor(str(folder / "datapackage.json"))
        report = (package.get_resource(resource) if resource else package).validate()
        gc.collect()
    return [(task.place, error.title) for task in report.tasks for error in task.errors]


def test_the_sums_are_those_of_the_files_and_the_log_is_proved(client: Client, first: Path) -> None:
    lines = [line.split("  ") for line in (first / "SHA256SUMS").read_text().splitlines()]
    sums = {name: digest for digest, name in lines}
    for name, digest in sums.items():
        assert hashlib.sha256((first / name).read_bytes()).hexdigest() == digest, name
    told = client.get(f"/api/v1/releases/{FIRST}/").json()
    assert {one["name"]: one["sha256"] for one in told["files"] if one["name"] != "SHA256SUMS"} == sums
    log = json.loads((first / "log.json").read_text())
    assert (log["size"], log["chain_hash"]) == (told["log_size"], told["log_head"])
    proved = client.get(f"/record/consistency?from={log['size']}").json()
    assert proved["from_root"] == log["root"]


def test_a_file_is_for_ever_and_known_by_its_sum(client: Client, first: Path) -> None:
    kept = ReleaseFile.objects.get(release__tag=FIRST, name="incidents.gpkg")
    answer = client.get(address("incidents.gpkg"))
    data = answer.getvalue()
    assert (len(data), hashlib.sha256(data).hexdigest()) == (kept.byte_size, kept.sha256)
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["ETag"] == f'"{kept.sha256}"'
    assert answer["Content-Type"] == "application/geopackage+sqlite3"
    assert answer["Content-Disposition"] == 'attachment; filename="incidents.gpkg"'
    unchanged = client.get(address("incidents.gpkg"), headers={"If-None-Match": answer["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    head = client.head(address("incidents.gpkg"))
    assert (head.status_code, head.getvalue(), head["Content-Length"]) == (200, b"", str(kept.byte_size))
    for wrong in (address("nothing.csv"), address("../2024.2/incidents.csv"), address("README.md", "2023.9")):
        assert client.get(wrong).status_code == 404, wrong
    (first / "README.md").unlink()
    assert client.get(address("README.md")).status_code == 404
    assert client.get("/releases/2023.9/").status_code == 404
    assert client.get("/api/v1/releases/2023.9/").status_code == 404


def body_of(answer: Any) -> bytes:
    return bytes(answer.getvalue() if answer.streaming else answer.content)


def test_parts_of_a_file_can_be_asked_for(client: Client, first: Path) -> None:
    whole = (first / "incidents.csv").read_bytes()
    size, tag = len(whole), f'"{hashlib.sha256(whole).hexdigest()}"'

    def asked(part: str, **headers: str) -> tuple[int, str, bytes]:
        answer = client.get(address("incidents.csv"), headers={"Range": part, **headers})
        assert answer["Accept-Ranges"] == "bytes"
        return answer.status_code, answer.get("Content-Range", ""), body_of(answer)

    for part, start, end in (
        ("0-99", 0, 99),
        ("100-", 100, size - 1),
        ("-8", size - 8, size - 1),
        ("0-9999999", 0, size - 1),
    ):
        assert asked(f"bytes={part}") == (206, f"bytes {start}-{end}/{size}", whole[start : end + 1]), part
    for part in (f"{size}-", "5-2", "-0"):
        assert asked(f"bytes={part}") == (416, f"bytes */{size}", b""), part
    for other in ("bytes=0-1,5-6", "lines=0-1", "bytes=-", "bytes=a-b"):
        assert asked(other) == (200, "", whole), other
    assert asked("bytes=0-1", **{"If-Range": tag})[0] == 206
    assert asked("bytes=0-1", **{"If-Range": '"another"'})[0] == 200


def test_pages_and_feed_say_what_there_is(client: Client, released: Released) -> None:
    index = text_of(client.get("/releases/"))
    assert "2024.2" in index
    assert "Since 2024.1: 1 added, 2 changed, 1 corrected, 1 merged and 1 withdrawn" in index
    page = client.get(f"/releases/{SECOND}/")
    told = text_of(page)
    assert "6 incidents, as the record stood on" in told
    for file in ReleaseFile.objects.filter(release__tag=SECOND):
        assert file.sha256 in told
        assert f'href="{address(file.name, SECOND)}"' in page.content.decode()
    feed = feedparser.parse(client.get("/releases/feed.atom").content)
    assert [one.title for one in feed.entries] == ["Release 2024.2", "Release 2024.1"]
    assert feed.entries[0].link.endswith("/releases/2024.2/")


@QUIET
def test_each_release_is_a_version_of_the_dataset_with_the_sums_of_its_files(client: Client) -> None:
    graph = catalogue(client, "jsonld")
    assert isomorphic(graph, catalogue(client, "ttl"))
    versions = {
        str(graph.value(one, DCAT.version)): one
        for one in graph.objects(URIRef(f"{HERE}/catalog#record"), DCAT.hasVersion)
    }
    assert set(versions) == {FIRST, SECOND}
    assert graph.value(versions[SECOND], DCAT.previousVersion) == versions[FIRST]
    files = {file.name: file for file in ReleaseFile.objects.filter(release__tag=FIRST) if "parquet" not in file.name}
    told = list(graph.objects(versions[FIRST], DCAT.distribution))
    assert {str(one) for one in told} == {f"{HERE}/releases/{FIRST}/{name}" for name in files}
    for one in told:
        file = files[str(one).rpartition("/")[2]]
        checksum = graph.value(one, SPDX.checksum)
        assert str(graph.value(checksum, SPDX.checksumValue)).lower() == file.sha256
        assert int(str(graph.value(one, DCAT.byteSize))) == file.byte_size
