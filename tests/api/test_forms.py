"""What an incident is told with: some members, more of them, and in which form."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from django.test import Client

from incidents.exchange.columns import NAMES
from incidents.exchange.hxl import TAGS
from incidents.models import Incident
from incidents.services.inputs import Description
from incidents.services.logging import describe
from tests.api.conftest import Read
from tests.api.full import complete
from tests.isolation.scenes import scene
from tests.making import desk, person, published

LIST = "/api/v1/incidents"
HEAVY = "assertions,citations,provenance"
HASHTAGS = {"event", "meta", "date", "description", "loc", "country", "adm1", "geo", "cause", "impact", "status"}
HASHTAGS |= {"group", "affected", "indicator"}
"""Of the core list of HXL 1.1, those that fit."""


@scene
def told(_folder: Path) -> Incident:
    """An incident with one of everything a document can hold, and two others."""
    people = desk()
    made = complete(people)
    published(people, title="=1+1", killed="nearly 100", when="6 May 2024")
    return made


def table(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def refused(answer: Any, name: str) -> dict[str, Any]:
    """What is said of the one parameter that is wrong."""
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    (found,) = answer.json()["errors"]
    assert found["parameter"] == name
    return dict(found)


def test_some_members_come_with_who_gives_them(told: Incident, read: Read) -> None:
    whole, some = (read("incidents/", **how).json()["results"] for how in ({}, {"fields": "title,killed.best,place"}))
    for row, part in zip(whole, some, strict=True):
        said = {name: row["killed"][name] for name in ("best", "said_by")}
        assert part == {name: row[name] for name in ("id", "title", "demonstration", "place")} | {"killed": said}
    (feature, *_rest) = read("incidents/", format="geojson", fields="version").json()["features"]
    assert (feature["geometry"], set(feature["properties"])) == (
        {"type": "Point", "coordinates": [57.08, 30.28]},
        {"id", "version", "demonstration"},
    )
    one = read(f"incidents/{told.public_id}/", fields="content.killed.low,content.claims.text,log.position").json()
    assert set(one) == {"id", "content", "log"}
    assert set(one["content"]) == {"demonstration", "killed", "claims"}
    assert set(one["content"]["killed"]) == {"low", "why"}
    assert {frozenset(claim) for claim in one["content"]["claims"]} == {frozenset({"id", "text", "citations"})}
    assert set(one["log"]) == {"position"}


def test_a_member_that_there_is_not_is_named_beside_those_at_its_place(told: Incident, read: Read) -> None:
    assert {"title", "killed", "place"} <= set(refused(read("incidents/", fields="titel"), "fields")["allowed"])
    found = refused(read("incidents/", fields="id,killed.bets"), "fields")
    assert found["allowed"] == ["killed.low", "killed.best", "killed.high", "killed.text", "killed.said_by"]
    assert "comes whole" in refused(read("incidents/", fields="provenance"), "fields")["detail"]
    where = f"incidents/{told.public_id}/"
    assert "content" in refused(read(where, fields="title"), "fields")["allowed"]
    assert "content.claims" in refused(read(where, fields="content.claim"), "fields")["allowed"]
    assert refused(read("incidents/", format="csv", fields="killed.best"), "fields")["allowed"] == list(NAMES)


def test_more_is_added_where_it_is_asked_for(told: Incident, read: Read) -> None:
    where, everything = f"incidents/{told.public_id}/", f"{HEAVY},geometry"
    content = read(where).json()["content"]
    (listed,) = read("incidents/", q=str(told.public_id), include=everything).json()["results"]
    one = read(where, include=everything).json()
    for found in (listed, one):
        assert found["assertions"] == content["claims"]
        assert found["sources"] == content["sources"]
        assert found["geometry"] == {"type": "Point", "coordinates": [57.08, 30.28]}
        assert found["provenance"]["killed"]["claims"][0]["citations"]
        assert {cited["cited_for"] for cited in found["citations"]} == {"claims", "statements", "links", "summary"}
        assert all(cited["source"] in {source["id"] for source in found["sources"]} for cited in found["citations"])
    picked = read(where, include="geometry", fields="version").json()
    assert set(picked) == {"id", "version", "geometry"}
    (feature,) = read("incidents/", q=str(told.public_id), include="geometry,assertions", format="geojson").json()[
        "features"
    ]
    assert ("geometry" in feature["properties"], bool(feature["properties"]["assertions"])) == (False, True)


def test_what_is_heavy_comes_for_few_incidents_at_once(told: Incident, read: Read) -> None:
    for name in HEAVY.split(","):
        assert "from 1 to 20" in refused(read("incidents/", include=name, limit="21"), "limit")["detail"]
    assert read("incidents/", include="geometry", limit="200").status_code == 200
    assert refused(read("incidents/", include="geometry,claims"), "include")["allowed"] == [
        *HEAVY.split(","),
        "geometry",
    ]
    assert "no place" in refused(read("incidents/", include="geometry", format="csv"), "include")["detail"]


def test_the_same_incidents_in_every_form_however_it_is_asked_for(told: Incident, client: Client) -> None:
    whole = client.get(f"{LIST}/").json()["results"]
    forms = {
        "json": ("application/json", lambda answer: answer.json()["results"]),
        "geojson": ("application/geo+json", lambda answer: [one["properties"] for one in answer.json()["features"]]),
        "jsonl": ("application/jsonl", lambda answer: [json.loads(line) for line in answer.content.splitlines()]),
    }
    for form, (media_type, rows) in forms.items():
        answers = [
            client.get(f"{LIST}.{form}"),
            client.get(f"{LIST}/?format={form}"),
            client.get(f"{LIST}/", headers={"Accept": media_type}),
        ]
        assert {(answer["Content-Type"], answer.content) for answer in answers} == {(media_type, answers[0].content)}
        assert [row | {"id": row["id"]} for row in rows(answers[0])] == whole, form
        assert len({answer["ETag"] for answer in answers}) == 1
    as_csv = [client.get(f"{LIST}.csv"), client.get(f"{LIST}/", headers={"Accept": "text/csv"})]
    assert {answer["Content-Type"] for answer in as_csv} == {"text/csv; charset=utf-8; header=present"}
    downloaded = b"".join(client.get("/downloads/incidents.csv").streaming_content)  # type: ignore[attr-defined]
    assert [answer.content for answer in as_csv] == [downloaded, downloaded]
    assert client.get(f"{LIST}/{told.public_id}.geojson").json()["id"] == told.public_id
    assert client.get(f"{LIST}.xml").status_code == 404
    assert refused(client.get(f"{LIST}.csv?format=json"), "format")


def test_a_table_has_pages_columns_and_hashtags(told: Incident, client: Client) -> None:
    first = client.get(f"{LIST}.csv?limit=2&fields=title,killed_high,latitude&hxl=true")
    header, hashtags, *rows = csv.reader(io.StringIO(first.content.decode(), newline=""))
    assert header == ["id", "title", "latitude", "place_said_by", "killed_high", "killed_said_by", "demonstration"]
    assert hashtags[2:5] == ["#geo+lat", "#meta+source+loc", "#affected+killed+max"]
    assert rows[0][1] == "'=1+1"
    assert (first["Attest-Count"], first["Attest-Count-Is"]) == ("3", "exact")
    second = client.get(re.fullmatch(r'<(http://testserver/api/v1/incidents\.csv\?.*)>; rel="next"', first["Link"])[1])  # type: ignore[index]
    assert len(table(second)) == 2  # its own hashtags, and one incident
    assert "Link" not in second
    assert client.head(f"{LIST}.csv")["Attest-Count"] == "3"
    assert refused(client.get(f"{LIST}.csv?hxl=yes"), "hxl")["allowed"] == ["true", "false"]
    assert refused(client.get(f"{LIST}/?hxl=true"), "hxl")
    problem = client.get(f"{LIST}.csv?attack_type=bomb")
    assert (problem.status_code, problem["Content-Type"]) == (400, "application/problem+json")


def test_a_row_of_a_table_that_comes_under_review_has_another_tag(told: Incident, client: Client) -> None:
    tag = client.get(f"{LIST}.csv")["ETag"]
    changed = Description(title="Not yet said", graphic=False, personal_data=False)
    describe(actor=person(), incident=told, description=changed, summary="A better title.")
    assert client.get(f"{LIST}.csv", headers={"If-None-Match": tag}).status_code == 200


def test_downloads_carry_hashtags_too(told: Incident, client: Client) -> None:
    answer = client.get("/downloads/incidents.csv?hxl=true&country=IR")
    (hashtags, *rows) = table_of(answer)
    assert (hashtags["country_iso2"], hashtags["killed_best"]) == ("#country+code+v_iso2", "#affected+killed")
    assert len(rows) == 3
    assert answer["ETag"] != client.get("/downloads/incidents.csv?country=IR")["ETag"]
    for refusal in ("csv?hxl=1", "jsonl?hxl=true", "csv?hxl=true&page=2"):
        assert client.get(f"/downloads/incidents.{refusal}").status_code == 400


def table_of(answer: Any) -> list[dict[str, str]]:
    text = b"".join(answer.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_column_has_its_own_hashtag_of_the_core_list() -> None:
    assert tuple(TAGS) == NAMES
    assert len(set(TAGS.values())) == len(TAGS)
    assert all(re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*", tag) for tag in TAGS.values())
    assert {re.split(r"[#+]", tag)[1] for tag in TAGS.values()} == HASHTAGS
    figures = {name for name, tag in TAGS.items() if tag.startswith("#affected")}
    assert figures == {f"{measure}_{bound}" for measure in ("killed", "wounded") for bound in ("low", "best", "high")}
