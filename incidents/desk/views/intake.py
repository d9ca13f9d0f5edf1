"""Intake: a text or a file comes to the desk, what it is is found and corrected, and it is kept as a source."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import QueryDict
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
from incidents.desk.presenters.leads import intake_tabs
from incidents.desk.reads.evidence import publisher_names
from incidents.desk.reads.intake import Known, brought, fetched, known_item, told_by_lead
from incidents.desk.reads.sources import recent_sources
from incidents.desk.saving.intake import Content, as_stored, keep_content, save_item
from incidents.desk.views.sources import source_address
from incidents.models import Capture
from incidents.rules.items import read_item
from incidents.rules.refusals import RefusedError
from incidents.services.capturing import look_into
from incidents.services.extracting import Extracted
from incidents.services.fetching.asking import ask_for
from incidents.services.waiting import keep_waiting, let_go, waiting_file

NOT_READ = Extracted()
FETCH, FETCH_AGAIN = "fetch", "fetch_again"


@desk_page("GET", "POST")
def intake(request: PersonRequest) -> HttpResponseBase:
    """One page: the text or file; what is found of it, to be corrected; then it is kept, or known again."""
    policies.may_log(request.user).require()
    typed = sent(request) or brought(request)
    action = _action(request, typed)
    bundle = Bundle(intake=IntakeForm(typed or None, known=recent_sources(request.user)))
    if settings.ATTEST_FETCHING and "publisher" not in request.POST:
        bundle.the(IntakeForm).offer_fetching()
    if not action:
        bundle.as_typed()
        bundle.the(IntakeForm).point_at("source_text")
        return _page(request, bundle)
    try:
        if action in {FETCH, FETCH_AGAIN}:
            return _fetch(request, action, bundle)
        content, found = _content(request, typed)
        return _answer(request, typed, action, content, found)
    except (RefusedError, ValidationError) as refusal:
        bundle.as_typed()
        bundle.refuse(refusal)
        return _page(request, bundle)


def _action(request: PersonRequest, typed: QueryDict) -> str:
    """What to do. Whatever was pressed before the fields were seen: nothing is saved yet, it is read or fetched."""
    asked = asked_for(request)
    if asked in {FETCH, FETCH_AGAIN} or "publisher" in request.POST:
        return asked
    return "read" if asked or typed.get("held") else ""


def _fetch(request: PersonRequest, action: str, bundle: Bundle) -> HttpResponseBase:
    """Have the worker fetch the page at the address; what is on record already only if that is said again."""
    form = bundle.the(IntakeForm)
    known = known_item(request.user, url=form.typed("url"), sha256="") if action == FETCH else None
    if known:
        bundle.as_typed()
        return _page(request, bundle, known=known)
    fetch = ask_for(actor=request.user, address=form.typed("url"))
    query = urlencode({"lead": form.typed("lead")} if form.typed("lead") else {})
    return redirect(f"{reverse('desk:fetch', kwargs={'uid': fetch.uid})}{'?' if query else ''}{query}")


def _answer(
    request: PersonRequest, sent_in: QueryDict, action: str, content: Content, found: Extracted
) -> HttpResponseBase:
    """What follows once there is something to keep: the fields filled in, the source on record, or the next step."""
    names = publisher_names()
    item = read_item(found.text or content.text, names, {**found.item, **told_by_lead(sent_in.get("lead", ""))})
    typed = filled_in(sent_in, item) if action == "read" else sent_in.copy()
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


def _content(request: PersonRequest, typed: QueryDict) -> tuple[Content, Extracted]:
    """What was sent to be kept, and what was read in it.

    Raises:
        RefusedError: there is nothing, the file cannot be kept, or it has waited too long.
    """
    file, held = request.FILES.get("file"), typed.get("held", "")
    content = Content(text=as_stored(typed.get("source_text", "")), name=typed.get("held_name", ""))
    if file is not None:
        if refusal := too_large(file):
            raise RefusedError(refusal, field="file")
        content = replace(content, file=file.read(), name=file.name or "")
    elif held:
        content = replace(
            content,
            file=waiting_file(actor=request.user, sha256=held),
            fetch=fetched(request.user, held),
        )
        if content.file is None:
            raise RefusedError(_("The file is no longer here. Choose it once more."), field="file")
    elif not content.text:
        ways = _("Paste its text, choose a file, or fetch it.") if settings.ATTEST_FETCHING else ""
        raise RefusedError(ways or _("Paste its text, or choose a file."), field="source_text")
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
        "fetching": settings.ATTEST_FETCHING,
        "tabs": intake_tabs("intake"),
        "tab": "intake",
    }
    return form_page(request, "desk/intake.html", bundle, **context)


def next_step(capture: Capture) -> str:
    """The page that asks whether the incident of a snapshot is on record."""
    return reverse("desk:match", kwargs={"uid": capture.source.uid, "sha256": capture.sha256})
