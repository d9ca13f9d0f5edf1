"""What every page of the desk does: sign-in, the incident it is about, refusals in a sentence, forms that come back."""

from collections.abc import Callable, Iterable
from functools import partial, wraps
from http import HTTPStatus
from typing import Any, ParamSpec
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import PersonRequest, PersonView, View, requires
from accounts.models import User
from accounts.roles import Role
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.presenters.history import change_rows, say_presence
from incidents.desk.presenters.quotes import missing_sentences
from incidents.desk.reads.incident import changes_since
from incidents.desk.reads.notices import unread
from incidents.models import Citation, Incident
from incidents.policies import may_edit
from incidents.rules.refusals import NotAllowedError, RefusedError
from incidents.services.presence import hold
from incidents.services.readings import note_readings_in

P = ParamSpec("P")
LONGEST_SEARCH = 200
CARRIED = {"csrfmiddlewaretoken", "seen_then", "revision", "on_top", "action", "rows"}
"""Fields of a page that nobody typed."""


def desk_page(*methods: str) -> Callable[[PersonView[P]], View[P]]:
    """Open a view to people of the desk. A refusal that no form can show becomes a page with the sentence, and what
    was typed about something that is gone meanwhile is shown once more.
    """

    def decorate(view: PersonView[P]) -> View[P]:
        @wraps(view)
        def told(request: PersonRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            request.unread = SimpleLazyObject(partial(unread, request.user))  # type: ignore[attr-defined]  # for the bell
            try:
                return view(request, *args, **kwargs)
            except RefusedError as refusal:
                return refused(request, refusal)
            except Http404:
                if request.method != "POST":
                    raise
                return gone(request)

        return require_http_methods([*methods])(requires(Role.CONTRIBUTOR)(told))  # type: ignore[arg-type]  # a wrapper

    return decorate


def refused(request: HttpRequest, refusal: RefusedError) -> HttpResponse:
    """The page that says why not, and what is missing where something is."""
    forbidden = isinstance(refusal, NotAllowedError)
    context = {
        "title": _("You may not do this") if forbidden else _("This cannot be done now"),
        "sentence": refusal.sentence,
        "missing": getattr(refusal, "missing", []),
        "tab": "",
    }
    return render(
        request, "desk/refused.html", context, status=HTTPStatus.FORBIDDEN if forbidden else HTTPStatus.CONFLICT
    )


def gone(request: HttpRequest) -> HttpResponse:
    """The page that says that there is nothing at this address, with the words that were sent to it."""
    words = [one.strip() for name in request.POST if name not in CARRIED for one in request.POST.getlist(name)]
    context = {
        "title": _("This is not there any more"),
        "sentence": _("Somebody has removed it since you opened the page, or you may not see it."),
        "typed": list(dict.fromkeys(one for one in words if one)),
        "tab": "",
    }
    return render(request, "desk/refused.html", context, status=HTTPStatus.NOT_FOUND)


def find_incident(request: PersonRequest, uid: UUID) -> Incident:
    """The incident at an address. One that this person may not see is not there, like one that never was."""
    visible = Incident.objects.visible_to(request.user).select_related("assigned_to", "place", "parent", "created_by")
    found = get_object_or_404(visible, uid=uid)
    note_readings_in(actor=request.user, incident=found)
    return found


def find_to_edit(request: PersonRequest, uid: UUID) -> Incident:
    """The incident at an address, for somebody who may change it.

    Raises:
        NotAllowedError: they may see it but not change it.
    """
    incident = find_incident(request, uid)
    may_edit(request.user, incident).require()
    return incident


def sent(request: HttpRequest) -> QueryDict | None:
    """What was sent with the page's form; none when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def asked_for(request: HttpRequest) -> str:
    """Which button of the page was pressed: ``save`` unless it said otherwise, "" before anything was sent."""
    return request.POST.get("action", "save") if request.method == "POST" else ""


def searched(request: HttpRequest) -> str:
    """The words that a list is searched for."""
    return request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_SEARCH]


def warn_of_missing(request: HttpRequest, citations: Iterable[Citation]) -> None:
    """Say of each quote that the kept text of its source does not hold. It is saved all the same."""
    for sentence in missing_sentences(citations):
        messages.warning(request, sentence)


def crumbs(incident: Incident | None = None) -> list[dict[str, str]]:
    """The way from the queue to a page below an incident."""
    items = [{"label": _("Queue"), "url": reverse("desk:queue")}]
    if incident:
        items.append({"label": incident.title, "url": address(incident)})
    return items


def address(incident: Incident, anchor: str = "") -> str:
    """The page of an incident."""
    page = reverse("desk:incident", kwargs={"uid": incident.uid})
    return f"{page}#{anchor}" if anchor else page


def form_page(
    request: PersonRequest,
    template: str,
    bundle: Bundle,
    *,
    title: str,
    incident: Incident | None = None,
    **context: Any,
) -> HttpResponse:
    """A page with forms, filled as they were sent, with every problem and every conflict said."""
    page = {
        "title": title,
        "incident": incident,
        "crumbs": crumbs(incident),
        "forms": bundle.forms,
        "problems": bundle.problems,
        "unsaved": bundle.unsaved,
        "keeps": bundle.keeps,
        "others": others(request, incident) if incident else None,
        "conflict": conflict(bundle, incident, request.user),
        "tab": "",
        **context,
    }
    return render(request, template, page, status=bundle.status)


def others(request: PersonRequest, incident: Incident) -> str | None:
    """Who else has the incident open, in a sentence, while this person holds it too; None for who may not change it."""
    return say_presence(hold(actor=request.user, incident=incident)) if may_edit(request.user, incident) else None


def conflict(bundle: Bundle, incident: Incident | None, person: User) -> dict[str, Any] | None:
    """What others changed meanwhile, when somebody was first; none otherwise."""
    stale = bundle.stale
    if stale is None or incident is None:
        return None
    change = bundle.forms.get("change")
    opened = bundle.opened_at or (change.opened_at if isinstance(change, ChangeForm) else incident.revision)
    return {
        "sentence": stale.sentence,
        "current": stale.current,
        "clashes": bundle.clashes,
        "changes": change_rows(changes_since(incident, opened, person)),
        "url": address(incident),
    }
