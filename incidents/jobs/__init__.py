"""What the worker does: each task calls one service or selector. Registered with procrastinate when Django starts."""

from incidents.jobs.downloads import make_download, sweep_downloads
from incidents.jobs.fetching import fetch_page, poll_feed, poll_feeds
from incidents.jobs.mail import mail_digest_of, mail_digests, mail_notice_at_once
from incidents.jobs.tasks import (
    check_captures,
    check_quotes_of,
    check_record,
    notify_reviewers,
    sign_checkpoint,
    sweep,
    tell_editors_of_report,
)
from incidents.jobs.webhooks import deliver_webhook, replay_webhook, sweep_webhooks, tell_webhooks

__all__ = [
    "check_captures",
    "check_quotes_of",
    "check_record",
    "deliver_webhook",
    "fetch_page",
    "mail_digest_of",
    "mail_digests",
    "mail_notice_at_once",
    "make_download",
    "notify_reviewers",
    "poll_feed",
    "poll_feeds",
    "replay_webhook",
    "sign_checkpoint",
    "sweep",
    "sweep_downloads",
    "sweep_webhooks",
    "tell_editors_of_report",
    "tell_webhooks",
]
