"""The proposed organization of work: a table of day and hours, item, title, as text.

A row is told by what stands in it, not by the place of its cells: tabs are lost on the way from page to text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final

from cli.intake.agenda_list import Listed
from cli.intake.days import SaidDay, day_at_start
from cli.intake.hours import SaidHours, hours_at_start
from cli.intake.numbers import joined
from cli.intake.paper import Masthead, PaperSitting, PaperSlot
from cli.intake.source import Line
from cli.intake.why import Doubts
from cli.intake.words import LONGEST_TITLE, compared, folded

_HEADER: Final = re.compile(r"date|day|time|hours?|date and time|time and date|date/time", re.IGNORECASE)
_CONTINUED: Final = re.compile(r" ?[(\[]?\bcont(?:inued|['.]?d|\.)[)\]]?[.;]?$", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"(?:Items? )?(?P<top>\d{1,6})\.?(?: ?\((?P<letter>[a-z]{1,2})\))?(?: ?\((?P<roman>[ivx]{1,5})\))?"
)
_ANOTHER: Final = re.compile(
    r"(?:,? and |, ?| ?& ?)"
    r"(?:(?P<top>\d{1,6})\.?(?: ?\((?P<letter>[a-z]{1,2})\))?|\((?P<sub>[a-z]{1,2})\))(?=[\s,]|$)"
)

_ROOM_FOR_MARK: Final = 20  # characters for "(continued)" after a title


@dataclass
class _Row:
    """One row: what could be told of it, and the title that is left."""

    line: int
    text: str
    day: SaidDay | None
    hours: SaidHours | None
    numbers: list[str]
    title: str


@dataclass
class _Sitting:
    """A sitting while its rows are read."""

    line: int
    day: date | None
    start: time | None
    end: time | None
    slots: list[tuple[list[str], int, list[str]]] = field(default_factory=list)


@dataclass
class _Table:
    """The table while it is read: day and hours given once hold for the rows below."""

    titles: dict[str, str]
    masthead: Masthead
    sittings: list[_Sitting] = field(default_factory=list)
    day: date | None = None
    new_day: bool = False


def read_timetable(
    lines: Sequence[Line], listed: Sequence[Listed], masthead: Masthead, doubts: Doubts
) -> tuple[PaperSitting, ...]:
    """The sittings in the order of the paper, those without items left out with a warning."""
    table = _Table(titles={item.number: item.title for item in reversed(listed)}, masthead=masthead)
    for line in lines:
        blank = not line.text.strip() or _is_header(line)
        if not blank and not _continue(table, line.words) and not _take(table, _row(line), doubts):
            doubts.add("unexplained_line", line.number, line.words)
    finished = (_finished(table, sitting, doubts) for sitting in table.sittings)
    return tuple(sitting for sitting in finished if sitting.items)


def _is_header(line: Line) -> bool:
    first = re.split(r"\t| {2,}|Agenda item|Item\b", line.text[:200].strip(), maxsplit=1)[0]
    return bool(_HEADER.fullmatch(first.strip()))


def _row(line: Line) -> _Row:
    rest = line.text.strip()
    day = day_at_start(rest[:200])
    rest = rest[day.end :].lstrip(" \t,:") if day else rest
    hours = hours_at_start(rest[:200])
    rest = rest[hours.end :].lstrip(" \t,:") if hours else rest
    numbers, end = _numbers(rest[:200], tabbed="\t" in rest)
    title = " ".join(rest[end:].split())
    return _Row(line=line.number, text=line.words, day=day, hours=hours, numbers=numbers, title=title)


def _numbers(text: str, *, tabbed: bool) -> tuple[list[str], int]:
    """The items with which a row begins, and where they end; in a row with tabs they fill their cell."""
    cell = text.partition("\t")[0] if tabbed else text
    match = _NUMBER.match(cell)
    if not match or not (match.end() == len(cell) or cell[match.end()] in " ,&"):
        return [], 0
    found, end = [joined(match["top"], match["letter"], match["roman"])], match.end()
    while another := _ANOTHER.match(cell, end):
        top = another["top"] or found[-1].partition(" ")[0]
        found.append(joined(top, another["letter"] or another["sub"], None))
        end = another.end()
    rest = cell[end:]
    if tabbed and _CONTINUED.fullmatch(rest.rstrip()):
        return found, end
    return ([], 0) if tabbed and rest.strip() else (found, end)


def _take(table: _Table, row: _Row, doubts: Doubts) -> bool:
    if row.day:
        day = _date_of(row.day, row.line, table.masthead, doubts)
        table.new_day = table.new_day or day is None or day != table.day
        table.day = day
    if row.hours:
        _open_sitting(table, row, row.hours, doubts)
    if row.numbers:
        return _add(table, row, doubts)
    return not row.title and bool(row.day or row.hours)


def _date_of(day: SaidDay, line: int, masthead: Masthead, doubts: Doubts) -> date | None:
    """The day with its year, or else with the year of the meeting in which it falls within the meeting."""
    starts, ends = masthead.starts, masthead.ends
    if day.year is None and starts is None:
        doubts.add("date_without_year", line, day.text)
        return None
    years: list[int | None] = [known.year for known in (starts, ends) if known]
    found = [day.in_year(year) for year in years or [None]]
    within = [known for known in found if known and starts and ends and starts <= known <= ends]
    chosen = (within or found)[0]
    if chosen is None:
        doubts.add("date_unclear", line, day.text)
    elif not day.weekday_fits(chosen):
        doubts.add("weekday_differs", line, day.text)
    if chosen and starts and not within:
        doubts.add("date_outside_meeting", line, day.text)
    return chosen


def _open_sitting(table: _Table, row: _Row, hours: SaidHours, doubts: Doubts) -> None:
    last = table.sittings[-1] if table.sittings else None
    if last and (last.day, last.start, last.end) == (table.day, hours.start, hours.finish) and last.start:
        return  # the hours are repeated in each row
    if not hours.clear:
        doubts.add("time_unclear", row.line, row.text)
    elif hours.finish is None:
        doubts.add("sitting_without_hours", row.line, row.text)
    table.sittings.append(_Sitting(line=row.line, day=table.day, start=hours.start, end=hours.finish))
    table.new_day = False
    if table.day is None:
        doubts.add("sitting_without_day", row.line, row.text)
    _check_order(last, table.sittings[-1], doubts)


def _check_order(last: _Sitting | None, sitting: _Sitting, doubts: Doubts) -> None:
    if last is None or last.day is None or sitting.day is None:
        return
    same_day_too_early = (
        last.day == sitting.day and last.end and sitting.start and last.end != time(0) and sitting.start < last.end
    )
    if sitting.day < last.day or same_day_too_early:
        doubts.add("sitting_not_in_order", sitting.line, f"{sitting.day} {sitting.start}")


def _add(table: _Table, row: _Row, doubts: Doubts) -> bool:
    if not table.sittings and not table.day:
        return False
    if not table.sittings or table.new_day:
        # A day, and items under it, but no hours.
        table.sittings.append(_Sitting(line=row.line, day=table.day, start=None, end=None))
        table.new_day = False
        doubts.add("sitting_without_hours", row.line, row.text)
    table.sittings[-1].slots.append((row.numbers, row.line, [row.title]))
    return True


def _continue(table: _Table, words: str) -> bool:
    """Take a line as the rest of the title above, only where the list of items says that it is."""
    if not table.sittings or not table.sittings[-1].slots:
        return False
    numbers, _, parts = table.sittings[-1].slots[-1]
    listed = compared(table.titles.get(numbers[0], ""))
    whole = _whole([*parts, words])
    if len(whole) > len(listed) + _ROOM_FOR_MARK or not listed.startswith(compared(_bare(whole))):
        return False
    parts.append(words)
    return True


def _whole(parts: Sequence[str]) -> str:
    return " ".join(part for part in parts if part).replace("- ", "-") if len(parts) > 1 else parts[0]


def _bare(title: str) -> str:
    return _CONTINUED.sub("", title[: LONGEST_TITLE + 1])


def _finished(table: _Table, sitting: _Sitting, doubts: Doubts) -> PaperSitting:
    slots: list[PaperSlot] = []
    if not sitting.slots:
        doubts.add("sitting_without_items", sitting.line, f"{sitting.day or ''} {sitting.start or ''}")
    for numbers, line, parts in sitting.slots:
        title = _whole(parts)
        continued = _CONTINUED.search(folded(title[-40:])) is not None
        _check_title(table, numbers, line, title, doubts)
        slots.extend(PaperSlot(number=number, continued=continued, line=line) for number in numbers)
    return PaperSitting(date=sitting.day, start=sitting.start, end=sitting.end, items=tuple(slots), line=sitting.line)


def _check_title(table: _Table, numbers: list[str], line: int, title: str, doubts: Doubts) -> None:
    unknown = [number for number in numbers if number not in table.titles]
    for number in unknown:
        doubts.add("item_not_in_list", line, f"{number} {title}")
    said = compared(_bare(title))
    if said and not unknown and said not in {compared(table.titles[number]) for number in numbers}:
        doubts.add("title_differs", line, title)
