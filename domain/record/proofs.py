"""Proofs as files that a stranger can check: C2SP tlog-proof, and what a witness is shown (tlog-witness).

Both end with a signed checkpoint, and both are read in their one form only.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.record.checkpoint import decimal, hash_of
from domain.record.notes import BadNote, Note, decoded, must_end_in_newlines

_HEADER: Final = "c2sp.org/tlog-proof@v1"
_MOST_HASHES: Final = 63


@dataclass(frozen=True)
class Proof:
    """That an entry is in the record: its index, the inclusion proof, the checkpoint, and the text of the leaf."""

    index: int
    hashes: tuple[bytes, ...]
    note: Note
    extra: bytes = b""

    @staticmethod
    def of(data: bytes) -> Proof:
        """The proof in a file: tlog-proof, "Format"."""
        (first, *lines), note = _parted(data)
        if first != _HEADER:
            raise BadNote(f"That is no proof: it does not begin with {_HEADER}.", "Give what nemcon prove wrote.")
        extra = decoded(lines.pop(0).removeprefix("extra ")) if lines and lines[0].startswith("extra ") else b""
        if not lines or not lines[0].startswith("index "):
            raise BadNote("The proof does not say which entry it is of: there is no index.")
        return Proof(decimal(lines[0].removeprefix("index ")), _hashes(lines[1:]), note, extra)

    def __str__(self) -> str:
        extra = [f"extra {base64.b64encode(self.extra).decode()}"] if self.extra else []
        return _joined([_HEADER, *extra, f"index {self.index}"], self.hashes, self.note)


@dataclass(frozen=True)
class Submission:
    """What is shown to a witness: the size it saw last, the proof of consistency from there, the checkpoint."""

    old: int
    hashes: tuple[bytes, ...]
    note: Note

    @staticmethod
    def of(data: bytes) -> Submission:
        """The submission in a file: tlog-witness, "add-checkpoint"."""
        (first, *lines), note = _parted(data)
        if not first.startswith("old "):
            raise BadNote(
                "That is nothing for a witness: it does not begin with the size seen last.",
                "Give what nemcon checkpoint export wrote.",
            )
        return Submission(decimal(first.removeprefix("old ")), _hashes(lines), note)

    def __str__(self) -> str:
        return _joined([f"old {self.old}"], self.hashes, self.note)


def note_in(data: bytes) -> Note:
    """The signed checkpoint in a file: alone, below a proof, or as it is shown to a witness."""
    if data.startswith(b"old "):
        return Submission.of(data).note
    return Proof.of(data).note if data.startswith(_HEADER.encode()) else Note.of(data)


def _joined(first: Sequence[str], hashes: Sequence[bytes], note: Note) -> str:
    return "".join(f"{line}\n" for line in (*first, *(base64.b64encode(one).decode() for one in hashes))) + f"\n{note}"


def _parted(data: bytes) -> tuple[list[str], Note]:
    """The lines above the first blank one, and the note below it."""
    must_end_in_newlines(data)
    head, blank, note = data.partition(b"\n\n")
    if not blank:
        raise BadNote("The file is cut off: there is no checkpoint in it.")
    try:
        return head.decode().split("\n"), Note.of(note)
    except UnicodeDecodeError as error:
        raise BadNote("The file is not text in UTF-8.") from error


def _hashes(lines: Sequence[str]) -> tuple[bytes, ...]:
    if len(lines) > _MOST_HASHES:
        raise BadNote(f"The proof has more than {_MOST_HASHES} hashes.")
    return tuple(hash_of(line) for line in lines)
