"""Every value can be asked why: one sentence, and every claim behind it with its words, source and policy."""

import json

import pytest
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from incidents.models import Approval
from incidents.presenting.provenance import LABELS
from incidents.services import publishing
from incidents.services.publishing import publish, withdraw
from incidents.services.reviewing import approve, submit
from tests.making import Desk, incident, person, published
from tests.public.conftest import Story
from tests.public.reading import heading, text_of
from tests.record.tampering import as_adversary

pytestmark = pytest.mark.django_db


def test_the_page_says_it_in_one_sentence_with_the_claims_behind(client: Client, story: Story) -> None:
    page = client.get(f"{story.url}why/wounded/")
    words = text_of(page)
    assert heading(page) == "Why the record says this: Wounded"
    told = "Wounded: “scores”, read as at least 40, because one claim gives it; it rests on 1 claim by A. Minister,"
    assert f"{told} Minister of Health, in 2 sources." in words
    assert "scores wounded A. Minister, Minister of Health" in words
    assert "the toll stands at 84" in words


def test_a_range_names_its_policy_and_counts_its_claims(client: Client, story: Story) -> None:
    sentence = client.get(f"{story.url}why/killed.json").json()["sentence"]
    assert sentence.startswith("Killed: ")
    assert "because the policy takes" in sentence
    assert sentence.endswith("claims by A. Minister, Minister of Health and First Agency, in 2 sources.")


def test_what_nobody_says_is_said_to_be_unknown_because_of_that(client: Client, story: Story) -> None:
    found = client.get(f"{story.url}why/weapon_types.json").json()
    assert found["sentence"] == "Weapon: unknown, because no source says."
    assert found["claims"] == []


def test_the_state_of_the_attribution_is_explained_by_its_public_definition(client: Client, story: Story) -> None:
    sentence = client.get(f"{story.url}why/attribution.json").json()["sentence"]
    assert "Attribution: contested, because those named are not one organisation with its branches" in sentence


def test_every_key_fact_leads_to_its_reason(client: Client, story: Story) -> None:
    page = client.get(story.url).content.decode()
    for field in set(LABELS) - {"tactics"}:
        assert f'href="{story.url}why/{field}/"' in page, field
        assert client.get(f"{story.url}why/{field}/").status_code == 200, field


def test_the_data_name_quote_speaker_source_policy_and_the_reviewers_roles(client: Client, story: Story) -> None:
    found = client.get(f"{story.url}why/wounded.json").json()
    assert (found["policy"], found["reviewer_roles"]) == ("single_source", ["reviewer", "publisher"])
    assert found["reviewer_roles_text"] == "reviewer and publisher"
    citation = found["claims"][0]["citations"][0]
    assert citation["quote"] == "the toll stands at 84"
    assert citation["said_by"] == "A. Minister, Minister of Health"
    assert citation["source"]["publisher"] in {"First Agency", "Second Gazette"}


def test_the_roles_are_those_of_the_approvals_that_stood(client: Client, team: Desk) -> None:
    made, senior, gone = incident(team.editor), person(Role.SENIOR), person(Role.PUBLISHER)
    submit(actor=team.editor, incident=made)
    for approver in (senior, gone):
        approve(actor=approver, incident=made, revision=made.revision)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    publish(actor=team.publisher, incident=made)
    for address in (f"/incidents/{made.public_id}.json", f"/incidents/{made.public_id}/v/1.json"):
        assert client.get(address).json()["reviewer_roles"] == ["senior"], address
    api = f"/api/v1/incidents/{made.public_id}"
    assert client.get(f"{api}/versions/1/").json()["reviewer_roles"] == ["senior"]
    found = client.get(f"{api}/?include=provenance").json()
    assert found["reviewer_roles"] == found["provenance"]["killed"]["reviewer_roles"] == ["senior"]
    listed = client.get("/api/v1/incidents/?include=provenance").json()["results"]
    assert listed[0]["provenance"]["killed"]["reviewer_roles_text"] == "senior editor"
    words = text_of(client.get(f"/incidents/{made.public_id}/why/killed/"))
    assert "Approved by 1 person who wrote none of it (role: senior editor)." in words


def test_a_version_from_before_roles_were_kept_says_so(client: Client, team: Desk) -> None:
    with as_adversary() as run, pytest.MonkeyPatch.context() as patch:
        run("ALTER TABLE record_version DISABLE TRIGGER USER")
        patch.setattr(publishing, "_roles", lambda _approvals: [])
        made = published(team)
    address = f"/incidents/{made.public_id}/why/killed"
    assert "in which role is not recorded" in text_of(client.get(f"{address}/"))
    found = client.get(f"{address}.json").json()
    assert (found["reviewer_roles"], found["reviewer_roles_text"]) == (None, "not recorded")
    assert client.get(f"/incidents/{made.public_id}.json").json()["reviewer_roles"] is None
    assert client.get(f"/api/v1/incidents/{made.public_id}/versions/").json()["results"][0]["reviewer_roles"] is None


def test_nobody_at_the_desk_is_named(client: Client, story: Story) -> None:
    names = {approval.approver.display_name for approval in Approval.objects.all()} | {story.team.editor.display_name}
    answers = [client.get(f"{story.url}why/killed/"), client.get(f"/api/v1/incidents/{story.id}/?include=provenance")]
    for answer in answers:
        assert not [name for name in names if name in answer.content.decode()]


def test_the_api_adds_what_stands_behind_every_value_when_asked(client: Client, story: Story) -> None:
    address = f"/api/v1/incidents/{story.id}/"
    assert "provenance" not in client.get(address).json()
    found = client.get(f"{address}?include=provenance").json()["provenance"]
    assert set(found) == set(LABELS)
    assert found["wounded"] == {
        key: value
        for key, value in client.get(f"{story.url}why/wounded.json").json().items()
        if key not in {"id", "version", "field"}
    }


def test_the_list_of_the_api_adds_it_to_few_incidents_at_once(client: Client, story: Story) -> None:
    found = client.get("/api/v1/incidents/?include=provenance").json()
    assert [set(one["provenance"]) for one in found["results"]] == [set(LABELS)] * 2
    refused = client.get("/api/v1/incidents/?include=provenance&limit=21")
    assert refused.status_code == 400
    assert "from 1 to 20" in json.dumps(refused.json())
    assert client.get("/api/v1/incidents/?include=everything").status_code == 400


def test_a_value_that_is_none_and_an_incident_that_is_gone(client: Client, story: Story) -> None:
    assert client.get(f"{story.url}why/colour/").status_code == 404
    assert client.get(f"{story.url}why/killed/?colour=blue").status_code == 400
    assert client.get("/incidents/INC-1999-000001/why/killed/").status_code == 404
    withdraw(actor=story.team.publisher, incident=story.made, reason="It was another kind of event.")
    for form in ("/", ".json"):
        assert client.get(f"{story.url}why/killed{form}").status_code == 410
