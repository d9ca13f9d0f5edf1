"""The tasks. Arguments are ids, never content; a task that runs twice does no harm."""

from datetime import UTC, datetime

import structlog
from django.conf import settings
from procrastinate.contrib.django import app

from incidents.models import ErrorReport, Review, Source
from incidents.services import checkpoints
from incidents.services import embargo as embargoes
from incidents.services.anchoring import check_quotes
from incidents.services.custody import verify_due
from incidents.services.notifying import tell_of_report, tell_reviewers
from incidents.services.presence import drop_expired
from incidents.services.repeating import forget_old as forget_answers
from incidents.services.unsaved import forget_old
from incidents.services.verifying import verify

log = structlog.get_logger(__name__)


@app.task(name="notify_reviewers", retry=3)
def notify_reviewers(review: int) -> None:
    """Tell the reviewers of an incident that was handed in."""
    found = Review.objects.filter(pk=review).select_related("incident", "requested_by").first()
    if found:
        log.info("reviewers_told", review=review, people=tell_reviewers(review=found))


@app.task(name="tell_of_report", retry=3)
def tell_editors_of_report(reference: str) -> None:
    """Tell those who answer reports that a reader sent one."""
    found = ErrorReport.objects.filter(reference=reference).first()
    if found:
        log.info("report_told", people=tell_of_report(report=found))


@app.periodic(cron="17 2 * * *")
@app.task(name="check_record")
def check_record(timestamp: int) -> None:
    """Compute the whole log anew every night; an error names the positions that do not hold."""
    found = [problem.position for problem in verify(keys=settings.ATTEST_VERIFIER_KEYS)]
    if found:
        log.error("record_does_not_hold", positions=found[:100], count=len(found), timestamp=timestamp)
    else:
        log.info("record_holds", timestamp=timestamp)


@app.periodic(cron="47 2 * * *")
@app.task(name="check_captures")
def check_captures(timestamp: int) -> None:
    """Compute the hash of snapshots anew, each once a week; an error counts those that do not hold."""
    checked, damaged = verify_due()
    (log.error if damaged else log.info)("captures_checked", count=checked, damaged=damaged, timestamp=timestamp)


@app.periodic(cron="7 * * * *")
@app.task(name="sign_checkpoint")
def sign_checkpoint(timestamp: int) -> None:
    """Sign the log every hour in which it has grown, and once a day in any case."""
    if settings.ATTEST_CHECKPOINT_KEY is None:
        log.error("no_checkpoint_key", timestamp=timestamp)
        return
    try:
        made = checkpoints.sign_checkpoint(key=settings.ATTEST_CHECKPOINT_KEY, keys=settings.ATTEST_VERIFIER_KEYS)
    except checkpoints.LogRewrittenError as refusal:
        log.critical("record_rewritten", why=refusal.sentence, timestamp=timestamp)
    else:
        log.info("checkpoint_signed" if made else "checkpoint_not_due", timestamp=timestamp)


@app.task(name="publish_embargoed", retry=3)
def publish_embargoed(embargo: int) -> None:
    """Publish what was set for this moment, if it is still approved and unchanged."""
    ended = embargoes.publish_embargoed(embargo=embargo, now=datetime.now(UTC))
    log.info("embargo_ended", embargo=embargo, stage=ended or "nothing to do")


@app.task(name="check_quotes_of", retry=3)
def check_quotes_of(source: int) -> None:
    """Look for the quotes of a source in the snapshot that was just kept of it."""
    found = Source.objects.filter(pk=source).first()
    if found:
        missing = [one for one in check_quotes(source=found) if one.outcome in {"edited", "gone"}]
        log.info("quotes_checked", source=source, missing=len(missing))


@app.periodic(cron="*/15 * * * *")
@app.task(name="sweep")
def sweep(timestamp: int) -> None:
    """Drop leases whose holders have gone, what was left unsaved for a week, what programs were answered long ago."""
    log.info("leases_dropped", count=drop_expired(), timestamp=timestamp)
    log.info("unsaved_forms_forgotten", count=forget_old(), timestamp=timestamp)
    log.info("answers_forgotten", count=forget_answers(), timestamp=timestamp)
