"""Say which feeds the desk follows."""

import pghistory
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from incidents import policies
from incidents.models import Feed, FeedState
from incidents.rules.fetching import target_of
from incidents.services.outbox import enqueue
from incidents.services.writing import write


@transaction.atomic
def add_feed(*, actor: User, address: str, outlet: str) -> Feed:
    """Follow a feed; the worker looks into it as soon as fetching is on.

    Raises:
        NotAllowedError: this takes a senior editor.
        RefusedError: this is no address that may be asked.
        ValidationError: a field is wrong, or the feed is followed already.
    """
    policies.may_feed(actor).require()
    feed = Feed(address=target_of(address).address, outlet=outlet.strip(), added_by=actor)
    with pghistory.context(user=actor.pk, verb="add_feed"):
        write(feed)
    FeedState.objects.create(feed=feed)
    enqueue("poll_feed", feed=feed.pk)
    return feed


@transaction.atomic
def pause_feed(*, actor: User, feed: Feed, paused: bool) -> None:
    """Stop looking into a feed for a while, or go on; then it is due at once.

    Raises:
        NotAllowedError: this takes a senior editor.
    """
    policies.may_feed(actor).require()
    with pghistory.context(user=actor.pk, verb="pause_feed"):
        Feed.objects.filter(pk=feed.pk).update(paused=paused)
    if not paused:
        FeedState.objects.filter(feed=feed).update(due_at=timezone.now())
        enqueue("poll_feed", feed=feed.pk)


@transaction.atomic
def remove_feed(*, actor: User, feed: Feed) -> None:
    """Follow a feed no longer. The leads that it brought stay.

    Raises:
        NotAllowedError: this takes a senior editor.
    """
    policies.may_feed(actor).require()
    with pghistory.context(user=actor.pk, verb="remove_feed"):
        feed.delete()
