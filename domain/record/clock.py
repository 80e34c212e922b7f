"""Was the clock of the computer set back? The record never goes back, and says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from domain.days import long_day

_NO_MATTER = timedelta(minutes=1)


def of_a_clock_set_back(clock: datetime, last: datetime) -> tuple[str, ...]:
    """What is said where the clock shows an earlier time than the last entry has."""
    if last - clock < _NO_MATTER:
        return ()
    shown, kept = (_in_utc(one.astimezone(UTC)) for one in (clock, last))
    return (f"The clock of this computer shows {shown}; the last entry has {kept}, which is kept as the time of this.",)


def _in_utc(moment: datetime) -> str:
    return f"{long_day(moment)}, {moment:%H:%M} UTC"
