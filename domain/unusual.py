"""What is unusual about the time of an act, and about a sitting: worth saying, and recorded all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from domain.act import Fact
from domain.agenda import AgendaAdopted, AgendaProvisionallyAdopted, ProvisionalAgendaApplied
from domain.days import long_day
from domain.decisions import DecisionNumbered, DecisionRenumbered, DecisionTaken, RecommendationAgreed
from domain.items import ItemConcluded, ItemReopened, ItemsTakenUp, ItemSuspended
from domain.papers import PaperIssued
from domain.parts import Part
from domain.provisional import AnyIssue
from domain.remaining import RemainingItemsNoted
from domain.report import (
    ReportAdopted,
    ReportCorrected,
    ReportEntrusted,
    ReportFinalized,
    ReportForwarded,
    ReportIssued,
    ReportSectionAdopted,
)
from domain.rulings import ReconsiderationDecided, RulingAppealed, RulingGiven
from domain.schedule import Schedule
from domain.sittings import SittingHeld, SittingOpened, Sittings
from domain.values import Occurred, Taken

_AHEAD = timedelta(days=31)
"""An act may be entered on the eve of a meeting; a day further ahead is likely a slip, above all of the year."""

_DAYBREAK = 8
"""A sitting that goes on past midnight rises before that hour; one that is still open after it was not closed."""


IN_THE_ROOM = {
    ItemsTakenUp,
    ItemSuspended,
    ItemConcluded,
    ItemReopened,
    AgendaAdopted,
    AgendaProvisionallyAdopted,
    ProvisionalAgendaApplied,
    DecisionTaken,
    RecommendationAgreed,
    RemainingItemsNoted,
    ReportSectionAdopted,
    ReportAdopted,
    ReportEntrusted,
    RulingGiven,
    RulingAppealed,
    ReconsiderationDecided,
}
"""What only happens while a sitting is held, unless the body decides out of session."""


OfNoSitting = (
    AnyIssue
    | PaperIssued
    | DecisionNumbered
    | DecisionRenumbered
    | ReportFinalized
    | ReportIssued
    | ReportCorrected
    | ReportForwarded
)
"""What is done at a desk whenever it is ready, also while a sitting is held: papers given out, numbers given."""


def in_the_room(fact: Fact) -> bool:
    """Whether the fact happened at a sitting of this meeting: neither out of session nor at a later meeting."""
    if type(fact) not in IN_THE_ROOM or getattr(fact, "at_meeting", None) is not None:
        return False
    taken: Taken | None = getattr(fact, "taken", None)
    return taken is None or not taken.out_of_session


def unusual_time(sittings: Sittings, fact: Fact) -> Iterator[str]:
    """An hour outside the sittings, another day than that of the sitting, an hour that the clocks show twice."""
    when = fact.entry.occurred
    if in_the_room(fact):
        yield from _outside(sittings, when)
    elif not isinstance(fact, OfNoSitting):
        yield from _not_risen(sittings, when)
    if when.day > fact.entry.recorded_at.date() + _AHEAD:
        yield f"{long_day(when.day)} is yet to come; if that is not meant: nemcon undo"
    if when.at is not None:
        yield from _twice(when)


def _outside(sittings: Sittings, when: Occurred) -> Iterator[str]:
    part = None if sittings.now is None else sittings.under_way(when.day)
    if part is not None and sittings.suspended:
        yield f"Sitting {part.number} is suspended; to resume it: nemcon plenary resume"
    elif when.at is not None and not sittings.held_at(when):
        yield f"{when.local:%H:%M} is outside the sittings recorded."
    elif part is not None and _past_midnight(part, when):
        yield f"It is past midnight: this is dated {long_day(when.day)}, and sitting {part.number} the day before."
    else:
        yield from _not_risen(sittings, when)


def _past_midnight(part: Part, when: Occurred) -> bool:
    return when.local is not None and when.local.hour < _DAYBREAK and when.day == part.day + timedelta(days=1)


def _not_risen(sittings: Sittings, when: Occurred) -> Iterator[str]:
    """A sitting that was opened days before and not closed: what is recorded now would belong to it."""
    part = None if sittings.now is None or sittings.suspended else sittings.under_way(when.day)
    if part is not None and when.day > part.day and not _past_midnight(part, when):
        opened = f"Sitting {part.number}, opened on {long_day(part.day)}"
        yield f"{opened}, has not risen; this is dated {long_day(when.day)}."


def _twice(when: Occurred) -> Iterator[str]:
    """The clocks go back: the hour from 2 to 3, in Vienna, comes twice on one day of October."""
    if (local := when.local) is None or local.utcoffset() == local.replace(fold=1 - local.fold).utcoffset():
        return
    which = "second" if local.fold else "first"
    other = local.replace(fold=1 - local.fold)
    typed = other.isoformat(timespec="minutes")
    yield f"{local:%H:%M} comes twice on {long_day(when.day)}; this is the {which}. The other: --at {typed}"


def before_the_last(sittings: Sittings, fact: Fact) -> Iterator[str]:
    """A sitting that opens, is suspended, goes on or rises at an hour before what went before."""
    last = sittings.parts[-1] if sittings.parts else None
    entry = None if last is None else last.ended or last.began
    if entry is None or entry.occurred.at is None or fact.entry.occurred.at is None:
        return
    if fact.entry.occurred.at < entry.occurred.at:
        yield (
            f"{fact.entry.occurred.local:%H:%M} is before entry {entry.number}, {entry.occurred.local:%H:%M} on "
            f"{long_day(entry.occurred.day)}; if that is not meant: nemcon undo"
        )


def unusual_sitting(plan: Schedule, sittings: Sittings, fact: SittingOpened | SittingHeld) -> Iterator[str]:
    """More sittings than there are services for, days outside the schedule, numbers out of their order."""
    day = fact.entry.occurred.day
    if plan.services is not None and fact.number > plan.services.sittings:
        allowed = "one sitting" if plan.services.sittings == 1 else f"{plan.services.sittings} sittings"
        yield f"Conference services permit {allowed}; this is number {fact.number}."
    if not plan.includes(day):
        spans = " and ".join(f"{starts} to {ends}" for starts, ends in ((plan.starts, plan.ends), *plan.again))
        yield f"{long_day(day)} is outside the days of the {plan.says}, {spans}."
    if sittings.suspended and sittings.now != fact.number:
        yield f"Sitting {sittings.now} remains suspended; to come back to it: nemcon plenary resume {sittings.now}"
    if isinstance(fact, SittingHeld) and not fact.resumed:
        yield from _out_of_order(sittings, fact.number)


def _out_of_order(sittings: Sittings, number: int) -> Iterator[str]:
    if number < sittings.last:
        yield f"Sitting {sittings.last}, of a higher number, stands before it in the record."
    elif sittings.parts and number > sittings.last + 1:
        yield f"No sitting between {sittings.last} and {number} is in the record."
