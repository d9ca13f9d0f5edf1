"""Every route answers those it is for and nobody below, as the access table says."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver

from accounts.roles import Role
from tests.access_table import EVERY_ADMIN_PAGE, TABLE, Open, access_to
from tests.making import person

pytestmark = pytest.mark.django_db
OF_NOTHING = {"uuid": "00000000-0000-4000-8000-000000000000", "int": "999999999", "public_id": "INC-1900-999999"}
"""What names no object, by the kind of the placeholder; any other kind is a word."""
PLACEHOLDER = re.compile(r"<(?:(?P<kind>\w+):)?\w+>")
GROUP = re.compile(r"\(\?P<\w+>[^()]*\)")
REFUSALS = {403, 404, 405}
SIGN_IN = ("/accounts/", "/admin/")


def routes(resolver: URLResolver | None = None, spaces: str = "", prefix: str = "/") -> Iterator[tuple[str, str]]:
    """Every route of the site: its full name and its whole pattern."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry, f"{spaces}{entry.namespace}:" if entry.namespace else spaces, pattern)
        else:
            yield f"{spaces}{entry.name or 'unnamed'}", pattern


def address(pattern: str) -> str:
    """An address of the route, of an object that does not exist."""
    plain = GROUP.sub("zzz", pattern).translate({ord(sign): None for sign in "^$"})
    return PLACEHOLDER.sub(lambda found: OF_NOTHING.get(found["kind"] or "", "zzz"), plain)


def is_refused_by_the_admin_site(name: str) -> bool:
    """Most of the admin site only shows: adding, changing and deleting there is refused to everybody."""
    return name.startswith(EVERY_ADMIN_PAGE) and name != "admin:index"


def nobody_gets_in(client: Client, where: str) -> None:
    for answer in (client.get(where), client.post(where)):
        if answer.status_code == 302:
            assert answer.headers["Location"].startswith(SIGN_IN), f"{where} sends to {answer.headers['Location']}"
        else:
            assert answer.status_code in REFUSALS, f"{where} answers {answer.status_code}"


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    names = {EVERY_ADMIN_PAGE if name.startswith(EVERY_ADMIN_PAGE) else name for name, _pattern in routes()}
    assert names == set(TABLE)


def test_a_route_without_a_row_is_seen() -> None:
    assert access_to("desk:somebody_added_this") is None
    assert access_to("admin:anything_at_all") is Role.ADMINISTRATOR


def test_who_is_not_signed_in_is_sent_to_sign_in(client: Client) -> None:
    for name, pattern in routes():
        if isinstance(access_to(name), Role):
            nobody_gets_in(client, address(pattern))


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR, Role.REVIEWER, Role.PUBLISHER, Role.SENIOR])
def test_a_role_opens_nothing_above_it(client: Client, role: Role) -> None:
    client.force_login(person(role))
    for name, pattern in routes():
        access = access_to(name)
        if isinstance(access, Role) and not role.at_least(access):
            nobody_gets_in(client, address(pattern))


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_the_pages_it_is_for(client: Client, role: Role) -> None:
    client.force_login(person(role))
    for name, pattern in routes():
        access = access_to(name)
        if isinstance(access, Role) and role.at_least(access) and not is_refused_by_the_admin_site(name):
            assert client.get(address(pattern)).status_code != 403, name


def test_the_public_side_answers_everybody_with_the_same_bytes(client: Client) -> None:
    whole = [(name, pattern) for name, pattern in routes() if access_to(name) is Open.PUBLIC]
    strangers = {name: client.get(address(pattern)) for name, pattern in whole}
    client.force_login(person(Role.ADMINISTRATOR))
    for name, pattern in whole:
        mine = client.get(address(pattern))
        assert (mine.status_code, mine.getvalue()) == (strangers[name].status_code, strangers[name].getvalue()), name
        assert "Cookie" not in mine.headers.get("Vary", ""), name
        assert mine.cookies == {}, name


def test_an_object_that_does_not_exist_is_not_found(client: Client) -> None:
    for name, pattern in routes():
        if access_to(name) is Open.PUBLIC and "<" in pattern:
            assert client.get(address(pattern)).status_code == 404, name
