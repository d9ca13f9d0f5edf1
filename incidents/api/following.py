"""Following the log: where a reader goes on, and the entries from there."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final, Self

from django.http import QueryDict

from incidents.api.parameters import read_limit
from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.models.record import LogEntry
from incidents.rules.moments import DAY
from incidents.selectors.record_ledger import entries_from, position_at

SINCE: Final = "since"
LONGEST_NUMBER: Final = 15


@dataclass(frozen=True, kw_only=True)
class Following:
    """The entries from ``since`` on, at most ``limit`` of them; ``size`` is how many the log has."""

    since: int
    limit: int
    size: int

    @classmethod
    def read(cls, params: QueryDict, known: frozenset[str], head: LogEntry | None, most: int) -> Self:
        """Understand where to go on, against the log as it stands.

        Raises:
            ParametersRefusedError: it is neither a position that the log has had nor a moment, or the limit is wrong.
        """
        size, text = head.position + 1 if head else 0, str(params.get(SINCE, "0")).strip()
        number = int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else None
        moment = _moment(text) if number is None else None
        if number is None and moment is None:
            sentence = "Give a position of the log such as 0, or a moment such as 2024-01-05 or 2024-01-05T12:00:00Z."
            raise ParametersRefusedError([Wrong(SINCE, sentence)], known)
        if number is not None and number > size:
            sentence = f"The log has {size} entries, and you hold more of them. Begin again from 0, and ask us why."
            raise ParametersRefusedError([Wrong(SINCE, sentence)], known)
        since = number if number is not None else position_at(moment, size) if moment else 0
        return cls(since=since, limit=read_limit(params, known, most), size=size)

    def entries(self, *, geometry: bool) -> list[LogEntry]:
        """The entries, oldest first."""
        return entries_from(self.since, self.limit, geometry=geometry)


def _moment(text: str) -> datetime | None:
    """A moment in ISO 8601 with its offset from UTC; a day stands for its beginning, UTC."""
    try:
        if DAY.fullmatch(text):
            return datetime.combine(date.fromisoformat(text), time.min, UTC)
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
