"""Reads an Attest record of terrorist incidents: every value with who says so."""

from attest_client.answers import Attribution, Figure, Incident, Interval, Place, Voice
from attest_client.client import Attest
from attest_client.errors import AttestError, GoneError, RefusedError, UnavailableError

__all__ = [
    "Attest",
    "AttestError",
    "Attribution",
    "Figure",
    "GoneError",
    "Incident",
    "Interval",
    "Place",
    "RefusedError",
    "UnavailableError",
    "Voice",
]
