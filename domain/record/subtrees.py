"""The tree over the entries, and a table of roots that makes a proof quick.

The root of each complete subtree of 1,024 leaves is kept once somebody has needed it: then a proof out of a million
entries reads two thousand of them. The table is derived. A row is never believed: what is made with its help is
verified against a checkpoint, and made again without it where it does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    bindparam,
    delete,
    insert,
    inspect,
    select,
)
from sqlalchemy.exc import DBAPIError

from domain.record.database import writing
from domain.record.merkle import Frontier, leaf_hashes, root_of
from domain.record.prepared import Prepared
from domain.record.tables import EVENT

METADATA: Final = MetaData()

LEAVES: Final = 1024
"""How many leaves such a subtree has."""

SUBTREE: Final = Table(
    "subtree",
    METADATA,
    Column("rank", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("root", LargeBinary, nullable=False),
)

_EVENTS: Final = Prepared(
    select(EVENT.c.entry, EVENT.c.originator_id, EVENT.c.originator_version, EVENT.c.topic, EVENT.c.state)
    .where(EVENT.c.entry > bindparam("above"), EVENT.c.entry <= bindparam("last"))
    .order_by(EVENT.c.entry)
)
_KEPT: Final = Prepared(select(SUBTREE.c.rank, SUBTREE.c.root))


class Tree:
    """The tree over the stored entries: the root of any of its subtrees."""

    def __init__(self, connection: Connection, kept: Mapping[int, bytes] | None = None) -> None:
        self._connection = connection
        self._kept = {} if kept is None else dict(kept)
        self.new: dict[int, bytes] = {}

    def root(self, start: int, end: int) -> bytes:
        """The root over the leaves of a span: RFC 6962, 2.1, where the span is one of its subtrees."""
        first, last = -(-start // LEAVES), end // LEAVES
        if last <= first:
            return root_of(self._leaves(start, end))
        # A subtree of more leaves begins at a multiple of their number: whole blocks, then what is left.
        blocks = Frontier().extended(self._blocks(first, last)).hashes
        rest = Frontier().extended(self._leaves(last * LEAVES, end)).hashes
        return Frontier(end - start, (*blocks, *rest)).root()

    def _blocks(self, first: int, last: int) -> Iterator[bytes]:
        for rank in range(first, last):
            if rank not in self._kept:
                found = root_of(self._leaves(rank * LEAVES, (rank + 1) * LEAVES))
                self._kept[rank] = self.new[rank] = found
            yield self._kept[rank]

    def _leaves(self, start: int, end: int) -> list[bytes]:
        return leaf_hashes(_EVENTS.all(self._connection, {"above": start, "last": end}))


def kept(connection: Connection) -> dict[int, bytes]:
    """The roots that somebody has needed before; none where the record has no such table yet (`rebuild` makes it)."""
    if not inspect(connection).has_table(SUBTREE.name):
        return {}
    return dict(_KEPT.all(connection, {}))


def keep(engine: Engine, tree: Tree) -> None:
    """Keep the roots that were found anew. Who may only read the record, or came second, keeps nothing."""
    if not tree.new:
        return
    try:
        with writing(engine) as connection:
            connection.execute(delete(SUBTREE).where(SUBTREE.c.rank.in_(tree.new)))
            connection.execute(insert(SUBTREE), [{"rank": rank, "root": root} for rank, root in tree.new.items()])
    except DBAPIError:  # it is derived, and can be found again
        return
