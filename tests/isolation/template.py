"""One migrated database, made once for each set of migrations, from which every test run copies its own.

Migrating takes half a minute, copying half a second; and two runs on one machine never meet in the same database.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "attest_template_"
LOCK = 5_520_117
"""Advisory lock held while a template is made: of two runs that need it, one waits for the other."""


def prepared_template(settings: dict[str, Any]) -> str:
    """The name of a migrated database that nobody is connected to, made now if it is missing.

    ``settings`` are Django's, of an alias that logs in as the owner.
    """
    name = PREFIX + fingerprint()
    with psycopg.connect(**login(settings), autocommit=True) as connection:
        connection.execute("SET lock_timeout = 0")  # the other run may need a minute
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        known = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
        if name not in known:
            for stale in (other for other in known if other.startswith(PREFIX)):
                connection.execute(f'DROP DATABASE IF EXISTS "{stale}"')
            half_made = f"{PREFIX}in_the_making"
            connection.execute(f'CREATE DATABASE "{half_made}"')
            migrate(settings, half_made)
            connection.execute(f'ALTER DATABASE "{half_made}" RENAME TO "{name}"')
    return name


def fingerprint() -> str:
    """Changes whenever a migration, the migrate command or a pinned library does."""
    digest = hashlib.sha256()
    sources = [*ROOT.glob("*/migrations/*"), ROOT / "incidents/management/grants.py", *ROOT.glob("requirements/*.txt")]
    for path in sorted(path for path in sources if path.is_file()):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def migrate(settings: dict[str, Any], name: str) -> None:
    """Run the real migrate command on a database, as the owner and in a process of its own."""
    host = str(settings["HOST"])
    where = f"/{host}" if host.startswith("/") else host
    user, password = quote(settings["USER"], safe=""), quote(settings["PASSWORD"], safe="")
    port = f":{settings['PORT']}" if settings["PORT"] else ""
    address = f"postgres://{user}:{password}@{where}{port}/{name}"
    environment = {**os.environ, "OWNER_DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    command = [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity", "0"]
    subprocess.run(command, env=environment, cwd=ROOT, check=True)


def login(settings: dict[str, Any]) -> dict[str, Any]:
    """The connection parameters of an alias, for a database that is always there."""
    return {
        "host": settings["HOST"],
        "port": settings["PORT"] or None,
        "user": settings["USER"],
        "password": settings["PASSWORD"],
        "dbname": settings["NAME"],
    }
