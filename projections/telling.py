"""How a stream is told to the projections: its facts in order, each with the state before and after it.

A projection keeps rows of two kinds. *By act*: rows are added as acts come. *By stream*: the rows stand for the
stream as a whole and are replaced when it changes. Both are pure functions; the engine does the writing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from domain.act import Fact
from domain.business import ActStruck, known, order_of_business
from domain.streams import Stream

if TYPE_CHECKING:
    from sqlalchemy import Table

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """A fact at its place: the kind of its stream, the state before and after, and the strike that took it out.

    A struck fact and a strike change nothing: the state after is the state before.
    """

    kind: str
    fact: Fact
    before: Any
    after: Any
    struck_by: ActStruck | None = None

    @property
    def stands(self) -> bool:
        """Whether the fact is part of the business."""
        return self.struck_by is None and not isinstance(self.fact, ActStruck)


@dataclass(frozen=True)
class ByAct:
    """Rows added act by act; struck acts are told only where `all_told`."""

    table: Table
    rows: Callable[[Told], Iterable[Row]]
    all_told: bool = False


@dataclass(frozen=True)
class ByStream:
    """Rows that stand for a stream as a whole, from its kind and state; `part` names what of the state they show.

    Where that part is the same object after an act as before, the rows need not be written.
    """

    table: Table
    rows: Callable[[str, Any], Iterable[Row]]
    part: Callable[[Any], object] = lambda state: state


Projection = ByAct | ByStream


def tell(
    stream: Stream, facts: Sequence[Fact], *, known_at: int | datetime | None = None, on: date | None = None
) -> Iterator[Told]:
    """The facts of a stream in order of business, struck ones at their places, then the strikes."""
    state: Any = stream.empty
    for placed in order_of_business(facts, known_at=known_at, on=on):
        after = state if placed.struck_by is not None else stream.evolve(state, placed.fact)
        yield Told(stream.kind, placed.fact, state, after, placed.struck_by)
        state = after
    for fact in known(facts, known_at):
        if isinstance(fact, ActStruck):
            yield Told(stream.kind, fact, state, state)
