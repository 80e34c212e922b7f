"""The right edge of the tree over the entries, as a transaction finds it under the lock and leaves it.

Nothing is appended to a record whose edge does not lead to its last checkpoint: that would put a new checkpoint over
what was altered. What is found is looked at before the first entry is added; `verify` looks at all the rest.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select, text, update

from domain.record import guards
from domain.record.merkle import BadProof, Frontier, leaf_hashes
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
        CHECKPOINT.c.recorded_at,
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
_LAST_SIGNED = Prepared(
    text("SELECT size, root, note FROM checkpoint WHERE note IS NOT NULL ORDER BY size DESC LIMIT 1")
)
_FIRST_FROM = Prepared(select(func.min(CHECKPOINT.c.size)).where(CHECKPOINT.c.size >= bindparam("entry")))
_EVENTS = Prepared(
    select(EVENT.c.entry, EVENT.c.originator_id, EVENT.c.originator_version, EVENT.c.topic, EVENT.c.state)
    .where(EVENT.c.entry > bindparam("above"), EVENT.c.entry <= bindparam("last"))
    .order_by(EVENT.c.entry)
)
_CHUNK = 1000


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
        self._frontier: bytes | Frontier = found[2]
        self._checkpoint: tuple[int | None, bytes, str | None] = (found[3], found[4], found[5])
        self._must_agree(found[1], found[6], found[7] or 0)
        self.recorded_at = _moment(found[1])

    def _must_agree(self, at: str, checkpoint_at: str | None, last: int) -> None:
        """Refuse where the head, the entries and the last checkpoint do not name one size and one time."""
        size = self._checkpoint[0] or 0
        if last != self.size:
            raise Altered(f"The head of this record says {self.size} entries, and the last entry is {last}.")
        if size != self.size:
            raise Altered(f"The last checkpoint of this record is of {size} entries, and the head of {self.size}.")
        if checkpoint_at not in {None, at}:
            raise Altered(f"The head of this record and checkpoint {size} do not name the same time.")

    def grow(self, leaves: Iterable[bytes], size: int, now: datetime) -> None:
        """Move the head on to the last entry, over these new leaves: the one place where it moves."""
        frontier = self._read().extended(leaves)
        moved = {"new_size": size, "new_time": now.isoformat(), "new_frontier": frontier.to_bytes()}
        _ADVANCE.execute(self._connection, moved)
        self._frontier, self.recorded_at = frontier, now

    def must_be_whole(self, seen: tuple[int, bytes] | None) -> None:
        """Refuse to go on where the frontier and the last checkpoint do not agree, or the tables are not guarded.

        Or where a checkpoint that was `seen` outside is of more entries, or has another root: an older copy.
        """
        if isinstance(self._frontier, Frontier):  # this transaction found it whole, and moved it
            return
        size, root, note = self._checkpoint
        if size is not None and self._read().root() != root:
            raise Altered(f"What is kept of the tree does not lead to the root of checkpoint {size}.")
        if size is not None and note is not None:
            _must_name(size, root, note)
        if seen is not None:
            self._must_reach(*seen)
        for fault in guards.quick_faults(self._connection):
            raise Altered(f"The tables of this record are not guarded as they should be: {fault}.")

    def _must_reach(self, size: int, root: bytes) -> None:
        if self.size < size:
            raise OlderCopy(self.size, size)
        kept = _AT.one(self._connection, {"at": size})  # none where the transaction went on past that size
        if (self._root_at(size) if kept is None else kept[0]) != root:
            raise Altered(f"The first {size} entries of this record have another root than the one that was witnessed.")

    def must_be_signed(self, sign: Sign, keys: Sequence[tuple[int, str]]) -> None:
        """Refuse to sign over what was made anew: what the log signed last must still be what the tree says.

        `keys` are the log keys on the ring, each with the entry that put it there.
        """
        if isinstance(self._frontier, Frontier):
            return
        keys = [(entry, key) for entry, key in keys if entry <= self.size]
        since = keys[-1][0] if keys else 0
        size, root, note = self._last_signed()
        if size < since:
            raise Altered(f"The log has a key since entry {since}, and no checkpoint from there on is signed.")
        if note is None:
            return
        _must_name(size, root, note)
        if size < self.size and self._root_at(size) != root:
            raise Altered(f"The entries of this record do not lead to the root of checkpoint {size}, signed last.")
        own = sign(size, root)  # RFC 8032: a key signs the same text in the same way every time
        if own != note and (_key(own) == _key(note) or (keys and not self._handed_over(size, note, keys))):
            raise Altered(f"Checkpoint {size} is not signed by the key of this log.")

    def _last_signed(self) -> tuple[int, bytes, str | None]:
        size, root, note = self._checkpoint
        if size is not None and note is not None:
            return size, root, note
        return _LAST_SIGNED.one(self._connection, {}) or (0, b"", None)

    def _handed_over(self, size: int, note: str, keys: Sequence[tuple[int, str]]) -> bool:
        """Whether this is the checkpoint of the last rotation, which the key before has signed."""
        from domain.record.notes import BadNote, Note, Verifier  # noqa: PLC0415 - once after each rotation

        if len(keys) == 1 or _FIRST_FROM.one(self._connection, {"entry": keys[-1][0]}) != (size,):
            return False
        try:
            Note.of(note.encode()).must_be_signed(Verifier.of(keys[-2][1]))
        except BadNote:
            return False
        return True

    def _root_at(self, size: int) -> bytes:
        """The root of the first entries: of the frontier, as far as it tells, and of the entries from there on."""
        tree = self._read().within(size)
        rows = _EVENTS.rows(self._connection, {"above": tree.size, "last": size})
        while chunk := list(islice(rows, _CHUNK)):
            tree = tree.extended(leaf_hashes(chunk))
        return tree.root()

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


def _moment(said: str) -> datetime:
    try:
        return datetime.fromisoformat(said)
    except ValueError as error:
        raise Altered(f"The head of this record names no time: {said[:40]!r}.") from error


def _must_name(size: int, root: bytes, note: str) -> None:
    if note.split("\n", 3)[1:3] != [str(size), b64encode(root).decode()]:
        raise Altered(f"Checkpoint {size} and its signed note do not name the same root.")


def _key(note: str) -> str:
    """The name and the id of the key that signed a note: the five letters hold 30 of the 32 bits of the id."""
    name, _, signature = note.rstrip("\n").rpartition("\n")[2].rpartition(" ")
    return f"{name} {signature[:5]}"
