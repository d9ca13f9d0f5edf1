"""Every value of one facet of a query, and what a reader may mean by a word."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.filters import Query, QueryRefusedError, read_query
from incidents.models.record import LogEntry
from incidents.presenting.values import names_for
from incidents.public.answers import answered, json_response
from incidents.public.counting import counted
from incidents.public.frame import absolute, frame
from incidents.public.presenting import facets as shown
from incidents.public.presenting.addresses import address
from incidents.public.presenting.suggesting import suggestion_groups
from incidents.public.refusing import refused_data, refused_page
from incidents.selectors.facets import FACETS
from incidents.selectors.names import suggestions
from incidents.selectors.record import log_head

LONGEST_WORDS: Final = 200


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """The values of a facet with their counts, all other filters of the query applied.

    ``find`` looks among them; ``for`` says which page a press on one leads to.
    """
    if name not in FACETS:
        raise Http404
    head = log_head()
    params = request.GET.copy()
    wanted, leads_to = (params.pop(one, [usual])[0].strip() for one, usual in (("find", ""), ("for", "explorer")))
    try:
        require_page(leads_to)
        query = read_query(params)
    except QueryRefusedError as error:
        return refused_page(request, error, head, url_words=_("Show all values"))
    looked = {"wanted": wanted, "leads_to": leads_to}
    return answered(request, lambda: values_page(request, query, name, head, looked), head=head)


def require_page(name: str) -> None:
    """Refuse a page that a value cannot lead to.

    Raises:
        QueryRefusedError: it is none of ``PAGES``.
    """
    if name not in shown.PAGES:
        raise QueryRefusedError({"for": [_("Known are: %(pages)s.") % {"pages": ", ".join(shown.PAGES)}]})


def values_page(
    request: HttpRequest, query: Query, name: str, head: LogEntry | None, looked: dict[str, str]
) -> HttpResponse:
    found = counted(query, head, (name,))[name].shown
    names = names_for({name: {one.value for one in found}})
    wanted, leads_to = looked["wanted"], looked["leads_to"]
    context = {
        "label": shown.label_of(name),
        "values": shown.everything(query, name, found, names, wanted, leads_to),
        "total": len(found),
        "pairs": [*QueryDict(query.canonical).items(), *shown.leading(leads_to)],
        "back_url": address(shown.PAGES[leads_to], query.canonical),
        **looked,
        "canonical_url": absolute(address(f"/facets/{name}/", query.canonical)),
        **frame(head, section=leads_to),
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
