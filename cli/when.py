"""When did it happen? What people type for a day or a time, and what is meant where they type nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from cli.sitting import SittingMeant, part_meant
from domain.days import long_day
from domain.rules import OutOfOrder, impossible
from domain.values import Occurred, zone_named
from domain.zones import must_be_a_zone

if TYPE_CHECKING:
    from domain.meeting import Meeting
    from domain.parts import Part

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})([T ].*)?")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_AGO = re.compile(r"-(\d{1,3})(m|h)")
_SPAN = re.compile(r"(\d{1,5})(h|d)")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}[:.]\d{2})([+-]\d{2}:\d{2})?")

_PAST_MIDNIGHT = timedelta(hours=12)
"""How long after its opening a sitting is taken to go on past midnight; later, it is likelier that nobody closed it."""


def not_a_time(word: str) -> OutOfOrder:
    """The refusal of a day or time that cannot be read, or that lacks its year."""
    return impossible(
        f"{word!r} is not a day or a time.",
        "Write the whole date, with its year: YYYY-MM-DD or YYYY-MM-DDT10:42; or, in a sitting, 10:42 or -5m",
    )


def day_typed(word: str) -> date:
    """A day typed as YYYY-MM-DD."""
    if not _DAY.fullmatch(word):
        raise impossible(f"{word!r} is not a day.", "Write the whole date, with its year: YYYY-MM-DD")
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        raise impossible(f"The calendar has no day {word}.", "Write the day meant, as YEAR-MONTH-DAY.") from error


def day_said(at: str | None) -> date | None:
    """The day in what `--at` says, if it says one."""
    found = _WHOLE_DAY.fullmatch((at or "").strip())
    return day_typed(found[1]) if found else None


def span_typed(word: str) -> timedelta:
    """A span of time typed as 24h or 3d."""
    found = _SPAN.fullmatch(word.strip())
    if not found:
        raise impossible(f"{word!r} is not a span of time.", "Write hours or days: 24h, 3d")
    return timedelta(hours=int(found[1])) if found[2] == "h" else timedelta(days=int(found[1]))


def clock_typed(word: str) -> time:
    """An hour typed as 10:42 or 10.42."""
    found = _CLOCK.fullmatch(word)
    try:
        return time(int(found[1]), int(found[2])) if found else time.fromisoformat(word)
    except ValueError as error:
        raise impossible(f"The clock has no hour {word!r}.", "Write it as 10:42, from 00:00 to 23:59.") from error


def zoned(day: date, clock: time, zone: str) -> datetime:
    """A wall-clock time in a zone. Refused where the clocks jump over it; the first of two where it comes twice."""
    moment = datetime.combine(day, clock, tzinfo=must_be_a_zone(zone))
    back = moment.astimezone(zone_named("UTC")).astimezone(zone_named(zone))
    if back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise impossible(
            f"{clock:%H:%M} does not exist on {long_day(day)} in {zone}: the clocks go forward.", "Give the time meant."
        )
    return moment


def moment_typed(word: str, zone: str) -> datetime:
    """A day and an hour in a zone; a day alone is refused."""
    found = _MOMENT.fullmatch(word.strip())
    if not found and _DAY.fullmatch(word.strip()):
        raise impossible(f"{word.strip()} lacks its hour.", f'Write the day and the hour: "{word.strip()} 18:00"')
    if not found:
        raise not_a_time(word)
    return _with_offset(zoned(day_typed(found[1]), clock_typed(found[2]), zone), found[3], zone)


def _with_offset(moment: datetime, offset: str | None, zone: str) -> datetime:
    """The one of the two moments that has this offset, where the clocks go back and an hour comes twice."""
    both = [moment.replace(fold=fold) for fold in (0, 1)]
    found = [one for one in both if offset in {None, one.isoformat(timespec="minutes")[-6:]}]
    if not found:
        raise impossible(f"The clocks in {zone} do not stand at {offset} then.", "Leave out the offset.")
    return found[0]


def at_typed(word: str, zone: str, now: datetime, part: Part | None) -> Occurred:
    """What `--at` says, on the clock of `zone`. A bare hour is on the day of the sitting, or after its midnight."""
    text = word.strip()
    if _DAY.fullmatch(text):
        return Occurred(day=day_typed(text))
    if ago := _AGO.fullmatch(text):
        minutes = int(ago[1]) * (60 if ago[2] == "h" else 1)
        return _at((now - timedelta(minutes=minutes)).astimezone(zone_named(zone)), zone)
    if _CLOCK.fullmatch(text):
        if part is None:
            raise impossible(
                f"{text} lacks its day: no sitting is open that would give it one.",
                f"Write the day too, YYYY-MM-DDT{text}, or name the sitting of a meeting: -p 2",
            )
        return _at(_in_the_part(part, clock_typed(text), zone), zone)
    return _at(moment_typed(text, zone), zone)


def _in_the_part(part: Part, clock: time, zone: str) -> datetime:
    """The hour on the day of the sitting; on the next one where only there it falls in a sitting of the evening."""
    moment, began = zoned(part.day, clock, zone), part.began.occurred.at
    if began is None or moment >= began or not part.timed:
        return moment
    after = zoned(part.day + timedelta(days=1), clock, zone)
    return after if after - began < _PAST_MIDNIGHT and part.covers(after.date()) else moment


def _at(moment: datetime, zone: str) -> Occurred:
    return Occurred(day=moment.date(), at=moment.replace(second=0, microsecond=0), zone=zone)


def in_the_meeting(meeting: Meeting, now: datetime, at: str | None, sitting: SittingMeant | None) -> Occurred:
    """When an act of a meeting happened: as typed, on the day of a sitting, or now while one is open today."""
    zone = meeting.schedule.scheduled.zone if meeting.schedule.scheduled else "UTC"
    part = part_meant(meeting.sittings, sitting, day_said(at))
    if part is not None and part is meeting.sittings.current:
        part = replace(part, ended=None)  # suspended, it may go on
    if at is not None:
        if _AGO.fullmatch(at.strip()) and not _sits_now(meeting, now, zone):
            raise impossible(
                f"{at.strip()} counts from now, and no sitting is open today.", "Write the day and the hour."
            )
        return at_typed(at, zone, now, part)
    if sitting is not None and part is not None:
        return Occurred(day=part.day)
    if _sits_now(meeting, now, zone):
        return _at(now.astimezone(zone_named(zone)), zone)
    day = _day_at_hand(meeting)
    raise impossible(
        "It is not said when this happened, and no sitting is open today.",
        f"Add --at {day}, --at {day}T10:42 or -p 2 (the day of the 2nd sitting).",
    )


def _day_at_hand(meeting: Meeting) -> date:
    """The day that is likeliest meant: that of the last sitting, else the first of the meeting."""
    parts = meeting.sittings.parts
    return parts[-1].day if parts else meeting.schedule.starts


def _sits_now(meeting: Meeting, now: datetime, zone: str) -> bool:
    """Whether a sitting is open whose day is today in the meeting's zone: only then is now the time of an act.

    A sitting of the evening goes on past midnight.
    """
    part = meeting.sittings.current
    if part is None:
        return False
    began, today = part.began.occurred.at, now.astimezone(zone_named(zone)).date()
    late = part.day + timedelta(days=1) == today and began is not None and now - began < _PAST_MIDNIGHT
    return part.day == today or (late and not meeting.sittings.suspended)


def not_said() -> OutOfOrder:
    """The refusal of an act outside a meeting that comes without a day."""
    return impossible("It is not said when this happened.", "Add --at YYYY-MM-DD, or --at YYYY-MM-DDT10:42")
