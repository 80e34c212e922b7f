"""A record is copied between a file and a server, both ways: everything, or nothing."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import inspect, select

from cli.main import nemcon
from domain.record.database import connect, reading
from domain.record.tables import METADATA
from projections.engine import digest_of
from tests.cli.terminal import Terminal
from tests.record.server import Server, running

EVERYTHING = METADATA.sorted_tables


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A PostgreSQL server for these tests."""
    with running() as one:
        yield one


def typed(where: object, *words: str) -> Result:
    """A command on the record at a place."""
    return CliRunner().invoke(nemcon, ["--db", str(where), *words])


def rows(where: object) -> dict[str, object]:
    """Every row of a record, and of its projections."""
    engine = connect(str(where))
    with reading(engine) as connection:
        stored = {one.name: sorted(map(tuple, connection.execute(select(one))), key=repr) for one in EVERYTHING}
        told = digest_of(connection)
    engine.dispose()
    return {**stored, **told}


def test_a_record_moves_to_a_server_and_back_and_nothing_of_it_changes(
    room: Terminal, server: Server, tmp_path: Path
) -> None:
    room.types('officer elect "Rapporteur=Ms. Anna Meier" -m wg7 --at 2020-09-08T11:00')
    url, back = server.database(), tmp_path / "back.db"
    before = rows(room.db)
    answer = typed(room.db, "move", "--to", url)
    assert answer.exit_code == 0, answer.output
    assert answer.stdout.startswith("The record was copied to postgresql+psycopg://nobody@/nemcon_")
    assert f": {room.entries()} entries, and both have the root " in answer.stdout
    assert f"Next: set NEMCON_DB to that address, record there alone, and keep {room.db} as it is" in answer.stdout
    assert rows(url) == before
    assert typed(url, "verify").exit_code == 0
    assert "nothing differed" in typed(url, "rebuild").output
    assert typed(url, "move", "--to", str(back)).exit_code == 0
    assert rows(back) == before
    act = ["body", "add", "WG8", "Eighth Group", "--at", "2020-02-02"]
    for place in (url, back):
        assert typed(place, *act).exit_code == 0
        assert typed(place, "verify").exit_code == 0
    assert rows(room.db) == before


def test_an_empty_record_moves_too(empty: Terminal, tmp_path: Path) -> None:
    assert "0 entries" in empty.types(f"move --to {tmp_path / 'other.db'}")
    assert typed(tmp_path / "other.db", "verify").exit_code == 0


@pytest.mark.parametrize("where", ["itself", "a file", "a server"])
def test_a_place_where_there_is_a_record_is_refused_and_left_alone(
    read: Terminal, server: Server, tmp_path: Path, where: str
) -> None:
    places = {"itself": str(read.db), "a file": str(tmp_path / "other.db"), "a server": server.database()}
    if where != "itself":
        assert typed(places[where], "init").exit_code == 0
    read.refused(f"move --to {places[where]}", "is a record already.", "Name an empty place")
    if where != "itself":
        assert rows(places[where])["event"] == []


def test_the_database_of_another_program_is_refused(read: Terminal, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "invoices.db")) as connection:
        connection.execute("CREATE TABLE invoice (id INTEGER)")
    read.refused(f"move --to {tmp_path / 'invoices.db'}", "is a database, but not a record of Nemcon.")


def test_a_record_that_does_not_verify_is_not_moved_and_nothing_is_left(
    read: Terminal, server: Server, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(read.db)) as connection:
        connection.execute("DROP TRIGGER event_unchanged")
        connection.execute("UPDATE event SET topic = 'ItemConcluded' WHERE entry = 5")
        connection.commit()
    url, file = server.database(), tmp_path / "other.db"
    for place in (url, file):
        read.refused(f"move --to {place}", "The record does not verify: ", "nemcon verify")
    assert not list(tmp_path.glob("other.db*"))
    assert inspect(connect(url)).get_table_names() == []


def test_what_fails_on_the_way_leaves_nothing(
    read: Terminal, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_connection: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("projections.engine.tell_all", interrupted)
    url, file = server.database(), tmp_path / "other.db"
    for place in (url, file):
        assert typed(read.db, "move", "--to", str(place)).exit_code == 1
    assert not list(tmp_path.glob("other.db*"))
    assert inspect(connect(url)).get_table_names() == []


def test_a_copy_with_another_root_is_no_copy(read: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("projections.engine.tell_all", lambda _connection: 3)
    read.refused(f"move --to {tmp_path / 'other.db'}", "The copy has another root than the record.")
    assert not (tmp_path / "other.db").exists()


def test_a_record_is_not_moved_by_a_script(read: Terminal, tmp_path: Path) -> None:
    answer = read.enter(["run", "-"], f"move --to {tmp_path / 'other.db'}")
    assert answer.exit_code == 1
    assert "A record is not moved by a script." in answer.stderr


def test_a_copy_of_the_file_is_the_same_as_a_move(read: Terminal, tmp_path: Path) -> None:
    shutil.copy(read.db, tmp_path / "copy.db")
    read.types(f"move --to {tmp_path / 'moved.db'}")
    assert rows(tmp_path / "copy.db") == rows(tmp_path / "moved.db")
