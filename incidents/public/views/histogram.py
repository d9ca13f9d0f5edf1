"""How many incidents of a query happened when, as data: the bars of the explorer, and how many it lists."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from incidents.filters import Query
from incidents.public.views.explorer import as_data
from incidents.rules.moments import spelt_moment
from incidents.selectors import record_queries as ask
from incidents.selectors.histogram import Bin, histogram


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """The histogram of a query as JSON."""
    return as_data(request, histogram_document)


def histogram_document(query: Query, _number: int) -> dict[str, Any]:
    """``count`` is of the query; ``bins``, ``vague`` and ``undated`` are of ``bins_are_of``, its sum in parts."""
    found = histogram(query)
    return {
        "query": query.canonical,
        "as_of": spelt_moment(query.as_of) if query.as_of else None,
        "count": ask.totals(query).count,
        "bins_are_of": query.but("since", "until").canonical,
        "unit": found.unit.value,
        "width": found.width,
        "bins": [bin_data(one) for one in found.bins],
        "vague": found.vague,
        "undated": found.undated,
    }


def bin_data(one: Bin) -> dict[str, Any]:
    """``count`` happened in it; ``spread`` is what falls to it of those that are dated less precisely than a bin."""
    days = {"first": one.first.isoformat(), "last": one.last.isoformat()}
    return {**days, "count": one.count, "spread": one.spread}
