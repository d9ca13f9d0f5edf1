"""People at the desk."""

import pytest

from incidents.models import Incident
from tests import making
from tests.desk.sitting import Sitting
from tests.making import Desk


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
