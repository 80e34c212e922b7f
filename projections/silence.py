"""What is under silence? Until when, and what came of the rest.

The status is computed when it is asked for: a passed deadline reads "expired" until the result is announced, and
never "adopted".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, String, Table, select

from domain.days import long_day
from domain.late import dataclass
from domain.rounds import Deadline, Round
from domain.silence import Outcome, SilenceProcedure
from domain.values import Entry
from projections.tables import DERIVED, ByStream, Projection, Row, stream_column


class SilenceStatus(StrEnum):
    """How far a silence procedure has come."""

    DRAFTED = "drafted"
    RUNNING = "running"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    BROKEN = "broken"
    ANNOUNCED = "announced"
    NOTED = "noted"
    CONTESTED = "contested"
    WITHDRAWN = "withdrawn"


# Days are ISO 8601 dates; the deadline is an instant in UTC. `objections` count, `admitted` of them by a ruling; `late`
# ones came after the deadline and do not count, `incomplete` ones did not reach all who must receive them, `retracted`
# ones were retracted in time.
SILENCE = Table(
    "silence",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("key", String, nullable=False),
    Column("body", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("distribution", String(20), nullable=False),
    Column("drafted", String(10)),
    Column("opened", String(10)),
    Column("agreed", String(10)),
    Column("deadline", String),
    Column("zone", String),
    Column("printed", String),
    Column("round", Integer, nullable=False),
    Column("suspended", Boolean, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("short", Boolean, nullable=False),
    Column("minimum_hours", Integer),
    Column("basis_until", String(10)),
    Column("counts_at_deadline", Boolean, nullable=False),
    Column("outcome", String(20)),
    Column("adopted_on", String(10)),
    Column("noted", Boolean, nullable=False),
    Column("objections", Integer, nullable=False),
    Column("late", Integer, nullable=False),
    Column("incomplete", Integer, nullable=False),
    Column("admitted", Integer, nullable=False),
    Column("retracted", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
)


@dataclass(frozen=True)
class SilenceLine:
    """A line of the register. `drafted`, `opened`, `agreed` and `basis_until` are days.

    Of the objections, `late` ones came after the deadline, `incomplete` ones did not reach all who must receive them.
    Where only the agreement is known, `agreed` is its day and nothing else has a date. `short` tells that the period is
    less than `minimum_hours`, which the rules asked for; `adopted_on` is given where the rules say which day it is.
    """

    key: str
    body: str
    subject: str
    distribution: str
    drafted: str | None
    opened: str | None
    agreed: str | None
    deadline: Deadline | None
    status: SilenceStatus
    outcome: Outcome | None
    objections: int
    late: int
    incomplete: int
    admitted: int
    retracted: int
    refused: int
    statements: int
    round: int
    short: bool
    minimum_hours: int | None
    basis_until: str | None
    stream: str
    entry: int
    adopted_on: str | None = None


def _rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    first = (state.agreed or state.drafted or state.opened) if kind == "silence" else None
    if first is not None:
        yield {
            "entry": first.number,
            "key": state.key,
            "body": state.body,
            "subject": state.subject,
            "distribution": first.distribution.value,
            "drafted": _day(state.drafted),
            "opened": _day(state.opened),
            "agreed": _day(state.agreed),
            "statements": state.statements,
            **_deadline_row(state.deadline),
            **_result_row(state),
        }


def _day(entry: Entry | None) -> str | None:
    return None if entry is None else str(entry.occurred.day)


def _deadline_row(deadline: Deadline | None) -> Row:
    if deadline is None:
        return {"deadline": None, "zone": None, "printed": None}
    instant = deadline.instant.astimezone(UTC).isoformat()
    return {"deadline": instant, "zone": deadline.zone, "printed": deadline.printed}


def _result_row(silence: SilenceProcedure) -> Row:
    return {
        "suspended": silence.round is not None and silence.round.suspended,
        "withdrawn": silence.withdrawn,
        "contested": silence.contested,
        "outcome": silence.outcome,
        "adopted_on": None if silence.adopted_on is None else str(silence.adopted_on),
        "noted": silence.noted,
        "basis_until": None if silence.basis_until is None else str(silence.basis_until),
        **(_NO_ROUND if silence.round is None else _round_row(silence.round)),
    }


def _round_row(found: Round) -> Row:
    counting = found.counting
    others = [one for one in found.received if one not in counting]
    left = [one for one in others if not one.taken_back(found.in_time) and one.admitted is None]
    return {
        "round": found.number,
        "short": found.short,
        "minimum_hours": found.minimum_hours,
        "counts_at_deadline": found.counts_at_deadline,
        "objections": len(counting),
        "late": sum(not found.in_time(one.received) for one in left),
        "incomplete": sum(not one.complete and found.in_time(one.received) for one in left),
        "admitted": sum(not one.complete or not found.in_time(one.received) for one in counting),
        "retracted": sum(one.taken_back(found.in_time) for one in others),
        "refused": sum(one.admitted is False and not one.taken_back(found.in_time) for one in others),
    }


_NO_ROUND: Row = {
    "round": 0,
    "short": False,
    "minimum_hours": None,
    "counts_at_deadline": True,
    "objections": 0,
    "late": 0,
    "incomplete": 0,
    "admitted": 0,
    "retracted": 0,
    "refused": 0,
}


def silences(connection: Connection, now: datetime) -> list[SilenceLine]:
    """Every silence procedure as it stands at `now` (with an offset), in the order of days and keys."""
    lines = [_line(row, now) for row in connection.execute(select(SILENCE)).mappings()]
    return sorted(lines, key=lambda line: (line.opened or line.agreed or line.drafted or "", line.body, line.key))


def _line(row: Any, now: datetime) -> SilenceLine:  # noqa: ANN401 - a row of the table
    deadline = None
    if row["deadline"] is not None:
        deadline = Deadline(instant=datetime.fromisoformat(row["deadline"]), zone=row["zone"], printed=row["printed"])
    same = [field.name for field in fields(SilenceLine) if field.name not in {"deadline", "status"}]
    return SilenceLine(deadline=deadline, status=_status(row, deadline, now), **{name: row[name] for name in same})


def _status(row: Any, deadline: Deadline | None, now: datetime) -> SilenceStatus:  # noqa: ANN401 - a row of the table
    if row["withdrawn"]:
        return SilenceStatus.WITHDRAWN
    if row["contested"]:
        return SilenceStatus.CONTESTED
    if row["outcome"] is not None:
        return SilenceStatus.NOTED if row["noted"] else SilenceStatus.ANNOUNCED
    if row["objections"]:
        return SilenceStatus.BROKEN
    if row["suspended"]:
        return SilenceStatus.SUSPENDED
    if row["round"] == 0:
        return SilenceStatus.DRAFTED
    return SilenceStatus.EXPIRED if deadline is not None and _over(row, deadline, now) else SilenceStatus.RUNNING


def _over(row: Any, deadline: Deadline, now: datetime) -> bool:  # noqa: ANN401 - a row of the table
    # Where an objection received at the very deadline counts, silence runs until then.
    return now > deadline.instant or (now == deadline.instant and not row["counts_at_deadline"])


def due(lines: list[SilenceLine]) -> list[tuple[Deadline, SilenceLine]]:
    """The procedures that are running, with their deadlines, soonest first."""
    running = [
        (line.deadline, line) for line in lines if line.deadline is not None and line.status is SilenceStatus.RUNNING
    ]
    return sorted(running, key=lambda pair: (pair[0].instant, pair[1].body, pair[1].key))


def faults(line: SilenceLine) -> list[str]:
    """What is not in order about a procedure, a sentence each."""
    found = []
    if line.short:
        found.append(f"Silence was shorter than {line.minimum_hours} hours.")
    if line.deadline is not None and line.basis_until is not None:
        lapses = date.fromisoformat(line.basis_until)
        if lapses < line.deadline.local.date():
            found.append(f"Its basis lapsed on {long_day(lapses)}, before the deadline.")
    if line.status is SilenceStatus.CONTESTED:
        found.append("The result announced is contested.")
    return found


def as_json(lines: list[SilenceLine]) -> list[dict[str, Any]]:
    """The lines in the shape other programs rely on."""
    return [{**vars(line), "deadline": _deadline_json(line.deadline)} for line in lines]


def _deadline_json(deadline: Deadline | None) -> dict[str, str] | None:
    return None if deadline is None else {**vars(deadline), "instant": deadline.instant.isoformat()}


def _shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state,) if kind == "silence" else ()


PROJECTIONS: tuple[Projection, ...] = (ByStream(SILENCE, _rows, _shown, of="silence"),)
