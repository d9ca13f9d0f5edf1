"""What can go wrong, in the record's own words (problem details, RFC 9457)."""

from typing import Any


class AttestError(Exception):
    """The record did not answer with what was asked for. ``document`` is the problem as it came."""

    def __init__(self, status: int, document: dict[str, Any]) -> None:
        self.status, self.document = status, document
        super().__init__(document.get("detail") or document.get("title") or f"The record answers {status}.")


class RefusedError(AttestError):
    """A parameter is unknown, or its value cannot be read."""

    @property
    def problems(self) -> list[dict[str, Any]]:
        """Each parameter that is wrong: ``parameter``, ``detail`` and, where they are few, the values ``allowed``."""
        return list(self.document.get("errors", []))


class GoneError(AttestError):
    """The incident was withdrawn: drop what you hold of it. ``document`` has the reason."""


class UnavailableError(AttestError):
    """The record cannot answer now, or asks to be asked less often."""
