"""A table in a file, row by row, or the reason why it cannot be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cli.intake.source import Unreadable

LARGEST = 50_000_000
"""Bytes. The citations of three thousand resolutions are 14 MB."""


class Row(NamedTuple):
    """A row that was read: the line on which it begins, and its values by column; None where they do not fit."""

    line: int
    values: dict[str, str] | None


def bytes_of(path: Path) -> bytes:
    """The bytes of a table. Refused: what cannot be opened, and what is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(path.name, (error.strerror or "it").lower(), "Check the name of the file.") from error
    if len(data) > LARGEST:
        raise Unreadable(path.name, f"it is larger than {LARGEST // 1_000_000} MB", "Split it, and import the parts.")
    return data


def rows_of(data: bytes, name: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows below the heading. Refused: what is no text in UTF-8, and a heading of other columns."""
    lines = csv.reader(io.StringIO(_text(data, name), newline=""), strict=True)
    wanted = f"Its first line is: {','.join(columns)}"
    try:
        if [*next(lines, [])] != [*columns]:
            raise Unreadable(name, "its columns are not those of such a table", wanted)
        begins = lines.line_num + 1
        for values in lines:
            if values:
                yield Row(begins, dict(zip(columns, values, strict=True)) if len(values) == len(columns) else None)
            begins = lines.line_num + 1
    except csv.Error as error:
        raise Unreadable(
            name, f"line {lines.line_num} is no line of CSV ({error})", "Save it as CSV (UTF-8)."
        ) from error


def _text(data: bytes, name: str) -> str:
    if b"\0" in data:
        raise Unreadable(name, "it is not text", "Save it as CSV (UTF-8).")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(name, f"it is not UTF-8 (in line {line})", "Save it as CSV (UTF-8).") from error
