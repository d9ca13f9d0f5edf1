"""What somebody was told, for their bell and its page."""

from typing import Final

from accounts.models import User
from incidents.models import Notice
from incidents.selectors.notices import notices_of

A_PAGE: Final = 25
MOST_COUNTED: Final = 100
LARGEST_KEY: Final = 2**63 - 1


def unread(person: User) -> int:
    """How much somebody has not read, counted as far as a hundred."""
    return notices_of(person).filter(read_at=None).order_by()[:MOST_COUNTED].count()


def told(person: User, *, only_unread: bool, before: int | None = None) -> list[Notice]:
    """A page of what somebody was told, the newest first and one more; ``before`` is the key of the last one seen."""
    found = notices_of(person).select_related("incident", "by")
    if only_unread:
        found = found.filter(read_at=None)
    if before is not None:
        found = found.filter(pk__lt=min(before, LARGEST_KEY))
    return list(found[: A_PAGE + 1])
