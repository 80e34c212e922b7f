"""`nemcon move`: the whole record, copied to an empty place on this kind of database or another."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime

import click

from cli.errors import Refused
from cli.room import Room, pass_room


@click.command()
@click.option("--to", required=True, metavar="PATH|URL", help="An empty place: a file that is not there, a database.")
@pass_room
def move(room: Room, to: str) -> None:
    """Copy the whole record to an empty place. On this kind of database or another; both are proved to be the same.

    Example: nemcon move --to postgresql://anna@db.example.org/nemcon
    """
    from sqlalchemy import select

    from domain.record.database import connect, laid, writing
    from domain.record.moving import copy
    from domain.record.roles import establish
    from domain.record.subtrees import METADATA as SUBTREES
    from domain.record.tables import HEAD
    from projections.engine import METADATA, tell_all

    if room.under_way is not None:
        raise Refused("A record is not moved by a script.", "Move it by a command of its own: nemcon move --to PLACE")
    target, derived = connect(to), [METADATA, SUBTREES]
    where = target.url.render_as_string() if "://" in to else to
    with writing(room.engine) as old:  # nobody records meanwhile
        begun = datetime.fromisoformat(old.execute(select(HEAD.c.recorded_at)).scalar_one())
        with laid(target, begun, derived) as new:
            if new is None:
                raise Refused(f"{where} is a record already.", "Name an empty place: nemcon move --to PATH|URL")
            moved = copy(old, new, tell_all)
    not_done = establish(target, derived)
    target.dispose()
    root = b64encode(moved.root).decode()
    click.echo(f"The record was copied to {where}: {moved.entries} entries, and both have the root {root}.")
    click.echo(f"Next: set NEMCON_DB to that address, record there alone, and keep {room.db} as it is, read-only.")
    if not_done is not None:
        click.echo(not_done, err=True)
