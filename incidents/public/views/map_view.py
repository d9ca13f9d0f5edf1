"""What the map shows of a query in one view, as GeoJSON."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from incidents.filters import Query, QueryRefusedError
from incidents.public.answers import GEOJSON, answered, json_response
from incidents.public.presenting.filters import problems
from incidents.public.presenting.map_view import collection
from incidents.public.viewing import VIEW, asked_view
from incidents.public.views.explorer import understood
from incidents.rules.view import View
from incidents.selectors.map_view import shown
from incidents.selectors.record import log_head


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """At most 300 features: incidents where they are few, else squares and areas with true counts."""
    head = log_head()
    try:
        rest, view = asked_view(request.GET)
        query, _page = understood(rest, paging=False)
        return answered(request, lambda: view_answer(query, view), head=head)
    except QueryRefusedError as error:
        return refused(error)


def view_answer(query: Query, view: View) -> HttpResponse:
    found = collection(shown(query, view), query, view)
    return json_response(found, content_type=GEOJSON, pretty=False)


def refused(error: QueryRefusedError) -> HttpResponse:
    """Answer 400 with a sentence for each parameter."""
    own = {name: " ".join(sentences) for name, sentences in error.errors.items() if name in VIEW}
    others = problems({name: sentences for name, sentences in error.errors.items() if name not in VIEW})
    found = [{"parameter": name, "detail": f"{name}: {sentence}", "allowed": []} for name, sentence in own.items()]
    found += [{"parameter": one.name, "detail": one.text, "allowed": list(one.allowed)} for one in others]
    return json_response({"error": "refused", "problems": found}, status=HTTPStatus.BAD_REQUEST)
