"""What was done, act by act: every fact of every stream in one sentence, struck ones too. It omits nothing.

Sealed values stand in the sentences as marks; whoever asks for the history unseals what they may see. The rows are made
in `projections.history_rows`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Connection, Integer, RowMapping, String, Table, Text, func, select

from domain.business import ActStruck
from domain.late import dataclass
from domain.values import Distribution
from projections import decisions
from projections.sentences.seals import Reveal, unseal, withheld
from projections.tables import DERIVED, stream_column, utc

HISTORY = Table(
    "history",
    DERIVED,
    stream_column(),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("key", String, nullable=False),
    Column("event", String(80), nullable=False),
    Column("day", String(10), nullable=False),
    Column("at", String(40)),
    Column("zone", String(64)),
    Column("recorded_at", String(40), nullable=False),
    Column("recorded_by", String, nullable=False),
    Column("sitting", Integer),
    Column("resumed", Boolean, nullable=False),
    Column("summary", Text, nullable=False),
    Column("struck_by", Integer),
    Column("distribution", String(20), nullable=False),
    Column("waives", String, nullable=False),
    Column("authority", String),
    Column("origin", String),
    Column("note", Text),
    Column("items", Text, nullable=False),
    Column("happened", String(40), nullable=False),
    Column("replaces", Integer),
    Column("replaced_by", Integer),
    Column("lacks", String, nullable=False),
)


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """One entry of the record.

    `day`, `at` (on the clock of the room) and `recorded_at` (UTC) are ISO 8601. `sitting` is the plenary meeting under
    way, `resumed` whether that was resumed, `struck_by` the entry of the strike, `items` the identities of the agenda
    items the act touches. `summary` is the sentence, with marks where values are sealed; `hidden` counts those that
    were withheld in unsealing it. `happened` is the moment (UTC) by which it had; `replaces` the entry whose place it
    took, `replaced_by` the one that took its own; `lacks` what it lacked (`auditing.Lack`).
    """

    stream: str
    entry: int
    kind: str
    key: str
    event: str
    day: str
    at: str | None
    zone: str | None
    recorded_at: str
    recorded_by: str
    sitting: int | None
    summary: str
    struck_by: int | None
    distribution: Distribution
    waives: tuple[str, ...]
    authority: str | None
    origin: str | None
    note: str | None
    items: tuple[str, ...]
    happened: str
    replaces: int | None
    replaced_by: int | None
    lacks: tuple[str, ...]
    resumed: bool = False
    hidden: int = 0


def history(
    connection: Connection,
    *,
    stream: UUID | str | None = None,
    item: str | None = None,
    limit: int | None = None,
    others: Sequence[str] = (),
) -> list[HistoryLine]:
    """The lines in the order of entry: of all streams or one and `others`, of all items or one, the last `limit`."""
    query = select(HISTORY).order_by(HISTORY.c.entry.desc()).limit(limit)
    if stream is not None:
        query = query.where(HISTORY.c.stream.in_([str(stream), *others]))
    if item is not None:
        query = query.where(HISTORY.c["items"].contains(f",{item},", autoescape=True))
    return _numbered(connection, [_read(row) for row in connection.execute(query).mappings()][::-1])


def _numbered(connection: Connection, lines: list[HistoryLine]) -> list[HistoryLine]:
    """The lines, each decision with the number it goes by, which may have come later than the decision."""
    if not any(line.kind == "meeting" for line in lines):
        return lines
    found = decisions.among(connection, lines[0].entry, lines[-1].entry, {line.stream for line in lines})
    return [replace(line, summary=decisions.in_words(line.summary, found.get(line.entry))) for line in lines]


def _read(row: RowMapping) -> HistoryLine:
    stored: dict[str, Any] = dict(row)
    stored["distribution"] = Distribution(stored["distribution"])
    for several in ("waives", "items", "lacks"):
        stored[several] = tuple(filter(None, stored[several].split(",")))
    return HistoryLine(**stored)


def entries(connection: Connection, numbers: Sequence[int]) -> list[HistoryLine]:
    """The lines of these entries, in the order of entry."""
    query = select(HISTORY).where(HISTORY.c.entry.in_(numbers)).order_by(HISTORY.c.entry)
    return _numbered(connection, [_read(row) for row in connection.execute(query).mappings()])


def last_entry(
    connection: Connection,
    stream: UUID | str,
    *,
    known_at: int | datetime | None = None,
    on: date | None = None,
) -> int | None:
    """The last entry of a stream, struck ones and strikes included: of those known then, or of the days until then."""
    query = select(func.max(HISTORY.c.entry)).where(HISTORY.c.stream == str(stream))
    if isinstance(known_at, int):
        query = query.where(HISTORY.c.entry <= known_at)
    elif known_at is not None:
        query = query.where(HISTORY.c.recorded_at <= utc(known_at))
    if on is not None:
        query = query.where(HISTORY.c.day <= on.isoformat())
    newest: int | None = connection.execute(query).scalar_one()
    return newest


def since(connection: Connection, entry: int, streams: Iterable[UUID | str]) -> list[HistoryLine]:
    """The lines of these streams that were entered after an entry, in the order of entry."""
    query = select(HISTORY).where(HISTORY.c.entry > entry, HISTORY.c.stream.in_([str(one) for one in streams]))
    return [_read(row) for row in connection.execute(query.order_by(HISTORY.c.entry)).mappings()]


def last(connection: Connection, n: int) -> list[HistoryLine]:
    """The last `n` entries of the record, in the order of entry."""
    return history(connection, limit=n)


def why(connection: Connection, stream: UUID | str, item: str) -> list[int]:
    """The entries that touched an item and stand: what its line in a paper came from."""
    lines = history(connection, stream=stream, item=item)
    return [line.entry for line in lines if line.struck_by is None and line.event != ActStruck.TOPIC]


def unsealed(lines: Iterable[HistoryLine], reveal: Reveal, *, restricted: bool = False) -> list[HistoryLine]:
    """The lines as they may be read: see `seals.unseal`."""
    return [
        replace(
            line,
            summary=unseal(line.summary, reveal, restricted=restricted),
            hidden=0 if restricted else withheld(line.summary),
        )
        for line in lines
    ]
