"""What is worth saying of an act of a meeting that was accepted? Above all what is unusual, recorded all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from domain import quorum
from domain.act import Fact
from domain.adopting import remarks_before_the_opening
from domain.agenda import Agenda, AgendaAdopted, AgendaProvisionallyAdopted, must_have
from domain.attendance import QuorumNoted
from domain.confirming import remarks as on_a_second_person
from domain.context import Context
from domain.inclusion import waiting_rule
from domain.items import ItemDeferred, ItemsTakenUp
from domain.meeting import Meeting
from domain.officers import ActedAs, filled_already
from domain.provisional import AnyIssue, ProvisionalAgendaIssued, SupplementaryAgendaIssued
from domain.publishing import remarks_on_forwarding, remarks_on_issue
from domain.questions import Question
from domain.report import ReportAdopted, ReportEntrusted, ReportForwarded, ReportIssued
from domain.reporting import remarks_on_adoption, remarks_on_trust
from domain.rulings import RulingAppealed, remarks_on_appeal
from domain.sittings import (
    MeetingClosed,
    SittingClosed,
    SittingHeld,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
)
from domain.unusual import before_the_last, unusual_sitting, unusual_time


def remarks(meeting: Meeting, fact: Fact, context: Context) -> Iterator[str]:
    """What is worth saying of a fact that was accepted: above all what is unusual, and recorded all the same."""
    yield from unusual_time(meeting.sittings, fact)
    if fact.entry.waives:
        yield from _unknown_waivers(meeting, fact, context)
    yield from on_a_second_person(meeting.schedule.body, fact, context)
    said = _SAID.get(type(fact))
    if said is not None:
        yield from said(meeting, fact, context)


def _unknown_waivers(meeting: Meeting, fact: Fact, context: Context) -> Iterator[str]:
    rules = context.rules(meeting.schedule.body)
    known = {rule.number for rule in rules.rules}
    for number in fact.entry.waives:
        if number not in known:
            yield f"Rule {number}, which was waived, is not among those kept of {rules.title}."


def _unusual_item(meeting: Meeting, fact: ItemsTakenUp) -> Iterator[str]:
    outline = meeting.agenda.in_force
    for item in meeting.considered:
        if (line := outline.get(item)) is not None and item not in fact.items:
            yield f"Item {line.number} is still under consideration; suspend or conclude it."
    first = outline.lines[0].id if outline.lines else None
    if not _works(meeting.agenda) and any(outline.root(item) != first for item in fact.items):
        yield "The agenda has not been adopted."


def _not_reported_on(meeting: Meeting, fact: ItemsTakenUp, context: Context) -> Iterator[str]:
    additional = [item for item in fact.items if meeting.agenda.additional_since(item)]
    rule = waiting_rule(meeting.schedule, fact.entry, context) if additional else None
    if rule is None:
        return
    cited = context.rules(meeting.schedule.body).cited(rule)
    for item in additional:
        if not meeting.documents.symbols.get(item):
            number = must_have(meeting.agenda, item).name
            yield f"No paper of a committee is listed under item {number}; {cited} asks that one has reported on it."


def _unusual_deferral(meeting: Meeting, fact: ItemDeferred, context: Context) -> Iterator[str]:
    key = fact.to != "next" and " " not in fact.to  # a part of a session has no key: it is named in words
    if key and context.meeting(f"{meeting.schedule.body} {fact.to}") is None:
        yield f"The record knows no {meeting.schedule.says} {fact.to!r} of that body yet."
    for symbol in fact.documents:
        if symbol not in meeting.documents.symbols.get(fact.item, ()):
            yield f"{symbol} is not listed under that item; to list it: nemcon document list N {symbol} TITLE"


def _at_the_close(meeting: Meeting, fact: MeetingClosed, context: Context) -> Iterator[str]:
    rules = context.rules(meeting.schedule.body)
    carried, reported = (rules.binds(one, fact.entry) for one in (Question.CARRY_OVER, Question.REPORT))
    if carried is not None and fact.remaining == "carry":
        yield f"What is left is carried over by {rules.cited(carried)}."
    if reported is not None and meeting.report.adopted is None:
        yield f"No report has been adopted; {rules.cited(reported)}: {reported.says}"


def _works(agenda: Agenda) -> bool:
    """Whether the body decided by which agenda it works: adopted, adopted provisionally, or applied without that."""
    return agenda.adoption is not None or agenda.provisionally is not None or agenda.applied is not None


def _notice(meeting: Meeting, fact: AnyIssue, context: Context, question: Question) -> Iterator[str]:
    rules = context.rules(meeting.schedule.body)
    rule, days = rules.get(question, fact.entry.occurred.day), (meeting.schedule.starts - fact.issued).days
    if rule is None or rule.value is None:
        return
    short = " Notice is short." if days < rule.value and rule.binding else ""
    doubt = "" if rule.verified else ", which is not verified,"
    yield f"Notice given: {days} days; {rules.cited(rule)}{doubt} asks for {rule.value}.{short}"


Said = Callable[[Meeting, Any, Context], Iterator[str]]


def _of_sitting(meeting: Meeting, fact: SittingOpened | SittingHeld, _context: Context) -> Iterator[str]:
    yield from unusual_sitting(meeting.schedule, meeting.sittings, fact)
    yield from before_the_last(meeting.sittings, fact)


def _of_part(meeting: Meeting, fact: Fact, _context: Context) -> Iterator[str]:
    yield from before_the_last(meeting.sittings, fact)


def _of_adoption(
    meeting: Meeting, fact: AgendaAdopted | AgendaProvisionallyAdopted, _context: Context
) -> Iterator[str]:
    yield from remarks_before_the_opening(meeting.schedule, meeting.sittings, fact)


def _of_taking_up(meeting: Meeting, fact: ItemsTakenUp, context: Context) -> Iterator[str]:
    yield from _unusual_item(meeting, fact)
    yield from _not_reported_on(meeting, fact, context)


def _of_issue(meeting: Meeting, fact: ProvisionalAgendaIssued, context: Context) -> Iterator[str]:
    question = Question.SPECIAL_NOTICE if meeting.schedule.special else Question.NOTICE
    yield from _notice(meeting, fact, context, question)


_SAID: Mapping[type[Fact], Said] = {
    ItemsTakenUp: _of_taking_up,
    ItemDeferred: _unusual_deferral,
    ProvisionalAgendaIssued: _of_issue,
    SupplementaryAgendaIssued: partial(_notice, question=Question.SUPPLEMENTARY_NOTICE),
    QuorumNoted: lambda meeting, fact, context: quorum.doubts(meeting.schedule, fact, context),
    MeetingClosed: _at_the_close,
    SittingOpened: _of_sitting,
    SittingHeld: _of_sitting,
    SittingResumed: _of_part,
    SittingSuspended: _of_part,
    SittingClosed: _of_part,
    ActedAs: lambda meeting, fact, _: filter(None, [filled_already(meeting.officers, fact)]),
    AgendaAdopted: _of_adoption,
    AgendaProvisionallyAdopted: _of_adoption,
    ReportAdopted: lambda meeting, _fact, _: remarks_on_adoption(meeting.report),
    ReportEntrusted: lambda meeting, fact, _: remarks_on_trust(meeting.officers, fact.to),
    ReportIssued: lambda meeting, fact, _: remarks_on_issue(meeting.report, fact),
    ReportForwarded: lambda meeting, _fact, _: remarks_on_forwarding(meeting.report),
    RulingAppealed: lambda _meeting, fact, _: remarks_on_appeal(fact),
}
"""What is looked at in a fact of each type, beside its time and its waivers; of most there is nothing more."""
