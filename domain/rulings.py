"""Rulings of the presiding officer, appeals against them, and decisions to reconsider what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.context import Context
from domain.decisions import Decisions
from domain.evolving import replace
from domain.late import dataclass
from domain.questions import Question
from domain.rules import impossible
from domain.schedule import Schedule
from domain.sittings import Sittings, must_be_open
from domain.values import Entry, Taken, normal


@dataclass(frozen=True, kw_only=True)
class RulingGiven(Fact):
    """Whoever presided gave a ruling, under a rule where one was named. The origin is whose point of order it was."""

    TOPIC: ClassVar[str] = "RulingGiven"
    text: str
    by_rule: str | None


@dataclass(frozen=True, kw_only=True)
class RulingAppealed(Fact):
    """An appeal against a ruling was put to the vote at once: a procedural vote without a text.

    `ruling` is the version whose place the ruling has.
    """

    TOPIC: ClassVar[str] = "RulingAppealed"
    ruling: int
    overruled: bool
    taken: Taken


@dataclass(frozen=True, kw_only=True)
class ReconsiderationDecided(Fact):
    """The body decided to reconsider what it had decided, or not to.

    `decision` is the version whose place a decision of this meeting has; `subject` names what has another record: a
    proposal by its symbol, a resolution.
    """

    TOPIC: ClassVar[str] = "ReconsiderationDecided"
    decision: int | None
    subject: str | None
    agreed: bool
    taken: Taken


RulingFact = RulingGiven | RulingAppealed | ReconsiderationDecided


@dataclass(frozen=True)
class Rulings:
    """What the rules need to know: of each ruling, by its place, whether it was overruled; None without an appeal."""

    given: Mapping[int, bool | None] = field(default_factory=dict)


@act
def give_ruling(
    schedule: Schedule,
    sittings: Sittings,
    entry: Entry,
    context: Context,
    *,
    text: str,
    by_rule: str | None = None,
) -> RulingGiven:
    """Record a ruling of whoever presides."""
    del context
    must_be_open(schedule, sittings)
    if not text.strip():
        raise impossible("It is not said what was ruled.", "Add the ruling in the words of whoever presided.")
    return RulingGiven(entry=entry, text=normal(text), by_rule=None if by_rule is None else normal(by_rule))


@act
def appeal_ruling(
    schedule: Schedule,
    sittings: Sittings,
    rulings: Rulings,
    entry: Entry,
    context: Context,
    *,
    ruling: int | None = None,
    overruled: bool = False,
    taken: Taken,
) -> RulingAppealed:
    """Record an appeal against a ruling, the last one unless said, and what the vote on the appeal gave."""
    del context
    must_be_open(schedule, sittings)
    found = max(rulings.given, default=None) if ruling is None else ruling
    if found is None or found not in rulings.given:
        raise impossible(
            "No ruling was given in this meeting." if ruling is None else "That entry is no ruling of this meeting.",
            "First: nemcon ruling give TEXT --by-rule RULE",
        )
    # The record: an appeal is put to the vote at once, and a ruling stands or falls once.
    if rulings.given[found] is not None:
        raise impossible("An appeal against that ruling was decided already.", "For a new ruling: nemcon ruling give")
    # The record: an appeal is somebody's.
    if entry.origin is None:
        raise impossible("It is not said who appealed.", "Add: --from DELEGATION")
    return RulingAppealed(entry=entry, ruling=found, overruled=overruled, taken=taken)


@act
def reconsider(
    schedule: Schedule,
    sittings: Sittings,
    decisions: Decisions,
    entry: Entry,
    context: Context,
    *,
    decision: int | None = None,
    subject: str | None = None,
    agreed: bool = True,
    taken: Taken,
) -> ReconsiderationDecided:
    """Record whether the body decided to reconsider a decision of this meeting, a proposal or a text."""
    must_be_open(schedule, sittings)
    if decision is not None and decision not in decisions.numbers:
        raise impossible("That entry is no decision of this meeting.", "List them: nemcon decision list")
    if decision is None and not (subject or "").strip():
        raise impossible("It is not said what is reconsidered.", "Name an entry, or the symbol of a proposal.")
    # General Assembly rule 81 and its like: not reconsidered "at the same session" unless two thirds so decide.
    if agreed and not has_two_thirds(taken.tally):
        context.rules(schedule.body).forbid(
            Question.RECONSIDERATION,
            entry,
            f"{taken.tally} is less than two thirds of those present and voting.",
            "If the motion was lost: --rejected; if the body waived the rule: --notwithstanding RULE --authority REF",
        )
    return ReconsiderationDecided(
        entry=entry, decision=decision, subject=normal(subject) if subject else None, agreed=agreed, taken=taken
    )


_VOTES = re.compile(r"(\d+)-(\d+)(?:-\d+)?")


def _votes(tally: str | None) -> tuple[int, int] | None:
    """For and against; None where the tally is not known."""
    found = None if tally is None else _VOTES.fullmatch(tally)
    return None if found is None else (int(found[1]), int(found[2]))


def has_two_thirds(tally: str | None) -> bool:
    """Whether two thirds of those voting were for it; abstentions do not vote. Without a tally, nobody was against."""
    votes = _votes(tally)
    return votes is None or votes[0] >= 2 * votes[1]


def remarks_on_appeal(fact: RulingAppealed) -> Iterator[str]:
    """What is unusual of an appeal: an outcome that its tally does not bear out, the vote being on the appeal."""
    votes = _votes(fact.taken.tally)
    if votes is not None and fact.overruled != (votes[0] > votes[1]):
        outcome = "overruled" if fact.overruled else "upheld"
        yield f"{fact.taken.tally} is read as votes for and against the appeal, and the ruling was {outcome}."


def evolve(rulings: Rulings, fact: RulingFact) -> Rulings:
    """The rulings after `fact`."""
    match fact:
        case RulingGiven():
            return replace(rulings, given={**rulings.given, fact.entry.place: None})
        case RulingAppealed():
            return replace(rulings, given={**rulings.given, fact.ruling: fact.overruled})
        case ReconsiderationDecided():
            return rulings
        case _:
            assert_never(fact)
