"""Decisions without a text of their own, and recommendations. A number may come with a decision or days later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.agenda import Agenda, must_have
from domain.context import Context
from domain.evolving import replace
from domain.late import dataclass
from domain.lettered import in_one_form, must_become_a_part
from domain.rules import impossible
from domain.schedule import Schedule
from domain.sittings import Sittings, must_be_able_to_decide
from domain.values import Entry, Taken, normal

_NUMBER = re.compile(r"(?:([A-Z0-9][A-Z0-9.-]{0,11}) ?/ ?)?(\d{1,6})(?: ?([A-Z]))?")


@dataclass(frozen=True, kw_only=True)
class DecisionTaken(Fact):
    """The body decided something that has no text of its own, under the items of `items`, if any.

    `effect` is the day from which it has effect, where that is another one than its own; `en_bloc` is True where
    several decisions were taken by one gavel.
    """

    TOPIC: ClassVar[str] = "DecisionTaken"
    text: str
    items: tuple[str, ...]
    taken: Taken
    effect: date | None
    en_bloc: bool


@dataclass(frozen=True, kw_only=True)
class DecisionNumbered(Fact):
    """A decision taken earlier was given its number. `decision` is the version whose place it has.

    `also` is True where the number is that of a decision taken before: one decision, taken at several meetings.
    """

    TOPIC: ClassVar[str] = "DecisionNumbered"
    decision: int
    number: str
    also: bool


@dataclass(frozen=True, kw_only=True)
class DecisionRenumbered(Fact):
    """The number of a decision, `former`, became that of its first part when the part numbered `part` was adopted."""

    TOPIC: ClassVar[str] = "DecisionRenumbered"
    former: str
    number: str
    part: str


@dataclass(frozen=True, kw_only=True)
class RecommendationAgreed(Fact):
    """The body agreed on a recommendation."""

    TOPIC: ClassVar[str] = "RecommendationAgreed"
    text: str
    item: str | None
    taken: Taken


DecisionFact = DecisionTaken | DecisionNumbered | DecisionRenumbered | RecommendationAgreed


@dataclass(frozen=True)
class Decisions:
    """What the rules need to know: the number of each decision, by its place, and how many recommendations.

    `others` are the places of what the body decided by another act (an item reopened); such an act is among `numbers`
    once it has one.
    """

    numbers: Mapping[int, str | None] = field(default_factory=dict)
    others: frozenset[int] = frozenset()
    recommendations: int = 0


def canonical(number: str) -> str:
    """A decision's number in the one form in which it is kept: "1", "77/505", "76/506 B".

    Refused: what is not a number with, at most, a session or year before it and a part letter after it.
    """
    found = _NUMBER.fullmatch(in_one_form(number))
    if not found:
        raise impossible(
            f"{number!r} is not the number of a decision.", "Write it as it is printed: 1, 77/505, 76/506 B"
        )
    before, rank, part = found.groups()
    return f"{before + '/' if before else ''}{int(rank)}{' ' + part if part else ''}"


def _said(agenda: Agenda, text: str, *items: str) -> str:
    if not text.strip():
        raise impossible("It is not said what was decided.", "Add the text in the body's own words.")
    for item in items:
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
    items: tuple[str, ...] = (),
    taken: Taken,
    effect: date | None = None,
    en_bloc: bool = False,
) -> DecisionTaken:
    """Record a decision that has no text of its own."""
    del context
    must_be_able_to_decide(schedule, sittings, taken)
    said = _said(agenda, text, *items)
    return DecisionTaken(entry=entry, text=said, items=items, taken=taken, effect=effect, en_bloc=en_bloc)


@act
def number_decision(
    decisions: Decisions, entry: Entry, context: Context, *, decision: int, number: str, also: bool = False
) -> DecisionNumbered:
    """Give a decision its number, once; `also` where a decision taken before has that number and this one goes on."""
    del context
    given, wanted = _must_be_taken(decisions, decision), canonical(number)
    if given is not None:
        raise impossible(
            f"That decision has its number already: {given}.",
            "A number, once given, stays. With a second part it becomes that of the first: nemcon decision part",
        )
    # The record: a decision that goes on began with another act.
    if also:
        _must_be_given(decisions, wanted)
    return DecisionNumbered(entry=entry, decision=decision, number=wanted, also=also)


def _must_be_taken(decisions: Decisions, decision: int) -> str | None:
    """The number of the decision, if it has one; refused where there is no such decision."""
    if decision not in decisions.numbers and decision not in decisions.others:
        raise impossible("That entry is no decision of this meeting.", "List them: nemcon decision list")
    return decisions.numbers.get(decision)


@act
def renumber_decision(
    schedule: Schedule, decisions: Decisions, entry: Entry, context: Context, *, former: str, number: str, part: str
) -> DecisionRenumbered:
    """Make the number of a decision that of its first part, a further part having been adopted."""
    given, becomes, other = canonical(former), canonical(number), canonical(part)
    _must_be_given(decisions, given)
    must_become_a_part(given, becomes, other)
    # The record: a number changes because of another part, which is there.
    text = f"{schedule.body} decision {other}"
    if other not in decisions.numbers.values() and not context.exists("resolution", text):
        raise impossible(
            f"No decision in the record has the number {other}.",
            f'Name the entry in which it was taken: nemcon decision part "{other}" ENTRY --renames ...',
        )
    return DecisionRenumbered(entry=entry, former=given, number=becomes, part=other)


def _must_be_given(decisions: Decisions, number: str) -> None:
    if number not in decisions.numbers.values():
        raise impossible(
            f"No decision of this meeting has the number {number}.",
            f'Give it: nemcon decision number "{number}" ENTRY; or see them: nemcon decision list',
        )


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
    said = _said(agenda, text, *([] if item is None else [item]))
    return RecommendationAgreed(entry=entry, text=said, item=item, taken=taken)


def evolve(decisions: Decisions, fact: DecisionFact) -> Decisions:
    """The decisions after `fact`."""
    match fact:
        case DecisionTaken():
            return replace(decisions, numbers={**decisions.numbers, fact.entry.place: fact.taken.number})
        case DecisionNumbered():
            return replace(decisions, numbers={**decisions.numbers, fact.decision: fact.number})
        case DecisionRenumbered():
            numbers = {
                place: fact.number if given == fact.former else given for place, given in decisions.numbers.items()
            }
            return replace(decisions, numbers=numbers)
        case RecommendationAgreed():
            return replace(after_an_act(decisions, fact), recommendations=decisions.recommendations + 1)
        case _:
            assert_never(fact)


def decided_in(fact: Fact) -> Taken | None:
    """How the body decided what the fact says, whatever act it is; None for what is none of its decisions."""
    taken: Taken | None = getattr(fact, "taken", None)
    return None if getattr(fact, "pending", False) else taken


def after_an_act(decisions: Decisions, fact: Fact) -> Decisions:
    """The decisions after an act of another kind that the body decided: it may have a number, now or later."""
    taken, place = decided_in(fact), fact.entry.place
    if taken is None:
        return decisions
    if taken.number is not None:
        return replace(decisions, numbers={**decisions.numbers, place: taken.number})
    return replace(decisions, others=decisions.others | {place})


def must_go_on(decisions: Decisions, fact: Fact) -> None:
    """Refuse an act in which a decision is said to go on that this meeting has not taken by then."""
    taken = decided_in(fact)
    # The record: a decision that goes on began with another act.
    if taken is not None and taken.also and taken.number not in decisions.numbers.values():
        raise impossible(
            f"No decision of this meeting had the number {taken.number} by then.",
            "Leave out --same-decision; to number the act afterwards: nemcon decision number N ENTRY --also",
        )
