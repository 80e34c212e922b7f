"""The order of business: which acts stand, in which order, seen from when.

Acts fold by the day they occurred and, within a day, by place: an act's place is its version, that of the act it
replaces, or just before the act it says it precedes. What was known filters first, then strikes apply, then days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import ClassVar

from domain.act import Fact
from domain.late import dataclass
from domain.rules import impossible
from domain.values import Entry

Key = tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class ActStruck(Fact):
    """An entry made in error, struck from the business of its stream; it stays in the record for ever.

    `struck` is the version of the act in the same stream.
    """

    TOPIC: ClassVar[str] = "ActStruck"
    struck: int
    reason: str


@dataclass(frozen=True)
class Story:
    """Everything stored of one stream: `version` counts struck acts and strikes too."""

    version: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Placed:
    """A fact at its place, and the strike that took it out of the business, if any."""

    fact: Fact
    struck_by: ActStruck | None


def known(facts: Iterable[Fact], known_at: int | datetime | None) -> list[Fact]:
    """The facts recorded up to an entry number or a moment; all where it is None."""
    if known_at is None:
        return list(facts)
    if isinstance(known_at, int):
        return [fact for fact in facts if fact.entry.number <= known_at]
    return [fact for fact in facts if fact.entry.recorded_at <= known_at]


def strikes(facts: Iterable[Fact]) -> dict[int, ActStruck]:
    """The strike of each struck version."""
    return {fact.struck: fact for fact in facts if isinstance(fact, ActStruck)}


def _places(facts: Sequence[Fact]) -> dict[int, Key]:
    """A sortable place for each version.

    `(v,)` is the place of version v. One placed before it gets `(v - 1, own version)`, which sorts after every
    place of version v - 1 and, entered later, nearer to v; and so on, one level deeper for each "before".
    """
    places: dict[int, Key] = {}
    for fact in facts:
        entry = fact.entry
        if entry.before is not None:
            *head, last = places[entry.before]
            places[entry.version] = (*head, last - 1, entry.version)
        else:
            places[entry.version] = places[entry.replaces] if entry.replaces else (entry.version,)
    return places


def in_place(facts: Sequence[Fact]) -> list[Fact]:
    """The facts by occurred day and, within a day, by place. Already so in nearly every stream: then as they are."""
    days = [fact.entry.occurred.day for fact in facts]
    moved = any(fact.entry.before is not None or fact.entry.replaces is not None for fact in facts)
    if not moved and all(one <= other for one, other in pairwise(days)):
        return list(facts)
    places = _places(facts)
    return sorted(facts, key=lambda fact: (fact.entry.occurred.day, places[fact.entry.version]))


def order_of_business(
    facts: Iterable[Fact], *, known_at: int | datetime | None = None, on: date | None = None
) -> list[Placed]:
    """The facts in order of business, struck ones marked; strikes themselves are not business.

    `known_at` is what the record knew (an entry number or a moment), `on` the last day looked at.
    """
    stored = known(facts, known_at)
    struck = strikes(stored)
    placed = [fact for fact in in_place(stored) if not isinstance(fact, ActStruck)]
    return [
        Placed(fact, struck.get(fact.entry.version)) for fact in placed if on is None or fact.entry.occurred.day <= on
    ]


def standing(facts: Iterable[Fact], *, known_at: int | datetime | None = None, on: date | None = None) -> list[Fact]:
    """The acts that stand, in order of business."""
    stored = known(facts, known_at)
    struck = strikes(stored)
    placed = in_place(stored)
    if struck:
        placed = [fact for fact in placed if not isinstance(fact, ActStruck) and fact.entry.version not in struck]
    return placed if on is None else [fact for fact in placed if fact.entry.occurred.day <= on]


def comes_last(entry: Entry, facts: Sequence[Fact]) -> bool:
    """Whether an act with this envelope comes after all of `facts`, which are in order of business."""
    if entry.replaces is not None or entry.before is not None:
        return False
    return not facts or facts[-1].entry.occurred.day <= entry.occurred.day


def strike(facts: Sequence[Fact], entry: Entry, *, struck: int, reason: str) -> ActStruck:
    """Strike the act of version `struck`.

    Refused: an act that is not there, one struck already, a strike (enter the right act instead), no reason.
    """
    found = next((fact for fact in facts if fact.entry.version == struck), None)
    if found is None:
        raise impossible("There is no such entry to strike.", "Look it up: nemcon history")
    number = found.entry.number
    if isinstance(found, ActStruck):
        raise impossible(f"Entry {number} is itself a strike, and a strike is never struck.", "Enter the right act.")
    if struck in strikes(facts):
        raise impossible(
            f"Entry {number} is struck already.",
            f"Entry {strikes(facts)[struck].entry.number} struck it: nemcon history",
        )
    if not reason.strip():
        raise impossible("A strike needs its reason.", "Add: --reason TEXT")
    return ActStruck(entry=entry, struck=struck, reason=reason)
