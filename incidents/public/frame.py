"""The frame of public pages, and our addresses as they are cited."""

from django.conf import settings

from incidents.presenting.frame import LICENCE_NAME, frame

__all__ = ["LICENCE_NAME", "absolute", "frame"]


def absolute(path: str) -> str:
    """An address of ours with scheme and host, as it is cited."""
    return f"{settings.ATTEST_BASE_URL.rstrip('/')}{path}"
