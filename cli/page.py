"""A meeting's agenda on the screen: the views a paper is made of, asked of one connection."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Table

from cli.errors import Refused
from cli.find import meeting_meant
from cli.options import View
from cli.room import Room, known_at
from cli.when import day_typed
from projections import agenda as agendas
from projections.agenda import AGENDA, LINE, AgendaView, Edition
from projections.meetings import MEETING, MeetingView, meeting
from projections.papers import agenda as paper
from projections.papers.layout import Block, as_text


@dataclass(frozen=True)
class Page:
    """A meeting and one edition of its agenda, as of when the view asks; `last` is the last entry it rests on."""

    connection: Connection
    view: View
    meeting: MeetingView
    agenda: AgendaView
    last: int | None = None

    def text(self) -> str:
        """The agenda as a paper."""
        return as_text(self.blocks(), self.view.lang)

    def blocks(self) -> Iterable[Block]:
        """What the paper of the agenda consists of."""
        return paper.blocks(self.meeting, self.agenda, self.why(), self.view.lang)

    def told(self) -> dict[str, object]:
        """The agenda in the shape other programs rely on."""
        return paper.as_json(self.meeting, self.agenda, entry=self.last, why=self.why(), lang=self.view.lang)

    def json(self) -> str:
        """The same as it is printed."""
        return json.dumps(self.told(), ensure_ascii=False, indent=2)

    def why(self) -> Mapping[str, list[int]] | None:
        """The entries behind each line, where they are asked for."""
        if not self.view.why:
            return None
        from projections import history

        return {item.id: history.why(self.connection, self.meeting.stream, item.id) for item in self.agenda.items}

    def latest(self) -> AgendaView:
        """The adopted agenda, or the one in force where none is adopted."""
        stream = self.meeting.stream
        found = agendas.agenda(self.connection, stream, Edition.ADOPTED) or agendas.agenda(self.connection, stream)
        return found or self.agenda

    def provisional(self) -> AgendaView:
        """The provisional agenda."""
        return agendas.agenda(self.connection, self.meeting.stream, Edition.PROVISIONAL) or self.agenda

    def in_force(self) -> AgendaView:
        """The agenda by whose numbers the room goes."""
        return agendas.agenda(self.connection, self.meeting.stream) or self.agenda


@contextmanager
def shown(
    room: Room, word: str | None, view: View, edition: Edition, tables: Collection[Table] | None = None
) -> Iterator[Page]:
    """A page of the meeting meant; refused where there is no such agenda then.

    Where it asks for some `tables` only, beside those of the agenda, nothing else of another time is derived.
    """
    with room.reading() as now:
        named = meeting_meant(now, word)
        last = _last(now, named.stream, view)
    needed = None if tables is None else (MEETING, AGENDA, LINE, *tables)
    with room.reading(view, named.stream, needed) as connection:
        held = meeting(connection, named.stream)
        if held is None:
            raise Refused(f"The record held nothing of {named.label} then.", "Choose a later --on or --known-at.")
        found = agendas.agenda(connection, named.stream, edition)
        if found is None:
            raise Refused(*_missing(named.label, edition, then=bool(view.on or view.known_at)))
        yield Page(connection, view, held, found, last)


def _last(connection: Connection, stream: str, view: View) -> int | None:
    """The last entry that the view rests on, from the history as it stands; only JSON says it."""
    if not view.as_json:
        return None
    from projections import history

    on = None if view.on is None else day_typed(view.on)
    return history.last_entry(connection, stream, known_at=known_at(view.known_at), on=on)


def _missing(label: str, edition: Edition, *, then: bool) -> tuple[str, str]:
    had = "had" if then else "has"
    if edition is Edition.ADOPTED:
        return f"The agenda of {label} {had} not been adopted.", "See the one in force: nemcon agenda show"
    return (
        f"No agenda of {label} {had} been issued.",
        "Read its paper: nemcon import FILE; or: nemcon agenda issue FILE",
    )
