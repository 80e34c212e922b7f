"""`nemcon site`: a meeting as pages to be read from a disk, without a server."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from uuid import UUID

import click
from sqlalchemy import select

from cli.errors import Refused
from cli.find import meeting_meant
from cli.folder import write_folder
from cli.options import View, meeting_option
from cli.room import Room, moment_of, pass_room
from cli.when import day_typed
from domain.record.tables import CHECKPOINT
from projections.meetings import meeting as meeting_view
from projections.site.material import Asked, Material, gathered
from projections.site.pages import Signed, pages
from projections.words import counted


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder: a new one, or one that this command wrote.",
)
@meeting_option
@click.option("--on", metavar="DATE", help="As it was at the end of that day.")
@click.option("--known-at", metavar="WHEN", help="As the record knew it: a date, or an entry number.")
@click.option("--restricted", is_flag=True, help="With what is restricted or sealed.")
@click.option("--lang", metavar="CODE", help="Titles in this language where they exist.")
@pass_room
def site(
    room: Room,
    output: Path,
    meeting: str | None,
    on: str | None,
    known_at: str | None,
    restricted: bool,
    lang: str | None,
) -> None:
    """Write a meeting as pages for a browser, no server needed.

    Its agenda through time, the history of each item, the silence register, the lineage.

    Example: nemcon site -o wg7-pages
    """
    view = View(on=on, known_at=known_at, as_json=False, why=True, restricted=restricted, lang=lang)
    material = _material(room, meeting, view)
    made = pages(material, _signed(room, material.last))
    write_folder(output, made)
    click.echo(
        f"{counted(len(made), 'page').capitalize()} of {material.meeting.key}, as the record stood at entry "
        f"{material.last}: {output / 'index.html'}"
    )


def _material(room: Room, word: str | None, view: View) -> Material:
    from projections.engine import told_again

    with room.reading() as now:
        named = meeting_meant(now, word)
    with room.reading(view) as connection:
        held = meeting_view(connection, named.stream)
        if held is None:
            raise Refused(f"The record held nothing of {named.label} then.", "Choose a later --on or --known-at.")
        day = None if view.on is None else day_typed(view.on)
        record = room.engine if room.under_way is None else room.under_way.connection
        asked = Asked(
            meeting=held,
            told=lambda last: told_again(record, UUID(named.stream), known_at=last, on=day),
            reveal=lambda digest: room.reveal(connection, digest),
            restricted=view.restricted,
            lang=view.lang,
            on=None if day is None else moment_of(view, room.now()),
        )
        return gathered(connection, asked)


def _signed(room: Room, last: int) -> Signed | None:
    """How the record vouches for its entries up to the last one shown: what came later is not on the pages."""
    newest = select(CHECKPOINT).where(CHECKPOINT.c.size <= last).order_by(CHECKPOINT.c.size.desc()).limit(1)
    newest_note = newest.with_only_columns(CHECKPOINT.c.note).where(CHECKPOINT.c.note.is_not(None))
    with room.reading() as connection:
        found = connection.execute(newest).one_or_none()
        note: str | None = connection.execute(newest_note).scalar_one_or_none()
    if found is None:
        return None
    return Signed(entries=found.size, root=b64encode(found.root).decode(), checkpoint=note)
