"""`nemcon init` and `rebuild`: the record as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.room import Room, pass_room
from domain.record.database import connect, create

if TYPE_CHECKING:
    from sqlalchemy import Engine, MetaData


@click.command()
@click.option("--upgrade", is_flag=True, help="Bring a record begun by an earlier version to this one.")
@pass_room
def init(room: Room, *, upgrade: bool) -> None:
    """Create an empty record. Only this command ever creates one.

    On PostgreSQL it makes two roles, where the one that connects may: recorder and auditor.

    Example: nemcon --db wg7.db init
    """
    from domain.record.roles import establish
    from domain.record.subtrees import METADATA as SUBTREES
    from projections.engine import METADATA

    engine, derived = connect(room.db), [METADATA, SUBTREES]
    if upgrade:
        click.echo(_upgraded(room, engine, derived))
    else:
        made = create(engine, room.now(), derived)
        told = f"The record {room.db} was created." if made else f"{room.db} is a record already; nothing was changed."
        click.echo(told)
    not_done = establish(engine, derived)
    if not_done is not None:
        click.echo(not_done, err=True)


def _upgraded(room: Room, engine: Engine, derived: list[MetaData]) -> str:
    from domain.record.upgrading import upgrade

    size = upgrade(engine, derived)
    if size is None:
        return f"{room.db} is of this version already; nothing was changed."
    entries = "entry" if size == 1 else "entries"
    return f"{room.db} was upgraded: {size} {entries}, now under a first checkpoint. No event was changed."


@click.command()
@pass_room
def rebuild(room: Room) -> None:
    """Derive everything from the events again. Say whether anything was different from what was stored.

    Example: nemcon rebuild
    """
    from projections.engine import rebuild as tell_again

    told = tell_again(room.engine)
    found = f"what was stored differed in: {', '.join(told.differed)}" if told.differed else "nothing differed"
    click.echo(f"Told again from {told.events} events; {found}.")
