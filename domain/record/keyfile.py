"""Private keys in files: made for their owner alone, and refused where others can read them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from domain.record.notes import BadNote, KeyType, Signer


def write_key(path: Path, signer: Signer) -> None:
    """Write a new private key; a file that is there already is never overwritten."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise BadNote(f"{path} is there already; a key is never overwritten.", "Choose another file.") from error
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{signer.skey}\n")
        file.flush()
        os.fsync(file.fileno())


def read_key(path: Path, kind: KeyType) -> Signer:
    """The private key in a file; refused where it is of another type, or others can read it."""
    with path.open(encoding="utf-8", errors="replace") as file:
        mode = os.fstat(file.fileno()).st_mode
        if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
            raise BadNote(
                f"The key file {path} can be read by others (mode {stat.S_IMODE(mode):04o}).",
                f"Make another key if others had access; else: chmod 600 {path}",
            )
        return Signer.of(file.read(4096)).must_be(kind)
