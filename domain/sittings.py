"""The meeting's formal opening and closure, and its numbered sittings (plenary meetings).

The act that closes the meeting is in `domain.closing`, because it asks what becomes of the items left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal, assert_never

from domain.act import Fact, act
from domain.context import Context
from domain.evolving import replace
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, Taken

Remaining = Literal["carry", "defer", "lapse"]


@dataclass(frozen=True, kw_only=True)
class MeetingOpened(Fact):
    """The meeting was formally opened."""

    TOPIC: ClassVar[str] = "MeetingOpened"


@dataclass(frozen=True, kw_only=True)
class MeetingClosed(Fact):
    """The meeting was formally closed. `remaining` says what becomes of the items left, if there are any."""

    TOPIC: ClassVar[str] = "MeetingClosed"
    remaining: Remaining | None


@dataclass(frozen=True, kw_only=True)
class SittingOpened(Fact):
    """A sitting was called to order."""

    TOPIC: ClassVar[str] = "SittingOpened"
    number: int


@dataclass(frozen=True, kw_only=True)
class SittingSuspended(Fact):
    """A sitting was suspended."""

    TOPIC: ClassVar[str] = "SittingSuspended"
    number: int


@dataclass(frozen=True, kw_only=True)
class SittingResumed(Fact):
    """A suspended sitting was resumed under the same number."""

    TOPIC: ClassVar[str] = "SittingResumed"
    number: int


@dataclass(frozen=True, kw_only=True)
class SittingClosed(Fact):
    """A sitting rose."""

    TOPIC: ClassVar[str] = "SittingClosed"
    number: int


SittingFact = MeetingOpened | MeetingClosed | SittingOpened | SittingSuspended | SittingResumed | SittingClosed


@dataclass(frozen=True)
class Sittings:
    """What the rules need to know of the sittings: whether the meeting is open, which sitting is, their days and hours.

    `hours` are the moments, where they were recorded, at which each sitting opened and rose (None while it is open).
    """

    opened: Entry | None = None
    closed: Entry | None = None
    now: int | None = None
    suspended: bool = False
    days: dict[int, date] | None = None
    hours: tuple[tuple[datetime, datetime | None], ...] = ()

    def held_at(self, moment: datetime) -> bool:
        """Whether a sitting was held then, as far as the hours of the sittings were recorded."""
        return not self.hours or any(opens <= moment and (rose is None or moment <= rose) for opens, rose in self.hours)

    def day_of(self, number: int) -> date | None:
        """The day on which a sitting opened."""
        return (self.days or {}).get(number)

    def on(self, day: date) -> int | None:
        """The only sitting opened on `day`; None where there was none, or more than one."""
        found = [number for number, opened in (self.days or {}).items() if opened == day]
        return found[0] if len(found) == 1 else None


def must_be_open(schedule: Schedule, sittings: Sittings) -> None:
    """Refuse where the meeting has not been opened, or was closed: the record allows business only in between."""
    must_stand(schedule)
    if sittings.opened is None:
        raise impossible(
            f"The {schedule.says} {schedule.key} has not been opened on that day.",
            "First: nemcon meeting open --at WHEN",
        )
    if sittings.closed is not None:
        raise impossible(
            f"The {schedule.says} {schedule.key} was closed on {sittings.closed.occurred.day:%-d %B %Y} "
            f"(entry {sittings.closed.number}).",
            f"For what happened before, give its time and its place: --before {sittings.closed.number}",
        )


def must_be_able_to_decide(schedule: Schedule, sittings: Sittings, taken: Taken) -> None:
    """The same, but for what a body decides out of session: by silence or by correspondence."""
    must_stand(schedule) if taken.out_of_session else must_be_open(schedule, sittings)


@act
def open_meeting(schedule: Schedule, sittings: Sittings, entry: Entry, context: Context) -> MeetingOpened:
    """Open the meeting formally, once."""
    del context
    must_stand(schedule)
    if sittings.opened is not None:
        raise impossible(
            f"The {schedule.says} {schedule.key} was opened on {sittings.opened.occurred.day:%-d %B %Y} "
            f"(entry {sittings.opened.number}).",
            "To open its next sitting: nemcon plenary open",
        )
    return MeetingOpened(entry=entry)


@act
def open_sitting(
    schedule: Schedule, sittings: Sittings, entry: Entry, context: Context, *, number: int
) -> SittingOpened:
    """Call a sitting to order under the next number."""
    del context
    must_stand(schedule)
    if sittings.closed is not None:
        must_be_open(schedule, sittings)
    if sittings.now is not None:
        raise impossible(f"Sitting {sittings.now} is open.", "First: nemcon plenary close")
    last = max(sittings.days or {}, default=0)
    if number != last + 1:
        raise impossible(
            f"The next sitting is number {last + 1}, not {number}.", f"Use: nemcon plenary open {last + 1}"
        )
    return SittingOpened(entry=entry, number=number)


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
    """Resume the suspended sitting under the same number."""
    del context
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


def evolve(sittings: Sittings, fact: SittingFact) -> Sittings:
    """The sittings after `fact`."""
    match fact:
        case MeetingOpened():
            return replace(sittings, opened=fact.entry)
        case MeetingClosed():
            return replace(sittings, closed=fact.entry)
        case SittingOpened():
            days = {**(sittings.days or {}), fact.number: fact.entry.occurred.day}
            at = fact.entry.occurred.at
            hours = sittings.hours if at is None else (*sittings.hours, (at, None))
            return replace(sittings, now=fact.number, days=days, suspended=False, hours=hours)
        case SittingSuspended():
            return replace(sittings, suspended=True)
        case SittingResumed():
            return replace(sittings, suspended=False)
        case SittingClosed():
            return replace(sittings, now=None, suspended=False, hours=_risen(sittings, fact.entry.occurred.at))
        case _:
            assert_never(fact)


def _risen(sittings: Sittings, at: datetime | None) -> tuple[tuple[datetime, datetime | None], ...]:
    """The hours once the open sitting rose. Without the moment at which it did, its hours are not known."""
    known = tuple(one for one in sittings.hours if one[1] is not None)
    return known if at is None else tuple((opens, at if rose is None else rose) for opens, rose in sittings.hours)
