"""Fixed statements: compiled once for each kind of database, then handed to the driver's own cursor.

SQLAlchemy keeps what it compiled too, but looks it up by all its parts, makes a result of every execution and takes
every row apart: on the path of an act that costs several times what the database does. It still opens the connection,
begins and ends the transaction, and names what the driver refuses.
"""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import JSON, Boolean, LargeBinary
from sqlalchemy.exc import DBAPIError, InvalidRequestError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Delete, Dialect, Insert, Select, TextClause, Update

    Row = Mapping[str, Any]
    Given = Callable[[Row], Any]
    Found = tuple[Any, ...]


class Prepared:
    """A statement whose text never changes. Rows come back as the driver gives them: select plain types only."""

    def __init__(self, statement: Delete | Insert | Select[Any] | TextClause | Update) -> None:
        self._statement = statement
        self._ready: dict[str, tuple[str, Given]] = {}

    def execute(self, connection: Connection, row: Row) -> None:
        """Execute what gives no rows, once."""
        text, given = self._for(connection.dialect)
        _executed(connection, text, given(row)).close()

    def many(self, connection: Connection, rows: Iterable[Row]) -> None:
        """Execute it for every row, if there are any."""
        text, given = self._for(connection.dialect)
        every = [given(row) for row in rows]
        if len(every) == 1:  # as of an act: to many of one psycopg gives a pipeline, which costs twice as much
            _executed(connection, text, every[0]).close()
        elif every:
            _executed(connection, text, every, many=True).close()

    def all(self, connection: Connection, row: Row) -> Sequence[Found]:
        """Every row it finds."""
        text, given = self._for(connection.dialect)
        with closing(_executed(connection, text, given(row))) as cursor:
            found: Sequence[Found] = cursor.fetchall()
            return found

    def one(self, connection: Connection, row: Row) -> Found | None:
        """The only row it can find, by a key, or None."""
        found = self.all(connection, row)
        return found[0] if found else None

    def rows(self, connection: Connection, row: Row) -> Generator[Any, None, None]:
        """Its rows a thousand at a time, never all of them in memory."""
        text, given = self._for(connection.dialect)
        with closing(connection.exec_driver_sql(text, given(row), {"stream_results": True})) as found:
            if connection.dialect.name == "sqlite":
                cursor: Any = found.cursor
                yield from chain.from_iterable(iter(partial(cursor.fetchmany, 1000), []))
            else:  # of a cursor of the server SQLAlchemy has fetched the first row already
                yield from found

    def _for(self, dialect: Dialect) -> tuple[str, Given]:
        found = self._ready.get(dialect.name)
        if found is None:
            compiled = self._statement.compile(dialect=dialect)
            found = self._ready[dialect.name] = (str(compiled), _given(compiled, dialect))
        return found


def _executed(connection: Connection, text: str, given: Any, *, many: bool = False) -> Any:  # noqa: ANN401 - what the driver takes, and its cursor
    """The driver's cursor, once it has executed the text in the transaction that the connection holds."""
    if not connection.in_transaction():  # the driver would execute it all the same, and commit it at once
        raise InvalidRequestError("nothing may be executed on a closed transaction")
    driver: Any = connection.dialect.loaded_dbapi
    cursor = connection.connection.cursor()
    try:
        (cursor.executemany if many else cursor.execute)(text, given)
    except driver.Error as error:
        raise DBAPIError.instance(text, given, error, driver.Error, dialect=connection.dialect) from error
    return cursor


def _writer(type_: Any, dialect: Dialect) -> Callable[[Any], Any] | None:  # noqa: ANN401 - a type of SQLAlchemy, whatever it holds
    """How a value of a type is written, where not as it is.

    For SQLite, JSON is written ten times faster than by SQLAlchemy; bytes and truth values are left to its driver.
    """
    if dialect.name == "sqlite" and isinstance(type_, JSON | Boolean | LargeBinary):
        return _json if isinstance(type_, JSON) else None
    write: Callable[[Any], Any] | None = type_.dialect_impl(dialect).bind_processor(dialect)
    return write


def _json(value: object) -> str:
    return "[]" if value == [] else msgspec.json.encode(value).decode()


def _given(compiled: Any, dialect: Dialect) -> Given:  # noqa: ANN401 - of the compiled forms of SQL, those with parameters
    """How a row becomes what the driver takes: its values in the order of the statement, or a dict by name."""
    found = {name: _writer(one.type, dialect) for name, one in compiled.binds.items()}
    written = {name: write for name, write in found.items() if write is not None}
    order = compiled.positiontup
    if order is None:
        return lambda row: {**row, **{name: write(row[name]) for name, write in written.items()}}
    if len(order) < 2:  # noqa: PLR2004 - an itemgetter of one name gives no tuple
        return lambda row: [row[name] for name in order]
    in_order = itemgetter(*order)
    places = [(place, written[name]) for place, name in enumerate(order) if name in written]
    if not places:
        return in_order

    def given(row: Row) -> Sequence[Any]:
        values = list(in_order(row))
        for place, write in places:
            values[place] = write(values[place])
        return values

    return given
