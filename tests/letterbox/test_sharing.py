"""A short link keeps a query and its moment for ever, and leads nowhere but to our own pages."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.postgres.signals import get_citext_oids, get_hstore_oids
from django.core.cache import caches
from django.db import DatabaseError, connection, connections, transaction
from django.test import Client

from config.middleware import DeskReadFromPublicAddressError, guard_of
from incidents.models import Incident, Permalink
from incidents.rules.short_codes import code_of
from tests.making import Desk, desk, published
from tests.public.reading import heading, listed, text_of

pytestmark = pytest.mark.django_db

DOOR = "/share/"


@pytest.fixture(autouse=True)
def _nobody_has_written_yet() -> Iterator[None]:
    caches["limits"].clear()
    yield
    caches["limits"].clear()


@pytest.fixture
def team() -> Desk:
    return desk()


def link_to(client: Client, query: str, *, signs: int = 10) -> str:
    """Make a link to a query; its code is returned."""
    answer = client.post(DOOR, {"query": query})
    assert answer.status_code == 302, text_of(answer)
    found = re.fullmatch(rf"/s/([0-9A-Z]{{{signs}}})/about/", answer["Location"])
    assert found
    return found[1]


def refused(statement: str, *parameters: str) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
    return str(error.value)


def test_a_link_leads_to_the_same_incidents_whatever_is_published_later(client: Client, team: Desk) -> None:
    first = published(team)
    code = link_to(client, "country=IR")
    later = published(team)
    answer = client.get(f"/s/{code}/")
    assert answer.status_code == 302
    assert listed(client.get(answer["Location"])) == [first.public_id]
    assert listed(client.get("/?country=IR")) == [later.public_id, first.public_id]


def test_a_link_may_be_kept_by_caches_for_a_moment_and_is_never_permanent(client: Client, team: Desk) -> None:
    published(team)
    answer = client.get(f"/s/{link_to(client, '')}/")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert re.fullmatch(r"/\?as_of=20\d\d-\d\d-\d\dT[0-9:.]+Z", answer["Location"])


def test_the_page_of_a_link_says_where_it_leads_and_what_it_holds_fast(client: Client, team: Desk) -> None:
    published(team)
    code = link_to(client, "country=IR")
    page = client.get(f"/s/{code}/about/")
    assert heading(page) == "A short link that stays"
    assert f'value="http://127.0.0.1:8000/s/{code}/"' in page.content.decode()
    assert "It leads to: 1 incident in Iran, as the record stood on" in text_of(page)


def test_the_same_query_in_any_spelling_has_one_link(client: Client, team: Desk) -> None:
    published(team)
    one = link_to(client, "country=IR,IQ&attack_type=bombing&sort=-occurred")
    assert link_to(client, "attack_type=bombing&country=IQ&country=IR&page=1") == one
    assert Permalink.objects.count() == 1


def test_a_code_is_understood_as_it_is_typed(client: Client, team: Desk) -> None:
    published(team)
    code = link_to(client, "")
    typed = code.lower().replace("0", "o").replace("1", "i")
    assert client.get(f"/s/{typed}/")["Location"] == client.get(f"/s/{code}/")["Location"]
    assert client.get(f"/s/{code.lower()}/about/")["Location"] == f"/s/{code}/about/"


def test_a_moment_that_has_passed_is_kept_and_one_to_come_is_not(client: Client, team: Desk) -> None:
    published(team)
    with time_machine.travel(datetime(2100, 1, 1, tzinfo=UTC)):
        link_to(client, "as_of=2099-01-05")
    link_to(client, "as_of=2999-01-05")
    kept = {permalink.query for permalink in Permalink.objects.all()}
    assert "as_of=2099-01-05" in kept
    assert not [query for query in kept if "2999" in query]


def test_a_query_that_cannot_be_answered_is_named_and_not_kept(client: Client, team: Desk) -> None:
    published(team)
    for query, word in (
        ("colour=blue", "colour"),
        ("next=//evil.example", "next"),
        ("since=yesterday", "since"),
        ("//evil.example", "//evil.example"),
        ("q=" + "x" * 300, "q:"),
        ("country=" + "x" * 5000, "too long"),
    ):
        answer = client.post(DOOR, {"query": query})
        assert answer.status_code == 422, query
        assert word in text_of(answer)
    assert not Permalink.objects.exists()


def test_an_empty_record_has_nothing_to_lead_to(client: Client) -> None:
    answer = client.post(DOOR, {"query": ""})
    assert answer.status_code == 422
    assert "Nothing has been published yet" in text_of(answer)


def test_a_code_that_was_never_given_is_not_found(client: Client, team: Desk) -> None:
    published(team)
    for wrong in ("zzz", "0000000000", "U" * 10, "é" * 10):
        assert client.get(f"/s/{wrong}/").status_code == 404
        assert client.get(f"/s/{wrong}/about/").status_code == 404


def test_a_code_that_another_query_has_gets_longer(client: Client, team: Desk) -> None:
    made = published(team)
    moment = Permalink.objects.get(code=link_to(client, "")).query
    fixed = f"{moment}&country=IR"
    Permalink.objects.bulk_create([Permalink(code=code_of(fixed), query="as_of=2024-01-05&country=ZZ")])
    longer = link_to(client, "country=IR", signs=11)
    assert longer == code_of(fixed, 11)
    assert link_to(client, "country=IR", signs=11) == longer
    assert listed(client.get(client.get(f"/s/{longer}/")["Location"])) == [made.public_id]


def test_only_this_site_can_have_a_browser_make_links(client: Client, team: Desk) -> None:
    published(team)
    strict = Client(enforce_csrf_checks=True)
    for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 302), ("none", 302)):
        assert strict.post(DOOR, {"query": ""}, headers={"sec-fetch-site": site}).status_code == status
    assert strict.post(DOOR, {"query": ""}).status_code == 302


def test_the_sixty_first_link_of_an_hour_is_refused_with_the_query_kept(client: Client, team: Desk) -> None:
    published(team)
    for _time in range(60):
        link_to(client, "")
    answer = client.post(DOOR, {"query": "country=IR"})
    assert answer.status_code == 429
    assert "Too many links were made from your network within an hour." in text_of(answer)
    assert 'name="query" value="country=IR"' in answer.content.decode()
    assert client.post(DOOR, {"query": ""}, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_the_button_stands_on_the_explorer_and_needs_no_token(client: Client, team: Desk) -> None:
    published(team)
    page = client.get("/?country=IR").content.decode()
    assert 'action="/share/" method="post"' in page
    assert 'name="query" value="country=IR"' in page
    assert "csrfmiddlewaretoken" not in page
    assert client.get("/share/?country=IR").status_code == 200


def test_the_door_adds_links_and_reads_nothing() -> None:
    with connections["default"].execute_wrapper(guard_of("/share/")):
        with pytest.raises(DeskReadFromPublicAddressError):
            Permalink.objects.count()
        with pytest.raises(DeskReadFromPublicAddressError), transaction.atomic():
            Incident.objects.update(title="x")
        Permalink.objects.bulk_create([Permalink(code="0" * 10, query="as_of=2024-01-05")])
    assert Permalink.objects.filter(code="0" * 10).exists()


def test_the_database_keeps_links_as_they_are() -> None:
    Permalink.objects.bulk_create([Permalink(code="0" * 10, query="as_of=2024-01-05")])
    for statement in (
        "UPDATE record_permalink SET query = 'as_of=2024-01-06'",
        "DELETE FROM record_permalink",
        "TRUNCATE record_permalink",
    ):
        assert "permission denied" in refused(statement)
    add = "INSERT INTO record_permalink (code, query) VALUES (%s, %s) ON CONFLICT DO NOTHING"
    assert "leads to another query" in refused(add, "0" * 10, "as_of=2024-01-06")
    for query in ("//evil.example", "as_of=2024-01-05&x=<b>", "country=IR", "as_of=2024-01-05&next=a/b", ""):
        assert "violates check constraint" in refused(add, "1" * 10, query), query


@pytest.mark.django_db(transaction=True)
def test_a_process_that_has_just_started_takes_the_first_link(client: Client) -> None:
    published()
    for asked_once in (get_hstore_oids, get_citext_oids):
        asked_once.cache_clear()  # type: ignore[attr-defined]  # the stubs do not know that it is cached
    connections["default"].close()
    link_to(client, "")
