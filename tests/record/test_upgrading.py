"""A record of version 1 is refused by everything but `init --upgrade`, which changes not one event."""

import pytest
from sqlalchemy import inspect, select, text, update

from domain.record import guards
from domain.record.database import NotARecord, check, create, reading, writing
from domain.record.subtrees import METADATA as SUBTREES
from domain.record.tables import CHECKPOINT, EVENT, SCHEMA
from domain.record.upgrading import upgrade
from domain.record.verifying import verify
from projections.engine import METADATA
from tests.domain.story import sitting
from tests.record.book import Book
from tests.record.test_matrix import without_triggers


@pytest.fixture
def old(book: Book) -> Book:
    """A record as version 1 left it."""
    with writing(book.engine) as connection:
        without_triggers(connection)
        for table in ("checkpoint", "cosigned", "signature", "subtree"):
            connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
        connection.execute(text("ALTER TABLE head DROP COLUMN frontier"))
        connection.execute(update(SCHEMA).values(version=1))
    return book


def events(book: Book) -> list[object]:
    with reading(book.engine) as connection:
        return [tuple(row) for row in connection.execute(select(EVENT).order_by(EVENT.c.entry))]


def test_it_is_refused_until_it_is_upgraded_and_told_how(old: Book) -> None:
    before = old.dump()
    for attempt in (lambda: check(old.engine), lambda: create(old.engine, old.clock())):
        with pytest.raises(NotARecord, match="begun by an earlier version") as refusal:
            attempt()
        assert refusal.value.next_step == "Make a copy of it, then: nemcon init --upgrade"
    assert old.dump() == before


def test_it_gets_its_tree_and_its_guards_and_verifies(old: Book) -> None:
    before = events(old)
    assert upgrade(old.engine, [METADATA, SUBTREES]) == 7
    assert events(old) == before
    check(old.engine)
    with reading(old.engine) as connection:
        assert guards.faults(connection) == []
        assert verify(connection).ok
        assert connection.execute(select(CHECKPOINT.c.size, CHECKPOINT.c.note)).all() == [(7, None)]
    old.each(sitting(1))
    with reading(old.engine) as connection:
        assert (verify(connection).ok, verify(connection).events) == (True, 8)


def test_once_more_does_nothing(old: Book) -> None:
    upgrade(old.engine)
    before = old.dump()
    assert upgrade(old.engine) is None
    assert old.dump() == before


def test_an_empty_record_is_upgraded_too(blank: Book) -> None:
    with writing(blank.engine) as connection:
        without_triggers(connection)
        connection.execute(update(SCHEMA).values(version=1))
    assert upgrade(blank.engine) == 0
    with reading(blank.engine) as connection:
        assert verify(connection).ok


def test_a_record_whose_head_and_entries_disagree_is_left_as_it_is(old: Book) -> None:
    with old.engine.begin() as connection:
        connection.execute(text("DELETE FROM event WHERE entry = 7"))
    before = old.dump()
    with pytest.raises(NotARecord, match=r"says 7 entries, and there are 6 \(the last is 6\)"):
        upgrade(old.engine)
    assert old.dump() == before
    assert "frontier" not in {column["name"] for column in inspect(old.engine).get_columns("head")}


def test_what_is_no_record_is_not_upgraded(old: Book) -> None:
    with old.engine.begin() as connection:
        connection.execute(text("DROP TABLE nemcon"))
    with pytest.raises(NotARecord, match="not a record of Nemcon"):
        upgrade(old.engine)
