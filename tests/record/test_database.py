import multiprocessing
import os
import pwd
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy import event, update
from sqlalchemy.exc import OperationalError

from domain.record.database import APPLICATION_ID, NotARecord, address, check, connect, create, reading, undo, writing
from domain.record.tables import HEAD, SCHEMA, SCHEMA_VERSION
from projections.engine import METADATA
from tests.domain.story import adopted, sitting
from tests.record.book import Book, Clock


@contextmanager
def no_record(fragment: str) -> Iterator[None]:
    """Expect a database to be refused in plain words, with a next step."""
    with pytest.raises(NotARecord, match=re.escape(fragment)) as caught:
        yield
    assert caught.value.sentence.endswith(".")
    assert caught.value.next_step


def test_a_record_is_created_once_and_then_left_alone(book: Book) -> None:
    before = book.dump()
    assert not create(book.engine, Clock().now, [METADATA])
    assert book.dump() == before


def test_a_new_record_is_empty(blank: Book) -> None:
    assert blank.size == 0


def test_the_file_of_a_record_is_marked_as_ours(filed: Book) -> None:
    with closing(sqlite3.connect(filed.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_the_database_of_another_program_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "invoices.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE invoice (id INTEGER)")
    before = path.read_bytes()
    with no_record(f"{path} is a database, but not a record of Nemcon."):
        check(connect(str(path)))
    with no_record(f"{path} is a database, but not a record of Nemcon."):
        create(connect(str(path)), Clock().now)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(bytes(range(256)) * 16)
    with no_record("file is not a database"):
        check(connect(str(path)))
    with no_record("file is not a database"):
        create(connect(str(path)), Clock().now)
    assert path.read_bytes() == bytes(range(256)) * 16


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    engine = connect(str(tmp_path / "nowhere" / "record.db"))
    with no_record(f"There is no folder {tmp_path / 'nowhere'}."):
        create(engine, Clock().now)
    assert list(tmp_path.iterdir()) == []


def test_a_record_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with no_record("There is no record at"):
        check(connect(str(tmp_path / "record.db")))
    with no_record("There is no record at"):
        check(connect(str(tmp_path)))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with no_record("cannot be opened as a record: unable to open database file."):
        create(connect(str(tmp_path)), Clock().now)


def test_an_empty_file_may_become_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with no_record("is a database, but not a record of Nemcon."):
        check(connect(str(path)))
    Book.new(path).facts()


def test_a_record_of_a_newer_version_is_refused_and_left_alone(book: Book) -> None:
    with writing(book.engine) as connection:
        connection.execute(update(SCHEMA).values(version=SCHEMA_VERSION + 1))
    before = book.dump()
    with no_record("was made by a newer version of Nemcon (schema 3; this one knows 2)"):
        check(book.engine)
    with no_record("was made by a newer version of Nemcon"):
        create(book.engine, Clock().now)
    assert book.dump() == before


@pytest.mark.parametrize("where", ["://", "nosuch://host/record", "mysql://host/record", "what is://this"])
def test_an_address_nothing_can_open_is_refused(where: str) -> None:
    with no_record("There is no driver here" if where[0].isalpha() and " " not in where else "is no database address"):
        connect(where)


def test_an_address_is_a_path_or_a_url() -> None:
    assert address("record.db").render_as_string() == "sqlite:///record.db"
    assert address("sqlite:///record.db") == address("record.db")
    assert address("postgresql+psycopg://one,two/record").drivername == "postgresql+psycopg"


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 30_000)])
def test_a_commit_is_on_the_disk_and_a_writer_waits_for_another(filed: Book, pragma: str, value: object) -> None:
    with reading(filed.engine) as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    with filed.open() as under_way:
        assert under_way.connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def statements(book: Book) -> list[str]:
    """What is executed from now on."""
    executed: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        executed.append(statement)

    event.listen(book.engine, "before_cursor_execute", note)
    return executed


def test_no_table_is_made_or_changed_by_an_act_a_correction_or_a_view(book: Book) -> None:
    executed = statements(book)
    book.each(sitting(1))
    book.correct(4, adopted())
    book.rows()
    book.rows_as_of(on="2020-09-08")
    check(book.engine)
    words = {statement.split()[0].upper() for statement in executed}
    assert words <= {"BEGIN", "SELECT", "INSERT", "UPDATE", "DELETE", "PRAGMA"}
    book.rebuilt()
    assert any(statement.lstrip().startswith("CREATE TABLE") for statement in executed)


def test_the_lock_is_taken_before_anything_is_read(filed: Book) -> None:
    executed = statements(filed)
    filed.each(sitting(1))
    assert executed[0] == "BEGIN IMMEDIATE"
    filed.rows()
    assert "BEGIN" in executed


def test_there_is_nothing_to_undo_where_nothing_was_begun(book: Book) -> None:
    before = book.dump()
    with book.engine.connect() as connection:
        undo(connection)
    with writing(book.engine) as connection:
        connection.execute(update(SCHEMA).values(version=99))
        undo(connection)
    assert book.dump() == before


# --- A folder or a file that cannot be written to. For root every file can be: a child process does it as nobody.


def attempt(what: str, where: str) -> str:
    """What is said of opening, or creating, a record and beginning to write."""
    engine = connect(where)
    try:
        if what == "create":
            create(engine, Clock().now)
        check(engine)
        with writing(engine) as connection:
            connection.execute(update(HEAD).values(size=0))
            return "it can be written to"
    except NotARecord as refusal:
        return refusal.sentence
    except OperationalError as refusal:
        return str(refusal.orig)


def _as_nobody(said: Connection, what: str, where: str) -> None:
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)
    said.send(attempt(what, where))


def as_nobody(what: str, where: Path) -> str:
    """The same, said to a process that may not write everywhere."""
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("this system cannot fork, so that nobody else can try")
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    child = context.Process(target=_as_nobody, args=(there, what, str(where)))
    child.start()
    said: str = here.recv()
    child.join()
    return said


@pytest.fixture
def shown() -> Iterator[Path]:
    """A folder that everybody may look into, and only its owner may write to, with a record in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Book.new(folder / "record.db")
        (folder / "record.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


def test_no_record_is_created_in_a_folder_that_cannot_be_written_to(shown: Path) -> None:
    said = as_nobody("create", shown / "new.db")
    assert "new.db cannot be opened as a record: unable to open database file." in said
    assert [path.name for path in shown.iterdir()] == ["record.db"]


def test_a_record_that_cannot_be_written_to_says_so(shown: Path) -> None:
    before = (shown / "record.db").read_bytes()
    assert re.search("readonly|read-only|unable to open", as_nobody("check", shown / "record.db"))
    assert (shown / "record.db").read_bytes() == before


def test_a_file_that_cannot_be_written_to_in_a_folder_that_can_says_so(shown: Path) -> None:
    shown.chmod(0o777)
    assert "readonly" in as_nobody("check", shown / "record.db")


def test_a_folder_that_can_be_written_to_takes_a_record(shown: Path) -> None:
    shown.chmod(0o777)
    assert as_nobody("create", shown / "new.db") == "it can be written to"


def test_what_was_opened_is_what_was_written(book: Book) -> None:
    book.each(sitting(1))
    again = book.again()
    assert again.rows() == book.rows()
    assert [type(fact).__name__ for fact in again.facts()][-1] == "SittingOpened"


def test_two_ways_to_write_one_path_open_one_record(filed: Book) -> None:
    with reading(connect(f"sqlite:///{filed.path}")) as connection:
        assert connection.exec_driver_sql("SELECT size FROM head").scalar_one() == filed.size


def test_a_record_that_could_not_be_laid_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("domain.record.database._lay", full)
    with pytest.raises(NotARecord, match="disk is full"):
        create(connect(str(tmp_path / "wg7.db")), datetime(2020, 6, 1, tzinfo=UTC))
    assert list(tmp_path.iterdir()) == []
