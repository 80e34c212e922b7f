"""What can be shown of the record to somebody who does not see it: a proof of one entry, a submission to a witness."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from sqlalchemy import Connection, Engine, func, select

from domain.record.checkpoint import Checkpoint
from domain.record.codec import Codec
from domain.record.database import reading
from domain.record.edge import Altered
from domain.record.merkle import (
    BadProof,
    consistency_path,
    inclusion_path,
    leaf_hash,
    leaf_text,
    verify_consistency,
    verify_inclusion,
)
from domain.record.notes import Note
from domain.record.proofs import Proof, Submission
from domain.record.subtrees import Tree, keep, kept
from domain.record.tables import CHECKPOINT, COSIGNED, EVENT, HEAD
from domain.rules import impossible
from domain.values import Distribution

_LINES: Final = 5

Shown = TypeVar("Shown")


def prove(engine: Engine, entry: int, *, restricted: bool = False) -> Proof:
    """The proof that an entry is in the record, under a signed checkpoint; a restricted one without its state."""

    def made(connection: Connection, tree: Tree) -> Proof:
        stream, version, topic, state = _stored(connection, entry)
        note = signed_over(connection, entry)
        head, text = Checkpoint.of(note.text), leaf_text(stream, version, topic, state)
        hashes = tuple(tree.root(*span) for span in inclusion_path(entry - 1, head.size))
        verify_inclusion(entry - 1, head.size, leaf_hash(text), hashes, head.root)
        withheld = not restricted and _is_restricted(topic, state)
        return Proof(entry - 1, hashes, note, text if withheld else text + state)

    return _shown(engine, made)


def submit(engine: Engine, old: int) -> Submission:
    """The last signed checkpoint, and the proof that it begins with the record as it was at another size."""

    def made(connection: Connection, tree: Tree) -> Submission:
        _must_reach(connection, old)
        note = last_signed(connection, max(old, 1))
        head = Checkpoint.of(note.text)
        if old == 0:  # whoever has seen nothing needs no proof
            return Submission(0, (), note)
        hashes = tuple(tree.root(*span) for span in consistency_path(old, head.size))
        verify_consistency(old, head.size, hashes, root_at(connection, tree, old), head.root)
        return Submission(old, hashes, note)

    return _shown(engine, made)


def _must_reach(connection: Connection, size: int) -> None:
    found: int = connection.execute(select(HEAD.c.size)).scalar_one()
    if found < size:
        raise impossible(
            f"This record has only {found} entries. If a witness saw {size}, it is an older copy, or was cut.",
            "Give what the witness saw; if it is right, bring back a newer copy: docs/how-to/back-up.md",
        )


def root_at(connection: Connection, tree: Tree, size: int) -> bytes:
    """The root of the record at an earlier size: of its checkpoint, else told anew from the entries."""
    found: bytes | None = connection.execute(
        select(CHECKPOINT.c.root).where(CHECKPOINT.c.size == size)
    ).scalar_one_or_none()
    return tree.root(0, size) if found is None else found


def _shown(engine: Engine, made: Callable[[Connection, Tree], Shown]) -> Shown:
    """What is made with the help of kept roots; where it does not hold, from the entries alone."""
    with reading(engine) as connection:
        tree = Tree(connection, kept(connection))
        try:
            found = made(connection, tree)
        except BadProof:
            tree = Tree(connection)
            try:
                found = made(connection, tree)
            except BadProof as error:
                raise Altered("The entries of this record do not lead to the root of its checkpoint.") from error
    keep(engine, tree)
    return found


def signed_over(connection: Connection, entry: int) -> Note:
    """The last checkpoint over an entry that witnesses gave back; else the last one that is signed."""
    last = select(func.max(COSIGNED.c.size)).where(COSIGNED.c.size >= entry).scalar_subquery()
    given_back = connection.execute(select(COSIGNED.c.note).where(COSIGNED.c.size == last)).scalars().all()
    return united([Note.of(one.encode()) for one in given_back]) if given_back else last_signed(connection, entry)


def last_signed(connection: Connection, entry: int) -> Note:
    """The last checkpoint that is signed; refused where it is not over that entry."""
    asked = select(CHECKPOINT.c.note).where(CHECKPOINT.c.size >= entry, CHECKPOINT.c.note.is_not(None))
    found = connection.execute(asked.order_by(CHECKPOINT.c.size.desc()).limit(1)).scalar_one_or_none()
    if found is None:
        raise impossible(
            f"No checkpoint over entry {entry} is signed: nobody vouches for it yet.",
            "Make a key (nemcon key new NAME -o FILE), then record with it: --key FILE, or NEMCON_KEY",
        )
    return Note.of(found.encode())


def united(notes: list[Note]) -> Note:
    """One note of several over the same text, with the signature of each key once."""
    found = notes[0]
    for note in notes[1:]:
        there = {(one.name, one.id) for one in found.signatures}
        found = found.with_signatures(*(one for one in note.signatures if (one.name, one.id) not in there))
    return found


def _stored(connection: Connection, entry: int) -> tuple[str, int, str, bytes]:
    columns = (EVENT.c.originator_id, EVENT.c.originator_version, EVENT.c.topic, EVENT.c.state)
    found = connection.execute(select(*columns).where(EVENT.c.entry == entry)).one_or_none()
    if found is None:
        raise impossible(f"There is no entry {entry} in the record.", "Look it up: nemcon history")
    return found.originator_id, found.originator_version, found.topic, found.state


def _is_restricted(topic: str, state: bytes) -> bool:
    return Codec().decode(topic, state).entry.distribution is Distribution.RESTRICTED


@dataclass(frozen=True)
class Proven:
    """What a proof shows: an entry of a log, its stream, its version and its topic; its state where it is in it."""

    entry: int
    checkpoint: Checkpoint
    stream: str
    version: str
    topic: str
    state: bytes | None


def check_proof(proof: Proof) -> Proven:
    """Show that the entry is under the checkpoint, or raise `BadProof`. Who signed it is for the caller to check."""
    head = Checkpoint.of(proof.note.text)
    *lines, state = proof.extra.split(b"\n", _LINES)
    if len(lines) != _LINES or lines[0] != b"nemcon/v1":
        raise BadProof("The proof does not hold the text of an entry.")
    text = proof.extra[: len(proof.extra) - len(state)]
    verify_inclusion(proof.index, head.size, leaf_hash(text), proof.hashes, head.root)
    _, stream, version, topic, digest = (line.decode(errors="replace") for line in lines)
    if state and hashlib.sha256(state).hexdigest() != digest:
        raise BadProof("The state in the proof is not the one that the record has: its hash is another.")
    return Proven(proof.index + 1, head, stream, version, topic, state or None)
