"""How many independent origins stand behind an assertion."""

from collections.abc import Iterable

from incidents.choices import Stance
from incidents.models import Assertion, Citation, SourceDerivation
from incidents.rules.independence import CitedWords, count_origins


def derivations_above(source_ids: set[int]) -> list[tuple[int, int]]:
    """Every edge (source, origin) that is reached upward from the sources."""
    edges: set[tuple[int, int]] = set()
    seen: set[int] = set()
    waiting = set(source_ids)
    while waiting:
        found = set(SourceDerivation.objects.filter(source__in=waiting).values_list("source_id", "origin_id"))
        seen |= waiting
        edges |= found
        waiting = {origin for _source, origin in found} - seen
    return sorted(edges)


def cited_words(citations: Iterable[Citation], *, public: bool) -> list[CitedWords]:
    """The supporting citations, as the rule of independence reads them; ``public`` leaves confidential ones out."""
    return [
        CitedWords(
            source=citation.source_id,
            speaker=citation.speaker_id,
            unnamed=bool(citation.speaker and citation.speaker.unnamed),
        )
        for citation in citations
        if citation.stance == Stance.SUPPORTS and not (public and citation.source.confidential)
    ]


def origins_of(assertions: Iterable[Assertion], *, public: bool) -> dict[int, int]:
    """Independent origins by assertion; the assertions come ``with_evidence``.

    ``public`` counts what everybody may know of: a confidential source leaves no trace, not even in a number.
    """
    words = {assertion.pk: cited_words(assertion.citations.all(), public=public) for assertion in assertions}
    sources = {word.source for group in words.values() for word in group if isinstance(word.source, int)}
    edges = derivations_above(sources)
    return {pk: count_origins(group, edges) for pk, group in words.items()}
