"""Row history for the desk's tables: every insert, update and delete is kept, append-only, by the database itself."""

from typing import TYPE_CHECKING, TypeVar

import pghistory
from django.db import models

if TYPE_CHECKING:
    from collections.abc import Callable

M = TypeVar("M", bound=type[models.Model])


def tracked(model: M) -> M:
    """Keep every past state of a model's rows in ``<model>event``, written by statement-level triggers."""
    decorate: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        append_only=True,
        level=pghistory.Statement,
    )
    return decorate(model)
