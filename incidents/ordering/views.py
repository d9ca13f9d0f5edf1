"""Take an order for a large file, and send the reader to the page that says how far it has come.

The button stands on a page that everybody gets with the same bytes, and so holds no token of anybody's. None is
needed: an order is nobody's, asks no cookie and shows nothing. A page of somebody else's that sends one is refused by
where it says it comes from.
"""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from incidents.choices import DownloadFormat
from incidents.filters import PAGING, Query, QueryRefusedError, read_query
from incidents.ordering.limit import may_order
from incidents.presenting.frame import frame
from incidents.rules.downloads import REFERENCE, comes_at_once, fits
from incidents.selectors.record import log_head
from incidents.selectors.record_downloads import pinned
from incidents.selectors.record_queries import totals
from incidents.services.downloads import give_up_order, order_download


@csrf_exempt
@never_cache
@require_POST
def order(request: HttpRequest) -> HttpResponseBase:
    """Order the file of ``query`` in ``form``. What comes at once is sent at once."""
    if comes_from_elsewhere(request):
        return refused(request, [_("Orders are taken from our own pages only.")], HTTPStatus.FORBIDDEN)
    try:
        query, form = asked(request.POST)
    except QueryRefusedError as error:
        sentences = [f"{name}: {' '.join(told)}" for name, told in error.errors.items()]
        return refused(request, sentences, HTTPStatus.BAD_REQUEST)
    head = log_head()
    count = totals(pinned(query, head)).count
    if head is None or comes_at_once(form, count):
        return redirect(f"{reverse('exchange:file', args=[form])}?{query.canonical}")
    if not fits(form, count):
        sentence = _("So many incidents do not fit into this form. Take CSV or GeoParquet, or fewer incidents.")
        return refused(request, [sentence], HTTPStatus.BAD_REQUEST)
    if not may_order(request):
        sentence = _("Too many large files were ordered from your network within an hour. Order yours later.")
        return refused(request, [sentence], HTTPStatus.TOO_MANY_REQUESTS)
    reference = order_download(query=query.canonical, form=form, position=head.position, total=count)
    return redirect("exchange:progress", reference=reference)


@csrf_exempt
@never_cache
@require_POST
def give_up(request: HttpRequest, reference: str) -> HttpResponseBase:
    """No longer wait for a file. Only who has the reference can say so."""
    if comes_from_elsewhere(request):
        return refused(request, [_("Orders are taken from our own pages only.")], HTTPStatus.FORBIDDEN)
    if not REFERENCE.fullmatch(reference):
        raise Http404
    give_up_order(reference=reference)
    return redirect("exchange:progress", reference=reference)


def asked(fields: QueryDict) -> tuple[Query, str]:
    """The query and the form.

    Raises:
        QueryRefusedError: one of them is unknown or cannot be read.
    """
    form = fields.get("form", "")
    if form not in DownloadFormat.values:
        raise QueryRefusedError(
            {"form": [_("Choose one of: %(forms)s.") % {"forms": ", ".join(DownloadFormat.values)}]}
        )
    params = QueryDict(fields.get("query", ""))
    paging = [name for name in params if name in PAGING]
    if paging:
        raise QueryRefusedError({name: [_("A download has no pages.")] for name in paging})
    return read_query(params), form


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Whether a browser says that another site's page sent this."""
    origin = request.headers.get("Origin", "")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return True
    return bool(origin) and urlsplit(origin).netloc != request.get_host()


def refused(request: HttpRequest, sentences: list[str], status: HTTPStatus) -> HttpResponse:
    """Say what is wrong and lead back to the downloads."""
    words = {"sentences": sentences, "url": reverse("exchange:page"), "url_words": _("Back to the downloads")}
    return render(request, "public/question_refused.html", {**words, **frame(log_head())}, status=status)
