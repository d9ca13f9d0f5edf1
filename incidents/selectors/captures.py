"""Captured files: where they lie, what is in them, and whether they still are what was captured."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from incidents.models import Capture, PublishedIncident


class DamagedCaptureError(Exception):
    """A captured file is missing, or is no longer what its hash says; the sentence names it."""


@dataclass(frozen=True, slots=True)
class CaptureProblem:
    """One captured file that is not what it was, and the sentence that says so."""

    sha256: str
    sentence: str


def stored_name(sha256: str) -> str:
    """The name of a file in the store, below its root: its SHA-256, in a folder of the first two digits."""
    return f"{sha256[:2]}/{sha256}"


def stored_path(sha256: str) -> Path:
    """Where a file of this SHA-256 lies, or would."""
    return Path(settings.ATTEST_CAPTURES_ROOT) / stored_name(sha256)


def read_capture(capture: Capture) -> bytes:
    """The bytes of a snapshot, checked against its SHA-256.

    Raises:
        DamagedCaptureError: they are missing or others than were captured.
    """
    if not capture.file:
        return _checked(capture.text.encode(), capture.sha256)
    try:
        data = stored_path(capture.sha256).read_bytes()
    except OSError as error:
        sentence = _("The captured file %(sha256)s is missing from the store.")
        raise DamagedCaptureError(sentence % {"sha256": capture.sha256}) from error
    return _checked(data, capture.sha256)


def damaged_captures() -> Iterator[CaptureProblem]:
    """Every snapshot that is missing or changed, and every published document that pins one which is not there.

    Reads each stored file once, through the application's role.
    """
    read: set[tuple[str, bool]] = set()
    for capture in Capture.objects.order_by("sha256", "pk").iterator(chunk_size=20):
        what = capture.sha256, bool(capture.file)
        if what in read and capture.file:
            continue
        read.add(what)
        try:
            read_capture(capture)
        except DamagedCaptureError as error:
            yield CaptureProblem(capture.sha256, str(error))
    yield from _unkept({sha256 for sha256, _stored in read})


def _unkept(kept: set[str]) -> Iterator[CaptureProblem]:
    """What current published documents list as captured and nothing here holds."""
    current = PublishedIncident.objects.current().select_related("version").order_by("public_id")
    words = _("%(id)s, version %(number)s, lists the captured file %(sha256)s, and the desk has no snapshot of it.")
    for row in current.iterator(chunk_size=100):
        for sha256 in _pinned(row.version.content):
            if sha256 not in kept:
                named = {"id": row.public_id, "number": row.version.number, "sha256": sha256}
                yield CaptureProblem(sha256, words % named)


def _pinned(content: Any) -> list[str]:
    """The captured files that a public document lists; none where it is no such document: the log's check says so."""
    try:
        return [capture["sha256"] for source in content.get("sources", []) for capture in source.get("captures", [])]
    except (AttributeError, LookupError, TypeError):
        return []


def _checked(data: bytes, sha256: str) -> bytes:
    if hashlib.sha256(data).hexdigest() != sha256:
        sentence = _("The captured file %(sha256)s is not what was captured: its content has changed.")
        raise DamagedCaptureError(sentence % {"sha256": sha256})
    return data
