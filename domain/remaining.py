"""The items that remain: those of which the body has not said what becomes of them."""

from __future__ import annotations

from domain.agenda import Agenda
from domain.items import DISPOSED, Items, ItemStatus
from domain.sittings import MeetingClosed


def undisposed(agenda: Agenda, items: Items) -> tuple[str, ...]:
    """The items left: neither concluded, deferred nor in abeyance, themselves or through the item they stand under.

    An item with sub-items is left only if one of them is.
    """
    outline = agenda.in_force
    done = {line.id for line in outline if line.deleted or not line.considered or items.status(line.id) in DISPOSED}
    for line in outline:
        if line.parent in done:
            done.add(line.id)
    above = {line.parent for line in outline if not line.deleted}
    return tuple(line.id for line in outline if line.id not in done | above)


def after_close(state: Items, agenda: Agenda, fact: MeetingClosed) -> Items:
    """The items once the meeting has closed and said what becomes of those left."""
    status = ItemStatus.LEFT if fact.remaining == "lapse" else ItemStatus.DEFERRED
    return state.marked(undisposed(agenda, state), status)
