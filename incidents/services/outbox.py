"""Hand work to the worker, in the same transaction as the change that owes it."""

from datetime import datetime

from procrastinate.contrib.django import app


def enqueue(task: str, *, not_before: datetime | None = None, **arguments: int | str) -> None:
    """Put a task of ``incidents.jobs`` into the queue: it is there exactly when the transaction is committed."""
    app.configure_task(task, allow_unknown=True, schedule_at=not_before).defer(**arguments)
