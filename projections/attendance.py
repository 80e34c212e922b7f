"""Who takes part in a meeting? With which credentials, and were enough present when they were last counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, String, Table, select

from domain.attendance import Category
from domain.late import dataclass
from projections.tables import DERIVED, ByStream, Projection, Row, stream_column

PARTICIPANT = Table(
    "participant",
    DERIVED,
    stream_column(),
    Column("rank", Integer, nullable=False),
    Column("entry", Integer, nullable=False),
    Column("category", String(20), nullable=False),
    Column("name", String, nullable=False),
)

CREDENTIALS = Table(
    "credentials",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("symbol", String, nullable=False),
    Column("accepted", Boolean, nullable=False),
)

QUORUM = Table(
    "quorum",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("sitting", Integer, nullable=False),
    Column("present", Integer, nullable=False),
    Column("participating", Integer),
    Column("to_debate", Boolean),
    Column("to_decide", Boolean),
)


@dataclass(frozen=True)
class ParticipantView:
    """Somebody who takes part, and the entry of the list."""

    entry: int
    category: Category
    name: str


@dataclass(frozen=True)
class CredentialsView:
    """A report on credentials that was accepted, or noted."""

    entry: int
    day: str
    symbol: str
    accepted: bool


@dataclass(frozen=True)
class QuorumView:
    """The last count of those present. Null where the rules of the body do not say what is enough."""

    entry: int
    sitting: int
    present: int
    participating: int | None
    to_debate: bool | None
    to_decide: bool | None


@dataclass(frozen=True)
class AttendanceView:
    """Those who take part, in the order of the list; the reports on credentials; the last count."""

    participants: tuple[ParticipantView, ...]
    credentials: tuple[CredentialsView, ...]
    quorum: QuorumView | None


def _participants(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    recorded = state.attendance.recorded if kind == "meeting" else None
    if recorded is not None:
        for rank, one in enumerate(recorded.participants):
            yield {"rank": rank, "entry": recorded.entry.number, "category": one.category.value, "name": one.name}


def _credentials(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - as above
    for one in state.attendance.credentials if kind == "meeting" else ():
        yield {
            "entry": one.entry.number,
            "day": one.entry.occurred.day.isoformat(),
            "symbol": one.symbol,
            "accepted": one.accepted,
        }


def _quorum(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - as above
    found = state.attendance.quorum if kind == "meeting" else None
    if found is not None:
        names = ("sitting", "present", "to_debate", "to_decide")
        rest = {name: getattr(found, name) for name in names}
        yield {"entry": found.entry.number, "participating": found.of, **rest}


def attendance(connection: Connection, stream: str) -> AttendanceView:
    """The attendance of the meeting of a stream."""
    listed = _of(connection, PARTICIPANT, stream, "rank")
    last = [*_of(connection, QUORUM, stream, "entry")]
    return AttendanceView(
        participants=tuple(ParticipantView(one["entry"], Category(one["category"]), one["name"]) for one in listed),
        credentials=tuple(CredentialsView(**one) for one in _of(connection, CREDENTIALS, stream, "entry")),
        quorum=QuorumView(**last[0]) if last else None,
    )


def _of(connection: Connection, table: Table, stream: str, order: str) -> Iterator[dict[str, Any]]:
    columns = [column for column in table.columns if column.name != "stream"]
    query = select(*columns).where(table.c.stream == stream).order_by(table.c[order])
    yield from (dict(row) for row in connection.execute(query).mappings())


def as_json(found: AttendanceView) -> dict[str, Any]:
    """The attendance in the shape other programs rely on."""
    counts = {one.value: sum(each.category is one for each in found.participants) for one in Category}
    return {
        "counts": {category: count for category, count in counts.items() if count},
        "participants": [vars(one) for one in found.participants],
        "credentials": [vars(one) for one in found.credentials],
        "quorum": None if found.quorum is None else vars(found.quorum),
    }


def _shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - as above
    return (state.attendance,) if kind == "meeting" else ()


PROJECTIONS: tuple[Projection, ...] = (
    ByStream(PARTICIPANT, _participants, _shown, of="meeting"),
    ByStream(CREDENTIALS, _credentials, _shown, of="meeting"),
    ByStream(QUORUM, _quorum, _shown, of="meeting"),
)
