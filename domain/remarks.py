"""What is worth saying of an act of a meeting that was accepted? Above all what is unusual, recorded all the same."""

from __future__ import annotations

from collections.abc import Iterator

from domain import quorum
from domain.act import Fact
from domain.adopting import remarks_before_the_opening
from domain.agenda import Agenda, AgendaAdopted, AgendaProvisionallyAdopted
from domain.attendance import QuorumNoted
from domain.confirming import remarks as on_a_second_person
from domain.context import Context
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
    match fact:
        case ItemsTakenUp():
            yield from _unusual_item(meeting, fact)
        case ItemDeferred():
            yield from _unusual_deferral(meeting, fact, context)
        case ProvisionalAgendaIssued():
            yield from _notice(meeting, fact, context, Question.NOTICE)
        case SupplementaryAgendaIssued():
            yield from _notice(meeting, fact, context, Question.SUPPLEMENTARY_NOTICE)
        case QuorumNoted():
            yield from quorum.doubts(meeting.schedule, fact, context)
        case MeetingClosed():
            yield from _at_the_close(meeting, fact, context)
        case _:
            yield from _at_the_beginning(meeting, fact)
            yield from _at_the_end(meeting, fact)


def _at_the_beginning(meeting: Meeting, fact: Fact) -> Iterator[str]:
    match fact:
        case SittingOpened() | SittingHeld():
            yield from unusual_sitting(meeting.schedule, meeting.sittings, fact)
            yield from before_the_last(meeting.sittings, fact)
        case SittingResumed() | SittingSuspended() | SittingClosed():
            yield from before_the_last(meeting.sittings, fact)
        case ActedAs():
            yield from filter(None, [filled_already(meeting.officers, fact)])
        case AgendaAdopted() | AgendaProvisionallyAdopted():
            yield from remarks_before_the_opening(meeting.schedule, meeting.sittings, fact)
        case _:
            return


def _at_the_end(meeting: Meeting, fact: Fact) -> Iterator[str]:
    match fact:
        case ReportAdopted():
            yield from remarks_on_adoption(meeting.report)
        case ReportEntrusted():
            yield from remarks_on_trust(meeting.officers, fact.to)
        case ReportIssued():
            yield from remarks_on_issue(meeting.report, fact)
        case ReportForwarded():
            yield from remarks_on_forwarding(meeting.report)
        case RulingAppealed():
            yield from remarks_on_appeal(fact)
        case _:
            return


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
