"""What the environment may say, and what it is told when it says something else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment
from config.databases import aliases

ROOT = Path(__file__).resolve().parents[2]
GIVEN = {
    "SECRET_KEY": "a-secret-of-the-test-that-is-long-enough-to-be-taken-for-one",
    "DATABASE_URL": "postgres://attest_app:one@db.example.org/attest",
    "PUBLIC_DATABASE_URL": "postgres://attest_public:two@replica.example.org/attest",
    "OWNER_DATABASE_URL": "postgres://attest_owner:three@db.example.org/attest",
}


@pytest.fixture(autouse=True)
def only_what_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("ATTEST_")]:
        monkeypatch.delenv(name)
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)


def read() -> environment.Environment:
    return environment.read(defaults={}, local=False)


def test_a_misspelt_name_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTEST_ALOWED_HOSTS", "example.org")
    with pytest.raises(ImproperlyConfigured, match="ATTEST_ALOWED_HOSTS, which Attest does not know"):
        read()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ATTEST_DEBUG", "yes"),
        ("ATTEST_LOG_FORMAT", "xml"),
        ("ATTEST_LOG_LEVEL", "debug"),
        ("ATTEST_MFA_REQUIRED_FROM", "everybody"),
        ("ATTEST_TRUSTED_PROXIES", "-1"),
        ("ATTEST_POOL_SIZE", "many"),
        ("ATTEST_BASE_URL", "record.example.org"),
        ("ATTEST_BASE_URL", "https://record.example.org/"),
        ("ATTEST_EMAIL_URL", "pigeon://coop"),
        ("DATABASE_URL", "sqlite:///attest.db"),
        ("PUBLIC_DATABASE_URL", "mysql://root@localhost/attest"),
    ],
)
def test_a_value_that_is_not_known_stops_the_start(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=name if "EMAIL" not in name else "pigeon"):
        read()


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "PUBLIC_DATABASE_URL"])
def test_what_is_needed_and_missing_is_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delenv(name)
    with pytest.raises(ImproperlyConfigured, match=f"{name} is not set"):
        read()


def test_a_socket_is_written_as_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://attest_app:one@//srv/a%20folder/socket/attest")
    found = read().database
    assert (found["HOST"], found["NAME"], found["USER"]) == ("/srv/a folder/socket", "attest", "attest_app")


@pytest.mark.parametrize(
    ("arguments", "user"),
    [
        (["manage.py", "migrate"], "attest_owner"),
        (["./manage.py", "makemigrations", "--check"], "attest_owner"),
        (["manage.py", "procrastinate", "worker"], "attest_app"),
        (["manage.py", "shell"], "attest_app"),
        (["gunicorn", "migrate"], "attest_app"),
        (["manage.py"], "attest_app"),
    ],
)
def test_only_what_changes_the_schema_logs_in_as_the_owner(arguments: list[str], user: str) -> None:
    found = aliases(read(), arguments)
    assert (found["default"]["USER"], found["public"]["USER"]) == (user, "attest_public")


@pytest.mark.parametrize(
    ("arguments", "keeps"),
    [(["/srv/.venv/bin/gunicorn"], True), (["/srv/gunicorn/__main__.py"], True), (["manage.py", "shell"], False)],
)
def test_only_a_web_process_keeps_connections(arguments: list[str], keeps: bool) -> None:  # noqa: FBT001
    found = aliases(read(), arguments)
    assert [("pool" in found[alias].get("OPTIONS", {})) for alias in ("default", "public")] == [keeps, keeps]


def start_in_production(**more: str) -> subprocess.CompletedProcess[str]:
    said = {**GIVEN, "ATTEST_ALLOWED_HOSTS": "record.example.org", "ATTEST_BASE_URL": "https://record.example.org"}
    return subprocess.run(
        [sys.executable, "-c", "import config.settings.production"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **said, **more},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_when_everything_is_said() -> None:
    assert start_in_production().stderr == ""


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"ATTEST_DEBUG": "true"}, "production never shows debugging pages"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is shorter than 50 characters"),
        ({"SECRET_KEY": "django-insecure-" + "x" * 50}, "looks like a development key"),
        ({"ATTEST_ALLOWED_HOSTS": ""}, "ATTEST_ALLOWED_HOSTS is empty"),
        ({"ATTEST_BASE_URL": "http://record.example.org"}, "must begin with https://"),
    ],
)
def test_production_refuses_to_start(said: dict[str, str], sentence: str) -> None:
    refused = start_in_production(**said)
    assert refused.returncode != 0
    assert sentence in refused.stderr
