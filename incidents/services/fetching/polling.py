"""Look into feeds when they are due, and keep what is new in them as leads. For the worker alone."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final
from urllib.parse import urljoin

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from incidents.models import Feed, FeedState, Lead, Source
from incidents.rules.fetching import FEEDS, LONGEST_ADDRESS, FetchRefusedError
from incidents.rules.refusals import RefusedError
from incidents.rules.urls import AddressRefusedError, normalise_url
from incidents.services.extracting import read_apart
from incidents.services.fetching.edge import WORLD, Edge
from incidents.services.fetching.getting import Got, get
from incidents.services.fetching.pacing import NotYetError, at_its_turn
from incidents.services.outbox import enqueue

EVERY: Final = timedelta(minutes=30)
LONGEST_WAIT: Final = timedelta(hours=12)
"""A feed that cannot be read is asked half as often after each failure, down to this."""
LONGEST_TITLE: Final = 400
AT_ITS_START: Final[dict[str, Any]] = {"next_address": "", "redirects": 0}
"""Where the next look into a feed begins: at its own address."""


def due_feeds(*, now: datetime) -> list[int]:
    """The feeds whose time has come, as primary keys."""
    return list(Feed.objects.filter(paused=False, state__due_at__lte=now).values_list("pk", flat=True))


def poll_feed(*, feed: int, now: datetime, edge: Edge = WORLD) -> int | None:
    """Look into a feed and keep what is new in it; how many leads is returned, None where it is not its time.

    Nor is it where a site was asked just before, to which its address or a redirect leads: then it goes on from there.
    """
    state = FeedState.objects.filter(feed=feed, feed__paused=False, due_at__lte=now).select_related("feed").first()
    if state is None:
        return None
    if not FeedState.objects.filter(pk=state.pk, due_at=state.due_at).update(due_at=now + EVERY, polled_at=now):
        return None
    since = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
    conditions = {name: said for name, said in since.items() if said}
    try:
        got = get(
            state.next_address or state.feed.address,
            accepted=FEEDS,
            admit=at_its_turn(now),
            redirects=state.redirects,
            since=conditions,
            edge=edge,
        )
        return _succeeded(state, got, now)
    except NotYetError as wait:
        so_far = {"next_address": wait.address, "redirects": wait.redirects}
        with transaction.atomic():
            FeedState.objects.filter(pk=state.pk).update(due_at=wait.turn, **so_far)
            enqueue("poll_feed", not_before=wait.turn, feed=feed)
        return None
    except RefusedError as refusal:
        _failed(state, refusal.sentence, now)
        return 0


@transaction.atomic
def _succeeded(state: FeedState, got: Got, now: datetime) -> int:
    found = 0
    if got.changed:
        items = read_apart("incidents.rules.feeds", got.data)
        if items is None:
            raise FetchRefusedError(_("What stands there is neither Atom nor RSS."))
        found = _receive(state.feed, items, got.address)
    kept = {"etag": got.etag, "last_modified": got.last_modified} if got.changed else {}
    FeedState.objects.filter(pk=state.pk).update(succeeded_at=now, failures=0, problem="", **kept, **AT_ITS_START)
    return found


def _failed(state: FeedState, sentence: str, now: datetime) -> None:
    wait = min(EVERY * 2 ** min(state.failures, 10), LONGEST_WAIT)
    changed = {"failures": state.failures + 1, "problem": sentence[:500], "due_at": now + wait}
    FeedState.objects.filter(pk=state.pk).update(**changed, **AT_ITS_START)


def _receive(feed: Feed, items: Iterable[dict[str, str]], base: str) -> int:
    """Keep the items of which neither the address nor a source with it is on record; how many is returned."""
    leads: dict[str, Lead] = {}
    for item in items:
        try:
            address = normalise_url(urljoin(base, item["address"]))
        except (AddressRefusedError, ValueError):
            continue
        if len(address) > LONGEST_ADDRESS:
            continue
        day = date.fromisoformat(item["day"]) if item["day"] else None
        lead = Lead(
            feed=feed, address=address, title=item["title"][:LONGEST_TITLE], outlet=feed.outlet, published_on=day
        )
        leads.setdefault(address, lead)
    known = {*Lead.objects.filter(address__in=leads).values_list("address", flat=True)}
    known |= {*Source.objects.filter(canonical_url__in=leads).values_list("canonical_url", flat=True)}
    fresh = [lead for address, lead in leads.items() if address not in known]
    with pghistory.context(verb="poll_feed"):
        return len(Lead.objects.bulk_create(fresh, ignore_conflicts=True))
