"""A database that is no record of ours, is of a newer version, or may not be written to, is refused and left alone."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import nemcon
from tests.cli.terminal import Terminal

ACT = "body add WG8 'Eighth Group'"


def test_there_is_no_record_until_init_creates_one(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "nemcon.db")
    for line in ("status", ACT, "history", "import examples/agenda.txt --as wg7 --body WG --accept-warnings"):
        terminal.refused(line, f"There is no record at {terminal.db}.", "nemcon init", "--db")
    assert not terminal.db.exists()
    assert terminal.types("init") == f"The record {terminal.db} was created.\n"
    before = terminal.dump()
    assert terminal.types("init") == f"{terminal.db} is a record already; nothing was changed.\n"
    assert terminal.dump() == before


@pytest.mark.parametrize("line", ["status", "init", ACT, "rebuild", "log export"])
def test_the_database_of_another_program_is_left_alone(tmp_path: Path, line: str) -> None:
    terminal = Terminal(tmp_path / "firefox.db")
    with closing(sqlite3.connect(terminal.db)) as connection:
        connection.execute("CREATE TABLE bookmark (url)")
        connection.commit()
    terminal.refused(line, "is a database, but not a record of Nemcon.", "Name another file: --db FILE")


@pytest.mark.parametrize("line", ["status", "init", ACT])
def test_what_is_no_database_at_all_is_left_alone(tmp_path: Path, line: str) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear colleagues, " * 500, encoding="utf-8")
    result = CliRunner().invoke(nemcon, ["--db", str(file), *line.replace("'Eighth Group'", "G").split()])
    assert result.exit_code == 1
    assert "cannot be opened as a record: file is not a database" in " ".join(result.output.split())
    assert file.read_text(encoding="utf-8").startswith("Dear colleagues, ")


@pytest.mark.parametrize("line", ["status", "init", ACT])
def test_a_record_of_a_newer_version_is_left_alone(empty: Terminal, line: str) -> None:
    with closing(sqlite3.connect(empty.db)) as connection:
        connection.execute("UPDATE nemcon SET version = 99")
        connection.commit()
    empty.refused(line, "was made by a newer version of Nemcon", "Install that version; nothing was changed.")


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("nowhere/nemcon.db", "There is no record at nowhere/nemcon.db."),
        (".", "There is no record at .."),
        ("mysql://host/name", "There is no driver here for 'mysql'."),
        ("gossip://host/name", "There is no driver here for 'gossip'."),
        ("://", "is no database address"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(where: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said in CliRunner().invoke(nemcon, ["--db", where, "status"]).output
    monkeypatch.setenv("NEMCON_DB", where)
    result = CliRunner().invoke(nemcon, ["status"])
    assert result.exit_code == 1
    assert said in result.output


def test_a_record_is_created_in_a_folder_that_is_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(nemcon, ["--db", str(tmp_path / "nowhere" / "nemcon.db"), "init"])
    assert result.exit_code == 1
    assert "There is no folder" in result.output


def test_the_environment_may_name_the_record(empty: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMCON_DB", str(empty.db))
    assert CliRunner().invoke(nemcon, ["body", "add", "WG", "Working Group"]).exit_code == 0
    assert empty.entries() == 1


def test_what_is_derived_is_derived_again_where_it_is_missing(room: Terminal) -> None:
    with closing(sqlite3.connect(room.db)) as connection:
        connection.execute("DROP TABLE history")
        connection.commit()
    room.refused("history", "missing, or of another version", "nemcon rebuild")
    room.types("rebuild")
    assert "#21" in room.types("history")


@pytest.fixture
def locked(empty: Terminal) -> Iterator[Terminal]:
    """A record in a folder that may be read and not written to, by a user who is not root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    with tempfile.TemporaryDirectory() as folder:
        record = Path(shutil.copy(empty.db, folder))
        record.chmod(0o444)
        Path(folder).chmod(0o555)
        yield Terminal(record)


@pytest.mark.parametrize("words", [["status"], ["body", "add", "WG8", "Group"], ["rebuild"]])
def test_a_folder_that_may_not_be_written_to_is_refused_in_plain_words(
    empty: Terminal, locked: Terminal, words: list[str]
) -> None:
    empty.enter(words)  # whatever is imported late is imported now
    os.seteuid(65534)
    try:
        result = locked.enter(words)
    finally:
        os.seteuid(0)
    assert result.exit_code == 1
    assert result.stderr.startswith("Refused: ")
    assert "written to" in " ".join(result.stderr.split())
    assert "Next: " in result.stderr
