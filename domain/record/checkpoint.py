"""Checkpoints of the record and what witnesses say of them: C2SP tlog-checkpoint and tlog-cosignature.

A checkpoint says how many entries the record has and what its root is; the log key signs it. A witness adds its own
signature with the time: at that time this was the largest record it had seen, and it begins with all it saw before.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from domain.record.merkle import HASH_SIZE
from domain.record.notes import BadNote, KeyType, Note, Signature, Signer, Verifier, decoded, must_be_a_name, sign_note

_LATEST: Final = 2**63 - 1
_LINES: Final = 3


@dataclass(frozen=True)
class Checkpoint:
    """The head of a record: the name of its log, the number of its entries and the root over them."""

    origin: str
    size: int
    root: bytes

    @staticmethod
    def of(text: str) -> Checkpoint:
        """The checkpoint of a note text: tlog-checkpoint, "Note text"."""
        lines = text.removesuffix("\n").split("\n")
        if not text.endswith("\n") or len(lines) < _LINES or not all(lines):
            raise BadNote("That is no checkpoint: it must have a line each for the origin, the size and the root.")
        # Extension lines are opaque: nobody audits them, and what nobody audits is not signed here.
        if len(lines) > _LINES:
            raise BadNote("The checkpoint has extension lines, which nobody can audit.")
        origin, size, root = lines
        must_be_a_name(origin)
        return Checkpoint(origin, decimal(size), hash_of(root))

    def __str__(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"

    def signed(self, signer: Signer) -> Note:
        """The signed checkpoint; the log key has the name of the log."""
        must_be_of(self, signer.name)
        return sign_note(str(self), signer)


@dataclass(frozen=True)
class Cosignature:
    """That a witness saw a checkpoint, and when."""

    witness: Verifier
    at: datetime


def read_checkpoint(data: bytes, log: Verifier, *earlier: Verifier) -> Checkpoint:
    """The checkpoint in a note that a key of the log has signed, this one or one that was its key before.

    Refused where the origin is that of another log.
    """
    note = Note.of(data)
    found = Checkpoint.of(note.text)
    must_be_of(found, *(one.name for one in (log, *earlier)))
    own = [one for one in (log, *earlier) if one.name == found.origin]
    note.must_be_signed(next((one for one in own if note.by(one) is not None), own[0]))
    return found


def must_be_of(checkpoint: Checkpoint, *origins: str) -> None:
    """Refuse the checkpoint of another log."""
    if checkpoint.origin not in origins:
        raise BadNote(
            f"This is a checkpoint of another log: {checkpoint.origin}, not {origins[0]}.",
            "Give one of this log, or its key.",
        )


def cosign(note: Note, witness: Signer, at: datetime) -> Signature:
    """The cosignature of a witness. It must have verified the checkpoint, and kept it, before."""
    witness.must_be(KeyType.WITNESS)
    Checkpoint.of(note.text)
    seconds = int(at.timestamp())
    # tlog-cosignature, "Format": u64 timestamp in big-endian order, then the signature.
    data = seconds.to_bytes(8) + witness.sign(_cosigned(note.text, seconds))
    return Signature(witness.name, witness.verifier.id, data)


def cosignatures(note: Note, witnesses: Iterable[Verifier]) -> tuple[Cosignature, ...]:
    """Who of these witnesses cosigned the checkpoint, and when; refused where one of them wrote something else."""
    return tuple(
        Cosignature(witness, _seen(note, witness.must_be(KeyType.WITNESS), found))
        for witness in witnesses
        if (found := note.by(witness)) is not None
    )


def _seen(note: Note, witness: Verifier, signature: Signature) -> datetime:
    seconds = int.from_bytes(signature.data[:8])
    if seconds > _LATEST or not witness.accepts(_cosigned(note.text, seconds), signature.data[8:]):
        raise BadNote(f"The cosignature of {witness.name} is not over this checkpoint: one of them was changed.")
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise BadNote(f"The cosignature of {witness.name} has a time that no calendar has.") from error


def _cosigned(text: str, seconds: int) -> bytes:
    """tlog-cosignature, "Ed25519 signed message": a header line, a time line, the whole note text."""
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def decimal(text: str) -> int:
    """A number in ASCII decimal with no leading zeroes; of no more digits than 2^63 has."""
    if not (text.isascii() and text.isdecimal()) or (text != "0" and text.startswith("0")) or len(text) > 19:  # noqa: PLR2004 - the digits of 2^63
        raise BadNote(f"{text[:40]!r} is not a number as a checkpoint writes it.")
    return int(text)


def hash_of(text: str) -> bytes:
    """A SHA-256 hash in base64."""
    raw = decoded(text)
    if len(raw) != HASH_SIZE:
        raise BadNote("There is something in the place of a hash that is not of 32 bytes.")
    return raw
