"""Every route answers those it is for and nobody below, as the access table says."""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from accounts.roles import Role
from tests.access_table import EVERY_ADMIN_PAGE, TABLE, Open, access_to
from tests.making import person

pytestmark = pytest.mark.django_db
OF_NOTHING = {
    "uuid": UUID("00000000-0000-4000-8000-000000000000"),
    "int": 999_999_999,
    "public_id": "INC-1900-999999",
    "uidb36": "zzz",
}
REFUSALS = {403, 404, 405}
SIGN_IN = ("/accounts/", "/admin/")


def routes(resolver: URLResolver | None = None, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    """Every route of the site with its full name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from routes(entry, inner)
        else:
            yield ":".join((*spaces, entry.name or "unnamed")), entry


def address(name: str, pattern: URLPattern) -> str:
    """An address of the route, of an object that does not exist."""
    converters = getattr(pattern.pattern, "converters", {})
    names = {**converters, **dict.fromkeys(re.findall(r"\?P<(\w+)>", str(pattern.pattern)))}
    words = {word: OF_NOTHING.get(kind_of(converters.get(word)), OF_NOTHING.get(word, "zzz")) for word in names}
    for attempt in (words, {**words, "uid": OF_NOTHING["uuid"]}):
        try:
            return reverse(name, kwargs=attempt)
        except NoReverseMatch:
            continue
    return ""


def kind_of(converter: object) -> str:
    return type(converter).__name__.removesuffix("Converter").lower().replace("publicid", "public_id")


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
            nobody_gets_in(client, address(name, pattern))


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR, Role.REVIEWER, Role.PUBLISHER, Role.SENIOR])
def test_a_role_opens_nothing_above_it(client: Client, role: Role) -> None:
    client.force_login(person(role))
    for name, pattern in routes():
        access = access_to(name)
        if isinstance(access, Role) and not role.at_least(access):
            nobody_gets_in(client, address(name, pattern))


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_the_pages_it_is_for(client: Client, role: Role) -> None:
    client.force_login(person(role))
    for name, pattern in routes():
        access = access_to(name)
        if isinstance(access, Role) and role.at_least(access) and name != "admin:login":
            assert client.get(address(name, pattern)).status_code != 403, name


def test_the_public_side_answers_everybody_with_the_same_bytes(client: Client) -> None:
    whole = [(name, pattern) for name, pattern in routes() if access_to(name) is Open.PUBLIC]
    strangers = {name: client.get(address(name, pattern)) for name, pattern in whole}
    client.force_login(person(Role.ADMINISTRATOR))
    for name, pattern in whole:
        mine = client.get(address(name, pattern))
        assert (mine.status_code, mine.getvalue()) == (strangers[name].status_code, strangers[name].getvalue()), name
        assert "Cookie" not in mine.headers.get("Vary", ""), name
        assert mine.cookies == {}, name


def test_an_object_that_does_not_exist_is_not_found(client: Client) -> None:
    for name, pattern in routes():
        if access_to(name) is Open.PUBLIC and "<" in str(pattern.pattern):
            assert client.get(address(name, pattern)).status_code == 404, name
