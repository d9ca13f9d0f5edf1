"""What to find: the one filter set over the published record.

Page, API, map, exports, feeds and saved searches all read their query string through :func:`read_query`, so that the
same string gives the same ids everywhere.
"""

from incidents.filters.incident import SORTS, IncidentFilter
from incidents.filters.parameters import YES_OR_NO, Facet, WholeNumberFilter, values_in
from incidents.filters.query import (
    DEFAULT_SORT,
    HXL,
    MOMENTS,
    PAGING,
    Query,
    QueryRefusedError,
    encoded,
    read_address,
    read_query,
    read_truth,
    spelt,
)

__all__ = [
    "DEFAULT_SORT",
    "HXL",
    "MOMENTS",
    "PAGING",
    "SORTS",
    "YES_OR_NO",
    "Facet",
    "IncidentFilter",
    "Query",
    "QueryRefusedError",
    "WholeNumberFilter",
    "encoded",
    "read_address",
    "read_query",
    "read_truth",
    "spelt",
    "values_in",
]
