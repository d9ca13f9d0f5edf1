"""Append to the published record: the version, its log entry and the flat row. Called inside a transaction."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.types.range import TimestamptzRange

from incidents.models import LogEntry, LogNode, PublishedIncident, Version
from incidents.rules.canonical import EMPTY_LOG, SALT_BYTES, canonical_bytes, chain_hash, leaf_hash
from incidents.rules.record import logged_document
from incidents.rules.refusals import RefusedError
from incidents.selectors.content import content_hash
from incidents.selectors.log_tree import frontier
from incidents.services.elements import write_elements
from incidents.services.flat import flat_row, tombstone_row
from incidents.services.naming import write_names
from incidents.services.outbox import enqueue

RECORD_LOCK: Final = 7_239_118
"""Advisory lock held while the record grows: one version after the other, so that the log has one head."""

MOST_IN_A_YEAR: Final = 999_999


def append_version(
    *,
    public_id: str,
    kind: str,
    content: dict[str, Any],
    summary: str,
    desk_seal: str = "",
    reviewer_roles: Sequence[str] = (),
) -> Version:
    """Write the next version of an incident, chain it to the log and make its flat row the current one.

    Whoever asked to be told of it is owed that with the same transaction, where webhooks are on.
    """
    hold_record()
    last = Version.objects.filter(public_id=public_id).order_by("-number").first()
    version = Version.objects.create(
        public_id=public_id,
        number=last.number + 1 if last else 1,
        kind=kind,
        content=content,
        content_sha256=content_hash(content),
        summary=summary,
        published_at=next_instant(),
        reviewer_roles=list(reviewer_roles),
    )
    entry = append_entry(version, desk_seal)
    _replace_row(version)
    if settings.ATTEST_WEBHOOKS:
        enqueue("tell_webhooks", position=entry.position)
    return version


def append_entry(version: Version, desk_seal: str = "") -> LogEntry:
    """Chain a version to the head of the log, and let the log's tree grow by it."""
    head = LogEntry.objects.head()
    salt = secrets.token_bytes(SALT_BYTES)
    previous = bytes.fromhex(head.chain_hash) if head else EMPTY_LOG
    leaf = leaf_hash(salt, canonical_bytes(logged_document(version, desk_seal)))
    entry = LogEntry.objects.create(
        position=head.position + 1 if head else 0,
        version=version,
        salt=salt.hex(),
        leaf_hash=leaf.hex(),
        previous_hash=previous.hex(),
        chain_hash=chain_hash(previous, leaf).hex(),
        appended_at=version.published_at,
        desk_seal=desk_seal,
    )
    completed = frontier(entry.position, alias=connection.alias).append(leaf)
    LogNode.objects.bulk_create(
        LogNode(level=node.level, index=node.index, hash=value.hex()) for node, value in completed
    )
    return entry


def next_public_id(year: int) -> str:
    """The next permanent id of a year. Ids are given in the order of first publication and never used twice.

    Raises:
        RefusedError: the year is full.
    """
    hold_record()
    number = last_number(year) + 1
    if number > MOST_IN_A_YEAR:
        raise RefusedError(_("No permanent ids are left for %(year)s.") % {"year": year})
    return f"INC-{year:04}-{number:06}"


def last_number(year: int) -> int:
    """The last number given in a year, 0 for none: one step in the index, however many there are."""
    ids = Version.objects.filter(public_id__gte=f"INC-{year:04}-000000", public_id__lte=f"INC-{year:04}-999999")
    last = ids.order_by("-public_id").values_list("public_id", flat=True).first()
    return int(last[-6:]) if last else 0


def _replace_row(version: Version) -> None:
    """Close the row that was current and open the new one at the same instant."""
    at = version.published_at
    for row in PublishedIncident.objects.filter(public_id=version.public_id, known__endswith=None):
        row.known = TimestamptzRange(row.known.lower, at)
        row.under_review = False
        row.save(update_fields=["known", "under_review"])
    build = flat_row if version.content["schema"].startswith("attest-incident/") else tombstone_row
    row = build(version)
    row.known = TimestamptzRange(at, None)
    row.save(force_insert=True)
    if build is flat_row:
        write_elements([version.pk])
        write_names([(version.pk, version.content)])


def next_instant() -> datetime:
    """The time of publication: strictly after that of every version before it, whatever the clock does."""
    now = timezone.now()
    newest = LogEntry.objects.head()
    if newest and newest.appended_at >= now:
        return newest.appended_at + timedelta(microseconds=1)
    return now


def hold_record() -> None:
    """Wait until nobody else writes to the record, and keep it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [RECORD_LOCK])
