"""A large file that was ordered: how far it has come and, when it is ready, the file."""

from http import HTTPStatus

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from incidents.choices import DownloadStage
from incidents.exchange.forms import FORMS
from incidents.exchange.progress import progress_of
from incidents.exchange.views.files import as_attachment
from incidents.models.record import DownloadOrder
from incidents.public.answers import MAX_AGE, json_response
from incidents.public.frame import frame
from incidents.rules.downloads import REFERENCE
from incidents.selectors.record import log_head
from incidents.selectors.record_downloads import order_of, path_of


@never_cache
@require_safe
def progress(request: HttpRequest, reference: str) -> HttpResponse:
    """Rows, rate, time left; an error, and the way to try again; the file."""
    found = order(reference)
    context = {"progress": progress_of(found), **frame(log_head())}
    response = render(request, "exchange/progress.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_safe
def document(_request: HttpRequest, reference: str) -> HttpResponse:
    """The same for programs."""
    return json_response(progress_of(order(reference)).as_json())


@require_safe
def file(request: HttpRequest, reference: str, name: str) -> HttpResponseBase:
    """The file, with its SHA-256 as entity tag; not found where it is not ready, or no longer kept."""
    found = progress_of(order(reference))
    path = path_of(found.file)
    if found.file.stage != DownloadStage.DONE or name != found.name or not path.is_file():
        raise Http404
    tag = f'"{found.file.sha256}"'
    response = get_conditional_response(request, etag=tag) or FileResponse(
        path.open("rb"), content_type=FORMS[found.file.form].media_type
    )
    response.headers["ETag"] = tag
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response if response.status_code == HTTPStatus.NOT_MODIFIED else as_attachment(response, name)


def order(reference: str) -> DownloadOrder:
    """The order that a reference stands for.

    Raises:
        Http404: there is none.
    """
    found = order_of(reference) if REFERENCE.fullmatch(reference) else None
    if found is None:
        raise Http404
    return found
