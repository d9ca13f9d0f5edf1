"""Finding incidents: the filters, the forms of the answer, and what is said of a question that cannot be answered."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict

from incidents.api import pages
from incidents.api.reference.document import openapi
from incidents.api.reference.hoisting import parameters_of
from incidents.filters import IncidentFilter, read_query
from incidents.services.publishing import withdraw
from tests.api.conftest import Read
from tests.isolation.scenes import scene
from tests.making import Desk, claimed, desk, incident, published, republished

QUERIES = (
    "",
    "q=market",
    "q=INC-2024-000001",
    "since=2024-02-01",
    "until=2024-02-01",
    "bbox=56,29,58,31",
    "bbox=170,-10,-170,10",
    "country=IR,IQ",
    "country=FR",
    "attack_type=bombing&killed_min=10",
    "attribution=claimed",
    "attribution_kind=responsibility_claim",
    "actor=example-front",
    "precision=settlement,province",
    "warning=false",
    "origins_min=2",
    "sort=occurred",
    "sort=-published",
    "sort=published",
    "part=true",
    "part=false",
    "part_of=INC-2024-000001",
    "polygon=55,28,59,28,59,32",
    "near=57.08,30.28&radius=20",
    "near=57.08,30.28",
    "place=kerman-ir",
    "claim=claimed",
    "verification=corroborated,single_origin",
    "date_precision=day",
    "language=en",
    "definition=strict",
    "definition=broad",
    "killed_max=5",
    "wounded_min=1",
    "wounded_max=10",
    "since=2024-03",
    "until=15 Dey 1402",
)


@scene
def record(_folder: Path) -> Desk:
    """Three incidents, of which one names a group, and a draft."""
    people = desk()
    first = published(people, title="A bombing at a market", killed="12", when="3 January 2024")
    claimed(people.editor, first)
    republished(people, first)
    published(people, title="A bombing on a road", killed="3", when="5 March 2024")
    published(people, title="A bombing in a square", killed="nearly 100", when="5 March 2024")
    incident(people.editor, title="A bombing that nobody has published")
    return people


def ids(answer: Any) -> list[str]:
    return [row["id"] for row in answer.json()["results"]]


def wrong(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    (found,) = answer.json()["errors"]
    return dict(found)


def test_the_same_filters_find_the_same_incidents_as_everywhere(record: Desk, client: Any) -> None:
    for query in QUERIES:
        answer = client.get(f"/api/v1/incidents/?{query}")
        found = [row.public_id for row in read_query(QueryDict(query)).incidents()]
        assert ids(answer) == found, query
        assert (answer.json()["count"], answer.json()["count_is"]) == (len(found), "exact"), query
        assert "nobody has published" not in answer.content.decode(), query


def test_the_queries_above_use_most_of_the_filters() -> None:
    used = {name for query in QUERIES for name in QueryDict(query)}
    left = set(IncidentFilter.base_filters) - used
    by_id = {"publisher", "source"}
    assert left <= {"as_of", "release", "province", "weapon_type", "target_type", "tactic", "mapped"} | by_id


def test_a_row_says_what_is_known_and_null_what_is_not(record: Desk, read: Read) -> None:
    (row,) = read("incidents/", q="square").json()["results"]
    said_by = [{"name": "The Example Courier", "publisher": "The Example Courier"}]
    assert row["killed"] == {"low": None, "best": None, "high": 99, "text": "nearly 100", "said_by": said_by}
    assert row["occurred"]["said_by"] == said_by
    assert row["wounded"] is None
    assert row["occurred"]["edtf"] == "2024-03-05"
    assert row["place"]["precision"] == "settlement"
    assert row["url"] == f"http://testserver/api/v1/incidents/{row['id']}/"


def test_geojson_has_the_same_incidents_with_what_may_be_drawn_of_them(record: Desk, read: Read) -> None:
    by_parameter, by_header = (
        read("incidents/", format="geojson"),
        read("incidents/", headers={"Accept": "application/geo+json"}),
    )
    assert by_parameter["Content-Type"] == by_header["Content-Type"] == "application/geo+json"
    collection = by_parameter.json()
    assert collection["type"] == "FeatureCollection"
    assert [feature["id"] for feature in collection["features"]] == ids(read("incidents/"))
    assert collection["features"][0]["geometry"] == {"type": "Point", "coordinates": [57.08, 30.28]}
    assert collection["features"][0]["properties"] == read("incidents/").json()["results"][0]


def test_an_unknown_parameter_is_named_beside_those_there_are(db: None, read: Read) -> None:
    answer = read("incidents/", contry="IR")
    assert wrong(answer)["parameter"] == "contry"
    assert {"country", "limit", "cursor", "format"} <= set(answer.json()["parameters"])
    assert "page" not in answer.json()["parameters"]


def test_an_unknown_value_is_named_beside_those_there_are(db: None, read: Read) -> None:
    found = wrong(read("incidents/", attack_type="bomb"))
    assert found["parameter"] == "attack_type"
    assert "bomb" in found["detail"]
    assert "bombing" in found["allowed"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("page", "2"),
        ("limit", "0"),
        ("limit", "201"),
        ("limit", "ten"),
        ("limit", "-1"),
        ("limit", "9" * 5000),
        ("cursor", ""),
        ("cursor", "x"),
        ("cursor", "bnVsbA"),
        ("cursor", "é\x00"),
        ("format", "xml"),
        ("sort", "killed_low"),
        ("since", "yesterday"),
        ("bbox", "1,2,3"),
        ("bbox", "nan,0,1,1"),
        ("as_of", "2024"),
        ("q", "a\x00b"),
        ("killed_min", "-1"),
        ("killed_min", "1e400"),
        ("warning", "perhaps"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_by_name(name: str, value: str, db: None, read: Read) -> None:
    assert wrong(read("incidents/", **{name: value}))["parameter"] == name


def test_what_is_sent_empty_asks_for_nothing_and_what_is_half_empty_is_refused(record: Desk, read: Read) -> None:
    document = openapi()
    for path, methods in document["paths"].items():
        given = parameters_of(document, methods["get"])
        empty = {one["name"]: "" for one in given if one["in"] == "query" and one["name"] != "cursor"}
        if "{" not in path:
            asked = path.removeprefix("/api/v1/")
            assert read(asked, **empty).json() == read(asked).json(), path
    for name, half in (("country", "IR,"), ("attack_type", ",bombing"), ("include", "geometry,,citations")):
        assert wrong(read("incidents/", **{name: half}))["parameter"] == name
    assert wrong(read("assertions/", kind="time,"))["parameter"] == "kind"
    assert ids(read("incidents/", country="", attack_type="bombing")) == ids(read("incidents/"))


def test_lines_say_that_they_are_lines_though_there_be_none(record: Desk, read: Read) -> None:
    for query, lines in (("square", 1), ("nothing of this kind", 0)):
        answer = read("incidents/", q=query, format="jsonl")
        assert (answer["Content-Type"], answer.content.count(b"\n")) == ("application/jsonl", lines)


def test_a_format_that_is_not_written_is_refused_beside_those_that_are(db: None, read: Read) -> None:
    assert wrong(read("incidents/", format="xml"))["allowed"] == ["json", "geojson", "jsonl", "csv"]
    assert wrong(read("record/", format="geojson"))["allowed"] == ["json"]


def test_the_record_can_be_asked_as_it_stood(people: Desk, read: Read) -> None:
    published(people, title="The first")
    then = datetime.fromisoformat(read("record/").json()["published_at"])
    second = published(people, title="The second")
    withdraw(actor=people.publisher, incident=second, reason="It did not happen.")
    assert ids(read("incidents/")) == ["INC-2024-000001"]
    between = read(f"incidents/{second.public_id}/versions/1/").json()["published_at"]
    assert set(ids(read("incidents/", as_of=between))) == {"INC-2024-000001", second.public_id}
    assert ids(read("incidents/", as_of=then.isoformat())) == ["INC-2024-000001"]
    assert ids(read("incidents/", as_of="2001-01-01T00:00:00Z")) == []
    assert read("incidents/", as_of=between).json()["as_of"] == between


def test_counting_stops_where_it_would_cost_more_than_the_page(
    record: Desk, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MOST_COUNTED", 2)
    found = read("incidents/").json()
    assert (found["count"], found["count_is"]) == (2, "at_least")
    found = read("incidents/", q="square").json()
    assert (found["count"], found["count_is"]) == (1, "exact")


def test_an_empty_record_answers_with_nothing_in_it(db: None, read: Read) -> None:
    assert read("incidents/").json() == {"count": 0, "count_is": "exact", "as_of": None, "next": None, "results": []}
    assert read("record/").json()["size"] == 0
    assert read("docs/").status_code == 200


def test_nobody_else_is_in_an_answer(record: Desk, read: Read) -> None:
    everything = read("incidents/").content + read("incidents/INC-2024-000001/").content
    for person in vars(desk()).values():
        assert person.email.split("@")[0].encode() not in everything
    for person in vars(record).values():
        assert person.display_name.encode() not in everything
