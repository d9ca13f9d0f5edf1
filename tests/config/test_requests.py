"""What happens around every request, whatever the page."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connections
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from accounts.services.demonstration import ensure_demonstration_people
from config import health
from config.demonstration import refuse_known_passwords
from config.logging import rendering
from config.middleware import DeskReadFromPublicAddressError, PublicWall, RequestLog, is_public

pytestmark = pytest.mark.django_db
COOKIE = "sessionid"
META = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]


@pytest.fixture(autouse=True)
def _readiness_is_asked_anew() -> Iterator[None]:
    health.once_true_stays_true.cache_clear()
    yield
    health.once_true_stays_true.cache_clear()


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, as the production format writes it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processors=[*META, *rendering("json")]))
    root = logging.getLogger("attest")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    root.setLevel(logging.NOTSET)


def ask(alias: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT 'a secret'")


def desk_reader(_request: HttpRequest) -> HttpResponse:
    ask("default")
    return HttpResponse("read")


@pytest.mark.parametrize(
    "path", ["/", "/incidents/INC-2024-000001/", "/api/v1/incidents/", "/deskx", "/nobody-thought-of"]
)
def test_a_public_address_cannot_read_the_desk(rf: RequestFactory, path: str) -> None:
    with pytest.raises(DeskReadFromPublicAddressError, match="only through the alias 'public'"):
        PublicWall(desk_reader)(rf.get(path))


@pytest.mark.parametrize("path", ["/desk/", "/accounts/login/", "/admin/", "/readyz"])
def test_a_desk_address_reads_the_desk(rf: RequestFactory, path: str) -> None:
    assert not is_public(path)
    assert PublicWall(desk_reader)(rf.get(path)).status_code == 200


def test_a_public_address_reads_the_record(rf: RequestFactory) -> None:
    def reader(_request: HttpRequest) -> HttpResponse:
        ask("public")
        return HttpResponse("read")

    assert PublicWall(reader)(rf.get("/")).status_code == 200


def test_the_wall_stands_while_an_answer_is_streamed(rf: RequestFactory) -> None:
    def chunks() -> Iterator[str]:
        yield "first"
        ask("default")
        yield "second"

    response = PublicWall(lambda _request: StreamingHttpResponse(chunks()))(rf.get("/"))
    assert isinstance(response, StreamingHttpResponse)
    with pytest.raises(DeskReadFromPublicAddressError):
        list(response)
    ask("default")


def test_the_wall_is_gone_after_the_request(rf: RequestFactory) -> None:
    PublicWall(lambda _request: HttpResponse())(rf.get("/"))
    ask("default")


def test_a_public_page_does_not_know_who_is_signed_in(rf: RequestFactory) -> None:
    seen: list[dict[str, str]] = []

    def page(request: HttpRequest) -> HttpResponse:
        seen.append(request.COOKIES)
        return HttpResponse()

    for path in ("/", "/desk/"):
        request = rf.get(path)
        request.COOKIES = {COOKIE: "abc", "theme": "dark"}
        PublicWall(page)(request)
    assert seen == [{"theme": "dark"}, {COOKIE: "abc", "theme": "dark"}]


def test_the_log_says_what_happened_and_not_what_was_in_it(client: Client, log: io.StringIO) -> None:
    client.post("/accounts/login/?next=/desk/secret-draft/", {"login": "informant@example.org", "password": "hidden-1"})
    client.get("/healthz?token=hidden-2", headers={"user-agent": "hidden-3"})
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    answered = [line for line in lines if line["event"] == "answered"]
    assert [(line["method"], line["route"]) for line in answered] == [("POST", "account_login"), ("GET", "healthz")]
    assert all(set(line) >= {"request_id", "status", "milliseconds"} for line in answered)
    for secret in ("informant", "hidden-1", "hidden-2", "hidden-3", "secret-draft", "127.0.0.1"):
        assert secret not in log.getvalue()


def test_an_address_without_a_route_is_logged_without_its_name(rf: RequestFactory, log: io.StringIO) -> None:
    RequestLog(lambda _request: HttpResponse(status=404))(rf.get("/desk/incidents/of-an-informant/"))
    assert "informant" not in log.getvalue()
    assert json.loads(log.getvalue())["route"] is None


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    ],
)
@pytest.mark.parametrize("path", ["/accounts/login/", "/healthz", "/nothing-here/"])
def test_every_answer_carries_the_security_headers(client: Client, path: str, header: str, value: str) -> None:
    assert client.get(path).headers[header] == value


@pytest.mark.parametrize("path", ["/accounts/login/", "/nothing-here/", "/api/v1/nothing-here/"])
def test_the_content_policy_allows_nothing_unsafe(client: Client, path: str) -> None:
    policy = client.get(path).headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    for directive in ("default-src 'none'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'"):
        assert directive in policy


def test_no_page_may_use_the_camera_or_the_place(client: Client) -> None:
    policy = client.get("/accounts/login/").headers["Permissions-Policy"]
    assert "camera=()" in policy
    assert "geolocation=()" in policy


def test_the_process_says_that_it_runs(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert client.post("/healthz").status_code == 405


def test_the_site_says_that_it_is_ready(client: Client) -> None:
    assert client.get("/readyz").content == b"ready\n"


@pytest.mark.parametrize("alias", ["default", "public"])
def test_a_database_that_gives_no_answer_means_not_ready(client: Client, alias: str) -> None:
    def broken(*_arguments: object) -> None:
        message = "connection to server failed: Kerman"
        raise OperationalError(message)

    with connections[alias].execute_wrapper(broken):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"not ready\n")
    assert answer.headers["Retry-After"] == "10"


def test_a_schema_behind_the_code_means_not_ready(client: Client) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'incidents'")
        cursor.execute("SET ROLE attest_app")
    assert client.get("/readyz").status_code == 503


def test_a_site_with_the_demonstration_in_it_is_not_ready_and_does_not_start(
    client: Client, settings: Settings
) -> None:
    ensure_demonstration_people()
    settings.ATTEST_DEMONSTRATION = False
    assert client.get("/readyz").status_code == 503
    with pytest.raises(ImproperlyConfigured, match="whose password everybody knows"):
        refuse_known_passwords()


@pytest.fixture
def broken_site(client: Client, settings: Settings) -> Client:
    """A client that is answered, as a person is, when a page fails."""
    settings.ROOT_URLCONF = "tests.config.broken_urls"
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(("path", "status"), [("/desk/fails/", 500), ("/desk/away/", 503), ("/away/", 503)])
def test_a_page_that_fails_says_so_and_logs_where(
    broken_site: Client, log: io.StringIO, path: str, status: int
) -> None:
    answer = broken_site.get(path)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers.get("Retry-After") == ("10" if status == 503 else None)
    failed = json.loads(next(line for line in log.getvalue().splitlines() if '"failed"' in line))
    assert "broken_urls.py" in failed["exception"][0]["at"][-1]
    assert "request_id" in failed
    assert "informant" not in log.getvalue()


@pytest.mark.parametrize(("path", "status"), [("/api/v1/fails/", 500), ("/api/v1/away/", 503), ("/api/v1/none/", 404)])
def test_a_program_is_told_the_problem_and_nothing_else(broken_site: Client, path: str, status: int) -> None:
    answer = broken_site.get(path)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == answer.status_code == status
    assert "informant" not in answer.text
