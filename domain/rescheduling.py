"""Other days, another place, or none at all before a meeting begins; further days once it has.

These acts stand apart from `domain.schedule`, whose facts they record, because they ask whether the meeting was opened.
"""

from __future__ import annotations

from datetime import date

from domain.act import act
from domain.context import Context
from domain.days import dated, long_day
from domain.rules import impossible
from domain.schedule import (
    MeetingCancelled,
    MeetingPostponed,
    MeetingReconvened,
    MeetingRelocated,
    Schedule,
    must_be_days,
    must_stand,
)
from domain.sittings import Sittings
from domain.values import Entry, normal


def must_not_have_begun(schedule: Schedule, sittings: Sittings) -> None:
    """Refuse where the meeting was opened: what was held is neither moved nor called off."""
    must_stand(schedule)
    if sittings.opened is not None:
        raise impossible(
            f"The {schedule.says} {schedule.key} was opened on {dated(sittings.opened)}.",
            "What was held stays. For further days: nemcon meeting reconvene; a wrong entry: correct it first.",
        )


@act
def postpone_meeting(
    schedule: Schedule, sittings: Sittings, entry: Entry, context: Context, *, starts: date, ends: date
) -> MeetingPostponed:
    """Set other days: for the meeting, or for what it is reconvened for and has not begun."""
    del context
    if not _to_come(schedule, sittings):
        must_not_have_begun(schedule, sittings)
    must_be_days(starts, ends)
    if (starts, ends) == [(schedule.starts, schedule.ends), *schedule.again][-1]:
        raise impossible("Those are the days it is scheduled for already.", "Nothing needs to be done.")
    return MeetingPostponed(entry=entry, starts=starts, ends=ends)


def _to_come(schedule: Schedule, sittings: Sittings) -> bool:
    """Whether the meeting was reconvened for days on which nothing has been held yet."""
    return bool(schedule.again) and all(part.day < schedule.again[-1][0] for part in sittings.parts)


@act
def reconvene_meeting(
    schedule: Schedule, sittings: Sittings, entry: Entry, context: Context, *, starts: date, ends: date
) -> MeetingReconvened:
    """Set further days for a meeting that has begun: broken off, or closed. It keeps its number and its agenda."""
    del context
    must_stand(schedule)
    name = f"The {schedule.says} {schedule.key}"
    if sittings.opened is None and not sittings.parts:
        raise impossible(
            f"{name} has not been opened on that day.", f"To set other days: nemcon meeting postpone {schedule.key}"
        )
    if _to_come(schedule, sittings):
        first, last = schedule.again[-1]
        raise impossible(
            f"{name} is to come together again already, from {first} to {last}.",
            f"To set other days for that: nemcon meeting postpone {schedule.key} --dates FROM..TO",
        )
    must_be_days(starts, ends)
    last = max(part.day for part in sittings.parts) if sittings.parts else schedule.starts
    if starts <= last:
        raise impossible(f"{name} was held on {long_day(last)}, after it would begin again.", "Give later days.")
    return MeetingReconvened(entry=entry, starts=starts, ends=ends)


@act
def relocate_meeting(
    schedule: Schedule, sittings: Sittings, entry: Entry, context: Context, *, place: str
) -> MeetingRelocated:
    """Set another place."""
    del context
    must_not_have_begun(schedule, sittings)
    if normal(place) == schedule.place:
        raise impossible(f"It is scheduled to be held in {schedule.place} already.", "Nothing needs to be done.")
    return MeetingRelocated(entry=entry, place=normal(place))


@act
def cancel_meeting(schedule: Schedule, sittings: Sittings, entry: Entry, context: Context) -> MeetingCancelled:
    """Cancel the meeting; its agenda and its papers stay in the record."""
    del context
    must_not_have_begun(schedule, sittings)
    return MeetingCancelled(entry=entry)
