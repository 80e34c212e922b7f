"""The items that remain: those of which the body has not said what becomes of them."""

from __future__ import annotations

from typing import ClassVar

from domain.act import Fact, act
from domain.agenda import Agenda, must_be_issued
from domain.context import Context
from domain.items import Items, ItemStatus
from domain.late import dataclass
from domain.rules import impossible
from domain.schedule import Schedule
from domain.sittings import MeetingClosed, Sittings, must_be_open
from domain.values import Entry, Taken


@dataclass(frozen=True, kw_only=True)
class RemainingItemsNoted(Fact):
    """The body took note of the items that remained for consideration, as it does before a recess."""

    TOPIC: ClassVar[str] = "RemainingItemsNoted"
    items: tuple[str, ...]
    taken: Taken


def undisposed(agenda: Agenda, items: Items) -> tuple[str, ...]:
    """The items left: neither concluded, deferred nor in abeyance, themselves or through the item they stand under.

    An item with sub-items is left only if one of them is.
    """
    outline = agenda.in_force
    done = {line.id for line in outline if line.deleted or not line.considered or items.disposed(line.id)}
    for line in outline:
        if line.parent in done:
            done.add(line.id)
    above = {line.parent for line in outline if not line.deleted}
    return tuple(line.id for line in outline if line.id not in done | above)


def considered_now(agenda: Agenda, items: Items) -> tuple[str, ...]:
    """The items under consideration; what was deleted or merged meanwhile is considered no more."""
    gone = {line.id for line in agenda.in_force if line.deleted}
    return tuple(item for item in items.open if item not in gone)


def after_close(state: Items, agenda: Agenda, fact: MeetingClosed) -> Items:
    """The items once the meeting has closed and said what becomes of those left."""
    status = ItemStatus.LEFT if fact.remaining == "lapse" else ItemStatus.DEFERRED
    return state.marked(undisposed(agenda, state), status)


@act
def note_remaining_items(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    items: Items,
    entry: Entry,
    context: Context,
    *,
    taken: Taken,
) -> RemainingItemsNoted:
    """Take note of the items that remain for consideration: which they are is found in the record."""
    del context
    must_be_open(schedule, sittings)
    must_be_issued(agenda)
    left = undisposed(agenda, items)
    if not left:
        raise impossible("No item remains for consideration.", "Nothing needs to be done.")
    return RemainingItemsNoted(entry=entry, items=left, taken=taken)
