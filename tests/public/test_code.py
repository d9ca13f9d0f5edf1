"""The query on screen as code: what is copied runs as it stands, and asks for what the page shows."""

import ast
import re
import shlex
from html import unescape

import pytest
from django.test import Client

from incidents.filters import read_query
from incidents.public.presenting.code import snippets
from tests.making import desk, published
from tests.public.reading import ids_of_page

pytestmark = pytest.mark.django_db

AWKWARD = {"q": 'O\'Brien "$(id)" `id` 100 % \\ \n é کرمان', "country": "IR,IQ", "since": "2001"}


def shown(client: Client, query: str) -> dict[str, str]:
    """The text of each call on the page, by its id."""
    page = client.get(f"/?{query}").content.decode()
    found = re.findall(r'id="code-(\w+)">.*?<code>(.*?)</code>', page, re.DOTALL)
    return {name: unescape(text) for name, text in found}


def asked(name: str, text: str) -> str:
    """The address that a call asks for, read as its language reads it."""
    match name:
        case "curl":
            (address,) = [word for word in shlex.split(text) if "://" in word]
            return address
        case "python":
            values = [str(one.value) for one in ast.walk(ast.parse(text)) if isinstance(one, ast.Constant)]
            (address,) = [value for value in values if "://" in value]
            return address
        case _:
            (address,) = re.findall(r'^url <- "([^"\\]+)"$', text, re.MULTILINE)
            return str(address)


def test_each_call_asks_the_api_for_the_incidents_of_the_page(client: Client) -> None:
    team = desk()
    published(team)
    published(team, title="Another bombing")
    for query in ("", "country=IR&attack_type=bombing", "sort=occurred&since=2024"):
        calls = shown(client, query)
        assert set(calls) == {"curl", "python", "r"}
        for name, text in calls.items():
            address = asked(name, text).removeprefix("http://127.0.0.1:8000")
            answer = client.get(address).json()
            assert [one["id"] for one in answer["results"]] == ids_of_page(client, query), (query, name)


def test_nothing_in_a_query_gets_out_of_its_quotes() -> None:
    query = read_query(AWKWARD)
    for one in snippets(query):
        address = asked(one.id, one.text)
        assert query.canonical in address
        assert not re.search(r"[\s'\"`$\\]", address), one.id
