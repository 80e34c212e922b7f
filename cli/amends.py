"""`nemcon correct`, `strike` and `undo`: nothing is edited, and what was wrong stays to be seen."""

from __future__ import annotations

import click

from cli.corrections import own_last, strike_of
from cli.desk import Desk, at_the_desk, recorder
from cli.errors import Refused
from cli.find import meeting_meant
from cli.options import Said, act_options
from cli.room import Correction, Room, pass_room
from domain.record.request import Command, StrikeRequest
from domain.rules import OutOfOrder


@click.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.argument("entry", type=click.IntRange(1))
@click.option("--reason", default="recorded in error", show_default=True, metavar="TEXT", help="Why.")
@click.argument("words", nargs=-1, type=click.UNPROCESSED, required=True, metavar="NOUN VERB ...")
@click.pass_context
def correct(ctx: click.Context, entry: int, reason: str, words: tuple[str, ...]) -> None:
    """Strike an entry and record the right act in its place, on its day unless another is said.

    Options of its own come before the noun. Refused if an act accepted later would then be refused.

    Example: nemcon correct 27 item conclude 3
    """
    room: Room = ctx.obj
    top = ctx.find_root().command
    typed, room.correcting = room.words, Correction(entry, reason)
    try:
        top.main(list(words), obj=room, standalone_mode=False, prog_name="nemcon")
    finally:
        room.correcting, room.words = None, typed


@click.command()
@click.argument("entry", type=click.IntRange(1))
@click.option("--reason", required=True, metavar="TEXT", help="Why it is struck.")
@click.option("--with-dependants", is_flag=True, help="Strike what would be refused without it, too.")
@click.option("--yes", is_flag=True, help="Yes, strike all that was listed.")
@act_options
@pass_room
def strike(room: Room, entry: int, reason: str, with_dependants: bool, yes: bool, said: Said) -> None:
    """Strike an entry that was made by mistake and has no right act to take its place.

    Example: nemcon strike 27 --reason "entered in the wrong meeting"
    """
    if not with_dependants:
        with at_the_desk(room, said) as desk:
            desk.record([strike_of(desk.under_way, entry, reason)])
        return
    listed = _dependants(room, said, entry, reason)
    if len(listed) > 1 and not yes:
        falls = ", ".join(str(one) for one in listed[:-1])
        raise Refused(
            f"With entry {entry} would fall: {falls}.", "If that is meant, give the command again with --yes."
        )
    with at_the_desk(room, said) as desk:
        desk.record([strike_of(desk.under_way, one, reason) for one in listed])


def _dependants(room: Room, said: Said, entry: int, reason: str) -> list[int]:
    """The entry, after every later one that would be refused without it, latest first: found by trying."""
    listed = [entry]
    while True:
        try:
            _try(room, said, listed, reason)
        except OutOfOrder as refusal:
            if refusal.dependant is None or refusal.dependant in listed:
                raise
            listed = sorted({*listed, refusal.dependant}, reverse=True)
        else:
            return listed


def _try(room: Room, said: Said, entries: list[int], reason: str) -> None:
    with room.recording(dry_run=True) as under_way:
        requests = tuple(strike_of(under_way, one, reason) for one in entries)
        under_way.act(Command(id="a trial", digest="", by=recorder(said.by), requests=requests))


@click.command()
@act_options
@pass_room
def undo(room: Room, said: Said) -> None:
    """Strike your own last act in the meeting, within ten minutes, if nothing rests on it.

    Example: nemcon undo
    """
    with at_the_desk(room, said) as desk:
        desk.record(_own_last(desk))


def _own_last(desk: Desk) -> list[StrikeRequest]:
    named = meeting_meant(desk.under_way.connection, desk.said.meeting)
    facts = own_last(desk.under_way, named, recorder(desk.said.by), desk.room.now())
    latest_first = sorted((fact.entry.number for fact in facts), reverse=True)
    return [strike_of(desk.under_way, number, "keying error") for number in latest_first]
