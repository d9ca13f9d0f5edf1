"""Who is answered at all: programs with a key that works, from where it may be used, for what it was made."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from accounts.models import ApiKey, KeyUse, Scope, User
from accounts.services.keys import revoke_key, rotate_key
from config.middleware import DeskReadFromPublicAddressError, PublicWall
from incidents.drafting.limits import KeyThrottle, NetworkThrottle
from incidents.drafting.urls import urlpatterns
from incidents.models import Incident
from tests.drafting.conftest import Writers
from tests.drafting.program import HOME, ROOT, Program, new_key

ZERO = "00000000-0000-4000-8000-000000000000"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD")


def everywhere(draft: str) -> list[str]:
    """Every address of the door."""
    names = {"draft_id": draft, "link_id": 1}
    return [
        reverse(f"drafting:{one.name}", kwargs={name: names.get(name, ZERO) for name in one.pattern.converters})
        for one in urlpatterns
    ]


def challenge(answer: Any) -> str:
    """What an answer that refuses a key challenges for; it is a problem that nobody keeps, and sets no cookie."""
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    return str(answer["WWW-Authenticate"])


def test_nobody_is_answered_without_a_key_and_a_session_is_none(writers: Writers) -> None:
    signed_in = Client(enforce_csrf_checks=True)
    signed_in.force_login(writers.people.editor)
    before = Incident.objects.values_list("revision", flat=True)[::1]
    for address in everywhere(writers.draft):
        for method in METHODS:
            for client in (Client(), signed_in):
                answer = client.generic(method, address, b'{"title": "x"}', content_type="application/json")
                assert answer.status_code == 401, (method, address)
                assert challenge(answer) == 'Bearer realm="Attest"'
    assert Incident.objects.values_list("revision", flat=True)[::1] == before
    basic = Client().get(ROOT, headers={"Authorization": "Basic ZWRpdG9yOnNlY3JldA=="})
    assert "Send a key" in basic.json()["detail"]


def test_an_address_that_forgot_to_ask_for_a_key_cannot_read_the_desk(writers: Writers, rf: RequestFactory) -> None:
    def forgetful(request: HttpRequest) -> HttpResponse:
        assert not request.COOKIES
        return HttpResponse(str(Incident.objects.count()))

    asked = rf.get(ROOT)
    asked.COOKIES = {"sessionid": "abc"}
    with pytest.raises(DeskReadFromPublicAddressError, match="SELECT COUNT"):
        PublicWall(forgetful)(asked)


def test_each_key_that_does_not_work_is_refused_with_its_reason(writers: Writers, settings: Settings) -> None:
    editor = writers.people.editor
    invalid, outside = 'Bearer realm="Attest", error="invalid_token"', 'Bearer realm="Attest"'

    def made(*, addresses: tuple[str, ...] = (), scope: Scope = Scope.DRAFT) -> tuple[Program, Any]:
        key = new_key(editor, scope, addresses=addresses)
        return Program(key), ApiKey.objects.filter(pk=ApiKey.objects.order_by("-pk").values("pk")[:1])

    def refused(program: Program, status: int, says: str, challenged: str, method: str = "GET") -> None:
        answer = program.ask(method)
        assert (answer.status_code, challenge(answer)) == (status, challenged)
        assert says in answer.json()["detail"]

    known, row = made()
    refused(Program("attest_000000000000_" + "x" * 43), 401, "not a key we know", invalid)
    refused(Program("nonsense"), 401, "not a key we know", invalid)
    row.update(expires_at=timezone.now(), created_at=timezone.now() - timedelta(days=9))
    refused(known, 401, "has expired", invalid)
    revoked, row = made()
    revoke_key(actor=editor, key=row.get())
    refused(revoked, 401, "was revoked", invalid)
    old, row = made()
    rotate_key(actor=editor, key=row.get(), expires_at=timezone.now() + timedelta(days=9), overlap=timedelta(0))
    refused(old, 401, "new secret", invalid)
    refused(made(addresses=("198.51.100.0/24",))[0], 403, "may not be used from this address", outside)
    insufficient = f'{outside}, error="insufficient_scope", scope="draft"'
    refused(made(scope=Scope.READ)[0], 403, "not made for this", insufficient, method="POST")
    settings.ATTEST_MFA_REQUIRED_FROM = "editor"
    refused(writers.program, 401, "may not use it any more", invalid)
    settings.ATTEST_MFA_REQUIRED_FROM = "nobody"
    User.objects.filter(pk=editor.pk).update(is_active=False)
    refused(writers.program, 401, "may not use it any more", invalid)


def test_a_key_for_reading_reads_and_writes_nothing(writers: Writers) -> None:
    reader = Program(new_key(writers.people.editor, Scope.READ, addresses=("192.0.2.0/24",)))
    assert reader.get(f"{writers.draft}/").json()["title"] == "Two bombings in Kerman"
    for method, path in (("POST", ""), ("PATCH", f"{writers.draft}/"), ("PUT", f"{writers.draft}/summary/")):
        assert reader.ask(method, path, {"title": "Another"}).status_code == 403
    assert reader.get(f"{writers.draft}/").json()["revision"] == 2


def test_what_is_answered_is_nobody_elses_and_says_what_may_be_done(writers: Writers) -> None:
    program = writers.program
    for answer in (program.get(), program.get(f"{writers.draft}/"), program.get(f"{ZERO}/"), program.get("a/b/c/d/")):
        assert answer["Cache-Control"] == "no-store"
        assert not answer.has_header("Access-Control-Allow-Origin")
    head, read = program.ask("HEAD", f"{writers.draft}/"), program.get(f"{writers.draft}/")
    assert (head.status_code, head["ETag"], head.content) == (200, read["ETag"], b"")
    may = program.ask("OPTIONS", f"{writers.draft}/")
    assert (may.status_code, may["Allow"]) == (204, "GET, PATCH, HEAD, OPTIONS")
    assert program.ask("DELETE", f"{writers.draft}/").status_code == 405
    assert program.get(other="1").status_code == 200
    strange = program.ask("GET", "?other=1")
    assert (strange.status_code, strange.json()["errors"][0]["parameter"]) == (400, "other")


def test_who_asks_too_often_waits(writers: Writers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KeyThrottle, "THROTTLE_RATES", {"drafting": "2/min"})
    counted = KeyUse.objects.get(key__owner=writers.people.editor).requests
    answers = [writers.program.get() for _time in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert [one["RateLimit"].split(";")[1] for one in answers] == ["r=1", "r=0", "r=0"]
    assert answers[2].json()["violated-policies"] == ["drafting"]
    assert KeyUse.objects.get(key__owner=writers.people.editor).requests == counted + 3
    assert writers.theirs.get().status_code == 200
    monkeypatch.setattr(NetworkThrottle, "THROTTLE_RATES", {"drafting_network": "1/min"})
    late = Client().get(ROOT, REMOTE_ADDR=HOME)
    assert (late.status_code, late["Cache-Control"]) == (HTTPStatus.TOO_MANY_REQUESTS, "no-store")
    assert 0 < int(late["Retry-After"]) <= 60
