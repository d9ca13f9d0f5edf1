"""Two worlds, one with drafts, confidential sources and people that nobody may hear of: not a byte differs."""

import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.contrib.gis.geos import Point
from django.core.cache import caches
from django.db import transaction
from django.test import Client

from incidents.models import Incident, Place
from incidents.services.asserting import assert_claim, withdraw_claim
from incidents.services.citing import cite
from incidents.services.inputs import CasualtyValue, Claim
from incidents.services.publishing import publish
from incidents.services.reviewing import submit
from tests.making import Desk, approved, claimed, desk, incident, published, quoted, source

MOMENT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FILTERS = (
    "",
    "q=secret",
    "q=market",
    "q=INC-2024-000003",
    "country=AQ",
    "country=IR,AQ",
    "province=AQ-01",
    "bbox=-180,-90,180,-60",
    "bbox=40,20,70,40",
    "attack_type=hijacking",
    "attack_type=bombing",
    "actor=secret-front",
    "attribution=claimed",
    "attribution_kind=responsibility_claim",
    "precision=exact,settlement",
    "warning=true",
    "killed_min=5000",
    "origins_min=1",
    "origins_min=2",
    "since=2025-01-01",
    "until=1901-01-01",
    "part_of=INC-2024-000001",
    "as_of=2026-11-22T12:00:00Z",
    "as_of=2030-01-01T00:00:00Z",
    "sort=published",
    "sort=-published",
    "sort=occurred",
    "limit=1",
    "limit=1&sort=published",
    "format=geojson",
    "limit=1&format=geojson",
    "unknown=1",
    "actor=",
)
PLACES = (
    "",
    "vocabularies/",
    "record/",
    "openapi.json",
    "docs/",
    *(f"incidents/?{query}" for query in FILTERS),
    *(
        f"incidents/INC-2024-00000{number}/{tail}"
        for number in (1, 2, 3)
        for tail in ("", "?format=geojson", "?as_of=2030-01-01T00:00:00Z", "versions/", "versions/1/", "versions/2/")
    ),
)


class Chance:
    """The system's source of random bytes, the same from one world to the next."""

    def __init__(self) -> None:
        self.draw = random.Random(1)  # noqa: S311 - it is to be foreseen

    def begin(self, number: int) -> None:
        self.draw.seed(number)

    def __call__(self, size: int) -> bytes:
        return self.draw.randbytes(size)


@pytest.fixture
def chance(monkeypatch: pytest.MonkeyPatch) -> Iterator[Chance]:
    found = Chance()
    monkeypatch.setattr(os, "urandom", found)
    monkeypatch.setattr(random, "_urandom", found)
    with time_machine.travel(MOMENT, tick=False):
        yield found


def hide(people: Desk, public: Incident, draft: Incident, *, confidential: bool) -> None:
    """Write down what nobody may hear of, an outlier in everything that can be filtered by."""
    editor = people.editor
    informant = source(editor, title="What an informant told us", publisher_name="Secret", confidential=confidential)
    words = quoted(informant, "a secret quote")
    assertion = draft.assertions.filter(kind="casualty").get()
    cite(actor=editor, incident=draft, target=assertion, quote=words[0])
    told = CasualtyValue(measure="wounded", verbatim="5000")
    heard_of = assert_claim(actor=editor, incident=draft, claim=Claim(value=told, citations=words))
    withdraw_claim(actor=editor, incident=draft, assertion=heard_of)
    pole = Place.objects.create(
        kind="settlement",
        name="Secret Station",
        country_code="AQ",
        province_code="AQ-01",
        point=Point(0, -85, srid=4326),
    )
    hidden = incident(editor, title="A secret hijacking", killed="9000", place=pole, when="1 January 1900")
    claimed(editor, hidden, by="Secret Front")
    submit(actor=editor, incident=hidden)
    part = incident(editor, title="A secret part of the market bombing", when="1 February 2025")
    Incident.objects.filter(pk=part.pk).update(parent=public)


def world(chance: Chance, *, hidden: bool, confidential: bool = True) -> dict[str, tuple[int, bytes, dict[str, str]]]:
    """What every address answers in a world that is taken back afterwards."""
    with transaction.atomic():
        caches["api"].clear()
        chance.begin(1)
        people = desk()
        public = published(people, title="A bombing at a market")
        draft = incident(people.editor, title="A bombing on a road", killed="3")
        if hidden:
            hide(people, public, draft, confidential=confidential)
        chance.begin(2)
        publish(actor=people.publisher, incident=approved(people, draft))
        found = {place: heard(Client().get(f"/api/v1/{place}")) for place in PLACES}
        transaction.set_rollback(True)
    return found


def heard(answer: Any) -> tuple[int, bytes, dict[str, str]]:
    return answer.status_code, answer.content, dict(answer.headers)


def test_what_is_hidden_changes_no_byte_of_any_answer(db: None, chance: Chance) -> None:
    without, within = world(chance, hidden=False), world(chance, hidden=True)
    assert [place for place in PLACES if without[place] != within[place]] == []
    assert sum(status == 200 for status, _content, _headers in without.values()) > 40
    assert [place for place in PLACES if b"secret" in within[place][1].lower() and "secret" not in place] == []


def test_what_is_not_hidden_would_be_noticed(db: None, chance: Chance) -> None:
    without, within = world(chance, hidden=False), world(chance, hidden=True, confidential=False)
    differing = {place for place in PLACES if without[place] != within[place]}
    assert {"incidents/?", "incidents/INC-2024-000002/", "incidents/INC-2024-000002/versions/", "record/"} <= differing
