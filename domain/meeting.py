"""A meeting: its parts composed into one stream, because the order of business is one order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from domain import (
    agenda,
    allocation,
    attendance,
    continuing,
    decisions,
    documents,
    items,
    officers,
    quorum,
    remaining,
    report,
    rulings,
    schedule,
    sittings,
    timetable,
)
from domain.act import Fact, State, guard
from domain.adopting import remarks_before_the_opening
from domain.agenda import (
    Agenda,
    AgendaAdopted,
    AgendaFact,
    AgendaProvisionallyAdopted,
    AnyAdoption,
    AnyIssue,
    ProvisionalAgendaApplied,
    ProvisionalAgendaIssued,
    SupplementaryAgendaIssued,
)
from domain.allocation import Allocations, ItemAllocated
from domain.attendance import Attendance, AttendanceFact, QuorumNoted
from domain.business import ActStruck
from domain.context import Context
from domain.continuing import Continuations, ItemCarriedOver
from domain.decisions import DecisionFact, Decisions, DecisionTaken, RecommendationAgreed
from domain.documents import DocumentFact, Documents
from domain.evolving import replace
from domain.items import ItemConcluded, ItemDeferred, ItemFact, ItemReopened, Items, ItemsTakenUp, ItemSuspended
from domain.officers import ActedAs, OfficerFact, Officers, filled_already
from domain.papers import PaperIssued
from domain.publishing import remarks_on_forwarding, remarks_on_issue
from domain.questions import Question
from domain.remaining import RemainingItemsNoted
from domain.report import (
    Report,
    ReportAdopted,
    ReportEntrusted,
    ReportFact,
    ReportForwarded,
    ReportIssued,
    ReportSectionAdopted,
)
from domain.reporting import remarks_on_adoption, remarks_on_trust
from domain.rulings import ReconsiderationDecided, RulingAppealed, RulingFact, RulingGiven, Rulings, remarks_on_appeal
from domain.schedule import MeetingReconvened, Schedule, ScheduleFact
from domain.sittings import (
    MeetingClosed,
    SittingClosed,
    SittingFact,
    SittingHeld,
    SittingOpened,
    SittingResumed,
    Sittings,
    SittingSuspended,
)
from domain.statements import StatementEntered
from domain.timetable import Timetable, TimetableFact
from domain.unusual import before_the_last, unusual_sitting, unusual_time
from domain.values import Taken

KIND = "meeting"

MeetingFact = (
    ScheduleFact
    | SittingFact
    | AttendanceFact
    | OfficerFact
    | AgendaFact
    | ItemFact
    | ItemAllocated
    | ItemCarriedOver
    | RemainingItemsNoted
    | DocumentFact
    | TimetableFact
    | DecisionFact
    | ReportFact
    | RulingFact
    | StatementEntered
    | PaperIssued
    | ActStruck
)


@dataclass(frozen=True)
class Meeting:
    """The state of a meeting, part by part."""

    schedule: Schedule = Schedule()
    sittings: Sittings = Sittings()
    attendance: Attendance = Attendance()
    officers: Officers = Officers()
    agenda: Agenda = Agenda()
    items: Items = Items()
    allocations: Allocations = Allocations()
    continuations: Continuations = Continuations()
    documents: Documents = Documents()
    timetable: Timetable = Timetable()
    decisions: Decisions = Decisions()
    report: Report = Report()
    rulings: Rulings = Rulings()

    @property
    def considered(self) -> tuple[str, ...]:
        """The items under consideration now, those that were deleted or merged meanwhile left out."""
        return remaining.considered_now(self.agenda, self.items)

    def part(self, kind: type[Any]) -> Any:  # noqa: ANN401 - the act's own annotation says which part comes back
        """The part whose type is `kind`."""
        return getattr(self, _PARTS[kind])


_PARTS: dict[type[Any], str] = {
    Schedule: "schedule",
    Sittings: "sittings",
    Attendance: "attendance",
    Officers: "officers",
    Agenda: "agenda",
    Items: "items",
    Allocations: "allocations",
    Continuations: "continuations",
    Documents: "documents",
    Timetable: "timetable",
    Decisions: "decisions",
    Report: "report",
    Rulings: "rulings",
}


def evolve(meeting: Meeting, fact: MeetingFact) -> Meeting:  # noqa: C901, PLR0912 - one branch a part, read as a list
    """The meeting after `fact`: each part evolves by its own facts; four facts concern another part as well."""
    if isinstance(fact, ItemFact):
        return replace(meeting, items=items.evolve(meeting.items, fact))
    if isinstance(fact, AgendaFact):
        listed, adopted, held = meeting.documents, agenda.evolve(meeting.agenda, fact), meeting.items
        traced = meeting.continuations
        if isinstance(fact, AnyIssue):
            listed = documents.after_issue(listed, fact)
            traced = continuing.after_issue(traced, fact)
        if isinstance(fact, AnyAdoption):
            adopted = agenda.at_sitting(adopted, meeting.sittings)
            held = items.after_adoption(held, fact)
        return replace(meeting, agenda=adopted, documents=listed, items=held, continuations=traced)
    if isinstance(fact, SittingFact):
        left = meeting.items
        if isinstance(fact, MeetingClosed):
            left = remaining.after_close(left, meeting.agenda, fact)
        return replace(meeting, sittings=sittings.evolve(meeting.sittings, fact), items=left)
    if isinstance(fact, ItemCarriedOver):
        return replace(meeting, continuations=continuing.evolve(meeting.continuations, fact))
    if isinstance(fact, AttendanceFact):
        return replace(meeting, attendance=attendance.evolve(meeting.attendance, fact))
    if isinstance(fact, ItemAllocated):
        return replace(meeting, allocations=allocation.evolve(meeting.allocations, fact))
    if isinstance(fact, DocumentFact):
        return replace(meeting, documents=documents.evolve(meeting.documents, fact))
    if isinstance(fact, DecisionFact):
        return replace(meeting, decisions=decisions.evolve(meeting.decisions, fact))
    if isinstance(fact, TimetableFact):
        return replace(meeting, timetable=timetable.evolve(meeting.timetable, fact))
    if isinstance(fact, OfficerFact):
        return replace(meeting, officers=officers.evolve(meeting.officers, fact))
    if isinstance(fact, ReportFact):
        return replace(meeting, report=report.evolve(meeting.report, fact))
    if isinstance(fact, RulingFact):
        return replace(meeting, rulings=rulings.evolve(meeting.rulings, fact))
    if isinstance(fact, ScheduleFact):
        held_again = isinstance(fact, MeetingReconvened)
        sat = sittings.reconvened(meeting.sittings) if held_again else meeting.sittings
        return replace(meeting, schedule=schedule.evolve(meeting.schedule, fact), sittings=sat)
    if isinstance(fact, ActStruck | RemainingItemsNoted | StatementEntered | PaperIssued):
        return meeting
    assert_never(fact)


@guard
def must_be_quorate(state: State, fact: Fact, context: Context) -> None:
    """Refuse what too few were present for, whatever act of a meeting it is."""
    if isinstance(state, Meeting):
        quorum.must_be_quorate(state.schedule, state.sittings, state.attendance, fact, context)


IN_THE_ROOM = (
    ItemsTakenUp,
    ItemSuspended,
    ItemConcluded,
    ItemReopened,
    AgendaAdopted,
    AgendaProvisionallyAdopted,
    ProvisionalAgendaApplied,
    DecisionTaken,
    RecommendationAgreed,
    RemainingItemsNoted,
    ReportSectionAdopted,
    ReportAdopted,
    ReportEntrusted,
    RulingGiven,
    RulingAppealed,
    ReconsiderationDecided,
)
"""What only happens while a sitting is held, unless the body decides out of session."""


def in_the_room(fact: Fact) -> bool:
    """Whether the fact happened at a sitting of this meeting: neither out of session nor at a later meeting."""
    taken: Taken | None = getattr(fact, "taken", None)
    elsewhere = taken is not None and taken.out_of_session
    return isinstance(fact, IN_THE_ROOM) and not elsewhere and getattr(fact, "at_meeting", None) is None


def remarks(meeting: Meeting, fact: Fact, context: Context) -> Iterator[str]:
    """What is worth saying of a fact that was accepted: above all what is unusual, and recorded all the same."""
    yield from unusual_time(meeting.sittings, fact, in_the_room=in_the_room(fact))
    yield from _unknown_waivers(meeting, fact, context)
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
    if not fact.entry.waives:
        return
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
