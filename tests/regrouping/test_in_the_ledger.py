"""A merge, and what undoes it, stand in the corrections ledger like every other correction."""

import pytest
from django.test import Client

from incidents.models import Regrouping
from incidents.services.regrouping import undo
from tests import making
from tests.regrouping.conftest import Two

pytestmark = pytest.mark.django_db


def entries(client: Client) -> dict[str, dict[str, str]]:
    """The newest entry of each incident: what it was, and its status before and after."""
    found: dict[str, dict[str, str]] = {}
    for one in reversed(client.get("/record/corrections.json").json()["corrections"]):
        status: dict[str, str] = next((change for change in one["changes"] if change["key"] == "status"), {})
        found[one["id"]] = {"kind": one["kind"], "title": one["title"], **status}
    return found


def test_the_merged_id_is_listed_with_the_one_that_lives_on(client: Client, two: Two) -> None:
    two.merge()
    assert entries(client) == {}
    two.publish_merge()
    lost = entries(client)[str(two.lost.public_id)]
    assert (lost["kind"], lost["title"]) == ("merge", "The first blast")
    assert (lost["before"], lost["after"]) == ("Published", f"Merged into {two.kept.public_id}")


def test_an_undone_merge_is_listed_as_published_again(client: Client, two: Two) -> None:
    two.merge()
    two.publish_merge()
    undo(actor=two.senior, regrouping=Regrouping.objects.get(), reason="Two events after all.")
    two.lost.refresh_from_db()
    making.republished(two.people, two.lost, kind="correction", summary="It was an event of its own.")
    lost = entries(client)[str(two.lost.public_id)]
    assert (lost["kind"], lost["after"]) == ("correction", "Published")
    assert lost["before"] == f"Merged into {two.kept.public_id}"
    compared = client.get(f"/incidents/{two.lost.public_id}/compare.json?from=1&to=3").json()
    assert [one["key"] for one in compared["values"]] == []
