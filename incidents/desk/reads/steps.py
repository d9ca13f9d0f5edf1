"""What was changed of the entries of a vocabulary, step by step, from the history that the database keeps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps

from accounts.models import User

MOST_RECENT: Final = 50


@dataclass(frozen=True)
class Step:
    """One change of a row: what it is, what was done, the row after it and, where it was changed, before."""

    kind: str
    label: str
    at: Any
    who: str
    row: Any
    before: Any = None


def in_order(found: Iterable[Step]) -> list[Step]:
    """The newest of some changes, with the names of those who made them."""
    steps = list(found)
    people = {
        str(one.pk): one.display_name for one in User.objects.filter(pk__in={one.who for one in steps if one.who})
    }
    newest = sorted(steps, key=lambda one: one.at, reverse=True)[:MOST_RECENT]
    return [Step(one.kind, one.label, one.at, people.get(one.who, ""), one.row, one.before) for one in newest]


def steps_of(kind: str, model: str, **of: int) -> Iterator[Step]:
    """The changes of some rows, the oldest first, from the history that the database keeps of a model."""
    events = apps.get_model("incidents", model).objects.filter(**of).select_related("pgh_context").order_by("pgh_id")
    before: dict[int, Any] = {}
    for event in events:
        who = (event.pgh_context.metadata if event.pgh_context else {}).get("user", "")
        yield Step(kind, event.pgh_label, event.pgh_created_at, str(who), event, before.get(event.pgh_obj_id))
        before[event.pgh_obj_id] = event
