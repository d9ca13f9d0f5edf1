"""Extended Date/Time Format (EDTF, ISO 8601-2:2019) read with strict bounds.

Strict: "2024-01~" (about January 2024) gets the bounds of January 2024. The mark stays in the span's ``edtf``.
"""

import re
from datetime import UTC, date, datetime, timedelta

from django.utils.translation import gettext as _
from edtf import EDTFObject, EDTFParseException, Season, parse_edtf

from incidents.choices import DatePrecision
from incidents.rules.dates.span import (
    SECOND,
    DateNotUnderstoodError,
    Span,
    is_recordable,
    span_of_days,
    span_of_instants,
    zone,
)

LOOKS_LIKE_EDTF = re.compile(r"[\[{./]*[0-9][0-9X.,/~?%:TZ+\[\]{} -]*")
"""What only EDTF or an ISO 8601 date looks like: digits and its signs, no words."""

_TIMED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?")
_OPEN = re.compile(r"^(?:\.\.)?/|/(?:\.\.)?$|\[\.\.|\.\.\]|\{\.\.|\.\.\}")
_MINUTE = timedelta(minutes=1)


def read_edtf(text: str, *, timezone: str) -> Span:
    """Return the span an EDTF string or ISO 8601 date-time stands for.

    A date-time without an offset is in ``timezone``; one with an offset keeps its instant.

    Raises:
        DateNotUnderstoodError: for what is not EDTF, for an end left open, and for seasons, which fall in other
            months in the other half of the world.
    """
    text = text.strip()
    if _TIMED.fullmatch(text):
        return _timed(text, timezone)
    if _OPEN.search(text):
        raise DateNotUnderstoodError(
            _("“%(text)s” leaves one end open; give an earliest and a latest date.") % {"text": text}
        )
    parsed = _parsed(text)
    try:
        first, last = (date(*bound[:3]) for bound in (parsed.lower_strict(), parsed.upper_strict()))
    except ValueError:
        first = last = date.min
    if not (is_recordable(first) and is_recordable(last)):
        raise _not_recordable(text)
    span = span_of_days(first, last, timezone=timezone)
    return Span(span.earliest, span.latest, span.precision, timezone, str(parsed))


def _parsed(text: str) -> EDTFObject:
    try:
        parsed: EDTFObject = parse_edtf(text)
    except EDTFParseException as error:
        raise DateNotUnderstoodError(
            _("“%(text)s” is not a date; write it as in 2024-01-03, 2024-01 or 3 January 2024.") % {"text": text}
        ) from error
    if isinstance(parsed, Season):
        raise DateNotUnderstoodError(
            _("“%(text)s” is a season, which falls in other months elsewhere; give the months.") % {"text": text}
        )
    return parsed


def _timed(text: str, timezone: str) -> Span:
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise DateNotUnderstoodError(
            _("“%(text)s” is not a time that exists; write it as in 2024-01-03 14:50.") % {"text": text}
        ) from error
    if not is_recordable(read.date()):
        raise _not_recordable(text)
    start = read.replace(second=0, microsecond=0, tzinfo=read.tzinfo or zone(timezone)).astimezone(UTC)
    return span_of_instants(start, start + _MINUTE - SECOND, precision=DatePrecision.MINUTE, timezone=timezone)


def _not_recordable(text: str) -> DateNotUnderstoodError:
    return DateNotUnderstoodError(_("“%(text)s” is not a year that can be recorded.") % {"text": text})
