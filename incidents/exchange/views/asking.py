"""Which query a download is of, and how it says no."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from incidents.filters import PAGING, Query, QueryRefusedError, read_query


def asked(params: QueryDict) -> Query:
    """The query of an address: the very one of the list, without its pages.

    Raises:
        QueryRefusedError: a parameter is unknown, or a value cannot be read.
    """
    paging = [name for name in params if name in PAGING]
    if paging:
        raise QueryRefusedError({name: [_("A download has no pages: it is always whole.")] for name in paging})
    return read_query(params)
