"""Decisions without a text of their own, and recommendations. A number may come with a decision or days later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.agenda import Agenda, must_have
from domain.context import Context
from domain.evolving import replace
from domain.rules import impossible
from domain.schedule import Schedule
from domain.sittings import Sittings, must_be_able_to_decide
from domain.values import Entry, Taken, normal

_NUMBER = re.compile(r"(?:([A-Z0-9][A-Z0-9.-]{0,11}) ?/ ?)?(\d{1,6})(?: ?([A-Z]))?")


@dataclass(frozen=True, kw_only=True)
class DecisionTaken(Fact):
    """The body decided something that has no text of its own."""

    TOPIC: ClassVar[str] = "DecisionTaken"
    text: str
    item: str | None
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class DecisionNumbered(Fact):
    """A decision taken earlier was given its number. `decision` is the version whose place it has."""

    TOPIC: ClassVar[str] = "DecisionNumbered"
    decision: int
    number: str


@dataclass(frozen=True, kw_only=True)
class RecommendationAgreed(Fact):
    """The body agreed on a recommendation."""

    TOPIC: ClassVar[str] = "RecommendationAgreed"
    text: str
    item: str | None
    taken: Taken


DecisionFact = DecisionTaken | DecisionNumbered | RecommendationAgreed


@dataclass(frozen=True)
class Decisions:
    """What the rules need to know: the number of each decision, by its place, and how many recommendations."""

    numbers: Mapping[int, str | None] = field(default_factory=dict)
    recommendations: int = 0


def canonical(number: str) -> str:
    """A decision's number in the one form in which it is kept: "1", "77/505", "76/506 B".

    Refused: what is not a number with, at most, a session or year before it and a part letter after it.
    """
    found = _NUMBER.fullmatch(normal(number))
    if not found:
        raise impossible(
            f"{number!r} is not the number of a decision.", "Write it as it is printed: 1, 77/505, 76/506 B"
        )
    before, rank, part = found.groups()
    return f"{before + '/' if before else ''}{int(rank)}{' ' + part if part else ''}"


def _said(agenda: Agenda, text: str, item: str | None) -> str:
    if not text.strip():
        raise impossible("It is not said what was decided.", "Add the text in the body's own words.")
    if item is not None:
        must_have(agenda, item)
    return normal(text)


@act
def take_decision(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    text: str,
    item: str | None = None,
    taken: Taken,
) -> DecisionTaken:
    """Record a decision that has no text of its own."""
    del context
    must_be_able_to_decide(schedule, sittings, taken)
    return DecisionTaken(entry=entry, text=_said(agenda, text, item), item=item, taken=taken)


@act
def number_decision(
    decisions: Decisions, entry: Entry, context: Context, *, decision: int, number: str
) -> DecisionNumbered:
    """Give a decision its number, once."""
    del context
    if decision not in decisions.numbers:
        raise impossible("That entry is no decision of this meeting.", "List them: nemcon history --json")
    given = decisions.numbers[decision]
    if given is not None:
        raise impossible(f"That decision has its number already: {given}.", "A number, once given, stays.")
    return DecisionNumbered(entry=entry, decision=decision, number=canonical(number))


@act
def agree_recommendation(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    text: str,
    item: str | None = None,
    taken: Taken,
) -> RecommendationAgreed:
    """Record a recommendation that the body agreed on."""
    del context
    must_be_able_to_decide(schedule, sittings, taken)
    return RecommendationAgreed(entry=entry, text=_said(agenda, text, item), item=item, taken=taken)


def evolve(decisions: Decisions, fact: DecisionFact) -> Decisions:
    """The decisions after `fact`."""
    match fact:
        case DecisionTaken():
            return replace(decisions, numbers={**decisions.numbers, fact.entry.place: fact.taken.number})
        case DecisionNumbered():
            return replace(decisions, numbers={**decisions.numbers, fact.decision: fact.number})
        case RecommendationAgreed():
            return replace(decisions, recommendations=decisions.recommendations + 1)
        case _:
            assert_never(fact)
