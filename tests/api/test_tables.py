"""Things beside incidents in other forms than JSON, and some members of them: the same things, with who says so."""

import csv
import io
import json
from typing import Any, Final

from django.test import Client

from incidents.api.urls import IN_FORMS
from tests.api.conftest import Read
from tests.api.holding import Record

FORMS: Final = (
    ("jsonl", "application/jsonl", "application/jsonl"),
    ("csv", "text/csv", "text/csv; charset=utf-8; header=present"),
)
"""Endings, what an Accept header calls them, and what the answer does."""


def table(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def test_each_list_is_the_same_in_every_form_however_it_is_asked_for(holding: Record, client: Client) -> None:
    for name in IN_FORMS:
        address = f"/api/v1/{name}"
        whole = client.get(f"{address}/").json()
        assert whole["results"], name
        for form, media_type, told in FORMS:
            answers = [
                client.get(f"{address}.{form}"),
                client.get(f"{address}/?format={form}"),
                client.get(f"{address}/", headers={"Accept": media_type}),
            ]
            assert {(one.status_code, one["Content-Type"], one.content) for one in answers} == {
                (200, told, answers[0].content)
            }, (name, form)
            assert answers[0]["Attest-Count"] == str(whole["count"])
        lines = client.get(f"{address}.jsonl").content.splitlines()
        assert [json.loads(line) for line in lines] == whole["results"], name
        rows = table(client.get(f"{address}.csv"))
        assert [row.get("id") or row.get("actor") or row.get("place") or row["other"] for row in rows] == [
            one.get("id") or one.get("actor") or one.get("place") or one["other"] for one in whole["results"]
        ], name
    assert client.get("/api/v1/nothing.csv").status_code == client.get("/api/v1/times.xml").status_code == 404


def test_a_table_says_who_says_so_and_leaves_the_unknown_empty(holding: Record, read: Read) -> None:
    claims = read("casualty-estimates/").json()["results"]
    rows = table(read("casualty-estimates.csv"))
    for row, claim in zip(rows, claims, strict=True):
        for bound in ("low", "best", "high"):
            told = claim["value"][bound]
            assert row[f"value.{bound}"] == ("" if told is None else str(told))
        assert row["value.verbatim"] == claim["value"]["verbatim"]
        assert (row["incident.id"], row["incident.demonstration"]) == (claim["incident"]["id"], "false")
        assert json.loads(row["citations"]) == claim["citations"]
        assert claim["citations"][0]["said_by"] in row["said_by"]
        assert claim["citations"][0]["source"]["publisher"] in row["said_by"]
    (warning,) = table(read("warnings.csv"))
    assert warning["said_by"]
    assert warning["specificity.place"]
    assert len({tuple(row) for row in table(read("assertions.csv"))}) == 1, "one header for claims of every kind"
    assert table(read("assertions.csv", country="FR")) == []
    assert read("assertions.csv", country="FR").content.startswith(b"incident.id,")


def test_some_members_never_come_without_their_incident_and_who_says_so(holding: Record, read: Read) -> None:
    whole = read("casualty-estimates/").json()["results"]
    some = read("casualty-estimates/", fields="value.low,value.verbatim").json()["results"]
    for one, part in zip(whole, some, strict=True):
        kept = {name: one[name] for name in ("id", "incident", "url", "citations")}
        assert part == {**kept, "value": {name: one["value"][name] for name in ("low", "verbatim")}}
    rows = table(read("casualty-estimates.csv", fields="value.low"))
    assert {"id", "incident.id", "incident.title", "incident.demonstration", "value.low", "said_by"} <= set(rows[0])
    assert not {"value.high", "citations"} & set(rows[0])
    (warning,) = read("warnings/", fields="outcome").json()["results"]
    assert warning["claims"][0]["citations"][0]["said_by"]
    for path, fields, allowed in (
        ("attributions/", "value.actr", "value.actor"),
        ("attributions.csv", "citations.quote", None),
        ("sources/", "titel", "title"),
    ):
        answer = read(path, fields=fields)
        (error,) = answer.json()["errors"]
        assert (answer.status_code, error["parameter"]) == (400, "fields")
        assert allowed is None or allowed in error["allowed"]


def test_a_table_goes_on_where_its_link_leads(holding: Record, client: Client) -> None:
    whole = table(client.get("/api/v1/assertions.csv"))
    met, address = [], "/api/v1/assertions.csv?limit=4"
    while address:
        answer = client.get(address)
        met += table(answer)
        address = answer.headers.get("Link", "").partition(">")[0].removeprefix("<")
    assert met == whole
    assert len(met) > 4
