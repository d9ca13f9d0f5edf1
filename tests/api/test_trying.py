"""The page that tries the API: a form for every operation, leading to the very address that it shows."""

import ast
import html
import re
import shlex
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.http import QueryDict
from django.test import Client

from incidents.api.reference.trying import operations
from tests.api.report import reported
from tests.making import desk

pytestmark = pytest.mark.django_db
AWKWARD = 'O\'Brien "$(id)" `id` 100 % \\ é, کرمان/&?'


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def addresses(text: str) -> list[str]:
    """What each call on the page asks for, as a shell, Python and two others read it."""
    code = [
        html.unescape(re.sub("<[^>]+>", "", one)) for one in re.findall(r'<code id="code-.*?</code>', text, re.DOTALL)
    ]
    words, python = shlex.split(code[0]), ast.walk(ast.parse(code[1]))
    named = [one.value for one in python if isinstance(one, ast.Constant) and "://" in str(one.value)]
    return [words[1], *map(str, named), *(re.findall(r'"(http[^"\\\s]*)"', one)[0] for one in code[2:])]


def sent(client: Client, operation: str, query: str) -> Any:
    return client.get(f"/api/v1/try/{operation}/send/?{query}")


def test_every_operation_has_a_form_that_shows_what_it_leads_to(client: Client) -> None:
    made = reported(desk())
    reference = page(client, "/api/v1/docs/")
    led = 0
    for name, operation in operations().items():
        assert f'href="/api/v1/try/{name}/"' in reference
        text = page(client, f"/api/v1/try/{name}/")
        (shown,) = set(addresses(text))
        filled = QueryDict(urlsplit(page_state(text)).query)
        if "{" in shown:  # the newest incident holds no such thing
            assert sent(client, name, filled.urlencode()).status_code == 400
            continue
        answer = sent(client, name, filled.urlencode())
        assert answer.status_code == 303, name
        assert f"http://testserver{answer['Location']}" == shown
        found = client.get(answer["Location"])
        assert found.status_code == (404 if "{tag}" in operation.path else 200), name
        led += 1
    assert led > len(operations()) / 2
    assert str(made.public_id) in page(client, "/api/v1/try/get_incident/")


def page_state(text: str) -> str:
    """The query string that a browser would send with the form as it stands."""
    form = text.partition("<form id=")[2].partition("</form>")[0]
    pairs = QueryDict(mutable=True)
    for name, value in re.findall(r'<input id="[^"]+" name="([^"]+)" value="([^"]*)"', form):
        pairs[name] = html.unescape(value)
    for name, value in re.findall(r'type="checkbox" name="([^"]+)" value="([^"]+)" checked', form):
        pairs.appendlist(name, value)
    for name, options in re.findall(r'<select id="[^"]+" name="([^"]+)".*?>(.*?)</select>', form, re.DOTALL):
        pairs[name] = "".join(re.findall(r"<option selected>([^<]*)", options))
    return f"?{pairs.urlencode()}"


def test_what_is_left_empty_is_left_out_and_several_values_are_one(client: Client) -> None:
    answer = sent(client, "list_incidents", "q=&country=IR&attack_type=bombing&attack_type=hijacking&sort=+")
    assert answer["Location"] == "/api/v1/incidents/?country=IR&attack_type=bombing,hijacking"
    assert answer.status_code == 303
    assert answer["Cache-Control"] == "public, max-age=60"
    text = page(client, "/api/v1/try/list_incidents/?attack_type=bombing,bomb")
    assert 'value="bombing" checked' in text
    assert 'value="bomb" checked' in text, "what it does not take stays, and is refused by the API"


def test_nothing_that_is_typed_gets_out_of_its_quotes(client: Client) -> None:
    query = QueryDict(mutable=True)
    query["q"] = AWKWARD
    text = page(client, f"/api/v1/try/list_incidents/?{query.urlencode()}")
    (shown,) = set(addresses(text))
    assert QueryDict(urlsplit(shown).query)["q"] == AWKWARD
    assert client.get(shown.removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("list_incidents/?contry=IR", "contry"),
        ("list_incidents/send/?contry=IR", "contry"),
        ("get_incident/send/?public_id=", "public_id"),
        ("get_incident/send/?public_id=..", "public_id"),
        ("get_incident/send/?public_id=a/../../../desk", "public_id"),
    ],
)
def test_what_cannot_be_asked_is_said_on_the_page(client: Client, address: str, named: str) -> None:
    summary = page(client, f"/api/v1/try/{address}", 400).partition("data-error-summary")[2].partition("</ul>")[0]
    assert f"{named}: " in summary
    assert (f'<a href="#f-{named}">' in summary) is (named == "public_id"), "what has a field is led to"


def test_there_is_no_other_operation(client: Client) -> None:
    assert client.get("/api/v1/try/?operation=list_sources")["Location"] == "/api/v1/try/list_sources/"
    for address in ("try/secret/", "try/secret/send/", "try/?operation=secret"):
        assert client.get(f"/api/v1/{address}").status_code == 404
