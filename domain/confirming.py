"""Two persons: where the rules of a body ask for it, a second member of the recording staff confirms what was recorded.

An act counts from its entry; that it waits for a second person is said until it is confirmed. The confirmation has a
stream of its own, so that it changes nothing in that of the act, and so that the same act is never confirmed twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Self, assert_never

from domain.act import Fact, act
from domain.agenda import AgendaAdopted, AgendaProvisionallyAdopted
from domain.business import ActStruck
from domain.context import Context
from domain.evolving import replace
from domain.proposal import ProposalPut
from domain.questions import Question
from domain.report import ReportAdopted, ReportSectionAdopted
from domain.rules import OutOfOrder, Rule, impossible
from domain.silence import SilenceAnnounced
from domain.timetable import OrganizationOfWorkAdopted
from domain.values import Entry

KIND = "confirmation"

_ADOPTIONS = (
    AgendaAdopted,
    AgendaProvisionallyAdopted,
    OrganizationOfWorkAdopted,
    ProposalPut,
    ReportAdopted,
    ReportSectionAdopted,
    SilenceAnnounced,
)


@dataclass(frozen=True, kw_only=True)
class ActConfirmed(Fact):
    """A second member of the recording staff confirmed the entry `confirmed`, which `recorded_by` had recorded."""

    TOPIC: ClassVar[str] = "ActConfirmed"
    confirmed: int
    recorded_by: str
    body: str | None


ConfirmationFact = ActConfirmed | ActStruck


@dataclass(frozen=True)
class Confirmation:
    """Who confirmed the entry, if anybody did."""

    given: ActConfirmed | None = None

    def part(self, kind: type[Any]) -> Self:
        """The confirmation itself: it has no parts."""
        del kind
        return self


@act
def confirm_act(
    confirmation: Confirmation, entry: Entry, context: Context, *, confirmed: int, recorded_by: str, body: str | None
) -> ActConfirmed:
    """Confirm what somebody else recorded."""
    given = confirmation.given
    if given is not None:
        raise impossible(
            f"Entry {confirmed} was confirmed already, by {given.entry.recorded_by} (entry {given.entry.number}).",
            "Nothing needs to be done.",
        )
    # Two persons: whoever recorded an act does not look at it with other eyes.
    if entry.recorded_by.casefold() == recorded_by.casefold():
        raise OutOfOrder(
            _under(body, entry, context),
            f"Entry {confirmed} was recorded by {recorded_by}, and another person confirms it.",
            f"Ask a colleague: nemcon confirm {confirmed} --by NAME",
        )
    return ActConfirmed(entry=entry, confirmed=confirmed, recorded_by=recorded_by, body=body)


def _under(body: str | None, entry: Entry, context: Context) -> str:
    rules = context.rules(body)
    rule = rules.get(Question.SECOND_PERSON, entry.occurred.day)
    return "two persons" if rule is None else rules.cited(rule)


def is_an_adoption(fact: Fact) -> bool:
    """Whether a text was adopted by it, or not: the agenda, a report, a proposal, what was under silence."""
    return isinstance(fact, _ADOPTIONS)


def is_a_decision(fact: Fact) -> bool:
    """Whether the body decided: an oral amendment that is still pending is none."""
    return is_an_adoption(fact) or (hasattr(fact, "taken") and not getattr(fact, "pending", False))


def asks(rule: Rule, fact: Fact) -> bool:
    """Whether a rule asks for a second person for that."""
    return is_an_adoption(fact) or (rule.word == "decisions" and is_a_decision(fact))


def remarks(body: str | None, fact: Fact, context: Context) -> Iterator[str]:
    """That an act waits for a second person, where the rules of the body ask for one."""
    if not is_a_decision(fact):
        return
    rules = context.rules(body)
    rule = rules.binds(Question.SECOND_PERSON, fact.entry)
    if rule is not None and asks(rule, fact):
        yield f"A second person confirms it, under {rules.cited(rule)}: nemcon confirm {fact.entry.number}"


def evolve(confirmation: Confirmation, fact: ConfirmationFact) -> Confirmation:
    """The confirmation after `fact`."""
    match fact:
        case ActConfirmed():
            return replace(confirmation, given=fact)
        case ActStruck():
            return confirmation
        case _:
            assert_never(fact)
