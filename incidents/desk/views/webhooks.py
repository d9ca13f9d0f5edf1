"""Webhooks: which addresses are told of what is published, and what became of it."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.webhook import ReplayForm, WebhookForm
from incidents.desk.pages import asked_for, desk_page, form_page, sent
from incidents.desk.presenters import webhooks as shown
from incidents.desk.reads.webhooks import A_PAGE, listed, told
from incidents.filters import QueryRefusedError
from incidents.models import Webhook, WebhookDelivery
from incidents.selectors.webhooks import filter_of
from incidents.services.webhooks import replaying, subscribing

ONE_PAGE = {"position": "", "previous_url": "", "next_url": ""}


@desk_page("GET", "HEAD")
def webhooks(request: PersonRequest) -> HttpResponse:
    """One's own, and everybody's for an administrator."""
    context = {
        "title": _("Webhooks"),
        "tab": "",
        "rows": shown.rows(listed(request.user), request.user),
        "on": settings.ATTEST_WEBHOOKS,
        **ONE_PAGE,
    }
    return render(request, "desk/webhooks.html", context)


@desk_page("GET", "POST")
def new(request: PersonRequest) -> HttpResponseBase:
    """Add one; its secret is in this one answer and never again."""
    subscribing.require_switched_on()
    form, made = WebhookForm(sent(request)), []
    bundle, which = Bundle(webhook=form), ""

    def save() -> None:
        wanted, query = form.cleaned_data["wanted"], form.text("query")
        made.append(subscribing.add_webhook(actor=request.user, address=form.text("url"), wanted=wanted, query=query))

    if asked_for(request) == "check":
        bundle.as_typed()
        which = _which(form)
    elif request.method == "POST" and bundle.accepts(save):
        return _secret(request, *made[0])
    return form_page(request, "desk/webhook_new.html", bundle, title=_("Add a webhook"), crumbs=_crumbs(), which=which)


@desk_page("GET", "HEAD")
def webhook(request: PersonRequest, uid: UUID) -> HttpResponse:
    """One, with what it was told; ``before`` is the key of the last delivery seen."""
    found, before = _find(request, uid), request.GET.get("before", "")
    listed = told(found, before=int(before) if before.isdecimal() else None)
    page, here = listed[:A_PAGE], reverse("desk:webhook", kwargs={"uid": found.uid})
    context = {
        "title": _("Webhook"),
        "host": shown.host(found),
        "tab": "",
        "webhook": found,
        "facts": shown.facts(found, request.user),
        "rows": shown.delivery_rows(page),
        "owns": bool(policies.may_change_webhook(request.user, found)),
        "on": settings.ATTEST_WEBHOOKS,
        **ONE_PAGE,
        "previous_url": here if before else "",
        "next_url": f"{here}?before={page[-1].pk}" if len(listed) > A_PAGE else "",
    }
    return render(request, "desk/webhook.html", context)


@desk_page("POST")
def ping(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Send a test."""
    found = _find(request, uid)
    replaying.ping(actor=request.user, webhook=found)
    messages.success(request, _("A ping is on its way. What became of it stands below, when you open this page again."))
    return redirect("desk:webhook", uid=found.uid)


@desk_page("POST")
def pause(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Stop telling it, or go on (``paused`` is "no")."""
    found, paused = _find(request, uid), request.POST.get("paused") != "no"
    subscribing.pause_webhook(actor=request.user, webhook=found, paused=paused)
    going = _("It is told again. What was published meanwhile comes by a replay.")
    messages.success(request, _("It is paused.") if paused else going)
    return redirect("desk:webhook", uid=found.uid)


@desk_page("GET", "POST")
def rotate(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Make a new secret, which is in this one answer and never again."""
    found = _find(request, uid)
    policies.may_change_webhook(request.user, found).require()
    if request.method == "POST":
        return _secret(request, found, subscribing.rotate_secret(actor=request.user, webhook=found))
    consequence = _("For a day every message is signed with the former secret too. After that the new one alone holds.")
    return _confirm(request, found, _("Make a new secret"), consequence)


@desk_page("GET", "POST")
def remove(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Tell it nothing any more."""
    found = _find(request, uid)
    if request.method == "POST":
        subscribing.remove_webhook(actor=request.user, webhook=found)
        messages.success(request, _("The webhook is removed."))
        return redirect("desk:webhooks")
    consequence = _("Nothing is sent there any more, and what was told to it is forgotten.")
    return _confirm(request, found, _("Remove it"), consequence)


@desk_page("GET", "POST")
def replay_since(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Tell it everything since a moment again."""
    found = _find(request, uid)
    form = ReplayForm(sent(request))
    bundle = Bundle(replay=form)

    def save() -> None:
        replaying.replay_since(actor=request.user, webhook=found, since=form.cleaned_data["since"])

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("It is sent again. What became of it stands below, when you open this page again."))
        return redirect("desk:webhook", uid=found.uid)
    return form_page(
        request,
        "desk/webhook_replay.html",
        bundle,
        title=_("Send everything again since a moment"),
        crumbs=_crumbs(found),
        webhook=found,
    )


@desk_page("POST")
def replay(request: PersonRequest, uid: UUID, delivery: UUID) -> HttpResponseBase:
    """Send one thing again."""
    found = _find(request, uid)
    told = get_object_or_404(WebhookDelivery.objects.select_related("webhook"), webhook=found, uid=delivery)
    replaying.replay(actor=request.user, delivery=told)
    messages.success(request, _("It is sent again, under the same id."))
    return redirect("desk:webhook", uid=found.uid)


def _find(request: PersonRequest, uid: UUID) -> Webhook:
    return get_object_or_404(Webhook.objects.visible_to(request.user).select_related("owner"), uid=uid)


def _crumbs(found: Webhook | None = None) -> list[dict[str, str]]:
    items = [{"label": _("Webhooks"), "url": reverse("desk:webhooks")}]
    if found:
        items.append({"label": shown.host(found), "url": reverse("desk:webhook", kwargs={"uid": found.uid})})
    return items


def _which(form: WebhookForm) -> str:
    """What the typed filter keeps; where it cannot be read, the form says so and nothing is returned."""
    try:
        return shown.which(filter_of(form.typed("query")).canonical)
    except QueryRefusedError as error:
        form.blame("query", [str(error)])
        return ""


def _secret(request: PersonRequest, found: Webhook, secret: str) -> HttpResponse:
    return render(request, "desk/webhook_secret.html", {"webhook": found, "secret": secret, "tab": ""})


def _confirm(request: PersonRequest, found: Webhook, action: str, consequence: str) -> HttpResponse:
    return form_page(
        request,
        "desk/webhook_confirm.html",
        Bundle(),
        title=action,
        crumbs=_crumbs(found),
        webhook=found,
        what=found.address,
        consequence=consequence,
        action=action,
    )
