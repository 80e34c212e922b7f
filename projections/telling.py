"""How a stream is told to the projections: its facts in order, each with the state before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from domain.act import Fact
from domain.business import ActStruck, known, order_of_business
from domain.streams import Stream


class Told(NamedTuple):
    """A fact at its place: the kind of its stream, the state before and after, and the strike that took it out.

    A struck fact and a strike change nothing: the state after is the state before. `facts` is all that is stored of
    the stream, in the order of entry: events name other acts of their stream by version, people by entry.
    """

    kind: str
    fact: Fact
    before: Any
    after: Any
    struck_by: ActStruck | None = None
    facts: Sequence[Fact] = ()

    def act(self, version: int) -> Fact | None:
        """The act of that version in the same stream, struck or not."""
        return self.facts[version - 1] if 0 < version <= len(self.facts) else None

    @property
    def first(self) -> Fact:
        """The act the stream began with, struck or not: it holds the key, which never changes."""
        return self.facts[0] if self.facts else self.fact

    @property
    def stands(self) -> bool:
        """Whether the fact is part of the business."""
        return self.struck_by is None and not isinstance(self.fact, ActStruck)


def tell(
    stream: Stream, facts: Sequence[Fact], *, known_at: int | datetime | None = None, on: date | None = None
) -> Iterator[Told]:
    """The facts of a stream in order of business, struck ones at their places, then the strikes."""
    state: Any = stream.empty
    stored = known(facts, known_at)
    for placed in order_of_business(stored, on=on):
        after = state if placed.struck_by is not None else stream.evolve(state, placed.fact)
        yield Told(stream.kind, placed.fact, state, after, placed.struck_by, stored)
        state = after
    for fact in stored:
        if isinstance(fact, ActStruck):
            yield Told(stream.kind, fact, state, state, facts=stored)
