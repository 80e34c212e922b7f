"""Fixed statements: compiled once for each kind of database, then handed to the driver as they are.

SQLAlchemy keeps what it compiled too, but looks it up by all its parts and takes every row apart at each execution: on
the path of an act that costs several times what the database does.
"""

from __future__ import annotations

from contextlib import closing
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, CursorResult, Delete, Dialect, Insert, Select, Update

    Row = Mapping[str, Any]
    Given = Callable[[Row], Any]


class Prepared:
    """A statement whose text never changes. `names` are the columns that an insert gives, where it gives not all."""

    def __init__(self, statement: Delete | Insert | Select[Any] | Update, names: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._names = names
        self._ready: dict[str, tuple[str, Given]] = {}

    def one(self, connection: Connection, row: Row) -> CursorResult[*tuple[Any, ...]]:
        """Execute it once. Rows come back as the driver gives them: select plain types only."""
        text, given = self._for(connection.dialect)
        return connection.exec_driver_sql(text, given(row))

    def many(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Execute it for every row, if there are any."""
        if rows:
            text, given = self._for(connection.dialect)
            connection.exec_driver_sql(text, [given(row) for row in rows])

    def rows(self, connection: Connection, row: Row) -> Iterator[Any]:
        """Its rows as the driver gives them, a thousand at a time, never all of them in memory."""
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
            compiled = self._statement.compile(dialect=dialect, column_keys=self._names)
            found = self._ready[dialect.name] = (str(compiled), _given(compiled, dialect))
        return found


def _given(compiled: Any, dialect: Dialect) -> Given:  # noqa: ANN401 - of the compiled forms of SQL, those with parameters
    """How a row becomes what the driver takes: a tuple in the order of the statement, or a dict by name."""
    types = {name: one.type.dialect_impl(dialect) for name, one in compiled.binds.items()}
    written = {name: write for name, type_ in types.items() if (write := type_.bind_processor(dialect)) is not None}

    def prepared(row: Row) -> Row:
        return {**row, **{name: write(row[name]) for name, write in written.items()}} if written else row

    order = compiled.positiontup
    if order is None:
        return prepared
    if len(order) < 2:  # noqa: PLR2004 - an itemgetter of one name gives no tuple
        return lambda row: tuple(prepared(row)[name] for name in order)
    in_order = itemgetter(*order)
    return lambda row: in_order(prepared(row))
