"""The prompt of `nemcon live`: the meeting, its sitting, the clock, the item under consideration."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from domain.values import zone_named
from projections.agenda import numbers
from projections.meetings import MeetingView
from projections.words import ordinal, short_day


def prompt(connection: Connection, meeting: MeetingView, now: datetime) -> str:
    """`wg7 2nd 16:55 item 2> `. Where an act would not be of now, the day of the sitting stands for the clock."""
    parts = [meeting.key, *_sitting(meeting, now.astimezone(zone_named(meeting.zone)))]
    items = numbers(connection, meeting.stream, meeting.open_items)
    if items:
        parts += ["item" if len(items) == 1 else "items", ", ".join(items)]
    return " ".join(parts) + "> "


def _sitting(meeting: MeetingView, now: datetime) -> list[str]:
    if meeting.sitting is None or meeting.sitting_day is None:
        return [f"({meeting.state})"]
    day = meeting.sitting_day
    when = f"{now:%H:%M}" if day == now.date() else f"{short_day(day)} {day.year}"
    return [ordinal(meeting.sitting), *(["suspended"] if meeting.suspended else []), when]
