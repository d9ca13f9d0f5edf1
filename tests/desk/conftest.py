"""People at the desk."""

import pytest

from incidents.models import Incident, Source
from incidents.services.capturing import capture_text
from incidents.services.publishing import publish
from tests import making
from tests.desk.sitting import Sitting
from tests.making import Desk
from tests.regrouping.conftest import furnish

BOMBINGS = "Two bombings in Kerman, in the province of that name. They killed 12 people, the governor said."


@pytest.fixture
def people(db: None) -> Desk:
    """An editor, a reviewer and a publisher."""
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


@pytest.fixture
def bombings(people: Desk) -> Source:
    source = making.source(people.editor)
    capture_text(actor=people.editor, source=source, text=BOMBINGS)
    return source


@pytest.fixture
def furnished(people: Desk, bombings: Source) -> Incident:
    """A public incident with every kind of thing that a version can hold."""
    made = making.incident(people.editor, report=bombings)
    furnish(people, made, link_to=making.published(people, title="An earlier attack"))
    publish(actor=people.publisher, incident=making.approved(people, made))
    return made
