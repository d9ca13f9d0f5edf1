"""The tasks that tell webhooks what was published. They have a queue of their own: a worker may be set aside for it."""

from datetime import UTC, datetime

import structlog
from procrastinate.contrib.django import app

from incidents.presenting.webhooks import announced
from incidents.services.webhooks import owing, sending

log = structlog.get_logger(__name__)


@app.task(name="tell_webhooks", queue="webhooks", retry=3)
def tell_webhooks(position: int) -> None:
    """Owe an entry of the log to those whom it concerns."""
    owed = owing.owe_deliveries(position=position, now=datetime.now(UTC))
    log.info("webhooks_owed", position=position, deliveries=owed)


@app.task(name="replay_webhook", queue="webhooks", retry=3)
def replay_webhook(webhook: int, since: str) -> None:
    """Owe one webhook everything since a moment once more."""
    owed = owing.owe_again(webhook=webhook, since=datetime.fromisoformat(since), now=datetime.now(UTC))
    log.info("webhook_owed_again", webhook=webhook, deliveries=owed)


@app.task(name="deliver_webhook", queue="webhooks", priority=-1)
def deliver_webhook(delivery: int) -> None:
    """Make one attempt, after everything else that waits: a site that is slow keeps nobody here waiting."""
    stage = sending.deliver(delivery=delivery, now=datetime.now(UTC), announced=announced)
    log.info("webhook_tried", delivery=delivery, stage=stage or "nothing to do")


@app.periodic(cron="*/5 * * * *")
@app.task(name="sweep_webhooks")
def sweep_webhooks(timestamp: int) -> None:
    """Owe again what a killed worker left, and forget what is a month old."""
    owed = sending.sweep_webhooks(now=datetime.fromtimestamp(timestamp, UTC))
    log.info("webhooks_swept", owed=owed, timestamp=timestamp)
