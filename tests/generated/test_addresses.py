"""Every route of the site is in one of the three OpenAPI documents, or on a short list with the reason why not."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from django.test import Client

from incidents.api.reference.document import openapi
from incidents.drafting.reference.document import writing
from tests.test_access import routes

pytestmark = pytest.mark.django_db

AREAS = {
    ("accounts", "account", "mfa", "usersessions"): "pages of signing in",
    ("admin",): "pages of the administrator",
    ("desk",): "pages for people who work on the record",
    ("public",): "pages for readers: their addresses end with a slash. What does not is below, by name",
    ("letterbox", "ordering"): "forms on pages",
    ("exchange",): "files, told of by /downloads/ and by a data package in each",
    ("releases",): "files, told of by /api/v1/releases/ and by the data package of each release",
    ("tiles",): "TileJSON describes them",
    ("catalogue",): "DCAT describes itself",
}
"""Areas of the site that no document describes, by the first part of the names of their routes."""

ROUTES = {
    "healthz": "asked by the machine that watches this one",
    "readyz": "asked by the machine that watches this one",
    "api:openapi": "it is the document itself",
    "writing:openapi": "it is the document itself",
    "api:documentation": "it is a page for people",
    "writing:documentation": "it is a page for people",
    "api:guides": "it is a page for people",
    "api:guide": "it is a page for people",
    "api:try": "it is a page for people",
    "api:try_operation": "it is a page for people",
    "api:try_send": "it sends what a form of that page says to an operation of the document",
    "api:incidents_in_form": "it is the list, with its form in the address instead of in a parameter",
    "api:incident_in_form": "it is the incident, in the same way",
    "api:things_in_form": "they are the other lists, in the same way",
    **dict.fromkeys(
        ("public:suggest", "public:listing", "public:map_view", "public:compare_document"),
        "asked by the script of the page that it stands beside: docs/api/versioning.md says that it changes with that",
    ),
    **dict.fromkeys(
        ("public:histogram", "public:statistics_document", "public:statistics_csv"),
        "the figures of a page as a table; docs/api/quick-start.md says how to ask",
    ),
    **dict.fromkeys(
        ("public:incident_document", "public:version_document", "public:why_document", "public:corrections_document"),
        "beside a page, what the API has of the same incident, version, value or ledger",
    ),
    **dict.fromkeys(
        (
            *("public:actors_document", "public:actor_document", "public:countries_document", "public:source_document"),
            *("public:country_document", "public:province_document", "public:publishers_document"),
            *("public:publisher_document", "public:codebook_document"),
        ),
        "beside a page, what it shows; for programs there are lists of things and vocabularies in the API",
    ),
    **dict.fromkeys(
        ("public:features", "public:incident_feature", "public:incident_stix", "public:incident_prov"),
        "GeoJSON, STIX and PROV are described by their standards, and docs/api/formats.md says what is in them",
    ),
    **dict.fromkeys(
        ("public:corrections_feed", "public:incidents_feed", "public:incidents_json_feed", "public:api_feed"),
        "Atom and JSON Feed describe themselves",
    ),
    **dict.fromkeys(
        (
            *("public:checkpoint", "public:checkpoints", "public:checkpoint_at"),
            *("public:inclusion", "public:consistency"),
        ),
        "proofs, for whoever checks the log: docs/record.md",
    ),
    **dict.fromkeys(("public:cite", "public:cite_query"), "BibTeX, RIS and CSL are described elsewhere"),
    **dict.fromkeys(("public:oembed", "public:robots", "public:sitemap"), "oEmbed and what search engines ask for"),
}
"""Single routes that none describes."""

COLLECTION = "<str:collection>"
"""OGC's document has a path for each collection; any other placeholder is one of the document's too."""


def described(client: Client) -> list[str]:
    """Every address of the three documents."""
    ogc: dict[str, Any] = client.get("/ogc/api", {"f": "json"}).json()
    features = ["/ogc" + path for path in ogc["paths"]]
    return [*openapi()["paths"], *writing()["paths"], *features]


def nowhere(found: Iterable[tuple[str, str]], addresses: list[str]) -> set[str]:
    """The routes that are in no document and on no list."""
    areas = {name for names in AREAS for name in names}
    return {
        name
        for name, pattern in found
        if name not in ROUTES
        and not (re.split("[:_]", name)[0] in areas and is_a_page_or_none(name, pattern))
        and not any(re.fullmatch(as_address(pattern), one) for one in addresses)
    }


def is_a_page_or_none(name: str, pattern: str) -> bool:
    """Not what the public area answers to programs."""
    return not name.startswith("public:") or pattern.endswith("/")


def as_address(pattern: str) -> str:
    """What the address of a route looks like in a document, as a regular expression."""
    parts = re.split(r"(<[^>]+>)", pattern)
    return "".join(
        r"[a-z_]+" if part == COLLECTION else r"\{\w+\}" if part.startswith("<") else re.escape(part) for part in parts
    )


def test_every_route_is_in_a_document_or_on_the_list(client: Client) -> None:
    addresses, found = described(client), list(routes())
    assert nowhere(found, addresses) == set()
    assert ROUTES.keys() <= {name for name, _pattern in found}
    planted = [("api:planted", "/api/v1/planted/"), ("drafting:planted", "/api/v1/drafts/<str:draft_id>/planted/")]
    planted += [("ogc:planted", "/ogc/collections/<str:collection>/planted"), ("planted:planted", "/planted/")]
    planted += [("public:planted", "/planted.json")]
    assert nowhere([*found, *planted], addresses) == {name for name, _pattern in planted}


def test_every_address_of_a_document_is_that_of_a_route(client: Client) -> None:
    patterns = [re.compile(as_address(pattern)) for _name, pattern in routes()]
    assert [one for one in described(client) if not any(pattern.fullmatch(one) for pattern in patterns)] == []
