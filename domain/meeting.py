"""A meeting: its parts composed into one stream, because the order of business is one order."""

from __future__ import annotations

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
from domain.agenda import (
    Agenda,
    AgendaFact,
    AnyAdoption,
)
from domain.allocation import Allocations, ItemAllocated
from domain.attendance import Attendance, AttendanceFact
from domain.business import ActStruck
from domain.context import Context
from domain.continuing import Continuations, ItemCarriedOver
from domain.decisions import DecisionFact, Decisions
from domain.documents import DocumentFact, Documents
from domain.evolving import replace
from domain.items import ItemFact, Items
from domain.officers import OfficerFact, Officers
from domain.papers import PaperIssued
from domain.provisional import AnyIssue
from domain.remaining import RemainingItemsNoted
from domain.report import (
    Report,
    ReportFact,
)
from domain.rulings import RulingFact, Rulings
from domain.schedule import MeetingReconvened, Schedule, ScheduleFact
from domain.sittings import MeetingClosed, SittingFact, Sittings
from domain.statements import StatementEntered
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
