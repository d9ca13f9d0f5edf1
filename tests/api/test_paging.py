"""Walking through everything, page by page."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.test import Client

from incidents.api.cursors import Cursor, digest_of
from incidents.filters import SORTS, read_query
from incidents.services.publishing import withdraw
from tests.api.conftest import Read
from tests.isolation.scenes import scene
from tests.making import Desk, desk, published

DAYS = ("3 January 2024", "5 March 2024", "5 March 2024", "5 March 2024", "6 May 2024")


@scene
def five(_folder: Path) -> list[Any]:
    """Five incidents, three of them on one day."""
    people = desk()
    return [published(people, title=f"Number {number}", when=when) for number, when in enumerate(DAYS, start=1)]


def walk(client: Client, address: str) -> Iterator[dict[str, Any]]:
    """Every page, by the address that each gives of the next."""
    following: str | None = address
    while following:
        page = client.get(following).json()
        yield page
        following = page["next"]


def walked(client: Client, address: str) -> list[str]:
    return [row["id"] for page in walk(client, address) for row in page["results"]]


def test_a_walk_meets_everything_once_in_the_order_asked_for(five: list[Any], client: Client, read: Read) -> None:
    for sort in SORTS:
        whole = [row["id"] for row in read("incidents/", sort=sort).json()["results"]]
        assert len(whole) == len(set(whole)) == len(five)
        for limit in (1, 2, 5):
            assert walked(client, f"/api/v1/incidents/?sort={sort}&limit={limit}") == whole, (sort, limit)


def test_a_walk_keeps_its_filters_and_its_form(five: list[Any], client: Client) -> None:
    pages = list(walk(client, "/api/v1/incidents/?since=2024-03-01&limit=3"))
    assert [len(page["results"]) for page in pages] == [3, 1]
    assert {page["count"] for page in pages} == {4}
    features = client.get("/api/v1/incidents/?limit=3&format=geojson").json()
    assert len(client.get(features["next"]).json()["features"]) == 2


def test_a_publication_in_the_middle_of_a_walk_changes_nothing_in_it(
    people: Desk, five: list[Any], client: Client, read: Read
) -> None:
    before = [row["id"] for row in read("incidents/").json()["results"]]
    pages = walk(client, "/api/v1/incidents/?limit=2")
    met = [row["id"] for row in next(pages)["results"]]
    published(people, title="New, and on the newest day", when="7 May 2024")
    published(people, title="New, and on the oldest day", when="1 January 2024")
    withdraw(actor=people.publisher, incident=five[0], reason="It did not happen.")
    met += [row["id"] for page in pages for row in page["results"]]
    assert met == before
    assert [row["id"] for row in read("incidents/").json()["results"]] != before


def test_the_next_page_is_in_the_link_header_too(five: list[Any], read: Read) -> None:
    first, last = read("incidents/", limit="3"), read("incidents/", limit="5")
    assert first["Link"] == f'<{first.json()["next"]}>; rel="next"'
    assert "Link" not in last
    assert last.json()["next"] is None


def test_a_cursor_belongs_to_its_query(five: list[Any], client: Client, read: Read) -> None:
    cursor = read("incidents/", limit="1").json()["next"].rsplit("cursor=", 1)[-1]
    for other in ({"sort": "occurred"}, {"q": "number"}, {"as_of": "2030-01-01T00:00:00Z"}):
        answer = read("incidents/", cursor=cursor, **other)
        assert answer.json()["errors"][0]["parameter"] == "cursor"
    assert read("incidents/", cursor=cursor, limit="3").status_code == 200


def test_a_cursor_after_an_incident_that_the_query_does_not_have_is_refused(five: list[Any], read: Read) -> None:
    moment = datetime.fromisoformat(read("record/").json()["published_at"])
    forged = Cursor(digest_of(read_query({})), moment, "INC-1999-000001")
    answer = read("incidents/", cursor=str(forged))
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "cursor"
