"""What witnesses gave back of this record, and whether it is enough."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from domain.record.checkpoint import Checkpoint, Cosignature, cosignatures
from domain.record.notes import BadNote, Note, Signature
from domain.record.proving import root_at, united
from domain.record.quorum import Quorum
from domain.record.subtrees import Tree, kept
from domain.record.tables import COSIGNED, HEAD


@dataclass(frozen=True)
class Witnessed:
    """A checkpoint, who of the quorum's witnesses cosigned it, and whether that is enough."""

    checkpoint: Checkpoint
    by: tuple[Cosignature, ...]
    enough: bool


def witnessed(note: Note, quorum: Quorum) -> Witnessed:
    """What the witnesses of the quorum say of a checkpoint; refused where one of them said something else."""
    by = cosignatures(note, quorum.witnesses.values())
    return Witnessed(Checkpoint.of(note.text), by, quorum.met([one.witness for one in by]))


def add(connection: Connection, note: Note, quorum: Quorum) -> Witnessed:
    """Keep the cosignatures of a checkpoint of this record, with those it has; refused where it is of another record.

    The first cosignature of a witness is the one that is kept: it tells since when the checkpoint is witnessed.
    """
    told = Checkpoint.of(note.text)
    _must_be_ours(connection, told)
    before = _at(connection, told.size)
    found = witnessed(note, quorum)
    if not found.by:
        raise BadNote(
            "No witness of the quorum has cosigned this checkpoint.",
            "Give what a witness of the quorum file gave back.",
        )
    log = tuple(one for one in note.signatures if one.name == told.origin)
    whole = united([*([before] if before is not None else []), Note(note.text, (*log, *_of_the_quorum(note, quorum)))])
    if before is None or len(whole.signatures) > len(before.signatures):
        connection.execute(insert(COSIGNED).values(size=told.size, note=str(whole)))
    return witnessed(whole, quorum)


def _of_the_quorum(note: Note, quorum: Quorum) -> list[Signature]:
    return [one for one in note.signatures if any(one.is_by(witness) for witness in quorum.witnesses.values())]


def _at(connection: Connection, size: int) -> Note | None:
    rows = connection.execute(select(COSIGNED.c.note).where(COSIGNED.c.size == size)).scalars().all()
    return united([Note.of(one.encode()) for one in rows]) if rows else None


def _must_be_ours(connection: Connection, told: Checkpoint) -> None:
    size: int = connection.execute(select(HEAD.c.size)).scalar_one()
    if told.size > size:
        raise BadNote(
            f"The witness saw {told.size} entries, and this record has {size}: it was cut short, or is an old copy.",
            "Record nothing in it; find the record that has them all.",
        )
    if root_at(connection, Tree(connection, kept(connection)), told.size) != told.root:
        raise BadNote(
            f"The witness saw another record: of {told.size} entries, but with another root.",
            "Is it a checkpoint of this record? If so, the record was altered since: nemcon verify",
        )


def last_size(connection: Connection, below: int) -> int:
    """The size of the last smaller checkpoint that a witness gave back; 0 where there is none."""
    asked = select(func.max(COSIGNED.c.size)).where(COSIGNED.c.size < below)
    return connection.execute(asked).scalar_one() or 0
