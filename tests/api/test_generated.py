"""What a program that knows only our OpenAPI document makes up to ask: every answer is one that the document has.

Schemathesis reads the document and makes up requests, right and wrong: ``CASES=5000`` at least so many, else a few.
"""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from deploy.local.checks import program
from incidents.api.reference.samples import newest
from incidents.api.throttling import AnonymousThrottle
from tests.api.full import complete
from tests.making import desk

pytestmark = pytest.mark.django_db(transaction=True)

CASES = int(os.environ.get("CASES", "0"))
DOCUMENT = "/api/v1/openapi.json"
BY_CODE = {"get_actor", "get_place", "get_publisher", "get_source"}
CONFIGURATION = """
[parameters]
{parameters}

[checks]
positive_data_acceptance.expected-statuses = ["2xx", "301", "304", "400", "404", "406", "410"]
"""
"""A value that the document allows may still name nothing: an incident that is none, a cursor that nobody was given."""


OPERATION = """
[[operations]]
include-operation-id = "{name}"
parameters = {{ "path.{part}" = "{code}" }}
"""
"""A thing that the record holds, so that an operation that reads one is answered."""


def asked(server: str, folder: Path, parameters: dict[str, object], *more: str) -> tuple[str, dict[str, Any]]:
    """What schemathesis says, and its report."""
    written = folder / "schemathesis.toml"
    lines = (f'"{name}" = {json.dumps(value)}' for name, value in parameters.items())
    codes = newest().codes
    named = [
        OPERATION.format(name=name, part="code" if name in BY_CODE else "uid", code=code)
        for name, code in codes.items()
    ]
    written.write_text(CONFIGURATION.format(parameters="\n".join(lines)) + "".join(named))
    har = folder / "asked.har"
    words = [program("schemathesis"), "--config-file", str(written), "run", f"{server}{DOCUMENT}"]
    words += ["--checks", "all", "--continue-on-failure", "--no-color", "--report", "har"]
    words += ["--report-har-path", str(har), "--seed", "20240103", *more]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=folder)
    return done.stdout + done.stderr, json.loads(har.read_text()) if har.exists() else {}


def answered_well(report: dict[str, Any], document: dict[str, Any]) -> set[str]:
    """The operations of which some request was answered with 2xx."""
    patterns = {path: re.compile(re.sub(r"\\{[a-z_]+\\}", "[^/]+", re.escape(path))) for path in document["paths"]}
    found = set()
    for entry in report["log"]["entries"]:
        path = urlsplit(entry["request"]["url"]).path
        if 200 <= entry["response"]["status"] < 300:
            found |= {name for name, pattern in patterns.items() if pattern.fullmatch(path)}
    return found


def test_every_answer_to_whatever_is_asked_is_one_that_the_document_has(
    live_server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: Any
) -> None:
    monkeypatch.setattr(AnonymousThrottle, "THROTTLE_RATES", {"anonymous": "1000000/min"})
    made = complete(desk())
    document = client.get(DOCUMENT).json()
    known = {"path.public_id": str(made.public_id), "path.number": 1}
    few = ["--phases", "fuzzing", "--max-examples", "1"]
    many = ["--max-examples", str(CASES // len(document["paths"]))]

    said, report = asked(live_server.url, tmp_path, known, *(many if CASES else few))

    generated = re.search(r"(\d+) generated", said)
    assert generated, said
    assert "FAILURES" not in said, said
    assert "ERRORS" not in said, said
    assert int(generated[1]) >= max(CASES, len(document["paths"]))
    if CASES:
        assert answered_well(report, document) == set(document["paths"]) - {"/api/v1/releases/{tag}/"}, said
