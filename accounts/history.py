"""How rows about people keep their history: every change appended by the database, none edited or deleted."""

from collections.abc import Callable

import pghistory
import pgtrigger
from django.db import models


def audited(*, exclude: list[str]) -> Callable[[type[models.Model]], type[models.Model]]:
    """
    Record each insert, update and delete of the decorated model, also those made by raw SQL.

    ``exclude`` names the fields whose values must not be kept twice: secrets, and what changes without meaning.
    """
    no_truncate = pgtrigger.Trigger(
        name="no_truncate",
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        level=pgtrigger.Statement,
        func="RAISE EXCEPTION 'History is never emptied: %', TG_TABLE_NAME;",
    )
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=exclude,
        append_only=True,
        level=pgtrigger.Statement,
        meta={"triggers": [no_truncate]},
    )
