"""Who has an incident open is told by name, on its page and on every form of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from incidents.models import Incident, Lease
from tests import making
from tests.desk.sitting import Sitting, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


def test_whoever_comes_second_is_told_who_is_here_and_since_when(
    editor: Sitting, people: Desk, incident: Incident
) -> None:
    colleague = Sitting(making.person(Role.EDITOR))
    told = f"{people.editor.display_name} opened this at"
    assert told not in text(colleague.get("describe", uid=incident.uid))
    editor.get("claim_new", uid=incident.uid, kind="casualty")
    for page, at in (("incident", {}), ("describe", {}), ("claim_new", {"kind": "time"})):
        assert told in text(colleague.get(page, uid=incident.uid, **at))
    answer = editor.send("presence", uid=incident.uid).json()
    assert answer["told"].startswith(f"{colleague.person.display_name} opened this at")


def test_a_lease_ends_and_begins_anew(editor: Sitting, people: Desk, incident: Incident) -> None:
    editor.get("incident", uid=incident.uid)
    ago = timezone.now() - timedelta(hours=9)
    Lease.objects.filter(holder=people.editor).update(since=ago, until=ago)
    colleague = Sitting(making.person(Role.EDITOR))
    assert colleague.send("presence", uid=incident.uid).json() == {"told": ""}
    editor.get("incident", uid=incident.uid)
    assert Lease.objects.get(holder=people.editor).since > ago


def test_whoever_signs_out_or_is_shut_out_is_gone(editor: Sitting, people: Desk, incident: Incident) -> None:
    colleague = Sitting(making.person(Role.EDITOR))
    editor.get("incident", uid=incident.uid)
    assert people.editor.display_name in colleague.send("presence", uid=incident.uid).json()["told"]
    editor.client.post(reverse("account_logout"))
    assert colleague.send("presence", uid=incident.uid).json() == {"told": ""}
    Sitting(people.editor).get("incident", uid=incident.uid)
    people.editor.is_active = False
    people.editor.save()
    assert colleague.send("presence", uid=incident.uid).json() == {"told": ""}


def test_nobody_holds_what_they_may_not_change(incident: Incident) -> None:
    assert Sitting(making.person(Role.CONTRIBUTOR)).send("presence", uid=incident.uid).status_code == 404
    assert not Lease.objects.exists()
