"""Rows of a table as lines with a tab between the cells, as plain text has them."""

from __future__ import annotations

from collections.abc import Sequence

from cli.intake.days import day_at_start
from cli.intake.hours import hours_at_start


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a row: the first paragraphs of its cells side by side, then the second, and so on."""
    columns = [[" ".join(part.split()) for part in _split(cell)] for cell in cells]
    blank = min((_blanks(column) for column in columns[1:] if column), default=0)
    columns = [_day_with_hours(column) for column in columns[:1]] + [column[blank:] for column in columns[1:]]
    height = max((len(column) for column in columns), default=0)
    return ["\t".join(column[place] if place < len(column) else "" for column in columns) for place in range(height)]


def _split(cell: Sequence[str]) -> list[str]:
    parts = [line for paragraph in cell for line in paragraph.split("\n")]
    while parts and not parts[-1].strip():
        parts.pop()
    return parts


def _blanks(column: Sequence[str]) -> int:
    """How many empty paragraphs stand at the top of a cell that has words."""
    return next(place for place, part in enumerate(column) if part)


def _day_with_hours(column: list[str]) -> list[str]:
    """A day and the hours below it belong to the first item beside them, and so do hours under a blank line."""
    words = [place for place, part in enumerate(column) if part][:2]
    if not words:
        return column
    first, *second = (column[place] for place in words)
    if second and day_at_start(first) and hours_at_start(second[0]):
        return [f"{first} {second[0]}", *column[words[1] + 1 :]]
    return column[words[0] :]
