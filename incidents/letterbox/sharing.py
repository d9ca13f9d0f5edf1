"""Keep a query under a short address, and send the reader to the page that shows it."""

from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from incidents.filters import QueryRefusedError, read_query
from incidents.letterbox.limit import LinkThrottle, may_send
from incidents.presenting.frame import frame
from incidents.rules.refusals import RefusedError
from incidents.selectors.record import log_head
from incidents.services.permalinks import make_permalink

FROM_HERE: Final = frozenset({"same-origin", "none"})


@csrf_exempt  # the explorer is the same bytes for everybody and can hold no token; whoever asks has no rights here
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest) -> HttpResponseBase:
    """The form and, when it is sent, the link. The query is in the form's one field, spelt as in an address."""
    if request.method != "POST":
        return shown(request, request.GET.urlencode(safe=",:"))
    if request.headers.get("Sec-Fetch-Site", "none") not in FROM_HERE:
        sentence = _("Another site sent this. Press the button here if you want the link.")
        return shown(request, "", [sentence], HTTPStatus.FORBIDDEN)
    text = request.POST.get("query", "")
    try:
        query = read_query(QueryDict(text))
    except QueryRefusedError as error:
        sentences = [f"{name}: {' '.join(said)}" for name, said in error.errors.items()]
        return shown(request, text, sentences, HTTPStatus.UNPROCESSABLE_ENTITY)
    if not may_send(request, LinkThrottle):
        sentence = _("Too many links were made from your network within an hour. Make yours later.")
        return shown(request, text, [sentence], HTTPStatus.TOO_MANY_REQUESTS)
    try:
        made = make_permalink(query=query)
    except RefusedError as error:
        return shown(request, text, [error.sentence], HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect("public:permalink_page", code=made.code)


def shown(
    request: HttpRequest, query: str, sentences: list[str] | None = None, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "query": query,
        "problems": [{"text": sentence, "id": "share"} for sentence in sentences or []],
        **frame(log_head(), section="explorer"),
    }
    return render(request, "letterbox/share.html", context, status=status)
