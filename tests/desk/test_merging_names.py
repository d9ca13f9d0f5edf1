"""Publishers and places that turn out to be one, in the way of actors: looked at first, written down, never public."""

from typing import Any

import pytest
from django.contrib.gis.geos import Point
from django.db import DatabaseError, connection, transaction

from accounts.roles import Role
from incidents.choices import PlaceKind
from incidents.models import Incident, LocationAssertion, Place, PlaceMerge, Publisher, PublisherMerge
from incidents.selectors.gazetteer import search_places
from incidents.services.places import record_place
from incidents.services.publishing import publish
from incidents.services.sources import record_publisher
from tests import making
from tests.desk.sitting import Sitting, address, problems, text
from tests.isolation.scenes import scene
from tests.making import Desk

pytestmark = pytest.mark.django_db


@scene
def doubled(_folder: Any) -> tuple[Desk, Incident]:
    """A draft that cites a publisher and uses a place, both of which are on record under another name too."""
    people = making.desk()
    made = making.incident(people.editor)
    record_publisher(actor=people.editor, name="Courier of Examples", kind="newspaper")
    village = place(people, "Example Village", 57.1)
    LocationAssertion.objects.update(place=village)
    Incident.objects.update(place=village)
    place(people, "Deh-e Mesal", 57.9)
    return people, made


def place(people: Desk, name: str, east: float, country: str = "IR") -> Place:
    spot = Point(east, 30.5, srid=4326)
    return record_place(
        actor=people.editor,
        name=name,
        kind=PlaceKind.SETTLEMENT,
        country_code=country,
        point=spot,
        names=(f"{name}abad",),
    )


@pytest.fixture
def people(doubled: tuple[Desk, Incident]) -> Desk:
    return doubled[0]


@pytest.fixture
def made(doubled: tuple[Desk, Incident]) -> Incident:
    return doubled[1]


@pytest.fixture
def senior(people: Desk) -> Sitting:
    return Sitting(making.person(Role.SENIOR, "senior"))


def stakes(page: Any) -> list[str]:
    return [fact["value"] for fact in page.context["stakes"]]


def test_a_publisher_is_merged_and_its_name_leads_on(people: Desk, senior: Sitting, made: Incident) -> None:
    lost, kept = Publisher.objects.get(name="The Example Courier"), Publisher.objects.get(name="Courier of Examples")
    typed = {"other": "courier of examples", "reason": "One paper, two names."}
    assert Sitting(people.editor).get("publisher_merge", uid=lost.uid).status_code == 403
    page = senior.send("publisher_merge", {**typed, "action": "look"}, uid=lost.uid)
    assert (stakes(page), "The two can be merged." in text(page)) == (["1", "1"], True)
    assert not PublisherMerge.objects.exists()
    answer = senior.send("publisher_merge", typed, uid=lost.uid)
    assert answer.url == address("publisher", uid=kept.uid)
    assert (lost.sources.count(), kept.sources.count()) == (0, 1)
    assert record_publisher(actor=people.editor, name="the example courier") == kept
    assert senior.get("publisher", uid=lost.uid).url == answer.url
    assert "One paper, two names." in text(senior.get("publisher", uid=kept.uid))
    assert [(row["name"], row["sources"]) for row in senior.get("publishers").context["rows"]] == [(kept.name, 1)]
    revision = made.revision
    made.refresh_from_db()
    assert made.revision == revision + 1
    assert "merged two publishers" in text(senior.get("incident", uid=made.uid))
    assert "merged before" in problems(senior.send("publisher_merge", {**typed, "other": kept.name}, uid=lost.uid))[0]


def test_a_publisher_that_readers_know_is_not_merged(people: Desk, senior: Sitting, made: Incident) -> None:
    publish(actor=people.publisher, incident=making.approved(people, made))
    lost = Publisher.objects.get(name="The Example Courier")
    page = senior.send("publisher_merge", {"other": "Courier of Examples", "reason": "One."}, uid=lost.uid)
    assert "Readers know “The Example Courier” from published incidents." in problems(page)[0]
    assert str(Incident.objects.get().public_id) in text(page)
    assert not PublisherMerge.objects.exists()


def test_what_is_wrong_with_a_merge_is_said(senior: Sitting) -> None:
    lost = Publisher.objects.get(name="Courier of Examples")
    for other, word in (("Nobody", "No publisher on record"), (lost.name, "not merged into itself")):
        page = senior.send("publisher_merge", {"other": other, "reason": "One."}, uid=lost.uid)
        assert word in problems(page)[0]
    page = senior.send("publisher_merge", {"other": "The Example Courier", "reason": " "}, uid=lost.uid)
    assert problems(page) == ["Why the two are one: Fill this in."]


def test_a_place_of_the_desk_is_merged_and_its_names_lead_on(people: Desk, senior: Sitting, made: Incident) -> None:
    lost, kept = Place.objects.get(name="Example Village"), Place.objects.get(name="Deh-e Mesal")
    assert "Merge into another place" in text(senior.get("place", pk=lost.pk))
    typed = {"other": "deh e mesal", "reason": "One village."}
    page = senior.send("place_merge", {**typed, "action": "look"}, pk=lost.pk)
    assert (stakes(page), "The two can be merged." in text(page)) == (["1", "1"], True)
    assert senior.send("place_merge", {**typed, "place": str(kept.pk)}, pk=lost.pk).url == address("place", pk=kept.pk)
    assert LocationAssertion.objects.get().place == kept
    revision = made.revision
    made.refresh_from_db()
    assert (made.revision, made.place) == (revision + 1, kept)
    assert search_places("example villageabad") == [kept]
    kept.refresh_from_db()
    assert "Example Village" in kept.alternate_names
    assert senior.get("place", pk=lost.pk).url == address("place", pk=kept.pk)
    assert lost.name not in [row["name"] for row in senior.get("places").context["rows"]]
    assert place(people, "Example Village", 57.1) == kept


def test_places_of_the_gazetteer_stay_and_take_in_those_of_the_desk(people: Desk, senior: Sitting) -> None:
    city = making.kerman()
    Place.objects.filter(pk=city.pk).update(geonames_id=128234)
    lost = Place.objects.get(name="Example Village")
    assert "Merge into another place" not in text(senior.get("place", pk=city.pk))
    page = senior.send("place_merge", {"other": "Example Village", "reason": "One."}, pk=city.pk)
    assert "is of the gazetteer, and stays" in problems(page)[0]
    abroad = place(people, "Village Abroad", 60, "AF")
    page = senior.send("place_merge", {"other": abroad.name, "reason": "One."}, pk=lost.pk)
    assert "different countries" in problems(page)[0]
    page = senior.send("place_merge", {"other": "zzzz", "reason": "One."}, pk=lost.pk)
    assert "Choose one of the places found" in problems(page)[0]
    found = {"other": "Kerman", "place": str(city.pk), "reason": "One."}
    senior.send("place_merge", found, pk=lost.pk)
    assert PlaceMerge.objects.get().moved["claims"]
    city.refresh_from_db()
    assert "Example Village" not in city.alternate_names
    assert search_places("Example Village") == [city]


def test_a_place_that_readers_know_is_not_merged(people: Desk, senior: Sitting, made: Incident) -> None:
    publish(actor=people.publisher, incident=making.approved(people, made))
    lost = Place.objects.get(name="Example Village")
    page = senior.send("place_merge", {"other": "Deh-e Mesal", "reason": "One."}, pk=lost.pk)
    assert "Readers know “Example Village”" in problems(page)[0]


def test_a_merge_is_never_rewritten(people: Desk, senior: Sitting) -> None:
    lost = Publisher.objects.get(name="The Example Courier")
    senior.send("publisher_merge", {"other": "Courier of Examples", "reason": "One."}, uid=lost.uid)
    village = Place.objects.get(name="Example Village")
    senior.send("place_merge", {"other": "Deh-e Mesal", "reason": "One."}, pk=village.pk)
    for table in ("incidents_publishermerge", "incidents_placemerge"):
        for statement in (f"UPDATE {table} SET reason = 'x'", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
