"""`nemcon correct`, `strike` and `undo`: nothing is edited, and what was wrong stays to be seen."""

from __future__ import annotations

import click

from cli.corrections import KEYING_ERROR, fact_of_entry, own_last, strike_of, undone_by
from cli.desk import Desk, at_the_desk, recorder
from cli.errors import Refused
from cli.find import meeting_meant
from cli.options import Said, act_options
from cli.room import Correction, Room, pass_room
from domain.record.request import Command, StrikeRequest
from domain.rules import OutOfOrder
from projections import history
from projections.papers import history as history_paper


@click.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.argument("entry", type=click.IntRange(1))
@click.option("--reason", default="recorded in error", show_default=True, metavar="TEXT", help="Why.")
@click.argument("words", nargs=-1, type=click.UNPROCESSED, required=True, metavar="NOUN VERB ...")
@click.pass_context
def correct(ctx: click.Context, entry: int, reason: str, words: tuple[str, ...]) -> None:
    """Strike an entry and record the right act in its place. It has the day of the wrong one, unless another is said.

    Refused if an act accepted later would then be refused.

    Example: nemcon correct 27 --reason "wrong item" item conclude 3
    """
    room: Room = ctx.obj
    top = ctx.find_root().command
    reason, words = _reason_after(words, reason)
    if words[0] in _NO_ACTS:
        raise no_act(words)
    typed, room.correcting = room.words, Correction(entry, reason)
    try:
        top.main(list(words), obj=room, standalone_mode=False, prog_name="nemcon")
        if _still_to_do(room) and not {"-h", "--help"} & set(words):
            raise no_act(words)
    finally:
        room.correcting, room.words = None, typed


_NO_ACTS = {"correct", "import", "init", "live", "log", "rebuild", "run"}


def no_act(words: tuple[str, ...]) -> Refused:
    """The refusal of a command that records no act of its own."""
    return Refused(
        f"nemcon {' '.join(words[:2])} is no act that could stand in the place of another.",
        "Type the right act as it would be typed alone: nemcon correct ENTRY NOUN VERB ...",
    )


def _still_to_do(room: Room) -> bool:
    return room.correcting is not None


def _reason_after(words: tuple[str, ...], reason: str) -> tuple[str, tuple[str, ...]]:
    """The reason where it was typed after the entry, and the words of the act."""
    if words[0].startswith("--reason="):
        reason, words = words[0].partition("=")[2], words[1:]
    elif words[0] == "--reason":
        reason, words = "".join(words[1:2]), words[2:]
    if not words:
        raise click.UsageError("Missing argument 'NOUN VERB ...'.")
    return reason, words


@click.command()
@click.argument("entries", metavar="ENTRY...", type=click.IntRange(1), nargs=-1, required=True)
@click.option("--reason", required=True, metavar="TEXT", help="Why it is struck.")
@click.option("--with-dependants", is_flag=True, help="Strike what would be refused without it, too.")
@click.option("--yes", is_flag=True, help="Yes, strike all that was listed.")
@act_options
@pass_room
def strike(room: Room, entries: tuple[int, ...], reason: str, with_dependants: bool, yes: bool, said: Said) -> None:
    """Strike an entry that was made by mistake. It has no right act to take its place. Several are struck together.

    With their dependants, they are listed first, and struck with them once --yes is added.

    Example: nemcon strike 27 --reason "entered in the wrong meeting"
    """
    listed = list(dict.fromkeys(entries))
    if with_dependants:
        listed = _dependants(room, said, listed, reason)
        if len(listed) > len(set(entries)) and not yes:
            raise _others_fall(room, entries, listed)
        room.words = ("strike", *map(str, listed), "--reason", reason)
    with at_the_desk(room, said) as desk:
        desk.record([strike_of(desk.under_way, one, reason) for one in listed])


def _others_fall(room: Room, entries: tuple[int, ...], listed: list[int]) -> Refused:
    """The refusal to strike others too before somebody has seen them listed."""
    with room.reading() as connection:
        lines = history.unsealed(history.entries(connection, listed), lambda digest: room.reveal(connection, digest))
    click.echo("\n".join(history_paper.line(line) for line in lines))
    which = f"entry {entries[0]}" if len(entries) == 1 else f"entries {', '.join(map(str, entries))}"
    return Refused(
        f"With {which} would fall all the others listed above.",
        "If that is meant, give the command again with --yes.",
    )


def _dependants(room: Room, said: Said, entries: list[int], reason: str) -> list[int]:
    """The entries, with every later one that would be refused without them, latest first: found by trying."""
    listed = sorted(entries, reverse=True)
    while True:
        try:
            _try(room, said, listed, reason)
        except OutOfOrder as refusal:
            if refusal.dependant is None or refusal.dependant in listed:
                raise
            listed = sorted({*listed, *_gavel(room, refusal.dependant)}, reverse=True)
        else:
            return listed


def _gavel(room: Room, entry: int) -> list[int]:
    """An entry with the others of the same gavel: half a decision does not fall."""
    with room.recording(dry_run=True) as under_way:
        named, fact = fact_of_entry(under_way, entry)
        chapter = under_way.chapter(named.kind, named.key)
        group = fact.entry.group
        return [one.entry.number for one in chapter.business if one is fact or (group and one.entry.group == group)]


def _try(room: Room, said: Said, entries: list[int], reason: str) -> None:
    with room.recording(dry_run=True) as under_way:
        requests = tuple(strike_of(under_way, one, reason) for one in entries)
        under_way.act(Command(id="a trial", digest="", by=recorder(said.by), requests=requests))


@click.command()
@act_options
@pass_room
def undo(room: Room, said: Said) -> None:
    """Strike your own last act in the meeting. Within ten minutes, if nothing rests on it.

    Example: nemcon undo
    """
    with at_the_desk(room, said) as desk:
        desk.record(_own_last(desk))


def _own_last(desk: Desk) -> list[StrikeRequest]:
    named = meeting_meant(desk.under_way.connection, desk.said.meeting)
    before = undone_by(desk.under_way, named, desk.said.id)
    facts = before or own_last(desk.under_way, named, recorder(desk.said.by), desk.room.now())
    latest_first = sorted((fact.entry.number for fact in facts), reverse=True)
    return [strike_of(desk.under_way, number, KEYING_ERROR) for number in latest_first]
