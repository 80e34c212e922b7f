"""`nemcon diff`: two states of the record compared, in words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

import click
from sqlalchemy import Connection

from cli.errors import Refused, no_entry
from cli.find import meeting_meant
from cli.options import meeting_option
from cli.room import Room, known_at, pass_room
from cli.when import day_typed
from domain.days import long_day
from projections import differences as differing
from projections import history
from projections.agenda import Edition
from projections.differences import Snapshot
from projections.names import Named
from projections.papers import differences as paper

_EDITIONS = {
    "provisional": (Edition.PROVISIONAL, "the provisional agenda"),
    "adopted": (Edition.ADOPTED, "the agenda as adopted"),
}
_STATE = re.compile(r"now|provisional|adopted|(on:)?\d{4}-\d{2}-\d{2}|#?\d{1,12}")
_STATES = "Write an entry (27), a date (YYYY-MM-DD), a day of business (on:YYYY-MM-DD), provisional, adopted or now"


@dataclass(frozen=True, kw_only=True)
class State:
    """A state that somebody typed: its name in words, and the instant, the day or the edition that is meant.

    `at` is the moment by which a deadline had passed or not; None is now.
    """

    label: str
    known_at: int | datetime | None = None
    on: date | None = None
    edition: Edition | None = None
    at: datetime | None = None


@click.command()
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@meeting_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_room
def diff(room: Room, old: str, new: str, meeting: str | None, as_json: bool) -> None:
    """Say how two states of the record differ. Of a meeting, its papers and the silence procedures.

    A state is an entry (27), a date (what was known at the end of that UTC day), on:DATE (how things stood on that
    day of business), provisional, adopted (these editions of the agenda) or now.

    Example: nemcon diff 12 now
    """
    with room.reading() as connection:
        named = meeting_meant(connection, meeting)
        streams = [UUID(one) for one in (named.stream, *differing.silence_streams(connection))]
        states = [_state(connection, word) for word in (old, new)]
    before, after = (_snapshot(room, named, streams, state) for state in states)
    found = differing.differences(before, after)
    if found is None:
        raise Refused(f"The record held nothing of {named.label} in either state.", "Choose a later one.")
    labels = [state.label for state in states]
    told = json.dumps(paper.as_json(found, *labels), ensure_ascii=False, indent=2) if as_json else None
    click.echo((told or paper.text(found, *labels)).rstrip())


def _state(connection: Connection, word: str) -> State:
    if not _STATE.fullmatch(word):
        raise Refused(f"{word!r} is no state of the record.", _STATES)
    if word == "now":
        return State(label="now")
    if word in _EDITIONS:
        which, label = _EDITIONS[word]
        return State(label=label, edition=which)
    if word.startswith("on:"):
        day = day_typed(word.removeprefix("on:"))
        return State(label=f"the end of {long_day(day)}", on=day, at=datetime.combine(day, time.max, tzinfo=UTC))
    then = known_at(word)
    if isinstance(then, int):
        return State(label=f"entry {then}", known_at=then, at=_recorded(connection, then))
    day = day_typed(word)
    return State(label=f"what was known at the end of {long_day(day)}", known_at=then, at=then)


def _recorded(connection: Connection, entry: int) -> datetime:
    found = history.entries(connection, [entry])
    if not found:
        raise no_entry(entry)
    return datetime.fromisoformat(found[0].recorded_at)


def _snapshot(room: Room, named: Named, streams: list[UUID], state: State) -> Snapshot:
    if state.edition is not None:
        with room.reading() as connection:
            return _edition(connection, named, state.edition)
    at = room.now() if state.at is None else min(state.at, room.now())
    if state.at is None:
        with room.reading() as connection:
            return differing.snapshot(connection, named.stream, at)
    with room.as_of(state.known_at, state.on, streams, differing.TABLES) as connection:
        return differing.snapshot(connection, named.stream, at)


def _edition(connection: Connection, named: Named, which: Edition) -> Snapshot:
    found = differing.edition(connection, named.stream, which)
    if found.agenda is None and which is Edition.ADOPTED:
        raise Refused(f"The agenda of {named.label} has not been adopted.", "Compare with: now")
    if found.agenda is None:
        raise Refused(f"No agenda of {named.label} has been issued.", "Read its paper: nemcon import FILE")
    return found
