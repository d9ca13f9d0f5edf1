"""How the record and the work behind it stand, as far as a reader can see it.

The public role sees what the worker does, not whether it runs: the signatures under the log, and the files that readers
ordered. What was due and is not there says that it does not keep up; more than that is not claimed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from django.db.models import Max, Min

from incidents.choices import DownloadStage
from incidents.filters import read_query
from incidents.models.record import Checkpoint, Download, DownloadOrder, LogEntry
from incidents.querysets.record import PUBLIC
from incidents.selectors.record import log_head
from incidents.selectors.record_downloads import entry_at
from incidents.selectors.record_proofs import newest_checkpoint
from incidents.selectors.record_queries import counted_to

SIGNED_WITHIN: Final = timedelta(hours=2)
"""The log is signed every hour in which it has grown; twice that is late."""

RENEWED_WITHIN: Final = timedelta(hours=26)
"""And once a day in any case."""

BEGUN_WITHIN: Final = timedelta(hours=1)
"""A file that was ordered is begun at once, where no others are before it."""

EVERYTHING: Final = 2**31
"""More incidents than there can be: a count goes to its end."""


class Worker(Enum):
    """What a reader can say of the worker."""

    ON_TIME = "on_time"
    LATE = "late"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Status:
    """The state of the record. ``seen_at`` is the newest trace of the worker, ``overdue_since`` the moment from which
    the oldest of what is missing was late; None where there is none.
    """

    head: LogEntry | None
    incidents: int
    checkpoint: Checkpoint | None
    seen_at: datetime | None
    overdue_since: datetime | None

    @property
    def size(self) -> int:
        """Entries of the log."""
        return self.head.position + 1 if self.head else 0

    @property
    def worker(self) -> Worker:
        """Late where something is missing; unknown where it has left no trace yet."""
        if self.overdue_since:
            return Worker.LATE
        return Worker.ON_TIME if self.seen_at else Worker.UNKNOWN


def status_at(now: datetime, *, signs: bool) -> Status:
    """How everything stands now; ``signs`` says whether this installation has a key to sign the log with."""
    head, checkpoint = log_head(), newest_checkpoint()
    made = Download.objects.using(PUBLIC).aggregate(touched=Max("touched_at"), finished=Max("finished_at"))
    traces = [checkpoint.signed_at if checkpoint else None, *made.values()]
    ends = [*(_signatures(head, checkpoint) if signs else ()), *_files()]
    return Status(
        head=head,
        incidents=counted_to(read_query({}), EVERYTHING),
        checkpoint=checkpoint,
        seen_at=max((one for one in traces if one), default=None),
        overdue_since=min((one for one in ends if one < now), default=None),
    )


def _signatures(head: LogEntry | None, checkpoint: Checkpoint | None) -> Iterator[datetime]:
    """Until when the log is to be signed again."""
    signed = checkpoint.size if checkpoint else 0
    unsigned = entry_at(signed) if head and head.position >= signed else None
    if unsigned:
        yield unsigned.appended_at + SIGNED_WITHIN
    elif checkpoint:
        yield checkpoint.signed_at + RENEWED_WITHIN


def _files() -> Iterator[datetime]:
    """Until when the file that is waited for longest is to be begun."""
    waiting = DownloadOrder.objects.public().waiting().filter(download__stage=DownloadStage.WAITING)
    first = waiting.aggregate(first=Min("ordered_at"))["first"]
    if first:
        yield first + BEGUN_WITHIN
