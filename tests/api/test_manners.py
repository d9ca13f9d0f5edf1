"""How the API behaves as a server: caching, methods, origins, limits, and what it leaves alone."""

from itertools import product
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from rest_framework.request import Request

from incidents.api.throttling import AnonymousThrottle
from incidents.api.views import incidents as listing
from incidents.rules.networks import network_of
from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.publishing import withdraw
from tests.api.conftest import Read, lasting
from tests.making import PASSWORD, Desk, published, republished

ADDRESSES = (
    "",
    "incidents/",
    "incidents/INC-2024-000001/",
    "incidents/INC-2024-000001/versions/",
    "incidents/INC-2024-000001/versions/1/",
    "changes/",
    "attributions/",
    "sources/",
    "versions/",
    "places/kerman-ir/",
    "vocabularies/",
    "record/",
    "status/",
    "openapi.json",
)
QUERIES = {
    "incidents/": 3,  # the log's head, the rows, how many there are
    "incidents/INC-2024-000001/": 2,  # the row with its version, the place in the log
    "incidents/INC-2024-000001/versions/": 1,
    "incidents/INC-2024-000001/versions/1/": 2,
    "changes/": 2,  # the log's head, the entries with their versions and rows
    "assertions/": 4,  # the log's head, where the claims stand, how many there are, the documents
    "sources/": 5,  # the log's head, the codes, how many there are, the newest documents of each, those documents
    "places/": 4,  # the same; the rows name places
    "places/kerman-ir/": 3,  # the newest row, the log's head, how many incidents there are
    "versions/": 3,  # the log's head, its entries with the versions, how many there are
    "corrections/": 3,  # the same, and no version before any of them
    "record/": 1,
    "status/": 6,  # head, checkpoint, the first unsigned entry, files made, files waited for, incidents
}


@pytest.fixture
def one(people: Desk) -> Any:
    return published(people)


def test_what_a_reader_holds_is_not_sent_again(one: Any, read: Read) -> None:
    for address in ADDRESSES:
        answer = read(address)
        assert answer.status_code == 200
        assert answer["Cache-Control"].startswith("public, max-age=")
        for held in (answer["ETag"], f"W/{answer['ETag']}", f'"other", {answer["ETag"]}', "*"):
            again = read(address, headers={"If-None-Match": held})
            assert (again.status_code, again.content) == (304, b"")
            assert (again["ETag"], again["Cache-Control"]) == (answer["ETag"], answer["Cache-Control"])
        assert read(address, headers={"If-None-Match": '"something-else"'}).status_code == 200


def test_an_etag_changes_with_the_record(people: Desk, one: Any, read: Read) -> None:
    addresses = ("incidents/", "incidents/INC-2024-000001/", "incidents/INC-2024-000001/versions/", "record/")
    before = [read(address)["ETag"] for address in addresses]
    still = read("incidents/INC-2024-000001/versions/1/")["ETag"]
    changed = Description(title="A better title", graphic=False, personal_data=False)
    describe(actor=people.editor, incident=one, description=changed, summary="A better title.")
    republished(people, one)
    assert all(read(address)["ETag"] != tag for address, tag in zip(addresses, before, strict=True))
    assert read("incidents/INC-2024-000001/versions/1/")["ETag"] == still
    assert read("incidents/").headers["ETag"].startswith('"2-')


def test_an_etag_names_one_form(one: Any, read: Read) -> None:
    assert read("incidents/")["ETag"] != read("incidents/", format="geojson")["ETag"]
    assert read("incidents/")["Vary"] == "Accept, Accept-Encoding"


def test_an_answer_is_compressed_for_who_takes_that_and_is_still_the_one_that_is_held(one: Any, read: Read) -> None:
    for address in ("incidents/", "incidents.csv", "changes/", "incidents/INC-2024-000001/"):
        plain = read(address)
        for coding in ("br", "gzip"):
            answer = read(address, headers={"Accept-Encoding": coding})
            assert (answer["Content-Encoding"], answer["Vary"]) == (coding, "Accept, Accept-Encoding")
            assert len(answer.content) < len(plain.content)
            assert answer["ETag"] == f"W/{plain['ETag']}"
            assert (
                read(address, headers={"Accept-Encoding": coding, "If-None-Match": answer["ETag"]}).status_code == 304
            )


def test_head_is_the_answer_without_its_body(one: Any, read: Read, client: Client) -> None:
    for address in (*ADDRESSES, "docs/", "incidents/INC-1999-000001/"):
        whole, head = read(address), client.head(f"/api/v1/{address}")
        assert head.content == b""
        assert head.status_code == whole.status_code
        assert lasting(head) == lasting(whole)


def test_options_says_the_same_of_every_address(one: Any, client: Client) -> None:
    addresses = ["/api/v1/incidents/INC-2024-000001/", "/api/v1/incidents/INC-2099-000009/", "/api/v1/nothing/"]
    answers = [client.options(address) for address in addresses]
    assert {(answer.status_code, answer.content, tuple(answer.headers.items())) for answer in answers} == {
        (204, b"", tuple(answers[0].headers.items()))
    }
    assert answers[0]["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in answers[0]["Access-Control-Allow-Headers"]


def test_pages_of_any_origin_may_read(one: Any, client: Client) -> None:
    for address in (*ADDRESSES, "docs/", "incidents/?x=1", "incidents/INC-1999-000001/", "nothing/"):
        answer = client.get(f"/api/v1/{address}", headers={"Origin": "https://example.org"})
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer
        exposed = set(answer["Access-Control-Expose-Headers"].split(", "))
        assert {"ETag", "Link", "Retry-After", "RateLimit", "RateLimit-Policy", "Attest-Count"} <= exposed


def test_other_pages_of_the_site_stay_closed_to_other_origins(db: None, client: Client) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/healthz")


def test_nothing_can_be_written_here(one: Any, client: Client) -> None:
    for method, address in product(
        ("post", "put", "patch", "delete"), ("incidents/", "incidents/INC-2024-000001/", "record/")
    ):
        answer = client.generic(method.upper(), f"/api/v1/{address}", b"{}", content_type="application/json")
        assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")
        assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_a_form_that_we_do_not_write_is_refused(one: Any, read: Read) -> None:
    answer = read("incidents/", headers={"Accept": "application/xml"})
    assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")
    assert read("incidents/", headers={"Accept": "text/html,*/*;q=0.8"})["Content-Type"] == "application/json"


def test_a_missing_slash_leads_to_the_address(one: Any, client: Client) -> None:
    answer = client.get("/api/v1/incidents?country=IR")
    assert (answer.status_code, answer["Location"]) == (301, "/api/v1/incidents/?country=IR")


def test_everybody_gets_the_same_bytes_signed_in_or_not_in_any_language(people: Desk, one: Any, read: Read) -> None:
    signed_in = Client()
    assert signed_in.login(email=people.editor.email, password=PASSWORD)
    for address in (*ADDRESSES, "docs/"):
        ours = signed_in.get(f"/api/v1/{address}", headers={"Accept-Language": "fa"})
        theirs = read(address)
        assert ours.content == theirs.content
        assert lasting(ours) == lasting(theirs)
        assert not ours.cookies


def test_reading_asks_the_public_role_alone(one: Any, read: Read) -> None:
    for address in (*ADDRESSES, "docs/", "incidents/INC-1999-000001/", "incidents/?x=1"):
        read(address)
        with CaptureQueriesContext(connections["default"]) as desk:
            read(address)
        assert desk.captured_queries == []


def test_reading_asks_few_questions(one: Any, read: Read, people: Desk) -> None:
    published(people)
    for address, number in QUERIES.items():
        with CaptureQueriesContext(connections["public"]) as asked:
            read(address)
        assert len(asked.captured_queries) == number, [query["sql"] for query in asked.captured_queries]


def test_who_asks_too_often_is_told_when_to_come_back(
    one: Any, read: Read, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AnonymousThrottle, "rate", "2/min", raising=False)
    answers = [read("record/") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert {answer["RateLimit-Policy"] for answer in answers} == {'"anonymous";q=2;w=60'}
    assert [answer["RateLimit"].split(";t=")[0] for answer in answers] == [
        f'"anonymous";r={left}' for left in (1, 0, 0)
    ]
    answer = read("incidents/", format="csv")
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["RateLimit"] == f'"anonymous";r=0;t={answer["Retry-After"]}'
    assert answer.json()["type"] == "https://iana.org/assignments/http-problem-types#quota-exceeded"
    assert answer.json()["violated-policies"] == ["anonymous"]
    assert 0 < int(answer["Retry-After"]) <= 60
    assert answer["Retry-After"] in answer.json()["detail"]
    assert answer["Cache-Control"] == "no-store"
    assert client.get("/api/v1/record/", REMOTE_ADDR="192.0.2.7").status_code == 200
    spoofed = client.get("/api/v1/record/", headers={"X-Forwarded-For": "192.0.2.99"})
    assert spoofed.status_code == 429


def test_a_network_of_ipv6_counts_as_one() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff") != network_of("2001:db8:0:1::1")
    assert network_of("192.0.2.1") != network_of("192.0.2.2")
    assert network_of("not an address") == "not an address"


def test_the_limit_holds_as_often_as_the_settings_say() -> None:
    throttle = AnonymousThrottle()
    assert throttle.parse_rate(throttle.get_rate()) == (300, 60)
    request = Request(RequestFactory().get("/", REMOTE_ADDR="192.0.2.1"))
    assert throttle.get_cache_key(request, listing.IncidentsView()) == "read:192.0.2.1"


def test_a_database_that_gives_no_answer_is_said_to_be_busy(
    one: Any, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_arguments: object, **_options: object) -> None:
        message = "canceling statement due to statement timeout: SELECT secret"
        raise OperationalError(message)

    with connections["public"].execute_wrapper(slow):
        answer = read("incidents/")
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert (answer["Retry-After"], answer["Cache-Control"]) == ("5", "no-store")
    assert "secret" not in answer.content.decode()


def test_a_withdrawal_is_seen_after_a_minute_at_most(people: Desk, one: Any, read: Read) -> None:
    kept = read("incidents/INC-2024-000001/")
    assert kept["Cache-Control"] == "public, max-age=30, s-maxage=30, stale-while-revalidate=30"
    withdraw(actor=people.publisher, incident=one, reason="The report was wrong.")
    answer = read("incidents/INC-2024-000001/", headers={"If-None-Match": kept["ETag"]})
    assert answer.status_code == 410
