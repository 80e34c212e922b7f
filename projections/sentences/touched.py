"""Which items of the agenda an act touches, so that the history of one item can be asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.act import Fact
from domain.agenda import AgendaAdopted, AgendaProvisionallyAdopted
from domain.amendments import ItemsMerged, ItemSplit, PendingAmendmentDropped
from domain.business import ActStruck
from domain.decisions import DecisionNumbered, DecisionTaken
from domain.evolving import by_type
from domain.items import ItemsTakenUp
from domain.proposal import ProposalSubmitted
from domain.provisional import ProvisionalAgendaIssued, ProvisionalAgendaRevised, SupplementaryAgendaIssued
from domain.remaining import RemainingItemsNoted, undisposed
from domain.sittings import MeetingClosed
from domain.timetable import OrganizationOfWorkProposed, OrganizationOfWorkRevised
from projections.telling import Told

Found = tuple[str, ...]


def touched(told: Told) -> Found:
    """The items by identity: those an act names, all that an adoption fixed, those a closure disposed of.

    Every act on a proposal touches the items under which that was submitted.
    """
    if isinstance(told.first, ProposalSubmitted):
        return told.first.items
    return _finder(type(told.fact))(told, told.fact)


@by_type
def _finder(kind: type[Fact]) -> Callable[[Told, Any], Found]:
    """What finds the items that a fact of that type touches."""
    if issubclass(kind, AgendaAdopted | AgendaProvisionallyAdopted):
        return lambda told, _fact: tuple(line.id for line in told.before.agenda.proposed)
    if issubclass(kind, MeetingClosed):
        return _left
    if issubclass(kind, ActStruck):
        return lambda told, fact: _named_by(told.act(fact.struck))
    if issubclass(kind, DecisionNumbered):
        return lambda told, fact: _named_by(told.act(fact.decision))
    if issubclass(kind, PendingAmendmentDropped):
        return lambda told, fact: _named_by(told.act(fact.amendment))
    named = _reader(kind)
    return lambda _told, fact: named(fact)


def _left(told: Told, fact: MeetingClosed) -> Found:
    return () if fact.remaining is None else undisposed(told.before.agenda, told.before.items)


def _named_by(act: Fact | None) -> Found:
    return () if act is None else _reader(type(act))(act)


@by_type
def _reader(kind: type[Fact]) -> Callable[[Any], Found]:
    """What reads from a fact of that type the items it names."""
    if issubclass(kind, ProvisionalAgendaIssued | SupplementaryAgendaIssued | ProvisionalAgendaRevised):
        return lambda fact: tuple(item.id for item in fact.items)
    if issubclass(kind, ItemSplit):
        return lambda fact: (fact.item, fact.part)
    if issubclass(kind, ItemsMerged):
        return lambda fact: (fact.item, fact.merged)
    if issubclass(kind, ItemsTakenUp | RemainingItemsNoted | DecisionTaken):
        return lambda fact: fact.items
    if issubclass(kind, OrganizationOfWorkProposed | OrganizationOfWorkRevised):
        return lambda fact: tuple(dict.fromkeys(item for slot in fact.slots for item in slot.items))
    return _item


def _item(fact: Fact) -> Found:
    item: str | None = getattr(fact, "item", None)
    return () if item is None else (item,)
