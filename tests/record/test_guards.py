"""The database refuses by itself; what guards it is named where it is not as it was laid."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from cli.errors import Refused, plain_refusals
from domain.officers import Officer, elect_officers
from domain.record import guards, roles
from domain.record.database import reading, writing
from domain.record.tables import COSIGNED, SIGNATURE
from domain.record.verdict import Kind, Seals
from domain.record.verifying import verify
from projections.engine import METADATA, rebuild
from tests.domain.story import CONSENSUS, did, sitting
from tests.record.book import Book, asked, begun, command
from tests.record.server import Server


@pytest.fixture
def full(book: Book) -> Book:
    """A record with a row in every table."""
    with book.open() as under_way:
        person = under_way.seal("Ms. A. Example", "a person", opened=True)
        elected = did(elect_officers, elected=(Officer(office="Chair", person=person),), taken=CONSENSUS)
        under_way.act(command(asked(elected)))
    with writing(book.engine) as connection:
        connection.execute(insert(SIGNATURE).values(entry=1, signature=b"s"))
        connection.execute(insert(COSIGNED).values(size=1, note="a note"))
    return book


CHANGES = [
    "UPDATE event SET topic = topic",
    "UPDATE command SET digest = digest",
    "UPDATE checkpoint SET root = root",
    "UPDATE cosigned SET note = note",
    "UPDATE signature SET signature = signature",
    "UPDATE sealed SET value = value",
    "DELETE FROM event",
    "DELETE FROM command",
    "DELETE FROM checkpoint",
    "DELETE FROM cosigned",
    "DELETE FROM signature",
    "DELETE FROM head",
    "UPDATE head SET size = size - 1",
    "UPDATE head SET size = size + 1",
    "UPDATE head SET recorded_at = '2019-01-01T00:00:00+00:00'",
    "UPDATE head SET recorded_at = '2030-01-01T00:00:00+00:00'",
    "UPDATE head SET id = 2",
    "INSERT INTO head SELECT 2, size, recorded_at, frontier FROM head",
    "INSERT INTO event SELECT entry + 2, 'other', 1, topic, state FROM event WHERE entry = 8",
    "INSERT INTO event SELECT 0, 'other', 1, topic, state FROM event WHERE entry = 8",
    "INSERT INTO checkpoint SELECT 1, root, recorded_at, note FROM checkpoint WHERE size = 8",
    "INSERT INTO checkpoint SELECT 1000, root, recorded_at, note FROM checkpoint WHERE size = 8",
]
ON_SQLITE = [
    "INSERT OR REPLACE INTO event SELECT 9, originator_id, originator_version, topic, state FROM event WHERE entry = 8",
    "INSERT OR REPLACE INTO command SELECT id, 'x', first, last FROM command",
    "INSERT OR REPLACE INTO signature VALUES (1, 'x')",
    "INSERT OR REPLACE INTO cosigned (rowid, size, note) VALUES (1, 1, 'x')",
    "INSERT OR REPLACE INTO sealed SELECT digest, salt, 'x' FROM sealed",
    "INSERT OR REPLACE INTO head SELECT id, 0, recorded_at, frontier FROM head",
    "REPLACE INTO checkpoint SELECT size, 'x', recorded_at, note FROM checkpoint",
]
ON_POSTGRESQL = [
    *(f"TRUNCATE {name}" for name in ("event", "command", "checkpoint", "cosigned", "signature", "sealed", "head")),
    "INSERT INTO command SELECT * FROM command ON CONFLICT (id) DO UPDATE SET digest = 'x'",
    "SET session_replication_role = replica; DELETE FROM event",
    "CREATE TEMPORARY TABLE event (entry int); INSERT INTO public.event SELECT 42, 'x', 1, 'x', 'x'",
]


def changed(book: Book, *statements: str) -> None:
    with writing(book.engine) as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_what_was_recorded_is_neither_changed_nor_deleted_nor_replaced(full: Book) -> None:
    before = full.dump()
    own = ON_SQLITE if full.url is None else ON_POSTGRESQL
    for change in [*CHANGES, *own]:
        with pytest.raises(IntegrityError):
            changed(full, *change.split("; "))
    assert full.dump() == before


def test_a_sealed_value_may_be_disposed_of(full: Book) -> None:
    with writing(full.engine) as connection:
        connection.execute(text("DELETE FROM sealed"))
        found = verify(connection)
    assert found.seals == Seals(disposed=1)
    assert Kind.SEAL not in {one.kind for one in found.problems}


def faults(connection: Connection, *statements: str) -> list[str]:
    for statement in statements:
        connection.exec_driver_sql(statement)
    return guards.faults(connection)


def test_triggers_that_are_missing_altered_or_others_are_named(filed: Book) -> None:
    with writing(filed.engine) as connection:
        assert guards.faults(connection) == []
        assert faults(
            connection,
            "DROP TRIGGER event_kept",
            "DROP TRIGGER head_once",
            "CREATE TRIGGER head_once BEFORE INSERT ON head BEGIN SELECT 1; END",
            "CREATE TRIGGER quiet BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END",
        ) == [
            "the trigger event_kept is missing",
            "the trigger head_once was altered",
            "the trigger quiet is not of Nemcon",
        ]


@pytest.fixture
def on_a_server(tmp_path: Path, server: Server) -> Iterator[Book]:
    """A record of one meeting, on a server."""
    book = begun(Book.new(tmp_path / "unused", server))
    assert roles.establish(book.engine, [METADATA]) is None
    yield book
    book.engine.dispose()


def test_triggers_of_a_server_are_named_too_and_those_that_sleep(on_a_server: Book) -> None:
    forward = "CREATE OR REPLACE FUNCTION nemcon_head_forward() RETURNS trigger LANGUAGE plpgsql"
    with writing(on_a_server.engine) as connection:
        assert guards.faults(connection) == []
        assert faults(
            connection,
            "DROP TRIGGER event_next ON event",
            "ALTER TABLE event ENABLE TRIGGER event_unchanged",
            f"{forward} AS 'BEGIN RETURN NEW; END'",
        ) == [
            "the trigger event_next is missing",
            "the trigger event_unchanged was altered",
            "the trigger head_forward was altered",
        ]


# --- The roles


@contextmanager
def acting_as(book: Book, role: str) -> Iterator[Book]:
    """The record, as somebody sees it who logged in as this role."""
    other = Book(book.path, book.clock, book.server, book.url)

    @event.listens_for(other.engine, "connect")
    def _become(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
        connection.execute(f"SET ROLE {role}")
        connection.commit()

    yield other
    other.engine.dispose()


def test_a_recorder_records_and_can_neither_change_nor_drop_anything(on_a_server: Book) -> None:
    rebuild(on_a_server.engine)  # the tables of the projections are made anew, and granted anew
    with acting_as(on_a_server, roles.RECORDER) as book:
        book.each(sitting(1))
        assert book.size == 8
        for change in ("DELETE FROM sealed", "UPDATE event SET topic = 'x'", "DROP TRIGGER event_next ON event"):
            with (
                pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
                writing(book.engine) as connection,
            ):
                connection.execute(text(change))


def test_an_auditor_verifies_all_but_the_sealed_values_and_writes_nothing(on_a_server: Book) -> None:
    with on_a_server.open() as under_way:
        person = under_way.seal("Ms. A. Example", "a person", opened=True)
        elected = did(elect_officers, elected=(Officer(office="Chair", person=person),), taken=CONSENSUS)
        under_way.act(command(asked(elected)))
    with acting_as(on_a_server, roles.AUDITOR) as book:
        with reading(book.engine) as connection:
            found = verify(connection)
        assert (found.problems, found.events, found.seals.withheld) == ((), 8, 1)
        for asked_for in ("SELECT value FROM sealed", "SELECT digest FROM command", "INSERT INTO nemcon VALUES (3)"):
            with pytest.raises(ProgrammingError, match="permission denied"), reading(book.engine) as connection:
                connection.execute(text(asked_for))
            with (
                pytest.raises(Refused, match="This login may not do that"),
                plain_refusals(),
                reading(book.engine) as connection,
            ):
                connection.execute(text(asked_for))


def test_whoever_may_make_no_roles_is_told_who_should(on_a_server: Book) -> None:
    with acting_as(on_a_server, roles.AUDITOR) as book:
        said = roles.establish(book.engine, [METADATA])
    assert said is not None
    assert said.startswith("The roles recorder and auditor were not made: permission denied")
    assert said.endswith("nemcon init")


def test_a_file_has_no_roles(filed: Book) -> None:
    assert roles.establish(filed.engine, [METADATA]) is None
