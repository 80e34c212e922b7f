"""Several at once: processes that record in one file, and commits whose outcome the driver does not tell."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from domain.body import name_also
from domain.record.database import reading
from domain.record.tables import COMMAND, EVENT
from domain.rules import OutOfOrder
from tests.domain.story import CONFERENCE, WORKING_GROUP, did, opened, sitting, taken_up
from tests.record.book import Book, asked, command

ACTS = 25


def _also(path: Path, url: str | None, body: str, name: str, acts: int = ACTS) -> None:
    """In a process of its own: so many acts, on one stream."""
    book = Book(path, url=url)
    for number in range(acts):
        spelling = did(name_also, "2020-02-03", spelling=f"{name} {number}")
        book.record(asked(spelling, key=body), id=f"{name} {number}")


def at_once(*works: tuple[Callable[..., None], tuple[Any, ...]]) -> list[int | None]:
    """The exit codes of processes that begin together."""
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=target, args=given) for target, given in works]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


@pytest.mark.parametrize("other", [CONFERENCE.key, WORKING_GROUP.key], ids=["one stream", "two streams"])
def test_two_processes_record_at_once_and_nothing_is_lost(book: Book, other: str) -> None:
    assert at_once((_also, (book.path, book.url, CONFERENCE.key, "A")), (_also, (book.path, book.url, other, "B"))) == [
        0,
        0,
    ]
    facts = book.everything()
    assert [fact.entry.number for fact in facts] == list(range(1, 7 + 2 * ACTS + 1))
    with reading(book.engine) as connection:
        assert list(connection.execute(select(EVENT.c.entry).order_by(EVENT.c.entry)).scalars()) == [
            fact.entry.number for fact in facts
        ]
        assert len(connection.execute(select(COMMAND.c.id)).all()) == 7 + 2 * ACTS
    spelled = {*book.state("body", CONFERENCE.key).spellings, *book.state("body", other).spellings}
    assert spelled == {f"{name} {number}" for name in "AB" for number in range(ACTS)}
    moments = [fact.entry.recorded_at for fact in facts]
    assert moments == sorted(moments)
    assert book.rows() == book.rebuilt()


def test_a_reader_sees_every_entry_while_eight_record(book: Book) -> None:
    seen: list[int] = []
    query = select(EVENT.c.entry).order_by(EVENT.c.entry)

    def read_on() -> None:
        with reading(book.engine) as connection:
            seen.extend(connection.execute(query.where(EVENT.c.entry > len(seen))).scalars())

    context = multiprocessing.get_context("spawn")
    given = [(book.path, book.url, CONFERENCE.key, f"W{one}", 8) for one in range(8)]
    writers = [context.Process(target=_also, args=one) for one in given]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        read_on()
    read_on()
    assert [writer.exitcode for writer in writers] == [0] * 8
    assert seen == list(range(1, 7 + 8 * 8 + 1))  # each one in its turn, and none after a larger one


def test_a_register_that_keeps_streams_reads_them_again_where_somebody_else_recorded(book: Book) -> None:
    other = book.again()
    book.register.keeping = True
    book.record(asked(sitting(1)))
    kept = book.register.kept
    assert kept
    book.record(asked(taken_up("i2.3")))
    assert all(chapter is kept[id_] for id_, chapter in book.register.kept.items())
    other.record(asked(taken_up("i2.4")))
    with pytest.raises(OutOfOrder, match="under consideration"):
        book.record(asked(taken_up("i2.4")))
    assert book.facts() == other.facts()


def test_what_was_refused_halfway_is_not_kept(book: Book) -> None:
    book.register.keeping = True
    with pytest.raises(OutOfOrder):
        book.record(asked(sitting(1)), asked(sitting(1)))
    assert book.register.kept == {}
    book.record(asked(sitting(1)))
    assert book.facts() == book.again().facts()


def test_who_comes_second_with_the_same_command_is_answered_as_the_first(book: Book) -> None:
    other, one = book.again(), command(asked(sitting(1)))
    first = book.give(one)
    assert other.give(one).facts == first.facts
    with pytest.raises(OutOfOrder, match="Sitting 1 is open"):
        other.record(asked(sitting(1)))


def test_a_reader_sees_one_state_while_somebody_records(book: Book) -> None:
    with reading(book.engine) as connection:
        before = len(connection.execute(select(EVENT.c.entry)).all())
        book.again().each(sitting(1))
        assert len(connection.execute(select(EVENT.c.entry)).all()) == before
    assert book.size == before + 1


# --- A commit whose outcome is not told.


def lose(book: Book, monkeypatch: pytest.MonkeyPatch, *, after: bool) -> None:
    """Let the connection be lost at the next commit: after it has happened, or before."""
    driver: Any = book.engine.dialect.loaded_dbapi

    def lost(connection: Any) -> None:  # noqa: ANN401 - the driver's own connection
        monkeypatch.undo()
        if after:
            connection.commit()
        raise driver.OperationalError("the connection was lost")

    monkeypatch.setattr(book.engine.dialect, "do_commit", lost)


def test_a_commit_that_happened_is_answered_as_recorded_though_the_connection_was_lost(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose(book, monkeypatch, after=True)
    answer = book.record(asked(sitting(1)), asked(taken_up("i2.4")))
    assert [fact.entry.number for fact in answer.facts] == [8, 9]
    assert book.everything()[7:] == list(answer.facts)
    assert book.rows() == book.rebuilt()


def test_a_commit_that_did_not_happen_is_a_failure_and_records_nothing(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = book.dump()
    lose(book, monkeypatch, after=False)
    with pytest.raises(OperationalError, match="the connection was lost"):
        book.record(asked(sitting(1)))
    assert book.dump() == before
    assert book.record(asked(sitting(1))).facts[0].entry.number == 8


def test_a_lost_commit_of_a_script_is_read_back_command_by_command(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    lose(book, monkeypatch, after=True)
    with book.open() as under_way:
        under_way.act(command(asked(sitting(1))))
        under_way.flush()
        under_way.act(command(asked(taken_up("i2.4"))))
    assert book.size == 9


def test_a_repetition_whose_commit_is_lost_is_a_failure_like_any_other(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = command(asked(sitting(1)))
    book.give(one)
    lose(book, monkeypatch, after=False)
    with pytest.raises(OperationalError):
        book.give(one)
    assert book.give(one).repeated


def test_a_connection_that_cannot_be_made_is_a_failure(book: Book) -> None:
    driver: Any = book.engine.dialect.loaded_dbapi

    def connect(*_given: object) -> None:
        raise driver.OperationalError("the server does not answer")

    event.listen(book.engine, "do_connect", connect)
    with pytest.raises(OperationalError, match="the server does not answer"):
        book.record(asked(opened()))
