"""What is typed and not saved is kept, for whoever typed it alone, until it is saved or thrown away."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from incidents.models import Incident, UnsavedForm
from incidents.services.unsaved import forget_old
from tests.desk.sitting import Sitting, address, filled, text

pytestmark = pytest.mark.django_db


def typed(who: Sitting, incident: Incident, title: str) -> str:
    """Somebody begins to type a title, and what they typed is kept; the address of the page."""
    page = address("describe", uid=incident.uid)
    fields = urlencode(filled(who.get("describe", uid=incident.uid), title=title))
    assert who.send("unsaved", {"address": page, "fields": fields}).status_code == 204
    return page


def test_it_is_offered_to_who_typed_it_and_nobody_else(editor: Sitting, reviewer: Sitting, incident: Incident) -> None:
    page = typed(editor, incident, "Two explosi")
    assert "You typed something here and did not save it" in text(editor.client.get(page))
    assert "did not save it" not in text(reviewer.client.get(page))
    assert 'value="Two explosi"' in text(editor.client.get(f"{page}?unsaved=restore"))
    assert 'value="Two explosi"' not in text(reviewer.client.get(f"{page}?unsaved=restore"))


def test_once_it_is_saved_or_thrown_away_it_is_forgotten(editor: Sitting, incident: Incident) -> None:
    page = typed(editor, incident, "Two explosi")
    editor.fill("describe", {"title": "Two explosions"}, uid=incident.uid)
    assert not UnsavedForm.objects.exists()
    typed(editor, incident, "Three explosi")
    assert editor.send("unsaved", {"address": page, "fields": ""}).url == page
    assert not UnsavedForm.objects.exists()


def test_what_was_kept_is_put_beside_what_others_saved_meanwhile(
    editor: Sitting, reviewer: Sitting, incident: Incident
) -> None:
    page = typed(editor, incident, "My title")
    reviewer.fill("describe", {"title": "Their title", "desk_note": "Theirs"}, uid=incident.uid)
    restored = editor.client.get(f"{page}?unsaved=restore")
    answer = editor.send("describe", filled(restored), uid=incident.uid)
    assert answer.status_code == 409
    (clash,) = answer.context["conflict"]["clashes"]
    assert (clash.mine, clash.theirs) == ("My title", "Their title")
    assert UnsavedForm.objects.exists()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"address": "/record/", "fields": "a=b"}, "Only what is typed about an incident is kept."),
        ({"address": "/desk/speakers/1/seal/", "fields": "a=b"}, "Only what is typed about an incident is kept."),
        ({"address": "/desk/incidents/1/", "fields": "a" * 200_001}, "too much"),
        ({"address": "/desk/incidents/" + "a" * 300, "fields": "a=b"}, "Only what is typed about an incident is kept."),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(editor: Sitting, sent: dict[str, str], words: str) -> None:
    answer = editor.send("unsaved", sent)
    assert answer.status_code == 422
    assert words in answer.json()["detail"]


def test_nobody_is_sent_to_another_site(editor: Sitting) -> None:
    assert editor.send("unsaved", {"address": "https://example.org/", "fields": ""}).url == "/desk/"


def test_what_nobody_came_back_to_is_forgotten(editor: Sitting, incident: Incident) -> None:
    typed(editor, incident, "Two explosi")
    assert forget_old() == 0
    UnsavedForm.objects.update(kept_at=timezone.now() - timedelta(days=8))
    assert forget_old() == 1
