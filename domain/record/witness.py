"""A witness: whoever keeps the last checkpoint it saw of a record, and cosigns only one that begins with it.

C2SP tlog-witness, by files instead of HTTP. What is kept is the last signed checkpoint itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from domain.record.checkpoint import Checkpoint, cosign, read_checkpoint
from domain.record.merkle import BadProof, verify_consistency
from domain.record.notes import BadNote, KeyType, Note, Signer, Verifier
from domain.record.proofs import Submission

_DO_NOT_COSIGN: Final = "Do not cosign and do not try again: tell the other witnesses, and ask the secretariat why."


def witness(
    shown: Submission, logs: Sequence[Verifier], key: Signer, state: Path, at: datetime, *, first: bool = False
) -> Note:
    """The checkpoint with the cosignature of this witness: verified, kept on the disk, and only then cosigned.

    `logs` are the key of the log and those it had before. `first` begins a new state, and is refused where there is
    one: it would forget what was seen.
    """
    key.must_be(KeyType.WITNESS)
    new = read_checkpoint(bytes(shown.note), *logs)
    with _alone(state) as beside:
        seen = None if _is_first(state, first=first) else read_checkpoint(state.read_bytes(), *logs)
        _must_go_on(seen, shown, new)
        _keep(beside, shown.note)
        _replace(beside, state)
    others = tuple(one for one in shown.note.signatures if not one.is_by(key.verifier))
    return Note(shown.note.text, others).with_signatures(cosign(shown.note, key, at))


def _is_first(state: Path, *, first: bool) -> bool:
    there = state.exists()
    if first and there:
        raise BadNote(f"{state} is there already: this witness has seen this record.", "Leave out --first.")
    if not first and not there:
        raise BadNote(
            f"There is no {state}: what this witness saw last is not known.",
            "Bring the file back; only for a record it never saw: --first",
        )
    return not there


def _must_go_on(seen: Checkpoint | None, shown: Submission, new: Checkpoint) -> None:
    size = seen.size if seen is not None else 0
    # tlog-witness: the old size must be equal to or lower than the checkpoint size.
    if new.size < size:
        raise BadNote(
            f"This is a rollback: the record had {size} entries and is shown with {new.size}.",
            _DO_NOT_COSIGN,
        )
    # It must match the size of the latest checkpoint cosigned, or be 0 if there is none.
    if shown.old != size:
        raise BadNote(
            f"The proof begins at {shown.old} entries, and this witness saw {size} last.",
            f"Ask for: nemcon checkpoint export --from {size}",
        )
    if seen is None:
        if shown.hashes:
            raise BadNote("There is a proof from size 0, which shows nothing.", "Ask for: nemcon checkpoint export")
        return
    # At the same size the roots must be identical; else the consistency proof must verify.
    try:
        verify_consistency(seen.size, new.size, shown.hashes, seen.root, new.root)
    except BadProof as error:
        raise BadProof(error.sentence, _DO_NOT_COSIGN) from error


@contextmanager
def _alone(state: Path) -> Iterator[Path]:
    """The file that will become the state. While it is there nobody else looks at the state, so none is lost."""
    beside = state.with_name(f"{state.name}.new")
    try:
        os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise BadNote(
            f"{beside} is there: this witness is at work, or was interrupted.",
            "Wait; if nobody is at work, delete that file and try again.",
        ) from error
    try:
        yield beside
    finally:
        beside.unlink(missing_ok=True)


def _keep(beside: Path, note: Note) -> None:
    with beside.open("wb") as file:
        file.write(bytes(note))
        file.flush()
        os.fsync(file.fileno())


def _replace(beside: Path, state: Path) -> None:
    """tlog-witness: the new checkpoint must be persisted before responding; the name in the folder, too."""
    beside.replace(state)
    if os.name == "posix":
        folder = os.open(state.absolute().parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
