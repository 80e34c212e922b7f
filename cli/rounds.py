"""`nemcon silence extend`, `suspend`, `resume`, `correct`, `replace`, `withdraw`: a round of silence."""

from __future__ import annotations

from pathlib import Path

import click

from cli.desk import Step, at_the_desk
from cli.errors import Refused
from cli.letter import deadline_options, deadline_typed, silence_meant, text_options, texts_typed
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.circulating import (
    correct_text,
    extend_silence,
    renew_basis,
    replace_text,
    resume_silence,
    suspend_silence,
    withdraw_silence,
)

_UNTIL = click.option("--until", required=True, metavar='"DATE HH:MM"', help="The deadline, on the clock of --zone.")


@click.command()
@click.argument("key")
@_UNTIL
@deadline_options
@act_options
@pass_room
def extend(room: Room, key: str, until: str, zone: str | None, printed: str | None, said: Said) -> None:
    """Move the deadline later, while silence is running.

    Example: nemcon silence extend topics-2020 --until "2020-05-08 18:00" --at 2020-04-30
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        fields = {"deadline": deadline_typed(until, zone or clock, printed)}
        desk.in_stream("silence", natural, Step(extend_silence, lambda _: fields), zone=clock)


@click.command()
@click.argument("key")
@act_options
@pass_room
def suspend(room: Room, key: str, said: Said) -> None:
    """Suspend silence: no deadline passes until it is resumed.

    Example: nemcon silence suspend topics-2020 --at 2020-04-30
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        desk.in_stream("silence", natural, Step(suspend_silence), zone=clock)


@click.command()
@click.argument("key")
@click.option("--until", metavar='"DATE HH:MM"', help="Another deadline, on the clock of --zone.")
@deadline_options
@act_options
@pass_room
def resume(room: Room, key: str, until: str | None, zone: str | None, printed: str | None, said: Said) -> None:
    """Resume silence, with its deadline or with another one.

    Example: nemcon silence resume topics-2020 --until "2020-05-08 18:00" --at 2020-05-04
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        if until is None and (zone or printed):
            raise Refused("--zone and --printed belong to a deadline, and none is given.", "Add: --until WHEN")
        fields = {"deadline": None if until is None else deadline_typed(until, zone or clock, printed)}
        desk.in_stream("silence", natural, Step(resume_silence, lambda _: fields), zone=clock)


@click.command()
@click.argument("key")
@text_options
@act_options
@pass_room
def correct(room: Room, key: str, files: tuple[Path, ...], languages: tuple[str, ...], said: Said) -> None:
    """Record that the text was corrected in the same round. The deadline and the objections stand.

    Example: nemcon silence correct topics-2020 --text examples/hybrid.txt --language en --at 2020-04-27
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        fields = {"texts": texts_typed(files, languages)}
        desk.in_stream("silence", natural, Step(correct_text, lambda _: fields), zone=clock)


@click.command()
@click.argument("key")
@text_options
@_UNTIL
@deadline_options
@act_options
@pass_room
def replace(
    room: Room,
    key: str,
    files: tuple[Path, ...],
    languages: tuple[str, ...],
    until: str,
    zone: str | None,
    printed: str | None,
    said: Said,
) -> None:
    """Put another text under silence. It is a new round, to which earlier objections do not apply.

    Example: nemcon silence replace topics-2020 --text examples/hybrid.txt --until "2020-05-08 18:00" --at 2020-05-04
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        fields = {"texts": texts_typed(files, languages), "deadline": deadline_typed(until, zone or clock, printed)}
        desk.in_stream("silence", natural, Step(replace_text, lambda _: fields), zone=clock)


@click.command()
@click.argument("key")
@act_options
@pass_room
def withdraw(room: Room, key: str, said: Said) -> None:
    """Withdraw the proposal before it has an outcome.

    Example: nemcon silence withdraw topics-2020 --at 2020-04-30
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        desk.in_stream("silence", natural, Step(withdraw_silence), zone=clock)


@click.command()
@click.argument("key")
@click.option("--basis", required=True, metavar="REF", help="The decision that allows it further.")
@click.option("--until", required=True, metavar="DATE", help="The last day of its validity.")
@act_options
@pass_room
def renew(room: Room, key: str, basis: str, until: str, said: Said) -> None:
    """Record that what allows the procedure was extended. Or that another decision replaced it.

    Example: nemcon silence renew topics-2020 --basis "decision 74/555" --until 2020-06-30 --at 2020-05-15
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        fields = {"basis": basis, "until": day_typed(until)}
        desk.in_stream("silence", natural, Step(renew_basis, lambda _: fields), zone=clock)


COMMANDS = (extend, suspend, resume, correct, replace, renew, withdraw)
