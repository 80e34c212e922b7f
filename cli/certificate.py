"""`nemcon print certificate`: the page that goes with a paper that was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sqlalchemy import func, select

from cli.errors import Refused
from cli.find import meeting_meant
from cli.printed import Printed
from domain.record.tables import CHECKPOINT, COSIGNED
from projections import history, issued
from projections.meetings import meeting as meeting_of
from projections.papers import certificate as paper
from projections.papers.press import Sheet

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from cli.options import View
    from cli.room import Room
    from projections.issued import IssuedView
    from projections.meetings import MeetingView


def certificate(room: Room, meeting: str | None, what: str | None, view: View) -> Printed:
    """The certificate of a paper, by the entry of its issue; of the last one where none is named."""
    if view.of_the_past:
        raise Refused("A certificate is of the record as it is.", "Leave --on and --known-at out.")
    with room.reading() as now:
        named = meeting_meant(now, meeting)
        held = cast("MeetingView", meeting_of(now, named.stream))  # a meeting has a name once it is scheduled
        found = _of(issued.issued(now, named.stream), what, named.label)
        (line,) = history.entries(now, [found.entry])
        seal = _seal(now, found.last)
    told = (held, found, seal, line.recorded_at)
    title = f"Certificate of entry {found.entry}"
    return Printed(Sheet(title=title, blocks=[*paper.blocks(*told)]), lambda: paper.as_json(*told))


def _of(papers: list[IssuedView], what: str | None, label: str) -> IssuedView:
    """The paper that an entry issued; the last one where none is named."""
    if not papers:
        raise Refused(f"No paper of {label} was issued.", "Issue one: nemcon paper issue agenda -o FILE")
    if what is None:
        return papers[-1]
    found = [one for one in papers if str(one.entry) == what.lstrip("#")]
    if not found:
        raise Refused(f"Entry {what} issued no paper of {label}.", "See which did: nemcon papers")
    return found[0]


def _seal(connection: Connection, last: int) -> paper.Seal | None:
    """The first checkpoint that covers the entries of the paper; None where none is kept."""
    query = select(CHECKPOINT).where(CHECKPOINT.c.size >= last).order_by(CHECKPOINT.c.size).limit(1)
    row = connection.execute(query).one_or_none()
    witnessed: int | None = connection.scalar(select(func.max(COSIGNED.c.size)))
    return None if row is None else paper.Seal(size=row.size, root=row.root, note=row.note, witnessed=witnessed or 0)
