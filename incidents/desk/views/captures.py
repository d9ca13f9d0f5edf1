"""Snapshots: paste text, upload a file, read one, take it away, check that it is what was captured."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.capture import CaptureForm, UploadForm
from incidents.desk.pages import desk_page, sent
from incidents.desk.presenters.captures import capture_page
from incidents.desk.reads.quotes import anchors_in
from incidents.desk.views.sources import below_source, find_source, source_address
from incidents.models import Capture
from incidents.rules.media import ENDINGS
from incidents.services.capturing import capture_file, capture_text
from incidents.services.custody import export_capture, open_capture, verify_capture

SANDBOX: Final = "default-src 'none'; sandbox"
"""Whatever is in a captured file, a browser that opens it runs none of it and loads nothing."""


@desk_page("GET", "POST")
def paste(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Keep pasted text as a snapshot."""
    found = find_source(request, uid)
    form = CaptureForm(sent(request))
    bundle = Bundle(capture=form)

    def save() -> None:
        capture_text(actor=request.user, source=found, text=form.cleaned_data["source_text"])

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The text is kept under its SHA-256."))
        return redirect(source_address(found))
    return below_source(request, "desk/source_capture.html", bundle, _("Keep its text"), found)


@desk_page("GET", "POST")
def upload(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Keep a file as a snapshot."""
    found = find_source(request, uid)
    files = request.FILES if request.method == "POST" else None
    form = UploadForm(sent(request), files, captures=list(found.captures.all()))
    bundle = Bundle(upload=form)

    def save() -> None:
        file = form.sent
        name = file.name or ""
        capture_file(actor=request.user, source=found, data=file.read(), name=name, redacts=form.original)

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The file is kept under its SHA-256."))
        return redirect(source_address(found))
    return below_source(request, "desk/source_upload.html", bundle, _("Keep a file"), found)


@desk_page("GET", "HEAD")
def capture(request: PersonRequest, uid: UUID, sha256: str) -> HttpResponse:
    """The text of a snapshot with the quotes where they stand in it."""
    found = _find(request, uid, sha256)
    open_capture(actor=request.user, capture=found)
    return render(
        request, "desk/capture.html", {"tab": "sources", **capture_page(found, anchors_in(found, request.user))}
    )


@desk_page("GET")
def download(request: PersonRequest, uid: UUID, sha256: str) -> HttpResponse:
    """The snapshot itself, to be saved and never to be shown."""
    found = _find(request, uid, sha256)
    answer = HttpResponse(export_capture(actor=request.user, capture=found), content_type=found.media_type)
    ending = ENDINGS.get(found.media_type, "bin")
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.sha256[:16]}.{ending}"'
    answer.headers["Content-Security-Policy"] = SANDBOX
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


@desk_page("POST")
def check(request: PersonRequest, uid: UUID, sha256: str) -> HttpResponseBase:
    """Compute its hash anew."""
    found = _find(request, uid, sha256)
    if verify_capture(capture=found, actor=request.user):
        messages.success(request, _("It is what was captured: its SHA-256 holds."))
    else:
        messages.error(request, _("It is not what was captured. Tell an administrator."))
    return redirect(source_address(found.source))


def _find(request: PersonRequest, uid: UUID, sha256: str) -> Capture:
    held = Capture.objects.select_related("source__publisher", "captured_by", "redacts")
    return get_object_or_404(held, source=find_source(request, uid), sha256=sha256)
