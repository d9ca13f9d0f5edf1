"""The Kerman file of the demonstration, built by the services, and somebody of each role who sits at the desk."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from incidents.management.demonstration.carrying import Cast
from incidents.models import Incident
from incidents.policies import may_submit
from incidents.services.publishing import publish
from incidents.services.reviewing import approve, submit
from tests.demonstration.kerman_file import Built, kerman_built
from tests.desk.sitting import Sitting

__all__ = ["kerman_built"]

WHOLE = "Bombings at a commemoration in Kerman"
FIRST = "First blast at the commemoration in Kerman"
SECOND = "Second blast at the commemoration in Kerman"


@dataclass
class Kerman:
    """The composite incident, its people, and a reader."""

    cast: Cast
    reader: Client

    @property
    def whole(self) -> Incident:
        return Incident.objects.get(title=WHOLE)

    @property
    def first(self) -> Incident:
        return Incident.objects.get(title=FIRST)

    @property
    def second(self) -> Incident:
        return Incident.objects.get(title=SECOND)

    def sits(self, person: User) -> Sitting:
        """Somebody at the desk."""
        return Sitting(person)

    @property
    def editor(self) -> Sitting:
        return Sitting(self.cast.editor)

    @property
    def senior(self) -> Sitting:
        return Sitting(self.cast.senior)

    def page(self, made: Incident | None = None) -> Any:
        """The public page."""
        return self.reader.get(f"/incidents/{(made or self.whole).public_id}/")

    def document(self, made: Incident | None = None) -> dict[str, Any]:
        """The public document."""
        found = self.reader.get(f"/incidents/{(made or self.whole).public_id}.json").json()
        return dict(found["content"])

    def claims(self, kind: str, made: Incident | None = None) -> list[dict[str, Any]]:
        """The public claims of one kind."""
        return [one for one in self.document(made)["claims"] if one["kind"] == kind]

    def republish(self, made: Incident, kind: str = "update") -> None:
        """Have what changed approved by two who wrote none of it, and publish it."""
        author = next(one for one in (self.cast.editor, self.cast.senior) if may_submit(one, made))
        submit(actor=author, incident=made)
        for approver in (self.cast.reviewer, self.cast.publisher):
            approve(actor=approver, incident=made, revision=made.revision)
        publish(actor=self.cast.publisher, incident=made, kind=kind, summary="More is known.")


@pytest.fixture
def kerman(kerman_built: Built, client: Client) -> Kerman:
    """The founding example, public."""
    return Kerman(kerman_built.cast, client)
