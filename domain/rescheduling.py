"""What can still happen to a meeting before it begins: other days, another place, or none at all.

These acts stand apart from `domain.schedule`, whose facts they record, because they ask whether the meeting was opened.
"""

from __future__ import annotations

from datetime import date

from domain.act import act
from domain.context import Context
from domain.rules import impossible
from domain.schedule import (
    MeetingCancelled,
    MeetingPostponed,
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
            f"The {schedule.says} {schedule.key} was opened on {sittings.opened.occurred.day:%-d %B %Y} "
            f"(entry {sittings.opened.number}).",
            "What was held stays; if that entry was wrong, correct it first.",
        )


@act
def postpone_meeting(
    schedule: Schedule, sittings: Sittings, entry: Entry, context: Context, *, starts: date, ends: date
) -> MeetingPostponed:
    """Set other days."""
    del context
    must_not_have_begun(schedule, sittings)
    must_be_days(starts, ends)
    if (starts, ends) == (schedule.starts, schedule.ends):
        raise impossible("Those are the days it is scheduled for already.", "Nothing needs to be done.")
    return MeetingPostponed(entry=entry, starts=starts, ends=ends)


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
