"""What a verification of the record found: the closed list of what can be wrong, and how far it can be relied on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What can be wrong with a record."""

    DATABASE = "database"
    TRIGGER = "trigger"
    GAP = "gap"
    VERSION = "version"
    STATE = "state"
    ENVELOPE = "envelope"
    TIME = "time"
    SEAL = "seal"
    CHECKPOINT = "checkpoint"
    SIGNATURE = "signature"
    COSIGNATURE = "cosignature"
    STAFF = "staff"
    HEAD = "head"
    OUTSIDE = "outside"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing that is wrong: from which entry on, where that is known, and a sentence about it."""

    kind: Kind
    sentence: str
    entry: int | None = None


@dataclass(frozen=True, kw_only=True)
class Seals:
    """The sealed values: those that stand and agree with the record, those that are not here, those not shown to us.

    What is not here was disposed of, or withheld by the export that the record came from: nothing tells which.
    """

    kept: int = 0
    disposed: int = 0
    withheld: int = 0


@dataclass(frozen=True, kw_only=True)
class Signed:
    """The last checkpoint that the key of the log signed; `checked` tells whether a key to check it was at hand."""

    size: int
    recorded_at: str
    checked: bool


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What was found.

    `witnessed` is how many entries somebody else vouches for, by a checkpoint kept outside (then it was `given`) or by
    cosignatures; `since` is when the last of these was recorded (or the first entry, where nobody vouches for any).
    `unsigned` counts the checkpoints that bear no signature.
    """

    events: int
    root: bytes
    checkpoint: Signed | None
    unsigned: int
    witnessed: int
    given: bool
    since: datetime | None
    seals: Seals
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    @property
    def unwitnessed(self) -> int:
        """How many entries rest on this database alone."""
        return max(0, self.events - self.witnessed)

    def hours(self, now: datetime) -> float:
        """Over how many hours those were recorded, as far as anybody else can tell."""
        if not self.unwitnessed or self.since is None:
            return 0.0
        return round(max(0.0, (now - self.since).total_seconds() / 3600), 1)

    @property
    def first(self) -> Problem | None:
        """The problem of the earliest entry; one that concerns no entry only where there is no other."""
        placed = [one for one in self.problems if one.entry is not None]
        return min(placed, key=lambda one: one.entry or 0) if placed else next(iter(self.problems), None)
