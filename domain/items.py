"""How far the body has come with its items; which are held in abeyance, and which are reopened.

They are taken up, suspended and concluded in `domain.considering`, and deferred in `domain.deferring`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import ClassVar, assert_never

from domain.act import Fact, act
from domain.agenda import Agenda, AnyAdoption, must_have
from domain.context import Context
from domain.evolving import replace
from domain.late import dataclass
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.sittings import Sittings, must_be_open
from domain.values import Entry, Taken


class ItemStatus(StrEnum):
    """How far the body has come with an item."""

    NOT_TAKEN_UP = "not_taken_up"
    UNDER_CONSIDERATION = "under_consideration"
    SUSPENDED = "suspended"
    CONCLUDED = "concluded"
    CONCLUDED_THIS_STAGE = "concluded_at_this_stage"
    DEFERRED = "deferred"
    IN_ABEYANCE = "in_abeyance"
    LEFT = "left"


@dataclass(frozen=True, kw_only=True)
class ItemsTakenUp(Fact):
    """The body took up an item, or several jointly."""

    TOPIC: ClassVar[str] = "ItemsTakenUp"
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ItemSuspended(Fact):
    """The body suspended its consideration of an item."""

    TOPIC: ClassVar[str] = "ItemSuspended"
    item: str


@dataclass(frozen=True, kw_only=True)
class ItemConcluded(Fact):
    """The body concluded its consideration of an item, or this stage of it."""

    TOPIC: ClassVar[str] = "ItemConcluded"
    item: str
    this_stage: bool


@dataclass(frozen=True, kw_only=True)
class ItemDeferred(Fact):
    """The body deferred its consideration of an item, of some documents under it, or a decision on it.

    `to` is "next", or the meeting as it was named; `ordinal` which of the body's it is, where the record knew that.
    With `include` the body also decided to put the item on the provisional agenda of that meeting.
    """

    TOPIC: ClassVar[str] = "ItemDeferred"
    item: str
    to: str
    taken: Taken
    documents: tuple[str, ...] = ()
    decision_only: bool = False
    include: bool = False
    ordinal: int | None = None

    @property
    def wholly(self) -> bool:
        """Whether the item itself was deferred, not only papers under it or the decision on it."""
        return not self.documents and not self.decision_only


@dataclass(frozen=True, kw_only=True)
class ItemReopened(Fact):
    """The body reopened its consideration of an item it had concluded, deferred or held in abeyance.

    `papers` are those it did so for: a draft resolution, a report.
    """

    TOPIC: ClassVar[str] = "ItemReopened"
    item: str
    taken: Taken
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ItemHeld(Fact):
    """The body held an item in abeyance: it stays on the agenda and is not considered."""

    TOPIC: ClassVar[str] = "ItemHeld"
    item: str
    taken: Taken


ItemFact = ItemsTakenUp | ItemSuspended | ItemConcluded | ItemDeferred | ItemReopened | ItemHeld


@dataclass(frozen=True)
class Items:
    """What the rules need to know of the items: how far each has come, and what of it was deferred to where."""

    statuses: Mapping[str, ItemStatus] = field(default_factory=dict)
    deferrals: Mapping[str, tuple[ItemDeferred, ...]] = field(default_factory=dict)

    def status(self, item: str) -> ItemStatus:
        """How far the body has come with an item."""
        return self.statuses.get(item, ItemStatus.NOT_TAKEN_UP)

    @property
    def open(self) -> tuple[str, ...]:
        """The items under consideration now."""
        return tuple(item for item, status in self.statuses.items() if status is ItemStatus.UNDER_CONSIDERATION)

    def disposed(self, item: str) -> bool:
        """Whether the body has said what becomes of an item; it has where it deferred its decision."""
        decided = any(one.decision_only for one in self.deferrals.get(item, ()))
        return decided or self.status(item) in DISPOSED

    def marked(self, items: tuple[str, ...], status: ItemStatus) -> Items:
        """The same with another status for some items."""
        return replace(self, statuses={**self.statuses, **dict.fromkeys(items, status)})


DISPOSED = frozenset(
    {ItemStatus.CONCLUDED, ItemStatus.CONCLUDED_THIS_STAGE, ItemStatus.DEFERRED, ItemStatus.IN_ABEYANCE}
)
"""What needs no word at the closure: the body has said what becomes of it."""


def typed(number: str) -> str:
    """A printed number as it is typed: "1 (a)" is 1a. A title, in quotation marks, is typed as it is."""
    if number.startswith('"'):
        return number
    parts = number.replace("(", "").replace(")", "").split()
    return ".".join(["".join(parts[:2]), *parts[2:]])


@act
def hold_item(
    schedule: Schedule, agenda: Agenda, state: Items, entry: Entry, context: Context, *, item: str, taken: Taken
) -> ItemHeld:
    """Hold an item in abeyance. Taking it up or reopening it lifts that."""
    del context
    must_stand(schedule)
    must_be_free(agenda, state, item)
    return ItemHeld(entry=entry, item=item, taken=taken)


def must_be_free(agenda: Agenda, state: Items, item: str) -> None:
    """Refuse to hold in abeyance what is held already, or done with."""
    number = must_have(agenda, item).name
    # The record: what is held already is not held twice.
    if state.status(item) is ItemStatus.IN_ABEYANCE:
        raise impossible(f"Item {number} is held in abeyance already.", "Nothing needs to be done.")
    if state.status(item) in {ItemStatus.CONCLUDED, ItemStatus.DEFERRED}:
        raise impossible(
            f"The consideration of item {number} is {state.status(item)} already.",
            f"To come back to it: nemcon item reopen {typed(number)}",
        )


@act
def reopen_item(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    state: Items,
    entry: Entry,
    context: Context,
    *,
    item: str,
    taken: Taken,
    papers: tuple[str, ...] = (),
) -> ItemReopened:
    """Reopen the consideration of an item that was concluded, deferred or held in abeyance."""
    del context
    must_be_open(schedule, sittings)
    number = must_have(agenda, item).name
    if state.status(item) not in DISPOSED:
        raise impossible(
            f"Item {number} was neither concluded nor deferred, nor held in abeyance.",
            f"To consider it: nemcon item take-up {typed(number)}",
        )
    return ItemReopened(entry=entry, item=item, taken=taken, papers=papers)


def evolve(state: Items, fact: ItemFact) -> Items:
    """The items after `fact`."""
    match fact:
        case ItemsTakenUp():
            return state.marked(fact.items, ItemStatus.UNDER_CONSIDERATION)
        case ItemSuspended():
            return state.marked((fact.item,), ItemStatus.SUSPENDED)
        case ItemConcluded():
            done = ItemStatus.CONCLUDED_THIS_STAGE if fact.this_stage else ItemStatus.CONCLUDED
            return state.marked((fact.item,), done)
        case ItemDeferred():
            deferrals = {**state.deferrals, fact.item: (*state.deferrals.get(fact.item, ()), fact)}
            deferred = replace(state, deferrals=deferrals)
            return deferred.marked((fact.item,), ItemStatus.DEFERRED) if fact.wholly else deferred
        case ItemHeld():
            return state.marked((fact.item,), ItemStatus.IN_ABEYANCE)
        case ItemReopened():
            parts = tuple(one for one in state.deferrals.get(fact.item, ()) if one.documents)
            reopened = replace(state, deferrals={**state.deferrals, fact.item: parts})
            return reopened.marked((fact.item,), ItemStatus.UNDER_CONSIDERATION)
        case _:
            assert_never(fact)


def after_adoption(state: Items, fact: AnyAdoption) -> Items:
    """The items once the agenda was adopted with some of them held in abeyance."""
    return state.marked(fact.in_abeyance, ItemStatus.IN_ABEYANCE)
