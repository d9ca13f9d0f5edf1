"""The record answers as it stood at a moment: on pages, in lists, on the map and in the API, and says that it does."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from incidents.models import Incident
from incidents.services.inputs import Description
from incidents.services.logging import describe
from tests.isolation.scenes import scene
from tests.making import Desk, desk, published, republished
from tests.public.reading import heading, text_of

pytestmark = pytest.mark.django_db

FIFTH = "2024-01-05"


@pytest.fixture
def team() -> Desk:
    return desk()


def then(day: int, hour: int = 12) -> time_machine.travel:
    return time_machine.travel(datetime(2024, 1, day, hour, tzinfo=UTC), tick=True)


@scene
def renamed(_folder: Path) -> Incident:
    """Published on the fourth, published anew on the fifth in the evening and on the seventh."""
    team = desk()
    with then(4):
        made = published(team, title="Explosions in Kerman")
    for day, title in ((5, "Two explosions in Kerman"), (7, "Two bombings in Kerman")):
        with then(day, hour=20):
            described = Description(title=title, graphic=False, personal_data=False)
            describe(actor=team.editor, incident=made, description=described, summary="Renamed")
            republished(team, made, summary="More is known.")
    return made


def url_of(made: Incident) -> str:
    return f"/incidents/{made.public_id}/"


def test_a_day_stands_for_its_end_and_a_moment_for_itself(client: Client, renamed: Incident) -> None:
    address = url_of(renamed)
    assert heading(client.get(f"{address}?as_of=2024-01-04")) == "Explosions in Kerman"
    assert heading(client.get(f"{address}?as_of={FIFTH}")) == "Two explosions in Kerman"
    assert heading(client.get(f"{address}?as_of={FIFTH}T08:00:00Z")) == "Explosions in Kerman"
    assert heading(client.get(address)) == "Two bombings in Kerman"


def test_page_and_title_say_so_and_lead_back_to_now(client: Client, renamed: Incident) -> None:
    page = client.get(f"{url_of(renamed)}?as_of={FIFTH}").content.decode()
    title = re.search(r"<title>(.*?)</title>", page)
    assert title
    assert "as the record stood on 5 January 2024" in title[1]
    banner = re.search(r'<div class="notice notice--warning" role="note">.*?</div>', page, re.DOTALL)
    assert banner
    assert "As the record stood on 5 January 2024" in banner[0]
    assert f'<a href="{url_of(renamed)}">' in banner[0]
    assert "As the record stood" not in client.get(url_of(renamed)).content.decode()


def test_a_form_asks_for_a_day_without_javascript(client: Client, renamed: Incident) -> None:
    page = client.get(f"{url_of(renamed)}?as_of={FIFTH}").content.decode()
    form = re.search(rf'<form action="{url_of(renamed)}" method="get">.*?</form>', page, re.DOTALL)
    assert form
    assert re.search(
        r'<input[^>]* name="as_of" type="date" value="2024-01-05" min="2024-01-04" max="2024-01-07"', form[0]
    )


def test_the_list_says_so_and_leads_to_pages_of_that_day(client: Client, renamed: Incident) -> None:
    page = client.get(f"/?as_of={FIFTH}")
    assert heading(page) == "1 incident, as the record stood on 5 January 2024"
    words = page.content.decode()
    assert f'href="{url_of(renamed)}?as_of={FIFTH}"' in words
    assert "Two explosions in Kerman" in words
    assert "Two bombings" not in text_of(page)
    assert '<a href="/">Show the record as it stands</a>' in words


def test_every_form_of_the_answer_is_of_that_day_and_says_so(client: Client, renamed: Incident) -> None:
    question = f"as_of={FIFTH}"
    listing = client.get(f"/incidents.json?{question}").json()
    assert (listing["as_of"], listing["incidents"][0]["title"]) == (FIFTH, "Two explosions in Kerman")
    assert listing["incidents"][0]["url"].endswith(f"/?{question}")
    drawn = client.get(f"/incidents.geojson?{question}").json()
    assert (drawn["as_of"], drawn["features"][0]["properties"]["title"]) == (FIFTH, "Two explosions in Kerman")
    whole = client.get(f"/incidents/{renamed.public_id}.json?{question}").json()
    assert (whole["as_of"], whole["version"]) == (FIFTH, 2)
    one = client.get(f"/incidents/{renamed.public_id}.geojson?{question}").json()
    assert (one["as_of"], one["properties"]["title"]) == (FIFTH, "Two explosions in Kerman")


def test_the_api_answers_for_that_day_and_says_so(client: Client, renamed: Incident) -> None:
    found = client.get(f"/api/v1/incidents/?as_of={FIFTH}").json()
    assert found["as_of"] == "2024-01-05T23:59:59.999999Z"
    assert found["results"][0]["title"] == "Two explosions in Kerman"
    whole = client.get(found["results"][0]["url"]).json()
    assert (whole["version"], whole["as_of"]) == (2, "2024-01-05T23:59:59.999999Z")
    assert client.get(f"/api/v1/incidents/{renamed.public_id}/").json()["as_of"] is None


def test_before_the_first_publication_the_record_says_that_it_did_not_hold_it(
    client: Client, renamed: Incident
) -> None:
    page = client.get(f"{url_of(renamed)}?as_of=2024-01-03")
    assert page.status_code == 404
    assert f"The record did not hold {renamed.public_id} on 3 January 2024." in text_of(page)
    data = client.get(f"/incidents/{renamed.public_id}.json?as_of=2024-01-03")
    assert (data.status_code, data.json()["error"]) == (404, "not_yet")
    api = client.get(f"/api/v1/incidents/{renamed.public_id}/?as_of=2024-01-03")
    assert (api.status_code, api.json()["detail"]) == (404, "The record did not hold this incident at that moment.")


def test_an_incident_that_was_never_published_is_absent_at_every_moment(client: Client, renamed: Incident) -> None:
    for form in ("/", ".json", ".geojson"):
        hidden = client.get(f"/incidents/INC-2024-000777{form}?as_of={FIFTH}")
        absent = client.get(f"/incidents/INC-1999-000777{form}?as_of={FIFTH}")
        assert (hidden.status_code, hidden.content) == (404, absent.content)


def test_linked_and_part_titles_are_of_that_day_too(client: Client, team: Desk, renamed: Incident) -> None:
    with then(8):
        part = published(team, title="The first explosion", parent=renamed)
    now = client.get(url_of(renamed)).content.decode()
    assert url_of(part) in now
    assert url_of(part) not in client.get(f"{url_of(renamed)}?as_of=2024-01-07").content.decode()
    of_part = client.get(f"{url_of(part)}?as_of=2024-01-08").content.decode()
    assert f'<a href="{url_of(renamed)}?as_of=2024-01-08">' in of_part


def test_the_form_of_the_explorer_asks_for_a_moment_of_the_record(client: Client) -> None:
    asked = client.get("/?as_of=2024-01-05").content.decode()
    assert re.search(r'<input type="text" id="filter-as_of" name="as_of" value="2024-01-05"', asked)
    assert '<details class="filters__group" id="filters-more" open>' in asked
    refused = client.get("/?as_of=yesterday")
    assert "Give a day such as 2024-01-05" in text_of(refused)
    assert 'name="as_of" value="yesterday"' in refused.content.decode()
