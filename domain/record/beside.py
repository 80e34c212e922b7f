"""What stands beside the events and is not in their tree: the rows of commands, and the shape of the tables.

Whoever has a hand on the database can make these anew. What is found here is damage: a bit that a disk turned over.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, create_engine, select, update

from domain.record.prepared import Prepared
from domain.record.tables import COMMAND, METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_KEPT: Final = 48
_MARK_LENGTH: Final = 16
_COMMANDS = Prepared(select(COMMAND.c.id, COMMAND.c.digest, COMMAND.c.first, COMMAND.c.last))
_MARK = Prepared(update(COMMAND).where(COMMAND.c.id == bindparam("of")).values(digest=bindparam("mark")))
_MAY_BE_READ: Final = "SELECT has_column_privilege('command', 'digest', 'SELECT')"


def marked(command: str, digest: str, first: int, last: int) -> str:
    """The digest of a command as it is stored: 48 digits of it, and 16 that tell whether its row is still the same."""
    kept = digest[:_KEPT]
    return kept + sha256(f"{command}\n{kept}\n{first}\n{last}".encode()).hexdigest()[:_MARK_LENGTH]


def unmarked(stored: str) -> str:
    """What is stored of a digest, without the mark of its row."""
    return stored[:-_MARK_LENGTH]


def same(stored: str, digest: str) -> bool:
    """Whether this is the digest that was stored."""
    return unmarked(stored) == digest[:_KEPT]


def is_sound(command: str, stored: str, first: int, last: int) -> bool:
    """Whether the row of a command is what was written."""
    return marked(command, unmarked(stored), first, last) == stored


def mark_all(connection: Connection) -> None:
    """Mark the rows of a record that was begun before there were marks."""
    rows = list(_COMMANDS.rows(connection, {}))
    marks = [{"of": row[0], "mark": marked(*row)} for row in rows if not is_sound(*row)]
    _MARK.many(connection, marks)


def damaged_commands(connection: Connection) -> Iterator[tuple[str, int | None]]:
    """The rows of commands that are not what was written, each with its first entry."""
    if connection.dialect.name != "sqlite" and not connection.exec_driver_sql(_MAY_BE_READ).scalar_one():
        return  # an auditor is not shown the digests
    for command, digest, first, last in _COMMANDS.rows(connection, {}):
        if not is_sound(command, digest, first, last):
            yield f"The row of the command {command!r} is not what was written.", first


def misshapen_tables(connection: Connection) -> Iterator[tuple[str, int | None]]:
    """The tables of an SQLite file whose columns are not those that were laid."""
    if connection.dialect.name != "sqlite":
        return  # a server keeps its catalogue itself
    sound = create_engine("sqlite://")
    with sound.connect() as model:
        METADATA.create_all(model)
        for table in METADATA.sorted_tables:
            if shape(connection, table.name) != shape(model, table.name):
                yield f"The table {table.name} has other columns than those that were laid.", None
    sound.dispose()


def shape(connection: Connection, table: str) -> list[str]:
    """The columns of a table of an SQLite file, each with its type and whether it may be empty, and its indexes."""
    if connection.dialect.name != "sqlite":
        return []
    columns = connection.exec_driver_sql(f"PRAGMA table_info('{table}')")
    indexes = connection.exec_driver_sql(f"PRAGMA index_list('{table}')")
    entered = connection.exec_driver_sql(
        "SELECT type, name, tbl_name, CASE type WHEN 'index' THEN sql END"  # noqa: S608 - a name of our own
        f" FROM sqlite_master WHERE tbl_name = '{table}' AND type <> 'trigger'"
    )
    found = [f"{name} {kind} {full} {key}" for _, name, kind, full, _, key in columns]
    found += sorted(f"{name} {single}" for _, name, single, *_rest in indexes)
    return found + sorted(repr(tuple(one)) for one in entered)
