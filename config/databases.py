"""Which database role a process logs in as.

Three roles share one database. The *application* (alias ``default``) changes rows but owns nothing, so it can neither
alter a table nor switch off a trigger. The *public* role (alias ``public``) may only read the published record. The
*owner* holds the schema, and is used by nobody but the management commands in :data:`SCHEMA_COMMANDS`; a web or worker
process therefore never holds the owner's password in use.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from config.environment import Environment

WAIT = 4  # seconds
SCHEMA_COMMANDS = frozenset({"makemigrations", "migrate", "pgtrigger", "sqlmigrate"})


def changes_the_schema(arguments: Sequence[str]) -> bool:
    """True for ``manage.py migrate`` and the few other commands that must own the tables."""
    return len(arguments) > 1 and Path(arguments[0]).name == "manage.py" and arguments[1] in SCHEMA_COMMANDS


def aliases(environment: Environment, arguments: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Django's ``DATABASES`` for a process that was started with ``arguments``."""
    default = environment.database
    if environment.owner_database and changes_the_schema(arguments):
        default = environment.owner_database
    databases = {"default": default, "public": environment.public_database}
    if is_web(arguments):
        return {alias: pooled(database, environment.pool_size) for alias, database in databases.items()}
    return databases


def is_web(arguments: Sequence[str]) -> bool:
    """Whether this is a process that answers requests, and not a command that ends."""
    return "gunicorn" in Path(arguments[0]).parts or Path(arguments[0]).name == "gunicorn"


def pooled(database: dict[str, Any], size: int) -> dict[str, Any]:
    """Keep up to ``size`` connections open between requests; who waits too long for one is told to come back."""
    options = {**database.get("OPTIONS", {}), "pool": {"min_size": 1, "max_size": size, "timeout": WAIT}}
    return {**database, "OPTIONS": options}
