"""What a meeting did, asked of the record for the papers that narrate it: the procedural report and the journal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from cli.errors import Refused
from cli.find import meeting_meant
from cli.printed import Printed
from cli.when import day_typed
from domain.days import long_day
from domain.values import Distribution
from projections import agenda as agendas
from projections import attendance, documents, history, timetable
from projections.agenda import Edition
from projections.meetings import meeting as meeting_of
from projections.narrative import in_order, of_meeting
from projections.papers import journal as journal_paper
from projections.papers import procedural
from projections.papers.press import Sheet
from projections.proposals import streams_before, streams_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from cli.options import View
    from cli.room import Room
    from projections.history import HistoryLine


def report(room: Room, meeting: str | None, what: str | None, view: View) -> Printed:
    """The procedural report of a meeting."""
    with _proceedings(room, meeting, no_more(view, what)) as (found, _connection):
        title = procedural.heading(found.meeting)
        sheet = Sheet(title=title, blocks=[*procedural.blocks(found, lang=view.lang, why=view.why)])
        return Printed(sheet, lambda: procedural.as_json(found, view.lang))


def journal(room: Room, meeting: str | None, what: str | None, view: View) -> Printed:
    """The journal of a day, that of --on, else of the last one with a plenary meeting."""
    with _proceedings(room, meeting, no_more(view, what)) as (found, connection):
        day = day_typed(view.on) if view.on else journal_paper.last_day(found.lines)
        if day is None or not any(line.day == day.isoformat() for line in found.lines):
            when = f" on {long_day(day)}" if day else ""
            raise Refused(f"Nothing is recorded of {found.meeting.key}{when}.", "Name another day: --on DATE")
        left_out = sum(one == day.isoformat() for one in found.restricted)
        of_the_day = replace(found, restricted=(day.isoformat(),) * left_out)
        slots = timetable.slots(connection, found.meeting.stream)
        title = f"Journal of {found.meeting.key}, {long_day(day)}"
        sheet = Sheet(title=title, blocks=[*journal_paper.blocks(of_the_day, day, slots, lang=view.lang, why=view.why)])
        return Printed(sheet, lambda: journal_paper.as_json(of_the_day, day, slots, lang=view.lang))


def no_more(view: View, what: str | None) -> View:
    """The view of a paper of a meeting; refused where something else is named of which it should be."""
    if what is not None:
        raise Refused(f"This paper is of a meeting, not of {what!r}.", "Name the meeting: -m KEY")
    return view


@contextmanager
def _proceedings(room: Room, word: str | None, view: View) -> Iterator[tuple[procedural.Proceedings, Connection]]:
    with room.reading() as now:
        named = meeting_meant(now, word)
        drafts = streams_before(now, named.key)
    with room.reading(view, (named.stream, *drafts)) as connection:
        held = meeting_of(connection, named.stream)
        if held is None:
            raise Refused(f"The record held nothing of {named.label} then.", "Choose a later --on or --known-at.")
        stream = named.stream
        every = in_order(history.history(connection, stream=stream, others=drafts))
        told = of_meeting(connection, every, named.key, (stream, *streams_of(connection, named.key)))
        lines = [line for line in told if view.restricted or line.distribution is not Distribution.RESTRICTED]
        hidden = [] if view.restricted else [line for line in told if line.distribution is Distribution.RESTRICTED]
        yield (
            procedural.Proceedings(
                meeting=held,
                lines=_unsealed(room, connection, lines, view),
                agenda=agendas.agenda(connection, stream),
                adopted=agendas.agenda(connection, stream, Edition.ADOPTED),
                documents=documents.documents(connection, stream),
                attendance=attendance.attendance(connection, stream),
                restricted=tuple(line.day for line in hidden),
            ),
            connection,
        )


def _unsealed(room: Room, connection: Connection, lines: list[HistoryLine], view: View) -> list[HistoryLine]:
    return history.unsealed(lines, lambda digest: room.reveal(connection, digest), restricted=view.restricted)
