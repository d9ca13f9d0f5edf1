"""What a reader does with a page: looks for ids, words and links in it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import Protocol

from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext


class Answer(Protocol):
    """What the test client answers with, as far as it is read here."""

    @property
    def content(self) -> bytes: ...


NAMES = {
    "log head": r'FROM "record_log_entry" ORDER BY',
    "totals": r"^SELECT COUNT\(.*MIN\(",
    "facets": r"^WITH base AS",
    "names": r'FROM "record_name"',
    "countries": r"MAX\(\"record_published_incident\".\"country_name\"\)",
    "histogram": r"DATE_TRUNC",
    "drawing": r"ST_SimplifyPreserveTopology",
    "list": r"jsonb_build_object",
    "versions": r'FROM "record_version" .*ORDER BY "record_version"."number" DESC',
    "parts": r'"parent" = ',
    "titles": r'"merged_into", "record_published_incident"."title" FROM ',
    "incident": r'FROM "record_published_incident" INNER JOIN "record_version"',
}


def text_of(response: Answer) -> str:
    """The words of a page's main part, as somebody reads them."""
    main = re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)
    assert main
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main[0])).split())


def heading(response: Answer) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", response.content.decode(), re.DOTALL)
    assert found
    return unescape(found[1]).strip()


def listed(response: Answer) -> list[str]:
    """The ids of the results, in their order."""
    return re.findall(r'<h3 class="result__title" id="(INC-[0-9-]+)">', response.content.decode())


def ids_of_page(client: Client, query: str) -> list[str]:
    return listed(client.get(f"/?{query}"))


def ids_of_json(client: Client, query: str) -> list[str]:
    return [one["id"] for one in client.get(f"/incidents.json?{query}").json()["incidents"]]


def ids_of_geojson(client: Client, query: str) -> list[str]:
    return [one["id"] for one in client.get(f"/incidents.geojson?{query}").json()["features"]]


def ids_of_feed(client: Client, query: str) -> set[str]:
    """The incidents of which a feed tells, each as often as it has versions."""
    return {item["_attest"]["id"] for item in client.get(f"/feeds/incidents.json?{query}").json()["items"]}


@contextmanager
def questions() -> Iterator[list[str]]:
    """The names of what is asked of the record meanwhile."""
    asked: list[str] = []
    with CaptureQueriesContext(connections["public"]) as captured:
        yield asked
    asked += [name_of(query["sql"]) for query in captured.captured_queries]


def name_of(sql: str) -> str:
    return next((name for name, pattern in NAMES.items() if re.search(pattern, sql, re.DOTALL)), sql[:200])
