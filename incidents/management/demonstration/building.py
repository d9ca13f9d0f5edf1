"""The whole demonstration, built by the services that people's own work goes through. Run again, it adds what lacks."""

from collections.abc import Callable, Iterator

from django.db import transaction
from django.db.models import Q

from accounts.roles import Role
from accounts.services.demonstration import ensure_demonstration_people
from incidents.choices import State
from incidents.management.demonstration.carrying import Cast, carry, update
from incidents.management.demonstration.drafting import draft
from incidents.management.demonstration.entries import Entries, Entry, citations, read_entries, titles, uid_of
from incidents.management.demonstration.shelf import Shelf
from incidents.models import Incident, IncidentLink
from incidents.services.citing import cite
from incidents.services.context import link
from incidents.services.notifying import silently
from incidents.services.people import relate

Report = Callable[[str], None]

EVERY = 10
"""Incidents between two lines of progress."""


@transaction.atomic
@silently()
def build(report: Report, entries: Entries | None = None) -> int:
    """Build what is missing of the demonstration, all or nothing, and answer with how many incidents that were."""
    entries = entries or read_entries()
    cast = assemble()
    shelf = Shelf(entries, actor=cast.editor)
    known = {part for row in Incident.objects.filter(demonstration=True).values_list("uid", "title") for part in row}
    wanted = [entry for entry in entries.incidents.values() if not known & {uid_of(entry), *titles(entry)}]
    made: dict[str, Incident] = {}
    for number, entry in enumerate(wanted):
        made |= _write_down(entry, shelf, cast, number)
        if number % EVERY == EVERY - 1:
            report(f"{number + 1} of {len(wanted)} incidents written down")
    for number, (entry, incident) in enumerate(_in_order(wanted, made)):
        carry(incident, entry, cast)
        if number % EVERY == EVERY - 1:
            report(f"{number + 1} of {len(made)} reviewed and published")
    for entry in filter(_is_linked, wanted):
        _link(entry, made, shelf, cast)
    return len(made)


def assemble() -> Cast:
    """The demonstration's people in their parts."""
    people = ensure_demonstration_people()
    return Cast(
        contributor=people[Role.CONTRIBUTOR],
        editor=people[Role.EDITOR],
        reviewer=people[Role.REVIEWER],
        senior=people[Role.SENIOR],
        publisher=people[Role.PUBLISHER],
    )


def _write_down(entry: Entry, shelf: Shelf, cast: Cast, number: int) -> dict[str, Incident]:
    """The incident and its parts as drafts, by key."""
    author = cast.author(number)
    whole = draft(entry, shelf, author=author)
    parts = {part["key"]: draft(part, shelf, author=author, parent=whole) for part in entry.get("parts", [])}
    _relate(entry, whole, shelf)
    return {entry["key"]: whole, **parts}


def _relate(entry: Entry, incident: Incident, shelf: Shelf) -> None:
    """How the actors that an incident names stand to one another, cited."""
    for key in {one["actor"] for one in entry.get("attributions", [])}:
        for relation in shelf.entries.actors[key].get("relations", []):
            found = relate(
                actor=incident.created_by,
                named=shelf.named(key),
                other=shelf.named(relation["to"]),
                kind=relation["kind"],
            )
            if not found.citations.exists():
                for citation in relation["citations"]:
                    cite(actor=incident.created_by, incident=incident, target=found, quote=shelf.quote(citation))


def _is_linked(entry: Entry) -> bool:
    return bool(entry.get("links"))


def _link(entry: Entry, made: dict[str, Incident], shelf: Shelf, cast: Cast) -> None:
    """Link an incident to others, which are public by now, and publish it anew: readers see public links only."""
    incident = made[entry["key"]]
    others = []
    for one in entry["links"]:
        other = made.get(one["to"]) or _found(one["to"], shelf.entries)
        quotes = tuple(shelf.quote(citation) for citation in citations(one))
        others.append(str(other.public_id))
        link(
            actor=cast.editor,
            incident=incident,
            to=IncidentLink(other=other, kind=one["kind"]),
            citations=quotes,
            summary=f"Linked to {other.public_id}.",
        )
    update(incident, cast, summary=f"Linked to {' and '.join(others)}.")


def _found(key: str, entries: Entries) -> Incident:
    """An incident that an earlier run made."""
    entry = entries.incidents[key]
    return Incident.objects.get(Q(uid=uid_of(entry)) | Q(title__in=titles(entry)), demonstration=True)


def _in_order(wanted: list[Entry], made: dict[str, Incident]) -> Iterator[tuple[Entry, Incident]]:
    """Each incident with its entry, a whole before its parts; parts go where the whole went."""
    for entry in wanted:
        yield entry, made[entry["key"]]
        for part in entry.get("parts", []):
            yield {"state": entry.get("state", State.PUBLISHED), **part}, made[part["key"]]
