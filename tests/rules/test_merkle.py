"""The tree and its proofs: the vectors that other logs are tested with, and what holds of every tree."""

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.rules.canonical import EMPTY_LOG, LEAF_PREFIX
from incidents.rules.merkle import (
    Frontier,
    Node,
    Span,
    consistency_spans,
    extends,
    includes,
    inclusion_spans,
    needed,
    node_hash,
    nodes_of,
    span_hash,
)

DATA = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""The reference leaves and roots of certificate-transparency, for trees of one to eight leaves."""

A, B, C, D, E, F = (
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
)
INCLUSION = {
    (0, 8): [F, A, C],
    (5, 8): [B, D, ROOTS[3]],
    (2, 3): [ROOTS[1]],
    (1, 5): [ROOTS[0], A, B],
}
CONSISTENCY = {
    (1, 1): [],
    (1, 8): [F, A, C],
    (6, 8): [E, D, ROOTS[3]],
    (2, 5): [A, B],
    (6, 7): [E, "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f", ROOTS[3]],
}
MOST = 70


def leaves(number: int) -> list[bytes]:
    """So many different leaf hashes."""
    return [hashlib.sha256(LEAF_PREFIX + str(one).encode()).digest() for one in range(number)]


def reference() -> list[bytes]:
    return [hashlib.sha256(LEAF_PREFIX + bytes.fromhex(data)).digest() for data in DATA]


def tree_hash(hashes: Sequence[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, as it is written there: the definition that everything else is held against."""
    if not hashes:
        return EMPTY_LOG
    if len(hashes) == 1:
        return hashes[0]
    split = 1
    while split * 2 < len(hashes):
        split *= 2
    return node_hash(tree_hash(hashes[:split]), tree_hash(hashes[split:]))


def kept(hashes: Sequence[bytes]) -> dict[Node, bytes]:
    """Every complete subtree of the tree over these leaves."""
    tree, known = Frontier(), {Node(0, index): one for index, one in enumerate(hashes)}
    for one in hashes:
        known.update(tree.append(one))
    return known


def proof(spans: Sequence[Span], known: dict[Node, bytes]) -> list[bytes]:
    return [span_hash(span, known) for span in spans]


def flipped(value: bytes, bit: int) -> bytes:
    return bytes(byte ^ (1 << bit % 8 if place == bit // 8 else 0) for place, byte in enumerate(value))


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_of_the_reference_trees(size: int) -> None:
    tree = Frontier()
    for one in reference()[:size]:
        tree.append(one)
    assert tree.root.hex() == ROOTS[size - 1]
    assert span_hash(Span(0, size), kept(reference())).hex() == ROOTS[size - 1]


def test_the_root_of_the_empty_tree() -> None:
    assert Frontier().root.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert span_hash(Span(0, 0), {}) == EMPTY_LOG


@pytest.mark.parametrize(("leaf", "size"), INCLUSION)
def test_the_reference_proofs_of_inclusion(leaf: int, size: int) -> None:
    made = proof(inclusion_spans(leaf, size), kept(reference()))
    assert [one.hex() for one in made] == INCLUSION[leaf, size]


@pytest.mark.parametrize(("older", "size"), CONSISTENCY)
def test_the_reference_proofs_of_consistency(older: int, size: int) -> None:
    made = proof(consistency_spans(older, size), kept(reference()))
    assert [one.hex() for one in made] == CONSISTENCY[older, size]


@pytest.mark.parametrize("size", range(MOST))
def test_every_tree_has_the_root_that_the_definition_gives_it(size: int) -> None:
    hashes = leaves(size)
    assert span_hash(Span(0, size), kept(hashes)) == tree_hash(hashes)


def test_every_leaf_of_every_tree_is_proved() -> None:
    known = kept(leaves(MOST))
    for size in range(1, MOST + 1):
        root = span_hash(Span(0, size), known)
        for index in range(size):
            path = proof(inclusion_spans(index, size), known)
            assert includes(index=index, size=size, leaf=known[Node(0, index)], root=root, proof=path)


def test_every_tree_is_proved_to_extend_every_smaller_one() -> None:
    known = kept(leaves(MOST))
    roots = [span_hash(Span(0, size), known) for size in range(MOST + 1)]
    for size in range(MOST + 1):
        for older in range(size + 1):
            path = proof(consistency_spans(older, size), known)
            assert extends(older=older, size=size, older_root=roots[older], root=roots[size], proof=path)


@given(st.data())
def test_a_changed_bit_breaks_a_proof_of_inclusion(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, MOST))
    index = data.draw(st.integers(0, size - 1))
    known = kept(leaves(size))
    leaf, root = known[Node(0, index)], span_hash(Span(0, size), known)
    path = proof(inclusion_spans(index, size), known)
    changed = data.draw(st.integers(0, len(path) + 1))
    parts = [leaf, root, *path]
    parts[changed] = flipped(parts[changed], data.draw(st.integers(0, 255)))
    assert not includes(index=index, size=size, leaf=parts[0], root=parts[1], proof=parts[2:])


@given(st.data())
def test_a_changed_bit_breaks_a_proof_of_consistency(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, MOST))
    older = data.draw(st.integers(1, size))
    known = kept(leaves(size))
    path = proof(consistency_spans(older, size), known)
    parts = [span_hash(Span(0, older), known), span_hash(Span(0, size), known), *path]
    changed = data.draw(st.integers(0, len(parts) - 1))
    parts[changed] = flipped(parts[changed], data.draw(st.integers(0, 255)))
    assert not extends(older=older, size=size, older_root=parts[0], root=parts[1], proof=parts[2:])


@given(st.data())
def test_a_proof_is_of_one_leaf_in_one_tree(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, MOST))
    index, other = data.draw(st.lists(st.integers(0, size - 1), min_size=2, max_size=2, unique=True))
    known = kept(leaves(size))
    root, path = span_hash(Span(0, size), known), proof(inclusion_spans(index, size), known)
    leaf = known[Node(0, index)]
    assert not includes(index=other, size=size, leaf=leaf, root=root, proof=path)
    assert not includes(index=index, size=size, leaf=known[Node(0, other)], root=root, proof=path)
    assert not includes(index=index, size=size, leaf=leaf, root=root, proof=path[:-1])
    assert not includes(index=index, size=size, leaf=leaf, root=root, proof=[*path, root])
    assert not includes(index=index, size=size, leaf=leaf, root=root, proof=[*path, b""])


@given(st.data())
def test_a_tree_that_was_rewritten_is_not_proved_to_extend(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, MOST))
    older = data.draw(st.integers(1, size))
    before = leaves(size)
    after = [*before]
    after[data.draw(st.integers(0, older - 1))] = b"\x07" * 32
    was, now = kept(before), kept(after)
    path = proof(consistency_spans(older, size), now)
    roots = span_hash(Span(0, older), was), span_hash(Span(0, size), now)
    assert not extends(older=older, size=size, older_root=roots[0], root=roots[1], proof=path)


@pytest.mark.parametrize(("index", "size"), [(0, 0), (1, 1), (-1, 3), (7, 7)])
def test_what_no_tree_holds_is_neither_proved_nor_believed(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="has no leaf"):
        inclusion_spans(index, size)
    assert not includes(index=index, size=size, leaf=EMPTY_LOG, root=EMPTY_LOG, proof=[])


@pytest.mark.parametrize(("older", "size"), [(2, 1), (-1, 1)])
def test_a_tree_does_not_begin_with_a_larger_one(older: int, size: int) -> None:
    with pytest.raises(ValueError, match="does not begin"):
        consistency_spans(older, size)
    assert not extends(older=older, size=size, older_root=EMPTY_LOG, root=EMPTY_LOG, proof=[])


def test_the_empty_tree_is_the_beginning_of_every_tree_and_takes_no_proof() -> None:
    root = tree_hash(leaves(3))
    assert extends(older=0, size=3, older_root=EMPTY_LOG, root=root, proof=[])
    assert not extends(older=0, size=3, older_root=root, root=root, proof=[])
    assert not extends(older=0, size=3, older_root=EMPTY_LOG, root=root, proof=[root])


@pytest.mark.parametrize("size", [1, 5, 1_000, 99_999, 100_000, 2**20 - 1, 2**40 + 2**20 + 1])
def test_a_proof_is_made_from_a_few_nodes_however_large_the_tree(size: int) -> None:
    most = 2 * size.bit_length()
    for index in {0, size // 3, size // 2, size - 1}:
        assert len(needed(inclusion_spans(index, size))) <= most
        assert len(needed(consistency_spans(index, size))) <= most
        assert all((node.index + 1) << node.level <= size for node in needed(inclusion_spans(index, size)))


def test_a_tree_goes_on_from_its_edge() -> None:
    hashes = leaves(MOST)
    known = kept(hashes)
    for size in range(MOST):
        tree = Frontier(size, {node: known[node] for node in nodes_of(Span(0, size))})
        tree.append(hashes[size])
        assert tree.root == tree_hash(hashes[: size + 1])
