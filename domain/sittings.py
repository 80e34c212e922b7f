"""The meeting's formal opening and closure, and its numbered sittings (plenary meetings).

The acts of a sitting are in `domain.plenary`. The act that closes the meeting is in `domain.closing`, because it asks
what becomes of the items left.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal, assert_never

from domain.act import Fact, act
from domain.context import Context
from domain.days import dated
from domain.evolving import replace
from domain.late import dataclass
from domain.parts import Part
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, Occurred, Taken

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
class SittingHeld(Fact):
    """A sitting was held of which only the number and the day are known; `resumed` is True of a resumed part."""

    TOPIC: ClassVar[str] = "SittingHeld"
    number: int
    resumed: bool


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


SittingFact = (
    MeetingOpened | MeetingClosed | SittingOpened | SittingHeld | SittingSuspended | SittingResumed | SittingClosed
)


@dataclass(frozen=True)
class Sittings:
    """What the rules need to know of the sittings: whether the meeting is open, and the parts of its sittings.

    `now` is the sitting that was opened and has not risen, `suspended` whether it is suspended; `waiting` are those
    suspended that another one followed. `anew` is True once a meeting that was closed is reconvened, `awaited` until it
    is then opened.
    """

    opened: Entry | None = None
    closed: Entry | None = None
    anew: bool = False
    awaited: bool = False
    now: int | None = None
    suspended: bool = False
    waiting: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def last(self) -> int:
        """The highest number in the record; 0 where there is none."""
        return max((part.number for part in self.parts), default=0)

    @property
    def begun(self) -> bool:
        """Whether the body is at work: formally opened, or a sitting is known to have been held."""
        return not self.awaited and (self.opened is not None or any(part.by_day for part in self.parts))

    @property
    def current(self) -> Part | None:
        """The part under way, or suspended, of the sitting that has not risen."""
        return self.parts[-1] if self.now is not None else None

    def under_way(self, day: date) -> Part | None:
        """The part that an act of `day` falls in: the one going on, or the one known to have been held that day."""
        last = self.parts[-1] if self.parts else None
        if last is None or (self.now is None and not last.by_day):
            return None
        return last if not (last.by_day or self.suspended) or last.covers(day) else None

    def held_at(self, when: Occurred) -> bool:
        """Whether a sitting was held then, as far as the hours of the sittings were recorded."""
        return not any(part.timed for part in self.parts) or any(part.includes(when) for part in self.parts)

    def parts_of(self, number: int, *, resumed: bool) -> tuple[Part, ...]:
        """The part with which a sitting began, or those in which it was resumed."""
        return tuple(part for part in self.parts if part.number == number and part.resumed is resumed)

    def on(self, day: date) -> Part | None:
        """What was held on `day`: the part under way, or the only sitting of that day; None where there were more."""
        found = [part for part in self.parts if part.day == day]
        only = found[0] if len({part.number for part in found}) == 1 else None
        return self.under_way(day) or only


def must_not_be_closed(schedule: Schedule, sittings: Sittings) -> None:
    """Refuse where the meeting was closed."""
    must_stand(schedule)
    if sittings.closed is not None:
        raise impossible(
            f"The {schedule.says} {schedule.key} was closed on {dated(sittings.closed)}.",
            f"For what happened before, give its time and its place: --before {sittings.closed.number}",
        )


def must_be_open(schedule: Schedule, sittings: Sittings) -> None:
    """Refuse where the meeting has not been opened, or was closed: the record allows business only in between."""
    must_not_be_closed(schedule, sittings)
    if not sittings.begun:
        again = "reconvened " if sittings.awaited else ""
        raise impossible(
            f"The {again}{schedule.says} {schedule.key} has not been opened on that day.",
            "First: nemcon meeting open --at WHEN; where only the sitting and its day are known: -p N --at DAY",
        )


def must_be_able_to_decide(schedule: Schedule, sittings: Sittings, taken: Taken) -> None:
    """The same, but for what a body decides out of session: by silence or by correspondence."""
    must_stand(schedule) if taken.out_of_session else must_be_open(schedule, sittings)


@act
def open_meeting(schedule: Schedule, sittings: Sittings, entry: Entry, context: Context) -> MeetingOpened:
    """Open the meeting formally, once; once more where it was closed and reconvened."""
    del context
    must_not_be_closed(schedule, sittings)
    if sittings.opened is not None and not sittings.awaited:
        raise impossible(
            f"The {schedule.says} {schedule.key} was opened on {dated(sittings.opened)}.",
            "To open its next sitting: nemcon plenary open",
        )
    return MeetingOpened(entry=entry)


def evolve(sittings: Sittings, fact: SittingFact) -> Sittings:
    """The sittings after `fact`."""
    match fact:
        case MeetingOpened():
            return replace(sittings, opened=fact.entry, awaited=False)
        case MeetingClosed():
            return replace(sittings, closed=fact.entry)
        case SittingOpened():
            return _with(sittings, Part(fact.number, fact.entry), now=fact.number)
        case SittingHeld():
            part = Part(fact.number, fact.entry, resumed=fact.resumed, by_day=True)
            return replace(_with(sittings, part, now=None), awaited=False)
        case SittingSuspended():
            return replace(_ended(sittings, fact.entry), suspended=True)
        case SittingResumed():
            return _with(sittings, Part(fact.number, fact.entry, resumed=True), now=fact.number)
        case SittingClosed():
            ended = sittings if sittings.suspended else _ended(sittings, fact.entry)
            return replace(ended, now=None, suspended=False)
        case _:
            assert_never(fact)


def _with(sittings: Sittings, part: Part, *, now: int | None) -> Sittings:
    """The sittings with a further part; one that was suspended waits."""
    left = (sittings.now,) if sittings.now is not None else ()
    waiting = tuple(number for number in (*sittings.waiting, *left) if number != part.number)
    return replace(sittings, now=now, suspended=False, waiting=waiting, parts=(*sittings.parts, part))


def _ended(sittings: Sittings, entry: Entry) -> Sittings:
    ended = (replace(last, ended=entry) for last in sittings.parts[-1:])
    return replace(sittings, parts=(*sittings.parts[:-1], *ended))


def reconvened(sittings: Sittings) -> Sittings:
    """The sittings of a meeting that is to come together again: one that was closed is to be opened anew."""
    return sittings if sittings.closed is None else replace(sittings, closed=None, anew=True, awaited=True)
