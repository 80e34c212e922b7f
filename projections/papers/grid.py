"""A table for spreadsheets: one line of names, then rows of plain values. As CSV (RFC 4180) and as XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from projections.papers.layout import columns
from projections.words import NOT_OFFICIAL

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | date | None


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table: its name, the names of its columns, its rows. `about` says what it is of, and what it leaves out."""

    name: str
    head: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    about: tuple[str, ...] = ()


_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
# What a spreadsheet takes for the beginning of a formula; full-width signs too.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - they are meant


def as_csv(grid: Grid) -> bytes:
    """The table alone, for RFC 4180 knows no remarks: UTF-8 behind a byte order mark, which spreadsheets go by."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(grid.head)
    writer.writerows([[_plain(cell) for cell in row] for row in grid.rows])
    return f"{_BOM}{file.getvalue()}".encode()


def _plain(cell: Cell) -> str:
    """The value as text. What would be run as a formula has an apostrophe before it."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


_WIDEST: Final = 60
_WORDS: Final = 56
"""Columns of the widest cell, and those of them that whole words fill."""
_LINE: Final = 15
_HIGHEST: Final = 409
"""Points: a line, and the highest row there can be."""
_LONGEST: Final = 32_767
"""Characters that a cell of a spreadsheet holds."""
_CUT: Final = " [cut here: the CSV has all of it]"


def as_xlsx(grid: Grid, created: datetime, *, right_to_left: bool = False) -> bytes:
    """The table as a workbook, with a second sheet that says what it is; every text is text, never a formula.

    `created` stands in its properties, so that the same record gives the same bytes.
    """
    import xlsxwriter  # noqa: PLC0415 - loaded for this form only

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        title = grid.about[0] if grid.about else grid.name
        book.set_properties({"title": title, "comments": NOT_OFFICIAL, "created": created.replace(tzinfo=None)})
        wrapped = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
        day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        sheet = book.add_worksheet(grid.name)
        for column, name in enumerate(grid.head):
            sheet.write_string(0, column, name, book.add_format({"bold": True}))
        _fill(sheet, grid, wrapped, day)
        _set(sheet, grid)
        about = book.add_worksheet("About")
        about.set_column(0, 0, 2 * _WIDEST)
        for rank, line in enumerate((*grid.about, NOT_OFFICIAL)):
            about.write_string(rank, 0, line, wrapped)
        if right_to_left:
            sheet.right_to_left()
            about.right_to_left()
    return file.getvalue()


def _fill(sheet: Worksheet, grid: Grid, wrapped: Any, day: Any) -> None:  # noqa: ANN401 - formats
    for rank, row in enumerate(grid.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(rank, column, datetime.combine(cell, time()), day)
            elif isinstance(cell, int):
                sheet.write_number(rank, column, cell, wrapped)
            elif cell:
                sheet.write_string(rank, column, _shortened(cell), wrapped)


def _set(sheet: Worksheet, grid: Grid) -> None:
    """Widths and heights, for not every program fits them to the text; and how it goes on paper."""
    texts = [grid.head, *([_plain(cell) for cell in row] for row in grid.rows)]
    widths = [min(_WIDEST, max(map(columns, column)) + 2) for column in zip(*texts, strict=True)]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for rank, row in enumerate(texts):
        lines = max(-(-columns(text) // _WORDS) for text in row)
        if lines > 1:
            sheet.set_row(rank, min(_HIGHEST, lines * _LINE))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(grid.rows), len(grid.head) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&C{NOT_OFFICIAL}")


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
