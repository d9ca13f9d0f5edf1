"""No number of the record stands anywhere without somebody who gives it and a source; a planted one is seen."""

import json
from copy import deepcopy
from typing import Any

import pytest

from incidents.models import Incident, Version
from incidents.presenting import facts, page
from tests.kerman.attesting import bare_in_document, bare_on_page
from tests.kerman.conftest import Kerman

pytestmark = pytest.mark.django_db


def test_every_number_in_every_document_has_a_claimant_and_a_source(kerman: Kerman) -> None:
    versions = Version.objects.filter(content__schema="attest-incident/1")
    assert versions.count() >= 5
    for version in versions:
        where = f"/incidents/{version.public_id}/v/{version.number}.json"
        document = json.loads(kerman.reader.get(where).content)["content"]
        assert bare_in_document(document) == [], where


def test_every_number_on_every_page_stands_beside_who_says_so(kerman: Kerman) -> None:
    for made in Incident.objects.filter(published_number__gt=0):
        assert bare_on_page(kerman.page(made).content, kerman.document(made)) == [], made.title


NOBODY = {"claims": [], "policy": "", "reason": ""}
PLANTED = [
    ("hostages", 17),
    ("killed", {"low": 90, "best": 91, "high": 95, "text": "91", "why": NOBODY}),
    ("killed", {"low": 1, "best": 1, "high": 1, "text": "1", "why": {**NOBODY, "claims": ["no such claim"]}}),
    ("summary", [{"text": "Some 300 were hurt.", "citations": []}]),
    ("statements", [{"id": "x", "speaker": "A", "made_on": None, "paraphrase": "Says 300.", "citations": []}]),
    ("links", [{"incident": "INC-2024-000002", "kind": "background", "note": "1,200 killed", "citations": []}]),
    ("title", "Bombings that killed 4711"),
    ("attack_types", [{"code": "bombing", "label": "2 bombings", "claims": []}]),
]


def test_every_number_planted_in_a_document_is_seen(kerman: Kerman) -> None:
    document = kerman.document()
    missed = [(name, planted) for name, planted in PLANTED if not bare_in_document({**document, name: planted})]
    assert missed == []


def test_a_claim_without_a_source_or_a_voice_is_seen(kerman: Kerman) -> None:
    uncited, unlisted, nameless = (deepcopy(kerman.document()) for _ in range(3))
    uncited["claims"][0]["citations"] = []
    lost = unlisted["claims"][0]["citations"][0]["source"]
    unlisted["sources"] = [one for one in unlisted["sources"] if one["id"] != lost]
    for one in nameless["claims"]:
        for citation in one["citations"]:
            citation["speaker"] = {"label": ""}
    for document in (uncited, unlisted, nameless):
        assert bare_in_document(document) != []


def test_a_number_planted_on_a_page_is_seen(kerman: Kerman, monkeypatch: pytest.MonkeyPatch) -> None:
    real = facts.key_facts

    def with_one_more(content: Any, evidence: Any) -> list[facts.Fact]:
        bare = facts.Fact(term="Hostages", unknown="", more_url="#how-many", values=[facts.FactValue(text="4711")])
        return [*real(content, evidence), bare]

    monkeypatch.setattr(page, "key_facts", with_one_more)
    found = bare_on_page(kerman.page().content, kerman.document())
    assert [block for block in found if "4711" in block] == ["Hostages 4711"]
