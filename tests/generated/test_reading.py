"""Every answer of the reading API to whatever is asked is one that its document has."""

from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import call_command

from incidents.api.reference.document import openapi
from incidents.api.reference.samples import newest
from incidents.api.throttling import AnonymousThrottle
from tests.api.full import complete
from tests.generated.asking import CASES, Known, ask, operations
from tests.making import desk
from tests.releases.conftest import kept_in

pytestmark = pytest.mark.django_db(transaction=True)

TAG: Final = "2024.1"
BY_CODE: Final = {"get_actor", "get_place", "get_publisher", "get_source"}
ACCEPTED: Final = ("2xx", "301", "304", "400", "404", "406", "410")
"""A value that the document allows may still name nothing: an incident that is none, a cursor that nobody was given."""


def known(public_id: str) -> Known:
    """A thing of each kind that the record holds, for the operation that reads one."""
    things = {name: {f"path.{'code' if name in BY_CODE else 'uid'}": code} for name, code in newest().codes.items()}
    incident = {"path.public_id": public_id}
    version = {"path.public_id": public_id, "path.number": 1}
    return things | {
        "get_incident": incident,
        "list_versions": incident,
        "get_version": version,
        "get_release": {"path.tag": TAG},
    }


def test_every_answer_to_whatever_is_asked_is_one_that_the_document_has(
    live_server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AnonymousThrottle, "THROTTLE_RATES", {"anonymous": "1000000/min"})
    made = complete(desk())
    with kept_in(tmp_path / "releases"):
        call_command("release", TAG, verbosity=0, stderr=None)
        url, things = f"{live_server.url}/api/v1/openapi.json", known(str(made.public_id))
        asked = ask(url, tmp_path / "asked", openapi(), known=things, accepted=ACCEPTED)

    asked.require_no_failure()
    assert asked.cases >= max(CASES, len(operations(openapi())))
    if CASES:
        assert asked.well & operations(openapi()) == operations(openapi())
