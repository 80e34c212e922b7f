"""The seat of one who records live: what they have seen of the record, and the log of what they recorded.

The log is a script that `nemcon run` plays again. A line enters it under the lock, with the command that it records, so
that several people who write to one log write in the order of the record.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click
from sqlalchemy import Connection, select

from cli.errors import Refused
from domain.record.tables import HEAD
from projections import history
from projections.papers import history as history_paper

if TYPE_CHECKING:
    from cli.room import Correction, Room
    from domain.values import Occurred

_SAID_ANEW = frozenset({"meeting", "at", "by", "id", "expect"})
"""The options that the log gives as they were meant, whatever was typed."""


class Overtaken(Refused):
    """Others recorded in the same place since the prompt was shown: told, and nothing recorded."""

    def lines(self) -> list[str]:
        """What the others recorded, and what to do."""
        return [*self.message.splitlines(), f"Next:    {self.next_step}"]


@dataclass
class Seat:
    """Where somebody sits who records live.

    Of the entries up to `seen` they know, and of those in `heard`; `own` are the entries of the line under way;
    `waiting` the lines that enter the log when those entries enter the record.
    """

    log: Path
    seen: int = 0
    heard: set[int] = field(default_factory=set)
    own: set[int] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    _written: tuple[int, int] | None = None

    def note(self, words: Sequence[str], correcting: Correction | None = None) -> None:
        """Keep a command for the log, to be written when it is recorded."""
        before = [] if correcting is None else ["correct", str(correcting.entry), "--reason", correcting.reason]
        self.waiting.append(shlex.join([*before, *words]))

    def write(self) -> None:
        """Write what is waiting, if anything is, under the lock of the record."""
        if not self.waiting:
            return
        before = self.log.stat().st_size
        self._append("".join(f"{line}\n" for line in self.waiting))
        self._written = (before, self.log.stat().st_size)
        self.waiting.clear()

    def settle(self, *, recorded: bool) -> None:
        """Once the record has answered: what it did not take leaves the log again."""
        written, self._written = self._written, None
        self.waiting.clear()
        if recorded:
            return
        self.own.clear()
        if written is not None and self.log.stat().st_size == written[1]:
            os.truncate(self.log, written[0])

    def remark(self, text: str) -> None:
        """Write a comment into the log."""
        self._append(f"# {text}\n")

    def _append(self, text: str) -> None:
        with self.log.open("a", encoding="utf-8") as file:  # one write, to the end whoever else writes there
            file.write(text)

    def others(self, connection: Connection, streams: Iterable[UUID | str]) -> list[history.HistoryLine]:
        """What others recorded in these streams since this seat was told of any."""
        found = history.since(connection, self.seen, streams)
        return [line for line in found if line.entry not in self.own | self.heard]

    def knows_all_until(self, entry: int) -> None:
        """Whoever sits here was told of everything up to this entry that concerns them."""
        self.seen = entry
        self.heard.clear()
        self.own.clear()


def last_entry(connection: Connection) -> int:
    """The last entry of the record."""
    size: int = connection.execute(select(HEAD.c.size)).scalar_one()
    return size


def told(room: Room, connection: Connection, lines: Iterable[history.HistoryLine]) -> str:
    """What others recorded, each entry in a sentence, and who recorded it."""
    shown = history.unsealed(lines, lambda digest: room.reveal(connection, digest))
    return "\n".join(f"  {history_paper.line(one)}  (by {one.recorded_by})" for one in shown)


def must_know(room: Room, seat: Seat, connection: Connection, streams: Iterable[UUID]) -> None:
    """Refuse where others recorded in these streams since the seat was told of any."""
    found = seat.others(connection, streams)
    if found:
        seat.heard.update(one.entry for one in found)
        raise Overtaken(
            f"Not recorded: others were quicker.\n{told(room, connection, found)}",
            "If your line still holds, give it again as it is.",
        )


def as_meant(words: Sequence[str], *, by: str, id_: str, meeting: str | None, occurred: Occurred | None) -> list[str]:
    """A command as the log keeps it: with its meeting, its day and hour, who recorded it and its id said in full."""
    said = [] if meeting is None else ["-m", meeting]
    if occurred is not None:
        said += ["--at", f"{occurred.local:%Y-%m-%dT%H:%M}" if occurred.at else occurred.day.isoformat()]
    bare = _without(words, click.get_current_context().command, _SAID_ANEW)
    end = bare.index("--") if "--" in bare else len(bare)
    return [*bare[:end], *said, "--by", by, "--id", id_, *bare[end:]]


def _without(words: Sequence[str], command: click.Command, names: frozenset[str]) -> list[str]:
    """The words of a command without some of its options and their values."""
    options = {word: option for option in command.params if isinstance(option, click.Option) for word in option.opts}
    kept: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            return [*kept, word, *rest]
        option = options.get(word.partition("=")[0] if word.startswith("--") else word[:2])
        whole = [word]
        if option is not None and word in options and not option.is_flag:
            whole.append(next(rest))
        if option is None or option.name not in names:
            kept += whole
    return kept
