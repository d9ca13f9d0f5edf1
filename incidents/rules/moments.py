"""Moments of record time: a day stands for its end, so that "as of 5 January" includes what that day brought."""

import re
from datetime import UTC, date, datetime, time
from typing import Final

DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def end_of_day(day: date) -> datetime:
    """The last microsecond of a day, UTC."""
    return datetime.combine(day, time.max, UTC)


def is_end_of_day(moment: datetime) -> bool:
    """Whether a moment stands for a whole day."""
    return moment.astimezone(UTC).time() == time.max


def spelt_moment(moment: datetime) -> str:
    """A moment as an address says it: "2024-01-05" for the end of a day, RFC 3339 in UTC for any other."""
    return moment.astimezone(UTC).date().isoformat() if is_end_of_day(moment) else instant(moment)


def instant(moment: datetime) -> str:
    """A moment as RFC 3339 spells it, in UTC."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
