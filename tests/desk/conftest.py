"""People at the desk."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from incidents.models import Incident, Source
from incidents.services.capturing import capture_text
from incidents.services.publishing import publish
from tests import making
from tests.desk.sitting import Sitting
from tests.isolation.scenes import scene
from tests.making import Desk
from tests.regrouping.conftest import furnish

BOMBINGS = "Two bombings in Kerman, in the province of that name. They killed 12 people, the governor said."


@pytest.fixture
def people(db: None, request: pytest.FixtureRequest) -> Desk:
    """An editor, a reviewer and a publisher: those of the scene, where the test stands in one."""
    if "fully_furnished" in request.fixturenames:
        of_the_scene: Furnished = request.getfixturevalue("fully_furnished")
        return of_the_scene.people
    return making.desk()


@pytest.fixture
def editor(people: Desk) -> Sitting:
    return Sitting(people.editor)


@pytest.fixture
def reviewer(people: Desk) -> Sitting:
    return Sitting(people.reviewer)


@pytest.fixture
def publisher(people: Desk) -> Sitting:
    return Sitting(people.publisher)


@pytest.fixture
def incident(people: Desk) -> Incident:
    """A draft that could be handed in."""
    return making.incident(people.editor)


@pytest.fixture
def draft(editor: Sitting) -> Incident:
    """An incident that has a title and nothing more."""
    editor.fill("new", {"title": "Two bombings in Kerman"})
    return Incident.objects.get()


def captured(people: Desk) -> Source:
    """A report of the bombings, with its text."""
    source = making.source(people.editor)
    capture_text(actor=people.editor, source=source, text=BOMBINGS)
    return source


@pytest.fixture
def bombings(people: Desk, request: pytest.FixtureRequest) -> Source:
    if "fully_furnished" in request.fixturenames:
        of_the_scene: Furnished = request.getfixturevalue("fully_furnished")
        return of_the_scene.report
    return captured(people)


@dataclass
class Furnished:
    """A public incident with every kind of thing that a version can hold, from a captured report."""

    people: Desk
    report: Source
    incident: Incident


@scene
def fully_furnished(_folder: Path) -> Furnished:
    people = making.desk()
    report = captured(people)
    made = making.incident(people.editor, report=report)
    furnish(people, made, link_to=making.published(people, title="An earlier attack"))
    publish(actor=people.publisher, incident=making.approved(people, made))
    return Furnished(people, report, made)


@pytest.fixture
def furnished(fully_furnished: Furnished) -> Incident:
    return fully_furnished.incident
