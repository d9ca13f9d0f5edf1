"""Every call that we show runs as it stands: those of the guides and those of the pages that say how to begin."""

import csv
import html
import json
import re
import shlex
import subprocess
from io import StringIO
from pathlib import Path
from typing import Any

import feedparser
import pytest
from django.core.management import call_command
from django.test import Client

from tests.api.report import reported
from tests.making import desk
from tests.releases.conftest import kept_in

GUIDES = sorted((Path(__file__).resolve().parents[2] / "docs" / "api").glob("*.md"))
GUIDES = [guide for guide in GUIDES if guide.name != "writing.md"]  # one script: ``tests/drafting/test_kerman.py``
PAGES = ("/api/v1/docs/", "/ogc/?f=html")
EXAMPLE = "https://attest.example"


def run(command: str) -> str:
    """What a call prints; it fails when the server refuses."""
    words = shlex.split(command)
    assert words[0] == "curl"
    done = subprocess.run([*words, "--silent", "--show-error", "--fail"], check=True, capture_output=True, text=True)
    return done.stdout


def read_as(command: str, printed: str) -> object:
    """What is read of an answer, as the program would that its ending is for."""
    if ".csv" in command:
        return list(csv.DictReader(printed.splitlines()))
    if ".atom" in command:
        return feedparser.parse(printed).entries
    if ".jsonl" in command:
        return [json.loads(line) for line in printed.splitlines()]
    return json.loads(printed)


def of_the_guides(server: str) -> list[str]:
    """The calls by curl; what other programs do is tried where they are (``tests/ogc/test_clients.py``)."""
    text = "\n".join(guide.read_text(encoding="utf-8") for guide in GUIDES)
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.replace(EXAMPLE, server) for block in blocks for line in block.splitlines()]
    return [line for line in lines if not line.startswith("ogr")]


def of_the_pages(server: str, client: Client) -> list[str]:
    port = server.rsplit(":", 1)[-1]
    pages = [client.get(page, SERVER_NAME="localhost", SERVER_PORT=port).content.decode() for page in PAGES]
    return [html.unescape(command) for page in pages for command in re.findall(r"<code>(curl [^<]*)</code>", page)]


@pytest.mark.django_db(transaction=True)
def test_the_calls_that_we_show_are_answered(live_server: Any, client: Client, tmp_path: Path) -> None:
    made = reported(desk())
    with kept_in(tmp_path):
        call_command("release", "2024.1", stdout=StringIO(), stderr=StringIO())
    commands = [*of_the_guides(live_server.url), *of_the_pages(live_server.url, client)]
    assert len(commands) >= 24
    for command in commands:
        printed = run(command)
        assert printed, command
        if "--head" not in command:
            assert read_as(command, printed), command
    assert str(made.public_id) in run(f"curl '{live_server.url}/api/v1/incidents/?country=IR&since=2000-01-01'")


@pytest.mark.django_db(transaction=True)
def test_a_call_that_is_refused_would_be_noticed(live_server: Any) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        run(f"curl '{live_server.url}/api/v1/incidents/?contry=IR'")
