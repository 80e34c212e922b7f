"""The Merkle tree: vectors of others, vectors from the definition, and laws."""

import base64
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.record.merkle import (
    EMPTY_ROOT,
    BadProof,
    Frontier,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    leaf_text,
    node_hash,
    root_of,
    verify_consistency,
    verify_inclusion,
)

VECTORS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "tlog"
LEAVES = [leaf_hash(bytes([number])) for number in range(40)]
SIZES = st.integers(1, len(LEAVES))


def vectors(name: str) -> Any:  # noqa: ANN401 - what others published
    found = VECTORS / name
    if not found.exists():
        pytest.skip(f"the shared vectors are not beside the project (no {name})")
    return json.loads(found.read_text())


def decoded(case: dict[str, Any], *names: str) -> list[bytes]:
    return [base64.b64decode(case[name] or "") for name in names]


def proof(case: dict[str, Any]) -> list[bytes]:
    return [base64.b64decode(one) for one in case["proof"] or ()]


def mth(data: Sequence[bytes]) -> bytes:
    """RFC 6962, 2.1, word by word: the root, from the definition and from nothing of ours."""
    if not data:
        return hashlib.sha256(b"").digest()
    if len(data) == 1:
        return hashlib.sha256(b"\x00" + data[0]).digest()
    k = max(1 << power for power in range(20) if 1 << power < len(data))
    return hashlib.sha256(b"\x01" + mth(data[:k]) + mth(data[k:])).digest()


def test_the_roots_are_those_of_the_reference_tree() -> None:
    given = vectors("rfc6962-roots.json")
    leaves = [leaf_hash(bytes.fromhex(one)) for one in given["leaves_hex"]]
    frontier = Frontier()
    for leaf, expected in zip(leaves, given["roots_hex"], strict=True):
        frontier = frontier.plus(leaf)
        assert frontier.root().hex() == expected


def test_every_published_proof_of_inclusion_is_judged_as_published() -> None:
    for case in vectors("inclusion.json")["cases"]:
        root, leaf = decoded(case, "root", "leafHash")
        judged(case, verify_inclusion, case["leafIdx"], case["treeSize"], leaf, proof(case), root)


def test_every_published_proof_of_consistency_is_judged_as_published() -> None:
    for case in vectors("consistency.json")["cases"]:
        roots = decoded(case, "root1", "root2")
        judged(case, verify_consistency, case["size1"], case["size2"], proof(case), *roots)


def judged(case: dict[str, Any], verify: Any, *given: Any) -> None:  # noqa: ANN401 - either of the two verifiers
    if not case["wantErr"]:
        verify(*given)
        return
    with pytest.raises(BadProof):
        verify(*given)


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert Frontier().root() == EMPTY_ROOT == mth([])


@given(st.lists(st.binary(max_size=80), max_size=70))
def test_the_root_is_that_of_the_definition(data: list[bytes]) -> None:
    assert root_of([leaf_hash(one) for one in data]) == mth(data)


@given(st.lists(st.binary(max_size=8), max_size=40), st.lists(st.binary(max_size=8), max_size=40))
def test_adding_to_a_stored_frontier_is_adding_to_the_tree(first: list[bytes], then: list[bytes]) -> None:
    before = Frontier().extended(leaf_hash(one) for one in first)
    kept = Frontier.of(before.size, before.to_bytes())
    assert kept == before
    after = kept.extended(leaf_hash(one) for one in then)
    assert after.root() == mth([*first, *then])
    assert after.size == len(first) + len(then)


def test_a_frontier_of_a_million_entries_takes_224_bytes() -> None:
    assert len(Frontier(1_000_000, (EMPTY_ROOT,) * 7).to_bytes()) == 224


@pytest.mark.parametrize(("size", "length"), [(3, 32), (3, 63), (0, 32), (-1, 32), (4, 0)])
def test_a_frontier_of_another_length_is_refused(size: int, length: int) -> None:
    with pytest.raises(BadProof, match="not that of a record of"):
        Frontier.of(size, bytes(length))


@given(SIZES, st.data())
def test_each_leaf_is_shown_to_be_in_the_tree(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaves = LEAVES[:size]
    verify_inclusion(index, size, leaves[index], inclusion_proof(leaves, index), root_of(leaves))


@given(SIZES, st.data())
def test_each_tree_is_shown_to_begin_with_the_earlier(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, size))
    leaves = LEAVES[:size]
    verify_consistency(old, size, consistency_proof(leaves, old), root_of(leaves[:old]), root_of(leaves))


@given(SIZES, st.data())
def test_a_changed_proof_of_inclusion_is_refused(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaves = LEAVES[:size]
    told = list(inclusion_proof(leaves, index))
    leaf, root, other = leaves[index], root_of(leaves), leaf_hash(b"another")
    broken = [
        (index, leaf, [*told, other], root),
        (index, leaf, told, other),
        (index, other, told, root),
        (index + size, leaf, told, root),
        (-1, leaf, told, root),
        (index, leaf, told, root[:-1]),
        *((index, leaf, told[:at] + told[at + 1 :], root) for at in range(len(told))),
        *((index, leaf, [*told[:at], other, *told[at + 1 :]], root) for at in range(len(told))),
        *((at, leaf, told, root) for at in range(size) if at != index),
    ]
    for at, one, hashes, top in broken:
        with pytest.raises(BadProof):
            verify_inclusion(at, size, one, hashes, top)


@given(SIZES, st.data())
def test_a_changed_proof_of_consistency_is_refused(size: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, size))
    leaves = LEAVES[:size]
    told, other = list(consistency_proof(leaves, old)), leaf_hash(b"another")
    first, second = root_of(leaves[:old]), root_of(leaves)
    broken = [
        (old, size, [*told, other], first, second),
        (old, size, told, other, second),
        (old, size, told, first, other),
        (0, size, told, first, second),
        (size + 1, size, told, first, second),
        *((old, size, told[:at] + told[at + 1 :], first, second) for at in range(len(told))),
        *((old, size, [*told[:at], other, *told[at + 1 :]], first, second) for at in range(len(told))),
    ]
    for one in broken:
        with pytest.raises(BadProof):
            verify_consistency(*one)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((0, 8, [], EMPTY_ROOT, LEAVES[0]), "Consistency from size 0 shows nothing"),
        ((8, 3, [], LEAVES[0], LEAVES[0]), "A tree of 3 cannot begin with one of 8"),
        ((2, 2, [LEAVES[0]], LEAVES[0], LEAVES[0]), "the sizes are the same"),
        ((2, 2, [], LEAVES[0], LEAVES[1]), "Two trees of the same size have different roots"),
        ((2, 3, [], LEAVES[0], LEAVES[1]), "shorter than it must be"),
        ((2, 3, [b"short"], LEAVES[0], LEAVES[1]), "not a SHA-256 hash"),
    ],
)
def test_a_proof_that_shows_nothing_is_refused_by_name(given: Any, said: str) -> None:  # noqa: ANN401 - arguments of the verifier
    with pytest.raises(BadProof, match=said):
        verify_consistency(*given)


def test_there_is_no_proof_of_a_leaf_beyond_the_tree() -> None:
    with pytest.raises(BadProof, match="There is no leaf 3 in a tree of 3"):
        inclusion_proof(LEAVES[:3], 3)
    with pytest.raises(BadProof, match="Consistency from size 0"):
        consistency_proof(LEAVES[:3], 0)


def test_a_leaf_is_not_taken_for_a_node() -> None:
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])


def test_the_text_of_a_leaf_is_five_lines() -> None:
    text = leaf_text("b659c4b4-cda4-5cb4-a475-16fe2efac3c8", 8, "ItemConcluded", b"{}")
    assert text == (
        b"nemcon/v1\nb659c4b4-cda4-5cb4-a475-16fe2efac3c8\n8\nItemConcluded\n"
        b"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n"
    )


def test_of_a_frontier_as_much_is_kept_as_tells_of_the_first_leaves() -> None:
    leaves = [bytes([one]) * 32 for one in range(13)]
    whole = Frontier().extended(leaves)
    for size in range(14):
        part = whole.within(size)
        assert part.size <= size
        assert part.extended(leaves[part.size : size]) == Frontier().extended(leaves[:size])
    assert [whole.within(size).size for size in (0, 7, 8, 11, 12, 13)] == [0, 0, 8, 8, 12, 13]
