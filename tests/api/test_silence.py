"""Two worlds, one with drafts, confidential sources and people that nobody may hear of: not a byte differs."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.gis.geos import Point
from django.core.cache import caches
from django.db import transaction
from django.test import Client, override_settings
from nacl.public import PrivateKey

from accounts.roles import Role
from incidents.choices import EmbargoStage
from incidents.models import Embargo, Incident, Place, Speaker
from incidents.services.asserting import assert_claim, withdraw_claim
from incidents.services.capturing import capture_file, capture_text
from incidents.services.citing import cite
from incidents.services.embargo import publish_embargoed, set_embargo
from incidents.services.inputs import CasualtyValue, Claim, Description, SpeakerPerson
from incidents.services.letting_in import let_in
from incidents.services.logging import describe
from incidents.services.people import record_speaker
from incidents.services.publishing import publish
from incidents.services.reviewing import submit
from incidents.services.sealing import seal_name
from incidents.services.second_coding import answer_coding, ask_coding
from incidents.services.tagging import change_tags, record_tag
from tests.api.asked import EVERYWHERE, PAGES, PLACES
from tests.api.conftest import lasting
from tests.isolation.scenes import scene
from tests.making import Desk, approved, claimed, desk, incident, person, published, quoted, source
from tests.samples import page

MOMENT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
Answers = dict[str, tuple[int, bytes, dict[str, str]]]


class Chance:
    """The system's source of random bytes, the same from one world to the next."""

    def __init__(self) -> None:
        self.draw = random.Random(1)  # noqa: S311 - it is to be foreseen

    def begin(self, number: int) -> None:
        self.draw.seed(number)

    def __call__(self, size: int) -> bytes:
        return self.draw.randbytes(size)


@contextmanager
def foreseen() -> Iterator[Chance]:
    """A moment that does not pass, in which chance can be foreseen."""
    found = Chance()
    key = bytes(PrivateKey.generate().public_key)
    with (
        pytest.MonkeyPatch.context() as patch,
        override_settings(ATTEST_SEALING_KEY=key),
        time_machine.travel(MOMENT, tick=False),
    ):
        patch.setattr(os, "urandom", found)
        patch.setattr(random, "_urandom", found)
        yield found


def overheard(people: Desk, draft: Incident) -> Speaker:
    """Somebody whom a public source quotes without a name, in both worlds."""
    speaker = record_speaker(
        actor=people.editor, person=SpeakerPerson(naming="anonymous", description="an official at the market")
    )
    (quote,) = quoted(source(people.editor), "three were killed", speaker=speaker)
    cite(actor=people.editor, incident=draft, target=draft.assertions.get(kind="casualty"), quote=quote)
    return speaker


def hide(people: Desk, public: Incident, draft: Incident, speaker: Speaker, *, confidential: bool) -> None:
    """Write down what nobody may hear of, an outlier in everything that can be filtered by."""
    editor = people.editor
    seal_name(actor=editor, speaker=speaker, true_name="A secret name")
    informant = source(editor, title="What an informant told us", publisher_name="Secret", confidential=confidential)
    capture_text(actor=editor, source=informant, text="He gave a secret quote, and more.")
    capture_file(actor=editor, source=informant, data=page("A secret page."))
    for colleague in (people.reviewer, people.publisher) if confidential else ():
        let_in(actor=editor, source=informant, person=colleague)
    unnamed = record_speaker(actor=editor, person=SpeakerPerson(naming="anonymous", description="a secret informant"))
    seal_name(actor=editor, speaker=unnamed, true_name="Another secret name")
    words = quoted(informant, "a secret quote", speaker=unnamed)
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
    code_again(people, public, pole)
    code_again(people, draft, pole)
    hidden = incident(editor, title="A secret hijacking", killed="9000", place=pole, when="1 January 1900")
    claimed(editor, hidden, by="Secret Front")
    submit(actor=editor, incident=hidden)
    change_tags(actor=editor, incident=public, put=[record_tag(actor=editor, name="Secret handle")])
    part = incident(editor, title="A secret part of the market bombing", when="1 February 2025")
    Incident.objects.filter(pk=part.pk).update(parent=public)


def hold_back(people: Desk) -> Embargo:
    """An outlier in everything that can be filtered by, approved and to be public in two days."""
    pole = Place.objects.create(
        kind="settlement",
        name="Secret Station",
        country_code="AQ",
        province_code="AQ-01",
        point=Point(0, -85, srid=4326),
    )
    waiting = incident(people.editor, title="A secret hijacking", killed="9000", place=pole, when="1 January 1900")
    claimed(people.editor, waiting, by="Secret Front")
    return set_embargo(actor=people.publisher, incident=approved(people, waiting), until=MOMENT + timedelta(days=2))


def code_again(people: Desk, coded: Incident, where: Place) -> None:
    """Have somebody code it a second time, and find something else."""
    coder, place = person(Role.EDITOR), {"place": where.pk, "name": where.name}
    asked = ask_coding(actor=people.reviewer, incident=coded, coder=coder, fields=["killed", "place", "attack_types"])
    answers = {"killed": [9000, 9000, 9000], "place": place, "attack_types": ["hijacking"]}
    answer_coding(actor=coder, coding=asked, answers=answers)


def leave_it(people: Desk, draft: Incident) -> None:
    """Edit the draft as often as ``hide`` does, and change nothing: the salted seal of a version counts its edits."""
    for _time in range(3):
        described = Description(title=draft.title, graphic=False, personal_data=False)
        describe(actor=people.editor, incident=draft, description=described)


def world(
    people: Desk, *, hidden: bool, confidential: bool = True, held: bool = False, everywhere: bool = False
) -> Answers:
    """What every address answers in a world that is taken back afterwards; people are the same in each.

    Where something is ``held`` back, what ``EVERYWHERE`` answers once it is published is there too, under "then …".
    """
    with foreseen() as chance, transaction.atomic():
        caches["api"].clear()
        caches["limits"].clear()
        chance.begin(1)
        public = published(people, title="A bombing at a market")
        draft = incident(people.editor, title="A bombing on a road", killed="3")
        speaker = overheard(people, draft)
        if hidden:
            hide(people, public, draft, speaker, confidential=confidential)
        else:
            leave_it(people, draft)
        waiting = hold_back(people) if held else None
        chance.begin(2)
        publish(actor=people.publisher, incident=approved(people, draft))
        found = {place: heard(Client().get(f"/api/v1/{place}")) for place in PLACES}
        found |= {place: heard(Client().get(place)) for place in PAGES + (EVERYWHERE if everywhere else ())}
        if waiting:
            assert publish_embargoed(embargo=waiting.pk, now=MOMENT) is None
            assert publish_embargoed(embargo=waiting.pk, now=waiting.until) == EmbargoStage.PUBLISHED
            caches["api"].clear()
            caches["limits"].clear()
            found |= {f"then {place}": heard(Client().get(place)) for place in EVERYWHERE}
        transaction.set_rollback(True)
    return found


def heard(answer: Any) -> tuple[int, bytes, dict[str, str]]:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.status_code, content, lasting(answer)


@dataclass
class World:
    """What every address answers where nothing is hidden, and the people of that world."""

    people: Desk
    answers: Answers


@scene
def without(_folder: Path) -> World:
    people = desk()
    return World(people, world(people, hidden=False, everywhere=True))


def test_what_is_hidden_changes_no_byte_of_any_answer(without: World) -> None:
    within = world(without.people, hidden=True)
    assert [place for place in within if without.answers[place] != within[place]] == []
    assert sum(status == 200 for status, _content, _headers in without.answers.values()) > 60
    assert [place for place in within if b"secret" in within[place][1].lower() and "secret" not in place] == []


def test_what_is_not_hidden_would_be_noticed(without: World) -> None:
    within = world(without.people, hidden=True, confidential=False)
    differing = {place for place in within if without.answers[place] != within[place]}
    assert {"incidents/?", "incidents/INC-2024-000002/", "incidents/INC-2024-000002/versions/", "record/"} <= differing
    assert {"/", "/incidents/INC-2024-000002/", "/incidents/INC-2024-000002.json"} <= differing


def test_what_is_under_embargo_changes_no_byte_of_any_answer_before_its_moment(without: World) -> None:
    within = world(without.people, hidden=False, held=True, everywhere=True)
    before = {place: answer for place, answer in within.items() if not place.startswith("then ")}
    assert before.keys() == without.answers.keys()
    assert [place for place in before if without.answers[place] != before[place]] == []
    assert [place for place in before if b"secret" in before[place][1].lower() and "secret" not in place] == []
    assert "ETag" in {name for answer in before.values() for name in answer[2]}
    assert [place for place in EVERYWHERE if within[f"then {place}"] == before[place]] == []
