"""A draft, carried by other people to where its entry says that it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db import transaction

from accounts.models import User
from incidents.choices import State, VersionKind
from incidents.management.demonstration.entries import Entry
from incidents.models import Incident
from incidents.selectors.risk import needs_second_approval
from incidents.services.publishing import publish, withdraw
from incidents.services.reviewing import approve, comment, request_changes, submit


@dataclass(frozen=True)
class Cast:
    """Who plays whom: two authors, and three people who decide about what they did not write."""

    contributor: User
    editor: User
    reviewer: User
    senior: User
    publisher: User

    def author(self, number: int) -> User:
        """Every third incident is a contributor's, the others are an editor's."""
        return self.contributor if number % 3 == 0 else self.editor


@transaction.atomic
def carry(incident: Incident, entry: Entry, cast: Cast) -> None:
    """Take a fresh draft to the state of its entry, step by step."""
    STEPS[State(entry.get("state", State.PUBLISHED))](incident, entry, cast)


@transaction.atomic
def update(incident: Incident, cast: Cast, *, summary: str) -> None:
    """Publish what an editor added to a published incident."""
    _approve(incident, cast, author=cast.editor)
    publish(actor=cast.publisher, incident=incident, kind=VersionKind.UPDATE, summary=summary)


def _stay(_incident: Incident, _entry: Entry, _cast: Cast) -> None:
    """A draft is where it should be."""


def _submit(incident: Incident, entry: Entry, _cast: Cast) -> None:
    submit(actor=incident.created_by, incident=incident, note=entry.get("work_note", ""))


def _send_back(incident: Incident, entry: Entry, cast: Cast) -> None:
    review = submit(actor=incident.created_by, incident=incident)
    comment(actor=cast.reviewer, review=review, text=entry["work_note"], field=entry["work_field"])
    request_changes(actor=cast.reviewer, incident=incident, revision=incident.revision, reason=entry["work_note"])


def _publish(incident: Incident, _entry: Entry, cast: Cast) -> None:
    _approve(incident, cast, author=incident.created_by)
    publish(actor=cast.publisher, incident=incident)


def _approve(incident: Incident, cast: Cast, *, author: User) -> None:
    """Hand in, and have it approved by as many people as its risk takes."""
    submit(actor=author, incident=incident)
    approve(actor=cast.reviewer, incident=incident, revision=incident.revision)
    if needs_second_approval(incident):
        approve(actor=cast.senior, incident=incident, revision=incident.revision)


def _withdraw(incident: Incident, entry: Entry, cast: Cast) -> None:
    _publish(incident, entry, cast)
    withdraw(actor=cast.publisher, incident=incident, reason=entry["withdraw_reason"])


STEPS: Final[dict[State, Callable[[Incident, Entry, Cast], None]]] = {
    State.DRAFT: _stay,
    State.IN_REVIEW: _submit,
    State.CHANGES_REQUESTED: _send_back,
    State.PUBLISHED: _publish,
    State.WITHDRAWN: _withdraw,
}
