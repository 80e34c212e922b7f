"""A time zone as a calendar carries it (RFC 5545, section 3.6.5): the offsets in use over the days it tells of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.values import zone_named

_DAY = timedelta(days=1)
_BACK = 400
"""Days: a zone that changes its clocks at all did so within a little more than a year."""


class Change(NamedTuple):
    """When the clocks changed, and the offsets from UTC before and after."""

    onset: datetime
    before: timedelta
    after: timedelta


def timezone(name: str, first: datetime, last: datetime) -> Iterator[str]:
    """The component of a zone for moments from `first` to `last`: each change of its clocks, in the order of time.

    What a zone calls itself, and which of its times it holds to be standard, differ from one zone database to another:
    only the offsets are told, and clocks put forward are daylight saving.
    """
    zone, start = zone_named(name), first.astimezone(UTC)
    changes = [*_changes(zone, start - _BACK * _DAY, last.astimezone(UTC))]
    ahead = [one for one in changes if one.onset > start]
    in_use = [one for one in changes if one.onset <= start][-1:]
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    for change in [*(in_use or [_always(zone, start)]), *ahead]:
        yield from _observance(change)
    yield "END:VTIMEZONE"


def _always(zone: ZoneInfo, moment: datetime) -> Change:
    offset = _offset(zone, moment)
    return Change(datetime(1970, 1, 1, tzinfo=UTC), offset, offset)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Change]:
    """The changes of the clocks between two moments, found day by day and then to the second."""
    day = start
    while day < end:
        if (before := _offset(zone, day)) != (after := _offset(zone, day + _DAY)):
            yield Change(_onset(zone, day, day + _DAY), before, after)
        day += _DAY


def _onset(zone: ZoneInfo, start: datetime, end: datetime) -> datetime:
    """The first second of the new offset."""
    before, low, high = _offset(zone, start), int(start.timestamp()), int(end.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(zone, datetime.fromtimestamp(middle, UTC)) == before else (low, middle)
    return datetime.fromtimestamp(high, UTC)


def _observance(change: Change) -> Iterator[str]:
    kind = "DAYLIGHT" if change.after > change.before else "STANDARD"
    yield f"BEGIN:{kind}"
    # Section 3.8.2.4: on the clock that was in use until then.
    yield f"DTSTART:{change.onset + change.before:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_signed(change.before)}"
    yield f"TZOFFSETTO:{_signed(change.after)}"
    yield f"END:{kind}"


def _signed(offset: timedelta) -> str:
    """Section 3.3.14: +0200; seconds only where there are some."""
    seconds = int(offset.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else '+'}{minutes // 60:02}{minutes % 60:02}{f'{rest:02}' if rest else ''}"
