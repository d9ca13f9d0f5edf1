"""Every value of one facet of a query, and what a reader may mean by a word."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.filters import Query, QueryRefusedError, read_query
from incidents.models.record import LogEntry
from incidents.public.answers import answered, json_response
from incidents.public.counting import counted
from incidents.public.frame import absolute, frame
from incidents.public.presenting import facets as shown
from incidents.public.presenting.addresses import address
from incidents.public.presenting.suggesting import suggestion_groups
from incidents.public.presenting.values import names_for
from incidents.public.refusing import refused_data, refused_page
from incidents.selectors.facets import FACETS
from incidents.selectors.names import suggestions
from incidents.selectors.record import log_head

LONGEST_WORDS: Final = 200


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """The values of a facet with their counts, all other filters of the query applied; ``find`` looks among them."""
    if name not in FACETS:
        raise Http404
    head = log_head()
    params = request.GET.copy()
    wanted = params.pop("find", [""])[0].strip()
    try:
        query = read_query(params)
    except QueryRefusedError as error:
        return refused_page(request, error, head, url_words=_("Show all values"))
    return answered(request, lambda: values_page(request, query, name, head, wanted), head=head)


def values_page(request: HttpRequest, query: Query, name: str, head: LogEntry | None, wanted: str) -> HttpResponse:
    found = counted(query, head, (name,))[name]
    names = names_for({name: {one.value for one in found}})
    context = {
        "label": shown.label_of(name),
        "values": shown.everything(query, name, found, names, wanted),
        "total": len(found),
        "wanted": wanted,
        "pairs": list(QueryDict(query.canonical).items()),
        "explorer_url": address("/", query.canonical),
        "canonical_url": absolute(address(f"/facets/{name}/", query.canonical)),
        **frame(head, section="explorer"),
    }
    return render(request, "public/facet.html", context)


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Places, groups, publishers, sources and incidents that a reader may mean, in groups, for a search box."""
    strangers = [name for name in request.GET if name != "q"]
    words = request.GET.get("q", "").strip()
    if strangers:
        return refused_data(QueryRefusedError({one: [_("This address does not know it.")] for one in strangers}))
    if len(words) > LONGEST_WORDS:
        return refused_data(QueryRefusedError({"q": [_("Give at most 200 characters.")]}))
    head = log_head()

    def make() -> HttpResponse:
        groups = suggestion_groups(words, suggestions(words))
        return json_response({"q": words, "groups": [one.as_data() for one in groups]})

    return answered(request, make, head=head)
