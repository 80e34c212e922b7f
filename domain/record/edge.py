"""The right edge of the tree over the entries, as a transaction finds it under the lock and leaves it.

Nothing is appended to a record whose edge does not lead to its last checkpoint: that would put a new checkpoint over
what was altered. What is found is looked at before the first entry is added; `verify` looks at all the rest.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select, update

from domain.record.merkle import BadProof, Frontier
from domain.record.prepared import Prepared
from domain.record.tables import CHECKPOINT, EVENT, HEAD

if TYPE_CHECKING:
    from sqlalchemy import Connection

Sign = Callable[[int, bytes], str]
"""The signed note of a size and a root: made where a key of the log is at hand."""

_LAST = select(func.max(CHECKPOINT.c.size)).scalar_subquery()
_FOUND = Prepared(
    select(
        HEAD.c.size,
        HEAD.c.recorded_at,
        HEAD.c.frontier,
        CHECKPOINT.c.size,
        CHECKPOINT.c.root,
        CHECKPOINT.c.note,
        select(func.max(EVENT.c.entry)).scalar_subquery(),
    ).select_from(HEAD.outerjoin(CHECKPOINT, CHECKPOINT.c.size == _LAST))
)
_ADVANCE = Prepared(
    update(HEAD).values(
        size=bindparam("new_size"), recorded_at=bindparam("new_time"), frontier=bindparam("new_frontier")
    )
)
_AT = Prepared(select(CHECKPOINT.c.root).where(CHECKPOINT.c.size == bindparam("at")))
_CHECKPOINT = Prepared(insert(CHECKPOINT))


class Altered(Exception):  # noqa: N818 - what it says of the record
    """Nothing is added to this record: why, and what to do next."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = f"{sentence} Nothing is added to it until that is understood."
        self.next_step = "Look what was altered, and where: nemcon verify"


class OlderCopy(Exception):  # noqa: N818 - what it says of the record
    """Nothing is added to a record that somebody else has seen with more entries."""

    def __init__(self, size: int, seen: int) -> None:
        self.sentence = f"This record has {size} entries; one of {seen} was witnessed. It is an older copy, or was cut."
        self.next_step = "Bring back a newer copy, or the entries from an export: docs/how-to/back-up.md"
        super().__init__(self.sentence)


class AnotherLog(Exception):  # noqa: N818 - what it says of the key
    """The key at hand is that of another log than the one that signed before."""

    def __init__(self, old: str, new: str) -> None:
        self.sentence = f"The key at hand is of the log {new}; this record is the log {old}. Nothing was recorded."
        self.next_step = "Name the key of this log: --key FILE, or NEMCON_KEY"
        super().__init__(self.sentence)


class Edge:
    """How far the record is, since when, and the frontier of its tree."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        found = _FOUND.one(connection, {})
        if found is None:
            raise Altered("The head of this record is missing.")
        self.size: int = found[0]
        self.recorded_at = datetime.fromisoformat(found[1])
        self._frontier: bytes | Frontier = found[2]
        self._checkpoint: tuple[int | None, bytes, str | None] = (found[3], found[4], found[5])
        self._last: int | None = found[6]

    def grow(self, leaves: Iterable[bytes], size: int, now: datetime) -> None:
        """Move the head on to the last entry, over these new leaves: the one place where it moves."""
        frontier = self._read().extended(leaves)
        moved = {"new_size": size, "new_time": now.isoformat(), "new_frontier": frontier.to_bytes()}
        _ADVANCE.execute(self._connection, moved)
        self._frontier, self.recorded_at = frontier, now

    def must_be_whole(self, seen: tuple[int, bytes] | None) -> None:
        """Refuse to go on where the head, the frontier, the entries and the last checkpoint do not agree.

        Or where a checkpoint that was `seen` outside is of more entries, or has another root: an older copy.
        """
        if isinstance(self._frontier, Frontier):  # this transaction found it whole, and moved it
            return
        if (self._last or 0) != self.size:
            raise Altered(f"The head of this record says {self.size} entries, and the last entry is {self._last or 0}.")
        size, root, note = self._checkpoint
        if (size or 0) != self.size:
            raise Altered(f"The last checkpoint of this record is of {size or 0} entries, and the head of {self.size}.")
        if size is not None and self._read().root() != root:
            raise Altered(f"What is kept of the tree does not lead to the root of checkpoint {size}.")
        if note is not None and note.split("\n", 3)[1:3] != [str(size), b64encode(root).decode()]:
            raise Altered(f"Checkpoint {size} and its signed note do not name the same root.")
        if seen is not None:
            self._must_reach(*seen)

    def _must_reach(self, size: int, root: bytes) -> None:
        if self.size < size:
            raise OlderCopy(self.size, size)
        kept = _AT.one(self._connection, {"at": size})
        if kept is not None and kept[0] != root:
            raise Altered(f"Checkpoint {size} of this record has another root than the one that was witnessed.")

    def _read(self) -> Frontier:
        if isinstance(self._frontier, bytes):
            try:
                return Frontier.of(self.size, self._frontier)
            except BadProof as error:
                raise Altered(error.sentence) from error
        return self._frontier

    def checkpoint(self, sign: Sign | None) -> None:
        """Keep how far the record is now, signed where a key is at hand; nothing where nothing was added."""
        if not isinstance(self._frontier, Frontier):
            return
        size, root = self._frontier.size, self._frontier.root()
        note = sign(size, root) if sign is not None else None
        self._must_be_the_same_log(note)
        row = {"size": size, "root": root, "recorded_at": self.recorded_at.isoformat(), "note": note}
        _CHECKPOINT.execute(self._connection, row)

    def _must_be_the_same_log(self, note: str | None) -> None:
        before = self._checkpoint[2]
        if note is None or before is None:
            return
        old, new = (one.partition("\n")[0] for one in (before, note))
        if old != new:
            raise AnotherLog(old, new)
