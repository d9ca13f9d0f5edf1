"""One question to the record: what is kept is asked for by its ETag, and a record that is busy is waited for."""

import hashlib
import http.client
import json
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attest_client.errors import AttestError, GoneError, RefusedError, UnavailableError

ERRORS: dict[int, type[AttestError]] = {
    HTTPStatus.BAD_REQUEST: RefusedError,
    HTTPStatus.GONE: GoneError,
    HTTPStatus.TOO_MANY_REQUESTS: UnavailableError,
    HTTPStatus.SERVICE_UNAVAILABLE: UnavailableError,
}
PATIENCE = 3
"""Times that a busy record is asked again."""

LONGEST_WAIT = 120
"""Seconds. A record that asks for more is left alone."""

AGENT = "attest-client/0.1 (Python)"


class Asking:
    """Asks the addresses of one record. ``cache`` is a folder, made where it is missing."""

    def __init__(self, cache: str | Path | None = None, *, seconds: float = 60) -> None:
        self.folder = Path(cache) if cache else None
        self.seconds = seconds
        if self.folder:
            self.folder.mkdir(parents=True, exist_ok=True)

    def get(self, address: str) -> Any:
        """The JSON at an address.

        Raises:
            AttestError: it answers with an error, or with nothing.
        """
        if urlsplit(address).scheme not in {"http", "https"}:
            message = f"Not a web address: {address}"
            raise ValueError(message)
        held = self._held(address)
        headers = {"Accept": "application/json, application/geo+json", "User-Agent": AGENT}
        if held:
            headers["If-None-Match"] = held["etag"]
        for attempt in range(PATIENCE + 1):
            try:
                return self._kept(address, *answer_of(address, headers, self.seconds))
            except urllib.error.HTTPError as error:
                if error.code == HTTPStatus.NOT_MODIFIED and held:
                    return held["body"]
                wait = waiting(error)
                if attempt == PATIENCE or wait is None:
                    raise problem(error) from error
                time.sleep(wait)
        raise AssertionError

    def _path(self, address: str) -> Path | None:
        return self.folder / f"{hashlib.sha256(address.encode()).hexdigest()}.json" if self.folder else None

    def _held(self, address: str) -> dict[str, Any] | None:
        path = self._path(address)
        try:
            found = json.loads(path.read_text()) if path else None
        except (OSError, ValueError):
            return None
        return found if found and found.get("address") == address else None

    def _kept(self, address: str, etag: str | None, body: Any) -> Any:
        path = self._path(address)
        if path and etag:
            half = path.with_suffix(".part")
            half.write_text(json.dumps({"address": address, "etag": etag, "body": body}))
            half.replace(path)
        return body


def answer_of(address: str, headers: dict[str, str], seconds: float) -> tuple[str | None, Any]:
    """The ETag and the JSON of an answer.

    Raises:
        urllib.error.HTTPError: it is an error.
        UnavailableError: there is none, it breaks off, or it is no JSON.
    """
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 (``get`` looked at the scheme)
    try:
        with urllib.request.urlopen(request, timeout=seconds) as answer:  # noqa: S310
            return answer.headers.get("ETag"), json.load(answer)
    except urllib.error.HTTPError:
        raise
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise UnavailableError(0, {"detail": f"No whole answer from {address}: {reason}"}) from error


def waiting(error: urllib.error.HTTPError) -> float | None:
    """Seconds after which to ask again; None where that is no use."""
    if ERRORS.get(error.code) is not UnavailableError:
        return None
    text = error.headers.get("Retry-After", "")
    seconds = int(text) if text.isdecimal() else None
    return seconds if seconds is not None and seconds <= LONGEST_WAIT else None


def problem(error: urllib.error.HTTPError) -> AttestError:
    """The error as the record words it."""
    try:
        document = json.load(error)
    except ValueError:
        document = {}
    kind = ERRORS.get(error.code, AttestError)
    return kind(error.code, document if isinstance(document, dict) else {})
