"""The closure of the meeting: the one act that asks what becomes of the items left."""

from __future__ import annotations

from domain.act import act
from domain.agenda import Agenda
from domain.context import Context
from domain.items import Items
from domain.remaining import undisposed
from domain.rules import impossible
from domain.schedule import Schedule
from domain.sittings import MeetingClosed, Remaining, Sittings, must_be_open
from domain.values import Entry


@act
def close_meeting(
    schedule: Schedule,
    sittings: Sittings,
    agenda: Agenda,
    items: Items,
    entry: Entry,
    context: Context,
    *,
    remaining: Remaining | None = None,
) -> MeetingClosed:
    """Close the meeting formally; items left undisposed must be carried over, deferred or let lapse."""
    must_be_open(schedule, sittings)
    # The record: a report that says nothing of an item leaves a hole in the body's memory.
    left = [line.name for one in undisposed(agenda, items) if (line := agenda.in_force.get(one))]
    # Rule 16 (UNFCCC, draft rules being applied): what is left comes back by itself, unless the body decides otherwise.
    if remaining is None and context.rules(schedule.body).get("carry over") is not None:
        remaining = "carry"
    if left and remaining is None:
        raise impossible(
            f"{_items(left)} neither concluded nor deferred.",
            "Say what becomes of what is left: nemcon meeting close --remaining carry, defer or lapse",
        )
    return MeetingClosed(entry=entry, remaining=remaining if left else None)


def _items(numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"Item {numbers[0]} is"
    return f"Items {', '.join(numbers[:-1])} and {numbers[-1]} are"
