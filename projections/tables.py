"""What a projection is: its table, and how its rows follow from what is told.

It keeps rows of two kinds. *By act*: rows are added as acts come. *By stream*: the rows stand for the stream as a whole
and are replaced when it changes. Both are pure functions; the engine does the writing. The tables are derived: dropping
them all loses nothing. Nothing of the domain is imported here, for a command that only reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Column, MetaData, String, Table

if TYPE_CHECKING:
    from projections.telling import Told

DERIVED: Final = MetaData()

Row = Mapping[str, Any]


def stream_column() -> Column[str]:
    """The column every projection has: the stream its rows come from."""
    return Column("stream", String(36), nullable=False, index=True)


@dataclass(frozen=True)
class ByAct:
    """Rows added act by act; struck acts are told only where `all_told`."""

    table: Table
    rows: Callable[[Told], Iterable[Row]]
    all_told: bool = False


@dataclass(frozen=True)
class ByStream:
    """Rows that stand for a stream as a whole, from its kind and state; `shown` are the parts of it they show.

    Where each of those is the same object after an act as before, the rows are the same too.
    """

    table: Table
    rows: Callable[[str, Any], Iterable[Row]]
    shown: Callable[[str, Any], tuple[object, ...]] = lambda _kind, state: (state,)

    def changed(self, kind: str, before: object, after: object) -> list[Row] | None:
        """The rows to be written in the place of those before; None where they are as they were."""
        pairs = zip(self.shown(kind, before), self.shown(kind, after), strict=True)
        if all(one is other for one, other in pairs):
            return None
        rows = list(self.rows(kind, after))
        return None if rows == list(self.rows(kind, before)) else rows


Projection = ByAct | ByStream
