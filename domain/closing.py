"""The closure of the meeting: the one act that asks what becomes of the items left."""

from __future__ import annotations

from domain.act import act
from domain.agenda import Agenda
from domain.context import Context
from domain.items import Items
from domain.questions import Question
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
    left = [line.name for one in undisposed(agenda, items) if (line := agenda.in_force.get(one))]
    rules = context.rules(schedule.body)
    # UNFCCC, draft rule 16: what was not completed is included automatically in the agenda of the next session.
    if left and remaining is None and rules.binds(Question.CARRY_OVER, entry):
        remaining = "carry"
    if left and remaining == "lapse":
        rules.forbid(
            Question.CARRY_OVER,
            entry,
            f"{_items(left)} not completed.",
            "Use: nemcon meeting close --remaining carry; if the body decided otherwise: --notwithstanding RULE",
        )
    # The record: a report that says nothing of an item leaves a hole in the body's memory.
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
