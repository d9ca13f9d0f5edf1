"""The whole demonstration is read as the public may read it: no figure stands anywhere that nobody is named for."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from django.test import Client

from incidents.presenting.provenance import LABELS
from tests.access_table import TABLE, Open
from tests.demonstration.whole import Demonstration
from tests.kerman.attesting import bare_in_document, bare_on_page
from tests.kerman.attesting_lists import (
    bare_in_api_row,
    bare_in_changes,
    bare_in_diff,
    bare_in_explanation,
    bare_in_feature,
    bare_in_list,
    bare_in_row,
    bare_in_rows,
)

pytestmark = pytest.mark.django_db

Find = Callable[[Client, Demonstration], list[str]]


def documents(client: Client, whole: Demonstration) -> list[str]:
    """Every version as JSON, and the newest again at the incident's own address and in the API."""
    found = []
    for version in whole.versions:
        here = f"/incidents/{version.public_id}"
        addresses = [f"{here}/v/{version.number}.json"]
        if whole.current.get(version.public_id) == version.content:
            addresses += [f"{here}.json", f"/api/v1{here}/", f"/api/v1{here}/versions/{version.number}/"]
        for address in addresses:
            content = client.get(address).json()["content"]
            assert content == version.content, address
        if "claims" in version.content:
            found += at(addresses[0], bare_in_document(version.content))
    return found


def pages(client: Client, whole: Demonstration) -> list[str]:
    """Every incident, and every version that was replaced: the newest is the same page at two addresses."""
    told = [(f"/incidents/{key}/", content) for key, content in whole.current.items()]
    told += [(f"/incidents/{one.public_id}/v/{one.number}/", one.content) for one in whole.superseded]
    return [one for address, content in told for one in at(address, bare_on_page(client.get(address).content, content))]


def explanations(client: Client, whole: Demonstration) -> list[str]:
    """The answer to "why this?" for every value that there is, as a page and as JSON."""
    found = []
    for key, content in whole.current.items():
        for field in [name for name in LABELS if content[name]]:
            address = f"/incidents/{key}/why/{field}"
            found += at(f"{address}.json", bare_in_explanation(client.get(f"{address}.json").json()))
            found += at(address, bare_on_page(client.get(f"{address}/").content, content))
    return found


def lists(client: Client, whole: Demonstration) -> list[str]:
    """Every page of the list, as a page and as JSON."""
    found, number, last = [], 1, 1
    while number <= last:
        page = client.get(f"/incidents.json?page={number}").json()
        last = page["pages"]
        found += [one for row in page["incidents"] for one in at(row["id"], bare_in_row(row))]
        found += at(f"/?page={number}", bare_in_list(client.get(f"/?page={number}").content, whole.current))
        number += 1
    assert number > 2
    return found


def maps(client: Client, whole: Demonstration) -> list[str]:
    """The map of everything, and each incident's own feature."""
    found = client.get("/incidents.geojson").json()["features"]
    assert {one["id"] for one in found} == whole.current.keys()
    found += [client.get(f"/incidents/{key}.geojson").json() for key in whole.current]
    return [one for each in found for one in at(each["id"], bare_in_feature(each, whole.current[each["id"]]))]


def rows_of_the_api(client: Client, whole: Demonstration) -> list[str]:
    """The list of the API, bare and with provenance, and as GeoJSON."""
    found, address = [], "/api/v1/incidents/?include=provenance&limit=20"
    seen = set()
    while address:
        page = client.get(address).json()
        seen |= {row["id"] for row in page["results"]}
        found += [one for row in page["results"] for one in at(row["id"], bare_in_api_row(row))]
        address = page["next"]
    assert seen == whole.current.keys()
    features = client.get("/api/v1/incidents/?format=geojson").json()["features"]
    return found + [one for each in features for one in at(each["id"], bare_in_api_row(each["properties"]))]


def comparisons(client: Client, whole: Demonstration) -> list[str]:
    """Every version that was replaced, compared with the one that replaced it."""
    found = []
    contents = {(one.public_id, one.number): one.content for one in whole.versions}
    for old in whole.superseded:
        both = (old.content, contents[(old.public_id, old.number + 1)])
        query = f"?from={old.number}&to={old.number + 1}"
        told = client.get(f"/incidents/{old.public_id}/compare.json{query}").json()
        changes = [*told["values"], *told["context"], *(one for sort in told["claims"].values() for one in sort)]
        found += at(f"{old.public_id} compare.json", bare_in_changes(changes, *both))
        page = client.get(f"/incidents/{old.public_id}/compare/{query}").content
        found += at(f"{old.public_id} compare", bare_in_diff(page, *both))
    return found


def ledger(client: Client, whole: Demonstration) -> list[str]:
    """The corrections ledger; its feed says what the page says."""
    told = client.get("/record/corrections.json").json()
    assert told["next"] is None
    contents = [one.content for one in whole.versions]
    found = [one for entry in told["corrections"] for one in bare_in_changes(entry["changes"], *contents)]
    return found + bare_in_diff(client.get("/record/corrections/").content, *contents)


def rows_elsewhere(client: Client, whole: Demonstration) -> list[str]:
    """The rows of incidents on the pages of places and of those who are named, and in an embedded list."""
    contents = whole.current.values()
    actors = {claim["value"]["actor"] for one in contents for claim in one["claims"] if claim["kind"] == "attribution"}
    places = [one["place"] for one in contents if one["place"]]
    addresses = {f"/actors/{actor}/" for actor in actors} | {f"/countries/{one['country_code']}/" for one in places}
    addresses |= {f"/provinces/{one['province_code']}/" for one in places if one["province_code"]}
    addresses |= {"/embed/", "/embed/?view=list"}
    found = []
    for address in sorted(addresses):
        page = client.get(address)
        assert page.status_code == 200, address
        found += at(address, bare_in_rows(page.content, whole.current))
    return found


CRAWLED: Final[dict[Find, set[str]]] = {
    documents: {"incident_document", "version_document", "api:incident", "api:version"},
    pages: {"incident", "version"},
    explanations: {"why", "why_document"},
    lists: {"explorer", "listing"},
    maps: {"features", "incident_feature"},
    rows_of_the_api: {"api:incidents"},
    rows_elsewhere: {"actor", "country", "province", "embed"},
    comparisons: {"compare", "compare_document"},
    ledger: {"corrections", "corrections_document", "corrections_feed"},
}
"""What is read, and which addresses that covers."""

OF_THE_RECORD: Final = {
    "cite": "title, version, hash and days of record time; the title is looked at in its document",
    "report_status": "a reference number and what became of a report",
    "record": "the log: sizes, hashes, days of record time",
    "checkpoint": "the log",
    "checkpoints": "the log",
    "checkpoint_at": "the log",
    "inclusion": "the log, and a version whose document is read above",
    "consistency": "the log",
    "about": "the record itself",
    "methods": "our own rules and scales",
    "robots": "for programs that crawl",
    "sitemap": "addresses and days of record time",
    "api:index": "addresses",
    "api:versions": "numbers, kinds, hashes and days of versions",
    "api:vocabularies": "codes and what they mean",
    "api:record": "the log, and how much there is of what",
    "api:openapi": "the shapes of answers",
    "api:documentation": "the shapes of answers; its examples are from a file that tests keep",
}
"""Addresses that say nothing of what happened, each with what its figures are of."""


FIGURES_OF_OURS: Final = {
    **dict.fromkeys(("facet", "suggest", "histogram"), "how many incidents a filter would find"),
    **dict.fromkeys(("actors", "actors_document", "countries", "countries_document"), "how many incidents there are"),
    **dict.fromkeys(("publishers", "publishers_document"), "how many incidents cite them; our grades"),
    **dict.fromkeys(("statistics", "statistics_document", "statistics_csv"), "our sums, by a rule that stands beside"),
    **dict.fromkeys(("permalink", "permalink_page"), "an address, and the moment that it keeps"),
    **dict.fromkeys(("codebook", "codebook_document"), "our own rules and scales"),
    **dict.fromkeys(("embed_builder", "oembed", "cite_query"), "addresses, and a query as a sentence"),
}
"""Addresses whose figures are counted by us."""

NOT_READ: Final = {
    *("embed_incident", "map_view", "incidents_feed", "incidents_json_feed"),
    *("actor_document", "country_document", "province_document"),
    *("publisher", "publisher_document", "source", "source_document"),
    *("exchange:page", "exchange:file", "exchange:progress", "exchange:progress_document", "exchange:made"),
}
"""Addresses that are made of the same rows and documents in forms of their own, which are not read here yet."""


def at(where: str, found: list[str]) -> list[str]:
    return [f"{where}: {one}" for one in found]


@pytest.mark.parametrize("find", CRAWLED, ids=lambda find: str(find.__name__))
def test_no_number_stands_bare(client: Client, demonstration: Demonstration, find: Find) -> None:
    assert find(client, demonstration) == []


def test_every_public_address_is_read_or_says_nothing_of_what_happened() -> None:
    public = {route.removeprefix("public:") for route, who in TABLE.items() if who == Open.PUBLIC}
    sorts = [set().union(*CRAWLED.values()), set(OF_THE_RECORD), set(FIGURES_OF_OURS), NOT_READ]
    assert set().union(*sorts) == public
    assert sum(map(len, sorts)) == len(public)


def without(told: Any, *names: str) -> Any:
    """The same without whoever says so, wherever it stands."""
    if isinstance(told, dict):
        return {key: "" if key in names else without(one, *names) for key, one in told.items()}
    return [without(one, *names) for one in told] if isinstance(told, list) else told


def test_whoever_is_left_out_is_missed(client: Client, demonstration: Demonstration) -> None:
    (key, *_others) = (key for key, content in demonstration.current.items() if content["killed"])
    content = demonstration.current[key]
    (row,) = (one for one in client.get(f"/incidents.json?q={key}").json()["incidents"] if one["id"] == key)
    assert bare_in_row(row) == []
    assert {"occurred", "killed"} <= set(bare_in_row(without(row, "said_by")))
    feature = client.get(f"/incidents/{key}.geojson").json()
    assert bare_in_feature(without(feature, "occurred_said_by"), content) == ["occurred_text"]
    feature["properties"]["killed_text"] = "4711"
    assert bare_in_feature(feature, content) == ["killed_text"]
    why = client.get(f"/incidents/{key}/why/killed.json").json()
    assert bare_in_explanation(without(why, "said_by"))
    assert bare_in_explanation({**why, "sentence": "Killed: 4711, because one claim gives it."}) == ["sentence"]
    assert bare_in_changes([{"key": "killed", "before": None, "after": "4711"}], content) == ["killed: 4711"]
    (api,) = client.get(f"/api/v1/incidents/?q={key}&include=provenance&limit=1").json()["results"]
    assert bare_in_api_row({**api, "publishers": []}) == ["publishers"]
    page = client.get("/", {"q": content["title"]}).content
    planted = page.replace(b"Killed: <strong>", b"Killed: <strong>4711</strong> <span>", 1)
    assert bare_in_list(page, demonstration.current) == []
    assert planted != page
    assert bare_in_list(planted.replace(content["sources"][0]["publisher"]["name"].encode(), b""), {key: content})
