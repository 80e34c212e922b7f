"""`nemcon init`, `rebuild` and `log export`: the record as a whole."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import IO

import click
from sqlalchemy import func, select

from cli.files import whole
from cli.options import known_at_option
from cli.room import Room, pass_room
from domain.record.database import connect, create, reading
from domain.record.tables import EVENT
from projections.history import HISTORY
from projections.tables import utc


@click.command()
@pass_room
def init(room: Room) -> None:
    """Create an empty record. Only this command ever creates one.

    Example: nemcon --db wg7.db init
    """
    from projections.engine import METADATA

    made = create(connect(room.db), room.now(), [METADATA])
    click.echo(f"The record {room.db} was created." if made else f"{room.db} is a record already; nothing was changed.")


@click.command()
@pass_room
def rebuild(room: Room) -> None:
    """Derive anew all that follows from the events. It is said whether anything was different before.

    Example: nemcon rebuild
    """
    from projections.engine import rebuild as tell_again

    told = tell_again(room.engine)
    found = f"what was stored differed in: {', '.join(told.differed)}" if told.differed else "nothing differed"
    click.echo(f"Told again from {told.events} events; {found}.")


@click.group()
def log() -> None:
    """The events as they are stored.

    Example: nemcon log export -o wg7.jsonl
    """


@log.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@known_at_option
@pass_room
def export(room: Room, output: Path | None, known_at: str | None) -> None:
    """Write every event, one a line, in the order of entry. Every stored field, the state as it is stored.

    Sealed values are not in it: the events hold their salted hashes only.

    Example: nemcon log export -o wg7.jsonl
    """
    last = _last(room, known_at)
    if output is None:
        count = _export(room, sys.stdout, last)
        sys.stdout.flush()
    else:
        with whole(output) as file:
            count = _export(room, file, last)
    click.echo(f"{count} events.", err=True)


def _last(room: Room, known_at: str | None) -> int | None:
    """The last entry that the record had then; None for all that it has."""
    then = room.then(known_at)
    if not isinstance(then, datetime):
        return then
    with room.reading() as connection:
        query = select(func.max(HISTORY.c.entry)).where(HISTORY.c.recorded_at <= utc(then))
        return connection.execute(query).scalar_one() or 0


def _export(room: Room, file: IO[str], last: int | None) -> int:
    count = 0
    with reading(room.engine) as connection:
        query = select(EVENT).order_by(EVENT.c.entry)
        known = query if last is None else query.where(EVENT.c.entry <= last)
        rows = connection.execution_options(yield_per=1000).execute(known)
        for count, row in enumerate(rows, start=1):  # noqa: B007 - the last count is what was written
            stored = {
                "entry": row.entry,
                "originator_id": row.originator_id,
                "originator_version": row.originator_version,
                "topic": row.topic,
                "state": row.state.decode(),
            }
            file.write(json.dumps(stored, ensure_ascii=False) + "\n")
    return count
