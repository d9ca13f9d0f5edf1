"""A page of a query: which one was asked for, and what stands on it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from incidents.filters import MOMENTS, QueryRefusedError, read_query

PER_PAGE: Final = 50
MOST_PAGES: Final = 200
"""Further pages would cost more than anybody reads; filters and the API's cursor go deeper."""

LONGEST_NUMBER: Final = 4


@dataclass(frozen=True)
class Window:
    """A page of a list of ``total`` incidents."""

    page: int
    total: int
    size: int

    @property
    def start(self) -> int:
        return (self.page - 1) * self.size

    @property
    def end(self) -> int:
        return min(self.start + self.size, self.total)

    @property
    def last_page(self) -> int:
        return min(max(1, -(-self.total // self.size)), MOST_PAGES)

    @property
    def position(self) -> str:
        """Where we are: "51 to 100 of 1,284"."""
        numbers = {"first": self.start + 1, "last": self.end, "total": self.total}
        return _("%(first)s to %(last)s of %(total)s") % {
            name: number_format(number, force_grouping=True) for name, number in numbers.items()
        }


def asked_page(params: QueryDict) -> int:
    """The page that a query string asks for.

    Raises:
        QueryRefusedError: it is not a whole number from 1 to ``MOST_PAGES``.
    """
    text = params.get("page", "1")
    number = int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else 0
    if not 1 <= number <= MOST_PAGES:
        raise QueryRefusedError({"page": [_("Give a whole number from 1 to %(most)s.") % {"most": MOST_PAGES}]})
    return number


def window(page: int, total: int) -> Window:
    """The page asked for.

    Raises:
        QueryRefusedError: there are not that many pages.
    """
    found = Window(page, total, PER_PAGE)
    if page > found.last_page:
        raise QueryRefusedError({"page": [_("There are %(last)s pages.") % {"last": found.last_page}]})
    return found


def asked_moment(params: QueryDict) -> datetime | None:
    """The moment of record time at which a single incident is asked for; None for now.

    Raises:
        QueryRefusedError: it cannot be read, or something else is asked.
    """
    strangers = [name for name in params if name not in MOMENTS]
    if strangers:
        told = _("Only as_of or release can be asked of a single incident.")
        raise QueryRefusedError({name: [told] for name in strangers})
    return read_query(params).as_of
