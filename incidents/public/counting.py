"""Facets of a query, counted once for each state of the record."""

import hashlib
from typing import Final

from django.core.cache import caches

from incidents.filters import Query
from incidents.models.record import LogEntry
from incidents.selectors.facets import FACETS, Counted, facets

KEPT_FOR: Final = 3_600
"""Seconds. The head of the log is part of the key, so that nothing older than it is ever shown."""


def counted(query: Query, head: LogEntry | None, names: tuple[str, ...] = FACETS) -> dict[str, list[Counted]]:
    """The values of each facet with their counts, from memory where the record has not grown since."""
    key = hashlib.sha256("\n".join((head.chain_hash if head else "", query.canonical, *names)).encode()).hexdigest()
    found: dict[str, list[Counted]] | None = caches["api"].get(f"facets:{key}")
    if found is None:
        found = facets(query, names)
        caches["api"].set(f"facets:{key}", found, KEPT_FOR)
    return found
