"""Intake: a text or a file comes to the desk, what it is is found and corrected, and it is kept as a source."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.capture import too_large
from incidents.desk.forms.intake import IntakeForm, filled_in
from incidents.desk.pages import asked_for, desk_page, form_page, sent
from incidents.desk.reads.evidence import publisher_names
from incidents.desk.reads.intake import Known, known_item
from incidents.desk.reads.sources import recent_sources
from incidents.desk.saving.intake import Content, as_stored, keep_content, save_item
from incidents.desk.views.sources import source_address
from incidents.models import Capture
from incidents.rules.items import read_item
from incidents.rules.refusals import RefusedError
from incidents.services.capturing import look_into
from incidents.services.extracting import Extracted
from incidents.services.waiting import keep_waiting, let_go, waiting_file

NOT_READ = Extracted()


@desk_page("GET", "POST")
def intake(request: PersonRequest) -> HttpResponseBase:
    """One page: the text or file; what is found of it, to be corrected; then it is kept, or known again."""
    policies.may_log(request.user).require()
    action = asked_for(request) if "publisher" in request.POST else _first_step(request)
    bundle = Bundle(intake=IntakeForm(sent(request), known=recent_sources(request.user)))
    if not action:
        bundle.the(IntakeForm).point_at("source_text")
        return _page(request, bundle)
    try:
        content, found = _content(request)
        return _answer(request, action, content, found)
    except RefusedError as refusal:
        bundle.as_typed()
        bundle.refuse(refusal)
        return _page(request, bundle)


def _first_step(request: PersonRequest) -> str:
    """Whatever was pressed before the fields were seen: nothing is saved yet, it is read."""
    return "read" if request.method == "POST" else ""


def _answer(request: PersonRequest, action: str, content: Content, found: Extracted) -> HttpResponseBase:
    """What follows once there is something to keep: the fields filled in, the source on record, or the next step."""
    names = publisher_names()
    item = read_item(found.text or content.text, names, found.item)
    typed = filled_in(request.POST, item) if action == "read" else request.POST.copy()
    typed["source_text"] = content.text
    typed["held"], typed["held_name"] = content.sha256 if content.file else "", content.name
    form = IntakeForm(typed, known=recent_sources(request.user))
    bundle = Bundle(intake=form)
    known = known_item(request.user, url=form.typed("url"), sha256=content.sha256)
    made: list[Capture] = []

    def save() -> None:
        made.append(save_item(actor=request.user, form=form, content=content))

    if action == "known" and known:
        made.append(keep_content(actor=request.user, source=known.source, content=content))
    elif action == "read" or (action == "save" and known):
        bundle.as_typed()
        if not known:
            form.point_at_missing(names)
    else:
        bundle.accepts(save)
    if made:
        let_go(actor=request.user, sha256=content.sha256)
        messages.success(request, _("The source is kept. Is its incident on record already?"))
        return redirect(next_step(made[0]))
    return _page(request, bundle, known=known, found=found)


def _content(request: PersonRequest) -> tuple[Content, Extracted]:
    """What was sent to be kept, and what was read in it.

    Raises:
        RefusedError: there is nothing, the file cannot be kept, or it has waited too long.
    """
    file, held = request.FILES.get("file"), request.POST.get("held", "")
    content = Content(text=as_stored(request.POST.get("source_text", "")), name=request.POST.get("held_name", ""))
    if file is not None:
        if refusal := too_large(file):
            raise RefusedError(refusal, field="file")
        content = replace(content, file=file.read(), name=file.name or "")
    elif held:
        content = replace(content, file=waiting_file(actor=request.user, sha256=held))
        if content.file is None:
            raise RefusedError(_("The file is no longer here. Choose it once more."), field="file")
    elif not content.text:
        raise RefusedError(_("Paste its text, or choose a file."), field="source_text")
    if content.file is None:
        return content, NOT_READ
    found = look_into(actor=request.user, data=content.file)
    keep_waiting(actor=request.user, data=content.file)
    return content, found


def _page(
    request: PersonRequest, bundle: Bundle, *, known: Known | None = None, found: Extracted | None = None
) -> HttpResponseBase:
    context: dict[str, Any] = {
        "title": _("Take in a source"),
        "found": found,
        "known": known,
        "known_url": next_step(known.capture) if known and known.capture else "",
        "source_url": source_address(known.source) if known else "",
        "publisher_names": publisher_names(),
        "tab": "intake",
    }
    return form_page(request, "desk/intake.html", bundle, **context)


def next_step(capture: Capture) -> str:
    """The page that asks whether the incident of a snapshot is on record."""
    return reverse("desk:match", kwargs={"uid": capture.source.uid, "sha256": capture.sha256})
