"""What happens to an incident beside its edits and moves: work given to people, tags, small edits asked for in review,
and publications set for a moment."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from accounts.models import User
from incidents.choices import EmbargoStage
from incidents.models import BulkAction, Embargo, Incident, IncidentTag, SmallEdit, Tag
from incidents.selectors.past import DELETED, history_of

PEOPLE: Final = ("by", "before", "after", "asked_of")


@dataclass(frozen=True, kw_only=True)
class Aside:
    """One such thing. ``stage`` says what became of a publication set for ``until``; work went from one to another; a
    small edit was ``asked_of`` somebody; tags were ``put`` on and ``taken`` off, by their names now."""

    key: str
    at: datetime
    by: User | None
    revision: int
    reason: str
    before: User | None = None
    after: User | None = None
    asked_of: User | None = None
    stage: str = ""
    until: datetime | None = None
    put: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()


def asides(incident: Incident) -> list[Aside]:
    """All of an incident, in no order."""
    found = [*_assignments(incident), *_small_edits(incident), *_embargoes(incident), *_tags(incident)]
    people = User.objects.in_bulk({one[name] for one in found for name in PEOPLE if one.get(name)})
    return [Aside(**{**one, **{name: people.get(one.get(name)) for name in PEOPLE}}) for one in found]


def _assignments(incident: Incident) -> Iterable[dict[str, Any]]:
    """Every change of who has the work, with the reason where it was given in bulk. Who logged it has it first."""
    events = history_of(Incident).filter(pgh_obj_id=incident.pk).order_by("pgh_id").select_related("pgh_context")
    changed, before = [], None
    for number, event in enumerate(events.only("pgh_created_at", "pgh_context", "revision", "assigned_to_id")):
        if number and event.assigned_to_id != before:
            changed.append((event, before))
        before = event.assigned_to_id
    reasons = _reasons(event.pgh_context_id for event, _before in changed)
    for event, held in changed:
        yield {
            "key": f"assigned-{event.pgh_id}",
            "at": event.pgh_created_at,
            "by": _by(event),
            "revision": event.revision,
            "reason": reasons.get(event.pgh_context_id, ""),
            "before": held,
            "after": event.assigned_to_id,
        }


def _tags(incident: Incident) -> Iterable[dict[str, Any]]:
    """Every time that tags were put on or taken off; what one change did has one context."""
    events = history_of(IncidentTag).filter(incident_id=incident.pk).order_by("pgh_id").select_related("pgh_context")
    standing: dict[Any, int] = {}
    changes: dict[Any, tuple[Any, Counter[int]]] = {}
    for event in events:
        _event, change = changes.setdefault(event.pgh_context_id, (event, Counter()))
        if event.pgh_obj_id in standing:
            change[standing.pop(event.pgh_obj_id)] -= 1
        if event.pgh_label != DELETED:
            standing[event.pgh_obj_id] = event.tag_id
            change[event.tag_id] += 1
    names = dict(Tag.objects.values_list("pk", "name")) if changes else {}
    edits = list(incident.contributions.order_by("revision").values_list("at", "revision")) if changes else []
    reasons = _reasons(changes)
    for event, change in changes.values():
        yield {
            "key": f"tagged-{event.pgh_id}",
            "at": event.pgh_created_at,
            "by": _by(event),
            "revision": max((number for at, number in edits if at <= event.pgh_created_at), default=1),
            "reason": reasons.get(event.pgh_context_id, ""),
            "put": tuple(names[key] for key, sign in change.items() if sign > 0),
            "taken": tuple(names[key] for key, sign in change.items() if sign < 0),
        }


def _reasons(contexts: Iterable[Any]) -> dict[Any, str]:
    """Why something was done in bulk, by its context."""
    known = [one for one in contexts if one]
    bulk = history_of(BulkAction).filter(pgh_context_id__in=known)
    return dict(bulk.values_list("pgh_context_id", "reason")) if known else {}


def _small_edits(incident: Incident) -> Iterable[dict[str, Any]]:
    for one in SmallEdit.objects.filter(review__incident=incident):
        yield {
            "key": f"small-edit-{one.pk}",
            "at": one.asked_at,
            "by": one.asked_by_id,
            "revision": one.revision,
            "reason": one.what,
            "asked_of": one.asked_of_id,
        }


def _embargoes(incident: Incident) -> Iterable[dict[str, Any]]:
    """Every publication that was set for a moment, and what became of it."""
    events = history_of(Embargo).filter(incident_id=incident.pk).order_by("pgh_id").select_related("pgh_context")
    for event in events:
        waits = event.stage == EmbargoStage.WAITING
        yield {
            "key": f"embargo-{event.pgh_id}",
            "at": event.set_at if waits else event.ended_at,
            "by": _by(event) or event.set_by_id,
            "revision": event.revision,
            "reason": event.summary if waits else event.why,
            "stage": event.stage,
            "until": event.until,
        }


def _by(event: Any) -> int | None:
    """Who did it, by key, as the context of the change says."""
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def embargoes_at(incident: Incident, revision: int) -> list[Embargo]:
    """The publications that had been set for a moment when a revision stood, unsaved, each as it was then.

    Setting and ending one hold the incident's row, as edits do: what ended before the next edit ended in this revision.
    """
    later = incident.contributions.filter(revision__gt=revision).order_by("revision").values_list("at", flat=True)
    ended = later.first()
    found = list(Embargo.objects.filter(incident=incident, revision__lte=revision).order_by("pk"))
    for one in found:
        if ended and one.ended_at and one.ended_at >= ended:
            one.stage, one.ended_at, one.why = EmbargoStage.WAITING, None, ""
    return found
