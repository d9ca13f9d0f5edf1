"""Which independent origins stand behind an assertion, and how many."""

from collections.abc import Iterable

from incidents.choices import Stance
from incidents.models import Assertion, Citation, SourceDerivation
from incidents.rules.independence import CitedWords, origins


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


def supporting_citations(citations: Iterable[Citation], *, public: bool) -> list[Citation]:
    """The citations that speak for what they stand at; ``public`` leaves confidential sources out."""
    return [
        citation
        for citation in citations
        if citation.stance == Stance.SUPPORTS and not (public and citation.source.confidential)
    ]


def cited_words(citation: Citation) -> CitedWords:
    """A citation, as the rule of independence reads it."""
    return CitedWords(
        source=citation.source_id,
        speaker=citation.speaker_id,
        unnamed=bool(citation.speaker and citation.speaker.unnamed),
    )


def origin_groups(assertions: Iterable[Assertion], *, public: bool) -> dict[int, list[list[Citation]]]:
    """The supporting citations of each assertion by independent origin; the assertions come ``with_evidence``.

    A round-up that rests on several cited origins stands in the group of each. ``public`` counts what everybody may
    know of: a confidential source leaves no trace, not even in a number.
    """
    supporting = {one.pk: supporting_citations(one.citations.all(), public=public) for one in assertions}
    sources = {citation.source_id for cited in supporting.values() for citation in cited}
    edges = derivations_above(sources)
    return {pk: _grouped(cited, edges) for pk, cited in supporting.items()}


def origins_of(assertions: Iterable[Assertion], *, public: bool) -> dict[int, int]:
    """How many independent origins each assertion has; see ``origin_groups``."""
    return {pk: len(groups) for pk, groups in origin_groups(assertions, public=public).items()}


def _grouped(cited: list[Citation], edges: list[tuple[int, int]]) -> list[list[Citation]]:
    """The groups in the order of their citations: that of the sources' keys would tell how many sources there are."""
    words = [cited_words(citation) for citation in cited]
    groups = ([place for place, spoken in enumerate(words) if spoken in group] for group in origins(words, edges))
    return [[cited[place] for place in places] for places in sorted(groups)]
