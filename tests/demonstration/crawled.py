"""The demonstration as the public may read it, address by address: which figures stand there without who says so."""

import csv
import io
import json
from typing import Any, Final

from django.test import Client
from lxml import etree  # type: ignore[import-untyped]

from incidents.presenting.provenance import LABELS
from tests.demonstration.crawled_shapes import bundles, derivations, tables
from tests.demonstration.crawling import FEW, Find, at, some
from tests.demonstration.whole import Demonstration
from tests.kerman.attesting import bare_in_document, bare_on_page
from tests.kerman.attesting_elsewhere import (
    bare_in_embed,
    bare_in_file,
    bare_in_named,
    bare_in_source,
    bare_in_words,
    bare_on_source_page,
)
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
from tests.kerman.attesting_things import bare_in_thing


def documents(client: Client, whole: Demonstration) -> list[str]:
    """Every version as JSON; the newest again at one of its three other addresses, by turns."""
    found = []
    for turn, version in enumerate(whole.versions):
        here = f"/incidents/{version.public_id}"
        addresses = [f"{here}/v/{version.number}.json"]
        if whole.current.get(version.public_id) == version.content:
            others = (f"{here}.json", f"/api/v1{here}/", f"/api/v1{here}/versions/{version.number}/")
            addresses.append(others[turn % len(others)])
        for address in addresses:
            assert client.get(address).json()["content"] == version.content, address
        if "claims" in version.content:
            found += at(addresses[0], bare_in_document(version.content))
    return found


def pages(client: Client, whole: Demonstration) -> list[str]:
    """Every incident, and every version that was replaced: the newest is the same page at two addresses."""
    told = [(f"/incidents/{key}/", content) for key, content in whole.current.items()]
    told += [(f"/incidents/{one.public_id}/v/{one.number}/", one.content) for one in whole.superseded]
    return [one for address, content in told for one in at(address, bare_on_page(client.get(address).content, content))]


def embedded(client: Client, whole: Demonstration) -> list[str]:
    """Some incidents inside other people's pages."""
    told = [(f"/embed/{key}/", content) for key, content in some(list(whole.current.items()))]
    return [
        one for address, content in told for one in at(address, bare_in_embed(client.get(address).content, content))
    ]


def explanations(client: Client, whole: Demonstration) -> list[str]:
    """The answer to "why this?" of one value of some incidents, by turns, as a page and as JSON.

    The API's rows hold the same answer to every value of every incident.
    """
    found = []
    for turn, (key, content) in enumerate(some(list(whole.current.items()), 5 * FEW)):
        fields = [name for name in LABELS if content[name]]
        address = f"/incidents/{key}/why/{fields[turn % len(fields)]}"
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
    assert number > 1
    return found


def maps(client: Client, whole: Demonstration) -> list[str]:
    """The map of everything, the same as the browser asks for it, and the own feature of some."""
    found = client.get("/incidents.geojson").json()["features"]
    assert {one["id"] for one in found} == whole.current.keys()
    found += [client.get(f"/incidents/{key}.geojson").json() for key in some(list(whole.current))]
    drawn = client.get("/map.json").json()
    assert drawn["of"] == "incidents"
    found += drawn["features"]
    return [one for each in found for one in at(each["id"], bare_in_feature(each, whole.current[each["id"]]))]


def rows_of_the_api(client: Client, whole: Demonstration) -> list[str]:
    """The list of the API with provenance, and as GeoJSON."""
    rows, address = [], "/api/v1/incidents/?include=provenance&limit=20"
    while address:
        page = client.get(address).json()
        rows += page["results"]
        address = page["next"]
    assert {row["id"] for row in rows} == whole.current.keys()
    rows += [one["properties"] for one in client.get("/api/v1/incidents/?format=geojson").json()["features"]]
    return [one for row in rows for one in at(row["id"], bare_in_api_row(row, whole.current[row["id"]]))]


def forms_of_the_api(client: Client, whole: Demonstration) -> list[str]:
    """A page of the API as CSV and as JSON Lines, and some incidents by the ending of their address."""
    table = client.get("/api/v1/incidents.csv?limit=200").content.decode()
    found = [
        one
        for row in csv.DictReader(io.StringIO(table, newline=""))
        for one in at(row["id"], bare_in_file(row, whole.current[row["id"]]))
    ]
    lines = client.get("/api/v1/incidents.jsonl?limit=200").content.splitlines()
    rows = [json.loads(line) for line in lines]
    rows += [client.get(f"/api/v1/incidents/{key}.geojson").json()["properties"] for key in some(list(whole.current))]
    return found + [one for row in rows for one in at(row["id"], bare_in_api_row(row, whole.current[row["id"]]))]


def changes_of_the_api(client: Client, whole: Demonstration) -> list[str]:
    """The log as the API hands it out: every version that was ever published, or its tombstone."""
    found, address, contents = (
        [],
        "/api/v1/changes/",
        {(one.public_id, one.number): one.content for one in whole.versions},
    )
    while address:
        page = client.get(address).json()
        for entry in page["results"]:
            content = contents.pop((entry["id"], entry["version"]))
            found += at(entry["url"], bare_in_api_row(entry["incident"], content)) if entry["incident"] else []
        address = page["next"]
    assert contents == {}
    return found


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
    entries = told["corrections"] + client.get("/api/v1/corrections/").json()["results"]
    found = [one for entry in entries for one in bare_in_changes(entry["changes"], *contents)]
    return found + bare_in_diff(client.get("/record/corrections/").content, *contents)


ATOM: Final = "{http://www.w3.org/2005/Atom}"


def feeds(client: Client, whole: Demonstration) -> list[str]:
    """The feed of everything that was published; Atom says word for word what JSON says."""
    items = client.get("/feeds/incidents.json").json()["items"]
    entries = etree.fromstring(client.get("/feeds/incidents.atom").content).iter(f"{ATOM}entry")
    words = {one.findtext(f"{ATOM}id"): one.findtext(f"{ATOM}summary") for one in entries}
    assert {item["id"]: item["content_text"] for item in items} == words
    assert len(items) > len(whole.current)
    found, versions = [], {(one.public_id, one.number): one for one in whole.versions}
    for item in items:
        key = (item["_attest"]["id"], item["_attest"]["version"])
        contents = [one.content for one in whole.versions if one.public_id == key[0] and "claims" in one.content]
        found += at(item["id"], bare_in_words(item["content_text"], versions[key].summary, *contents))
    return found


def files(client: Client, whole: Demonstration) -> list[str]:
    """Downloads as a table and as JSON; the other forms are written from the same rows."""
    table = client.get("/downloads/incidents.csv").getvalue().decode()
    rows: list[dict[str, Any]] = list(csv.DictReader(io.StringIO(table, newline="")))
    features = client.get("/downloads/incidents.geojson").getvalue()
    rows += [one["properties"] for one in json.loads(features)["features"]]
    assert len(rows) == 2 * len(whole.current)
    return [one for row in rows for one in at(row["id"], bare_in_file(row, whole.current[row["id"]]))]


def ogc(client: Client, whole: Demonstration) -> list[str]:
    """Every feature that OGC API – Features hands out, and some of them by themselves."""
    items = "/ogc/collections/incidents/items"
    features = client.get(f"{items}?limit=1000").json()["features"]
    assert {one["id"] for one in features} == whole.current.keys()
    features += [client.get(f"{items}/{key}").json() for key in some(list(whole.current))]
    rows = [{**one["properties"], "id": one["id"]} for one in features]
    return [one for row in rows for one in at(row["id"], bare_in_file(row, whole.current[row["id"]]))]


def named(client: Client, whole: Demonstration) -> list[str]:
    """Some of those who are named or cited and of the places: their rows of incidents, and their data."""
    contents = whole.current.values()
    places = [one["place"] for one in contents if one["place"]]
    cited = [source for one in contents for source in one["sources"] if source["cited"]]
    kinds = {
        "actors": {
            one["value"]["actor"] for each in contents for one in each["claims"] if one["kind"] == "attribution"
        },
        "countries": {one["country_code"] for one in places},
        "provinces": {one["province_code"] for one in places if one["province_code"]},
        "publishers": {one["publisher"]["id"] for one in cited},
    }
    addresses = [f"/{kind}/{one}" for kind, codes in kinds.items() for one in some(sorted(codes))]
    found = []
    for address in addresses:
        page = client.get(f"{address}/")
        assert page.status_code == 200, address
        found += at(address, bare_in_rows(page.content, whole.current))
        found += at(f"{address}.json", bare_in_named(client.get(f"{address}.json").json()))
    for address in ("/embed/", "/embed/?view=list"):
        found += at(address, bare_in_rows(client.get(address).content, whole.current))
    return found


def sources(client: Client, whole: Demonstration) -> list[str]:
    """Some of the sources, with everything that each is cited for."""
    known = {one["id"]: one for each in whole.current.values() for one in each["sources"] if one["cited"]}
    found = []
    for source in some(list(known.values())):
        address = f"/sources/{source['id']}"
        found += at(f"{address}.json", bare_in_source(client.get(f"{address}.json").json(), whole.current))
        page = client.get(f"{address}/").content
        found += at(address, bare_on_source_page(page, source["publisher"]["name"]))
    return found


OF_CLAIMS: Final = ("assertions", "attributions", "casualty_estimates", "locations", "times", "characteristics")


def things(client: Client, whole: Demonstration) -> list[str]:
    """Every claim, warning, reaction, link and actor that the API lists, and some by themselves."""
    found = []
    for name in (*OF_CLAIMS, "warnings", "statements", "links", "actors"):
        rows, address = [], f"/api/v1/{name.replace('_', '-')}/?limit=200"
        while address:
            page = client.get(address).json()
            rows += page["results"]
            address = page["next"]
        rows += [client.get(row["url"]).json() for row in some(rows) if "url" in row]
        found += [one for row in rows for one in at(f"{name} {row.get('url')}", bare_in_thing(row))]
        assert rows, name
    return found


CRAWLED: Final[dict[Find, set[str]]] = {
    documents: {"incident_document", "version_document", "api:incident", "api:version"},
    pages: {"incident", "version"},
    embedded: {"embed_incident"},
    explanations: {"why", "why_document"},
    lists: {"explorer", "listing"},
    maps: {"features", "incident_feature", "map_view"},
    rows_of_the_api: {"api:incidents"},
    forms_of_the_api: {"api:incidents_in_form", "api:incident_in_form"},
    changes_of_the_api: {"api:changes"},
    named: {
        *("actor", "actor_document", "country", "country_document", "province", "province_document"),
        *("publisher", "publisher_document", "embed"),
    },
    sources: {"source", "source_document"},
    comparisons: {"compare", "compare_document"},
    ledger: {"corrections", "corrections_document", "corrections_feed", "api:corrections"},
    things: {
        *(f"api:{name}" for name in (*OF_CLAIMS, "warnings", "statements", "links", "actors")),
        *(f"api:{name[:-1]}" for name in (*OF_CLAIMS, "warnings", "statements", "actors")),
    },
    feeds: {"incidents_feed", "incidents_json_feed"},
    files: {"exchange:file"},
    bundles: {"incident_stix"},
    derivations: {"incident_prov"},
    tables: {"api:things_in_form"},
    ogc: {"ogc:items", "ogc:item"},
}
"""What is read, and which addresses that covers."""
