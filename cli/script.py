"""`nemcon run`: a script of commands, one a line, all or nothing."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import IO

import click

from cli.errors import Refused, plain_refusals
from cli.room import Room

_SHOWN = 80


@click.command()
@click.argument("file", type=click.File(encoding="utf-8", errors="strict"))
@click.option("--each", is_flag=True, help="Keep what came before the first refusal, and stop there.")
@click.option("-q", "--quiet", is_flag=True, help="Answer with the number of commands only.")
@click.pass_context
def run(ctx: click.Context, file: IO[str], each: bool, quiet: bool) -> None:
    """Run a script of commands, one a line, without the word nemcon. A line that begins with # is a comment.

    All of it is recorded or nothing: the first refusal names its line.

    Example: nemcon run examples/meeting.nemcon
    """
    room: Room = ctx.obj
    lines = list(_lines(file))
    room.quiet = quiet
    if each:
        _play(ctx, room, lines)
    else:
        with room.recording() as under_way:
            room.under_way = under_way
            try:
                _play(ctx, room, lines)
            finally:
                room.under_way = None
    if quiet:
        click.echo(f"{len(lines)} commands, all of them accepted.")


def _lines(file: IO[str]) -> Iterator[tuple[int, list[str]]]:
    try:
        for number, line in enumerate(file, start=1):
            words = shlex.split(line, comments=True)
            if words:
                yield number, words[1:] if words[0] == "nemcon" else words
    except UnicodeDecodeError as error:
        raise Refused(f"The script {file.name} is not UTF-8 text.", "Save it as UTF-8.") from error
    except ValueError as error:
        raise Refused(f"A line of {file.name} cannot be read: {error}.", "Close each quotation mark.") from error


def _play(ctx: click.Context, room: Room, lines: list[tuple[int, list[str]]]) -> None:
    top = ctx.find_root().command
    for number, words in lines:
        try:
            with plain_refusals():
                top.main(words, obj=room, standalone_mode=False, prog_name="nemcon")
        except Refused as refusal:
            refusal.place = _place(number, words)
            raise
        except click.UsageError as error:
            raise Refused(
                f"{error.format_message()}",
                f"See: nemcon {words[0]} --help",
                place=_place(number, words),
            ) from error


def _place(number: int, words: list[str]) -> str:
    """The line of a script, cut to fit the screen."""
    typed = shlex.join(words)
    return f"Line {number} ({typed if len(typed) <= _SHOWN else f'{typed[:_SHOWN]} ...'})"
