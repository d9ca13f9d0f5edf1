"""Single rows: brought back as they were, or made to say again what they said."""

from collections.abc import Iterable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import models

M = TypeVar("M", bound=models.Model)


def copy_columns(now: models.Model, then: models.Model, columns: Iterable[str]) -> list[str]:
    """Let a row say in some columns what it said then, unsaved; those that it had not said are returned."""
    changed = [name for name in columns if getattr(now, name) != getattr(then, name)]
    for name in changed:
        setattr(now, name, getattr(then, name))
    return changed


def say_again(now: models.Model, then: models.Model, columns: Iterable[str]) -> bool:
    """Let a stored row say what it said then; whether it had said anything else. Validated like any other change."""
    changed = copy_columns(now, then, columns)
    if changed:
        now.full_clean(validate_unique=False, validate_constraints=False)
        now.save(update_fields=changed)
    return bool(changed)


def bring_back(then: M) -> M | None:
    """Store a removed row again under the key, the id, the author and the time that it had; None where it cannot be.

    It cannot where something that it rests on is no longer on record. Who brings it back is in the history of the row
    and counts as an author of the edit, beside whoever wrote it first.
    """
    try:
        then.full_clean(validate_constraints=False)
    except ValidationError:
        return None
    then.save_base(raw=True, force_insert=True)
    return then
