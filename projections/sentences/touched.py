"""Which items of the agenda an act touches, so that the history of one item can be asked for."""

from __future__ import annotations

from domain.act import Fact
from domain.agenda import AgendaAdopted, AgendaProvisionallyAdopted
from domain.amendments import ItemsMerged, ItemSplit, PendingAmendmentDropped
from domain.business import ActStruck
from domain.decisions import DecisionNumbered, DecisionTaken
from domain.items import ItemsTakenUp
from domain.proposal import ProposalSubmitted
from domain.provisional import ProvisionalAgendaIssued, ProvisionalAgendaRevised, SupplementaryAgendaIssued
from domain.remaining import RemainingItemsNoted, undisposed
from domain.sittings import MeetingClosed
from domain.timetable import OrganizationOfWorkProposed, OrganizationOfWorkRevised
from projections.telling import Told


def touched(told: Told) -> tuple[str, ...]:
    """The items by identity: those an act names, all that an adoption fixed, those a closure disposed of.

    Every act on a proposal touches the items under which that was submitted.
    """
    if isinstance(told.first, ProposalSubmitted):
        return told.first.items
    match told.fact:
        case AgendaAdopted() | AgendaProvisionallyAdopted():
            return tuple(line.id for line in told.before.agenda.proposed)
        case MeetingClosed(remaining=str()):
            return undisposed(told.before.agenda, told.before.items)
        case (
            ActStruck(struck=version) | DecisionNumbered(decision=version) | PendingAmendmentDropped(amendment=version)
        ):
            act = told.act(version)
            return () if act is None else _named(act)
        case _:
            return _named(told.fact)


def _named(fact: Fact) -> tuple[str, ...]:
    match fact:
        case ProvisionalAgendaIssued() | SupplementaryAgendaIssued() | ProvisionalAgendaRevised():
            return tuple(item.id for item in fact.items)
        case ItemSplit():
            return (fact.item, fact.part)
        case ItemsMerged():
            return (fact.item, fact.merged)
        case ItemsTakenUp() | RemainingItemsNoted() | DecisionTaken():
            return fact.items
        case OrganizationOfWorkProposed() | OrganizationOfWorkRevised():
            return tuple(dict.fromkeys(item for slot in fact.slots for item in slot.items))
        case _:
            item: str | None = getattr(fact, "item", None)
            return () if item is None else (item,)
