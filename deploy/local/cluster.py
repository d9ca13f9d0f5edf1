"""The private PostgreSQL cluster of one checkout: its own files, its own socket, no network port."""

import base64
import json
import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from deploy.local.account import Account, account
from deploy.local.commands import run, succeeds
from deploy.local.places import (
    DATABASE_SCRIPTS,
    LOCAL_ENVIRONMENT,
    MARK,
    SECRETS,
    STATE,
    make_state,
    write_secret,
)
from deploy.local.postgres import Installation, find
from deploy.local.progress import Failure, step

SUPERUSER = "attest_superuser"
DATABASE = "attest"
SOCKET_NAME = ".s.PGSQL.5432"
SHORT_SOCKET = Path(tempfile.gettempdir()) / f"attest-{MARK}"
SOCKET_LIMIT = 107  # bytes that Linux keeps for the path of a Unix socket
SETTINGS = """
# Written by deploy/local. Only this checkout uses the cluster, through its socket.
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
max_connections = 100
shared_buffers = '256MB'
maintenance_work_mem = '256MB'
max_wal_size = '2GB'
random_page_cost = 1.1
jit = off

# Logs hold no content: no parameters, no statements, no rows quoted by an error.
log_statement = 'none'
log_min_duration_statement = -1
log_min_error_statement = 'panic'
log_error_verbosity = 'terse'
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
"""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster's folder and who runs it. The files need not exist yet."""

    installation: Installation
    account: Account
    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def socket(self) -> Path:
        """The socket's folder: inside the cluster, or a short one of this checkout's own where that is too long."""
        inside = self.folder / "socket"
        if len(bytes(inside / SOCKET_NAME)) <= SOCKET_LIMIT:
            return inside
        return SHORT_SOCKET

    def command(self, name: str, *words: str | Path) -> list[str]:
        return [*self.account.prefix, self.installation.program(name), *map(str, words)]

    def exists(self) -> bool:
        return (self.data / "PG_VERSION").exists()

    def is_running(self) -> bool:
        return self.exists() and succeeds(self.command("pg_ctl", "status", "-D", self.data), env=self.installation.env)


def folder_for(owner: Account) -> Path:
    """Where the cluster is: in the checkout, or in /var/lib when the user who runs it cannot reach the checkout."""
    make_state()
    if owner.can_enter(STATE):
        return STATE / "postgres"
    return Path("/var/lib") / f"attest-{MARK}"


def cluster(installation: Installation) -> Cluster:
    owner = account()
    return Cluster(installation, owner, folder_for(owner))


def existing() -> Cluster | None:
    """This checkout's cluster with the version of PostgreSQL that made it; None when there is no cluster."""
    folder = folder_for(account())
    mark = folder / "data" / "PG_VERSION"
    if not mark.exists():
        return None
    version = int(mark.read_text())
    installation = find(version)
    if installation is None:
        message = (
            f"The database in {folder} was made by PostgreSQL {version}, which is not installed any more. "
            "Install it with PostGIS, or throw the data away with `make reset`."
        )
        raise Failure(message)
    return cluster(installation)


def passwords() -> dict[str, str]:
    """The secrets of this checkout, made at random once: of the superuser, the three roles, Django and checkpoints."""
    names = ("superuser", "owner", "app", "public", "secret_key")
    fresh = {name: secrets.token_urlsafe(48) for name in names}
    fresh["checkpoint_key"] = base64.b64encode(secrets.token_bytes(32)).decode()
    known: dict[str, str] = json.loads(SECRETS.read_text()) if SECRETS.exists() else {}
    if not fresh.keys() <= known.keys():
        make_state()
        known = fresh | known
        write_secret(SECRETS, json.dumps(known, indent=2))
    return known


def start(one: Cluster) -> bool:
    """Start the cluster, made first when need be, and bring its roles up to date. False when it was running."""
    if not one.exists():
        with step(f"Making a private PostgreSQL {one.installation.version} cluster in {one.folder}"):
            create(one)
    one.account.own_folder(one.socket)
    running = one.is_running()
    if not running:
        with step("Starting the database"):
            write_settings(one)
            run(
                one.command("pg_ctl", "start", "--wait", "--timeout=60", "-D", one.data, "-l", one.log),
                log="postgres-start",
                advice=f"The database does not start; {one.log} says why.",
                env=one.installation.env,
                folder=Path("/"),
            )
    prepare(one)
    write_local_environment(one)
    return not running


def stop(one: Cluster) -> bool:
    """Stop the cluster. False when it was not running."""
    if not one.is_running():
        return False
    with step("Stopping the database"):
        run(
            one.command("pg_ctl", "stop", "--wait", "--mode=fast", "-D", one.data),
            log="postgres-stop",
            advice=f"The database does not stop; {one.log} says why.",
            env=one.installation.env,
            folder=Path("/"),
        )
    return True


def remove() -> None:
    """Delete the cluster of this checkout, wherever it is. It must be stopped."""
    folder = folder_for(account())
    for place in (folder, SHORT_SOCKET):
        if place.exists():
            shutil.rmtree(place)


def create(one: Cluster) -> None:
    """Run initdb as the cluster's user. The superuser's password goes by a file that exists for that long."""
    one.account.own_folder(one.folder)
    password_file = one.folder / "superuser.password"
    write_secret(password_file, passwords()["superuser"])
    os.chown(password_file, one.account.user, one.account.group)
    try:
        run(
            one.command(
                "initdb",
                *("--username", SUPERUSER, "--pwfile", password_file, "--pgdata", one.data),
                *("--auth-local=scram-sha-256", "--auth-host=reject", "--data-checksums"),
                *("--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"),
            ),
            log="initdb",
            advice=f"The database could not be made. Free some disk space or remove {one.folder}, then start again.",
            env=one.installation.env,
            folder=Path("/"),
        )
    finally:
        password_file.unlink()


def write_settings(one: Cluster) -> None:
    """Put our settings after those that initdb wrote: the later word counts."""
    path = one.data / "postgresql.auto.conf"
    path.write_text(SETTINGS.format(socket=one.socket))


def prepare(one: Cluster) -> None:
    """Bring roles, extensions and the database to what ``deploy/database`` says."""
    known = passwords()
    roles = "".join(f"\\set {name}_password '{known[name]}'\n" for name in ("owner", "app", "public"))
    sql(one, "postgres", roles + script("roles"))
    sql(one, "template1", script("extensions"))
    sql(one, "postgres", script("database"))
    sql(one, DATABASE, script("extensions"))


def script(name: str) -> str:
    return (DATABASE_SCRIPTS / f"{name}.sql").read_text()


def sql(one: Cluster, database: str, text: str) -> None:
    """Run a script as the superuser. It goes by standard input: a password is in no process list."""
    run(
        [one.installation.program("psql"), "-X", "--quiet", "--host", one.socket, "--username", SUPERUSER, database],
        log="sql",
        advice="The database could not be prepared. `make reset` starts again from nothing.",
        env={**one.installation.env, "PGPASSWORD": passwords()["superuser"]},
        text=text,
    )


def write_local_environment(one: Cluster) -> None:
    """Say in ``.attest/local.env`` how Django reaches the cluster, for this run and for ``manage.py`` by hand."""
    known = passwords()
    place = quote(str(one.socket))
    urls = {
        "OWNER_DATABASE_URL": f"postgres://attest_owner:{known['owner']}@/{place}/{DATABASE}",
        "DATABASE_URL": f"postgres://attest_app:{known['app']}@/{place}/{DATABASE}",
        "PUBLIC_DATABASE_URL": f"postgres://attest_public:{known['public']}@/{place}/{DATABASE}",
        "SECRET_KEY": known["secret_key"],
        "ATTEST_CHECKPOINT_KEY": known["checkpoint_key"],
    }
    write_secret(LOCAL_ENVIRONMENT, "".join(f"{name}={value}\n" for name, value in urls.items()))
