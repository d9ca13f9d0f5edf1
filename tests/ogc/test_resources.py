"""Landing page, conformance, collections, schemas: what the standard asks for, with links that lead somewhere."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV30SpecValidator

from incidents.api.caching import SHORT, kept_for
from incidents.ogc import urls
from incidents.ogc.known import COLLECTIONS
from tests.api.conftest import lasting
from tests.ogc.conftest import ITEMS, ROOT, Read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("every_precision")]

RESOURCES = (
    "",
    "api",
    "conformance",
    "collections",
    "collections/incidents",
    "collections/incidents/queryables",
    "collections/incidents/schema",
    ITEMS,
    f"{ITEMS}/INC-2024-000001",
    "collections/provinces",
    "collections/provinces/queryables",
    "collections/provinces/schema",
    "collections/provinces/items",
    "collections/provinces/items/IR-08",
    "collections/actors_areas",
    "collections/actors_areas/schema",
    "collections/actors_areas/items",
    "collections/actors_areas/items/example-front.IR-08",
)
WITHOUT_LINKS = ("api", "queryables", "schema")


def links_in(value: Any) -> Iterator[dict[str, str]]:
    if isinstance(value, dict):
        yield from value.get("links", ())
        for one in value.values():
            yield from links_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from links_in(one)


def test_every_link_leads_to_what_it_says(read: Read, client: Client) -> None:
    found: set[tuple[str, str]] = set()
    for resource in RESOURCES:
        if resource.endswith(WITHOUT_LINKS):
            continue
        document = read(resource).json()
        rels = [link["rel"] for link in document["links"]]
        assert rels.count("self") == 1, resource
        assert "alternate" in rels, resource
        found |= {(link["href"], link["type"]) for link in links_in(document)}
    ours = [(urlsplit(href), kind) for href, kind in found if urlsplit(href).hostname == "testserver"]
    assert len(ours) > len(RESOURCES)
    for where, kind in ours:
        answer = client.get(f"{where.path}?{where.query}")
        assert (answer.status_code, answer["Content-Type"].split("; charset")[0]) == (200, kind), where


def test_the_landing_page_names_what_a_client_looks_for(read: Read) -> None:
    rels = {link["rel"] for link in read().json()["links"]}
    assert rels >= {"self", "alternate", "service-desc", "service-doc", "conformance", "data", "license"}


def test_a_reader_gets_the_form_that_is_asked_for(read: Read) -> None:
    for resource in RESOURCES:
        page = read(resource, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
        assert page["Content-Type"] == "text/html; charset=utf-8", resource
        assert 'rel="alternate"' in page.content.decode(), resource
        assert "json" in read(resource, headers={"Accept": "text/html"}, f="json")["Content-Type"], resource
        assert read(resource, headers={"Accept": "application/json"})["Content-Type"] == "application/json", resource


def test_head_is_the_answer_without_its_body(read: Read, client: Client) -> None:
    for resource in (*RESOURCES, "collections/none"):
        whole, head = read(resource), client.head(f"{ROOT}{resource}")
        assert head.content == b""
        assert (head.status_code, lasting(head)) == (whole.status_code, lasting(whole)), resource


def test_everybody_may_read_and_keep_an_answer(read: Read) -> None:
    for resource in RESOURCES:
        first = read(resource)
        assert first["Access-Control-Allow-Origin"] == "*"
        assert first["Cache-Control"] == kept_for(SHORT)
        assert "Cookie" not in first["Vary"]
        again = read(resource, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), resource


def test_a_collection_says_what_it_holds(read: Read) -> None:
    one = read("collections/incidents").json()
    assert one["id"] == "incidents"
    west, south, east, north = one["extent"]["spatial"]["bbox"][0]
    assert (west, south, east, north) == (56, 29, 58, 32)
    assert one["extent"]["temporal"]["interval"][0][0].startswith("2020-12-31")
    assert one["crs"][0] == one["storageCrs"] == "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    assert {"items", "describedby", "http://www.opengis.net/def/rel/ogc/1.0/queryables"} <= {
        link["rel"] for link in one["links"]
    }


def test_every_feature_is_as_its_schema_says(read: Read) -> None:
    for name in ("incidents", "provinces", "actors_areas"):
        schema = read(f"collections/{name}/schema").json()
        Draft202012Validator.check_schema(schema)
        properties = schema["properties"]["properties"]["properties"]
        features = read(f"collections/{name}/items").json()["features"]
        assert features
        for feature in features:
            assert feature["properties"].keys() == properties.keys()
            given = {key: value for key, value in feature["properties"].items() if value is not None}
            faults = Draft202012Validator(schema).iter_errors({**feature, "properties": given})
            assert [fault.message for fault in faults] == []
        queryables = read(f"collections/{name}/queryables").json()["properties"]
        assert queryables.pop("geometry")["format"] == "geometry-any"
        assert {"id": queryables.get("id"), **properties}.items() >= queryables.items()


def test_the_definition_is_valid_and_knows_every_address_and_parameter(read: Read) -> None:
    document = read("api").json()
    assert list(OpenAPIV30SpecValidator(document).iter_errors()) == []
    kinds = {re.sub(r"collections/\w+", "collections/*", path) for path in document["paths"]}
    assert len(kinds) == len(urls.urlpatterns)
    shared = document["components"]["parameters"]
    for name in COLLECTIONS:
        given = document["paths"][f"/collections/{name}/items"]["get"]["parameters"]
        named = {shared[one["$ref"].rpartition("/")[2]]["name"] if "$ref" in one else one["name"] for one in given}
        refused = read(f"collections/{name}/items", nonsense="1").json()
        assert named == set(refused["parameters"])
    assert shared["limit"]["schema"]["maximum"] == 10_000


def test_only_what_is_listed_is_claimed(read: Read) -> None:
    claimed = read("conformance").json()["conformsTo"]
    assert len(claimed) == len(set(claimed)) == 14
    assert not any("property-property" in one or "temporal" in one or "array" in one for one in claimed)
    assert "what is not drawn is in no bbox" in read("conformance", f="html").content.decode(), "of core (ADR 0043)"
