"""W3C PROV: every public value is derived, step by step, from words of a source, and nobody at the desk is named."""

import json
from typing import Any

import pytest
from django.test import Client
from prov.model import ProvActivity, ProvAgent, ProvDerivation, ProvDocument, ProvEntity

from accounts.models import User
from incidents.models import Version
from incidents.presenting.provenance import LABELS
from incidents.services.inputs import Description
from incidents.services.logging import describe
from tests.making import republished
from tests.public.conftest import Story

pytestmark = pytest.mark.django_db


def prov_of(client: Client, public_id: str, query: str = "") -> tuple[ProvDocument, str]:
    """The document as the library of the standard reads it, and its text."""
    answer = client.get(f"/incidents/{public_id}.prov.json{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    text = answer.content.decode()
    return ProvDocument.deserialize(content=text, format="json"), text


def named(document: ProvDocument, kind: type, prefix: str) -> dict[str, Any]:
    """Its records of a kind whose name has a prefix, by what follows it."""
    names = {str(one.identifier): one for one in document.get_records(kind)}
    return {name.partition(":")[2]: one for name, one in names.items() if name.startswith(f"{prefix}:")}


def said(record: Any, name: str) -> list[str]:
    """What a record says under a name."""
    return [str(value) for key, value in record.attributes if str(key) == name]


def derived(document: ProvDocument) -> dict[str, set[str]]:
    """From what each thing is derived, by their full names."""
    steps: dict[str, set[str]] = {}
    for one in document.get_records(ProvDerivation):
        what, whence = (str(one.args[place].uri) for place in (0, 1))
        steps.setdefault(what, set()).add(whence)
    return steps


def test_every_value_is_derived_from_claims_these_from_citations_and_those_from_sources(
    client: Client, story: Story
) -> None:
    content = Version.objects.get(public_id=story.id).content
    document, _text = prov_of(client, story.id)
    values, steps = named(document, ProvEntity, "value"), derived(document)
    known = {field for field in LABELS if field != "attribution" and content[field]} | {"attribution"}
    assert set(values) == known
    for field, value in values.items():
        claims = steps[value.identifier.uri]
        if field in ("killed", "wounded", "occurred", "place"):
            assert {one.rpartition("claim-")[2] for one in claims} == set(content[field]["why"]["claims"])
        for claim in claims:
            (told,) = (one for one in content["claims"] if claim.endswith(one["id"]))
            assert {one.rpartition("citation-")[2] for one in steps[claim]} == {
                one["id"] for one in told["citations"] if one["stance"] == "supports"
            }
            for citation in steps[claim]:
                assert {one.rpartition("/")[2] for one in steps[citation]} <= {one["id"] for one in content["sources"]}
    killed = next(one for one in said(values["killed"], "prov:value"))
    assert killed.startswith("84")
    assert "A. Minister, Minister of Health" in said(values["killed"], "attest:sentence")[0]
    voices = {said(one, "prov:label")[0] for one in named(document, ProvAgent, "voice").values()}
    assert {"A. Minister, Minister of Health", "an official"} <= voices


def test_each_publication_is_an_activity_of_roles_and_of_nobody_at_the_desk(client: Client, story: Story) -> None:
    described = Description(title="Another title", graphic=False, personal_data=False)
    describe(actor=story.team.editor, incident=story.made, description=described, summary="Renamed")
    republished(story.team, story.made)
    document, text = prov_of(client, story.id)
    assert set(named(document, ProvActivity, "publication")) == {"1", "2"}
    assert set(named(document, ProvAgent, "role")) == {"publisher", "reviewer"}
    assert derived(document)[f"http://127.0.0.1:8000/incidents/{story.id}/v/2"] == {
        f"http://127.0.0.1:8000/incidents/{story.id}/v/1"
    }
    for person in User.objects.all():
        assert person.display_name not in text
        assert person.email not in text
    moment = Version.objects.get(public_id=story.id, number=1).published_at
    first, _text = prov_of(client, story.id, f"?as_of={moment.isoformat().replace('+00:00', 'Z')}")
    assert set(named(first, ProvActivity, "publication")) == {"1"}
    assert json.loads(text)["prefix"]["value"] == f"http://127.0.0.1:8000/incidents/{story.id}/v/2/#value-"
    assert "wasDerivedFrom(value:killed, claim:" in document.get_provn()
