"""What is added to an incident where it is asked for: its claims, citations, provenance, geometry."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.http import QueryDict

from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.api.serializers.additions import (
    ASSERTIONS,
    CHOICES,
    CITATIONS,
    FOR,
    GEOMETRY_TOO,
    HEAVY,
    PROVENANCE,
    SOURCES,
)
from incidents.api.serializers.rows import geometry
from incidents.filters import values_in
from incidents.models.record import PublishedIncident, Version
from incidents.presenting.provenance import provenance
from incidents.selectors.record import versions_behind

INCLUDE: Final = "include"
Wanted = frozenset[str]


def read_include(params: QueryDict, known: Iterable[str]) -> Wanted:
    """What is to be added, of ``CHOICES``.

    Raises:
        ParametersRefusedError: something else is asked for.
    """
    names = set(values_in(params.getlist(INCLUDE)))
    strangers = ", ".join(f"“{name}”" for name in sorted(names - set(CHOICES)))
    if strangers:
        raise ParametersRefusedError([Wrong(INCLUDE, f"There is no {strangers} to add.", CHOICES)], known)
    return frozenset(names)


def added(row: PublishedIncident, version: Version, wanted: Wanted) -> dict[str, Any]:
    """The members that are to be added, from the row and the document of a version."""
    found: dict[str, Any] = {}
    if ASSERTIONS in wanted:
        found[ASSERTIONS] = version.content["claims"]
    if CITATIONS in wanted:
        found |= {CITATIONS: list(_citations(version.content)), SOURCES: version.content["sources"]}
    if PROVENANCE in wanted:
        found[PROVENANCE] = provenance(version.content, version.reviewer_roles)
    if GEOMETRY_TOO in wanted:
        found[GEOMETRY_TOO] = geometry(row)
    return found


def added_to(rows: list[PublishedIncident], wanted: Wanted) -> list[dict[str, Any]]:
    """The same for the rows of a page; their documents are read in one question, and only where they are needed."""
    if not wanted:
        return [{} for _row in rows]
    behind = versions_behind([row.pk for row in rows]) if wanted & HEAVY else {}
    return [added(row, behind.get(row.pk, row.version), wanted) for row in rows]


def _citations(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every citation of a document with what it is cited for."""
    for part in FOR:
        for one in content.get(part, ()):
            for holder in one["relations"] if part == "actors" else (one,):
                for citation in holder["citations"]:
                    yield {"cited_for": part, "cited_by": one.get("id"), **citation}
