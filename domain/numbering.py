"""The stream of a number: who took it. A number is issued once and never again.

Taking a number writes version 1 of the number's own stream in the same transaction as the act that takes it, so
that two acts can never have it, whatever their order.
"""

from __future__ import annotations

import uuid
from dataclasses import fields
from typing import Any, ClassVar, Self, assert_never

from domain.act import Fact, act
from domain.business import ActStruck
from domain.context import Context
from domain.decisions import DecisionNumbered, DecisionRenumbered
from domain.evolving import by_type, replace
from domain.late import dataclass
from domain.resolution import ResolutionRecorded, ResolutionRenumbered
from domain.rules import impossible
from domain.values import Entry, Taken

KIND = "number"


@dataclass(frozen=True, kw_only=True)
class NumberTaken(Fact):
    """A number was taken. `number` is the whole key ("UNTOC-COP resolution 7/1").

    `by_kind`, `by` and `by_stream` name the stream that took it, `for_version` the act there that did.
    """

    TOPIC: ClassVar[str] = "NumberTaken"
    number: str
    by_kind: str
    by: str
    by_stream: uuid.UUID
    for_version: int


NumberFact = NumberTaken | ActStruck


@dataclass(frozen=True)
class Number:
    """Who has the number."""

    taken: NumberTaken | None = None

    def part(self, kind: type[Any]) -> Self:
        """The number itself: it has no parts."""
        del kind
        return self


@act
def take_number(
    held: Number,
    entry: Entry,
    context: Context,
    *,
    number: str,
    by_kind: str,
    by: str,
    by_stream: uuid.UUID,
    for_version: int,
) -> NumberTaken:
    """Take a number, unless it was taken before."""
    del context
    if held.taken is not None:
        own = by_kind == "meeting" and held.taken.by_stream == by_stream
        said = number.rpartition(" decision ")[2]
        goes_on = f'; or, if that decision goes on in this act: --same-decision "{said}"' if own else ""
        raise impossible(
            f"The number {number} was taken already, by the {held.taken.by_kind} {held.taken.by} "
            f"(entry {held.taken.entry.number}).",
            f"Use the next free number{goes_on}. A number is never issued twice.",
        )
    return NumberTaken(entry=entry, number=number, by_kind=by_kind, by=by, by_stream=by_stream, for_version=for_version)


def evolve(held: Number, fact: NumberFact) -> Number:
    """The number after `fact`."""
    match fact:
        case NumberTaken():
            return replace(held, taken=fact)
        case ActStruck():
            return held
        case _:
            assert_never(fact)


def number_of(fact: Fact, body: str | None, meeting: str | None) -> str | None:
    """The key of the number that `fact` takes, or None.

    "77/505" is the body's own for ever; a bare "1" is numbered within its meeting.
    """
    if not _may_take_one(type(fact)):
        return None
    if isinstance(fact, ResolutionRecorded | ResolutionRenumbered):
        return str(fact.ref)
    taken = getattr(fact, "taken", None)
    number = taken.number if isinstance(taken, Taken) and not taken.also else None
    if isinstance(fact, DecisionRenumbered) or (isinstance(fact, DecisionNumbered) and not fact.also):
        number = fact.number
    if number is None:
        return None
    scope = body if "/" in number else f"{body} {meeting}"
    return f"{scope} decision {number}"


@by_type
def _may_take_one(kind: type[Fact]) -> bool:
    """Whether facts of that type ever take a number: most do not, and are asked nothing more."""
    others = ResolutionRecorded | ResolutionRenumbered | DecisionRenumbered | DecisionNumbered
    return issubclass(kind, others) or any(one.name == "taken" for one in fields(kind))
