"""What the environment may say, and what it is told when it says something else."""

import importlib.util
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
SEED = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
VERIFIER = "record.example.org/record+9a8761c4+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
OF_ANOTHER = "record.example.org/record+8cab07b2+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"


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
        ("ATTEST_RELEASES_OPTIONS", '{"bucket_name": "no storage is named"}'),
        ("ATTEST_SEALING_KEY", "not a key"),
        ("ATTEST_UPLOAD_MEGABYTES", "much"),
        ("ATTEST_BASE_URL", "record.example.org"),
        ("ATTEST_BASE_URL", "https://record.example.org/"),
        ("ATTEST_CHECKPOINT_KEY", "c2hvcnQ="),
        ("ATTEST_CHECKPOINT_KEY", "/no/such/file"),
        ("ATTEST_CHECKPOINT_VERIFIERS", "record.example.org/record"),
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


def test_releases_are_kept_in_a_folder_or_in_whatever_storage_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTEST_RELEASES_ROOT", "/srv/releases")
    assert read().releases_storage["OPTIONS"]["location"] == Path("/srv/releases/kept")
    monkeypatch.setenv("ATTEST_RELEASES_STORAGE", "storages.backends.s3.S3Storage")
    monkeypatch.setenv("ATTEST_RELEASES_OPTIONS", '{"bucket_name": "attest"}')
    named = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {"bucket_name": "attest"}}
    assert read().releases_storage == named


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"STORAGE": "s3"}, "ATTEST_RELEASES_BUCKET is not set"),
        ({"BUCKET": "attest"}, "for ATTEST_RELEASES_STORAGE=s3, which is not set"),
        ({"STORAGE": "s3", "BUCKET": "attest", "KEY_ID": "a"}, "go together: set both or neither"),
        ({"OPTIONS": '{"location": "attest"}'}, "must stand beside ATTEST_RELEASES_STORAGE"),
        ({"STORAGE": "s3", "OPTIONS": "attest"}, "must be a JSON object"),
    ],
)
def test_what_a_bucket_needs_and_lacks_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], told: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"ATTEST_RELEASES_{name}", value)
    with pytest.raises(ImproperlyConfigured, match=told):
        read()


@pytest.mark.skipif(importlib.util.find_spec("storages") is not None, reason="The packages for S3 are installed")
def test_a_bucket_without_the_packages_for_it_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTEST_RELEASES_STORAGE", "s3")
    monkeypatch.setenv("ATTEST_RELEASES_BUCKET", "attest")
    with pytest.raises(ImproperlyConfigured, match=r"Install requirements/s3\.txt"):
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


def test_the_log_is_named_by_its_published_key_and_else_by_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTEST_CHECKPOINT_KEY", SEED)
    monkeypatch.setenv("ATTEST_BASE_URL", "https://elsewhere.example.org")
    assert [key.name for key in read().checkpoint_verifiers] == ["elsewhere.example.org/record"]
    monkeypatch.setenv("ATTEST_CHECKPOINT_VERIFIERS", f"{VERIFIER}, {OF_ANOTHER}")
    assert [str(key) for key in read().checkpoint_verifiers] == [VERIFIER, OF_ANOTHER]


def test_a_checkpoint_key_may_be_in_a_file_and_is_never_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "checkpoint.key"
    file.write_text(f"{SEED}\n")
    monkeypatch.setenv("ATTEST_CHECKPOINT_KEY", str(file))
    monkeypatch.setenv("ATTEST_CHECKPOINT_VERIFIERS", VERIFIER)
    found = read()
    assert found.checkpoint_key
    assert found.checkpoint_key.seed == bytes(range(32))
    assert SEED not in repr(found)
    assert repr(bytes(range(32))) not in repr(found)


def test_a_checkpoint_key_that_does_not_fit_the_published_one_is_refused_unquoted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ATTEST_CHECKPOINT_KEY", SEED)
    monkeypatch.setenv("ATTEST_CHECKPOINT_VERIFIERS", OF_ANOTHER)
    with pytest.raises(ImproperlyConfigured, match="does not fit the first key") as refusal:
        read()
    assert SEED not in str(refusal.value)


def start_in_production(**more: str) -> subprocess.CompletedProcess[str]:
    said = {
        **GIVEN,
        "ATTEST_ALLOWED_HOSTS": "record.example.org",
        "ATTEST_BASE_URL": "https://record.example.org",
        "ATTEST_CHECKPOINT_KEY": SEED,
        "ATTEST_CHECKPOINT_VERIFIERS": VERIFIER,
    }
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
        ({"ATTEST_CHECKPOINT_KEY": ""}, "ATTEST_CHECKPOINT_KEY and ATTEST_CHECKPOINT_VERIFIERS must both be set"),
        ({"ATTEST_CHECKPOINT_VERIFIERS": OF_ANOTHER}, "does not fit the first key"),
    ],
)
def test_production_refuses_to_start(said: dict[str, str], sentence: str) -> None:
    refused = start_in_production(**said)
    assert refused.returncode != 0
    assert sentence in refused.stderr
