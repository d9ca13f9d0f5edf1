"""Hand work to the worker, in the same transaction as the change that owes it."""

from procrastinate.contrib.django import app


def enqueue(task: str, **arguments: int | str) -> None:
    """Put a task of ``incidents.jobs`` into the queue: it is there exactly when the transaction is committed."""
    app.configure_task(task, allow_unknown=True).defer(**arguments)
