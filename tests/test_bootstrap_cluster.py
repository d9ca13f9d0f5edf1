"""The private database of a checkout: where it is, who can reach it, and what it keeps to itself."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import environ
import psycopg
import pytest

from tests.bootstrap import Checkout, check_out


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checkout]:
    """A checkout with its database running."""
    one = check_out(tmp_path_factory.mktemp("checkout") / "attest")
    started = one.make("database")
    assert started.returncode == 0, started.stdout + started.stderr
    yield one
    ended = one.make("reset", FORCE="1")
    assert ended.returncode == 0, ended.stdout + ended.stderr


def login(checkout: Checkout, name: str = "DATABASE_URL") -> dict[str, Any]:
    lines = (checkout.folder / ".attest/local.env").read_text().splitlines()
    url = environ.Env.db_url_config(dict(line.split("=", 1) for line in lines)[name])
    return {"host": url["HOST"], "user": url["USER"], "password": url["PASSWORD"], "dbname": url["NAME"]}


def show(checkout: Checkout, setting: str, name: str = "DATABASE_URL") -> str:
    with psycopg.connect(**login(checkout, name)) as connection:
        row = connection.execute("SELECT current_setting(%s)", [setting]).fetchone()
    assert row is not None
    return str(row[0])


def test_the_database_has_no_network_port(checkout: Checkout) -> None:
    assert show(checkout, "listen_addresses") == ""


def test_the_database_checks_its_pages_and_waits_for_the_disk(checkout: Checkout) -> None:
    assert (show(checkout, "data_checksums"), show(checkout, "fsync")) == ("on", "on")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("log_statement", "none"),
        ("log_min_error_statement", "panic"),
        ("log_error_verbosity", "terse"),
        ("log_parameter_max_length", "0"),
        ("log_parameter_max_length_on_error", "0"),
        ("log_min_duration_statement", "-1"),
    ],
)
def test_the_log_of_the_database_holds_no_content(checkout: Checkout, setting: str, value: str) -> None:
    assert show(checkout, setting).removesuffix("B") == value


def test_a_wrong_password_is_refused(checkout: Checkout) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(**{**login(checkout), "password": "guessed"})


def test_each_role_has_its_limits(checkout: Checkout) -> None:
    assert show(checkout, "lock_timeout") == "2s"
    assert show(checkout, "statement_timeout", "PUBLIC_DATABASE_URL") == "3s"
    assert show(checkout, "default_transaction_read_only", "PUBLIC_DATABASE_URL") == "on"


def test_a_database_made_by_the_owner_has_the_extensions(checkout: Checkout) -> None:
    owner = login(checkout, "OWNER_DATABASE_URL")
    with psycopg.connect(**owner, autocommit=True) as connection:
        connection.execute("CREATE DATABASE test_extensions")
    with psycopg.connect(**{**owner, "dbname": "test_extensions"}) as connection:
        names = {row[0] for row in connection.execute("SELECT extname FROM pg_extension")}
    assert names >= {"postgis", "pg_trgm", "unaccent", "btree_gist"}


def test_only_the_owner_of_the_checkout_reads_its_secrets(checkout: Checkout) -> None:
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (checkout.folder / ".attest").glob("*.*")}
    assert modes == {"secrets.json": 0o600, "local.env": 0o600}


def test_every_password_is_another_one(checkout: Checkout) -> None:
    known = json.loads((checkout.folder / ".attest/secrets.json").read_text())
    assert len(set(known.values())) == len(known) == 6


def test_the_server_never_runs_as_root(checkout: Checkout) -> None:
    socket = Path(login(checkout)["host"])
    assert socket.stat().st_uid != 0
    assert socket.stat().st_uid == os.getuid() or os.getuid() == 0
    assert stat.S_IMODE(socket.stat().st_mode) == 0o700


def test_the_path_of_the_socket_is_one_that_linux_can_hold(tmp_path: Path) -> None:
    deep = check_out(tmp_path.joinpath(*["a-rather-long-name-of-a-folder"] * 4) / "attest")
    try:
        started = deep.make("database")
        assert started.returncode == 0, started.stdout + started.stderr
        assert len(login(deep)["host"]) < 100
        assert show(deep, "listen_addresses") == ""
    finally:
        deep.make("reset", FORCE="1")


def test_a_second_start_finds_everything_as_it_was(checkout: Checkout) -> None:
    before = (checkout.folder / ".attest/local.env").read_text()
    again = checkout.make("database")
    assert (again.returncode, again.stdout) == (0, "")
    assert (checkout.folder / ".attest/local.env").read_text() == before


def test_a_database_elsewhere_is_named_whole_or_not_at_all(checkout: Checkout) -> None:
    half = checkout.make("database", DATABASE_URL="postgres://attest_app@db.example.org/attest")
    assert half.returncode == 1
    assert "Set both DATABASE_URL and PUBLIC_DATABASE_URL, or neither." in half.stdout


def test_a_database_elsewhere_means_no_database_here(tmp_path: Path) -> None:
    one = check_out(tmp_path / "attest")
    elsewhere = "postgres://attest_app@db.example.org/attest"
    assert one.make("database", DATABASE_URL=elsewhere, PUBLIC_DATABASE_URL=elsewhere).returncode == 0
    assert not (one.folder / ".attest/postgres").exists()


def test_nothing_is_thrown_away_without_a_yes(checkout: Checkout) -> None:
    asked = checkout.make("reset")
    assert asked.returncode == 1
    assert "Nothing was deleted." in asked.stdout
    assert show(checkout, "listen_addresses") == ""


def test_help_lists_every_command(checkout: Checkout) -> None:
    listed = checkout.make("help").stdout
    makefile = (Path(__file__).resolve().parents[1] / "Makefile").read_text()
    for command in ("run", "stop", "reset", "demo", "synthetic", "shell", "test", "check", "format", "lock"):
        assert f"make {command} " in listed
        assert f" {command}" in makefile
