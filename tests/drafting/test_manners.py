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
from tests.drafting.conftest import Newsroom
from tests.drafting.program import Program, claims, incident_of, new_key
from tests.making import kerman

TITLE = {"title": "A bombing at a market"}
NAME = f'"{uuid4()}"'


def errors(answer: Any) -> dict[str, str]:
    """Field by field, what an answer refuses."""
    assert answer["Content-Type"] == "application/problem+json", answer.content
    return {one["field"]: one["detail"] for one in answer.json()["errors"]}


def test_a_change_says_on_what_it_is_based_and_whoever_was_not_first_is_told_what_was(newsroom: Newsroom) -> None:
    program, draft = newsroom.program, newsroom.draft
    path, seen = f"{draft}/", newsroom.program.tags[newsroom.draft]
    assert errors(program.ask("PATCH", path, TITLE)).keys() == {"If-Match"}
    assert program.ask("PATCH", path, TITLE).status_code == 428
    for nonsense in ("*", "2", '"two"', '"2", "3"', '""'):
        assert program.ask("PATCH", path, TITLE, If_Match=nonsense).status_code == 400
    described = Description(title="Two blasts", graphic=False, personal_data=False)
    describe(actor=newsroom.people.reviewer, incident=incident_of(draft), description=described, summary="Plainer")

    late = program.ask("PATCH", path, TITLE, If_Match=seen)
    assert (late.status_code, late.json()["revision"], incident_of(draft).title) == (412, 3, "Two blasts")
    (change,) = late.json()["changes"]
    by = newsroom.people.reviewer.display_name
    assert (change["revision"], change["by"], change["summary"]) == (3, by, "Plainer")
    assert change["what"] == "changed the title, flags or criteria"
    done = program.ask("PATCH", path, TITLE, If_Match=program.get(path)["ETag"])
    assert (done.status_code, done["ETag"], done.json()["revision"]) == (200, '"4"', 4)
    assert program.ask("PATCH", path, TITLE, If_Match='W/"4"').status_code == 200
    assert incident_of(draft).title == TITLE["title"]


def test_what_is_sent_again_is_answered_again_and_done_once(newsroom: Newsroom) -> None:
    program = newsroom.program
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
    colleague = Program(new_key(newsroom.people.editor))
    assert colleague.ask("POST", "", TITLE, Idempotency_Key=NAME).json()["ids"] != first.json()["ids"]


def test_a_claim_sent_again_on_what_was_seen_then_is_recorded_once(newsroom: Newsroom) -> None:
    program, draft = newsroom.program, newsroom.draft
    sent, headers = {"claims": claims(newsroom.source, kerman().pk)}, {"Idempotency_Key": NAME, "If_Match": '"2"'}
    first, again = (program.ask("POST", f"{draft}/claims/", sent, **headers) for _time in range(2))
    assert (first.status_code, first.content, first["ETag"]) == (201, again.content, again["ETag"])
    assert Assertion.objects.filter(incident=incident_of(draft)).count() == 8
    kept = KeptAnswer.objects.get(name=NAME.strip('"'))
    assert kept.answer.keys() == {"ids", "url", "revision"}


def test_a_refused_request_is_not_kept_and_may_be_mended_under_its_name(newsroom: Newsroom) -> None:
    program = newsroom.program
    assert program.ask("POST", "", {"title": ""}, Idempotency_Key=NAME).status_code == 422
    assert program.ask("POST", "", TITLE, Idempotency_Key=NAME).status_code == 201


def test_what_was_answered_is_forgotten_after_two_days(newsroom: Newsroom) -> None:
    program = newsroom.program
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


def test_two_at_the_same_moment_are_not_both_done(newsroom: Newsroom) -> None:
    program = newsroom.program
    key = ApiKey.objects.get(owner=newsroom.people.editor)
    with held_elsewhere(f"{key.pk}:{NAME.strip(chr(34))}"):
        answer = program.ask("POST", "", TITLE, Idempotency_Key=NAME)
        assert (answer.status_code, "being answered" in answer.json()["detail"]) == (409, True)
        assert program.ask("POST", "", TITLE, Idempotency_Key='"another"').status_code == 201
    assert program.ask("POST", "", TITLE, Idempotency_Key=NAME).status_code == 201


def wrong_claims(newsroom: Newsroom) -> list[tuple[dict[str, Any], str, str]]:
    """Claims that cannot be recorded, with the field that is wrong and a word of the sentence."""
    cited = [{"source": newsroom.source, "quote": "q"}]
    toll = {"measure": "killed", "verbatim": "91"}
    named = {"actor": {"name": "Islamic State"}, "ground": "responsibility_claim"}
    place = {"place": kerman().pk, "precision": "settlement"}

    def one(kind: str, value: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"kind": kind, "value": value, "citations": cited} | more

    nobody = str(uuid4())
    return [
        ({"value": {}}, "kind", "casualty, attribution"),
        (one("toll", {}), "kind", "Give one of"),
        (one("casualty", {"measure": "killed"}), "value.verbatim", "required"),
        (one("casualty", toll | {"measure": "murdered"}), "value.measure", "killed, wounded"),
        (one("casualty", toll | {"best": 91}), "value.best", "There are: verbatim"),
        (one("casualty", toll | {"verbatim": "a shocking number"}), "value.verbatim", "no figure that can be read"),
        (one("casualty", toll | {"verbatim": 91}), "value.verbatim", "Give a text"),
        (one("casualty", toll | {"as_of": "last week"}), "value.as_of", "2024-01-26"),
        (one("casualty", toll, confidence="high"), "rationale", "Say why"),
        (one("casualty", toll, verification="refuted"), "verification_reason", "Say why"),
        (one("casualty", toll, verification="withdrawn"), "verification", "never sent"),
        (one("casualty", toll, citations=[{"source": newsroom.source}]), "citations.0.quote", "Give the quote"),
        (one("casualty", toll, citations=[{"source": nobody, "quote": "q"}]), "citations.0.source", "no source of"),
        (one("casualty", toll, citations=[cited[0] | {"speaker": {"id": nobody}}]), "citations.0.speaker.id", "heard"),
        (
            one("casualty", toll, citations=[cited[0] | {"speaker": {"naming": "anonymous"}}]),
            "citations.0.speaker.description",
            "no name here",
        ),
        (one("attribution", named), "value.actor.kind", "not on record"),
        (one("attribution", named | {"actor": {"name": "Unknown", "kind": "organisation"}}), "value.actor.name", ""),
        (
            one(
                "attribution",
                named
                | {
                    "actor": {"name": "A", "kind": "organisation"},
                    "ground": "court_finding",
                    "claim_channel": "Telegram",
                },
            ),
            "value.claim_channel",
            "Only a claim",
        ),
        (one("location", place | {"place": 10**30}), "value.place", "no place of this id"),
        (one("location", place | {"latitude": 30.3}), "value.longitude", "or neither"),
        (
            one("location", place | {"latitude": 30.3, "longitude": 57.1}),
            "value.latitude",
            "finer than a town",
        ),
        (one("location", place | {"precision": "exact", "method": "centroid"}), "value.precision", "no finer"),
        (one("time", {"when": "one day", "timezone": "UTC"}), "value.when", "not understood"),
        (one("time", {"when": "3 January 2024", "timezone": "Mars/Base"}), "value.timezone", "no time zone"),
        (
            one("characteristic", {"characteristic": "attack_type", "code": "boom"}),
            "value.code",
            "armed_assault",
        ),
        (one("warning", {"paraphrase": "x", "warning": nobody}), "value.warning", "no warning of this id"),
        (one("warning", {"paraphrase": "x"}), "value.warning", "Give the id"),
        (
            one(
                "warning",
                {
                    "paraphrase": "x",
                    "given": {"warner": {"name": "A", "kind": "state_body"}, "recipient": {"name": "A"}},
                },
            ),
            "value.given",
            "themselves",
        ),
    ]


def test_what_is_wrong_is_named_and_nothing_of_the_request_is_written(newsroom: Newsroom) -> None:
    program, draft = newsroom.program, newsroom.draft
    counted = (Assertion, Actor, Publisher, Source)
    before = [model.objects.count() for model in counted]
    sound = claims(newsroom.source, kerman().pk)[0]
    fresh = {
        "kind": "attribution",
        "citations": sound["citations"],
        "value": {"actor": {"name": "Somebody New", "kind": "organisation"}, "ground": "accusation"},
    }
    for wrong, field, words in wrong_claims(newsroom):
        answer = program.post(f"{draft}/claims/", {"claims": [sound, fresh, wrong]})
        assert answer.status_code == 422, answer.content
        told = errors(answer)
        assert list(told) == [f"claims.2.{field}"], (field, told)
        assert words in told[f"claims.2.{field}"]
    assert [model.objects.count() for model in counted] == before
    assert incident_of(draft).revision == 2


def test_what_cannot_be_read_is_refused_before_anything_is_done(newsroom: Newsroom) -> None:
    program, named = newsroom.program, {"Idempotency_Key": NAME}
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
    assert errors(program.ask("POST", "", {"titel": "x"}, **named)).keys() == {"titel"}
    assert errors(program.ask("POST", "", {"title": "x", "graphic": "no"}, **named)).keys() == {"graphic"}
    assert errors(program.ask("POST", "", {"title": "x" * 201}, **named)).keys() == {"title"}
    for query in ("limit=0", "limit=101", "limit=x", "after=1", "state=gone", "all=maybe", "q=%00"):
        assert program.ask("GET", f"?{query}").status_code == 400, query
    for query in ("places/", "places/?q=Kerman&country=IRN", "sources/?url=ftp://x"):
        assert program.ask("GET", query).status_code == 400, query
