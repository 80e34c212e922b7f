"""A meeting: its parts composed into one stream, because the order of business is one order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from domain import (
    agenda,
    allocation,
    attendance,
    decisions,
    documents,
    items,
    officers,
    quorum,
    remaining,
    report,
    schedule,
    sittings,
    timetable,
)
from domain.act import Fact, State, guard
from domain.agenda import (
    Agenda,
    AgendaAdopted,
    AgendaFact,
    AgendaProvisionallyAdopted,
    AnyAdoption,
    ProvisionalAgendaApplied,
    ProvisionalAgendaIssued,
)
from domain.allocation import Allocations, ItemAllocated
from domain.attendance import Attendance, AttendanceFact, QuorumNoted
from domain.business import ActStruck
from domain.context import Context
from domain.decisions import DecisionFact, Decisions, DecisionTaken, RecommendationAgreed
from domain.documents import DocumentFact, Documents
from domain.evolving import replace
from domain.items import ItemConcluded, ItemFact, ItemReopened, Items, ItemsTakenUp, ItemSuspended
from domain.officers import OfficerFact, Officers
from domain.papers import PaperIssued
from domain.questions import Question
from domain.remaining import RemainingItemsNoted
from domain.report import Report, ReportAdopted, ReportFact
from domain.schedule import Schedule, ScheduleFact
from domain.sittings import MeetingClosed, SittingFact, SittingOpened, Sittings
from domain.timetable import Timetable, TimetableFact

KIND = "meeting"

MeetingFact = (
    ScheduleFact
    | SittingFact
    | AttendanceFact
    | OfficerFact
    | AgendaFact
    | ItemFact
    | ItemAllocated
    | RemainingItemsNoted
    | DocumentFact
    | TimetableFact
    | DecisionFact
    | ReportFact
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
    documents: Documents = Documents()
    timetable: Timetable = Timetable()
    decisions: Decisions = Decisions()
    report: Report = Report()

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
    Documents: "documents",
    Timetable: "timetable",
    Decisions: "decisions",
    Report: "report",
}


def evolve(meeting: Meeting, fact: MeetingFact) -> Meeting:  # noqa: C901, PLR0912 - one branch a part, read as a list
    """The meeting after `fact`: each part evolves by its own facts; three facts concern another part as well."""
    if isinstance(fact, ItemFact):
        return replace(meeting, items=items.evolve(meeting.items, fact))
    if isinstance(fact, AgendaFact):
        listed, adopted, held = meeting.documents, agenda.evolve(meeting.agenda, fact), meeting.items
        if isinstance(fact, ProvisionalAgendaIssued):
            listed = documents.after_issue(listed, fact)
        if isinstance(fact, AnyAdoption):
            adopted = agenda.at_sitting(adopted, meeting.sittings)
            held = items.after_adoption(held, fact)
        return replace(meeting, agenda=adopted, documents=listed, items=held)
    if isinstance(fact, SittingFact):
        left = meeting.items
        if isinstance(fact, MeetingClosed):
            left = remaining.after_close(left, meeting.agenda, fact)
        return replace(meeting, sittings=sittings.evolve(meeting.sittings, fact), items=left)
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
    if isinstance(fact, ScheduleFact):
        return replace(meeting, schedule=schedule.evolve(meeting.schedule, fact))
    if isinstance(fact, ActStruck | RemainingItemsNoted | PaperIssued):
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
    ReportAdopted,
)
"""What only happens while a sitting is held."""


def remarks(meeting: Meeting, fact: Fact, context: Context) -> Iterator[str]:
    """What is worth saying of a fact that was accepted: above all what is unusual, and recorded all the same."""
    at = fact.entry.occurred.at
    if at is not None and isinstance(fact, IN_THE_ROOM) and not meeting.sittings.held_at(at):
        yield f"{fact.entry.occurred.local:%H:%M} is outside the sittings recorded."
    yield from _unknown_waivers(meeting, fact, context)
    match fact:
        case SittingOpened():
            yield from _unusual_sitting(meeting, fact)
        case ItemsTakenUp():
            yield from _unusual_item(meeting, fact)
        case ProvisionalAgendaIssued():
            yield from _notice(meeting, fact, context)
        case QuorumNoted():
            yield from quorum.doubts(meeting.schedule, fact, context)
        case MeetingClosed():
            yield from _at_the_close(meeting, fact, context)
        case _:
            return


def _unknown_waivers(meeting: Meeting, fact: Fact, context: Context) -> Iterator[str]:
    rules = context.rules(meeting.schedule.body)
    known = {rule.number for rule in rules.rules}
    for number in fact.entry.waives:
        if number not in known:
            yield f"Rule {number}, which was waived, is not among those kept of {rules.title}."


def _unusual_sitting(meeting: Meeting, fact: SittingOpened) -> Iterator[str]:
    plan, day = meeting.schedule, fact.entry.occurred.day
    if plan.services is not None and fact.number > plan.services.sittings:
        sittings = "one sitting" if plan.services.sittings == 1 else f"{plan.services.sittings} sittings"
        yield f"Conference services permit {sittings}; this is number {fact.number}."
    if not plan.starts <= day <= plan.ends:
        yield f"{day:%-d %B %Y} is outside the days of the {plan.says}, {plan.starts} to {plan.ends}."


def _unusual_item(meeting: Meeting, fact: ItemsTakenUp) -> Iterator[str]:
    outline = meeting.agenda.in_force
    for item in meeting.items.open:
        if (line := outline.get(item)) is not None and item not in fact.items:
            yield f"Item {line.number} is still under consideration; suspend or conclude it."
    first = outline.lines[0].id if outline.lines else None
    if not _works(meeting.agenda) and any(outline.root(item) != first for item in fact.items):
        yield "The agenda has not been adopted."


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


def _notice(meeting: Meeting, fact: ProvisionalAgendaIssued, context: Context) -> Iterator[str]:
    rules = context.rules(meeting.schedule.body)
    rule, days = rules.get(Question.NOTICE, fact.entry.occurred.day), (meeting.schedule.starts - fact.issued).days
    if rule is None or rule.value is None:
        return
    short = " Notice is short." if days < rule.value and rule.binding else ""
    doubt = "" if rule.verified else ", which is not verified,"
    yield f"Notice given: {days} days; {rules.cited(rule)}{doubt} asks for {rule.value}.{short}"
