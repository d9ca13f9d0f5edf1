"""The lead inbox and the feeds as pages."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from incidents.choices import LeadStage
from incidents.desk.presenters.claims import say
from incidents.desk.reads.leads import counted_leads
from incidents.models import Feed, FeedState

STALE: Final = timedelta(days=1)
"""A feed that was not read for so long has a word of warning beside it."""


def intake_tabs(current: str) -> list[dict[str, Any]]:
    """What comes to the desk, as tabs."""
    return [
        {"label": _("A source"), "url": reverse("desk:intake"), "current": current == "intake"},
        {
            "label": _("Leads"),
            "url": reverse("desk:leads"),
            "current": current == "leads",
            "count": counted_leads()[LeadStage.NEW],
        },
        {"label": _("Feeds"), "url": reverse("desk:feeds"), "current": current == "feeds"},
    ]


def stage_tabs(counts: dict[str, int], current: str) -> list[dict[str, Any]]:
    """The stages of leads as tabs."""
    return [
        {
            "label": LeadStage(stage).label,
            "url": f"{reverse('desk:leads')}?tab={stage}",
            "count": count,
            "current": stage == current,
        }
        for stage, count in counts.items()
    ]


def lead_rows(leads: Iterable[Any]) -> list[dict[str, Any]]:
    """One row a lead; they come with the source that each has become."""
    return [
        {
            "uid": lead.uid,
            "title": lead.title,
            "address": lead.address,
            "outlet": lead.outlet,
            "published_on": say(lead.published_on),
            "new": lead.stage == LeadStage.NEW,
            "who": lead.decided_by.display_name if lead.decided_by else "",
            "when": say(lead.decided_at.date()) if lead.decided_at else "",
            "source_url": reverse("desk:source", kwargs={"uid": lead.source_uid}) if lead.source_uid else "",
        }
        for lead in leads
    ]


def nothing_here(stage: str) -> dict[str, str]:
    """What stands where a tab has no lead: why, and what to do next."""
    said = {"url": "", "action": ""}
    if stage == LeadStage.TAKEN:
        return said | {"title": _("No lead was taken yet."), "text": _("A lead that somebody takes in stands here.")}
    if stage == LeadStage.DISMISSED:
        return said | {"title": _("No lead was dismissed."), "text": _("A lead that is left aside stands here.")}
    said["title"] = _("No new lead.")
    if not settings.ATTEST_FETCHING:
        return said | {"text": _("The operator of this desk has fetching off, so no feed is looked into.")}
    if not Feed.objects.exists():
        feeds = {"url": reverse("desk:feeds"), "action": _("Feeds")}
        return said | feeds | {"text": _("The desk follows no feed yet.")}
    return said | {"text": _("Feeds are looked into every half an hour.")}


def feed_rows(feeds: Iterable[Any]) -> list[dict[str, Any]]:
    """One row a feed: how it stands, in words."""
    return [
        {
            "uid": feed.uid,
            "outlet": feed.outlet,
            "address": feed.address,
            "paused": feed.paused,
            "leads": feed.brought,
            **_standing(feed, feed.state),
        }
        for feed in feeds
    ]


def _standing(feed: Feed, state: FeedState) -> dict[str, Any]:
    now = timezone.now()
    read = _("Read %(ago)s ago") % {"ago": timesince(state.succeeded_at, now, depth=1)} if state.succeeded_at else ""
    old = now - (state.succeeded_at or feed.added_at) > STALE
    if feed.paused:
        return {"state": _("Paused"), "warning": "", "read": read}
    if state.problem:
        return {"state": _("Not read"), "warning": state.problem, "read": read}
    if old:
        warning = _("Nothing was read for more than a day. Is the worker running?")
        return {"state": _("Stale"), "warning": warning, "read": read}
    return {"state": read or _("Not read yet"), "warning": "", "read": ""}
