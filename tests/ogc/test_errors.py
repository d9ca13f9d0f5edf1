"""Whatever is wrong is told as a problem that names the parameter and what there is; nothing ends in a fault."""

import random

import pytest

from tests.ogc.conftest import ITEMS, Read

pytestmark = pytest.mark.django_db

WRONG = (
    {"limit": "0"},
    {"limit": "-1"},
    {"limit": "ten"},
    {"limit": "\u0661\u0660"},
    {"bbox": ""},
    {"bbox": "1,2,3"},
    {"bbox": "1,2,3,4,5"},
    {"bbox": "a,b,c,d"},
    {"bbox": "nan,0,1,1"},
    {"bbox": "0,0,inf,1"},
    {"bbox": "0,10,1,0"},
    {"bbox": "0,0,361,1"},
    {"bbox-crs": "EPSG:4326"},
    {"crs": "http://www.opengis.net/def/crs/EPSG/0/2154"},
    {"filter-crs": "x"},
    {"filter-lang": "cql-text"},
    {"datetime": ""},
    {"datetime": ".."},
    {"datetime": "../.."},
    {"datetime": "yesterday"},
    {"datetime": "2024-13-01"},
    {"datetime": "2024-01-01T00:00:00"},
    {"datetime": "2024-01-05/2024-01-01"},
    {"datetime": "2024-01-01/2024-01-02/2024-01-03"},
    {"cursor": "x"},
    {"cursor": "bnVsbA"},
    {"attack_type": "bomb"},
    {"killed_best": "many"},
    {"killed_best": "0.5"},
    {"attack_family": "bombings"},
    {"weapon_types": "bomb"},
    {"occurred_latest": "2024-01-01T00:00:00-16:33"},
    {"has_warning": "perhaps"},
    {"published_at": "then"},
    {"f": "xml"},
    {"nonsense": "1"},
    {"radius": "5"},
)


def test_what_is_wrong_is_named_with_what_there_is(read: Read) -> None:
    for params in WRONG:
        ((name, _value),) = params.items()
        answer = read(ITEMS, **params)
        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json"), params
        problem = answer.json()
        assert name in [wrong["parameter"] for wrong in problem["errors"]], problem
        assert problem["parameters"]
        assert all(wrong["detail"] for wrong in problem["errors"])
    crs = read(ITEMS, crs="x").json()["errors"][0]
    assert "http://www.opengis.net/def/crs/EPSG/0/3857" in crs["allowed"]


def test_all_that_is_wrong_is_told_at_once(read: Read) -> None:
    problem = read(ITEMS, limit="0", bbox="x", datetime="x", filter="x", country="IR", attack_type="bomb").json()
    assert {wrong["parameter"] for wrong in problem["errors"]} == {"limit", "bbox", "datetime", "filter", "attack_type"}


def test_a_page_says_what_is_wrong_as_a_problem_too(read: Read) -> None:
    for resource in (ITEMS, "", "collections", "api", f"{ITEMS}/INC-2024-000001"):
        answer = read(resource, headers={"Accept": "text/html"}, nonsense="1")
        assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json"), resource
    assert read("nothing", headers={"Accept": "text/html"})["Content-Type"] == "application/problem+json"
    assert read(ITEMS, headers={"Accept": "image/png"}).status_code == 406


def test_a_parameter_is_given_once(client: object, read: Read) -> None:
    answer = read(f"{ITEMS}?limit=1&limit=2")
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "limit")


def test_nothing_that_anybody_writes_ends_in_a_fault(read: Read) -> None:
    draw = random.Random(7)  # noqa: S311 (to be foreseen)
    words = [
        "killed_best",
        "title",
        "=",
        "(",
        ")",
        "'",
        "''",
        "AND",
        "NOT",
        "1e5",
        "geometry",
        "S_INTERSECTS",
        ",",
        "\\",
    ]
    words += [
        "POINT(1 2)",
        "BBOX(1,2,3,4)",
        "DATE('2024-01-01')",
        "IN",
        "LIKE",
        "NULL",
        "IS",
        "TRUE",
        "%",
        "\ufffd",
        '"',
    ]
    for _time in range(60):
        text = " ".join(draw.choices(words, k=draw.randint(1, 8)))
        answer = read(ITEMS, filter=text, limit="1")
        assert answer.status_code in {200, 400}, text


def test_no_moment_is_too_early_or_too_late(read: Read) -> None:
    for said in (
        "0001-01-01T00:00:00+14:00/9999-12-31T23:59:59-14:00",
        "0001-01-01/9999-12-31",
        "9999-12-31T23:59:59-14:00/..",
        "2024-06-30T23:59:60Z",
        "0000-01-01",
    ):
        assert read(ITEMS, datetime=said).status_code == (400 if ":60Z" in said or "0000" in said else 200), said
        moment = said.split("/")[0]
        kind = "TIMESTAMP" if "T" in moment else "DATE"
        assert read(ITEMS, filter=f"occurred_latest > {kind}('{moment}')").status_code in {200, 400}, said
