"""What a projection is: its table, and how its rows follow from what is told.

It keeps rows of two kinds. *By act*: rows are added as acts come. *By stream*: the rows stand for the stream as a whole
and are replaced when it changes. Both are pure functions; the engine does the writing. The tables are derived: dropping
them all loses nothing. Nothing of the domain is imported here, for a command that only reads.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from datetime import UTC, datetime
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Column, MetaData, String, Table

from domain.late import dataclass

if TYPE_CHECKING:
    from domain.act import Fact
    from projections.telling import Told

DERIVED: Final = MetaData()

Row = dict[str, Any]
"""A row by its columns, all but the stream, which the engine writes into it."""


def stream_column() -> Column[str]:
    """The column every projection has: the stream its rows come from."""
    return Column("stream", String(36), nullable=False, index=True)


@lru_cache(maxsize=1024)
def utc(moment: datetime) -> str:
    """A moment as the rows hold it: ISO 8601, in UTC."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


@dataclass(frozen=True)
class ByAct:
    """Rows added act by act, of the `facts` it reads, or of all; struck acts are told only where `all_told`."""

    table: Table
    rows: Callable[[Told], Iterable[Row]]
    facts: Container[type[Fact]] | None = None
    all_told: bool = False

    def reads(self, told: Told) -> bool:
        """Whether there may be rows of what is told."""
        return self.facts is None or type(told.fact) in self.facts


@dataclass(frozen=True)
class ByStream:
    """Rows that stand for a stream as a whole, from its kind and state; `shown` are the parts of it they show.

    With `of` they are rows of that kind of stream only, and no other is asked for any.
    Where each of those is the same object after an act as before, the rows are the same too. With a `key`, the columns
    that tell the rows of a stream apart, only those that changed are written again; without one, all of them.
    """

    table: Table
    rows: Callable[[str, Any], Iterable[Row]]
    shown: Callable[[str, Any], tuple[object, ...]] = lambda _kind, state: (state,)
    key: tuple[str, ...] = ()
    of: str | None = None

    def reads(self, kind: str) -> bool:
        """Whether there may be rows of a stream of that kind."""
        return self.of is None or self.of == kind

    def changed(self, kind: str, before: object, after: object) -> tuple[list[Row], list[Row]]:
        """The rows that are no more, of those without a key the first for all; and the rows that are new."""
        pairs = zip(self.shown(kind, before), self.shown(kind, after), strict=True)
        if all(one is other for one, other in pairs):
            return [], []
        was, now = list(self.rows(kind, before)), list(self.rows(kind, after))
        if was == now:
            return [], []
        if not self.key:
            return was[:1], now
        had, has = ({itemgetter(*self.key)(row): row for row in rows} for rows in (was, now))
        gone = [row for key, row in had.items() if has.get(key) != row]
        return gone, [row for key, row in has.items() if had.get(key) != row]


Projection = ByAct | ByStream
