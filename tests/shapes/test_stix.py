"""STIX 2.1: valid, the same each time, never without who says so, and never finer than the record."""

import json
from typing import Any

import pytest
import stix2
from django.test import Client

from incidents.choices import AttributionKind
from incidents.models import PublishedIncident, Version
from incidents.presenting.facts import is_denial
from incidents.rules.voices import names, voices
from incidents.services.asserting import assert_claim
from incidents.services.inputs import AttributionValue, CharacteristicValue, Claim
from incidents.services.people import record_actor
from tests.exchange import reading as read
from tests.making import quoted, republished, source
from tests.public.conftest import Story
from tests.public.reading import ids_of_json
from tests.shapes.reading import bundle_of, dangling, faults, of_type

pytestmark = pytest.mark.django_db

KNOWN_WARNINGS = {"103", "202", "302"}
"""UUIDv5 where v4 is recommended; relationships that the Incident Core extension brings; addresses without a hash."""


def test_a_bundle_is_valid_whole_and_the_same_each_time(client: Client, story: Story) -> None:
    bundle = bundle_of(client, story.id)
    errors, warnings = faults(bundle)
    assert errors == []
    assert set(warnings) <= KNOWN_WARNINGS, warnings
    assert bundle == bundle_of(client, story.id) == bundle_of(client, story.id, "?as_of=2030-01-01")
    assert dangling(bundle) == {"incident"}
    ids = [one["id"] for one in bundle["objects"]]
    assert len({one.partition("--")[2] for one in ids}) == len(ids)
    assert stix2.parse(json.dumps(bundle), allow_custom=True, version="2.1")["id"] == bundle["id"]
    asked, media_type = f"/api/v1/incidents/{story.id}/", "application/stix+json;version=2.1"
    by_accept = client.get(asked, headers={"Accept": media_type})
    by_name = client.get(f"{asked}?format=stix", headers={"Accept": "text/html"})
    assert by_accept["Content-Type"] == by_name["Content-Type"] == media_type
    assert by_accept.json() == by_name.json() == bundle
    assert by_accept["ETag"] != client.get(asked)["ETag"]
    assert client.get(asked, headers={"Accept": "application/stix+json;version=2.0"}).status_code == 406
    assert client.get(f"/api/v1/incidents/{story.id}.stix").json() == bundle
    refused = client.get(f"{asked}?format=stix&fields=title&include=geometry")
    assert (refused.status_code, [one["parameter"] for one in refused.json()["errors"]]) == (400, ["include", "fields"])


def test_a_bundle_that_is_wrong_would_be_noticed(client: Client, story: Story) -> None:
    bundle = bundle_of(client, story.id)
    (location,) = of_type(bundle, "location")
    del location["longitude"]
    assert "longitude" in str(faults(bundle)[0])
    bundle["objects"].remove(location)
    assert "location" in dangling(bundle)


def test_who_says_so_travels_with_every_claim_and_value(client: Client, story: Story) -> None:
    content = Version.objects.get(public_id=story.id).content
    bundle = bundle_of(client, story.id)
    notes = of_type(bundle, "note", "claim")
    assert len(notes) == len(content["claims"]) > 5
    for note, claim in zip(notes, content["claims"], strict=True):
        assert note["authors"] == names(voices(content, {"why": {"claims": [claim["id"]]}})) != []
        for cited, words in zip(claim["citations"], note["external_references"], strict=True):
            assert cited["quote"] in words["description"]
            assert (cited["speaker"] or {"label": ""})["label"] in words["description"]
    (killed,) = of_type(bundle, "note", "killed")
    assert killed["authors"] == ["A. Minister, Minister of Health", "First Agency"]
    assert killed["abstract"].startswith("Killed: ")
    assert set(killed["object_refs"]) & {one["id"] for one in notes}
    nearly = next(one for one in notes if one["abstract"] == "nearly 100 killed")
    assert "Read as: up to 99" in nearly["content"]
    (warning,) = [one for one in of_type(bundle, "note", "warning") if one["labels"] == ["warning"]]
    assert warning["authors"] == ["an official"]
    (reaction,) = of_type(bundle, "note", "reaction")
    assert (reaction["content"], reaction["authors"]) == ("Sees a wish for talks.", ["B. Analyst, An Institute"])


def test_only_whom_a_standing_claim_names_is_a_threat_actor(client: Client, story: Story) -> None:
    editor = story.team.editor
    accused = record_actor(actor=editor, name="Example State", kind="state_body")
    value = AttributionValue(actor=accused, ground=AttributionKind.ACCUSATION)
    report = quoted(source(editor), "it was Example State")
    assert_claim(
        actor=editor,
        incident=story.made,
        claim=Claim(value=value, citations=report, confidence="low"),
        summary="An accusation",
    )
    republished(story.team, story.made)
    bundle = bundle_of(client, story.id)
    assert [one["name"] for one in of_type(bundle, "threat-actor")] == ["Example Front"]
    assert {one["name"] for one in of_type(bundle, "identity")} == {"Attest", "Example State"}
    kinds: dict[str, list[dict[str, Any]]] = {}
    for one in of_type(bundle, "relationship"):
        kinds.setdefault(one["relationship_type"], []).append(one)
    (attributed,) = kinds["attributed-to"]
    assert attributed["description"] == "Responsibility claim; said by The Example Courier"
    accusations = [one for one in kinds["related-to"] if one["target_ref"].startswith("identity--")]
    assert [(one["description"], one["confidence"]) for one in accusations] == [
        ("Accusation; said by The Example Courier", 15)
    ]
    content = Version.objects.get(public_id=story.id, number=2).content
    denials = [one for one in content["claims"] if one["kind"] == "attribution" and is_denial(one)]
    assert len(denials) == 1
    assert "Example Front: denial" in {one["abstract"] for one in of_type(bundle, "note", "attribution")}
    (incident,) = of_type(bundle, "incident")
    assert incident["created"] < incident["modified"]
    assert incident["external_references"][0]["url"].endswith(f"/incidents/{story.id}/v/2/")


def test_what_was_foiled_is_blocked_and_did_not_occur(client: Client, story: Story) -> None:
    value = CharacteristicValue(characteristic="outcome", code="foiled")
    claim = Claim(value=value, citations=quoted(source(story.team.editor), "foiled"))
    assert_claim(actor=story.team.editor, incident=story.made, claim=claim, summary="Outcome")
    republished(story.team, story.made)
    bundle = bundle_of(client, story.id)
    (incident,), (event,) = of_type(bundle, "incident"), of_type(bundle, "event")
    (core,) = incident["extensions"].values()
    assert (core["determination"], core["event_refs"]) == ("blocked", [event["id"]])
    assert (event["status"], event["start_time_fidelity"]) == ("not-occurred", "day")
    assert event["start_time"].startswith("2024-01-03T")


@pytest.mark.usefixtures("every_precision")
def test_a_location_is_as_fine_as_the_record(client: Client) -> None:
    found = set()
    for row in PublishedIncident.objects.filter(known__endswith__isnull=True):
        (location,) = of_type(bundle_of(client, row.public_id), "location")
        found.add(row.place_precision)
        assert location["country"] == "IR"
        if row.place_precision == "settlement":
            assert (location["longitude"], location["latitude"]) == (57.08, 30.28)
            assert location["precision"] == row.uncertainty_m
            assert location["city"] == "Kerman"
        else:
            assert location.keys().isdisjoint({"latitude", "longitude", "precision", "city"})
            assert ("administrative_area" in location) == (row.place_precision != "country")
    assert found == {"settlement", "district", "province", "country"}


@pytest.mark.usefixtures("every_precision")
def test_a_bundle_of_a_query_holds_what_the_list_holds_each_object_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for query in ("", "country=IR&sort=occurred", "precision=province,country", "country=AQ", "attribution=claimed"):
        bundle = json.loads(read.fetched(client, "stix.json", query))
        incidents = of_type(bundle, "incident")
        assert [one["external_references"][0]["external_id"] for one in incidents] == ids_of_json(client, query)
        ids = [one["id"] for one in bundle["objects"]]
        assert len(set(ids)) == len(ids)
    assert faults(json.loads(read.fetched(client, "stix.json")))[0] == []
    monkeypatch.setattr("incidents.rules.downloads.AT_ONCE_DOCUMENTS", 2)
    assert client.get("/downloads/incidents.stix.json").headers["Location"] == "/downloads/"
    assert client.get("/downloads/incidents.stix.json?precision=country").status_code == 200
    assert 'value="stix.json"' in client.get("/downloads/").content.decode()
