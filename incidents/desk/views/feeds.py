"""Feeds: which the desk follows, how each stands; seniors add, pause and remove them."""

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
from incidents.desk.forms.feed import FeedForm
from incidents.desk.pages import desk_page, form_page, sent
from incidents.desk.presenters.leads import feed_rows, intake_tabs
from incidents.desk.reads.evidence import publisher_names
from incidents.desk.reads.leads import listed_feeds
from incidents.models import Feed
from incidents.services.feeds import add_feed, pause_feed, remove_feed

EVERYTHING = {"position": "", "previous_url": "", "next_url": ""}
"""The list is one page."""


@desk_page("GET", "HEAD")
def feeds(request: PersonRequest) -> HttpResponse:
    """Every feed that is followed."""
    context = {
        "title": _("Feeds"),
        "tab": "intake",
        "tabs": intake_tabs("feeds"),
        "rows": feed_rows(listed_feeds()),
        "manages": bool(policies.may_feed(request.user)),
        "fetching": settings.ATTEST_FETCHING,
        **EVERYTHING,
    }
    return render(request, "desk/feeds.html", context)


@desk_page("GET", "POST")
def new(request: PersonRequest) -> HttpResponseBase:
    """Follow one more."""
    policies.may_feed(request.user).require()
    form = FeedForm(sent(request))
    bundle = Bundle(feed=form)

    def save() -> None:
        add_feed(actor=request.user, address=form.text("url"), outlet=form.text("outlet"))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The feed is followed. Its items come to the leads."))
        return redirect("desk:feeds")
    return form_page(
        request,
        "desk/feed_new.html",
        bundle,
        title=_("Follow a feed"),
        crumbs=[{"label": _("Feeds"), "url": reverse("desk:feeds")}],
        publisher_names=publisher_names(),
        tab="intake",
    )


@desk_page("POST")
def pause(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Stop looking into a feed, or go on (``paused`` is "no")."""
    feed = _find(uid)
    paused = request.POST.get("paused") != "no"
    pause_feed(actor=request.user, feed=feed, paused=paused)
    sentence = _("“%(feed)s” is paused.") if paused else _("“%(feed)s” is looked into again.")
    messages.success(request, sentence % {"feed": feed.outlet})
    return redirect("desk:feeds")


@desk_page("POST")
def remove(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Follow a feed no longer."""
    feed = _find(uid)
    remove_feed(actor=request.user, feed=feed)
    messages.success(request, _("“%(feed)s” is followed no longer. Its leads stay.") % {"feed": feed.outlet})
    return redirect("desk:feeds")


def _find(uid: UUID) -> Feed:
    return get_object_or_404(Feed, uid=uid)
