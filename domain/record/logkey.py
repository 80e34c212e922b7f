"""The key of the log at hand: what signs the checkpoint at the end of each transaction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from domain.record.checkpoint import Checkpoint
from domain.record.keyfile import read_key
from domain.record.notes import KeyType, Signer


@dataclass(frozen=True)
class LogSigner:
    """Signs a checkpoint of the log that has the name of its key."""

    signer: Signer

    def __call__(self, size: int, root: bytes) -> str:
        """The signed note of a size and a root."""
        return str(Checkpoint(self.signer.name, size, root).signed(self.signer))

    @cached_property
    def key(self) -> str:
        """The public half of the key, as it is printed."""
        return str(self.signer.verifier)


def log_signer(file: Path) -> LogSigner:
    """The log key in a file; refused where it is of another type, or others can read it."""
    return LogSigner(read_key(file, KeyType.LOG))
