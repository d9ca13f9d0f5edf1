"""Rows from before they said who says so are given it from the documents of their versions."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from incidents.models import PublishedIncident
from incidents.services.publishing import withdraw
from tests import making
from tests.record.tampering import as_adversary

pytestmark = pytest.mark.django_db

SAID_BY = ("occurred_said_by", "place_said_by", "killed_said_by", "wounded_said_by")


def test_an_upgrade_fills_in_what_publishing_would_have_written() -> None:
    people = making.desk()
    kept, gone = making.published(people), making.published(people)
    withdraw(actor=people.publisher, incident=gone, reason="It was another kind of event.")
    before = list(PublishedIncident.objects.order_by("pk").values_list("pk", *SAID_BY))
    assert [bool(row[3]) for row in before] == [True, True, False]
    with as_adversary() as run:
        run(f"UPDATE record_published_incident SET {', '.join(f'{name} = DEFAULT' for name in SAID_BY)}")
        assert not PublishedIncident.objects.get(public_id=kept.public_id).killed_said_by
        with connection.schema_editor(atomic=False) as editor:
            import_module("incidents.migrations.0032_who_said_so_far").fill(apps, editor)
    assert list(PublishedIncident.objects.order_by("pk").values_list("pk", *SAID_BY)) == before
