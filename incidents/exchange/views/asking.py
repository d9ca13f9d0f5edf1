"""Which query a download is of, and how it says no."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from incidents.choices import DownloadFormat
from incidents.filters import HXL, PAGING, Query, QueryRefusedError, read_query, read_truth


def asked(params: QueryDict) -> Query:
    """The query of an address: the very one of the list, without its pages.

    Raises:
        QueryRefusedError: a parameter is unknown, or a value cannot be read.
    """
    paging = [name for name in params if name in PAGING]
    if paging:
        raise QueryRefusedError({name: [_("A download has no pages: it is always whole.")] for name in paging})
    return read_query(params)


def asked_file(params: QueryDict, form: str) -> tuple[Query, bool]:
    """The query, and whether a CSV is to have a row of HXL hashtags.

    Raises:
        QueryRefusedError: a parameter is unknown, or a value cannot be read.
    """
    rest = params.copy()
    rest.pop(HXL, None)
    hxl = read_truth(params, HXL)
    if HXL in params and form != DownloadFormat.CSV:
        raise QueryRefusedError({HXL: [_("Only CSV has a row of HXL hashtags.")]})
    return asked(rest), hxl
