"""Nothing is appended to a record whose edge does not lead to its last checkpoint, or that others saw longer."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Connection, delete, select, update

from domain.keyring import adopt_log_key, rotate_log_key
from domain.record import guards
from domain.record.checkpoint import Checkpoint
from domain.record.database import reading, writing
from domain.record.edge import Altered, AnotherLog, OlderCopy
from domain.record.logkey import LogSigner
from domain.record.merkle import Frontier
from domain.record.notes import KeyType, Note, Signer
from domain.record.request import Request
from domain.record.rotation import stated
from domain.record.tables import CHECKPOINT, HEAD
from tests.domain.story import CONFERENCE, did, sitting
from tests.record.book import Book, asked, registered
from tests.record.test_matrix import (
    LOG,
    append_around_the_program,
    delete_the_last_three,
    edit_a_state,
    leaves_of,
    made_anew_unsigned,
    make_the_tree_anew,
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


def another(key: str = "OTHER") -> Request:
    return registered(replace(CONFERENCE, key=key, name=f"Another Conference, {key}", short=key.title()))


def one_more(book: Book) -> None:
    book.record(another())


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
    with pytest.raises(
        Altered, match="The first 8 entries of this record have another root than the one that was witnessed"
    ):
        one_more(book)


def test_a_record_that_went_another_way_within_one_transaction_is_refused_too(book: Book) -> None:
    book.record(another("ONE"), another("TWO"))
    book.register.seen = (8, b"x" * 32)  # of which this record has no checkpoint: it has 7 and 9
    with pytest.raises(Altered, match="The first 8 entries of this record have another root"):
        one_more(book)
    with reading(book.engine) as connection:
        book.register.seen = (8, Frontier().extended(leaves_of(connection)[:8]).root())
    one_more(book)


@pytest.mark.parametrize(
    ("moment", "said"),
    [("2030-01-01T00:00:00+00:00", "checkpoint 7 do not name the same time"), ("zzz", "do not name the same time")],
)
def test_a_head_of_another_time_is_refused_by_name(book: Book, moment: str, said: str) -> None:
    with writing(book.engine) as connection:
        without_triggers(connection)
        connection.execute(update(HEAD).values(recorded_at=moment))
    with pytest.raises(Altered, match=said):
        one_more(book)


def test_a_head_that_names_no_time_is_refused_by_name(blank: Book) -> None:
    with writing(blank.engine) as connection:
        without_triggers(connection)
        connection.execute(update(HEAD).values(recorded_at="zzz"))
    with pytest.raises(Altered, match="The head of this record names no time: 'zzz'"):
        one_more(blank)


def test_a_record_that_is_not_guarded_takes_nothing(book: Book) -> None:
    with writing(book.engine) as connection:
        without_triggers(connection)
    with pytest.raises(Altered, match="not guarded as they should be: the trigger event_unchanged is missing"):
        one_more(book)
    with writing(book.engine) as connection:
        guards.lay(connection)
    one_more(book)


# --- What the key at hand signs over

KEY, NEXT = LogSigner(LOG), LogSigner(Signer(LOG.name, KeyType.LOG, b"N" * 32))
TODAY = "2020-09-10"


@pytest.fixture
def adopted(book: Book) -> Book:
    """Entry 8 gives the log its key; entry 9 is signed with it, too."""
    book.register.sign = KEY
    book.record(asked(did(adopt_log_key, TODAY, key=KEY.key), key="record"))
    book.each(sitting(1))
    return book


def _turned(book: Book) -> None:
    told = stated(KEY.signer, NEXT.signer)
    book.record(asked(did(rotate_log_key, TODAY, key=NEXT.key, instead_of=KEY.key, statement=told), key="record"))


def _refused(book: Book, change: Callable[[Connection], None], said: str) -> None:
    with writing(book.engine) as connection:
        without_triggers(connection)
        change(connection)
        guards.lay(connection)
    before = book.dump()
    with pytest.raises(Altered, match=said):
        one_more(book)
    assert book.dump() == before


def _noted(connection: Connection, size: int, sign: LogSigner) -> str:
    root = connection.execute(select(CHECKPOINT.c.root).where(CHECKPOINT.c.size == size)).scalar_one()
    return sign(size, root)


def test_the_key_does_not_sign_over_a_record_from_which_its_signatures_are_gone(adopted: Book) -> None:
    _refused(adopted, make_the_tree_anew, "The log has a key since entry 8, and no checkpoint from there on is signed")


def test_the_key_does_not_sign_over_entries_that_do_not_lead_to_what_it_signed_last(adopted: Book) -> None:
    def change(connection: Connection) -> None:
        edit_a_state(connection)
        made_anew_unsigned(connection, 9)

    _refused(adopted, change, "do not lead to the root of checkpoint 8, signed last")


def test_the_key_does_not_sign_over_a_signature_that_is_not_its_own(adopted: Book) -> None:
    forged = LogSigner(Signer(LOG.name, KeyType.LOG, b"F" * 32))

    def change(connection: Connection) -> None:
        note = _noted(connection, 9, forged)
        connection.execute(update(CHECKPOINT).where(CHECKPOINT.c.size == 9).values(note=note))

    _refused(adopted, change, "Checkpoint 9 is not signed by the key of this log")


def test_it_signs_on_after_what_was_recorded_without_it(adopted: Book) -> None:
    adopted.register.sign = None
    adopted.record(another("UNSIGNED"))
    adopted.register.sign = KEY
    one_more(adopted)
    assert [note is not None for _, _, note in checkpoints(adopted)[-3:]] == [True, False, True]


def test_the_next_key_signs_on_after_the_checkpoint_of_the_one_before(adopted: Book) -> None:
    _turned(adopted)
    adopted.register.sign = NEXT
    one_more(adopted)
    with reading(adopted.engine) as connection:
        assert checkpoints(adopted)[-1][2] == _noted(connection, 11, NEXT)


@pytest.mark.parametrize("note", ["by another", "no note"])
def test_the_next_key_does_not_sign_where_the_one_before_did_not_hand_over(adopted: Book, note: str) -> None:
    forged = LogSigner(Signer(LOG.name, KeyType.LOG, b"F" * 32))
    _turned(adopted)
    adopted.register.sign = NEXT

    def change(connection: Connection) -> None:
        said = _noted(connection, 10, forged if note == "by another" else KEY)
        told = said if note == "by another" else said.replace("\n\n", "\n\nx ")
        connection.execute(update(CHECKPOINT).where(CHECKPOINT.c.size == 10).values(note=told))

    _refused(adopted, change, "Checkpoint 10 is not signed by the key of this log")
