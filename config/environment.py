"""What the environment may say to Attest, read and checked once.

Every variable of our own begins with ``ATTEST_``; the others are the names that hosting platforms use. A name or a
value that is not known stops the program at its start with a sentence that names it: a misspelt setting that is
silently ignored is how a record leaks.

``make run`` writes the variables of its private database to ``.attest/local.env``; the development and test settings
read that file for whatever the environment itself does not say. Production reads the environment only.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from config.checkpoint_keys import signing_key, verifier_keys
from config.object_storage import storage
from incidents.rules.notes import SigningKey, VerifierKey

ROOT = Path(__file__).resolve().parents[1]
LOCAL_FILE = ROOT / ".attest" / "local.env"
LOG_FORMATS = ("json", "console")
LOG_LEVELS = ("INFO", "DEBUG", "WARNING", "ERROR")
ROLES = ("contributor", "editor", "reviewer", "publisher", "senior", "administrator", "nobody")

OURS: dict[str, str] = {
    "ATTEST_ALLOWED_HOSTS": "Host names that the site answers to, separated by commas.",
    "ATTEST_BASE_URL": "The address the public sees, such as https://record.example.org, without a final slash.",
    "ATTEST_CAPTURES_ROOT": "The folder that keeps captured files. Back it up with the database; serve it to nobody.",
    "ATTEST_CHECKPOINT_KEY": "What signs the checkpoints of the record: 32 random bytes in base64, or their file.",
    "ATTEST_CHECKPOINT_VERIFIERS": "The published verifier keys, with commas between: the one in use, then older ones.",
    "ATTEST_COLUMNS_FROM": "From how many versions on each web process holds the record's columns; 0 is never.",
    "ATTEST_DEBUG": "Development only: true shows Django's debugging pages.",
    "ATTEST_DOWNLOADS_ROOT": "The folder that keeps large files ordered by readers, for a week. No need to back it up.",
    "ATTEST_EMAIL_FROM": "The sender of the mail that the project sends.",
    "ATTEST_EMAIL_URL": "Where mail goes, such as smtp+tls://user:password@host:587 or consolemail://.",
    "ATTEST_FETCHING": "true lets the worker fetch pages and feeds by address: their sites then see that we look.",
    "ATTEST_LIMITS_ROOT": "The folder in which the web processes of one machine count requests. Not to back up.",
    "ATTEST_LOG_FORMAT": f"One of {', '.join(LOG_FORMATS)}.",
    "ATTEST_LOG_LEVEL": f"One of {', '.join(LOG_LEVELS)}.",
    "ATTEST_MFA_REQUIRED_FROM": f"The lowest role that must sign in with a second factor: {', '.join(ROLES)}.",
    "ATTEST_POOL_SIZE": "Database connections that one web process keeps for each alias.",
    "ATTEST_RELEASES_BUCKET": "The bucket that keeps releases, where ATTEST_RELEASES_STORAGE is s3.",
    "ATTEST_RELEASES_ENDPOINT": "The address of its service; without it, Amazon's.",
    "ATTEST_RELEASES_KEY": "The secret of the key for it; without one, AWS_SECRET_ACCESS_KEY or the machine's role.",
    "ATTEST_RELEASES_KEY_ID": "The id of that key.",
    "ATTEST_RELEASES_OPTIONS": "What the storage takes besides, as a JSON object.",
    "ATTEST_RELEASES_REGION": "The region of the bucket.",
    "ATTEST_RELEASES_ROOT": "The folder in which releases are made and, without another storage, kept. Back it up.",
    "ATTEST_RELEASES_STORAGE": "s3 keeps them in a bucket instead; any storage class of Django's may stand here too.",
    "ATTEST_SEALING_KEY": "The public key that names are sealed to, as `manage.py sealing_key` prints it.",
    "ATTEST_STATIC_ROOT": "The folder that collectstatic fills and the web process serves.",
    "ATTEST_TRUSTED_PROXIES": "How many proxies stand in front of the web process.",
    "ATTEST_UPLOAD_MEGABYTES": "How large an uploaded file may be.",
    "ATTEST_WEBHOOKS": "true lets the worker send what is published to the addresses that people of the desk gave.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Environment:
    """The environment's word on every setting, typed."""

    secret_key: str
    secret_key_fallbacks: list[str]
    database: dict[str, Any]
    public_database: dict[str, Any]
    owner_database: dict[str, Any] | None
    allowed_hosts: list[str]
    base_url: str
    checkpoint_key: SigningKey | None
    checkpoint_verifiers: list[VerifierKey]
    debug: bool
    fetching: bool
    email: dict[str, Any]
    email_from: str
    limits_root: Path
    log_format: str
    log_level: str
    mfa_required_from: str
    pool_size: int
    static_root: Path
    captures_root: Path
    columns_from: int
    downloads_root: Path
    releases_root: Path
    releases_storage: dict[str, Any]
    sealing_key: bytes
    upload_megabytes: int
    trusted_proxies: int
    webhooks: bool


def read(*, defaults: Mapping[str, str], local: bool) -> Environment:
    """Read the process environment over ``defaults``; ``local`` lets ``.attest/local.env`` fill what is missing."""
    if local and LOCAL_FILE.is_file():
        environ.Env.read_env(LOCAL_FILE)
    refuse_unknown_names(os.environ)
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    try:
        return understood(environ.Env())
    except environ.ImproperlyConfigured as error:
        raise ImproperlyConfigured(str(error)) from error


def understood(env: environ.Env) -> Environment:
    """Every setting as the environment has it, or its default."""
    base_url = address(env, "ATTEST_BASE_URL")
    verifiers = verifier_keys(env.str("ATTEST_CHECKPOINT_VERIFIERS", ""))
    key = signing_key(env.str("ATTEST_CHECKPOINT_KEY", ""), verifiers, base_url)
    releases = folder(env, "ATTEST_RELEASES_ROOT", ROOT / ".attest" / "releases")
    return Environment(
        secret_key=required(env, "SECRET_KEY"),
        secret_key_fallbacks=env.list("SECRET_KEY_FALLBACKS", default=[]),
        database=database(env, "DATABASE_URL"),
        public_database=database(env, "PUBLIC_DATABASE_URL"),
        owner_database=database(env, "OWNER_DATABASE_URL") if env.str("OWNER_DATABASE_URL", "") else None,
        allowed_hosts=env.list("ATTEST_ALLOWED_HOSTS", default=[]),
        base_url=base_url,
        checkpoint_key=key,
        checkpoint_verifiers=verifiers or ([key.verifier] if key else []),
        debug=truth(env, "ATTEST_DEBUG"),
        fetching=truth(env, "ATTEST_FETCHING"),
        email=env.email_url_config(env.str("ATTEST_EMAIL_URL", "consolemail://")),
        email_from=env.str("ATTEST_EMAIL_FROM", "attest@localhost"),
        limits_root=folder(env, "ATTEST_LIMITS_ROOT", ROOT / ".attest" / "limits"),
        log_format=one_of(env, "ATTEST_LOG_FORMAT", LOG_FORMATS),
        log_level=one_of(env, "ATTEST_LOG_LEVEL", LOG_LEVELS),
        mfa_required_from=one_of(env, "ATTEST_MFA_REQUIRED_FROM", ROLES),
        pool_size=number(env, "ATTEST_POOL_SIZE", 4),
        static_root=folder(env, "ATTEST_STATIC_ROOT", ROOT / "staticfiles"),
        columns_from=number(env, "ATTEST_COLUMNS_FROM", 10_000),
        captures_root=folder(env, "ATTEST_CAPTURES_ROOT", ROOT / ".attest" / "captures"),
        downloads_root=folder(env, "ATTEST_DOWNLOADS_ROOT", ROOT / ".attest" / "downloads"),
        releases_root=releases,
        releases_storage=storage(env, "ATTEST_RELEASES", releases),
        sealing_key=public_key(env, "ATTEST_SEALING_KEY"),
        upload_megabytes=number(env, "ATTEST_UPLOAD_MEGABYTES", 25),
        trusted_proxies=number(env, "ATTEST_TRUSTED_PROXIES", 0),
        webhooks=truth(env, "ATTEST_WEBHOOKS"),
    )


def refuse_unknown_names(names: Mapping[str, str]) -> None:
    """Stop when the environment holds an ``ATTEST_`` variable that nobody reads."""
    unknown = sorted(name for name in names if name.startswith("ATTEST_") and name not in OURS)
    if unknown:
        message = f"The environment sets {', '.join(unknown)}, which Attest does not know. It knows: {', '.join(OURS)}."
        raise ImproperlyConfigured(message)


def required(env: environ.Env, name: str) -> str:
    value: str = env.str(name, "")
    if not value:
        message = f"{name} is not set. `make run` sets it for this checkout; elsewhere the environment must."
        raise ImproperlyConfigured(message)
    return value


def database(env: environ.Env, name: str) -> dict[str, Any]:
    """A PostGIS database from its URL, with sockets written as ``postgres://user:password@//folder/name``."""
    settings: dict[str, Any] = env.db_url_config(required(env, name))
    if not str(settings.get("ENGINE", "")).startswith(("django.db.backends.postgresql", "django.contrib.gis")):
        message = f"{name} must name a PostgreSQL database: postgres://user:password@host:5432/name."
        raise ImproperlyConfigured(message)
    return {**settings, "ENGINE": "django.contrib.gis.db.backends.postgis"}


def one_of(env: environ.Env, name: str, allowed: tuple[str, ...]) -> str:
    value: str = env.str(name, allowed[0])
    if value not in allowed:
        message = f"{name} is {value!r}, and must be one of: {', '.join(allowed)}."
        raise ImproperlyConfigured(message)
    return value


def folder(env: environ.Env, name: str, default: Path) -> Path:
    return Path(env.str(name, str(default)))


def truth(env: environ.Env, name: str) -> bool:
    """Only ``true`` and ``false`` are answers: anything else would quietly mean false."""
    return one_of(env, name, ("false", "true")) == "true"


def number(env: environ.Env, name: str, default: int) -> int:
    value: str = env.str(name, str(default))
    if not value.isdecimal():
        message = f"{name} is {value!r}, and must be a whole number."
        raise ImproperlyConfigured(message)
    return int(value)


def public_key(env: environ.Env, name: str) -> bytes:
    """An X25519 public key in hexadecimal digits; empty where there is none."""
    value: str = env.str(name, "")
    if value and not re.fullmatch(r"[0-9a-f]{64}", value):
        message = f"{name} must be the 64 hexadecimal digits that `manage.py sealing_key` prints."
        raise ImproperlyConfigured(message)
    return bytes.fromhex(value)


def address(env: environ.Env, name: str) -> str:
    value: str = env.str(name, "http://127.0.0.1:8000")
    if not value.startswith(("http://", "https://")) or value.endswith("/"):
        message = f"{name} is {value!r}, and must be a web address without a final slash."
        raise ImproperlyConfigured(message)
    return value
