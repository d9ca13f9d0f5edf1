"""Sixteen editors on one incident: what the desk accepts is recorded, and nobody's words are overwritten unseen.

``EDITS=50 make test ARGS=tests/machine/test_many_editors.py`` has each of them make fifty changes.
"""

import os
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any, Final

import pytest
from django.apps import apps
from django.contrib.gis.geos import Point
from django.db import connections
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from incidents.models import Assertion, Capture, Citation, Incident
from incidents.services import editing
from incidents.services.asserting import amend_claim
from incidents.services.inputs import Claim, LocationValue
from tests import making
from tests.machine.editors import CONFLICT, FOUND, Accepted, Editor

pytestmark = pytest.mark.django_db(transaction=True)

EDITORS: Final = 16
EACH: Final = int(os.environ.get("EDITS", "2"))
EVENTS: Final = {
    "title": ("IncidentEvent", "title"),
    "desk_note": ("IncidentEvent", "desk_note"),
    "verbatim": ("CasualtyEstimateEvent", "verbatim"),
    "latitude": ("LocationAssertionEvent", "point"),
}


@pytest.fixture
def incident(live_server: LiveServer) -> Incident:
    """A draft of which the exact place is claimed."""
    editor = making.person(name="first")
    made = making.incident(editor)
    location = Assertion.objects.get(incident=made, kind="location")
    site = LocationValue(
        place=making.kerman(), precision="exact", point=Point(57.08, 30.25, srid=4326), uncertainty_m=50
    )
    amend_claim(actor=editor, incident=made, assertion=location, claim=Claim(value=site))
    return made


def editors(server: LiveServer, incident: Incident) -> list[Editor]:
    claims = {one.kind: str(one.uid) for one in Assertion.objects.filter(incident=incident)}
    source = str(Citation.objects.filter(assertion__incident=incident).earliest("pk").source.uid)
    made = []
    for number in range(EDITORS):
        session = signed_in(making.person(name=f"editor-{number}"))
        chance = random.Random(number)  # noqa: S311  to be foreseen
        made.append(Editor(server.url, session, incident, claims, source, chance))
    return made


def signed_in(person: User) -> str:
    client = Client()
    client.force_login(person)
    cookie = next(iter(client.cookies.values()))
    return f"{cookie.key}={cookie.value}; csrftoken={'c' * 32}"


def worked(editor: Editor) -> None:
    try:
        editor.work(EACH)
    finally:
        connections.close_all()


def history(field: str, incident: Incident) -> list[str]:
    """What the field held, in the order in which it was written."""
    model, column = EVENTS[field]
    events: Any = apps.get_model("incidents", model).objects.order_by("pgh_id")
    own = events.filter(pgh_obj_id=incident.pk) if model == "IncidentEvent" else events
    values = [in_words(value) for value in own.values_list(column, flat=True)]
    return [value for before, value in pairwise([None, *values]) if value != before and value is not None]


def names_ever(label: str) -> set[str]:
    """The names of the tags that were ever put on, or taken off, as the history has it."""
    events: Any = apps.get_model("incidents", "IncidentTagEvent").objects.filter(pgh_label=label)
    return set(events.values_list("tag__name", flat=True))


def in_words(value: Any) -> str:
    return str(round(value.y, 6)) if isinstance(value, Point) else str(value)


def overwritten_unseen(found: list[Accepted], kept: list[str]) -> list[tuple[Accepted, str]]:
    """The changes whose editor had seen something else than what they replaced."""
    before = dict(zip(kept[1:], kept, strict=False))
    return [(one, before[one.made]) for one in found if before[one.made] != one.seen]


def test_what_sixteen_editors_are_told_is_saved_is_on_record(live_server: LiveServer, incident: Incident) -> None:
    crowd = editors(live_server, incident)
    with ThreadPoolExecutor(EDITORS) as pool:
        list(pool.map(worked, crowd))

    changed = [one for editor in crowd for one in editor.accepted]
    added = [token for editor in crowd for token in editor.added]
    put, taken = ({name for editor in crowd for name in getattr(editor, what)} for what in ("put", "taken"))
    print(sum((one.made for one in crowd), Counter()), "refused and shown:", sum(one.refused for one in crowd))  # noqa: T201
    assert len(changed) + len(added) + len(put) == EDITORS * EACH
    assert set(incident.tagged.values_list("tag__name", flat=True)) == put - taken
    assert names_ever("insert") == put
    assert names_ever("delete") == taken
    for name in EVENTS:
        mine, kept = [one for one in changed if one.field == name], history(name, incident)
        assert {one.made for one in mine} <= set(kept), name
        assert overwritten_unseen(mine, kept) == [], name
    recorded = " ".join(
        [
            *Citation.objects.filter(assertion__incident=incident).values_list("quote", flat=True),
            *Capture.objects.values_list("text", flat=True),
        ]
    )
    assert [token for token in added if token not in recorded] == []


@pytest.mark.parametrize("checked", [True, False])
def test_the_revision_check_is_what_keeps_words_from_being_overwritten(
    live_server: LiveServer, incident: Incident, monkeypatch: pytest.MonkeyPatch, *, checked: bool
) -> None:
    """The planted fault: without the check the second of two is saved over the first, and that is seen."""
    if not checked:
        monkeypatch.setattr(editing, "_require_current", lambda _held, _based_on: None)
    first, second = editors(live_server, incident)[:2]
    page = second.get(second.at("describe/"))
    first.change("title", "describe/", "title", "What the first wrote")
    answer = second.post(second.at("describe/"), {**page.fields, "title": "What the second wrote"})
    assert answer.status == (CONFLICT if checked else FOUND)
    if checked:
        assert "What the first wrote" in answer.words
        assert answer.fields["title"] == ["What the second wrote"]
        return
    unseen = Accepted("title", page.fields["title"][0], "What the second wrote")
    assert overwritten_unseen([unseen], history("title", incident)) == [(unseen, "What the first wrote")]
