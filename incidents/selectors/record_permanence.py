"""What a query finds, fixed: the moment of record time that its answer is of, and the address that repeats it."""

from datetime import datetime
from urllib.parse import parse_qsl, urlencode

from django.utils import timezone

from incidents.filters import Query
from incidents.models.record import LogEntry
from incidents.rules.moments import spelt_moment


def moment_of(query: Query, head: LogEntry | None) -> datetime | None:
    """The moment that the query names or, where it names none that has passed, that of the log's newest entry.

    None where the record holds nothing yet.
    """
    if query.as_of and query.as_of <= timezone.now():
        return query.as_of
    return head.appended_at if head else None


def fixed(query: Query, moment: datetime) -> str:
    """The canonical query string as of a moment: it finds the same for ever."""
    pairs = dict(parse_qsl(query.canonical)) | {"as_of": spelt_moment(moment)}
    return urlencode(sorted(pairs.items()), safe=",:")


def entry_at(moment: datetime | None) -> LogEntry | None:
    """The newest entry that the log had at a moment; now where there is none."""
    entries = LogEntry.objects.public()
    return (entries.filter(appended_at__lte=moment) if moment else entries).head()
