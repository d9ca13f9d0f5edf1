"""Those who are named: a list, and a page for each."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.choices import NameKind
from incidents.filters import read_query
from incidents.models.record import LogEntry
from incidents.public.frame import absolute
from incidents.public.presenting.charts.choosing import figures
from incidents.public.presenting.charts.figure import figure_data
from incidents.public.presenting.named.actors import actor_data, grounds, relations
from incidents.public.presenting.named.overview import overview, overview_data
from incidents.public.views.named import data_of, found_or_404, list_data, list_page, page_of
from incidents.selectors.entities.documents import current
from incidents.selectors.entities.family import family
from incidents.selectors.statistics.naming import by_ground

FIGURES: Final = ("incidents",)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everybody who is named for an incident, with the number of incidents."""
    words = {
        "heading": _("Who is named"),
        "lede": _(
            "Everybody whom a claim, an assessment, an accusation, a denial or a court names for an incident on record."
            " To be named is not to be found to have done it."
        ),
        "counts": _("Incidents, with those of its branches"),
    }
    return list_page(request, NameKind.ACTOR, "actor", words)


@require_safe
def index_document(request: HttpRequest) -> HttpResponse:
    """The same list as JSON."""
    return list_data(request, NameKind.ACTOR, "actor")


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Names, relations, and the incidents for which an actor is named."""

    def context(head: LogEntry | None) -> dict[str, Any]:
        query = read_query({"actor": slug})
        found = found_or_404(family(current("actor", slug), slug))
        around = overview(query)
        return {
            "actor": found.one.actor,
            "aliases": [one for one in found.one.actor["aliases"] if one["name"] != found.one.actor["name"]],
            "above": found.above,
            "below": found.below,
            "relations": relations(found),
            "grounds": grounds(by_ground(query, found.itself_and_branches)),
            "overview": around,
            "figures": figures(query, head, FIGURES),
            "json_url": f"{request.path[:-1]}.json",
            "canonical_url": absolute(request.path),
            "demonstration": around.demonstration,
        }

    return page_of(request, "public/actor.html", context)


@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """The same as JSON."""

    def made(head: LogEntry | None) -> dict[str, Any]:
        query = read_query({"actor": slug})
        found = found_or_404(family(current("actor", slug), slug))
        shown = grounds(by_ground(query, found.itself_and_branches))
        return {
            **actor_data(found, shown),
            **overview_data(overview(query, with_map=False), query),
            "figures": [figure_data(one) for one in figures(query, head, FIGURES)],
        }

    return data_of(request, made)
