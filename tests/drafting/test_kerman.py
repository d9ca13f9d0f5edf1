"""The founding example, entered by a program as the guide shows it, with curl alone, and published by people.

The guide is ``docs/api/writing.md``: every line of shell in it is run, in order, as one script.
"""

import json
import os
import re
import subprocess
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from incidents.models import Incident
from tests.desk.sitting import Sitting
from tests.drafting.program import new_key
from tests.making import desk, kerman

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "api" / "writing.md"
EXAMPLE = "https://attest.example"


def script(server: str) -> str:
    """All that the guide has one type."""
    blocks = re.findall(r"^```sh\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 8
    return "".join(blocks).replace(EXAMPLE, server)


def typed(server: str, key: str) -> subprocess.CompletedProcess[str]:
    """What comes of it."""
    words = ["bash", "-euo", "pipefail", "-c", script(server)]
    settings = {"ATTEST_KEY": key, "PATH": os.environ["PATH"]}
    return subprocess.run(words, check=False, env=settings, capture_output=True, text=True)


def decide(approver: User, made: Incident) -> int:
    """Press "Approve" at the desk."""
    decision = {"revision": made.revision, "decision": "approve"}
    status: int = Sitting(approver).send("review_decide", decision, uid=made.uid).status_code
    return status


@pytest.mark.django_db(transaction=True)
def test_the_report_is_entered_with_curl_and_published_by_people(live_server: Any, client: Client) -> None:
    people = desk()
    kerman()
    done = typed(live_server.url, new_key(people.editor))
    assert done.returncode == 0, done.stdout[-1000:] + done.stderr
    made = Incident.objects.get()
    assert (made.state, made.created_by, made.published_number) == ("in_review", people.editor, 0)

    assert decide(people.editor, made) == HTTPStatus.FORBIDDEN
    assert {decide(people.reviewer, made), decide(people.publisher, made)} == {HTTPStatus.FOUND}
    assert Sitting(people.publisher).publish(made).status_code == HTTPStatus.FOUND
    made.refresh_from_db()
    document = client.get(f"/api/v1/incidents/{made.public_id}/").json()["content"]
    facts(document)
    assert people.editor.display_name not in json.dumps(document)


def facts(document: dict[str, Any]) -> None:
    """What the report says, as the record gives it."""
    killed = document["killed"]
    assert (killed["text"], killed["best"], killed["high"]) == ("nearly 100", None, 99)
    assert (document["wounded"]["low"], document["wounded"]["best"]) == (40, None)
    assert (document["occurred"]["edtf"], document["place"]["precision"]) == ("2024-01-03", "settlement")
    claims = {kind: [one for one in document["claims"] if one["kind"] == kind] for kind in ("attribution", "warning")}
    grounds = {one["value"]["actor_name"]: one["value"]["ground"] for one in claims["attribution"]}
    assert grounds == {
        "Islamic State": "responsibility_claim",
        "Islamic State's Afghanistan branch": "intelligence_assessment",
    }
    (told,) = claims["warning"]
    assert (told["origins"], told["citations"][0]["speaker"]["description"]) == (1, "a US official")
    (warning,) = document["warnings"]
    assert (warning["basis"], warning["disclosed_on"]) == ("duty_to_warn", "2024-01-25")
    assert {one["publisher"]["name"] for one in document["sources"]} == {
        "AsiaOne",
        "Reuters",
        "The Wall Street Journal",
    }
    assert [one["speaker"] for one in document["statements"]] == [
        "Jon Alterman, Center for Strategic and International Studies"
    ]


@pytest.mark.django_db(transaction=True)
def test_a_key_that_does_not_write_is_noticed(live_server: Any) -> None:
    done = typed(live_server.url, "attest_000000000000_" + "x" * 43)
    assert done.returncode != 0
    assert "401" in done.stderr
    assert not Incident.objects.exists()
