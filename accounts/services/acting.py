"""Who did what, for the history that the database keeps of every row."""

from collections.abc import Iterator
from contextlib import contextmanager

import pghistory
from django.db import transaction

from accounts.models import User


@contextmanager
def acting(actor: User | None, verb: str) -> Iterator[None]:
    """One transaction whose history names the person and the verb; ``None`` is the operator or nobody signed in."""
    with transaction.atomic(), pghistory.context(actor=actor.pk if actor else None, verb=verb):
        yield
