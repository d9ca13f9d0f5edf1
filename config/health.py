"""Two questions a machine asks about this process: does it run, and should it be sent people?"""

import functools

import structlog
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.checks import demonstration_people_remain

RETRY_AFTER = 10  # seconds
log = structlog.get_logger("attest.health")


class NotReadyError(Exception):
    """Why people should not be sent here yet. For the log: the answer itself says only that."""


@require_safe
@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    """Whether the process runs. It asks nothing of the database: restarting us would not mend that."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def readyz(_request: HttpRequest) -> HttpResponse:
    """Whether the site can serve people now: both database roles answer and the schema is the one of this code."""
    try:
        ask_both_roles()
        once_true_stays_true()
    except (DatabaseError, NotReadyError) as reason:
        log.warning("not ready", reason=type(reason).__name__, detail=str(reason) if is_ours(reason) else None)
        headers = {"Retry-After": str(RETRY_AFTER)}
        return HttpResponse("not ready\n", status=503, content_type="text/plain; charset=utf-8", headers=headers)
    return HttpResponse("ready\n", content_type="text/plain; charset=utf-8")


def is_ours(reason: Exception) -> bool:
    """A database's error text may quote a row; ours never does."""
    return isinstance(reason, NotReadyError)


def ask_both_roles() -> None:
    for alias in ("default", "public"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")


@functools.cache
def once_true_stays_true() -> None:
    """What a running process need not ask again. An exception is not remembered, so it is asked until it is true."""
    executor = MigrationExecutor(connections["default"])
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        message = f"{len(waiting)} migrations wait: run `manage.py migrate`."
        raise NotReadyError(message)
    if demonstration_people_remain():
        message = "The demonstration's people are in this database, and everybody knows their password."
        raise NotReadyError(message)
