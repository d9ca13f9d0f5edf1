"""What a file says: every value guarded, explained and attributed, and the file itself checkable."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
import shapely
from django.test import Client

from incidents.choices import PlaceKind
from incidents.exchange.cells import text_cell
from incidents.exchange.codebook import CODES
from incidents.exchange.columns import COLUMNS, NAMES
from incidents.exchange.formats.archive import contents
from incidents.exchange.forms import FORMS
from incidents.models import Place, PublishedIncident, Version
from incidents.presenting.citing import Evidence
from incidents.presenting.sources import list_sources
from incidents.rules.countries import iso3
from incidents.rules.downloads import STREAMED
from incidents.rules.voices import names, voices
from tests.exchange import reading as read
from tests.making import published, square
from tests.public.conftest import Story

pytestmark = pytest.mark.django_db

FORMULA = '=HYPERLINK("https://example.org";"look")'


def test_a_cell_that_a_spreadsheet_would_run_is_guarded_and_json_says_what_was_written(
    client: Client, folder: Path
) -> None:
    published(title=FORMULA)
    (row,) = read.csv_rows(read.fetched(client, "csv"))
    assert row["title"] == f"'{FORMULA}"
    path = read.kept(read.fetched(client, "xlsx"), folder / "one.xlsx")
    cell = openpyxl.load_workbook(path).worksheets[0]["D2"]
    assert (cell.value, cell.data_type) == (f"'{FORMULA}", "s")
    assert read.json_lines(read.fetched(client, "jsonl"))[0]["title"] == FORMULA
    assert read.features(read.fetched(client, "geojson"))[0]["properties"]["title"] == FORMULA


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_beginning_of_a_formula_is_guarded(start: str) -> None:
    assert text_cell(f"{start}1") == f"'{start}1"
    assert text_cell([f"{start}1", "b"]) == f"'{start}1; b"


def test_a_number_below_zero_stays_a_number() -> None:
    assert text_cell(-71.05) == "-71.05"


@pytest.mark.usefixtures("record")
def test_csv_has_a_header_of_every_column_and_lines_that_end_as_the_standard_says(client: Client) -> None:
    data = read.fetched(client, "csv")
    assert data.startswith((",".join(NAMES) + "\r\n").encode())
    assert data.count(b"\r\n") == 6
    assert b'"Two bombings, at a ceremony"' in data


def test_the_code_of_namibia_is_a_code(client: Client, folder: Path) -> None:
    namibia = Place.objects.create(
        kind=PlaceKind.COUNTRY,
        name="Namibia",
        country_code="NA",
        country_code3="NAM",
        extent=square(12, -29, 13),
        search_names="\nnamibia",
    )
    published(place=namibia, precision="country")
    (row,) = read.csv_rows(read.fetched(client, "csv", "country=NA"))
    assert (row["country_iso2"], row["country_iso3"]) == ("NA", "NAM")
    (stored,) = read.parquet_rows(read.kept(read.fetched(client, "parquet"), folder / "one.parquet"))
    assert (stored["country_iso2"], stored["country_iso3"]) == ("NA", "NAM")
    assert iso3("XX") == ""


def test_no_number_stands_without_who_says_so(client: Client, story: Story) -> None:
    rows = read.json_lines(read.fetched(client, "jsonl"))
    for row in rows:
        for measure in ("killed", "wounded"):
            figures = [row[f"{measure}_{name}"] for name in ("low", "best", "high", "text")]
            assert any(one is not None for one in figures) == bool(row[f"{measure}_said_by"]), row["id"]
    (told,) = [row for row in rows if row["id"] == story.id]
    assert told["killed_best"] == 84
    assert told["killed_said_by"] == ["A. Minister, Minister of Health", "First Agency"]
    assert told["attributed_to"] == "Example Front (responsibility claim)"
    assert told["denied"] == "Example Front (denial)"


def test_the_voices_of_a_file_are_those_of_the_page(story: Story) -> None:
    assert story.id
    compared = 0
    for version in Version.objects.filter(row__isnull=False):
        evidence = Evidence(version.content, list_sources(version.content["sources"]).by_id())
        for claim in version.content["claims"]:
            quick = voices(version.content, {"why": {"claims": [claim["id"]]}})
            whole = evidence.behind([claim["id"]])
            assert [(one["name"], one["publisher"]) for one in quick] == list(
                dict.fromkeys((said.who, said.source.publisher) for said in whole)
            )
            assert names(quick) == list(dict.fromkeys(said.who for said in whole))
            compared += 1
    assert compared > 10


@pytest.mark.usefixtures("record")
def test_geojson_says_what_it_is_and_turns_its_rings_the_right_way(client: Client) -> None:
    document = json.loads(read.fetched(client, "geojson", "country=IR"))
    assert document["count"] == 5
    assert document["sentence"] == "5 incidents in Iran"
    assert document["query"] == "country=IR"
    assert len(document["log_hash"]) == 64
    areas = [one["geometry"] for one in document["features"] if (one["geometry"] or {}).get("type") == "MultiPolygon"]
    assert len(areas) == 2
    for area in areas:
        assert all(part.exterior.is_ccw for part in shapely.from_geojson(json.dumps(area)).geoms)


@pytest.mark.usefixtures("record")
def test_geoparquet_carries_the_metadata_of_version_1_1(client: Client, folder: Path) -> None:
    path = read.kept(read.fetched(client, "parquet"), folder / "one.parquet")
    schema = pq.read_schema(path)
    geo = json.loads(schema.metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    assert geo["columns"][geo["primary_column"]]["encoding"] == "WKB"
    assert schema.field("geometry").type == "binary"
    assert json.loads(schema.metadata[b"attest"])["count"] == 5
    assert schema.field("killed_best").metadata[b"description"].startswith(b"Killed, best figure.")
    for row in read.parquet_rows(path):
        assert isinstance(row["attack_types"], list)


@pytest.mark.usefixtures("record")
def test_a_workbook_names_nobody_and_explains_its_columns(client: Client, folder: Path) -> None:
    book = openpyxl.load_workbook(read.kept(read.fetched(client, "xlsx"), folder / "one.xlsx"))
    properties = book.properties
    assert not any([properties.creator, properties.lastModifiedBy, properties.title, properties.description])
    assert book.worksheets[0].freeze_panes == "B2"
    explained = [row[0] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)]
    assert explained == list(NAMES)


@pytest.mark.usefixtures("record")
def test_the_archive_explains_itself_and_can_be_checked(client: Client) -> None:
    data = read.fetched(client, "zip", "country=IR")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert list(files) == list(contents())
    sums = files.pop("SHA256SUMS").decode().splitlines()
    assert sums == [f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items()]
    query = json.loads(files["query.json"])
    assert (query["query"], query["count"], query["without_geometry"]) == ("country=IR", 5, 1)
    assert query["canonical_query"].startswith("as_of=")
    assert f"/?{query['canonical_query']}" in query["url"]
    assert files["incidents.csv"] == read.fetched(client, "csv", "country=IR")
    assert files["incidents.geojson"] == read.fetched(client, "geojson", "country=IR")
    assert "CC BY 4.0" in files["LICENCE.txt"].decode()
    assert query["url"] in files["CITATION.txt"].decode()
    assert "@misc{attest-incidents-" in files["citation.bib"].decode()
    assert json.loads(files["citation.csl.json"])[0]["type"] == "dataset"
    assert "5 incidents in Iran" in files["README.md"].decode()


@pytest.mark.usefixtures("record")
def test_the_query_in_the_archive_finds_the_same_after_more_is_published(client: Client) -> None:
    before = read.fetched(client, "zip")
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        query = json.loads(archive.read("query.json"))["canonical_query"]
        rows = read.csv_rows(archive.read("incidents.csv"))
    published(title="Published later")
    again = read.csv_rows(read.fetched(client, "csv", query))
    assert [(row["id"], row["version"]) for row in again] == [(row["id"], row["version"]) for row in rows]


def test_demonstration_data_is_called_so_wherever_it_stands(client: Client) -> None:
    published(demonstration=True)
    (row,) = read.csv_rows(read.fetched(client, "csv"))
    assert (row["demonstration"], row["notice"]) == ("true", "Demonstration data, not for citation.")
    assert json.loads(read.fetched(client, "geojson"))["notice"] == "Demonstration data, not for citation."
    with zipfile.ZipFile(io.BytesIO(read.fetched(client, "zip"))) as archive:
        for name in ("README.md", "CITATION.txt", "citation.bib", "query.json"):
            assert "Demonstration data, not for citation" in archive.read(name).decode(), name


def test_an_empty_record_is_downloaded_as_an_empty_one(client: Client, folder: Path) -> None:
    assert not PublishedIncident.objects.exists()
    assert read.csv_rows(read.fetched(client, "csv")) == []
    assert read.features(read.fetched(client, "geojson")) == []
    assert read.parquet_rows(read.kept(read.fetched(client, "parquet"), folder / "one.parquet")) == []
    for form in FORMS:
        assert read.fetched(client, form) or form == "jsonl"


def test_the_table_of_columns_says_what_each_value_is() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(str(column.meaning).endswith(".") for column in COLUMNS)
    assert set(CODES) <= set(NAMES)
    assert {code for code, form in FORMS.items() if form.stream} == STREAMED | {"stix.json"}


def test_a_column_that_may_not_be_empty_never_is(client: Client, story: Story) -> None:
    assert story.id
    for row in read.json_lines(read.fetched(client, "jsonl")):
        for column in COLUMNS:
            assert column.nullable or row[column.name] is not None, column.name
