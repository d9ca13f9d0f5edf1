"""The search box: what a reader may mean, whatever the spelling."""

from typing import Any

import pytest
from django.test import Client

from incidents.services.publishing import publish, withdraw
from tests.making import Desk, approved, claimed, incident, kerman, published
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db


def groups(client: Client, words: str) -> dict[str, list[dict[str, Any]]]:
    answer = client.get("/suggest.json", {"q": words})
    assert answer.status_code == 200
    return {one["title"]: one["offers"] for one in answer.json()["groups"]}


def test_a_place_is_offered_in_any_spelling(client: Client, team: Desk) -> None:
    place = kerman()
    place.alternate_names = ["Kirman", "Kermān"]
    place.save(update_fields=["alternate_names"])
    published(team, place=place)
    for spelling in ("كرمان", "کرمان", "Kerman", "Kirman", "KERMĀN", "kir"):
        (offer,) = groups(client, spelling)["Places"]
        assert (offer["url"], offer["note"]) == ("/?place=kerman-ir", "1 incident"), spelling
        assert "1 incident in Kerman" in text_of(client.get(offer["url"]))


def test_groups_publishers_sources_and_incidents_are_offered(client: Client, team: Desk) -> None:
    made = incident(team.editor, title="An attack somebody claimed")
    claimed(team.editor, made, by="Example Front")
    publish(actor=team.publisher, incident=approved(team, made))
    assert groups(client, "example fr")["Groups and persons named"][0]["url"] == "/?actor=example-front"
    assert groups(client, "courier")["Publishers"][0]["label"] == "The Example Courier"
    (offer,) = groups(client, "somebody claimed")["Incidents"]
    made.refresh_from_db()
    assert offer["url"] == f"/incidents/{made.public_id}/"


def test_nothing_is_offered_that_no_incident_names_any_more(client: Client, team: Desk) -> None:
    made = incident(team.editor)
    claimed(team.editor, made, by="Example Front")
    publish(actor=team.publisher, incident=approved(team, made))
    made.refresh_from_db()
    withdraw(actor=team.publisher, incident=made, reason="It did not happen.")
    assert groups(client, "example front") == {}


def test_an_id_leads_to_its_incident(client: Client, team: Desk) -> None:
    made = published(team)
    answer = client.get("/", {"q": str(made.public_id).lower()})
    assert (answer.status_code, answer["Location"]) == (302, f"/incidents/{made.public_id}/")
    assert client.get("/", {"q": "INC-1999-000001"}).status_code == 200


def test_words_that_were_searched_lead_to_what_bears_the_name(client: Client, team: Desk) -> None:
    published(team)
    page = client.get("/?q=kerman").content.decode()
    assert 'href="/?place=kerman-ir"' in page


def test_other_questions_are_refused_by_name(client: Client) -> None:
    assert client.get("/suggest.json?q=a&limit=3").json()["problems"] == {"limit": ["This address does not know it."]}
    assert client.get("/suggest.json", {"q": "x" * 201}).status_code == 400
    assert client.get("/suggest.json?q=a").json() == {"q": "a", "groups": []}
