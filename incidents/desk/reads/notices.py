"""What somebody was told, for their bell and its page."""

from typing import Final

from django.db.models import QuerySet

from accounts.models import User
from incidents.models import Notice
from incidents.selectors.notices import notices_of

A_PAGE: Final = 25
MOST_COUNTED: Final = 100


def unread(person: User) -> int:
    """How much somebody has not read, counted as far as a hundred."""
    return notices_of(person).filter(read_at=None).order_by()[:MOST_COUNTED].count()


def told(person: User, *, only_unread: bool) -> QuerySet[Notice]:
    """What somebody was told, the newest first, with what a line of it says."""
    found = notices_of(person).select_related("incident", "by")
    return found.filter(read_at=None) if only_unread else found
