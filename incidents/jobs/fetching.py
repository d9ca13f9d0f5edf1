"""The tasks that ask other sites. Only here is anything fetched, and only where the operator switched it on."""

from datetime import UTC, datetime

import structlog
from django.conf import settings
from procrastinate.contrib.django import app

from incidents.services.fetching import polling, working
from incidents.services.outbox import enqueue

log = structlog.get_logger(__name__)


@app.task(name="fetch_page")
def fetch_page(fetch: int) -> None:
    """Fetch one page that somebody asked for."""
    stage = working.fetch_page(fetch=fetch, now=datetime.now(UTC))
    log.info("page_fetched", fetch=fetch, stage=stage or "not now")


@app.periodic(cron="*/5 * * * *")
@app.task(name="poll_feeds")
def poll_feeds(timestamp: int) -> None:
    """Owe a look to each feed that is due, and end what a killed worker left."""
    now = datetime.fromtimestamp(timestamp, UTC)
    stopped = working.sweep_fetches(now=now)
    due = polling.due_feeds(now=now) if settings.ATTEST_FETCHING else []
    for feed in due:
        enqueue("poll_feed", feed=feed)
    log.info("feeds_owed", count=len(due), fetches_stopped=stopped, timestamp=timestamp)


@app.task(name="poll_feed")
def poll_feed(feed: int) -> None:
    """Look for new leads in one feed."""
    found = polling.poll_feed(feed=feed, now=datetime.now(UTC))
    log.info("feed_polled", feed=feed, leads=found)
