"""How the API describes itself: the OpenAPI document is valid, whole and true, and its examples are of today."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV31SpecValidator

from incidents.api import urls
from incidents.api.reference.document import openapi
from incidents.api.reference.examples import FOLDER
from incidents.api.reference.hoisting import parameters_of
from incidents.filters import IncidentFilter
from incidents.presenting.vocabularies import PUBLIC, name_of
from incidents.services.publishing import withdraw
from tests.api.conftest import Read
from tests.api.full import complete
from tests.api.report import reported, told_further
from tests.making import Desk

BESIDE_THE_DOCUMENT = {
    "openapi": "it is the document itself",
    **dict.fromkeys(("documentation", "guides", "guide", "try", "try_operation", "try_send"), "it is for people"),
    "incidents_in_form": "it is the list, with its form in the address instead of in a parameter",
    "incident_in_form": "it is the incident, in the same way",
    "things_in_form": "they are the other lists, in the same way",
}
THINGS = (
    *("attributions", "casualty_estimates", "locations", "times", "characteristics"),
    *("sources", "publishers", "actors", "places"),
)
"""Lists whose examples are of the report as it was first told."""

CHANGING = (
    (r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid"),
    (r"[0-9a-f]{64}", "hash"),
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", "moment"),
    (r"https?://[a-z.]+/api", "https://attest.example/api"),
)


def strict(schema: Any) -> Any:
    """The same shapes, taking no member that they do not name."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: strict(one) for name, one in schema.items()}
    return {**found, "additionalProperties": False} if "properties" in found and "title" not in found else found


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return copy.deepcopy(openapi())


def faults(document: dict[str, Any], answer: Any) -> Iterator[str]:
    """What an answer holds against the document: for its address, status and media type."""
    address = answer.request["PATH_INFO"]
    path = next(one for one in document["paths"] if re.fullmatch(re.sub(r"{\w+}", "[^/]+", one), address))
    found = document["paths"][path]["get"]["responses"][str(answer.status_code)]
    shape = {**found["content"][answer["Content-Type"]]["schema"], "components": strict(document["components"])}
    for error in Draft202012Validator(shape).iter_errors(answer.json()):
        yield f"{address}: {error.json_path}: {error.message[:300]}"


def test_the_document_is_valid_and_made_without_a_warning(document: dict[str, Any], tmp_path: Path) -> None:
    options = {"validate": True, "fail_on_warn": True, "format": "openapi-json", "file": str(tmp_path / "openapi.json")}
    call_command("spectacular", **options)
    assert document["openapi"].startswith("3.1")
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []


def test_every_address_is_in_the_document_and_every_operation_has_a_name_and_words(document: dict[str, Any]) -> None:
    named = {pattern.name for pattern in urls.urlpatterns}
    operations = [found for methods in document["paths"].values() for found in methods.values()]
    assert len(document["paths"]) == len(named - set(BESIDE_THE_DOCUMENT))
    assert {method for methods in document["paths"].values() for method in methods} == {"get"}
    names = [found["operationId"] for found in operations]
    assert len(set(names)) == len(names) == len(operations)
    for found in operations:
        assert re.fullmatch(r"(get|list)_[a-z_]+", found["operationId"])
        assert found["summary"]
        assert found["description"]
        assert all(parameter["description"] for parameter in parameters_of(document, found))


def test_every_filter_is_a_parameter_of_the_document(document: dict[str, Any]) -> None:
    parameters = parameters_of(document, document["paths"]["/api/v1/incidents/"]["get"])
    queried = {parameter["name"] for parameter in parameters if parameter["in"] == "query"}
    assert queried == {*IncidentFilter.base_filters, "limit", "cursor", "format", "include", "fields", "hxl"}


def test_every_answer_is_as_the_document_says(people: Desk, read: Read, document: dict[str, Any]) -> None:
    made = complete(people)
    withdrawn = reported(people)
    withdraw(actor=people.publisher, incident=withdrawn, reason="The report was wrong.")
    answers = [
        read(),
        read("incidents/"),
        read("incidents/", format="geojson"),
        read("incidents/", country="IR", page="1"),
        read(f"incidents/{made.public_id}/"),
        read(f"incidents/{made.public_id}/", include="assertions,citations,provenance,geometry"),
        read("incidents/", include="assertions,citations,provenance,geometry"),
        read(f"incidents/{made.public_id}/", format="geojson"),
        read("incidents/INC-1999-000001/"),
        read(f"incidents/{withdrawn.public_id}/"),
        read(f"incidents/{withdrawn.public_id}/versions/"),
        read(f"incidents/{withdrawn.public_id}/versions/1/"),
        read(f"incidents/{withdrawn.public_id}/versions/2/"),
        read("changes/", include="assertions"),
        read("vocabularies/"),
        read("record/"),
        read("status/"),
        *every_thing(document, read),
    ]
    assert [fault for answer in answers for fault in faults(document, answer)] == []


def every_thing(document: dict[str, Any], read: Read) -> Iterator[Any]:
    """Each list of things beside incidents, and the first thing of each by itself."""
    for path in document["paths"]:
        name = path.removeprefix("/api/v1/")
        if f"{path}{{uid}}/" in document["paths"] or f"{path}{{code}}/" in document["paths"]:
            listed = read(name)
            yield listed
            yield read(listed.json()["results"][0]["url"].partition("/api/v1/")[2])
    yield from map(read, ("links/", "versions/", "corrections/"))


def test_an_answer_that_is_not_would_be_noticed(people: Desk, read: Read, document: dict[str, Any]) -> None:
    complete(people)
    planted = copy.deepcopy(document)
    del planted["components"]["schemas"]["IncidentRow"]["properties"]["title"]
    planted["components"]["schemas"]["Record"]["properties"]["size"]["type"] = "string"
    assert any("'title' was unexpected" in fault for fault in faults(planted, read("incidents/")))
    assert any("is not of type 'string'" in fault for fault in faults(planted, read("record/")))


def test_every_code_of_the_document_is_in_a_vocabulary(document: dict[str, Any], db: None, read: Read) -> None:
    listed = {found["name"]: found["terms"] for found in read("vocabularies/").json()["results"]}
    vocabularies = {name_of(vocabulary): vocabulary for vocabulary in PUBLIC}
    assert set(listed) == set(vocabularies)
    said = {tuple(str(term["code"]) for term in terms) for terms in listed.values()}
    apart = {"Blank", "Null", "Action", "CitedFor", "CountIs", "Drawing", "WorkerState"}
    coded = {name: one["enum"] for name, one in document["components"]["schemas"].items() if "enum" in one}
    assert {name for name, codes in coded.items() if tuple(map(str, codes)) not in said} <= apart


def today(text: str) -> Any:
    """A document with what differs from one day to the next taken out."""
    for pattern, word in CHANGING:
        text = re.sub(pattern, word, text)
    return json.loads(text)


def test_the_examples_are_what_is_answered_today(people: Desk, read: Read) -> None:
    made = reported(people)
    answers = {
        "incidents": read("incidents/", country="IR"),
        "incidents.geojson": read("incidents/", format="geojson"),
        "incident": read(f"incidents/{made.public_id}/"),
        "incident.geojson": read(f"incidents/{made.public_id}/", format="geojson"),
        "versions": read(f"incidents/{made.public_id}/versions/"),
        "changes": read("changes/"),
        "record": read("record/"),
        "wrong_parameter": read("incidents/", attack_type="bomb"),
        "assertions": read("assertions/", kind="time,casualty"),
        **{name: read(f"{name.replace('_', '-')}/") for name in THINGS},
        "log": read("versions/"),
    }
    told_further(people, made)
    answers |= {name: read(f"{name}/", country="IR") for name in ("warnings", "statements", "links", "corrections")}
    withdraw(actor=people.publisher, incident=made, reason="The report was taken back by its publisher.")
    answers["withdrawn"] = read(f"incidents/{made.public_id}/")
    assert {path.stem for path in FOLDER.glob("*.json")} == set(answers)
    for name, answer in answers.items():
        kept = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
        assert today(answer.content.decode()) == today(kept), name


def test_the_document_is_served_as_it_is(document: dict[str, Any], db: None, read: Read) -> None:
    answer = read("openapi.json")
    assert answer["Content-Type"] == "application/json"
    assert answer.json() == document


def test_the_reference_page_explains_all_of_it(document: dict[str, Any], db: None, read: Read) -> None:
    page = read("docs/").content.decode()
    anchors = set(re.findall(r'id="([^"]+)"', page))
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links <= anchors
    operations = {found["operationId"] for methods in document["paths"].values() for found in methods.values()}
    assert operations <= anchors
    assert {f"vocabulary-{name_of(vocabulary)}" for vocabulary in PUBLIC} <= anchors
    assert not re.search(r"\sstyle=|\son[a-z]+=|`", page)
