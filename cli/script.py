"""`nemcon run`: a script of commands, one a line, all or nothing."""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import BinaryIO

import click

from cli.errors import Refused, plain_refusals
from cli.files import text_in
from cli.room import Room

_SHOWN = 80

Line = tuple[int, list[str]]


@click.command()
@click.argument("file", type=click.File("rb"))
@click.option("--each", is_flag=True, help="Keep what came before the first refusal, and stop there.")
@click.option("-q", "--quiet", is_flag=True, help="Answer with the number of commands only.")
@click.pass_context
def run(ctx: click.Context, file: BinaryIO, each: bool, quiet: bool) -> None:
    """Run a script of commands, one a line. Without the word nemcon; a line that begins with # is a comment.

    All of it is recorded or nothing: the first refusal names its line, and nothing is shown before all is recorded.

    Example: nemcon run examples/first-day.nemcon
    """
    room: Room = ctx.obj
    if room.playing:
        raise Refused("A script cannot run another one.", "Join them: cat ONE TWO | nemcon run -")
    lines = _lines(file)
    room.playing, room.quiet = True, quiet
    try:
        if each:
            _play(ctx, room, lines)
        else:
            _all_or_nothing(ctx, room, lines)
    finally:
        room.playing, room.quiet = False, False
    if quiet:
        click.echo(f"{len(lines)} commands, all of them accepted.")


def _lines(file: BinaryIO) -> list[Line]:
    name = str(getattr(file, "name", "")) or "standard input"
    name = "standard input" if name == "<stdin>" else name
    text = io.StringIO(text_in(file, name), newline=None)
    split = [(number, words_of(line, _place(number, line.strip()))) for number, line in enumerate(text, start=1)]
    lines = [(number, words) for number, words in split if words]
    if not lines:
        raise Refused(f"There is no command in {name}.", "Write one a line, such as: item conclude 2")
    return lines


def words_of(line: str, place: str | None = None) -> list[str]:
    """The words of a line as a shell reads them, without a comment and without the word nemcon."""
    try:
        words = shlex.split(line, comments=True)
    except ValueError as error:
        said = f"{error}".lower()
        raise Refused(f"It cannot be read: {said}.", "Close each quotation mark.", place=place) from error
    return words[1:] if words[:1] == ["nemcon"] else words


def _all_or_nothing(ctx: click.Context, room: Room, lines: list[Line]) -> None:
    try:
        with _held(), room.recording() as under_way:
            room.under_way = under_way
            _play(ctx, room, lines)
    except Refused as refusal:
        refusal.undone = True
        raise
    finally:
        room.under_way = None


@contextmanager
def _held() -> Iterator[None]:
    """Whatever is said inside is shown, in its order, once all is well; never where it is not."""
    said: list[tuple[str, bool]] = []
    with redirect_stdout(_Held(said)), redirect_stderr(_Held(said, aside=True)):
        yield
    for text, aside in said:
        click.echo(text, nl=False, err=aside)


class _Held(io.StringIO):
    def __init__(self, said: list[tuple[str, bool]], *, aside: bool = False) -> None:
        super().__init__()
        self.said, self.aside = said, aside

    def write(self, text: str) -> int:
        length = super().write(text)  # refuses bytes, by which click finds out that this is text
        self.said.append((text, self.aside))
        return length


def _play(ctx: click.Context, room: Room, lines: list[Line]) -> None:
    for number, words in lines:
        try:
            play(ctx, room, words)
        except Refused as refusal:
            refusal.place = refusal.place or _place(number, shlex.join(words))
            raise


def play(ctx: click.Context, room: Room, words: list[str]) -> None:
    """One command in the room; what is no command is refused like any other."""
    top = ctx.find_root().command
    try:
        with plain_refusals():
            top.main(words, obj=room, standalone_mode=False, prog_name="nemcon")
    except click.UsageError as error:
        known = top.get_command(ctx, words[0]) if isinstance(top, click.Group) else None
        help_of = f"nemcon {words[0]} --help" if known else "nemcon --help"
        said = error.format_message().removesuffix(".")
        raise Refused(f"{said}.", f"See: {help_of}") from error


def _place(number: int, typed: str) -> str:
    """The line of a script, cut to fit the screen."""
    return f"Line {number} ({typed if len(typed) <= _SHOWN else f'{typed[:_SHOWN]} ...'})"
