"""What each act did, in one sentence, as the report of the meeting would say it.

Every fact of every stream has its sentence here: a new event without one does not pass the type checker.
"""

from __future__ import annotations

from typing import assert_never, cast

from domain.agenda import AgendaFact
from domain.allocation import ItemAllocated
from domain.attendance import AttendanceFact
from domain.body import BodyFact
from domain.business import ActStruck
from domain.continuing import ItemCarriedOver
from domain.decisions import DecisionFact
from domain.documents import DocumentFact
from domain.items import ItemFact
from domain.meeting import MeetingFact
from domain.numbering import NumberFact
from domain.officers import OfficerFact
from domain.papers import PaperIssued
from domain.proposal import ProposalFact
from domain.remaining import RemainingItemsNoted
from domain.report import ReportFact
from domain.resolution import ResolutionFact
from domain.rulings import RulingFact
from domain.schedule import ScheduleFact
from domain.silence import SilenceFact
from domain.sittings import SittingFact
from domain.statements import StatementEntered
from domain.timetable import TimetableFact
from projections.sentences import (
    attending,
    convening,
    listing,
    outcomes,
    papers,
    proposals,
    registers,
    reports,
    rulings,
    silences,
)
from projections.sentences.room import Room, entry_of, strike
from projections.sentences.seals import marks, only
from projections.telling import Told

AnyFact = MeetingFact | BodyFact | SilenceFact | ResolutionFact | ProposalFact | NumberFact

_MeetingAct = (
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
)


def sentence(told: Told) -> str:
    """The sentence of an act, told at its place. What is sealed stands in it as a mark, never as a value."""
    fact = cast("AnyFact", told.fact)
    words = only(marks(fact), _words(told, fact))
    if fact.entry.replaces is not None:
        words += f" (in the place of {entry_of(told, fact.entry.replaces)})"
    return words if words.endswith(".") else f"{words}."


def _words(told: Told, fact: AnyFact) -> str:
    if isinstance(fact, ActStruck):
        return strike(told, fact)
    if isinstance(fact, BodyFact):
        return registers.of_body(told, fact)
    if isinstance(fact, SilenceFact):
        return silences.of_silence(told, fact)
    if isinstance(fact, ResolutionFact):
        return registers.of_resolution(told, fact)
    if isinstance(fact, ProposalFact):
        return proposals.of_proposal(told, fact)
    if isinstance(fact, NumberFact):
        return registers.of_number(fact)
    return _of_meeting(Room(told), fact)


def _of_meeting(room: Room, fact: _MeetingAct) -> str:  # noqa: C901, PLR0912 - one branch a part, read as a list
    if isinstance(fact, ItemFact):
        return outcomes.of_items(room, fact)
    if isinstance(fact, ItemAllocated):
        return outcomes.of_allocation(room, fact)
    if isinstance(fact, ItemCarriedOver):
        return papers.of_carrying_over(room, fact)
    if isinstance(fact, RemainingItemsNoted):
        return outcomes.of_remaining(room, fact)
    if isinstance(fact, DocumentFact):
        return outcomes.of_documents(room, fact)
    if isinstance(fact, AgendaFact):
        return listing.of_agenda(room, fact)
    if isinstance(fact, SittingFact):
        return convening.of_sittings(room, fact)
    if isinstance(fact, AttendanceFact):
        return attending.of_attendance(room, fact)
    if isinstance(fact, DecisionFact):
        return outcomes.of_decisions(room, fact)
    if isinstance(fact, TimetableFact):
        return listing.of_timetable(room, fact)
    if isinstance(fact, OfficerFact):
        return convening.of_officers(room, fact)
    if isinstance(fact, ReportFact):
        return reports.of_report(room, fact)
    if isinstance(fact, RulingFact):
        return rulings.of_rulings(room, fact)
    if isinstance(fact, StatementEntered):
        return rulings.of_statement(room, fact)
    if isinstance(fact, ScheduleFact):
        return convening.of_schedule(room, fact)
    if isinstance(fact, PaperIssued):
        return registers.of_papers(fact)
    assert_never(fact)
