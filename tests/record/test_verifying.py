"""A verification names what is wrong, of which kind it is, and from which entry on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update

from domain.keyring import adopt_log_key
from domain.officers import Officer, elect_officers
from domain.record.checkpoint import Checkpoint, cosign
from domain.record.database import reading, writing
from domain.record.logkey import LogSigner
from domain.record.notes import KeyType, Note, Signer
from domain.record.tables import CHECKPOINT, COSIGNED, EVENT, SEALED
from domain.record.verdict import Kind, Seals, Verdict
from domain.record.verifying import verify
from tests.domain.story import CONSENSUS, did, sitting
from tests.record.book import Book, asked, command
from tests.record.test_matrix import LOG, WITNESS, outside, signed, without_triggers


@pytest.fixture
def whole(book: Book) -> Book:
    """Nine entries; the last two checkpoints are signed, and entry 9 seals a name."""
    book.register.sign = signed
    book.each(sitting(1))
    with book.open() as under_way:
        person = under_way.seal("Ms. A. Example", "a person", opened=True)
        elected = did(elect_officers, elected=(Officer(office="Chair", person=person),), taken=CONSENSUS)
        under_way.act(command(asked(elected)))
    return book


@contextmanager
def altered(book: Book) -> Iterator[Connection]:
    """The record in the hands of somebody who dropped the triggers; nothing of it is kept."""
    with writing(book.engine) as connection:
        without_triggers(connection)
        yield connection


def found(connection: Connection, **more: Any) -> list[tuple[str, int | None]]:  # noqa: ANN401 - as of verify
    told = verify(connection, keys=[LOG.verifier], **more)
    return [(one.kind.value, one.entry) for one in told.problems if one.kind is not Kind.TRIGGER]


def checked(book: Book, **more: Any) -> Verdict:  # noqa: ANN401 - as of verify
    with reading(book.engine) as connection:
        return verify(connection, keys=[LOG.verifier], **more)


def test_a_record_as_it_was_left_verifies(whole: Book) -> None:
    told = checked(whole)
    assert (told.ok, told.problems, told.first) == (True, (), None)
    assert (told.events, told.witnessed, told.unwitnessed, told.unsigned) == (9, 0, 9, 2)
    assert told.root == outside(whole, 9).root
    assert told.seals == Seals(kept=1)
    assert told.checkpoint is not None
    assert (told.checkpoint.size, told.checkpoint.checked) == (9, True)


def test_an_empty_record_verifies(blank: Book) -> None:
    told = checked(blank)
    assert (told.ok, told.events, told.checkpoint, told.since) == (True, 0, None, None)
    assert told.hours(blank.clock.now) == 0


def _state(entry: int, old: bytes, new: bytes) -> Callable[[Connection], None]:
    def change(connection: Connection) -> None:
        state = connection.execute(select(EVENT.c.state).where(EVENT.c.entry == entry)).scalar_one()
        assert old in state
        connection.execute(update(EVENT).where(EVENT.c.entry == entry).values(state=state.replace(old, new)))

    return change


def _does(statement: str, **given: object) -> Callable[[Connection], None]:
    def change(connection: Connection) -> None:
        connection.execute(text(statement), given)

    return change


_NOTE = signed(9, b"x" * 32)
_OTHER = Signer("example.org/record", KeyType.LOG, b"O" * 32)


def _by_another_key(connection: Connection) -> None:
    root = connection.execute(select(CHECKPOINT.c.root).where(CHECKPOINT.c.size == 9)).scalar_one()
    note = str(Checkpoint(LOG.name, 9, root).signed(_OTHER))
    connection.execute(update(CHECKPOINT).where(CHECKPOINT.c.size == 9).values(note=note))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_state(8, b'"number":1', b'"number":2'), [("checkpoint", 8)]),
        (_state(8, b'"recorded_by":"clerk"', b'"recorded_by": "clerk"'), [("state", 8), ("checkpoint", 8)]),
        (_state(2, b'"recorded_at":"2020', b'"recorded_at":"2019'), [("time", 2), ("checkpoint", 1)]),
        (_state(8, b'{"number":8', b'{"number":9'), [("envelope", 8), ("checkpoint", 8)]),
        (_does("DELETE FROM event WHERE entry = 8"),
         [("gap", 8), ("version", 9), ("checkpoint", 8), ("checkpoint", 9), ("head", None)]),
        (_does("UPDATE event SET entry = 12 WHERE entry = 9"), [("gap", 9), ("envelope", 12)]),
        (_does("UPDATE event SET topic = 'Nothing' WHERE entry = 8"), [("state", 8), ("checkpoint", 8)]),
        (_does("DELETE FROM event WHERE entry = 9"), [("checkpoint", 9), ("head", None)]),
        (_does("DELETE FROM checkpoint WHERE size > 7"), [("checkpoint", 8)]),
        (_does("UPDATE checkpoint SET recorded_at = '2020-01-01T00:00:00+00:00' WHERE size = 8"), [("time", 8)]),
        (_does("UPDATE checkpoint SET note = :note", note=_NOTE),
         [("signature", 3), ("signature", 7), ("signature", 8), ("signature", 9)]),
        (_does("UPDATE checkpoint SET note = 'x' WHERE size = 8"),
         [("signature", 8)]),
        (_by_another_key, [("signature", 9)]),
        (_does("UPDATE head SET size = 8"), [("head", None)]),
        (_does("UPDATE head SET frontier = :frontier", frontier=b"x" * 64), [("head", None)]),
        (_does("UPDATE head SET recorded_at = '2020-09-11T00:00:00+00:00'"), [("time", 9)]),
        (_does("DELETE FROM head"), [("head", None)]),
        (_does("UPDATE sealed SET value = 'Ms. B. Example'"), [("seal", 9)]),
        (_does("UPDATE sealed SET salt = 'sixteen letters.'"), [("seal", 9)]),
        (_does("INSERT INTO cosigned VALUES (8, 'no note')"), [("cosignature", None)]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_kind_and_its_entry(
    whole: Book, change: Callable[[Connection], None], said: list[tuple[str, int | None]]
) -> None:
    with altered(whole) as connection:
        change(connection)
        told = found(connection)
    assert told[: len(said)] == said or sorted(told, key=repr) == sorted(said, key=repr)


def test_a_table_that_is_gone_is_a_problem_of_the_database(whole: Book) -> None:
    with altered(whole) as connection:
        connection.execute(text("DROP TABLE checkpoint"))
    assert "database" in {one.kind.value for one in checked(whole).problems}


def test_a_database_that_answers_nonsense_is_a_problem_and_no_traceback(filed: Book) -> None:
    with altered(filed) as connection:
        connection.execute(text("UPDATE event SET originator_id = 'x' WHERE entry = 3"))
    assert [(one.kind.value, one.entry) for one in checked(filed).problems if one.kind is Kind.DATABASE]


def test_no_more_than_a_hundred_problems_are_told(book: Book) -> None:
    with altered(book) as connection:
        connection.execute(insert(COSIGNED), [{"size": 3, "note": "x"}] * 150)
    assert len(checked(book).problems) == 100


# --- What somebody else kept


def test_what_a_checkpoint_kept_outside_covers_is_witnessed(whole: Book) -> None:
    told = checked(whole, outside=outside(whole, 8))
    assert (told.problems, told.witnessed, told.unwitnessed) == ((), 8, 1)
    assert told.hours(whole.clock.now) == 0


def test_a_checkpoint_kept_outside_of_more_or_of_other_entries_is_told(whole: Book) -> None:
    root = outside(whole, 8).root
    for size, said in ((8, None), (12, 10)):
        known = Checkpoint(LOG.name, size, bytes(reversed(root)))
        assert [(one.kind, one.entry) for one in checked(whole, outside=known).problems] == [(Kind.OUTSIDE, said)]


def test_what_it_covers_is_hashed_and_read_anew_only_where_that_is_asked_for(whole: Book) -> None:
    known = outside(whole, 9)
    with altered(whole) as connection:
        _state(5, b'"recorded_by":"clerk"', b'"recorded_by": "clerk"')(connection)
        assert ("state", 5) not in found(connection, outside=known)
        assert ("outside", None) in found(connection, outside=known)
        assert ("state", 5) in found(connection, outside=known, anew=True)


def cosigned(book: Book, size: int, root: bytes | None = None) -> str:
    note = Checkpoint(LOG.name, size, root or outside(book, size).root).signed(LOG)
    return str(note.with_signatures(cosign(note, WITNESS, book.clock.now)))


def by_the_witness(note: Note) -> bool:
    return note.by(WITNESS.verifier) is not None


def test_what_witnesses_cosigned_is_witnessed_and_must_be_the_record(whole: Book) -> None:
    right, wrong, kept = cosigned(whole, 8), cosigned(whole, 9, b"x" * 32), outside(whole, 9)
    extended = cosigned(whole, 9).replace("\n9\n", "\n9\nmore\n")
    with altered(whole) as connection:
        connection.execute(insert(COSIGNED).values(size=8, note=right))
        told = verify(connection, witnessed=by_the_witness)
        assert (told.witnessed, told.given) == (8, False)
        assert verify(connection, witnessed=by_the_witness, outside=kept).given
        assert verify(connection).witnessed == 0
        connection.execute(insert(COSIGNED).values(size=9, note=wrong))
        assert found(connection, witnessed=by_the_witness) == [("cosignature", None)]
        connection.execute(delete(COSIGNED))
        connection.execute(insert(COSIGNED).values(size=9, note=extended))
        assert found(connection, witnessed=by_the_witness) == [("cosignature", 9)]


def test_a_record_signed_by_another_key_than_the_one_known_is_told(whole: Book) -> None:
    with reading(whole.engine) as connection:
        told = verify(connection, keys=[_OTHER.verifier])
    assert Kind.SIGNATURE in {one.kind for one in told.problems}


def test_it_says_how_far_it_is(whole: Book) -> None:
    heard: list[tuple[int, int]] = []
    checked(whole, tell=lambda done, total: heard.append((done, total)))
    assert heard == [(9, 9)]


def test_the_values_of_a_record_are_not_in_what_is_told(whole: Book) -> None:
    with altered(whole) as connection:
        connection.execute(update(SEALED).values(salt=b"x" * 16))
        told = verify(connection)
    assert "Example" not in repr(told)


def test_a_log_key_whose_first_checkpoint_is_not_signed_is_told(book: Book) -> None:
    key = LogSigner(LOG)
    book.register.sign = key
    book.record(asked(did(adopt_log_key, "2020-09-10", key=key.key), key="record"))
    book.each(sitting(1))
    with reading(book.engine) as connection:
        assert verify(connection).ok
    with altered(book) as connection:
        connection.execute(update(CHECKPOINT).values(note=None))
        told = [one for one in verify(connection).problems if one.kind is Kind.SIGNATURE]
    assert [(one.entry, one.sentence) for one in told] == [
        (8, "Entry 8 gives the log its key, and checkpoint 8 is not signed.")
    ]


def test_a_record_without_any_signature_is_not_that_of_the_key_one_knows(whole: Book) -> None:
    with altered(whole) as connection:
        connection.execute(update(CHECKPOINT).values(note=None))
        assert found(connection) == [("signature", None)]
