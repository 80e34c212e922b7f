"""The consideration of items in the room: taken up, suspended, concluded."""

from __future__ import annotations

from domain.act import act
from domain.agenda import Agenda, must_have
from domain.context import Context
from domain.inclusion import must_have_waited
from domain.items import DISPOSED, ItemConcluded, Items, ItemsTakenUp, ItemStatus, ItemSuspended, typed
from domain.outline import Line
from domain.rules import impossible
from domain.schedule import Schedule
from domain.sittings import Sittings, must_be_open
from domain.values import Entry

_MAY_BE_TAKEN_UP = frozenset({ItemStatus.CONCLUDED_THIS_STAGE, ItemStatus.IN_ABEYANCE})


@act
def take_up(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    state: Items,
    entry: Entry,
    context: Context,
    *,
    items: tuple[str, ...],
) -> ItemsTakenUp:
    """Take up an item, or several jointly."""
    must_be_open(schedule, sittings)
    if not items:
        raise impossible("It is not said which item is taken up.", "Name it: nemcon item take-up N")
    for item in items:
        number = _considered(agenda, item).name
        if state.status(item) is ItemStatus.UNDER_CONSIDERATION:
            raise impossible(f"Item {number} is under consideration already.", "Nothing needs to be done.")
        if state.status(item) in DISPOSED - _MAY_BE_TAKEN_UP:
            raise impossible(
                f"The consideration of item {number} was {state.status(item)} already.",
                f"To come back to it: nemcon item reopen {typed(number)}",
            )
        must_have_waited(schedule, agenda, item, entry, context)
    return ItemsTakenUp(entry=entry, items=items)


def _considered(agenda: Agenda, item: str) -> Line:
    line = must_have(agenda, item)
    # The record: the body included it on that understanding.
    if not line.considered:
        raise impossible(
            f"Item {line.name} was included on the understanding that there would be no consideration of it.",
            f"If the body decided otherwise: nemcon item delete {typed(line.name)}, then nemcon item add",
        )
    return line


@act
def suspend_item(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    state: Items,
    entry: Entry,
    context: Context,
    *,
    item: str,
) -> ItemSuspended:
    """Suspend the consideration of an item."""
    del context
    must_be_open(schedule, sittings)
    _under_way(agenda, state, item)
    if state.status(item) is ItemStatus.SUSPENDED:
        raise impossible("The consideration of that item is suspended already.", "Nothing needs to be done.")
    return ItemSuspended(entry=entry, item=item)


@act
def conclude_item(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    state: Items,
    entry: Entry,
    context: Context,
    *,
    item: str,
    this_stage: bool = False,
) -> ItemConcluded:
    """Conclude the consideration of an item, or this stage of it."""
    del context
    must_be_open(schedule, sittings)
    _under_way(agenda, state, item)
    return ItemConcluded(entry=entry, item=item, this_stage=this_stage)


def _under_way(agenda: Agenda, state: Items, item: str) -> None:
    # The record: what was never taken up can be neither suspended nor concluded.
    number = must_have(agenda, item).name
    status = state.status(item)
    if status is ItemStatus.NOT_TAKEN_UP:
        raise impossible(f"Item {number} was not taken up.", f"First: nemcon item take-up {typed(number)}")
    if status in DISPOSED:
        what = "Item" if status is ItemStatus.IN_ABEYANCE else "The consideration of item"
        raise impossible(
            f"{what} {number} is {status.replace('_', ' ')}.",
            f"To come back to it: nemcon item reopen {typed(number)}",
        )
