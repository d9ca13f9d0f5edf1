"""Where files are kept instead of in a folder: an object store that speaks S3, or any storage class."""

import importlib.util
import json
from pathlib import Path
from typing import Any, Final

import environ
from django.core.exceptions import ImproperlyConfigured

S3: Final = "s3"
S3_BACKEND: Final = "storages.backends.s3.S3Storage"
S3_OPTIONS: Final = {
    "BUCKET": "bucket_name",
    "ENDPOINT": "endpoint_url",
    "REGION": "region_name",
    "KEY_ID": "access_key",
    "KEY": "secret_key",
}
"""What django-storages calls the settings of a bucket, by the end of our variable. Keys left out are looked for where
every program of that service does: AWS_ACCESS_KEY_ID, the machine's own role."""


def storage(env: environ.Env, name: str, usual: Path) -> dict[str, Any]:
    """An entry of Django's STORAGES: a folder below ``usual``, a bucket, or whatever class the environment names.

    Raises:
        ImproperlyConfigured: what is said does not go together, or what it needs is not installed.
    """
    backend, options = env.str(f"{name}_STORAGE", ""), _json(env, f"{name}_OPTIONS")
    bucket = {option: env.str(f"{name}_{end}", "") for end, option in S3_OPTIONS.items()}
    bucket = {option: value for option, value in bucket.items() if value}
    if bucket and backend != S3:
        message = f"{name}_BUCKET and the like are for {name}_STORAGE={S3}, which is not set."
        raise ImproperlyConfigured(message)
    if options and not backend:
        message = f"{name}_OPTIONS must stand beside {name}_STORAGE."
        raise ImproperlyConfigured(message)
    if backend == S3:
        return {"BACKEND": S3_BACKEND, "OPTIONS": _of_s3(name, {**bucket, **options})}
    if backend:
        return {"BACKEND": backend, "OPTIONS": options}
    kept = {"location": usual / "kept", "base_url": None}
    return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": kept}


def _of_s3(name: str, options: dict[str, Any]) -> dict[str, Any]:
    """The options of a bucket; a file is put in place of one that a killed process left there."""
    if "bucket_name" not in options:
        message = f"{name}_BUCKET is not set, and {name}_STORAGE={S3} keeps files in a bucket."
        raise ImproperlyConfigured(message)
    if ("access_key" in options) != ("secret_key" in options):
        message = f"{name}_KEY_ID and {name}_KEY go together: set both or neither."
        raise ImproperlyConfigured(message)
    if not all(importlib.util.find_spec(package) for package in ("storages", "boto3")):
        message = f"{name}_STORAGE={S3} needs more packages. Install requirements/s3.txt in the place of base.txt."
        raise ImproperlyConfigured(message)
    return {"file_overwrite": True, "default_acl": None, **options}


def _json(env: environ.Env, name: str) -> dict[str, Any]:
    try:
        found = json.loads(env.str(name, "") or "{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        message = f"{name} must be a JSON object."
        raise ImproperlyConfigured(message)
    return found
