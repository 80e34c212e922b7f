"""`nemcon live`: a meeting recorded as it goes, one line an act, at a prompt."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import cast

import click
from sqlalchemy import Connection

from cli.desk import recorder
from cli.errors import Refused, plain_refusals
from cli.find import find, meeting_meant
from cli.keyboard import Keyboard
from cli.offers import offers
from cli.prompt import prompt
from cli.room import Room
from cli.script import play, words_of
from cli.seat import Overtaken, Seat, last_entry, told
from cli.shortened import in_full
from domain.values import zone_named
from projections.meetings import MeetingView, meeting
from projections.names import Named, named

_HELP = """Type commands without the word nemcon: item conclude 2
A beginning will do where only one command has it: conc 2
Tab completes; the arrow keys bring back what was typed; undo strikes your last act; status shows the room.
What others record in this meeting is shown before the next prompt, never while you type; an empty line asks for it.
help NOUN VERB tells of one command. quit, or Ctrl-D, ends. These are the first words:
"""
_WELCOME = "Recording {key}; what is recorded is kept in {log} too. Type help for help; quit or Ctrl-D ends."
_WAS_RECORDED = "Interrupted, but the line was recorded; see: history"
_WAS_NOT = "Interrupted: nothing of the line was recorded."
_ENDS = {"quit", "exit"}


@click.command()
@click.argument("key", required=False)
@click.option("--by", envvar="NEMCON_BY", metavar="WHO", help="Who records. Default: NEMCON_BY.")
@click.option(
    "--log", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The log. Default: KEY.log, here."
)
@click.pass_context
def live(ctx: click.Context, key: str | None, by: str | None, log: Path | None) -> None:
    """Record a meeting as it goes. Commands without the word nemcon, a line each, until quit.

    Any beginning of a command that only one command has will do. Every line that records is kept in the log too, which
    nemcon run plays again. From a pipe there is no prompt; the exit status is 1 if a line was refused.

    Example: nemcon live wg7
    """
    room: Room = ctx.obj
    if room.seat is not None or room.playing:
        raise Refused("Somebody is at the keyboard already.", "Start it by itself: nemcon live KEY")
    by = recorder(by)
    view, word = _meeting(room, key)
    log = log or Path(f"{view.key}.log".replace(os.sep, "-"))
    with _said_once(NEMCON_BY=by, NEMCON_MEETING=word), _seated(room, Seat(log)) as seat:
        seat.remark(f"{room.now().astimezone(zone_named(view.zone)):%Y-%m-%d %H:%M} nemcon live {view.key}, by {by}")
        keyboard = Keyboard(partial(offers, ctx, room, view.stream))
        refused = _Recorder(ctx, room, seat, view, keyboard).works()
    if refused and not keyboard.terminal:
        ctx.exit(1)


def _meeting(room: Room, key: str | None) -> tuple[MeetingView, str]:
    """The meeting meant, and the word that names it alone."""
    with room.reading() as connection:
        meant = find(connection, "meeting", key) if key else _the_only_one(connection)
        view = meeting(connection, meant.stream)
        assert view is not None  # noqa: S101 - for the type checker: what has a name has its row
        alone = len(named(connection, "meeting", view.key)) == 1
    return view, view.key if alone else meant.key


def _the_only_one(connection: Connection) -> Named:
    try:
        return meeting_meant(connection, None)
    except Refused as refusal:
        refusal.next_step = refusal.next_step.replace("-m KEY, or set NEMCON_MEETING", "nemcon live KEY")
        raise


@contextmanager
def _said_once(**values: str) -> Iterator[None]:
    """What holds for every line, as the environment says it to each command."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _seated(room: Room, seat: Seat) -> Iterator[Seat]:
    room.seat = seat
    try:
        yield seat
    finally:
        room.seat = None


class _Recorder:
    """Somebody at the keyboard, line after line."""

    def __init__(self, ctx: click.Context, room: Room, seat: Seat, view: MeetingView, keyboard: Keyboard) -> None:
        self.ctx, self.room, self.seat, self.keyboard = ctx, room, seat, keyboard
        self.key, self.stream = view.key, view.stream

    def works(self) -> int:
        """Do every line until the end; how many were refused."""
        refused = 0
        if self.keyboard.terminal:
            click.echo(_WELCOME.format(key=self.key, log=self.seat.log), err=True)
        with self.room.reading() as connection:
            self.seat.seen = last_entry(connection)
        while True:
            shown = self._prompt()
            try:
                line = self.keyboard.line(shown)
            except Refused as refusal:
                refusal.show()
                refused += 1
                continue
            if line is None or line.strip() in _ENDS:
                return refused
            refused += 0 if self._done(line.strip()) else 1

    def _prompt(self) -> str:
        """The prompt, once it is told what others recorded in the meeting meanwhile."""
        try:
            with plain_refusals(), self.room.reading() as connection:
                news = self.seat.others(connection, [self.stream])
                if news:
                    click.echo(f"Meanwhile others recorded:\n{told(self.room, connection, news)}", err=True)
                self.seat.knows_all_until(last_entry(connection))
                view = meeting(connection, self.stream)
                return f"{self.key}> " if view is None else prompt(connection, view, self.room.now())
        except Refused as refusal:
            refusal.show()
            return f"{self.key}> "

    def _done(self, line: str) -> bool:
        """Do what a line says; False where it was not done, which it was told why."""
        try:
            with plain_refusals():
                self._do(words_of(line))
        except Overtaken as overtaken:
            overtaken.show()
            self.keyboard.put_back(line)
        except click.ClickException as refusal:
            refusal.show()
            with suppress(OSError):
                self.seat.remark(f"refused: {line}")
        except (click.Abort, KeyboardInterrupt):
            click.echo(_WAS_RECORDED if self.seat.own else _WAS_NOT, err=True)
        else:
            return True
        return False

    def _do(self, words: list[str]) -> None:
        if words[:1] == ["help"]:
            top = cast("click.Group", self.ctx.find_root().command)
            words = [*in_full(top, self.ctx, words[1:]), "--help"]
            if len(words) == 1:
                click.echo(_HELP)
        if words:
            play(self.ctx, self.room, words)
