"""The plenary meetings that were held: each with its day and its hours, as far as they are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from domain.days import long_day
from projections.history import HistoryLine
from projections.papers.layout import Row
from projections.papers.telling import Para, hour_of
from projections.words import capital, clock, counted, hours, ordinal


@dataclass
class Held:
    """A part of a plenary meeting: from its opening or resumption to its suspension or end."""

    number: int
    day: date
    resumed: bool
    start: time | None = None
    end: time | None = None
    entries: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """1st; 50th (resumed)."""
        return f"{ordinal(self.number)}{' (resumed)' if self.resumed else ''}"

    @property
    def when(self) -> str:
        """From one hour to another, from one hour, or nothing."""
        if self.start is not None and self.end is not None:
            return hours(self.start, self.end)
        return f"from {clock(self.start)}" if self.start is not None else ""


def parts(lines: Sequence[HistoryLine]) -> list[Held]:
    """The parts in the order of business; `lines` are the acts on plenary meetings."""
    found: list[Held] = []
    for line in lines:
        if line.event in {"SittingOpened", "SittingResumed", "SittingHeld"} and line.sitting is not None:
            start = None if line.event == "SittingHeld" else hour_of(line)
            resumed = line.resumed or line.event == "SittingResumed"
            found.append(Held(line.sitting, date.fromisoformat(line.day), resumed, start))
        elif found and found[-1].number == line.sitting and found[-1].end is None:
            found[-1].end = hour_of(line)
        if found:
            found[-1].entries.append(line.entry)
    return found


def sittings(the_body: str, lines: Sequence[HistoryLine]) -> list[Para]:
    """How many plenary meetings the body held, and when."""
    held = parts(lines)
    if not held:
        return []
    number = counted(len({one.number for one in held}), "plenary meeting")
    rows = tuple(Row(one.name, ", ".join(filter(None, [long_day(one.day), one.when]))) for one in held)
    entries = tuple(entry for one in held for entry in one.entries)
    return [Para(f"{capital(the_body)} held {number}:", entries, rows)]
