"""A query as a file, at once: streamed, or written whole and then sent."""

import tempfile
from pathlib import Path
from typing import IO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from incidents.exchange.editions import Edition, edition
from incidents.exchange.formats import delimited
from incidents.exchange.forms import FORMS
from incidents.exchange.making import streamed, write_form
from incidents.exchange.views.asking import asked_file
from incidents.filters import QueryRefusedError
from incidents.public.answers import answered
from incidents.public.presenting.addresses import address
from incidents.public.refusing import refused_data
from incidents.rules.downloads import comes_at_once
from incidents.selectors.record import log_head
from incidents.selectors.record_downloads import marked


@require_safe
def file(request: HttpRequest, form: str) -> HttpResponseBase:
    """The whole answer in a form. What is too large for that leads to the page with the button."""
    if form not in FORMS:
        raise Http404
    head = log_head()
    try:
        query, hxl = asked_file(request.GET, form)
    except QueryRefusedError as error:
        return refused_data(error)
    held = edition(query, head)
    if not comes_at_once(form, held.totals.count):
        return redirect(address("/downloads/", query.canonical))
    return answered(request, lambda: sent(request, form, held, hxl=hxl), head=head, shown=marked(held.query))


def sent(request: HttpRequest, form: str, held: Edition, *, hxl: bool = False) -> HttpResponseBase:
    """The file as an attachment; for HEAD its headers alone."""
    media_type = FORMS[form].media_type
    response: HttpResponseBase
    if request.method == "HEAD":
        response = HttpResponse(content_type=media_type)
    elif hxl:
        response = StreamingHttpResponse(delimited.stream(held, hxl=True), content_type=media_type)
    elif FORMS[form].stream:
        response = StreamingHttpResponse(streamed(form, held), content_type=media_type)
    else:
        response = FileResponse(whole(form, held), content_type=media_type)
    return as_attachment(response, f"{held.file_name}.{form}")


def as_attachment(response: HttpResponseBase, name: str) -> HttpResponseBase:
    """Saved, never shown; and not what a search engine keeps."""
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def whole(form: str, held: Edition) -> IO[bytes]:
    """A form that cannot be streamed: written to the end before anything is sent, and gone after it."""
    with tempfile.TemporaryDirectory(prefix="attest-") as folder:
        path = Path(folder) / f"{held.file_name}.{form}"
        write_form(form, held, path)
        return path.open("rb")
