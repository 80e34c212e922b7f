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
_CHECKPOINT = Prepared(insert(CHECKPOINT))


class Altered(Exception):  # noqa: N818 - what it says of the record
    """Nothing is added to this record: why, and what to do next."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = f"{sentence} Nothing is added to it until that is understood."
        self.next_step = "Look what was altered, and where: nemcon verify"


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

    def must_be_whole(self) -> None:
        """Refuse to go on where the head, the frontier, the entries and the last checkpoint do not agree."""
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
        row = {"size": size, "root": root, "recorded_at": self.recorded_at.isoformat(), "note": note}
        _CHECKPOINT.execute(self._connection, row)
