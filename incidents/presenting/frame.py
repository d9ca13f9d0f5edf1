"""What the frame of every public page says about the record, and our addresses as they are cited."""

from typing import Any, Final

from django.conf import settings

from incidents.models.record import LogEntry

LICENCE_NAME: Final = "CC BY 4.0"
LICENCE_URL: Final = "https://creativecommons.org/licenses/by/4.0/"
REPORT_URL: Final = "/report/"


def frame(head: LogEntry | None, *, demonstration: bool = False, section: str = "") -> dict[str, Any]:
    """The context that ``base.html`` asks for. ``demonstration`` is whether anything shown is demonstration data."""
    return {
        "section": section,
        "record": {
            "date": head.appended_at if head else None,
            "release": "",
            "licence_name": LICENCE_NAME,
            "licence_url": LICENCE_URL,
            "report_url": REPORT_URL,
            "demonstration": demonstration,
        },
    }


def absolute(path: str) -> str:
    """An address of ours with scheme and host, as it is cited."""
    return f"{settings.ATTEST_BASE_URL.rstrip('/')}{path}"
