"""`nemcon checkpoint`: the head of the record for others to keep, and what they give back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from cli.errors import Refused
from cli.proofs import file_argument, output_option, put, quorum_in, quorum_option, read_bytes, who
from cli.room import Room, pass_room
from domain.record.checkpoint import Checkpoint
from domain.record.notes import KeyType, Note, Verifier
from domain.record.proofs import Submission


@click.group()
def checkpoint() -> None:
    """The head of the record, for others to keep.

    Example: nemcon checkpoint export -o to-the-witness.txt
    """


@checkpoint.command()
@output_option
@click.option("--from", "old", type=click.IntRange(0), metavar="SIZE", help="What the witness saw last.")
@pass_room
def export(room: Room, output: Path | None, old: int | None) -> None:
    """Write the last signed checkpoint. With it, the proof that it only added to what a witness saw before.

    Without --from it begins at the checkpoint cosigned before this one: give the same file to every witness.

    Example: nemcon checkpoint export --from 12 -o to-the-witness.txt
    """
    from domain.record.proving import submit

    shown = submit(room.engine, _seen_before(room) if old is None else old)
    put(str(shown), output)
    size = Checkpoint.of(shown.note.text).size
    click.echo(f"The checkpoint of {size} entries, for a witness that saw {shown.old}.", err=True)


def _seen_before(room: Room) -> int:
    from domain.record.proving import last_signed
    from domain.record.witnessed import last_size

    with room.reading() as connection:
        return last_size(connection, Checkpoint.of(last_signed(connection, 1).text).size)


@checkpoint.command()
@file_argument
@click.option(
    "--key",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file of the witness's own key.",
)
@click.option(
    "--log",
    "logs",
    metavar="VKEY",
    multiple=True,
    required=True,
    help="The public key of the log; repeated, those before it too.",
)
@click.option(
    "--state",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file in which the witness keeps what it saw last.",
)
@click.option("--first", is_flag=True, help="This witness has never seen this record: begin the state.")
@output_option
@pass_room
def witness(
    room: Room, file: Path, key: Path, logs: Sequence[str], state: Path, first: bool, output: Path | None
) -> None:
    """Cosign a checkpoint, as a witness. Only if it begins with all that this witness saw before.

    No record is opened. After a rotation give both keys of the log: --log NEW --log OLD.

    Example: nemcon checkpoint witness to-the-witness.txt --key w.key --log "$LOG" --state seen.txt -o cosigned.txt
    """
    from domain.record.keyfile import read_key
    from domain.record.witness import witness as cosigned

    shown, own = Submission.of(read_bytes(file)), read_key(key, KeyType.WITNESS)
    note = cosigned(shown, [Verifier.of(one) for one in logs], own, state, room.now(), first=first)
    put(str(note), output)
    click.echo(f"{own.name} cosigned the checkpoint of {Checkpoint.of(note.text).size} entries.", err=True)


@checkpoint.command()
@file_argument
@quorum_option
@pass_room
def add(room: Room, file: Path, quorum: Path | None) -> None:
    """Keep what a witness gave back. It must be of this record, and by a witness of the quorum.

    Example: nemcon checkpoint add cosigned.txt --quorum quorum.txt
    """
    from domain.record.database import writing
    from domain.record.witnessed import add as keep

    if quorum is None:
        raise Refused("Whose cosignatures count is not known.", "Name the quorum file: --quorum FILE, or NEMCON_QUORUM")
    asked = quorum_in(quorum)
    with writing(room.engine) as connection:
        found = keep(connection, Note.of(read_bytes(file)), asked)
    met = "is met" if found.enough else "is not met yet"
    click.echo(
        f"The checkpoint of {found.checkpoint.size} entries is cosigned by {who(asked, found.by)}; "
        f"the quorum ({asked.said}) {met}."
    )
