"""Countries and provinces that the record has incidents in: a list, and a page for each."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.choices import NameKind
from incidents.filters import read_query
from incidents.models.record import LogEntry
from incidents.public.frame import absolute
from incidents.public.presenting.charts.choosing import figures
from incidents.public.presenting.charts.figure import figure_data
from incidents.public.presenting.named.overview import overview, overview_data
from incidents.public.views.named import data_of, found_or_404, list_data, list_page, page_of
from incidents.selectors.entities.listing import labels

FIGURES: Final = {
    NameKind.COUNTRY: ("incidents", "killed", "provinces", "attack-types", "actors"),
    NameKind.PROVINCE: ("incidents", "killed", "attack-types", "actors"),
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every country with an incident on record."""
    words = {
        "heading": _("Countries"),
        "lede": _(
            "The countries that the record has incidents in. One that is missing here may be one of which nobody has"
            " recorded any yet."
        ),
        "counts": _("Incidents"),
    }
    return list_page(request, NameKind.COUNTRY, "country", words)


@require_safe
def index_document(request: HttpRequest) -> HttpResponse:
    """The same list as JSON."""
    return list_data(request, NameKind.COUNTRY, "country")


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    """A country: counts, types, who is named, latest incidents, a map."""
    return _page(request, NameKind.COUNTRY, code)


@require_safe
def country_document(request: HttpRequest, code: str) -> HttpResponse:
    """The same as JSON."""
    return _document(request, NameKind.COUNTRY, code)


@require_safe
def province(request: HttpRequest, code: str) -> HttpResponse:
    """A province, the same."""
    return _page(request, NameKind.PROVINCE, code)


@require_safe
def province_document(request: HttpRequest, code: str) -> HttpResponse:
    """The same as JSON."""
    return _document(request, NameKind.PROVINCE, code)


def _page(request: HttpRequest, kind: NameKind, code: str) -> HttpResponse:
    def context(head: LogEntry | None) -> dict[str, Any]:
        query = read_query({kind.value: code})
        around = overview(query)
        found_or_404(around.count)
        return {
            "name": labels(kind, [code]).get(code, code),
            "code": code,
            "crumbs": _way(kind, code),
            "overview": around,
            "figures": figures(query, head, FIGURES[kind]),
            "json_url": f"{request.path[:-1]}.json",
            "canonical_url": absolute(request.path),
            "demonstration": around.demonstration,
        }

    return page_of(request, "public/place.html", context)


def _document(request: HttpRequest, kind: NameKind, code: str) -> HttpResponse:
    def made(head: LogEntry | None) -> dict[str, Any]:
        query = read_query({kind.value: code})
        around = overview(query, with_map=False)
        found_or_404(around.count)
        return {
            "code": code,
            "name": labels(kind, [code]).get(code, code),
            **overview_data(around, query),
            "figures": [figure_data(one) for one in figures(query, head, FIGURES[kind])],
        }

    return data_of(request, made)


def _way(kind: NameKind, code: str) -> list[dict[str, str]]:
    """The way from the list of countries; a province's code begins with its country's (ISO 3166-2)."""
    way = [{"label": _("Countries"), "url": reverse("public:countries")}]
    country_code = code.partition("-")[0]
    names = labels(NameKind.COUNTRY, [country_code]) if kind is NameKind.PROVINCE else {}
    return way + [{"label": name, "url": reverse("public:country", args=[one])} for one, name in names.items()]
