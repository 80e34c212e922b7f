"""`nemcon attendance`: who takes part in the meeting, and with which credentials."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import click

from cli.desk import Step, at_the_desk, taken
from cli.errors import Refused
from cli.files import sha256_of, text_of
from cli.find import meeting_meant
from cli.options import Said, View, act_options, meeting_option, view_options
from cli.room import Room, pass_room
from cli.typed import must_be_words
from domain.attendance import Category, Participant, consider_credentials, record_attendance
from domain.values import normal
from projections.attendance import CREDENTIALS, PARTICIPANT, QUORUM, as_json
from projections.attendance import attendance as attendance_view
from projections.meetings import MEETING, meeting
from projections.papers import attendance as paper

_HEADER = ["category", "name"]


@click.group()
def attendance() -> None:
    """Who takes part in the meeting. States, observers and organizations, and their credentials.

    Example: nemcon attendance show
    """


@attendance.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@act_options
@pass_room
def record(room: Room, file: Path, said: Said) -> None:
    """Record who takes part, from a CSV file. Its columns are category and name; it takes the place of one before.

    Example: nemcon attendance record examples/attendance.csv --at 2020-09-08
    """
    participants = participants_in(file)
    fields = {"participants": participants, "source_sha256": sha256_of(file)}
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(record_attendance, lambda _: fields))


def participants_in(file: Path) -> tuple[Participant, ...]:
    """Those that a file lists, each with its category, names verbatim; refused by the line that cannot be read."""
    lines = text_of(file).splitlines()
    delimiter = ";" if ";" in lines[0] and "," not in lines[0] else ","
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        header = [word.strip().casefold() for word in next(rows)]
        if header != _HEADER:
            raise Refused(f"The first line of {file.name} is not {','.join(_HEADER)!r}.", "Head the columns so.")
        return tuple(_participants(rows, file.name))
    except csv.Error as error:
        raise Refused(
            f"Line {rows.line_num} of {file.name} is no CSV: {error}.", "Check its quotation marks."
        ) from error


def _participants(rows: Iterator[list[str]], name: str) -> Iterator[Participant]:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(_HEADER):
            raise Refused(
                f"Line {number} of {name} has {len(row)} columns, not {len(_HEADER)}.",
                'A name that holds a comma stands in quotation marks: state,"Name, of somewhere"',
            )
        one = _participant(row, f"Line {number} of {name}")
        before = seen.setdefault(one.name.casefold(), number)
        if before != number:
            raise Refused(f"{one.name} stands on lines {before} and {number} of {name}.", "List each participant once.")
        yield one


def _participant(row: list[str], where: str) -> Participant:
    category, name = (cell.strip() for cell in row)
    if category.casefold() not in [*Category]:
        raise Refused(f"{where}: there is no category {category!r}.", f"Use one of: {', '.join(Category)}")
    must_be_words(f"{where}: name", name)
    return Participant(category=Category(category.casefold()), name=normal(name))


@attendance.command()
@click.argument("symbol")
@click.option("--noted", is_flag=True, help="The body took note of the report, and did not accept it.")
@act_options
@pass_room
def credentials(room: Room, symbol: str, noted: bool, said: Said) -> None:
    """Accept the report on credentials, or take note of it.

    Example: nemcon attendance credentials CTOC/COP/2020/L.2 --at 2020-09-09T11:00
    """
    with at_the_desk(room, said) as desk:
        fields = {"symbol": symbol, "accepted": not noted, "taken": taken(said)}
        desk.in_meeting(Step(consider_credentials, lambda _: fields))


@attendance.command()
@meeting_option
@view_options
@pass_room
def show(room: Room, meeting: str | None, view: View) -> None:
    """Show who takes part, by category. Also what became of the credentials, and the last count of those present.

    Example: nemcon attendance show --json
    """
    click.echo(_shown(room, meeting, view).rstrip())


def _shown(room: Room, word: str | None, view: View) -> str:
    with room.reading() as now:
        named = meeting_meant(now, word)
    with room.reading(view, named.stream, (MEETING, PARTICIPANT, CREDENTIALS, QUORUM)) as connection:
        held, found = meeting(connection, named.stream), attendance_view(connection, named.stream)
    if held is None:
        raise Refused(f"The record held nothing of {named.label} then.", "Choose a later --on or --known-at.")
    if view.as_json:
        return json.dumps({"meeting": held.key, **as_json(found)}, ensure_ascii=False, indent=2)
    return paper.attendance(held, found, why=view.why)
