"""A record kept in a real SQLite file or on a real PostgreSQL server, and what the tests ask of it.

The words are those of `tests.domain.story`:

    book.record(asked(opened()), asked(adopted()))
    book.correct(entry=5, instead=adopted())

The meeting is known by `MEETING`; items go by their identities ("i2.4" is item 2 of the founding agenda).
"""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, select

from domain.act import Fact
from domain.body import register_body
from domain.context import BodyFacts
from domain.record.codec import Codec
from domain.record.database import connect, create, reading
from domain.record.register import Register
from domain.record.request import Answer, Command, Request, StrikeRequest
from domain.record.tables import EVENT
from domain.record.transaction import Transaction, transaction
from domain.streams import ACT_OF, KIND_OF
from projections.engine import METADATA, Writer, as_of, digest_of, rebuild
from tests.domain.story import AT_WORK, BUREAU, CONFERENCE, WORKING_GROUP, Deed, did, occurred
from tests.record.server import Server

MEETING = "UNTOC-COP/WG.7 wg7"
REGISTERED = "2020-01-06"
_OF_ENTRIES = {"history", "to_confirm"}
Rows = Mapping[str, list[tuple[Any, ...]]]

_serial = itertools.count(1)


@dataclass
class Clock:
    """A clock on the wall that tests set."""

    now: datetime = datetime(2020, 9, 10, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """What it shows."""
        return self.now


def asked(deed: Deed, key: str = MEETING, **envelope: Any) -> Request:  # noqa: ANN401 - whatever a request may hold
    """The request for a deed, on the stream of this key."""
    return Request(
        kind=KIND_OF[ACT_OF[deed.act].fact],
        key=key,
        act=deed.act,
        fields=lambda _state: deed.fields,
        occurred=lambda _state: occurred(deed.on, deed.at),
        **{**deed.particular, **envelope},
    )


def registered(body: BodyFacts, on: str = REGISTERED) -> Request:
    """The request that enters a body in the register."""
    told = {name: getattr(body, name) for name in ("key", "name", "short", "parent", "zone", "says", "private")}
    return asked(did(register_body, on, rules=body.rules, **told), key=body.key)


def command(*requests: Request | StrikeRequest, **more: Any) -> Command:  # noqa: ANN401 - whatever a command may hold
    """A command of a clerk's, under an id of its own."""
    return Command(**{"id": f"command {next(_serial)}", "digest": "same", "by": "clerk", "requests": requests, **more})


@dataclass
class Book:
    """A record in a file, or at a URL, with its projections, and a clock that tests set."""

    path: Path
    clock: Clock = field(default_factory=Clock)
    server: Server | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        self.engine = connect(self.url or str(self.path))
        self.register = Register(self.engine, Writer(), clock=self.clock)

    @classmethod
    def new(cls, path: Path, server: Server | None = None) -> Book:
        """An empty record, in a file or on a server."""
        book = cls(path, server=server, url=server.database() if server else None)
        assert create(book.engine, book.clock(), [METADATA])
        return book

    @contextmanager
    def open(self) -> Iterator[Transaction]:
        """The record under the lock."""
        with transaction(self.register) as under_way:
            yield under_way

    def record(self, *requests: Request | StrikeRequest, **more: Any) -> Answer:  # noqa: ANN401 - as of a command
        """The answer to one command."""
        return self.give(command(*requests, **more))

    def give(self, one: Command, *, dry_run: bool = False) -> Answer:
        """The answer to this very command."""
        with transaction(self.register, dry_run=dry_run) as under_way:
            return under_way.act(one)

    def each(self, *deeds: Deed) -> None:
        """Record acts of the meeting, each by a command of its own."""
        with self.open() as under_way:
            for deed in deeds:
                under_way.act(command(asked(deed)))

    def strike(self, version: int, key: str = MEETING, kind: str = "meeting") -> Answer:
        """Strike the act of this version."""
        return self.record(struck(version, key, kind))

    def correct(self, version: int, instead: Deed, key: str = MEETING, **envelope: Any) -> Answer:  # noqa: ANN401 - as above
        """Strike the act of this version and record the right one in its place."""
        kind = KIND_OF[ACT_OF[instead.act].fact]
        place = self.facts(kind, key)[version - 1].entry.place
        return self.record(struck(version, key, kind), asked(instead, key, **{"replaces": place, **envelope}))

    def facts(self, kind: str = "meeting", key: str = MEETING) -> Sequence[Fact]:
        """All that is stored of a stream."""
        with self.open() as under_way:
            return tuple(under_way.chapter(kind, key).facts)

    def state(self, kind: str = "meeting", key: str = MEETING) -> Any:  # noqa: ANN401 - each kind of stream has its own state
        """The state of a stream."""
        with self.open() as under_way:
            return under_way.chapter(kind, key).state

    def everything(self) -> list[Fact]:
        """Every fact of the record, in the order of entry."""
        with reading(self.engine) as connection:
            stored = connection.execute(select(EVENT.c.topic, EVENT.c.state).order_by(EVENT.c.entry))
            return [Codec().decode(*one) for one in stored]

    @property
    def size(self) -> int:
        """How many entries are recorded."""
        return len(self.everything())

    def dump(self) -> list[str]:
        """Every row and table: of a file, as SQL."""
        if self.url is not None:
            return self._dump_of_server()
        with closing(sqlite3.connect(self.path)) as connection:
            return list(connection.iterdump())

    def _dump_of_server(self) -> list[str]:
        there = MetaData()
        with self.engine.connect() as connection:
            there.reflect(connection)
            found = {table.name: connection.execute(select(table)).all() for table in there.sorted_tables}
        return [f'INSERT INTO "{name}" VALUES{row}' for name in sorted(found) for row in sorted(map(repr, found[name]))]

    def rows(self) -> Rows:
        """Every row of every projection."""
        with reading(self.engine) as connection:
            return digest_of(connection)

    def shown(self, *, known_at: int | datetime | None = None, on: str | None = None) -> Rows:
        """The same, or as it was, but for what is told of each entry, and without the entries a row came from."""
        day = None if on is None else date.fromisoformat(on)
        with as_of(self.engine, known_at=known_at, on=day) as connection:
            return {
                table.name: _shown(connection, table)
                for table in METADATA.sorted_tables
                if table.name not in _OF_ENTRIES
            }

    def again(self) -> Book:
        """The same record, opened anew."""
        return Book(self.path, self.clock, self.server, self.url)

    def copy(self, name: str | Path) -> Book:
        """The record as it is now, in another file beside it, or in another database."""
        if self.server is not None and self.url is not None:
            return Book(self.path, Clock(), self.server, self.server.copy(self.url))
        return Book(Path(shutil.copy(self.path, self.path.parent / name)), Clock())

    def rebuilt(self) -> Rows:
        """The same once they were all derived again."""
        rebuild(self.engine)
        return self.rows()

    def rows_as_of(self, *, known_at: int | datetime | None = None, on: str | None = None) -> Rows:
        """Every row as it was."""
        day = None if on is None else date.fromisoformat(on)
        with as_of(self.engine, known_at=known_at, on=day) as connection:
            return digest_of(connection)


def _shown(connection: Connection, table: Table) -> list[tuple[Any, ...]]:
    entries = {"entry", "rank"} if table.name == "lineage_node" else {"entry"}
    columns = [column for column in table.columns if not any(word in column.name for word in entries)]
    rows = connection.execute(select(*columns))
    return sorted((tuple(map(_without_entries, row)) for row in rows), key=repr)


def _without_entries(value: Any) -> Any:  # noqa: ANN401 - whatever a column may hold
    if isinstance(value, dict):
        return {name: _without_entries(one) for name, one in value.items() if "entry" not in name}
    return [_without_entries(one) for one in value] if isinstance(value, list) else value


def struck(version: int, key: str = MEETING, kind: str = "meeting", reason: str = "Entered in error.") -> StrikeRequest:
    """The request that strikes the act of this version."""
    return StrikeRequest(kind=kind, key=key, struck=version, reason=reason)


def at_work(path: Path, server: Server | None = None) -> Book:
    """Three bodies (entries 1 to 3), and the founding meeting up to the adoption of its agenda (entries 4 to 7)."""
    return begun(Book.new(path, server))


def begun(book: Book) -> Book:
    """The same, in a record that was empty."""
    with book.open() as under_way:
        for body in (CONFERENCE, WORKING_GROUP, BUREAU):
            under_way.act(command(registered(body)))
    book.each(*AT_WORK)
    return book
