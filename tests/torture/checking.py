"""What a person can ask of a record: `nemcon verify`, `integrity_check` of SQLite, `nemcon rebuild`."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner
from sqlalchemy import select

from cli.main import nemcon
from cli.room import Room
from domain.record.database import connect, reading
from domain.record.tables import EVENT


def lost(where: str, acknowledged: Mapping[int, str]) -> list[int]:
    """The entries that were acknowledged and are not there as they were."""
    engine = connect(where)
    with reading(engine) as connection:
        rows = connection.execute(select(EVENT.c.entry, EVENT.c.state)).all()
    engine.dispose()
    there = {entry: hashlib.sha256(state).hexdigest() for entry, state in rows}
    return [entry for entry, digest in acknowledged.items() if there.get(entry) != digest]


def typed(where: str, *words: str) -> tuple[int, str]:
    """The exit status of a command and all that it said. A bare exception is raised: nobody may ever see one."""
    room = Room(where)
    try:
        result = CliRunner().invoke(nemcon, list(words), obj=room, prog_name="nemcon")
    finally:
        room.close()
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "should not have happened" not in result.output, result.output
    return result.exit_code, " ".join(result.output.split())


def complaints(where: str) -> Iterator[str]:
    """What is said of this record that is not well, by each who is asked."""
    code, said = typed(where, "verify")
    if code:
        yield f"verify: {said}"
    if "://" not in where:
        said = integrity(Path(where))
        if said != "ok":
            yield f"integrity_check: {said}"
    code, said = typed(where, "rebuild")
    if code or "nothing differed" not in said:
        yield f"rebuild: {said}"


def integrity(path: Path) -> str:
    """What SQLite itself says of a file, without looking at what is in it."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    except (sqlite3.Error, UnicodeError) as error:  # what it says may hold the bytes that it found
        return str(error)


def content(path: Path) -> list[str] | None:
    """Every row of a file, the columns of every table, every index and trigger; None where they cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            laid = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
            tables = [name for kind, name, *_rest in laid if kind == "table"]
            found = [repr(one) for one in laid if one[0] != "table"]
            for table in tables:
                found += [f"{table}: {one}" for one in connection.execute(f"PRAGMA table_info('{table}')")]
                found += [f"{table}: {one}" for one in connection.execute(f"SELECT * FROM '{table}'")]  # noqa: S608 - a name that was read
            return found
    except (sqlite3.Error, UnicodeError):
        return None
