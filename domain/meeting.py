"""A meeting: its parts composed into one stream, because the order of business is one order."""

from __future__ import annotations

from collections.abc import Callable
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
from domain.evolving import by_type, replace
from domain.items import ItemFact, Items
from domain.late import dataclass
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


def evolve(meeting: Meeting, fact: MeetingFact) -> Meeting:
    """The meeting after `fact`: each part evolves by its own facts; some facts concern another part as well."""
    return _evolving(type(fact))(meeting, fact)


Evolving = Callable[[Meeting, Any], Meeting]


@by_type
def _evolving(kind: type[MeetingFact]) -> Evolving:
    """How the meeting evolves by the facts of a type; what the body decided by them may have a number."""
    if issubclass(kind, DecisionFact) or "taken" not in kind.__dataclass_fields__:
        return _of_its_part(kind)
    return _decided(_of_its_part(kind))


def _of_its_part(kind: type[MeetingFact]) -> Evolving:  # noqa: C901, PLR0912 - one branch a part, read as a list
    """How the part evolves to which the facts of a type belong."""
    if issubclass(kind, ItemFact):
        return _part("items", items.evolve)
    if issubclass(kind, AnyIssue):
        return _issued
    if issubclass(kind, AnyAdoption):
        return _adopted
    if issubclass(kind, AgendaFact):
        return _part("agenda", agenda.evolve)
    if issubclass(kind, MeetingClosed):
        return _closed
    if issubclass(kind, SittingFact):
        return _part("sittings", sittings.evolve)
    if issubclass(kind, ItemCarriedOver):
        return _part("continuations", continuing.evolve)
    if issubclass(kind, AttendanceFact):
        return _part("attendance", attendance.evolve)
    if issubclass(kind, ItemAllocated):
        return _part("allocations", allocation.evolve)
    if issubclass(kind, DocumentFact):
        return _part("documents", documents.evolve)
    if issubclass(kind, DecisionFact):
        return _part("decisions", decisions.evolve)
    if issubclass(kind, TimetableFact):
        return _part("timetable", timetable.evolve)
    if issubclass(kind, OfficerFact):
        return _part("officers", officers.evolve)
    if issubclass(kind, ReportFact):
        return _part("report", report.evolve)
    if issubclass(kind, RulingFact):
        return _part("rulings", rulings.evolve)
    if issubclass(kind, MeetingReconvened):
        return _reconvened
    if issubclass(kind, ScheduleFact):
        return _part("schedule", schedule.evolve)
    if issubclass(kind, ActStruck | RemainingItemsNoted | StatementEntered | PaperIssued):
        return _unchanged
    assert_never(kind)


def _part(name: str, evolved: Callable[[Any, Any], Any]) -> Evolving:
    """A fact that concerns one part only."""
    return lambda meeting, fact: replace(meeting, **{name: evolved(getattr(meeting, name), fact)})


def _decided(evolved: Evolving) -> Evolving:
    """A fact that says how the body decided it."""

    def after(meeting: Meeting, fact: Fact) -> Meeting:
        return replace(evolved(meeting, fact), decisions=decisions.after_an_act(meeting.decisions, fact))

    return after


def _issued(meeting: Meeting, fact: AnyIssue) -> Meeting:
    listed, traced = documents.after_issue(meeting.documents, fact), continuing.after_issue(meeting.continuations, fact)
    return replace(meeting, agenda=agenda.evolve(meeting.agenda, fact), documents=listed, continuations=traced)


def _adopted(meeting: Meeting, fact: AnyAdoption) -> Meeting:
    adopted = agenda.at_sitting(agenda.evolve(meeting.agenda, fact), meeting.sittings)
    return replace(meeting, agenda=adopted, items=items.after_adoption(meeting.items, fact))


def _closed(meeting: Meeting, fact: MeetingClosed) -> Meeting:
    left = remaining.after_close(meeting.items, meeting.agenda, fact)
    return replace(meeting, sittings=sittings.evolve(meeting.sittings, fact), items=left)


def _reconvened(meeting: Meeting, fact: MeetingReconvened) -> Meeting:
    after = schedule.evolve(meeting.schedule, fact)
    return replace(meeting, schedule=after, sittings=sittings.reconvened(meeting.sittings))


def _unchanged(meeting: Meeting, _fact: MeetingFact) -> Meeting:
    return meeting


@guard
def must_be_quorate(state: State, fact: Fact, context: Context) -> None:
    """Refuse what too few were present for, whatever act of a meeting it is."""
    if isinstance(state, Meeting) and state.attendance.quorum is not None:
        quorum.must_be_quorate(state.schedule, state.sittings, state.attendance, fact, context)


@guard
def must_go_on(state: State, fact: Fact, _context: Context) -> None:
    """Refuse an act in which a decision is said to go on that was not taken, whatever act of a meeting it is."""
    if isinstance(state, Meeting):
        decisions.must_go_on(state.decisions, fact)
