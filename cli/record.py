"""`nemcon init`, `rebuild` and `log export`: the record as a whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

import click

from cli.files import whole
from cli.room import Room, pass_room
from domain.record.database import connect, create, reading
from domain.record.exporting import lines


@click.command()
@pass_room
def init(room: Room) -> None:
    """Create an empty record. Only this command ever creates one.

    Example: nemcon --db wg7.db init
    """
    from domain.record.subtrees import METADATA as SUBTREES
    from projections.engine import METADATA

    made = create(connect(room.db), room.now(), [METADATA, SUBTREES])
    click.echo(f"The record {room.db} was created." if made else f"{room.db} is a record already; nothing was changed.")


@click.command()
@pass_room
def rebuild(room: Room) -> None:
    """Drop everything derived from the events and derive it again; say whether anything was different.

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
@pass_room
def export(room: Room, output: Path | None) -> None:
    """Write every event, one a line, in the order of entry, with what is needed to verify it elsewhere.

    Every stored field is in it, the state as it is stored; signatures, checkpoints and cosignatures stand beside it.
    Sealed values are not in it: the events hold their salted hashes only.

    Example: nemcon log export -o wg7.jsonl
    """
    if output is None:
        count = _export(room, sys.stdout)
        sys.stdout.flush()
    else:
        with whole(output) as file:
            count = _export(room, file)
    click.echo(f"{count} events.", err=True)


def _export(room: Room, file: IO[str]) -> int:
    count = 0
    with reading(room.engine) as connection:
        for count, line in enumerate(lines(connection), start=1):  # noqa: B007 - the last count is what was written
            file.write(line)
    return count
