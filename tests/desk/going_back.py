"""Taking an incident back at the desk, and what is on record of it then."""

from typing import Any

from incidents.choices import State
from incidents.models import Citation, Incident
from incidents.selectors.content import public_content
from tests.desk.sitting import Sitting, problems, text

WHY = "Another report says otherwise"
NOT_ALL = "not all of it can come back"


def reverted(editor: Sitting, made: Incident, number: int = 1) -> str:
    """What the desk says when an editor took an incident back."""
    page = editor.send("revert", {"reason": "The first report was right."}, uid=made.uid, number=number)
    assert page.status_code == 302, problems(page)
    made.refresh_from_db()
    assert made.state == State.DRAFT
    return text(editor.get("incident", uid=made.uid))


def said(made: Incident) -> dict[str, Any]:
    """The document as it stands at the desk."""
    return public_content(Incident.objects.get(pk=made.pk))


def rows(made: Incident) -> list[tuple[str, dict[str, Any]]]:
    """Every row below an incident, but for the anchors and what was decided."""
    held: list[Any] = [*made.assertions.all(), *made.statements.all(), *made.links.all(), *made.summary.all()]
    held += [cited for one in list(held) for cited in one.citations.all()]
    return [(type(one).__name__, {k: v for k, v in vars(one).items() if k[0] != "_"}) for one in held]


def cited(made: Incident, kind: str) -> Citation:
    return Citation.objects.get(assertion__incident=made, assertion__kind=kind)
