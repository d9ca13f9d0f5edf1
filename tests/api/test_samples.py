"""Every call that we show runs as it stands: those of the quick start and those of the reference page."""

import html
import json
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.api.report import reported
from tests.making import desk

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "api" / "quick-start.md"
EXAMPLE = "https://attest.example"


def run(command: str) -> str:
    """What a call prints; it fails when the server refuses."""
    words = shlex.split(command)
    assert words[0] == "curl"
    done = subprocess.run([*words, "--silent", "--show-error", "--fail"], check=True, capture_output=True, text=True)
    return done.stdout


def of_the_guide(server: str) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line.replace(EXAMPLE, server) for block in blocks for line in block.splitlines()]


def of_the_page(server: str, client: Client) -> list[str]:
    page = client.get("/api/v1/docs/", SERVER_NAME="localhost", SERVER_PORT=server.rsplit(":", 1)[-1]).content.decode()
    found = re.findall(r"<code>(curl [^<]*)</code>", page)
    return [html.unescape(command) for command in found]


@pytest.mark.django_db(transaction=True)
def test_the_calls_that_we_show_are_answered(live_server: Any, client: Client) -> None:
    made = reported(desk())
    commands = [*of_the_guide(live_server.url), *of_the_page(live_server.url, client)]
    assert len(commands) >= 18
    for command in commands:
        printed = run(command)
        assert printed, command
        if "--head" not in command:
            assert json.loads(printed), command
    assert str(made.public_id) in run(f"curl '{live_server.url}/api/v1/incidents/?country=IR&since=2000-01-01'")


@pytest.mark.django_db(transaction=True)
def test_a_call_that_is_refused_would_be_noticed(live_server: Any) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        run(f"curl '{live_server.url}/api/v1/incidents/?contry=IR'")
