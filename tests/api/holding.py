"""A record with one of everything, and how its lists and documents are read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.test import Client

from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.publishing import publish, withdraw
from tests.api.full import complete
from tests.isolation.scenes import scene
from tests.making import Desk, approved, claimed, desk, incident, published, republished


@dataclass
class Record:
    """Incidents that hold one of everything, one in another year, one that was withdrawn and one draft."""

    people: Desk
    whole: str
    later: Any
    withdrawn: str


@scene
def holding(_folder: Path) -> Record:
    """The incident with one of everything was corrected once."""
    people = desk()
    whole = complete(people)
    later = incident(people.editor, title="A bombing at a market", when="5 March 2025", killed="7")
    claimed(people.editor, later, by="Other Front", ground="accusation")
    publish(actor=people.publisher, incident=approved(people, later))
    gone = published(people, title="Taken back", when="6 May 2023")
    withdraw(actor=people.publisher, incident=gone, reason="The report was wrong.")
    retitled = Description(title="Bombings in Kerman", graphic=False, personal_data=False)
    describe(actor=people.editor, incident=whole, description=retitled, summary="Title.")
    republished(people, whole, kind="correction", summary="The title said too much.")
    incident(people.editor, title="A draft")
    return Record(people, str(whole.public_id), later, str(gone.public_id))


def walked(client: Client, address: str) -> Iterator[dict[str, Any]]:
    """Everything that a list holds, page by page."""
    following: str | None = address
    while following:
        answer = client.get(following)
        page = answer.json()
        assert page["count_is"] == "exact"
        assert answer.headers.get("Link") == (f'<{page["next"]}>; rel="next"' if page["next"] else None)
        yield from page["results"]
        following = page["next"]


def documents(read: Callable[..., Any], **query: str) -> dict[str, dict[str, Any]]:
    """The documents of the incidents that a query finds, in its order."""
    rows = read("incidents/", **query).json()["results"]
    return {row["id"]: read(f"incidents/{row['id']}/").json()["content"] for row in rows}
