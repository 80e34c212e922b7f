"""The projections as a whole: written with each act, rebuilt from the events, and as of another time.

An act that is last in its stream adds its rows; any other has the rows of its stream deleted and told again. A
view as of another time runs the same functions over the filtered events, in a database in memory, and asks it the
same questions: there is no second code path.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Engine, MetaData, Table, bindparam, create_engine, delete, insert, inspect, select
from sqlalchemy.engine.reflection import Inspector
from sqlalchemy.pool import StaticPool

from domain.act import Fact
from domain.business import standing
from domain.evolving import by_type
from domain.record.beside import shape
from domain.record.chapter import Chapter
from domain.record.codec import Codec
from domain.record.database import reading, writing
from domain.record.prepared import Prepared
from domain.record.recorder import Recorder
from domain.record.roles import grant_derived
from domain.record.subtrees import METADATA as SUBTREES
from domain.streams import KIND_OF, STREAMS, Stream
from projections import (
    adoptions,
    agenda_rows,
    attendance,
    bodies,
    confirmation_rows,
    decision_rows,
    documents,
    edges,
    force,
    history_rows,
    issued_rows,
    key_rows,
    letters,
    meetings,
    names,
    nodes,
    officers,
    proposal_rows,
    report,
    silence,
    sittings,
    timetable,
    titles,
)
from projections.tables import DERIVED, ByAct, ByStream, Projection, Row
from projections.telling import Told, tell

PROJECTIONS: Sequence[Projection] = (
    *names.PROJECTIONS,
    *meetings.PROJECTIONS,
    *officers.PROJECTIONS,
    *agenda_rows.PROJECTIONS,
    *timetable.PROJECTIONS,
    *sittings.PROJECTIONS,
    *documents.PROJECTIONS,
    *history_rows.PROJECTIONS,
    *nodes.PROJECTIONS,
    *edges.PROJECTIONS,
    *adoptions.PROJECTIONS,
    *force.PROJECTIONS,
    *titles.PROJECTIONS,
    *silence.PROJECTIONS,
    *letters.PROJECTIONS,
    *report.PROJECTIONS,
    *bodies.PROJECTIONS,
    *attendance.PROJECTIONS,
    *issued_rows.PROJECTIONS,
    *proposal_rows.PROJECTIONS,
    *decision_rows.PROJECTIONS,
    *confirmation_rows.PROJECTIONS,
    *key_rows.PROJECTIONS,
)
METADATA: MetaData = DERIVED

_BY_STREAM = [one for one in PROJECTIONS if isinstance(one, ByStream)]

_INSERT = {one.table: Prepared(insert(one.table)) for one in PROJECTIONS}
_ALL = {table: Prepared(select(table)) for table in _INSERT}
_FORGET = {table: Prepared(delete(table).where(table.c.stream == bindparam("of"))) for table in _INSERT}
_GONE = {
    one.table: Prepared(
        delete(one.table).where(
            one.table.c.stream == bindparam("of"), *(one.table.c[name] == bindparam(name) for name in one.key)
        )
    )
    for one in _BY_STREAM
}

_BATCH = 1000


@by_type
def readers(fact: type[Fact]) -> Sequence[ByAct]:
    """The projections that may have rows of such a fact."""
    return [one for one in PROJECTIONS if isinstance(one, ByAct) and (one.facts is None or fact in one.facts)]


@cache
def by_stream(kind: str) -> Sequence[ByStream]:
    """The projections that may have rows of a stream of that kind."""
    return [one for one in _BY_STREAM if one.reads(kind)]


class Batch:
    """Rows waiting to be written, of each table many at a time."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._rows: defaultdict[Table, list[Row]] = defaultdict(list)

    def add(self, table: Table, stream: str, rows: Iterable[Row]) -> None:
        """Queue the rows of a stream."""
        waiting = self._rows[table]
        for row in rows:
            row["stream"] = stream
            waiting.append(row)
        if len(waiting) >= _BATCH:
            _INSERT[table].many(self.connection, waiting)
            waiting.clear()

    def flush(self) -> None:
        """Write what is waiting."""
        for table, rows in self._rows.items():
            _INSERT[table].many(self.connection, rows)
        self._rows.clear()


def whole(
    batch: Batch,
    id_: UUID,
    facts: Sequence[Fact],
    shown: Iterable[Projection] = PROJECTIONS,
    *,
    known_at: int | datetime | None = None,
    on: date | None = None,
) -> None:
    """Queue every row of a stream that has none yet, as it was known and stood then."""
    stream, word = stream_of(facts), str(id_)
    by_act = [one for one in shown if isinstance(one, ByAct)]
    if by_act:
        state: Any = stream.empty
        for told in tell(stream, facts, known_at=known_at, on=on):
            state = told.after
            for projection in by_act:
                if projection.reads(told) and (told.stands or projection.all_told):
                    batch.add(projection.table, word, projection.rows(told))
    else:  # nobody asks for single acts: the fold alone takes a third of the time
        state = stream.fold(standing(facts, known_at=known_at, on=on))
    for one in shown:
        if isinstance(one, ByStream) and one.reads(stream.kind):
            batch.add(one.table, word, one.rows(stream.kind, state))


def _forget(connection: Connection, tables: Iterable[Table], id_: UUID) -> None:
    for table in tables:
        _FORGET[table].execute(connection, {"of": str(id_)})


class Writer:
    """What the record is handed: writes the rows of the streams that changed."""

    def write(self, connection: Connection, chapters: Iterable[Chapter]) -> None:
        """Write the rows of the streams that changed, in the transaction of the act."""
        batch = Batch(connection)
        for chapter in chapters:
            if chapter.disturbed:
                _forget(connection, _INSERT, chapter.id)
                whole(batch, chapter.id, chapter.facts)
            else:
                self._added(connection, batch, chapter)
        batch.flush()

    @staticmethod
    def _added(connection: Connection, batch: Batch, chapter: Chapter) -> None:
        kind, word, before = chapter.stream.kind, str(chapter.id), chapter.steps[0].before
        begun = chapter.version > len(chapter.steps)
        for step in chapter.steps:
            told = Told(kind, step.fact, step.before, step.after, facts=chapter.facts)
            for projection in readers(type(step.fact)):
                batch.add(projection.table, word, projection.rows(told))
        for one in by_stream(kind):
            if not begun:
                batch.add(one.table, word, one.rows(kind, chapter.state))
            else:
                gone, new = one.changed(kind, before, chapter.state)
                _GONE[one.table].many(connection, [{"of": word, **row} for row in gone])
                batch.add(one.table, word, new)


class Rebuilt(NamedTuple):
    """How many events were told again, and the tables whose rows were not those that were there before."""

    events: int
    differed: tuple[str, ...]


def rebuild(engine: Engine) -> Rebuilt:
    """Drop every projection table and tell the whole record again."""
    with writing(engine) as connection:
        before = _seen(connection)
        for derived in (METADATA, SUBTREES):
            derived.drop_all(connection)
            derived.create_all(connection)
            grant_derived(connection, derived)
        count = tell_all(connection)
        after = _seen(connection)
    return Rebuilt(count, tuple(sorted(name for name in after if after[name] != before[name])))


def tell_all(connection: Connection) -> int:
    """Fill the empty tables of the projections from every event there is: how many there are."""
    codec, recorder, count = Codec(), Recorder(), 0
    recorder.use(connection, 0)
    batch = Batch(connection)
    for id_, stored in recorder.stream():
        facts = [codec.decode(topic, state, checked=False) for topic, state in stored]
        whole(batch, id_, facts)
        count += len(facts)
    batch.flush()
    return count


def _seen(connection: Connection) -> dict[str, tuple[list[str], int, int] | None]:
    """Of each table its columns, how many rows it has and a sum over them, in whatever order; None where it has others.

    The same where a row cannot be read.
    """
    there = inspect(connection)
    return {table.name: _sum(connection, table) if _is_ours(there, table) else None for table in _INSERT}


def _is_ours(there: Inspector, table: Table) -> bool:
    if not there.has_table(table.name):
        return False
    return {column["name"] for column in there.get_columns(table.name)} == set(table.columns.keys())


def _sum(connection: Connection, table: Table) -> tuple[list[str], int, int] | None:
    count = total = 0
    driver: Any = connection.dialect.loaded_dbapi
    try:
        for count, row in enumerate(_ALL[table].rows(connection, {}), start=1):  # noqa: B007 - the last one counts them
            total += hash(repr(row))
    except driver.Error:  # a row that cannot even be read is not what it was
        return None
    return shape(connection, table.name), count, total


def stream_of(facts: Sequence[Fact]) -> Stream:
    """The kind of stream that begins with the first of these facts."""
    return STREAMS[KIND_OF[type(facts[0])]]


@contextmanager
def as_of(
    record: Engine | Connection,
    *,
    known_at: int | datetime | None,
    on: date | None,
    only: Iterable[UUID] | None = None,
    tables: Collection[Table] | None = None,
) -> Iterator[Connection]:
    """A database in memory that holds the projections as they were: of all streams or `only` some, all or `tables`.

    A connection shows what the transaction on it has recorded so far, too.
    """
    shown = PROJECTIONS if tables is None else [one for one in PROJECTIONS if one.table in tables]
    memory = create_engine("sqlite://", poolclass=StaticPool)
    codec, recorder = Codec(), Recorder()
    opened = nullcontext(record) if isinstance(record, Connection) else reading(record)
    with opened as source, memory.begin() as connection:
        METADATA.create_all(connection, list(dict.fromkeys(one.table for one in shown)), checkfirst=False)
        recorder.use(source, 0)
        batch = Batch(connection)
        for id_, stored in recorder.stream(only, last=known_at if isinstance(known_at, int) else None):
            facts = [codec.decode(topic, state, checked=False) for topic, state in stored]
            whole(batch, id_, facts, shown, known_at=known_at, on=on)
        batch.flush()
        yield connection


def told_again(
    record: Engine | Connection, id_: UUID, *, known_at: int | datetime | None, on: date | None
) -> Iterator[Told]:
    """A stream told act by act, with the state before and after each: one fold gives all the states it has been in."""
    codec, recorder = Codec(), Recorder()
    opened = nullcontext(record) if isinstance(record, Connection) else reading(record)
    with opened as source:
        recorder.use(source, 0)
        for _, stored in recorder.stream([id_], last=known_at if isinstance(known_at, int) else None):
            facts = [codec.decode(topic, state, checked=False) for topic, state in stored]
            yield from tell(stream_of(facts), facts, known_at=known_at, on=on)


def digest_of(connection: Connection) -> Mapping[str, list[tuple[Any, ...]]]:
    """Every row of every projection, sorted: what two ways of writing them must agree on."""
    return {
        table.name: sorted(map(tuple, connection.execute(table.select())), key=repr) for table in METADATA.sorted_tables
    }
