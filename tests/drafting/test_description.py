"""How writing describes itself: a valid document of all of it, answers that are as it says, and a page."""

import re
from collections.abc import Iterator
from typing import Any

from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV31SpecValidator

from incidents.api.middleware import DRAFTS
from incidents.api.reference.document import openapi
from incidents.api.reference.hoisting import parameters_of
from incidents.drafting.reference.document import operations, writing
from incidents.drafting.urls import urlpatterns
from tests.api.test_description import strict
from tests.drafting.conftest import Writers
from tests.drafting.program import ROOT, Program
from tests.drafting.test_door import ZERO

IDS = {"claims": "claim_id", "citations": "citation_id", "statements": "statement_id", "warnings": "warning_id"}


def test_the_document_is_valid_made_without_a_warning_and_apart_from_that_of_reading() -> None:
    document = writing.__wrapped__()
    assert not GENERATOR_STATS
    assert document["openapi"].startswith("3.1")
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []
    assert all(path.startswith(DRAFTS) for path in document["paths"])
    assert not [path for path in openapi()["paths"] if path.startswith(DRAFTS)]
    assert document["components"]["securitySchemes"]["key"]["scheme"] == "bearer"


def test_every_address_is_in_the_document_and_every_operation_says_what_it_takes() -> None:
    document = writing()
    assert len(document["paths"]) == len(urlpatterns)
    names = [one["operationId"] for one in operations(document)]
    assert len(set(names)) == len(names)
    tags = {tag["name"] for tag in document["tags"]}
    for path, methods in document["paths"].items():
        for method, found in methods.items():
            assert found["summary"]
            assert found["description"]
            assert set(found["tags"]) <= tags
            assert found["security"] == [{"key": []}]
            taken = parameters_of(document, found)
            assert all(one["description"] for one in taken), (path, method)
            headers = {one["name"] for one in taken if one["in"] == "header" and one["required"]}
            of_draft = "{draft_id}" in path and method != "get"
            assert headers == ({"If-Match"} if of_draft else set()) | (
                {"Idempotency-Key"} if method == "post" else set()
            )
            assert {"401", "403", "429"} <= set(found["responses"])


def pattern_of(path: str) -> str:
    """The address of the document behind one that was asked."""
    parts = path.removeprefix(ROOT).split("?")[0].split("/")
    if parts[0] == "sources" and parts[1]:
        parts[1] = "{source_id}"
    elif parts[0] not in {"", "sources", "places"}:
        parts[0] = "{draft_id}"
        if len(parts) > 3:
            parts[2] = f"{{{IDS[parts[1]]}}}"
    return ROOT + "/".join(parts)


def faults(answer: Any) -> Iterator[str]:
    """What an answer holds against the document."""
    document = writing()
    path, method = pattern_of(answer.request["PATH_INFO"]), answer.request["REQUEST_METHOD"].lower()
    found = document["paths"][path][method]["responses"][str(answer.status_code)]
    shape = {**found["content"][answer["Content-Type"]]["schema"], "components": strict(document["components"])}
    for error in Draft202012Validator(shape).iter_errors(answer.json()):
        yield f"{method} {path} {answer.status_code}: {error.json_path}: {error.message[:300]}"


def everything(writers: Writers) -> Iterator[Any]:
    """An answer of every kind, to a program that does a little of everything."""
    program, draft = writers.program, writers.draft
    cited = [{"source": writers.source, "quote": "q", "speaker": {"name": "A", "role_title": "Minister"}}]
    ends = {"warner": {"name": "A", "kind": "state_body"}, "recipient": {"name": "B", "kind": "state_body"}}
    warning = {"kind": "warning", "value": {"given": ends, "paraphrase": "Warned."}, "citations": cited}
    yield program.post(f"{draft}/claims/", {"claims": [warning]})
    yield program.post(f"{draft}/statements/", {"paraphrase": "x", "speaker": {"name": "C"}, "citations": cited})
    other = program.log(title="Another")
    yield program.post(f"{draft}/links/", {"other": other, "kind": "mentioned_together"})
    yield program.put(f"{draft}/summary/", {"sentences": [{"text": "x", "citations": cited}]})
    yield program.patch(f"{draft}/", {"title": "Two blasts"})
    whole = program.get(f"{draft}/")
    yield whole
    claim = whole.json()["claims"][0]["id"]
    yield program.patch(f"{draft}/claims/{claim}/", {"credibility": 1})
    yield program.ask("PATCH", f"{draft}/claims/{claim}/", {"credibility": 1}, If_Match='"1"')
    yield program.ask("PATCH", f"{draft}/claims/{claim}/", {"credibility": 1})
    yield program.patch(f"{draft}/claims/{claim}/", {"credibility": 9})
    yield program.post(f"{other}/review/", {})
    yield program.post(f"{draft}/review/", {})
    reads = (
        "",
        "sources/?q=report",
        f"sources/{writers.source}/",
        "places/?q=kerman",
        f"{ZERO}/",
        "?limit=0",
        "places/",
    )
    yield from (program.get(path) for path in reads)
    yield from (program.post("sources/", {"title": "T"}), writers.theirs.ask("POST", "", {"title": "x"}))
    yield Program("attest_nonsense").get("")


def test_every_answer_is_as_the_document_says(writers: Writers) -> None:
    answers = list(everything(writers))
    assert [fault for answer in answers for fault in faults(answer)] == []
    assert {answer.status_code for answer in answers} == {200, 201, 400, 401, 404, 409, 412, 422, 428}


def test_document_and_page_are_open_to_everybody_and_the_page_explains_all_of_it(client: Client, db: None) -> None:
    served = client.get("/api/v1/writing/openapi.json")
    assert (served.json(), served["Access-Control-Allow-Origin"]) == (writing(), "*")
    page = client.get("/api/v1/writing/").content.decode()
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors
    assert {one["operationId"] for one in operations(writing())} <= anchors
    assert not re.search(r"\sstyle=|\son[a-z]+=|`", page)
    assert "/api/v1/writing/" in client.get("/api/v1/docs/").content.decode()
