"""The log as a tree: its root at any size, and proofs, each from some two dozen kept hashes."""

from collections.abc import Iterable, Sequence

from incidents.models.record import LogEntry, LogNode
from incidents.querysets.record import PUBLIC
from incidents.rules.merkle import (
    LEAVES,
    Frontier,
    Node,
    Span,
    consistency_spans,
    inclusion_spans,
    needed,
    nodes_of,
    span_hash,
)


def hashes_of(nodes: Iterable[Node], *, alias: str = PUBLIC) -> dict[Node, bytes]:
    """The kept hashes of some nodes, in two questions; a node that is not kept is left out."""
    wanted = set(nodes)
    leaves = [node.index for node in wanted if node.level == LEAVES]
    inner = [node for node in wanted if node.level > LEAVES]
    found: dict[Node, bytes] = {}
    if leaves:
        rows = LogEntry.objects.using(alias).filter(position__in=leaves).values_list("position", "leaf_hash")
        found.update((Node(LEAVES, position), _bytes(leaf)) for position, leaf in rows)
    if inner:
        kept = LogNode.objects.using(alias).those(inner).values_list("level", "index", "hash")
        found.update((Node(level, index), _bytes(value)) for level, index, value in kept)
    return found


def _bytes(text: str) -> bytes:
    """What hexadecimal digits say; nothing where they are none, so that no hash equals it."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""


def span_hashes(spans: Sequence[Span], *, alias: str = PUBLIC) -> list[bytes]:
    """The hash of each span.

    Raises:
        KeyError: the tree lacks a node.
    """
    known = hashes_of(needed(spans), alias=alias)
    return [span_hash(span, known) for span in spans]


def root_at(size: int, *, alias: str = PUBLIC) -> bytes:
    """The root over the first ``size`` entries."""
    return span_hashes([Span(0, size)], alias=alias)[0]


def inclusion_proof(index: int, size: int, *, alias: str = PUBLIC) -> tuple[bytes, list[bytes]]:
    """The root at a size, and the proof that the entry at ``index`` is under it."""
    root, *path = span_hashes([Span(0, size), *inclusion_spans(index, size)], alias=alias)
    return root, path


def consistency_proof(older: int, size: int, *, alias: str = PUBLIC) -> tuple[bytes, bytes, list[bytes]]:
    """The roots at two sizes, and the proof that the larger log begins with the smaller one."""
    spans = [Span(0, older), Span(0, size), *consistency_spans(older, size)]
    before, after, *path = span_hashes(spans, alias=alias)
    return before, after, path


def frontier(size: int, *, alias: str) -> Frontier:
    """The tree over the first ``size`` entries, ready to grow."""
    return Frontier(size, hashes_of(nodes_of(Span(0, size)), alias=alias))
