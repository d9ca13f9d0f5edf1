"""Facets of a query, counted once for each state of the record."""

import hashlib
from typing import Final

from django.core.cache import caches

from incidents.filters import Query
from incidents.models.record import LogEntry
from incidents.selectors.facets import FACETS, Values, facets

KEPT_FOR: Final = 3_600
"""Seconds. The head of the log is part of the key, so that nothing older than it is ever shown."""


def counted(
    query: Query, head: LogEntry | None, names: tuple[str, ...] = FACETS, most: int | None = None
) -> dict[str, Values]:
    """The values of each facet with their counts, from memory where the record has not grown since."""
    asked = (head.chain_hash if head else "", query.canonical, str(most), *names)
    key = hashlib.sha256("\n".join(asked).encode()).hexdigest()
    found: dict[str, Values] | None = caches["api"].get(f"facets:{key}")
    if found is None:
        found = facets(query, names, most)
        caches["api"].set(f"facets:{key}", found, KEPT_FOR)
    return found
