"""How many independent origins stand behind an assertion, however many outlets repeat it.

Each citation's source is walked to its origins: the sources it rests on that themselves rest on nothing. Citations
that share an origin, or that carry the words of the same unnamed speaker, count once. Three consequences are kept by
tests: outlets that rewrite what is cited already never raise the count, a document that rests on nothing cited raises
it by one, and the order in which citations were entered does not matter.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)

Origin = frozenset[Hashable]
"""The keys of one origin: a single source, or several that rest on each other in a circle and so stand for one."""


@dataclass(frozen=True, slots=True)
class CitedWords:
    """What one citation brings: its source, whose words it carries (if known) and whether that speaker is unnamed."""

    source: Hashable
    speaker: Hashable | None = None
    unnamed: bool = False


def origins(
    citations: Iterable[CitedWords], derivations: Iterable[tuple[Hashable, Hashable]]
) -> list[frozenset[CitedWords]]:
    """Return the citations grouped by independent origin; the number of groups is the number of origins.

    ``derivations`` are pairs (source, the source it rests on). A round-up that rests on several origins, each of which
    is cited by itself too, appears in the group of each and ties none of them together; where its origins are not
    cited apart, it counts as one. A circle of derivations counts as one origin.

    The groups come in a stable order: by the smallest source key, compared as text.
    """
    cited = set(citations)
    roots = _roots({words.source for words in cited}, derivations)
    same = _Groups[Origin]()
    for spoken in _by_unnamed_speaker(cited).values():
        same.join({origin for words in spoken for origin in roots[words.source]})
    reached = {words: frozenset(same.of(origin) for origin in roots[words.source]) for words in cited}
    smallest = {own for own in reached.values() if not any(other < own for other in reached.values())}
    ties = _Groups[Origin]()
    for own in smallest:
        ties.join(own)
    groups: dict[Origin, set[CitedWords]] = {ties.of(next(iter(own))): set() for own in smallest}
    for words, own in reached.items():
        for tied in {ties.of(origin) for origin in own} & groups.keys():
            groups[tied].add(words)
    return sorted((frozenset(group) for group in groups.values()), key=_smallest_source)


def count_origins(citations: Iterable[CitedWords], derivations: Iterable[tuple[Hashable, Hashable]]) -> int:
    """Return how many independent origins the citations have; 0 when there are none."""
    return len(origins(citations, derivations))


class _Groups(Generic[Member]):
    """Disjoint sets: which members belong together after every ``join`` (union-find with path halving)."""

    def __init__(self) -> None:
        self._parent: dict[Member, Member] = {}

    def of(self, member: Member) -> Member:
        """Return the one member that stands for the whole set ``member`` is in."""
        parent = self._parent
        while (above := parent.setdefault(member, member)) != member:
            parent[member] = parent[above]
            member = parent[member]
        return member

    def join(self, members: Iterable[Member]) -> None:
        """Put all the members into one set."""
        for one, other in pairwise(members):
            self._parent[self.of(one)] = self.of(other)


def _by_unnamed_speaker(cited: Iterable[CitedWords]) -> dict[Hashable, set[CitedWords]]:
    spoken: dict[Hashable, set[CitedWords]] = {}
    for words in cited:
        if words.unnamed and words.speaker is not None:
            spoken.setdefault(words.speaker, set()).add(words)
    return spoken


def _roots(
    sources: Iterable[Hashable], derivations: Iterable[tuple[Hashable, Hashable]]
) -> dict[Hashable, frozenset[Origin]]:
    """Return each source's origins: the ends of its chains, a circle without a way out being one end."""
    rests_on: dict[Hashable, set[Hashable]] = {}
    for source, origin in derivations:
        rests_on.setdefault(source, set()).add(origin)
    reach: dict[Hashable, Origin] = {}

    def reached(start: Hashable) -> Origin:
        if start not in reach:
            seen, waiting = {start}, [start]
            while waiting:
                new = rests_on.get(waiting.pop(), set()) - seen
                seen |= new
                waiting.extend(new)
            reach[start] = frozenset(seen)
        return reach[start]

    def is_end(source: Hashable) -> bool:
        return all(source in reached(other) for other in reached(source))

    return {source: frozenset(reached(end) for end in reached(source) if is_end(end)) for source in sources}


def _smallest_source(group: frozenset[CitedWords]) -> str:
    return min(str(words.source) for words in group)
