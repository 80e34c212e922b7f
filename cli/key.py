"""`nemcon key`: the key of the log, by which each checkpoint of the record is signed."""

from __future__ import annotations

from pathlib import Path

import click

from cli.desk import Step, at_the_desk
from cli.errors import Refused
from cli.options import Said, View, act_options, view_options
from cli.room import Room, pass_room
from cli.staff import of_the_ring
from domain.keyring import adopt_log_key, rotate_log_key
from projections import keys
from projections.keys import LOG_KEY, STAFF_KEY


@click.group()
def key() -> None:
    """The key of the log. Whoever has its public half can tell a checkpoint of this record from any other.

    Example: nemcon key new example.org/record -o record.key
    """


@key.command()
@click.argument("name")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file for the private key, which its owner alone can read. It is never overwritten.",
)
@click.option("--witness", is_flag=True, help="The key of a witness, not of a log.")
def new(name: str, output: Path, witness: bool) -> None:
    """Make a key and print its public half. The private one is in the file, and nowhere else.

    The name of a log key is that of the log, for ever: use one that nobody else has, such as your domain.

    Example: nemcon key new example.org/record -o record.key
    """
    from domain.record.keyfile import write_key
    from domain.record.notes import KeyType, Signer

    signer = Signer.new(name, KeyType.WITNESS if witness else KeyType.LOG)
    write_key(output, signer)
    click.echo(signer.verifier)


@key.command()
@act_options
@pass_room
def adopt(room: Room, said: Said) -> None:
    """Take the key at hand as that of the log. Every checkpoint is signed by it; name it by --key or NEMCON_KEY.

    Example: nemcon --key record.key key adopt
    """
    mine = _at_hand(room)
    with at_the_desk(room, said) as desk:
        of_the_ring(desk, Step(adopt_log_key, lambda _: {"key": mine}))


@key.command()
@click.option(
    "--to",
    "successor",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file of the new private key, made before under the same name.",
)
@act_options
@pass_room
def rotate(room: Room, successor: Path, said: Said) -> None:
    """Let another key sign the log from now on. Both sign that, so both private keys must be at hand.

    Example: nemcon --key record.key key rotate --to record-2.key
    """
    from domain.record.logkey import log_signer
    from domain.record.rotation import stated

    mine, after = _at_hand(room), log_signer(successor)
    if after.key == mine:
        raise Refused(f"{successor} holds the key that is in use.", "Make another: nemcon key new NAME -o FILE")
    assert room.log_signer is not None  # noqa: S101 - what is at hand is there
    fields = {"key": after.key, "instead_of": mine, "statement": stated(room.log_signer.signer, after.signer)}
    with at_the_desk(room, said) as desk:
        of_the_ring(desk, Step(rotate_log_key, lambda _: fields))


def _at_hand(room: Room) -> str:
    if room.log_signer is None:
        raise Refused(
            "No log key is at hand.", "Name its file: nemcon --key FILE key ..., or once: export NEMCON_KEY=FILE"
        )
    return room.log_signer.key


@key.command("list")
@view_options
@pass_room
def list_(room: Room, view: View) -> None:
    """The log keys of the record, in their order. The one in use is the last.

    Example: nemcon key list
    """
    with room.reading(view, None, (LOG_KEY, STAFF_KEY)) as connection:
        found = keys.log_keys(connection)
    if view.as_json:
        import json

        click.echo(json.dumps(found))
        return
    click.echo("\n".join(found) or "The record has no log key yet. First: nemcon key new NAME -o FILE")
