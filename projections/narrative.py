"""The acts of a meeting as papers narrate them: those that stand, in the order of business, and where each belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import Final

from sqlalchemy import Connection, select

from projections.history import HistoryLine
from projections.ties import EDGE, EdgeRelation, folded

STRIKE: Final = "ActStruck"
Key = tuple[int, ...]


class Place(Enum):
    """The part of a report that tells an act."""

    SCHEDULE = auto()
    SITTINGS = auto()
    OPENING = auto()
    OFFICERS = auto()
    AGENDA = auto()
    WORK = auto()
    ATTENDANCE = auto()
    DOCUMENTS = auto()
    PROCEEDINGS = auto()
    REPORT = auto()
    CLOSURE = auto()
    ISSUE = auto()
    NOWHERE = auto()


_TOPICS: Final[Mapping[Place, tuple[str, ...]]] = {
    Place.SCHEDULE: (
        "MeetingScheduled",
        "MeetingPostponed",
        "MeetingReconvened",
        "MeetingRelocated",
        "MeetingCancelled",
        "ConferenceServicesPermitted",
    ),
    Place.SITTINGS: ("SittingOpened", "SittingHeld", "SittingSuspended", "SittingResumed", "SittingClosed"),
    Place.OPENING: ("MeetingOpened",),
    Place.OFFICERS: ("OfficersElected", "OfficerReplaced", "ActedAs", "ChairTaken"),
    Place.AGENDA: (
        "ProvisionalAgendaIssued",
        "SupplementaryAgendaIssued",
        "ProvisionalAgendaRevised",
        "ItemAdded",
        "ItemDeleted",
        "ItemWithdrawn",
        "ItemFootnoted",
        "ItemRetitled",
        "ItemMoved",
        "ItemSplit",
        "ItemsMerged",
        "PendingAmendmentDropped",
        "AgendaAdopted",
        "AgendaProvisionallyAdopted",
        "ProvisionalAgendaApplied",
        "UnderstandingStated",
        "ItemAllocated",
        "ItemCarriedOver",
    ),
    Place.WORK: ("OrganizationOfWorkProposed", "OrganizationOfWorkAdopted", "OrganizationOfWorkRevised"),
    Place.ATTENDANCE: ("AttendanceRecorded", "CredentialsConsidered", "QuorumNoted"),
    Place.DOCUMENTS: ("DocumentListed", "NoDocumentForeseen"),
    Place.PROCEEDINGS: (
        "ItemsTakenUp",
        "ItemSuspended",
        "ItemConcluded",
        "ItemDeferred",
        "ItemReopened",
        "ItemHeld",
        "DecisionTaken",
        "RecommendationAgreed",
        "RulingGiven",
        "RulingAppealed",
        "ReconsiderationDecided",
        "StatementEntered",
        "ProposalSubmitted",
        "ProposalRevised",
        "ProposalAmended",
        "ProposalSponsored",
        "SponsorshipWithdrawn",
        "ProposalWithdrawn",
        "ProposalReintroduced",
        "BudgetImplicationsRead",
        "ProposalPut",
    ),
    Place.REPORT: (
        "ReportDrafted",
        "ReportAmended",
        "ReportSectionAdopted",
        "ReportAdopted",
        "ReportNotAdopted",
        "ReportEntrusted",
    ),
    Place.CLOSURE: ("RemainingItemsNoted", "MeetingClosed"),
    Place.ISSUE: ("ReportConfirmed", "ReportFinalized", "ReportIssued", "ReportCorrected", "ReportForwarded"),
    # The number of a decision is told where that was taken; a strike, and a paper printed, are no business of the body.
    Place.NOWHERE: ("DecisionNumbered", "DecisionRenumbered", "PaperIssued", STRIKE),
}

PLACE_OF: Final[Mapping[str, Place]] = {topic: place for place, topics in _TOPICS.items() for topic in topics}
"""Where a report tells the acts of a topic."""


def in_order(lines: Iterable[HistoryLine]) -> list[HistoryLine]:
    """The acts that stand, by day and, within a day, by place; `lines` are in the order of entry, struck ones too."""
    stored = list(lines)
    places = _places(stored)
    stand = [line for line in stored if line.struck_by is None and line.event != STRIKE]
    return sorted(stand, key=lambda line: (line.day, places[line.entry]))


def _places(lines: Iterable[HistoryLine]) -> dict[int, Key]:
    """A sortable place for each entry, by the same rule as `domain.business`, with entries in the place of versions."""
    places: dict[int, Key] = {}
    for line in lines:
        if line.precedes is not None and line.precedes in places:
            *head, last = places[line.precedes]
            places[line.entry] = (*head, last - 1, line.entry)
        else:
            places[line.entry] = places.get(line.replaces or line.entry, (line.entry,))
    return places


def of_meeting(connection: Connection, lines: Iterable[HistoryLine], key: str, own: Iterable[str]) -> list[HistoryLine]:
    """The acts done at a meeting: of a draft that several meetings acted on, what was done at this one.

    `key` is its natural key; `own` are its stream and those of the proposals submitted to it. The items under which a
    draft was submitted are those of the meeting to which it was.
    """
    here, at_home = folded(f"meeting:{key}"), set(own)
    query = select(EDGE.c.entry, EDGE.c.to_id).where(EDGE.c.relation == EdgeRelation.ACTED_ON_AT)
    acted = {row.entry: row.to_id for row in connection.execute(query)}
    return [
        line if line.stream in at_home else replace(line, items=())
        for line in lines
        if (acted.get(line.entry, here) == here if line.stream in at_home else acted.get(line.entry) == here)
    ]
