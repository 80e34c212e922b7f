"""Recording: one act a commit, an import, one more act in a long meeting."""

from __future__ import annotations

import shutil
import sqlite3
import statistics
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Engine, event

from domain.record.register import Register
from domain.record.request import Command
from domain.record.transaction import transaction
from tests.bench.figure import Figure, limit, side_by_side, speed, timed
from tests.bench.meetings import BODY, commands, long_meeting, new_record, opened, short_meeting, together
from tests.bench.places import Places

Statement = tuple[str, Any, bool]


@dataclass
class Tape:
    """The very statements that the product executed, with their parameters, in their order."""

    statements: list[Statement] = field(default_factory=list)

    def play(self, connection: sqlite3.Connection) -> None:
        """Execute them on plain sqlite3, and fetch what they answer."""
        for statement, parameters, many in self.statements:
            cursor = (
                connection.executemany(statement, parameters) if many else connection.execute(statement, parameters)
            )
            cursor.fetchall()


@contextmanager
def recorded(engine: Engine) -> Iterator[Tape]:
    """What the driver executes for an engine not connected yet, on a tape."""
    tape = Tape()

    class Cursor(sqlite3.Cursor):
        def execute(self, statement: str, parameters: Any = ()) -> Self:  # noqa: ANN401 - the driver's own signature
            tape.statements.append((statement, parameters, False))
            return super().execute(statement, parameters)

        def executemany(self, statement: str, parameters: Any) -> Self:  # noqa: ANN401 - the driver's own signature
            tape.statements.append((statement, parameters, True))
            return super().executemany(statement, parameters)

    class Connection(sqlite3.Connection):
        def cursor(self, *_factory: object) -> Cursor:  # type: ignore[override] # SQLAlchemy asks for no other
            return Cursor(self)

        def commit(self) -> None:
            tape.statements.append(("COMMIT", (), False))
            super().commit()

    def connected(_dialect: object, _pool: object, given: list[Any], options: dict[str, Any]) -> sqlite3.Connection:
        return sqlite3.connect(*given, **options, factory=Connection)

    event.listen(engine, "do_connect", connected)
    engine.connect().close()
    tape.statements.clear()  # of what SQLAlchemy asks of every new connection
    yield tape
    event.remove(engine, "do_connect", connected)


def plain(path: Path) -> sqlite3.Connection:
    """A connection as the product's, without the product."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def act_by_act(register: Register, asked: Iterable[Command]) -> None:
    """Each act a transaction of its own."""
    for one in asked:
        with transaction(register) as under_way:
            under_way.act(one)


def one_act(places: Places) -> Figure:
    """One act a commit, in streams of twenty, against the same statements on bare sqlite3."""
    streams, fresh = 10, places.folder / "fresh.db"
    asked = [one for rank in range(streams) for one in commands(f"m{rank}", short_meeting(f"m{rank}"))]
    new_record(fresh).engine.dispose()
    with recorded((taped := opened(places.copy(fresh))).engine) as tape:
        act_by_act(taped, asked)
    taped.engine.dispose()

    def product() -> float:
        register = opened(places.copy(fresh))
        taken = timed(lambda: act_by_act(register, asked))
        register.engine.dispose()
        return taken

    def floor() -> float:
        with closing(plain(places.copy(fresh))) as connection:
            return timed(lambda: tape.play(connection))

    times = side_by_side(product, floor, rounds=7)
    name = "one act a commit, 20 acts a stream, against the same statements on bare sqlite3"
    return speed(name, times, per=1000 / (20 * streams), unit="ms an act", at_least=0.35)


def importing(places: Places) -> Figure:
    """Many acts, a thousand a transaction, against a bare executemany of their events."""
    events = places.many
    register = new_record(places.imported)
    taken = 0.0
    for begun in range(0, events // 20, 50):
        names = [f"m{rank}" for rank in range(begun, begun + 50)]
        asked = [one for key in names for one in commands(key, short_meeting(key))]
        taken += timed(lambda asked=asked: together(register, asked))  # type: ignore[misc] # bound now
    register.engine.dispose()
    with closing(sqlite3.connect(places.imported)) as source:
        rows = source.execute("SELECT * FROM event ORDER BY entry").fetchall()
    floors = [_bare_import(places, rows) for _ in range(3)]
    name = f"import of {events:,} acts, 1,000 a transaction, against executemany of the same events"
    return speed(
        name, (taken, statistics.median(floors)), per=1_000_000 / events, unit="microseconds an act", at_least=0.15
    )


def _bare_import(places: Places, rows: list[Any]) -> float:
    path = places.folder / "bare.db"
    new_record(path).engine.dispose()
    with closing(plain(path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("DELETE FROM event")
        taken = timed(lambda: _executemany(connection, rows))
    path.unlink()
    return taken


def _executemany(connection: sqlite3.Connection, rows: list[Any]) -> None:
    for start in range(0, len(rows), 1000):
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?)", rows[start : start + 1000])
        connection.execute("COMMIT")


def one_more(places: Places) -> Figure:
    """One more act in a meeting of thousands."""
    path = places.copy(places.long_meeting())
    register = opened(path)
    more = list(long_meeting("long", places.acts + 7))[places.acts :]
    times = []
    for rank, deed in enumerate(more):
        command = deed.command(f"{BODY} long", f"more:{rank}")
        times.append(timed(lambda command=command: act_by_act(register, [command])))  # type: ignore[misc] # bound now
    register.engine.dispose()
    shutil.rmtree(path.parent)
    name = f"one more act in a meeting of {places.acts:,} acts"
    return limit(name, statistics.median(times), at_most=150)
