"""`nemcon log export` and `log import`: the record as a file that anybody can verify, and back again."""

from __future__ import annotations

import sys
from base64 import b64encode
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from cli.files import whole
from cli.room import Room, pass_room
from cli.verify import compared, earlier_option, quorum_option
from domain.record.database import reading

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from domain.record.verdict import Verdict


@click.group()
def log() -> None:
    """The events as they are stored, with all that proves them.

    Example: nemcon log export -o wg7.jsonl
    """


@log.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@click.option("--restricted", is_flag=True, help="With the sealed values, and what commands were given.")
@pass_room
def export(room: Room, output: Path | None, *, restricted: bool) -> None:
    """Write every event, one a line, in the order of entry. With each, what is needed to verify it elsewhere.

    Sealed values are not in it unless asked for: the events hold their salted hashes only.

    Example: nemcon log export -o wg7.jsonl
    """
    if output is None:
        told = _export(room, sys.stdout, restricted=restricted)
        sys.stdout.flush()
    else:
        with whole(output) as file:
            told = _export(room, file, restricted=restricted)
    click.echo(told, err=True)


def _export(room: Room, file: IO[str], *, restricted: bool) -> str:
    from domain.record.exporting import lines, sealed_values

    count = 0
    with reading(room.engine) as connection:
        withheld = 0 if restricted else sealed_values(connection)
        for count, line in enumerate(lines(connection, restricted=restricted), start=1):  # noqa: B007 - the last one counts
            file.write(line)
    return f"{count} events." + (f" Sealed values withheld: {withheld}." if withheld else "")


@log.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@earlier_option
@quorum_option
@pass_room
def import_log(room: Room, file: Path, earlier: Path | None, quorum_file: Path | None) -> None:
    """Make an empty record that of an export. All of it is verified before one event is accepted; nothing is signed.

    Example: nemcon --db copy.db log import wg7.jsonl
    """
    from domain.record.restoring import restore
    from projections.engine import tell_all

    def verified(connection: Connection) -> Verdict:
        return compared(connection, earlier, quorum_file, anew=True)

    found = restore(room.engine, file, verified, tell_all)
    told = f" Sealed values that are not in it: {found.seals.disposed}." if found.seals.disposed else ""
    root = b64encode(found.root).decode()
    click.echo(f"{found.events} events were verified and accepted; the root is {root}.{told}")
