"""What is under silence? Until when, and what came of the rest.

The status is computed when it is asked for: a passed deadline reads "expired" until the result is announced, and
never "adopted".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, String, Table, select

from domain.silence import Deadline, Outcome, SilenceProcedure
from projections.tables import DERIVED, ByStream, Projection, Row, stream_column


class SilenceStatus(StrEnum):
    """How far a silence procedure has come. No act leads yet to drafted, suspended, contested or withdrawn."""

    DRAFTED = "drafted"
    RUNNING = "running"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    BROKEN = "broken"
    ANNOUNCED = "announced"
    NOTED = "noted"
    CONTESTED = "contested"
    WITHDRAWN = "withdrawn"


# Days are ISO 8601 dates; the deadline is an instant in UTC. `objections` were in time, `late` ones were not.
SILENCE = Table(
    "silence",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("key", String, nullable=False),
    Column("body", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("distribution", String(20), nullable=False),
    Column("opened", String(10)),
    Column("agreed", String(10)),
    Column("deadline", String),
    Column("zone", String),
    Column("printed", String),
    Column("outcome", String(20)),
    Column("noted", Boolean, nullable=False),
    Column("objections", Integer, nullable=False),
    Column("late", Integer, nullable=False),
)


@dataclass(frozen=True)
class SilenceLine:
    """A line of the register. `opened` and `agreed` are days, `late` the objections after the deadline.

    Where only the agreement is known, `agreed` is its day and nothing else has a date.
    """

    key: str
    body: str
    subject: str
    distribution: str
    opened: str | None
    agreed: str | None
    deadline: Deadline | None
    status: SilenceStatus
    outcome: Outcome | None
    objections: int
    late: int
    entry: int


def _rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    first = (state.agreed or state.opened) if kind == "silence" else None
    if first is not None:
        yield {
            "entry": first.number,
            "key": state.key,
            "body": state.body,
            "subject": state.subject,
            "distribution": first.distribution.value,
            "opened": None if state.opened is None else str(state.opened.occurred.day),
            "agreed": None if state.agreed is None else str(state.agreed.occurred.day),
            **_deadline_row(state.deadline),
            **_result_row(state),
        }


def _deadline_row(deadline: Deadline | None) -> Row:
    if deadline is None:
        return {"deadline": None, "zone": None, "printed": None}
    instant = deadline.instant.astimezone(UTC).isoformat()
    return {"deadline": instant, "zone": deadline.zone, "printed": deadline.printed}


def _result_row(silence: SilenceProcedure) -> Row:
    late = len(silence.received) - silence.objections
    return {"outcome": silence.outcome, "noted": silence.noted, "objections": silence.objections, "late": late}


def silences(connection: Connection, now: datetime) -> list[SilenceLine]:
    """Every silence procedure as it stands at `now` (with an offset), in the order of days and keys."""
    lines = [_line(row, now) for row in connection.execute(select(SILENCE)).mappings()]
    return sorted(lines, key=lambda line: (line.opened or line.agreed or "", line.body, line.key))


def _line(row: Any, now: datetime) -> SilenceLine:  # noqa: ANN401 - a row of the table
    deadline = None
    if row["deadline"] is not None:
        deadline = Deadline(instant=datetime.fromisoformat(row["deadline"]), zone=row["zone"], printed=row["printed"])
    same = ("key", "body", "subject", "distribution", "opened", "agreed", "outcome", "objections", "late", "entry")
    return SilenceLine(deadline=deadline, status=_status(row, deadline, now), **{name: row[name] for name in same})


def _status(row: Any, deadline: Deadline | None, now: datetime) -> SilenceStatus:  # noqa: ANN401 - a row of the table
    if row["outcome"] is not None:
        return SilenceStatus.NOTED if row["noted"] else SilenceStatus.ANNOUNCED
    if row["objections"]:
        return SilenceStatus.BROKEN
    # An objection received at the very deadline counts: until then silence runs.
    if deadline is not None and now > deadline.instant:
        return SilenceStatus.EXPIRED
    return SilenceStatus.RUNNING


def as_json(lines: list[SilenceLine]) -> list[dict[str, Any]]:
    """The lines in the shape other programs rely on."""
    return [{**vars(line), "deadline": _deadline_json(line.deadline)} for line in lines]


def _deadline_json(deadline: Deadline | None) -> dict[str, str] | None:
    return None if deadline is None else {**vars(deadline), "instant": deadline.instant.isoformat()}


def _shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state,) if kind == "silence" else ()


PROJECTIONS: tuple[Projection, ...] = (ByStream(SILENCE, _rows, _shown),)
