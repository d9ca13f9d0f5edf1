"""Every write once, on what was seen, as a whole or not at all; every refusal in a sentence that names the field."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

import time_machine
from django.db import connections
from django.utils import timezone

from accounts.models import ApiKey
from incidents.models import Actor, Assertion, Incident, KeptAnswer, Publisher, Source
from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.repeating import forget_old
from tests.drafting.conftest import Writers
from tests.drafting.program import Program, claims, incident_of, new_key
from tests.making import kerman

TITLE = {"title": "A bombing at a market"}
NAME = f'"{uuid4()}"'


def errors(answer: Any) -> dict[str, str]:
    """Field by field, what an answer refuses."""
    assert answer["Content-Type"] == "application/problem+json", answer.content
    return {one["field"]: one["detail"] for one in answer.json()["errors"]}


def test_a_change_says_on_what_it_is_based_and_whoever_was_not_first_is_told_what_was(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    path, seen = f"{draft}/", writers.program.tags[writers.draft]
    assert errors(program.ask("PATCH", path, TITLE)).keys() == {"If-Match"}
    assert program.ask("PATCH", path, TITLE).status_code == 428
    for nonsense in ("*", "2", '"two"', '"2", "3"', '""'):
        assert program.ask("PATCH", path, TITLE, If_Match=nonsense).status_code == 400
    described = Description(title="Two blasts", graphic=False, personal_data=False)
    describe(actor=writers.people.reviewer, incident=incident_of(draft), description=described, summary="Plainer")

    late = program.ask("PATCH", path, TITLE, If_Match=seen)
    assert (late.status_code, late.json()["revision"], incident_of(draft).title) == (412, 3, "Two blasts")
    (change,) = late.json()["changes"]
    by = writers.people.reviewer.display_name
    assert (change["revision"], change["by"], change["summary"]) == (3, by, "Plainer")
    assert change["what"] == "changed the title, flags or criteria"
    done = program.ask("PATCH", path, TITLE, If_Match=program.get(path)["ETag"])
    assert (done.status_code, done["ETag"], done.json()["revision"]) == (200, '"4"', 4)
    assert program.ask("PATCH", path, TITLE, If_Match='W/"4"').status_code == 200
    assert incident_of(draft).title == TITLE["title"]


def test_what_is_sent_again_is_answered_again_and_done_once(writers: Writers) -> None:
    program = writers.program
    first, again = (program.ask("POST", "", TITLE, Idempotency_Key=NAME) for _time in range(2))
    for one in (first, again):
        assert (one.status_code, one["ETag"], one["Location"]) == (201, '"1"', first["Location"])
    assert first.content == again.content
    assert Incident.objects.filter(title=TITLE["title"]).count() == 1
    assert program.get(first["Location"]).json()["title"] == TITLE["title"]
    bare = program.ask("POST", "", TITLE, Idempotency_Key=NAME.strip('"'))
    assert bare.content == first.content

    other = program.ask("POST", "", {"title": "Another"}, Idempotency_Key=NAME)
    elsewhere = program.ask("POST", "sources/", TITLE, Idempotency_Key=NAME)
    assert (other.status_code, elsewhere.status_code) == (422, 422)
    assert "Something else was sent" in errors(other)["Idempotency-Key"]
    for nameless in ("", "x" * 201, 'a"b', "ü"):
        assert program.ask("POST", "", TITLE, Idempotency_Key=nameless).status_code == 400
    colleague = Program(new_key(writers.people.editor))
    assert colleague.ask("POST", "", TITLE, Idempotency_Key=NAME).json()["ids"] != first.json()["ids"]


def test_a_claim_sent_again_on_what_was_seen_then_is_recorded_once(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    sent, headers = {"claims": claims(writers.source, kerman().pk)}, {"Idempotency_Key": NAME, "If_Match": '"2"'}
    first, again = (program.ask("POST", f"{draft}/claims/", sent, **headers) for _time in range(2))
    assert (first.status_code, first.content, first["ETag"]) == (201, again.content, again["ETag"])
    assert Assertion.objects.filter(incident=incident_of(draft)).count() == 8
    kept = KeptAnswer.objects.get(name=NAME.strip('"'))
    assert kept.answer.keys() == {"ids", "url", "revision"}


def test_a_refused_request_is_not_kept_and_may_be_mended_under_its_name(writers: Writers) -> None:
    program = writers.program
    assert program.ask("POST", "", {"title": ""}, Idempotency_Key=NAME).status_code == 422
    assert program.ask("POST", "", TITLE, Idempotency_Key=NAME).status_code == 201


def test_what_was_answered_is_forgotten_after_two_days(writers: Writers) -> None:
    program = writers.program
    first = program.ask("POST", "", TITLE, Idempotency_Key=NAME)
    with time_machine.travel(timezone.now() + timedelta(hours=47), tick=False):
        forget_old()
        assert program.ask("POST", "", TITLE, Idempotency_Key=NAME).content == first.content
    with time_machine.travel(timezone.now() + timedelta(hours=49), tick=False):
        assert forget_old() >= 1
        assert program.ask("POST", "", TITLE, Idempotency_Key=NAME).json()["ids"] != first.json()["ids"]


@contextmanager
def held_elsewhere(name: str) -> Iterator[None]:
    """Another process answers a request of this name at this moment."""
    other = connections["default"].copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [f"incidents_keptanswer:{name}"])
            yield
    finally:
        other.close()


def test_two_at_the_same_moment_are_not_both_done(writers: Writers) -> None:
    program = writers.program
    key = ApiKey.objects.get(owner=writers.people.editor)
    with held_elsewhere(f"{key.pk}:{NAME.strip(chr(34))}"):
        answer = program.ask("POST", "", TITLE, Idempotency_Key=NAME)
        assert (answer.status_code, "being answered" in answer.json()["detail"]) == (409, True)
        assert program.ask("POST", "", TITLE, Idempotency_Key='"another"').status_code == 201
    assert program.ask("POST", "", TITLE, Idempotency_Key=NAME).status_code == 201


NOBODY = str(uuid4())
Wrong = tuple[dict[str, Any], str, str]
"""A claim that cannot be recorded, the field that is wrong, and a word of the sentence."""


def wrong_tolls(source: str) -> Iterator[Wrong]:
    toll, cited = {"measure": "killed", "verbatim": "91"}, {"source": source, "quote": "q"}

    def of(value: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"kind": "casualty", "value": value, "citations": [cited]} | more

    unnamed = cited | {"speaker": {"naming": "anonymous"}}
    yield of({"measure": "killed"}), "value.verbatim", "required"
    yield of(toll | {"measure": "murdered"}), "value.measure", "killed, wounded"
    yield of(toll | {"best": 91}), "value.best", "There are: verbatim"
    yield of(toll | {"verbatim": "a shocking number"}), "value.verbatim", "no figure that can be read"
    yield of(toll | {"verbatim": 91}), "value.verbatim", "Give a text"
    yield of(toll | {"as_of": "last week"}), "value.as_of", "2024-01-26"
    yield of(toll, confidence="high"), "rationale", "Say why"
    yield of(toll, verification="refuted"), "verification_reason", "Say why"
    yield of(toll, verification="withdrawn"), "verification", "never sent"
    yield of(toll, citations=[{"source": source}]), "citations.0.quote", "Give the quote"
    yield of(toll, citations=[cited | {"source": NOBODY}]), "citations.0.source", "no source of this id"
    yield of(toll, citations=[cited | {"speaker": {"id": NOBODY}}]), "citations.0.speaker.id", "heard"
    yield of(toll, citations=[unnamed]), "citations.0.speaker.description", "no name here"


def wrong_values(place: int) -> Iterator[Wrong]:
    """Of the other kinds."""
    where: dict[str, Any] = {"place": place, "precision": "settlement"}
    position, centre = {"latitude": 30.3, "longitude": 57.1}, {"precision": "exact", "method": "centroid"}
    named: dict[str, Any] = {"actor": {"name": "A", "kind": "organisation"}, "ground": "court_finding"}
    ends = {"warner": {"name": "A", "kind": "state_body"}, "recipient": {"name": "A"}}
    values: list[tuple[str, dict[str, Any], str, str]] = [
        ("attribution", named | {"actor": {"name": "Nobody Known"}}, "actor.kind", "not on record"),
        ("attribution", named | {"actor": {"name": "Unknown", "kind": "branch"}}, "actor.name", "not an actor"),
        ("attribution", named | {"claim_channel": "Telegram"}, "claim_channel", "Only a claim"),
        ("location", where | {"place": 10**30}, "place", "no place of this id"),
        ("location", where | {"latitude": 30.3}, "longitude", "or neither"),
        ("location", where | position, "latitude", "finer than a town"),
        ("location", where | centre, "precision", "no finer"),
        ("time", {"when": "one day", "timezone": "UTC"}, "when", "not understood"),
        ("time", {"when": "3 January 2024", "timezone": "Mars/Base"}, "timezone", "no time zone"),
        ("characteristic", {"characteristic": "attack_type", "code": "boom"}, "code", "armed_assault"),
        ("warning", {"paraphrase": "x", "warning": NOBODY}, "warning", "no warning of this id"),
        ("warning", {"paraphrase": "x"}, "warning", "Give the id"),
        ("warning", {"paraphrase": "x", "given": ends}, "given", "themselves"),
    ]
    for kind, value, field, words in values:
        yield {"kind": kind, "value": value}, f"value.{field}", words
    yield {"value": {}}, "kind", "casualty, attribution"
    yield {"kind": "toll", "value": {}}, "kind", "Give one of"


def test_what_is_wrong_is_named_and_nothing_of_the_request_is_written(writers: Writers) -> None:
    program, draft = writers.program, writers.draft
    counted = (Assertion, Actor, Publisher, Source)
    before = [model.objects.count() for model in counted]
    sound = claims(writers.source, kerman().pk)[0]
    fresh = {
        "kind": "attribution",
        "citations": sound["citations"],
        "value": {"actor": {"name": "Somebody New", "kind": "organisation"}, "ground": "accusation"},
    }
    for wrong, field, words in [*wrong_tolls(writers.source), *wrong_values(kerman().pk)]:
        answer = program.post(f"{draft}/claims/", {"claims": [sound, fresh, wrong]})
        assert answer.status_code == 422, answer.content
        told = errors(answer)
        assert list(told) == [f"claims.2.{field}"], (field, told)
        assert words in told[f"claims.2.{field}"]
    assert [model.objects.count() for model in counted] == before
    assert incident_of(draft).revision == 2


def test_what_cannot_be_read_is_refused_before_anything_is_done(writers: Writers) -> None:
    program, named = writers.program, {"Idempotency_Key": NAME}
    for body in (
        '{"title": ',
        "[]",
        '"title"',
        "null",
        '{"title": "\\ud800"}',
        '{"title": "a\\u0000b"}',
        '{"title": NaN}',
    ):
        assert program.ask("POST", "", body, **named).status_code in {400, 422}, body
    headers = {"Authorization": f"Bearer {program.key}", "Idempotency-Key": NAME}
    form = program.client.post("/api/v1/drafts/", {"title": "x"}, headers=headers)
    assert form.status_code == 415
    assert program.ask("POST", "", {"title": "x" * 3_000_000}, **named).status_code == 413
    assert program.ask("POST", "", "[" * 100_000, **named).status_code == 400
    assert errors(program.ask("POST", "", {"titel": "x"}, **named)).keys() == {"titel"}
    assert errors(program.ask("POST", "", {"title": "x", "graphic": "no"}, **named)).keys() == {"graphic"}
    assert errors(program.ask("POST", "", {"title": "x" * 201}, **named)).keys() == {"title"}
    for query in ("limit=0", "limit=101", "limit=x", "after=1", "state=gone", "all=maybe", "q=%00"):
        assert program.ask("GET", f"?{query}").status_code == 400, query
    for query in ("places/", "places/?q=Kerman&country=IRN", "sources/?url=ftp://x"):
        assert program.ask("GET", query).status_code == 400, query
