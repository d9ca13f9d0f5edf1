"""The Merkle tree over the log's leaves, and proofs about it, made and checked.

Hashing follows RFC 6962, section 2.1; proofs follow RFC 9162, sections 2.1.3 (inclusion) and 2.1.4 (consistency). Every
hash has 32 bytes. A tree never changes where it is complete: of its inner hashes only those of complete subtrees are
kept, by :class:`Node`, and a proof is made from some two dozen of them however many leaves there are.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from incidents.rules.canonical import EMPTY_LOG, HASH_BYTES, NODE_PREFIX


@dataclass(frozen=True, slots=True)
class Node:
    """A complete subtree: at ``level`` it has ``2**level`` leaves, the first of them at ``index * 2**level``."""

    level: int
    index: int


@dataclass(frozen=True, slots=True)
class Span:
    """The leaves from ``begin`` up to, not including, ``end``, where they are one subtree of the tree."""

    begin: int
    end: int


LEAVES: Final = 0
"""The level of the leaves themselves."""


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: ``SHA-256(0x01 || left || right)`` (RFC 6962, section 2.1)."""
    return hashlib.sha256(NODE_PREFIX + left + right).digest()


def nodes_of(span: Span) -> list[Node]:
    """The complete subtrees that a span is made of, from the left: one for each bit of its length."""
    found, begin = [], span.begin
    for level in reversed(range((span.end - span.begin).bit_length())):
        if (span.end - span.begin) >> level & 1:
            found.append(Node(level, begin >> level))
            begin += 1 << level
    return found


def span_hash(span: Span, hashes: Mapping[Node, bytes]) -> bytes:
    """The hash of a span, given those of its complete subtrees; of no leaves, the hash of the empty tree.

    Raises:
        KeyError: the hash of a node is missing.
    """
    parts = [hashes[node] for node in nodes_of(span)]
    if not parts:
        return EMPTY_LOG
    total = parts.pop()
    while parts:
        total = node_hash(parts.pop(), total)
    return total


def inclusion_spans(index: int, size: int) -> list[Span]:
    """The spans whose hashes prove that leaf ``index`` is in the tree of ``size`` leaves (RFC 9162, 2.1.3.1).

    Raises:
        ValueError: the tree has no such leaf.
    """
    if not 0 <= index < size:
        message = f"A tree of {size} leaves has no leaf {index}."
        raise ValueError(message)
    path, begin, end = [], 0, size
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            path.append(Span(middle, end))
            end = middle
        else:
            path.append(Span(begin, middle))
            begin = middle
    return path[::-1]


def consistency_spans(older: int, size: int) -> list[Span]:
    """The spans whose hashes prove that the tree of ``size`` begins with that of ``older`` leaves (RFC 9162, 2.1.4.1).

    Nothing is to be proved, and nothing given, for the same size and for the empty tree.

    Raises:
        ValueError: the older tree is the larger one.
    """
    if not 0 <= older <= size:
        message = f"A tree of {size} leaves does not begin with one of {older}."
        raise ValueError(message)
    path, begin, end, whole = [], 0, size, True
    while older not in {0, end}:
        middle = begin + _split(end - begin)
        if older <= middle:
            path.append(Span(middle, end))
            end = middle
        else:
            path.append(Span(begin, middle))
            begin, whole = middle, False
    if older and not whole:
        path.append(Span(begin, end))
    return path[::-1]


def needed(spans: Iterable[Span]) -> set[Node]:
    """The nodes whose hashes a proof is made from."""
    return {node for span in spans for node in nodes_of(span)}


def includes(*, index: int, size: int, leaf: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that ``leaf`` is at ``index`` of the tree of ``size`` with ``root`` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size or not _are_hashes((leaf, root, *proof)):
        return False
    position, last, total = index, size - 1, leaf
    for part in proof:
        if last == 0:
            return False
        if position & 1 or position == last:
            total = node_hash(part, total)
            position, last = _past_the_edge(position, last)
        else:
            total = node_hash(total, part)
        position, last = position >> 1, last >> 1
    return last == 0 and total == root


def extends(*, older: int, size: int, older_root: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that the tree of ``size`` begins with that of ``older`` leaves (RFC 9162, 2.1.4.2)."""
    if not 0 <= older <= size or not _are_hashes((older_root, root, *proof)):
        return False
    if older in {0, size}:
        return not proof and older_root == (EMPTY_LOG if older == 0 else root)
    path = [older_root, *proof] if older & (older - 1) == 0 else list(proof)
    return bool(path) and _leads_to_both(path, older - 1, size - 1) == (older_root, root)


def _leads_to_both(path: Sequence[bytes], position: int, last: int) -> tuple[bytes, bytes] | None:
    """The two roots that a consistency path leads to; None where it is too short or too long."""
    while position & 1:
        position, last = position >> 1, last >> 1
    before = after = path[0]
    for part in path[1:]:
        if last == 0:
            return None
        if position & 1 or position == last:
            before, after = node_hash(part, before), node_hash(part, after)
            position, last = _past_the_edge(position, last)
        else:
            after = node_hash(after, part)
        position, last = position >> 1, last >> 1
    return (before, after) if last == 0 else None


def _past_the_edge(position: int, last: int) -> tuple[int, int]:
    """Climb from a node without a sibling on its right to the level where it is a right child itself."""
    while position and not position & 1:
        position, last = position >> 1, last >> 1
    return position, last


def _split(size: int) -> int:
    """The largest power of two smaller than ``size``."""
    return 1 << (size - 1).bit_length() - 1


def _are_hashes(values: Iterable[bytes]) -> bool:
    return all(len(value) == HASH_BYTES for value in values)


class Frontier:
    """A tree that grows at its right edge, of which only the complete subtrees at that edge are kept in memory."""

    def __init__(self, size: int = 0, hashes: Mapping[Node, bytes] | None = None) -> None:
        """Begin with ``size`` leaves, given the hashes of ``nodes_of(Span(0, size))``."""
        self.size = size
        known = hashes or {}
        self._edge = [known[node] for node in nodes_of(Span(0, size))]

    def append(self, leaf: bytes) -> list[tuple[Node, bytes]]:
        """Add a leaf, and answer with each node above the leaves that it completes, from below."""
        total, level, index = leaf, LEAVES, self.size
        completed = []
        while index & 1:
            total = node_hash(self._edge.pop(), total)
            level, index = level + 1, index >> 1
            completed.append((Node(level, index), total))
        self._edge.append(total)
        self.size += 1
        return completed

    @property
    def root(self) -> bytes:
        """The root of the tree as it stands."""
        if not self._edge:
            return EMPTY_LOG
        *rest, total = self._edge
        for left in reversed(rest):
            total = node_hash(left, total)
        return total
