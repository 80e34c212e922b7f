"""The Merkle tree over the entries: RFC 6962, section 2.1, with the algorithms of RFC 9162, section 2.1.

The leaf of an entry stands at its rank, from 0, so the root is the same wherever the same events are kept. Whoever
holds the root of an earlier tree can be shown that it is the beginning of a later one, and whoever holds an event that
it is in the tree, without seeing any other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

HASH_SIZE: Final = 32

EMPTY_ROOT: Final = hashlib.sha256(b"").digest()
"""RFC 6962, 2.1: the hash of an empty list is the hash of an empty string."""

Span = tuple[int, int]
"""Leaves from the first number up to, and without, the second."""


class BadProof(ValueError):  # noqa: N818 - says what was met, not that something failed
    """What was to be shown is not shown: why, and what to do next."""

    def __init__(
        self, sentence: str, next_step: str = "Do not rely on it; ask where it came from for another."
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


def leaf_text(originator_id: str, version: int, topic: str, state: bytes) -> bytes:
    """What is hashed of an entry, as docs/record-format.md says: five lines, the state as the hash of its bytes."""
    return f"nemcon/v1\n{originator_id}\n{version}\n{topic}\n{hashlib.sha256(state).hexdigest()}\n".encode()


def leaf_hash(text: bytes) -> bytes:
    """RFC 6962, 2.1: the hash of a list with one entry is SHA-256(0x00 || d(0))."""
    return hashlib.sha256(b"\0" + text).digest()


def leaf_hashes(events: Iterable[tuple[int, str, int, str, bytes]]) -> list[bytes]:
    """The leaf hashes of events as they are stored: `leaf_hash` of `leaf_text`, without a call for each."""
    sha256 = hashlib.sha256
    return [
        sha256(f"\0nemcon/v1\n{originator_id}\n{version}\n{topic}\n{sha256(state).hexdigest()}\n".encode()).digest()
        for _, originator_id, version, topic, state in events
    ]


def node_hash(left: bytes, right: bytes) -> bytes:
    """RFC 6962, 2.1: MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n]))."""
    return hashlib.sha256(b"\1" + left + right).digest()


@dataclass(frozen=True)
class Frontier:
    """The right edge of a tree: the roots of the complete subtrees it consists of, from the largest to the smallest.

    It is all that is needed to add leaves: RFC 9162, 2.1.2, and 32 bytes for each 1 in the binary form of the size.
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    @staticmethod
    def of(size: int, data: bytes) -> Frontier:
        """The frontier that `to_bytes` wrote of a tree of that size; `BadProof` where the length cannot be right."""
        if size < 0 or len(data) != HASH_SIZE * size.bit_count():
            raise BadProof(f"The frontier kept beside the record is not that of a record of {size} entries.")
        return Frontier(size, tuple(data[at : at + HASH_SIZE] for at in range(0, len(data), HASH_SIZE)))

    def to_bytes(self) -> bytes:
        """The hashes, one after the other."""
        return b"".join(self.hashes)

    def plus(self, leaf: bytes) -> Frontier:
        """The frontier after one leaf more, given by its hash."""
        return self.extended((leaf,))

    def extended(self, leaves: Iterable[bytes]) -> Frontier:
        """RFC 9162, 2.1.2: push each leaf; merge as often as the size before it ends in ones."""
        stack, size, sha256 = list(self.hashes), self.size, hashlib.sha256
        for leaf in leaves:
            found, ones = leaf, size
            while ones & 1:
                found = sha256(b"\1" + stack.pop() + found).digest()
                ones >>= 1
            stack.append(found)
            size += 1
        return Frontier(size, tuple(stack))

    def within(self, size: int) -> Frontier:
        """As many of its complete subtrees, from the left, as have no more than that many leaves together."""
        at = count = 0
        for one in range(self.size.bit_length() - 1, -1, -1):
            span = self.size & 1 << one
            if at + span > size:
                break
            at, count = at + span, count + bool(span)
        return Frontier(at, self.hashes[:count])

    def root(self) -> bytes:
        """RFC 9162, 2.1.2: merge what is left, from the right."""
        if not self.hashes:
            return EMPTY_ROOT
        *others, found = self.hashes
        for left in reversed(others):
            found = node_hash(left, found)
        return found


def root_of(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962, 2.1: the root of the tree over these leaf hashes."""
    return Frontier().extended(leaves).root()


def inclusion_path(index: int, size: int) -> tuple[Span, ...]:
    """RFC 6962, 2.1.1: the subtrees whose roots are PATH(m, D[n]), from the leaf's sibling up."""
    if not 0 <= index < size:
        raise BadProof(f"There is no leaf {index} in a tree of {size}.")
    return tuple(_path(index, 0, size))


def _path(index: int, start: int, end: int) -> list[Span]:
    if end - start == 1:
        return []
    middle = start + _split(end - start)
    if index < middle:
        return [*_path(index, start, middle), (middle, end)]
    return [*_path(index, middle, end), (start, middle)]


def consistency_path(old: int, size: int) -> tuple[Span, ...]:
    """RFC 6962, 2.1.2: the subtrees whose roots are PROOF(m, D[n])."""
    _sizes(old, size)
    return tuple(_subproof(old, 0, size, whole=True))


def _subproof(old: int, start: int, end: int, *, whole: bool) -> list[Span]:
    if old == end:
        return [] if whole else [(start, end)]
    middle = start + _split(end - start)
    if old <= middle:
        return [*_subproof(old, start, middle, whole=whole), (middle, end)]
    return [*_subproof(old, middle, end, whole=False), (start, middle)]


def _split(size: int) -> int:
    """RFC 6962, 2.1: the largest power of two smaller than the size."""
    return 1 << (size - 1).bit_length() - 1


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """RFC 6962, 2.1.1: the proof that the leaf of that index is in the tree over these leaf hashes."""
    return _roots(leaves, inclusion_path(index, len(leaves)))


def consistency_proof(leaves: Sequence[bytes], old: int) -> tuple[bytes, ...]:
    """RFC 6962, 2.1.2: the proof that the tree over these leaf hashes begins with that of the first `old`."""
    return _roots(leaves, consistency_path(old, len(leaves)))


def _roots(leaves: Sequence[bytes], spans: Iterable[Span]) -> tuple[bytes, ...]:
    return tuple(root_of(leaves[start:end]) for start, end in spans)


def verify_inclusion(leaf_index: int, tree_size: int, leaf_hash: bytes, proof: Sequence[bytes], root: bytes) -> None:
    """RFC 9162, 2.1.3.2: show that the leaf is in the tree of that size and root, or raise `BadProof`."""
    # 1: Compare leaf_index from the inclusion proof with tree_size. If it is not smaller, the verification fails.
    if not 0 <= leaf_index < tree_size:
        raise BadProof(f"There is no leaf {leaf_index} in a tree of {tree_size}.")
    _hashes(leaf_hash, *proof, root)
    # 2 and 3: set fn to leaf_index, sn to tree_size - 1, r to the hash of the leaf.
    fn, sn, r = leaf_index, tree_size - 1, leaf_hash
    # 4: for each value p in the inclusion path:
    for p in proof:
        if sn == 0:
            raise BadProof("The proof of inclusion is longer than it can be.")
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            fn, sn = _to_a_left_edge(fn, sn)
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    # 5: compare sn to 0 and r to the root.
    if sn != 0:
        raise BadProof("The proof of inclusion is shorter than it must be.")
    if r != root:
        raise BadProof("The proof of inclusion leads to another root: this is not what the tree holds there.")


def verify_consistency(size1: int, size2: int, proof: Sequence[bytes], root1: bytes, root2: bytes) -> None:
    """RFC 9162, 2.1.4.2: show that the second tree begins with the first, or raise `BadProof`."""
    _sizes(size1, size2)
    _hashes(*proof, root1, root2)
    if size1 == size2:
        _same(proof, root1, root2)
        return
    # 1 and 2: an empty path fails; if first is an exact power of 2, prepend its hash to the path.
    path: list[bytes] = [*([root1] if size1.bit_count() == 1 else []), *proof]
    if not proof:
        raise BadProof("The proof of consistency is shorter than it must be.")
    # 3 and 4: fn is first - 1, sn second - 1; while the lowest bit of fn is set, shift both.
    fn, sn = _to_a_left_child(size1 - 1, size2 - 1)
    # 5: set both fr and sr to the first value.
    fr = sr = path[0]
    # 6: for each subsequent value c:
    for c in path[1:]:
        if sn == 0:
            raise BadProof("The proof of consistency is longer than it can be.")
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            fn, sn = _to_a_left_edge(fn, sn)
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    # 7: fr is the first hash, sr the second, and sn is 0.
    if sn != 0:
        raise BadProof("The proof of consistency is shorter than it must be.")
    if fr != root1 or sr != root2:
        raise BadProof("The two trees do not belong together: the second does not begin with the first.")


def _to_a_left_edge(fn: int, sn: int) -> Span:
    """RFC 9162, 2.1.3.2, 4 b: if the lowest bit is not set, shift both until it is, or until fn is 0."""
    while not fn & 1 and fn != 0:
        fn, sn = fn >> 1, sn >> 1
    return fn, sn


def _to_a_left_child(fn: int, sn: int) -> Span:
    """RFC 9162, 2.1.4.2, 4: shift both until the lowest bit of fn is not set."""
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    return fn, sn


def _sizes(size1: int, size2: int) -> None:
    # RFC 6962, 2.1.2: 0 < m < n; every tree begins with the empty one, so that a proof of it would show nothing.
    if size1 <= 0:
        raise BadProof("Consistency from size 0 shows nothing: every record begins with an empty one.")
    if size1 > size2:
        raise BadProof(f"A tree of {size2} cannot begin with one of {size1}: entries are only ever added.")


def _same(proof: Sequence[bytes], root1: bytes, root2: bytes) -> None:
    if proof:
        raise BadProof("The proof of consistency is longer than it can be: the sizes are the same.")
    if root1 != root2:
        raise BadProof("Two trees of the same size have different roots: one of them is not the record.")


def _hashes(*hashes: bytes) -> None:
    if any(len(one) != HASH_SIZE for one in hashes):
        raise BadProof("The proof holds something that is not a SHA-256 hash.")
