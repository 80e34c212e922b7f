"""The record on PostgreSQL. Runs where NEMCON_TEST_POSTGRESQL is the URL of a database that tests may empty."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import MetaData

from domain.body import name_also
from domain.record.database import check, create
from projections.engine import METADATA
from tests.domain.story import CONFERENCE, added, adopted, did, opened, refused, sitting, taken_up
from tests.record.book import Book, asked, begun, command

URL = os.environ.get("NEMCON_TEST_POSTGRESQL", "")

pytestmark = pytest.mark.skipif(not URL, reason="NEMCON_TEST_POSTGRESQL names no database")


@pytest.fixture
def served() -> Iterator[Book]:
    """The record of three bodies and a meeting at work, on PostgreSQL."""
    book = Book(Path(), url=URL)
    tables = MetaData()
    with book.engine.begin() as connection:
        tables.reflect(connection)
        tables.drop_all(connection)
    assert create(book.engine, book.clock(), [METADATA])
    assert not create(book.engine, book.clock(), [METADATA])
    yield begun(book)
    book.engine.dispose()


def test_a_record_is_kept_and_derived_as_in_a_file(served: Book, book: Book) -> None:
    for one in (served, book):
        one.each(added("Trafikking"), sitting(1), taken_up("i2.4"))
        one.correct(5, added("Trafficking"))
        one.record(asked(taken_up("i2.5"), before=7))
        one.strike(7)
    check(served.engine)
    assert [fact.entry.number for fact in served.everything()] == [fact.entry.number for fact in book.everything()]
    assert served.rows() == book.rows() == served.rebuilt()
    assert served.rows_as_of(known_at=9, on="2020-09-08") == book.rows_as_of(known_at=9, on="2020-09-08")


def test_a_refusal_and_a_repetition_record_nothing(served: Book) -> None:
    one = command(asked(sitting(1)))
    served.give(one)
    with refused("The meeting wg7 was opened on"):
        served.each(opened())
    with refused("The agenda of wg7 was adopted on"):
        served.record(asked(taken_up("i2.4")), asked(adopted()))
    assert served.give(one).repeated
    assert served.give(command(asked(taken_up("i2.4"))), dry_run=True).facts
    assert served.size == 8


def _also(name: str) -> None:
    book = Book(Path(), url=URL)
    for number in range(25):
        book.record(asked(did(name_also, "2020-02-03", spelling=f"{name} {number}"), key=CONFERENCE.key))


def test_two_at_once_record_everything(served: Book) -> None:
    with ThreadPoolExecutor() as pool:
        list(pool.map(_also, ["A", "B"]))
    assert [fact.entry.number for fact in served.everything()] == list(range(1, 58))
    assert len(served.state("body", CONFERENCE.key).spellings) == 50
    assert served.rows() == served.rebuilt()


def test_a_commit_that_happened_is_answered_as_recorded_though_the_connection_was_lost(
    served: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver: Any = served.engine.dialect.loaded_dbapi

    def lost_after(connection: Any) -> None:  # noqa: ANN401 - the driver's own connection
        monkeypatch.undo()
        connection.commit()
        raise driver.OperationalError("the connection was lost")

    monkeypatch.setattr(served.engine.dialect, "do_commit", lost_after)
    assert served.record(asked(sitting(1))).facts[0].entry.number == 8
    assert served.size == 8
