"""The papers of silence procedures, asked of the record: the letters of one, and the register of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from cli.errors import Refused
from cli.find import find
from cli.printed import Printed
from cli.room import known_at, moment_of
from domain.values import Distribution
from projections import history, silence
from projections.history import HISTORY
from projections.letters import LETTER, letters
from projections.names import NAME, named
from projections.papers import letters as paper
from projections.papers.press import Sheet

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from cli.options import View
    from cli.room import Room
    from projections.letters import Letter
    from projections.papers.layout import Block

    Set = Callable[..., Iterator[Block]]

_TABLES = (NAME, silence.SILENCE, LETTER, HISTORY)


def circulation(room: Room, meeting: str | None, what: str | None, view: View) -> Printed:
    """The letter that circulates a text."""
    del meeting
    missing = ("was not circulated", 'nemcon silence circulate KEY BODY SUBJECT --until "DATE HH:MM"')
    return _letter(room, what, view, paper.circulation, [*paper.CIRCULATED], missing)


def extension(room: Room, meeting: str | None, what: str | None, view: View) -> Printed:
    """The letter that extends a silence."""
    del meeting
    return _letter(
        room,
        what,
        view,
        paper.extension,
        [paper.EXTENDED],
        ("was not extended", "nemcon silence extend KEY --until WHEN"),
    )


def result(room: Room, meeting: str | None, what: str | None, view: View) -> Printed:
    """The letter that tells the result."""
    del meeting
    return _letter(
        room, what, view, paper.result, [paper.ANNOUNCED], ("has no result announced", "nemcon silence announce KEY")
    )


def _letter(
    room: Room, what: str | None, view: View, set_: Set, topics: list[str], missing: tuple[str, str]
) -> Printed:
    if what is None:
        raise Refused("It is not said of which silence procedure.", "Name it: nemcon silence list")
    with _correspondence(room, what, view) as found:
        letter = found.last(*topics)
        if letter is None:
            raise Refused(f"Silence procedure {found.line.key} {missing[0]}.", f"First: {missing[1]}")
        blocks = [*set_(found, letter, why=view.why)]
        return Printed(
            Sheet(title=f"{found.line.key}: {found.line.subject}", blocks=blocks), lambda: _told(found, letter)
        )


def _told(found: paper.Correspondence, letter: Letter) -> dict[str, Any]:
    """The letter for other programs."""
    register = silence.as_json([found.line])[0]
    said = {"entry": letter.entry, "day": letter.day.isoformat(), "from": letter.origin, **letter.detail}
    return {"silence": register, "letter": said, "left_out": found.left_out}


@contextmanager
def _correspondence(room: Room, what: str, view: View) -> Iterator[paper.Correspondence]:
    with room.reading() as now:
        meant, moment = find(now, "silence", what), moment_of_paper(room, now, view)
        (body,) = named(now, "body", meant.key.rpartition(" ")[0])
    with room.reading(view, meant.stream, _TABLES) as connection:
        line = next((one for one in silence.silences(connection, moment) if one.stream == meant.stream), None)
        if line is None:
            raise Refused(f"The record held nothing of {meant.label} then.", "Choose a later --on or --known-at.")
        every = letters(connection, meant.stream)
        if not view.restricted and _restricted(line.distribution):
            raise Refused(f"Silence procedure {line.key} is restricted.", "To print it all the same: --restricted")
        told = [one for one in every if view.restricted or not _restricted(one.distribution)]
        attached = [one.entry for one in told if one.topic == "StatementAttached"]
        hidden = sum(one.topic == "StatementAttached" for one in every) - len(attached)
        yield paper.Correspondence(
            line=line,
            body_name=body.label,
            letters=[one for one in told if one.topic != "StatementAttached"],
            statements=history.entries(connection, attached),
            left_out=hidden,
        )


def _restricted(distribution: str) -> bool:
    return distribution == Distribution.RESTRICTED


def moment_of_paper(room: Room, now: Connection, view: View) -> datetime:
    """The moment at which a paper looks: never the clock on the wall, so that it can be made again.

    The end of the day asked for; else when the last entry that counts was recorded.
    """
    then = known_at(view.known_at)
    if view.on is not None or isinstance(then, datetime):
        return moment_of(view, room.now())
    return history.recorded_at(now, then) or datetime.min.replace(tzinfo=UTC)


def register(room: Room, meeting: str | None, what: str | None, view: View) -> Printed:
    """The register of silence procedures."""
    del meeting
    if what is not None:
        raise Refused("The register is of all silence procedures.", f"Of one: nemcon silence show {what}")
    with room.reading() as now:
        moment = moment_of_paper(room, now, view)
    with room.reading(view, tables=_TABLES) as connection:
        every = silence.silences(connection, moment)
    lines = [line for line in every if view.restricted or not _restricted(line.distribution)]
    blocks = [*paper.register(lines, moment, len(every) - len(lines), why=view.why)]
    told = {"as_at": moment.isoformat(), "silence": silence.as_json(lines), "left_out": len(every) - len(lines)}
    return Printed(Sheet(title="Register of silence procedures", blocks=blocks), lambda: told)
