"""Nothing is appended to a record whose edge does not lead to its last checkpoint, or that others saw longer."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Connection, delete, select, update

from domain.record.checkpoint import Checkpoint
from domain.record.database import reading, writing
from domain.record.edge import Altered, AnotherLog, OlderCopy
from domain.record.merkle import Frontier
from domain.record.notes import KeyType, Note, Signer
from domain.record.tables import CHECKPOINT, HEAD
from tests.domain.story import CONFERENCE, sitting
from tests.record.book import Book, registered
from tests.record.test_matrix import (
    LOG,
    append_around_the_program,
    delete_the_last_three,
    leaves_of,
    signed,
    without_triggers,
)


def checkpoints(book: Book) -> list[tuple[int, bytes, str | None]]:
    with reading(book.engine) as connection:
        rows = connection.execute(select(CHECKPOINT).order_by(CHECKPOINT.c.size)).all()
        leaves = leaves_of(connection)
    assert [row.root for row in rows] == [Frontier().extended(leaves[: row.size]).root() for row in rows]
    return [(row.size, row.root, row.note) for row in rows]


def test_each_transaction_leaves_one_checkpoint_and_one_that_recorded_nothing_leaves_none(book: Book) -> None:
    before = len(checkpoints(book))
    book.each(sitting(1))
    book.facts()
    assert [size for size, _, _ in checkpoints(book)[before:]] == [8]


def test_it_is_signed_where_a_key_is_at_hand(book: Book) -> None:
    book.register.sign = signed
    book.each(sitting(1))
    size, root, note = checkpoints(book)[-1]
    assert note is not None
    Note.of(note.encode()).must_be_signed(LOG.verifier)
    assert Checkpoint.of(Note.of(note.encode()).text) == Checkpoint(LOG.name, size, root)


def test_the_key_of_another_log_signs_nothing_here(book: Book) -> None:
    book.register.sign = signed
    book.each(sitting(1))
    other = Signer("example.org/other", KeyType.LOG, b"O" * 32)
    book.register.sign = lambda size, root: str(Checkpoint(other.name, size, root).signed(other))
    before = book.dump()
    with pytest.raises(AnotherLog, match=r"of the log example.org/other; this record is the log example.org/record"):
        one_more(book)
    assert book.dump() == before


def one_more(book: Book) -> None:
    book.record(registered(replace(CONFERENCE, key="OTHER", name="Another Conference", short="Other")))


def _cut_checkpoints(connection: Connection) -> None:
    connection.execute(delete(CHECKPOINT))


def _another_root(connection: Connection) -> None:
    connection.execute(update(CHECKPOINT).values(root=b"x" * 32))


def _another_note(connection: Connection) -> None:
    connection.execute(update(CHECKPOINT).values(note=signed(7, b"x" * 32)))


def _short_frontier(connection: Connection) -> None:
    connection.execute(update(HEAD).values(frontier=b"x"))


def _no_head(connection: Connection) -> None:
    connection.execute(delete(HEAD))


@pytest.mark.parametrize(
    ("attack", "said"),
    [
        (delete_the_last_three, "The head of this record says 7 entries, and the last entry is 5."),
        (_cut_checkpoints, "The last checkpoint of this record is of 0 entries, and the head of 7."),
        (_another_root, "does not lead to the root of checkpoint 7."),
        (_another_note, "Checkpoint 7 and its signed note do not name the same root."),
        (_short_frontier, "is not that of a record of 7 entries."),
        (_no_head, "The head of this record is missing."),
    ],
)
def test_nothing_is_added_to_what_was_altered(book: Book, attack: Callable[[Connection], None], said: str) -> None:
    with writing(book.engine) as connection:
        without_triggers(connection)
        if attack is _another_root or attack is _another_note:
            connection.execute(delete(CHECKPOINT).where(CHECKPOINT.c.size < 7))
        attack(connection)
    before = book.dump()
    with pytest.raises(Altered) as refusal:
        book.each(sitting(1))
    assert said in refusal.value.sentence
    assert refusal.value.next_step == "Look what was altered, and where: nemcon verify"
    assert book.dump() == before


def test_what_was_appended_around_the_program_stops_the_next_act(book: Book) -> None:
    book.each(sitting(1))
    with writing(book.engine) as connection:
        append_around_the_program(connection)
    with pytest.raises(Altered, match="says 8 entries, and the last entry is 9"):
        one_more(book)


def test_an_older_copy_is_refused_while_a_larger_checkpoint_is_known(book: Book) -> None:
    older = book.copy("older.db")
    book.each(sitting(1))
    size, root, _ = checkpoints(book)[-1]
    older.register.seen = book.register.seen = (size, root)
    with pytest.raises(OlderCopy, match="This record has 7 entries; one of 8 was witnessed"):
        older.each(sitting(1))
    one_more(book)


def test_a_record_that_went_another_way_is_refused_too(book: Book) -> None:
    book.each(sitting(1))
    book.register.seen = (8, b"x" * 32)
    with pytest.raises(Altered, match="Checkpoint 8 of this record has another root than the one that was witnessed"):
        one_more(book)
