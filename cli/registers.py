"""Papers that need no agenda: the decisions, the documents and the attendance of a meeting, the register of silence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from cli import letters
from cli.errors import Refused
from cli.find import meeting_meant
from cli.options import View
from cli.proceedings import no_more
from cli.room import Room
from domain.days import long_day
from domain.values import Distribution
from projections import agenda as agendas
from projections import attendance as attendances
from projections import decisions as decided
from projections import documents as listed
from projections import history
from projections import silence as silences
from projections.agenda import AGENDA, LINE
from projections.decisions import DECISION, DECISION_NUMBER
from projections.documents import DOCUMENT, NONE_FORESEEN
from projections.history import HISTORY
from projections.meetings import MEETING, MeetingView, meeting
from projections.papers import tables
from projections.papers.attendance import total
from projections.papers.grid import Grid
from projections.papers.layout import Block, Heading, Listing, Paragraph, Row, Table
from projections.papers.masthead import masthead
from projections.papers.press import Sheet
from projections.sentences.attending import NAMES
from projections.sentences.seals import printable
from projections.words import capital

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy import Table as Asked

_NONE: Final = "\N{EN DASH}"


@dataclass(frozen=True)
class Register:
    """A register as a paper, for other programs and as a table; `changed` is when what it tells of last changed."""

    sheet: Sheet
    told: Callable[[], object]
    grid: Grid
    changed: datetime | None


@contextmanager
def _held(
    room: Room, word: str | None, view: View, asked: Collection[Asked]
) -> Iterator[tuple[Connection, MeetingView]]:
    """A meeting and what the record held of it then."""
    with room.reading() as now:
        named = meeting_meant(now, word)
    with room.reading(view, named.stream, (MEETING, HISTORY, DECISION, DECISION_NUMBER, *asked)) as connection:
        found = meeting(connection, named.stream)
        if found is None:
            raise Refused(f"The record held nothing of {named.label} then.", "Choose a later --on or --known-at.")
        yield connection, found


def decisions(room: Room, word: str | None, what: str | None, view: View) -> Register:
    """The decisions taken in a meeting; restricted ones are counted."""
    with _held(room, word, no_more(view, what), ()) as (connection, held):
        every = decided.decisions(connection, held.stream)
        lines = [one for one in every if view.restricted or one.distribution != Distribution.RESTRICTED]
        entries = history.entries(connection, [one.entry for one in lines])
        changed = history.recorded(connection, held.stream)
    words = {one.entry: one.summary for one in entries}
    grid = tables.decisions(lines, words, len(every) - len(lines))
    rows = tuple(
        (decided.printed(one) or _NONE, long_day(date.fromisoformat(one.day)), printable(words[one.entry]))
        for one in lines
    )
    return _register(
        held, "Decisions", grid, _table(("Number", "Day", "Decision"), rows), decided.as_json(lines), changed
    )


def documents(room: Room, word: str | None, what: str | None, view: View) -> Register:
    """The documents listed under the items of a meeting."""
    with _held(room, word, no_more(view, what), (DOCUMENT, NONE_FORESEEN, AGENDA, LINE)) as (connection, held):
        found = listed.documents(connection, held.stream)
        agenda = agendas.agenda(connection, held.stream)
        changed = history.recorded(connection, held.stream)
    numbers = {item.id: item.number for item in agenda.items} if agenda else {}
    rows = tuple((numbers.get(one.item) or _NONE, one.symbol, one.title) for one in found)
    told = [{**one._asdict(), "number": numbers.get(one.item)} for one in found]
    blocks = _table(("Item", "Symbol", "Title"), rows)
    return _register(held, "Documents", tables.documents(found, numbers), blocks, told, changed)


def attendance(room: Room, word: str | None, what: str | None, view: View) -> Register:
    """Those who take part in a meeting, by category."""
    asked = (attendances.PARTICIPANT, attendances.CREDENTIALS, attendances.QUORUM)
    with _held(room, word, no_more(view, what), asked) as (connection, held):
        found = attendances.attendance(connection, held.stream)
        changed = history.recorded(connection, held.stream)
    blocks: list[Block] = [
        Paragraph(f"{capital(total(found))}." if found.participants else "No attendance is recorded.")
    ]
    for category, (_one, several) in NAMES.items():
        if names := [one.name for one in found.participants if one.category is category]:
            blocks += [Heading(capital(several), level=2), Listing(tuple(Row("", name) for name in names))]
    told = {"meeting": held.key, **attendances.as_json(found)}
    return _register(held, "Attendance", tables.attendance(found), blocks, told, changed)


def _table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[Block]:
    return [Table(head, rows) if rows else Paragraph("None is in the record.")]


def _register(
    held: MeetingView, name: str, grid: Grid, blocks: list[Block], told: object, changed: datetime | None
) -> Register:
    """A register of a meeting: its head, what it is, and what it leaves out."""
    head = masthead(held)
    title = f"{name} of {held.key}"
    whole = (head, Heading(name), *blocks, *map(Paragraph, grid.about))
    about = (title, *head.lines, *grid.about)
    return Register(Sheet(title=title, blocks=whole), lambda: told, replace(grid, about=about), changed)


def silence(room: Room, _word: str | None, what: str | None, view: View) -> Register:
    """The register of silence procedures: the paper, and the same as a table."""
    printed = letters.register(room, None, what, view)
    with room.reading() as now:
        when = letters.moment_of_paper(room, now, view)
    with room.reading(view, tables=(silences.SILENCE,)) as connection:
        every = silences.silences(connection, when)
    lines = [one for one in every if view.restricted or one.distribution != Distribution.RESTRICTED]
    grid = tables.silence(lines, when, len(every) - len(lines))
    return Register(printed.sheet, printed.told, replace(grid, about=(printed.sheet.title, *grid.about)), when)


REGISTERS: Final[Mapping[str, Callable[[Room, str | None, str | None, View], Register]]] = {
    "decisions": decisions,
    "documents": documents,
    "attendance": attendance,
    "silence-register": silence,
}
"""The papers that are tables and need no agenda, by their names."""
