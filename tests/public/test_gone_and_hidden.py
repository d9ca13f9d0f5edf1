"""What was withdrawn says why, what was merged leads on, and what is hidden looks like what never was."""

from typing import Any

import pytest
from django.test import Client

from accounts.roles import Role
from incidents.models import Version
from incidents.services.publishing import withdraw
from incidents.services.regrouping import merge
from tests.making import Desk, approved, incident, person, published, republished
from tests.public.conftest import Story
from tests.public.reading import heading, text_of

pytestmark = pytest.mark.django_db

NOBODY = "INC-2024-999999"
FORMS = (
    "/incidents/{}/",
    "/incidents/{}.json",
    "/incidents/{}.geojson",
    "/incidents/{}.stix.json",
    "/incidents/{}.prov.json",
    "/incidents/{}/v/1/",
    "/incidents/{}/v/1.json",
)


def bytes_of(answer: Any) -> tuple[int, bytes, list[tuple[str, str]]]:
    return answer.status_code, answer.content, sorted(answer.items())


def test_a_draft_and_an_id_that_never_was_are_the_same_404(client: Client, team: Desk) -> None:
    """An approved draft has no public id yet; the one that it will get is answered as any other."""
    empty = {form: bytes_of(client.get(form.format("INC-2024-000001"))) for form in FORMS}
    approved(team, incident(team.editor))
    for form, answer in empty.items():
        assert answer[0] == 404
        assert bytes_of(client.get(form.format("INC-2024-000001"))) == answer
        assert bytes_of(client.get(form.format(NOBODY))) == answer


def test_a_version_that_was_never_published_is_a_404(client: Client, story: Story) -> None:
    never = bytes_of(client.get(f"/incidents/{NOBODY}/v/1/"))
    assert bytes_of(client.get(f"{story.url}v/2/")) == never
    assert bytes_of(client.get(f"{story.url}v/0/")) == never


def test_a_withdrawn_incident_answers_410_with_the_reason_in_every_form(client: Client, story: Story) -> None:
    withdraw(actor=story.team.publisher, incident=story.made, reason="It was another kind of event.")
    page = client.get(story.url)
    assert page.status_code == 410
    assert heading(page) == "This incident has been withdrawn"
    assert "Reason: It was another kind of event." in text_of(page)
    for form in (".json", ".geojson", ".stix.json", ".prov.json"):
        answer = client.get(f"/incidents/{story.id}{form}")
        assert answer.status_code == 410
        assert answer.json()["reason"] == "It was another kind of event."
    assert story.id not in client.get("/").content.decode()
    assert story.id not in client.get("/sitemap.xml").content.decode()


def test_the_tombstone_of_demonstration_data_says_what_it_was(client: Client, team: Desk) -> None:
    made = published(team, demonstration=True)
    withdraw(actor=team.publisher, incident=made, reason="Entered by mistake.")
    for address in (f"/incidents/{made.public_id}/", f"/incidents/{made.public_id}/v/2/"):
        assert '<div class="banner"' in client.get(address).content.decode()


def test_earlier_versions_of_a_withdrawn_incident_say_that_it_was_withdrawn(client: Client, story: Story) -> None:
    withdraw(actor=story.team.publisher, incident=story.made, reason="It was another kind of event.")
    old = client.get(f"{story.url}v/1/")
    assert old.status_code == 200
    assert "version 1 of an incident that has been withdrawn. Reason: It was another kind of event." in text_of(old)
    last = client.get(f"{story.url}v/2/")
    assert last.status_code == 200
    assert heading(last) == "This incident has been withdrawn"


def test_a_link_to_a_withdrawn_incident_is_no_longer_shown(client: Client, story: Story) -> None:
    withdraw(actor=story.team.publisher, incident=story.other, reason="Entered by mistake.")
    assert "An earlier attack" not in client.get(story.url).content.decode()


def test_a_merged_incident_leads_to_the_one_that_lives_on(client: Client, team: Desk) -> None:
    lost, kept = published(team), published(team)
    merge(actor=person(Role.SENIOR), loser=lost, survivor=kept, reason="Both describe one event.")
    republished(team, kept, kind="merge", summary="Both describe one event.")
    for form in ("/", ".json", ".geojson"):
        answer = client.get(f"/incidents/{lost.public_id}{form}")
        assert answer.status_code == 301
        assert answer["Location"] == f"/incidents/{kept.public_id}{form}"


def test_the_record_answers_as_it_stood(client: Client, story: Story) -> None:
    before = Version.objects.get(public_id=story.other.public_id).published_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    withdraw(actor=story.team.publisher, incident=story.other, reason="Entered by mistake.")
    assert heading(client.get(f"/?as_of={before}")).startswith("1 incident, as the record stood on")
    then = client.get(f"/incidents/{story.other.public_id}/?as_of={before}")
    assert then.status_code == 200
    assert "As the record stood on" in text_of(then)
    assert client.get(f"{story.url}?as_of={before}").status_code == 404
    assert client.get(f"/incidents/{story.other.public_id}/").status_code == 410
