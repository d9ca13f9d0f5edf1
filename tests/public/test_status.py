"""The status: what readers can see of the record and of the work behind it, and what changed in the API."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import feedparser
import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings

from incidents.public.presenting.api_changes import KEPT_IN, api_versions
from incidents.services.downloads import give_up_order, order_download
from tests.making import published
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db

BEGINNING = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def at(client: Client, moment: datetime) -> tuple[dict[str, Any], str]:
    """What program and page are told at a moment."""
    with time_machine.travel(moment, tick=False):
        return client.get("/api/v1/status/").json(), text_of(client.get("/status/"))


def seen(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def test_what_is_overdue_is_said_and_nothing_more_is_claimed(client: Client) -> None:
    told, words = at(client, BEGINNING)
    assert (told["record"]["size"], told["incidents"], told["checkpoint"]) == (0, 0, None)
    assert told["worker"] == {"state": "unknown", "seen_at": None, "overdue_since": None}
    assert "None is signed yet." in words
    with time_machine.travel(BEGINNING, tick=False):
        published()
    assert at(client, BEGINNING + HOUR)[0]["worker"]["state"] == "unknown"
    told, words = at(client, BEGINNING + 3 * HOUR)
    assert told["worker"] == {"state": "late", "seen_at": None, "overdue_since": seen(BEGINNING + 2 * HOUR)}
    assert "Something is overdue since 22 November 2026, 14:00 UTC." in words
    with override_settings(ATTEST_VERIFIER_KEYS=[]):
        assert at(client, BEGINNING + 3 * HOUR)[0]["worker"]["state"] == "unknown"

    with time_machine.travel(BEGINNING + 3 * HOUR, tick=False):
        call_command("checkpoint", stdout=StringIO())
    told, words = at(client, BEGINNING + 4 * HOUR)
    assert told["worker"] == {"state": "on_time", "seen_at": seen(BEGINNING + 3 * HOUR), "overdue_since": None}
    assert (told["checkpoint"]["size"], told["checkpoint"]["unsigned"], told["incidents"]) == (1, 0, 1)
    assert "Nothing that readers can see is overdue." in words
    assert at(client, BEGINNING + 30 * HOUR)[0]["worker"]["overdue_since"] == seen(BEGINNING + 29 * HOUR)

    with time_machine.travel(BEGINNING + 4 * HOUR, tick=False):
        reference = order_download(query="", form="gpkg", position=0, total=1)
    assert at(client, BEGINNING + 6 * HOUR)[0]["worker"]["overdue_since"] == seen(BEGINNING + 5 * HOUR)
    give_up_order(reference=reference)
    assert at(client, BEGINNING + 6 * HOUR)[0]["worker"]["state"] == "on_time"


def test_the_status_has_another_tag_when_something_becomes_overdue(client: Client) -> None:
    with time_machine.travel(BEGINNING, tick=False):
        published()
        tags = {address: client.get(address)["ETag"] for address in ("/status/", "/api/v1/status/")}
        for address, tag in tags.items():
            assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    with time_machine.travel(BEGINNING + 3 * HOUR, tick=False):
        for address, tag in tags.items():
            assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_the_changes_of_the_api_are_a_list_and_a_feed(client: Client) -> None:
    versions = api_versions()
    assert versions[0].version == settings.ATTEST_API_VERSION
    assert KEPT_IN.read_text(encoding="utf-8").count("\n## ") == len(versions)
    assert [one.published_at for one in versions] == sorted((one.published_at for one in versions), reverse=True)
    assert all(one.changes for one in versions)
    answer = client.get("/feeds/api.atom")
    found = feedparser.parse(answer.content)
    assert (found.bozo, answer["Content-Type"]) == (False, "application/atom+xml; charset=utf-8")
    assert [entry.id for entry in found.entries] == [one.url for one in versions]
    page = client.get("/status/").content.decode()
    assert all(f'id="{one.anchor}"' in page for one in versions)
    assert "<code>/api/v1/changes/</code>" in page
    assert "`" not in page
    assert client.get("/feeds/api.atom", headers={"If-None-Match": answer["ETag"]}).status_code == 304
