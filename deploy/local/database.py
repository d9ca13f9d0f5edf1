"""The database that a command works on: this checkout's private cluster, or the one that the environment names."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from deploy.local import cluster
from deploy.local.packages import DebianPackages
from deploy.local.places import SECRETS
from deploy.local.postgres import Installation, find
from deploy.local.progress import Failure

NO_POSTGRES = (
    "There is no PostgreSQL 15 or later with PostGIS, and it could not be installed. "
    "Install postgresql-15-postgis-3 yourself, or set DATABASE_URL and PUBLIC_DATABASE_URL."
)
NAMES = ("DATABASE_URL", "PUBLIC_DATABASE_URL")


def is_elsewhere() -> bool:
    """Whether the environment names the database. Half an answer is refused: the other half would be a guess."""
    given = [name for name in NAMES if os.environ.get(name)]
    if len(given) == 1:
        message = f"{given[0]} is set and the other is not. Set both {' and '.join(NAMES)}, or neither."
        raise Failure(message)
    return bool(given)


def installation() -> Installation:
    """A PostgreSQL with PostGIS, brought here when there is none."""
    found = find()
    if found is None:
        packages = DebianPackages()
        if not packages.usable:
            raise Failure(NO_POSTGRES)
        packages.provide(packages.newest_postgis(), why=NO_POSTGRES)
        found = find()
    if found is None:
        raise Failure(NO_POSTGRES)
    return found


def start() -> bool:
    """Have the database ready. True when this call started it, and so should stop it."""
    if is_elsewhere():
        os.environ.setdefault("SECRET_KEY", cluster.passwords()["secret_key"])
        os.environ.setdefault("ATTEST_CHECKPOINT_KEY", cluster.passwords()["checkpoint_key"])
        return False
    return cluster.start(cluster.existing() or cluster.cluster(installation()))


def stop() -> bool:
    """Stop the private cluster. False when there is none, or it was not running."""
    one = cluster.existing() if SECRETS.exists() else None
    return one is not None and cluster.stop(one)


@contextmanager
def running() -> Iterator[None]:
    """The database for the length of a command, left as it was found."""
    started = start()
    try:
        yield
    finally:
        if started:
            stop()
