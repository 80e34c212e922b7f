"""The acts of a sitting (a plenary meeting): called to order, held, suspended, resumed, closed."""

from __future__ import annotations

from domain.act import act
from domain.context import Context
from domain.days import long_day
from domain.rules import impossible
from domain.schedule import Schedule
from domain.sittings import (
    SittingClosed,
    SittingHeld,
    SittingOpened,
    SittingResumed,
    Sittings,
    SittingSuspended,
    must_not_be_closed,
)
from domain.values import Entry


@act
def open_sitting(
    schedule: Schedule, sittings: Sittings, entry: Entry, context: Context, *, number: int
) -> SittingOpened:
    """Call a sitting to order under the next number."""
    del context
    must_not_be_closed(schedule, sittings)
    _none_open(sittings)
    if number != sittings.last + 1:
        raise impossible(
            f"The next sitting is number {sittings.last + 1}, not {number}.",
            f"Use: nemcon plenary open {sittings.last + 1}; if others went before, of which only the day is known: "
            "nemcon plenary held N --at DAY",
        )
    return SittingOpened(entry=entry, number=number)


def _none_open(sittings: Sittings) -> None:
    """A sitting that is suspended may wait while the next one is held."""
    if sittings.now is not None and not sittings.suspended:
        raise impossible(f"Sitting {sittings.now} is open.", "First: nemcon plenary close")


@act
def hold_sitting(
    schedule: Schedule, sittings: Sittings, entry: Entry, context: Context, *, number: int, resumed: bool = False
) -> SittingHeld:
    """Register a sitting, or a resumed part of one, of which only the number and the day are known."""
    del context
    must_not_be_closed(schedule, sittings)
    _none_open(sittings)
    if resumed and number in {*sittings.waiting, sittings.now}:
        raise impossible(
            f"Sitting {number} was suspended, and its suspension is in the record.",
            f"To go on: nemcon plenary resume {number} --at WHEN",
        )
    known = [part.day for part in sittings.parts_of(number, resumed=resumed)]
    if known and (not resumed or entry.occurred.day in known):
        raise impossible(
            f"Sitting {number} is in the record{', resumed' if resumed else ''}: it was held on {long_day(known[-1])}.",
            f"For an act of that sitting: -p {number}{'r' if resumed else ''}",
        )
    return SittingHeld(entry=entry, number=number, resumed=resumed)


def _open_one(sittings: Sittings, number: int) -> None:
    if sittings.now is None:
        raise impossible("No sitting is open.", "First: nemcon plenary open --at WHEN")
    if number != sittings.now:
        raise impossible(
            f"Sitting {sittings.now} is open, not {number}.", f"Name it: nemcon plenary close {sittings.now}"
        )


@act
def suspend_sitting(sittings: Sittings, entry: Entry, context: Context, *, number: int) -> SittingSuspended:
    """Suspend the open sitting."""
    del context
    _open_one(sittings, number)
    if sittings.suspended:
        raise impossible(f"Sitting {number} is suspended already.", "To go on: nemcon plenary resume")
    return SittingSuspended(entry=entry, number=number)


@act
def resume_sitting(sittings: Sittings, entry: Entry, context: Context, *, number: int) -> SittingResumed:
    """Resume a suspended sitting under the same number: on the same day, or months later."""
    del context
    if number in sittings.waiting:
        _none_open(sittings)
        return SittingResumed(entry=entry, number=number)
    if sittings.now != number and any(part.number == number for part in sittings.parts):
        raise impossible(
            f"Sitting {number} was not suspended, and has risen.",
            f"If it was resumed all the same: nemcon plenary held {number}r --at DAY",
        )
    _open_one(sittings, number)
    if not sittings.suspended:
        raise impossible(f"Sitting {number} is not suspended.", "Nothing needs to be done.")
    return SittingResumed(entry=entry, number=number)


@act
def close_sitting(sittings: Sittings, entry: Entry, context: Context, *, number: int) -> SittingClosed:
    """Close the open sitting."""
    del context
    _open_one(sittings, number)
    return SittingClosed(entry=entry, number=number)
