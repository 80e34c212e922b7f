"""Opening the database of a record: an SQLite file by default, another by its URL.

SQLite: WAL, `synchronous=FULL`, a busy timeout of 30 s; transactions are begun by us, a writing one with
`BEGIN IMMEDIATE`, because a read before the write in a deferred transaction fails at once whatever the timeout.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.pool import NullPool, QueuePool

from domain.record.postgres import Warned, as_told, attend, warnings_on, with_several_hosts
from domain.record.tables import HEAD, METADATA, SCHEMA, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy import MetaData

APPLICATION_ID: Final = 0x4E454D43
"""The mark in the header of an SQLite file that makes it a record of ours: "NEMC"."""

_WRITING: Final = "nemcon_writing"


class NotARecord(Exception):  # noqa: N818 - what it says of the file, like OutOfOrder of an act
    """The database cannot be used as a record: why, and what to do next."""

    def __init__(self, sentence: str, next_step: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


def address(where: str) -> URL:
    """The URL of a record: `where` is one already, or the path of an SQLite file."""
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        return make_url(with_several_hosts(where))
    except (ArgumentError, ValueError) as error:  # a port that is no number is a ValueError
        raise NotARecord(f"{where!r} is no database address.", "Use a path, or DIALECT://HOST/NAME") from error


def connect(where: str, *, keep: bool = False) -> Engine:
    """An engine for the record at `where`; nothing is opened yet and nothing is created.

    With `keep` its connection stays open until the engine is disposed of. Else it is closed after each use: the last
    one to close an SQLite file writes the log back into it, which costs more than an act.
    """
    try:
        engine = create_engine(address(where), poolclass=QueuePool if keep else NullPool)
    except (ArgumentError, ModuleNotFoundError) as error:  # no such dialect, or its driver is not installed
        raise NotARecord(
            f"There is no driver here for {where.partition(':')[0]!r}.",
            "Use a path; for PostgreSQL install nemcon[postgres] and use postgresql+psycopg://HOST/NAME",
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    if engine.dialect.name == "postgresql":
        attend(engine)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    connection.isolation_level = None
    connection.execute("PRAGMA busy_timeout = 30000")
    connection.execute("PRAGMA synchronous = FULL")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the record from first to last.

    PostgreSQL shows each statement what was committed before it, unless the whole transaction is to see one state.
    """
    options = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with engine.connect() as raw:
        connection = raw.execution_options(**options)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that holds the lock of the record until it commits, or rolls back on an exception.

    `Warned` where the server commits with a warning: then the connection is dropped, and the outcome not known.
    """
    with engine.connect() as raw:
        connection = raw.execution_options(**{_WRITING: True})
        heard = warnings_on(connection)
        with connection.begin():
            if engine.dialect.name != "sqlite":
                connection.execute(select(HEAD).with_for_update())
            yield connection
            heard.clear()
        if heard:
            raw.invalidate()
            raise Warned(heard[0])


@contextmanager
def begun(engine: Engine) -> Iterator[Connection]:
    """A connection that holds the lock of a record of whatever version."""
    with _plain_refusals(engine), engine.connect() as raw:
        there = inspect(raw).has_table(SCHEMA.name)
        raw.rollback()
        if not there:
            raise _another_program(engine)
        connection = raw.execution_options(**{_WRITING: True})
        with connection.begin():
            if engine.dialect.name != "sqlite":
                connection.exec_driver_sql(f"LOCK TABLE {SCHEMA.name} IN EXCLUSIVE MODE")
            yield connection


def undo(connection: Connection) -> None:
    """Roll back all that was written on this connection; nothing further may be done on it."""
    under_way = connection.get_transaction()
    if under_way is not None:
        under_way.rollback()


def create(engine: Engine, now: datetime, derived: Iterable[MetaData] = ()) -> bool:
    """Create the tables of a record and of its projections; False where it is one already."""
    with laid(engine, now, derived) as connection:
        return connection is not None


@contextmanager
def laid(engine: Engine, now: datetime, derived: Iterable[MetaData] = ()) -> Iterator[Connection | None]:
    """A connection on which an empty record was just laid; None where there is a record already.

    What is written inside is there with the record, or else neither is.
    """
    _room_for_a_file(engine)
    file = Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None
    is_new = file is not None and not file.exists()
    try:
        with _plain_refusals(engine), engine.connect() as connection:
            if _is_there(connection):
                yield None
                return
            connection.rollback()  # of having looked: a transaction is begun anew to write
            if file is not None:
                _mark(connection)
            with connection.execution_options(**{_WRITING: True}).begin():
                if _laid_meanwhile(connection):
                    yield None
                    return
                _lay(connection, now, derived)
                yield connection
    except BaseException:
        engine.dispose()
        if file is not None and is_new:  # half a record is worse than none: the next try finds a clean place
            for part in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
                part.unlink(missing_ok=True)
        raise


def _is_there(connection: Connection) -> bool:
    if inspect(connection).has_table(SCHEMA.name):
        _check_version(connection)
        return True
    if connection.dialect.name == "sqlite" and inspect(connection).get_table_names():
        raise _another_program(connection.engine)
    return False


def _laid_meanwhile(connection: Connection) -> bool:
    """Whether somebody else laid it first. Two who make tables at once on a server both fail: one has to wait."""
    if connection.dialect.name == "sqlite":
        return False
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
    return inspect(connection).has_table(SCHEMA.name)


def _mark(connection: Connection) -> None:
    raw: Any = connection.connection.dbapi_connection
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _lay(connection: Connection, now: datetime, derived: Iterable[MetaData]) -> None:
    METADATA.create_all(connection, checkfirst=False)  # there is none of them: that was asked
    for metadata in derived:
        metadata.create_all(connection, checkfirst=False)
    from domain.record import guards  # noqa: PLC0415 - needed here alone: every other command starts without it

    guards.lay(connection)
    connection.execute(insert(SCHEMA).values(version=SCHEMA_VERSION))
    connection.execute(insert(HEAD).values(id=1, size=0, recorded_at=now.isoformat(), frontier=b""))


def check(engine: Engine) -> None:
    """Refuse, with `NotARecord`, a database that is no record of ours, or one from a newer version."""
    if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").is_file():
        raise NotARecord(
            f"There is no record at {engine.url.database}.", "Create one: nemcon init, or name another with --db"
        )
    with _plain_refusals(engine), engine.connect() as connection:
        if not inspect(connection).has_table(SCHEMA.name):
            raise _another_program(engine)
        _check_version(connection)


def _check_version(connection: Connection) -> None:
    version = connection.execute(select(SCHEMA.c.version)).scalar_one()
    if not isinstance(version, int):
        raise NotARecord(
            f"The file of the record is damaged: its version reads {version!r}.",
            "Keep it, and take the last good copy.",
        )
    if version > SCHEMA_VERSION:
        raise NotARecord(
            f"This record was made by a newer version of Nemcon (schema {version}; this one knows {SCHEMA_VERSION}).",
            "Install that version; nothing was changed.",
        )
    if version < SCHEMA_VERSION:
        raise NotARecord(
            f"This record was begun by an earlier version of Nemcon (schema {version}, not {SCHEMA_VERSION}).",
            "Make a copy of it, then: nemcon init --upgrade",
        )


def _another_program(engine: Engine) -> NotARecord:
    return NotARecord(
        f"{engine.url.database} is a database, but not a record of Nemcon.", "Name another file: --db FILE"
    )


def _room_for_a_file(engine: Engine) -> None:
    if engine.dialect.name != "sqlite":
        return
    folder = Path(engine.url.database or "").absolute().parent
    if not folder.is_dir():
        raise NotARecord(f"There is no folder {folder}.", "Make the folder first, or name another file: --db FILE")


def _told(engine: Engine) -> str:
    return as_told(engine.url) if engine.dialect.name == "postgresql" else engine.url.render_as_string()


@contextmanager
def _plain_refusals(engine: Engine) -> Iterator[None]:
    """What the driver says of a file that is no database, or may not be opened, in plain words."""
    try:
        yield
    except (DatabaseError, sqlite3.Error, UnicodeDecodeError) as error:  # SQLite says what it found, byte for byte
        cause = str(getattr(error, "orig", error)).strip().partition("\n")[0]
        raise NotARecord(
            f"{_told(engine)} cannot be opened as a record: {cause}.",
            "Check that the file is a record of Nemcon and that its folder can be written to."
            if engine.dialect.name == "sqlite"
            else "Check the address, that the server is up, and that you may use this database.",
        ) from error
