"""The whole demonstration is read as the public may read it: no figure stands anywhere that nobody is named for."""

from typing import Any, Final

import pytest
from django.test import Client

from tests.access_table import TABLE, Open
from tests.demonstration.crawled import CRAWLED
from tests.demonstration.crawled_shapes import bare_in_bundle, bare_in_prov
from tests.demonstration.crawling import Find
from tests.demonstration.whole import Demonstration
from tests.kerman.attesting_elsewhere import bare_in_embed, bare_in_file, bare_in_named, bare_in_source, bare_in_words
from tests.kerman.attesting_lists import (
    bare_in_api_row,
    bare_in_changes,
    bare_in_explanation,
    bare_in_feature,
    bare_in_list,
    bare_in_row,
)
from tests.kerman.attesting_things import bare_in_thing
from tests.shapes.reading import bundle_of

pytestmark = pytest.mark.django_db

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
    **dict.fromkeys(("status", "api:status", "api_feed"), "the log, the work behind it, the versions of the API"),
    "robots": "for programs that crawl",
    "catalogue:catalogue": "forms, addresses, the first and the last day, and the log's number",
    "sitemap": "addresses and days of record time",
    "api:index": "addresses",
    **dict.fromkeys(("api:versions", "api:log"), "numbers, kinds, hashes and days of versions"),
    "api:vocabularies": "codes and what they mean",
    "api:record": "the log, and how much there is of what",
    "api:openapi": "the shapes of answers",
    "api:documentation": "the shapes of answers; its examples are from a file that tests keep",
    **dict.fromkeys(
        ("releases:index", "releases:feed", "releases:page", "releases:file"), "files, and how much is in them"
    ),
    **dict.fromkeys(("api:releases", "api:release"), "files, and how much is in them"),
    **dict.fromkeys(("api:guides", "api:guide"), "how to ask, with made-up examples"),
    **dict.fromkeys(("api:try", "api:try_operation", "api:try_send"), "how to ask; an id and codes"),
    **dict.fromkeys(("writing:openapi", "writing:documentation"), "the shapes of what is sent and answered"),
    **dict.fromkeys(("ogc:landing", "ogc:api", "ogc:conformance", "ogc:queryables", "ogc:schema"), "what may be asked"),
}
"""Addresses that say nothing of what happened, each with what its figures are of."""


FIGURES_OF_OURS: Final = {
    **dict.fromkeys(("facet", "suggest", "histogram"), "how many incidents a filter would find"),
    **dict.fromkeys(("actors", "actors_document", "countries", "countries_document"), "how many incidents there are"),
    **dict.fromkeys(("ogc:collections", "ogc:collection"), "how many incidents there are, where and when"),
    **dict.fromkeys(("publishers", "publishers_document"), "how many incidents cite them; our grades"),
    **dict.fromkeys(("api:publishers", "api:publisher"), "how many incidents cite them; our grades"),
    **dict.fromkeys(("api:sources", "api:source"), "how many incidents cite it; what it says of itself"),
    **dict.fromkeys(("api:places", "api:place"), "how many incidents there are"),
    **dict.fromkeys(("statistics", "statistics_document", "statistics_csv"), "our sums, by a rule that stands beside"),
    **dict.fromkeys(("permalink", "permalink_page"), "an address, and the moment that it keeps"),
    **dict.fromkeys(("codebook", "codebook_document"), "our own rules and scales"),
    **dict.fromkeys(("embed_builder", "oembed", "cite_query"), "addresses, and a query as a sentence"),
    **dict.fromkeys(("exchange:page", "exchange:progress", "exchange:progress_document"), "rows and bytes of a file"),
    **dict.fromkeys(("tiles:tile", "tiles:tilejson"), "none of their own: the features of ``map_view``"),
    "exchange:made": "none of its own: the rows of ``exchange:file`` in another form, which tests/exchange compares",
}
"""Addresses whose figures are counted by us."""


@pytest.mark.parametrize("find", CRAWLED, ids=lambda find: str(find.__name__))
def test_no_number_stands_bare(client: Client, demonstration: Demonstration, find: Find) -> None:
    assert find(client, demonstration) == []


def test_every_public_address_is_read_or_says_nothing_of_what_happened() -> None:
    public = {route.removeprefix("public:") for route, who in TABLE.items() if who == Open.PUBLIC}
    sorts = [set().union(*CRAWLED.values()), set(OF_THE_RECORD), set(FIGURES_OF_OURS)]
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
    assert bare_in_api_row(api, content) == []
    assert bare_in_api_row({**api, "publishers": []}, content) == ["publishers"]
    assert {"occurred", "killed"} <= set(bare_in_api_row(without(api, "name"), content))
    assert {"occurred", "killed"} <= set(bare_in_api_row(without(api, "publisher"), content))
    for name in ("attributions", "warnings", "statements"):
        (thing, *_more) = client.get(f"/api/v1/{name}/").json()["results"]
        assert (bare_in_thing(thing), bool(bare_in_thing(without(thing, "said_by")))) == ([], True), name
    page = client.get("/", {"q": content["title"]}).content
    planted = page.replace(b"Killed: <strong>", b"Killed: <strong>4711</strong> <span>", 1)
    assert bare_in_list(page, demonstration.current) == []
    assert planted != page
    assert bare_in_list(planted.replace(content["sources"][0]["publisher"]["name"].encode(), b""), {key: content})


def test_whoever_is_left_out_elsewhere_is_missed(client: Client, demonstration: Demonstration) -> None:
    (key, *_others) = (key for key, content in demonstration.current.items() if content["killed"])
    content = demonstration.current[key]
    embed = client.get(f"/embed/{key}/").content
    assert bare_in_embed(embed, {**content, "sources": [], "claims": [], "statements": [], "summary": []})
    (item, *_older) = client.get(f"/feeds/incidents.json?q={key}").json()["items"]
    assert bare_in_words(f"{item['content_text']}\nKilled: 4711", "", content) == ["Killed: 4711"]
    assert bare_in_words("The toll is 4711 now.", "The toll is 4711 now.", content) == ["4711"]
    row = {"id": key, "url": f"/incidents/{key}/", **dict.fromkeys(("occurred_said_by", "wounded_said_by"), "")}
    assert bare_in_file({**row, "killed_best": 4711, "killed_said_by": ["Nobody at all"]}, content) == ["killed"]
    source = next(one for one in content["sources"] if one["cited"])["id"]
    told = client.get(f"/sources/{source}.json").json()
    assert bare_in_source(without(told, "said_by"), demonstration.current)
    assert bare_in_source(without(told, "stance"), demonstration.current)
    bundle = bundle_of(client, key)
    assert bare_in_bundle(bundle, content) == []
    assert bare_in_bundle(without(bundle, "authors"), content)
    prov = client.get(f"/incidents/{key}.prov.json").json()
    assert bare_in_prov(prov, content) == []
    assert bare_in_prov({**prov, "wasDerivedFrom": {}}, content)
    relation = {"other": "x", "since": "2015", "citations": [{"publisher": "", "title": "A report", "url": "/"}]}
    assert bare_in_named({"name": "An actor", "relations": [relation]}) == ["relations x"]
    assert bare_in_named({"name": "A place", "killed": 4711}) == ["killed"]
