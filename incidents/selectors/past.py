"""Rows of the desk as they stood when an incident was at an earlier revision, from the history the database keeps."""

from collections.abc import Collection
from typing import Any, TypeVar

from django.apps import apps
from django.db import models

from incidents.models import Incident, Regrouping, Undoing

M = TypeVar("M", bound=models.Model)
DELETED = "delete"


class Past:
    """What was on record of an incident after the edit that made one of its revisions, and before the next.

    Every edit holds the incident's row, so its changes stand in the history one after the other; those of one edit
    share a context with the revision that they made. What went to another incident since is edited there, so the edits
    of that one are later too. No clock is asked: an edit may have begun before an approval and have waited for it.
    """

    def __init__(self, incident: Incident, revision: int) -> None:
        self._later: set[Any] = set()
        for key, after in _from_then_on(incident.pk, revision).items():
            edits = history_of(Incident).filter(pgh_obj_id=key, revision__gt=after).exclude(pgh_context=None)
            self._later |= set(edits.values_list("pgh_context_id", flat=True))

    def rows(self, model: type[M], column: str, keys: Collection[Any]) -> list[M]:
        """The rows whose column held one of the keys then, unsaved, each as it stood; in the order of their keys."""
        ever = history_of(model).filter(**{f"{column}__in": keys}).values_list("pgh_obj_id", flat=True)
        standing: dict[Any, Any] = {}
        ended = set()
        for event in history_of(model).filter(pgh_obj_id__in=set(ever)).order_by("pgh_id"):
            if event.pgh_context_id in self._later:
                ended.add(event.pgh_obj_id)
            elif event.pgh_obj_id not in ended:
                standing[event.pgh_obj_id] = event
        kept = [standing[key] for key in sorted(standing) if standing[key].pgh_label != DELETED]
        return [as_it_stood(model, event) for event in kept if getattr(event, column) in keys]


def _from_then_on(incident: int, revision: int) -> dict[int, int]:
    """The incident, and those to which something went from it since: each with its last revision before that."""
    found: dict[int, int] = {}
    waiting = [(incident, revision)]
    while waiting:
        key, after = waiting.pop()
        if key in found and found[key] <= after:
            continue
        found[key] = after
        moves = Regrouping.objects.filter(source=key, source_revision__gt=after)
        waiting += [(one, made - 1) for one, made in moves.values_list("target", "target_revision")]
        undone = Undoing.objects.filter(regrouping__target=key, target_revision__gt=after)
        waiting += [(one, made - 1) for one, made in undone.values_list("regrouping__source", "source_revision")]
    return found


def states_of(row: M) -> list[M]:
    """Every state in which a row ever was, unsaved, the newest first."""
    events = history_of(type(row)).filter(pgh_obj_id=row.pk).exclude(pgh_label=DELETED).order_by("-pgh_id")
    return [as_it_stood(type(row), event) for event in events]


def history_of(model: type[models.Model]) -> models.QuerySet[Any]:
    """The history of a tracked model's rows (``models.history``)."""
    event: Any = apps.get_model("incidents", f"{model.__name__}Event")
    return event.objects.all()


def as_it_stood(model: type[M], event: Any) -> M:
    """The row that an event of the history describes."""
    columns = model._meta.concrete_fields  # noqa: SLF001  documented, in spite of its name
    names = [column.attname for column in columns]
    return model(**{name: getattr(event, name) for name in names})
