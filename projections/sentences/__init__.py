"""What each act did, in one sentence, as the report of the meeting would say it.

Every fact of every stream has its sentence here: a new event without one does not pass the type checker.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never, cast

from domain.agenda import AgendaFact
from domain.allocation import ItemAllocated
from domain.attendance import AttendanceFact
from domain.body import BodyFact
from domain.business import ActStruck
from domain.confirming import ConfirmationFact
from domain.continuing import ItemCarriedOver
from domain.decisions import DecisionFact
from domain.documents import DocumentFact
from domain.evolving import by_type
from domain.items import ItemFact
from domain.keyring import KeyFact
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
    keys,
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
from projections.sentences.seals import only
from projections.telling import Told

AnyFact = MeetingFact | BodyFact | SilenceFact | ResolutionFact | ProposalFact | NumberFact | KeyFact | ConfirmationFact

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
    words = only(fact, _teller(type(fact))(told, fact))
    if fact.entry.replaces is not None:
        words += f" (in the place of {entry_of(told, fact.entry.replaces)})"
    return words if words.endswith(".") else f"{words}."


@by_type
def _teller(kind: type[AnyFact]) -> Callable[..., str]:
    """What tells a fact of that type: it is looked for once, for an import asks it of every act."""
    if issubclass(kind, ActStruck):
        return strike
    if issubclass(kind, BodyFact):
        return registers.of_body
    if issubclass(kind, SilenceFact):
        return silences.of_silence
    if issubclass(kind, ResolutionFact):
        return registers.of_resolution
    if issubclass(kind, ProposalFact):
        return proposals.of_proposal
    if issubclass(kind, NumberFact):
        return lambda _told, fact: registers.of_number(fact)
    if issubclass(kind, KeyFact):
        return lambda _told, fact: keys.of_keys(fact)
    if issubclass(kind, ConfirmationFact):
        return lambda _told, fact: keys.of_confirmation(fact)
    of_meeting = _of_meeting(kind)
    return lambda told, fact: of_meeting(Room(told), fact)


def _of_meeting(kind: type[_MeetingAct]) -> Callable[..., str]:  # noqa: C901, PLR0912 - one branch a part, read as a list
    if issubclass(kind, ItemFact):
        return outcomes.of_items
    if issubclass(kind, ItemAllocated):
        return outcomes.of_allocation
    if issubclass(kind, ItemCarriedOver):
        return papers.of_carrying_over
    if issubclass(kind, RemainingItemsNoted):
        return outcomes.of_remaining
    if issubclass(kind, DocumentFact):
        return outcomes.of_documents
    if issubclass(kind, AgendaFact):
        return listing.of_agenda
    if issubclass(kind, SittingFact):
        return convening.of_sittings
    if issubclass(kind, AttendanceFact):
        return attending.of_attendance
    if issubclass(kind, DecisionFact):
        return outcomes.of_decisions
    if issubclass(kind, TimetableFact):
        return listing.of_timetable
    if issubclass(kind, OfficerFact):
        return convening.of_officers
    if issubclass(kind, ReportFact):
        return reports.of_report
    if issubclass(kind, RulingFact):
        return rulings.of_rulings
    if issubclass(kind, StatementEntered):
        return rulings.of_statement
    if issubclass(kind, ScheduleFact):
        return convening.of_schedule
    if issubclass(kind, PaperIssued):
        return lambda _room, fact: registers.of_papers(fact)
    assert_never(kind)
