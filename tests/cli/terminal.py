"""A terminal on a record of its own: what is typed, what is answered, and transcripts of both.

    terminal.types("item conclude 2 --at 10:42")
    terminal.refused("item conclude 9", "The agenda has no item 9.")
    terminal.plays('''
        $ nemcon plenary close
        #50  wg7, 1st meeting, 8 Sep 13:00   The first plenary meeting rose.
    ''')

A long line of an answer is folded in a transcript; a backslash continues a long command.
"""

from __future__ import annotations

import shlex
import sqlite3
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner, Result

from cli.main import nemcon
from cli.room import Room

WIDTH = 112
"""Longer lines of an answer are folded in a transcript, indented by four."""

IMPORT = (
    "import examples/agenda.txt -q --as wg7 --body UNTOC-COP/WG.7 --parent UNTOC-COP --rules untoc "
    "--zone Europe/Vienna --symbol CTOC/COP/WG.7/2020/1 --accept-warnings"
)
"""How the founding agenda enters the record, up to entry 12."""


def moment(text: str) -> datetime:
    """A moment of UTC: "2020-09-08 08:42"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@dataclass
class Clock:
    """The clock on the wall, which tests set: before the meeting unless they do."""

    now: datetime = moment("2020-09-01 12:00")

    def __call__(self) -> datetime:
        """What it shows."""
        return self.now


@dataclass
class Terminal:
    """The command line in this process, on the record at `db`, at the time the clock shows."""

    db: Path
    clock: Clock = field(default_factory=Clock)

    def enter(self, words: Sequence[str], given: str | bytes | None = None) -> Result:
        """The result of a command, whatever it is; a bare exception is raised, for no user may ever see one."""
        room = Room(str(self.db), clock=self.clock)
        try:
            result = CliRunner().invoke(nemcon, list(words), obj=room, input=given, prog_name="nemcon")
        finally:
            room.close()
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def types(self, line: str, given: str | bytes | None = None) -> str:
        """What is answered to a command that is accepted."""
        result = self.enter(shlex.split(line), given)
        assert result.exit_code == 0, result.output
        return result.output

    def last(self, line: str) -> str:
        """The last line of the answer."""
        return self.types(line).splitlines()[-1]

    def runs(self, *lines: str) -> str:
        """What is answered to a script of these lines."""
        return self.types("run -", "\n".join(lines))

    def refused(self, line: str, *fragments: str, given: str | bytes | None = None) -> str:
        """The refusal: exit status 1, each fragment in it, a next step, and not a byte of the record changed."""
        before = self.dump()
        result = self.enter(shlex.split(line), given)
        said = " ".join(result.stderr.split())
        assert result.exit_code == 1, result.output
        assert said.startswith(("Refused: ", "Line ")), result.output
        assert "Next: " in said
        assert "This should not have happened" not in said
        for fragment in fragments:
            assert fragment in said, result.output
        assert self.dump() == before
        return result.output

    def misused(self, line: str, *fragments: str) -> str:
        """The answer to what is no command: exit status 2, and not a byte of the record changed."""
        before = self.dump()
        result = self.enter(shlex.split(line))
        assert result.exit_code == 2, result.output
        for fragment in fragments:
            assert fragment in result.output
        assert self.dump() == before
        return result.output

    def dump(self) -> list[str]:
        """Every row and table of the file, as SQL; nothing where there is no such database."""
        if not self.db.is_file():
            return []
        with closing(sqlite3.connect(self.db)) as connection:
            return list(connection.iterdump())

    def entries(self) -> int:
        """How many entries there are."""
        with closing(sqlite3.connect(self.db)) as connection:
            found: int = connection.execute("SELECT count(*) FROM event").fetchone()[0]
        return found

    def plays(self, transcript: str) -> None:
        """Type each line that begins with `$ nemcon`; what follows it is the exact answer, its exit status last."""
        for typed, expected in told(transcript):
            assert self.answer(typed) == expected, typed

    def answer(self, typed: str) -> str:
        """The answer to a command as a transcript holds it."""
        result = self.enter(shlex.split(typed))
        lines = [line for one in result.output.splitlines() for line in folded(one)]
        status = [f"[{result.exit_code}]"] if result.exit_code else []
        return "\n".join([*lines, *status]).strip("\n")


def folded(line: str) -> list[str]:
    """A line of an answer as a transcript holds it."""
    if len(line) <= WIDTH:
        return [line.rstrip()]
    return textwrap.wrap(line, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def told(transcript: str) -> Iterator[tuple[str, str]]:
    """Each command of a transcript with the answer to it."""
    text = "\n" + textwrap.dedent(transcript).replace("\\\n", "")
    for one in text.split("\n$ nemcon ")[1:]:
        typed, _, answer = one.partition("\n")
        yield " ".join(typed.split()), answer.strip("\n")


def commands(command: click.Command = nemcon, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and group of the program, by its words."""
    yield path, command
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            found = command.get_command(ctx, name)
            assert found is not None
            yield from commands(found, (*path, name))
