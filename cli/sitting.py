"""Which sitting does `-p` name? Its day, and the place in it of an act that is entered once it is over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import click

from domain.days import long_day
from domain.rules import impossible
from projections.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from domain.act import Fact
    from domain.parts import Part
    from domain.record.chapter import Chapter
    from domain.record.request import Request
    from domain.sittings import Sittings
    from domain.values import Entry

_TYPED = re.compile(r"([1-9]\d{0,3})(r?)", re.IGNORECASE)


@dataclass(frozen=True)
class SittingMeant:
    """A sitting as it is typed: 2, or 2r for what was held once it was resumed."""

    number: int
    resumed: bool = False

    def __str__(self) -> str:
        return f"{self.number}{'r' if self.resumed else ''}"


def sitting_typed(ctx: click.Context, param: click.Parameter, word: str | None) -> SittingMeant | None:
    """The sitting that is named; wrong usage where the word is no number of one."""
    if word is None:
        return None
    if (found := _TYPED.fullmatch(word.strip())) is None:
        raise click.BadParameter(f"{word!r} is not a sitting: write 2, or 2r for the resumed part.", ctx, param)
    return SittingMeant(int(found[1]), bool(found[2]))


def part_meant(sittings: Sittings, meant: SittingMeant | None, day: date | None) -> Part | None:
    """The part of a sitting that is named, else the one that is open.

    Refused: a sitting that is not in the record, a day on which it was not held, one of several days it was resumed on.
    """
    if meant is None:
        return sittings.current
    found = sittings.parts_of(meant.number, resumed=meant.resumed)
    if not found:
        raise _not_in_the_record(sittings, meant)
    held = [part for part in found if day is None or part.covers(day)]
    days = " and ".join(long_day(part.day) for part in found)
    which = f"Sitting {meant.number} was {'resumed' if meant.resumed else 'held'} on {days}"
    if day is not None and not held:
        further = f"; if it was resumed on a further day: nemcon plenary held {meant} --at DAY" if meant.resumed else ""
        raise impossible(f"{which}, not on {long_day(day)}.", f"Leave out -p, or --at{further}")
    if len({part.day for part in held}) > 1:
        raise impossible(f"{which}.", "Say on which of these days: --at DAY")
    return held[-1]


def _not_in_the_record(sittings: Sittings, meant: SittingMeant) -> Exception:
    by_day = f"where only its day is known: -p {meant} --at DAY"
    if meant.resumed and sittings.parts_of(meant.number, resumed=False):
        return impossible(
            f"Sitting {meant.number} is in the record, but not that it was resumed.",
            f"First: nemcon plenary resume {meant.number} --at WHEN; {by_day}",
        )
    next_one = meant.number == sittings.last + 1 and not meant.resumed
    opened = f"First: nemcon plenary open {meant.number} --at WHEN; " if next_one else ""
    return impossible(f"Sitting {meant.number} is not in the record of this meeting.", capital(f"{opened}{by_day}"))


def in_the_sitting(chapter: Chapter, meant: SittingMeant, day: date | None, asked: Sequence[Request]) -> list[Request]:
    """The requests, placed in the sitting meant; one of which only the day is known is registered before them."""
    from domain.plenary import hold_sitting
    from domain.values import Occurred

    sittings = chapter.state.sittings
    if day is None or sittings.parts_of(meant.number, resumed=meant.resumed):
        part, when = part_meant(sittings, meant, day), asked[0].occurred(chapter.state)
        end = None if part is None else _end(chapter.business, part, when.day)
        return [replace(one, before=one.before or end) for one in asked]
    held = replace(
        asked[0],
        act=hold_sitting,
        fields=lambda _: {"number": meant.number, "resumed": meant.resumed},
        occurred=lambda _: Occurred(day=day),
        authority=None,
        origin=None,
        note=None,
        waives=(),
    )
    following = follower(chapter.business, meant, day)
    before = None if following is None else following.version
    return [replace(one, before=one.before or before) for one in (held, *asked)]


def follower(business: Iterable[Fact], meant: SittingMeant, day: date | None) -> Entry | None:
    """The first act of that day which comes after the sitting: a sitting of a higher number, or the closure."""
    from domain.sittings import MeetingClosed, SittingHeld, SittingOpened

    for fact in business:
        if fact.entry.occurred.day == day:
            later = isinstance(fact, SittingOpened | SittingHeld) and fact.number > meant.number
            if isinstance(fact, MeetingClosed) or (later and not meant.resumed):
                return fact.entry
    return None


def _end(business: Sequence[Fact], part: Part, day: date) -> int | None:
    """The act of that day with which the part ended; None where nothing of that day came after it."""
    from domain.sittings import (
        MeetingClosed,
        SittingClosed,
        SittingHeld,
        SittingOpened,
        SittingResumed,
        SittingSuspended,
    )

    ends = (MeetingClosed, SittingClosed, SittingHeld, SittingOpened, SittingResumed, SittingSuspended)
    versions = [fact.entry.version for fact in business]
    after = business[versions.index(part.began.version) + 1 :]
    return next((one.entry.version for one in after if isinstance(one, ends) and one.entry.occurred.day == day), None)
