from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError, InvalidRequestError

from domain.body import name_also
from domain.record.codec import Codec
from domain.record.database import reading
from domain.record.tables import EVENT, HEAD
from domain.rules import OutOfOrder
from domain.streams import TOPICS
from domain.values import stream_id
from tests.domain.story import (
    CONFERENCE,
    WORKING_GROUP,
    did,
    opened,
    refused,
    scheduled,
    sitting,
    taken_up,
)
from tests.record.book import MEETING, Book, asked, command, struck

OTHER = "UNTOC-COP cop10"


# --- Entries and versions.


def test_entries_are_numbered_without_a_gap_across_streams(book: Book) -> None:
    book.record(asked(scheduled(body=CONFERENCE.key), key=OTHER), asked(sitting(1)))
    book.record(asked(did(name_also, spelling="WG on smuggling"), key=WORKING_GROUP.key))
    with reading(book.engine) as connection:
        rows = connection.execute(select(EVENT).order_by(EVENT.c.entry)).all()
    assert [row.entry for row in rows] == list(range(1, 11))
    for row in rows:
        entry = Codec().decode(row.topic, row.state).entry
        assert (entry.number, str(entry.stream), entry.version) == (
            row.entry,
            row.originator_id,
            row.originator_version,
        )
        assert row.topic in TOPICS


def test_the_head_says_how_much_is_recorded_and_when(book: Book) -> None:
    book.clock.now += timedelta(minutes=1)
    book.each(sitting(1))
    with reading(book.engine) as connection:
        head = connection.execute(select(HEAD)).one()
    assert (head.size, head.recorded_at) == (8, book.clock.now.isoformat())


def test_a_refusal_uses_up_no_entry(book: Book) -> None:
    with pytest.raises(OutOfOrder):
        book.each(opened())
    assert book.record(asked(sitting(1))).facts[0].entry.number == 8


def test_a_stream_is_one_whatever_the_spelling_of_its_key(book: Book) -> None:
    answer = book.record(asked(sitting(1), key="untoc-cop/wg.7  WG7"))
    assert answer.facts[0].entry.version == 5


def test_the_story_of_a_stream_never_begun_is_version_0(book: Book) -> None:
    with book.open() as under_way:
        assert under_way.chapter("meeting", "never begun").version == 0
        story = book.register.story(stream_id("meeting", "never begun"))
    assert (story.version, story.facts) == (0, ())


def test_a_version_counts_what_was_struck_and_the_strikes(book: Book) -> None:
    book.each(sitting(1))
    book.strike(5)
    assert [fact.entry.version for fact in book.facts()] == [1, 2, 3, 4, 5, 6]
    assert book.record(asked(sitting(1))).facts[0].entry.version == 7
    with book.open() as under_way:
        assert under_way.register.story(stream_id("meeting", MEETING)).version == 7


def test_nothing_is_read_outside_a_transaction(book: Book) -> None:
    with pytest.raises(RuntimeError, match="only inside a transaction"):
        book.register.story(stream_id("meeting", MEETING))
    book.facts()
    with pytest.raises(RuntimeError, match="only inside a transaction"):
        book.register.story(stream_id("meeting", MEETING))


# --- The recorder's clock.


def test_the_time_of_recording_never_goes_back(book: Book) -> None:
    before = book.clock.now
    book.clock.now -= timedelta(days=400)
    book.each(sitting(1))
    book.clock.now = before + timedelta(seconds=1)
    book.each(taken_up("i2.4"))
    first, second = book.facts()[-2:]
    assert (first.entry.recorded_at, second.entry.recorded_at) == (before, book.clock.now)


def test_a_strike_is_dated_by_the_recorder(book: Book) -> None:
    book.each(sitting(1))
    answer = book.strike(5)
    assert answer.facts[0].entry.occurred.day == book.clock.now.date()


def test_a_record_keeps_the_instant_whatever_the_zone_of_the_clock(book: Book) -> None:
    book.clock.now = datetime.fromisoformat("2020-09-10T18:00:00+05:30")
    book.each(sitting(1))
    assert book.facts()[-1].entry.recorded_at.astimezone(UTC) == datetime(2020, 9, 10, 12, 30, tzinfo=UTC)


# --- Commands.


def test_the_same_command_is_answered_as_the_first_time_and_recorded_once(book: Book) -> None:
    one = command(asked(sitting(1)), asked(scheduled(body=CONFERENCE.key), key=OTHER))
    first = book.give(one)
    before = book.dump()
    again = book.give(one)
    assert again.facts == first.facts
    assert (first.repeated, again.repeated) == (False, True)
    assert book.dump() == before


def test_the_same_command_is_answered_though_it_would_be_refused_now(book: Book) -> None:
    one = command(asked(sitting(1)))
    book.give(one)
    with refused("Sitting 1 is open."):
        book.record(asked(sitting(1)))
    assert book.give(one).repeated


def test_another_command_under_the_same_id_is_refused_with_its_entries(book: Book) -> None:
    book.record(asked(sitting(1)), asked(taken_up("i2.4")), id="one")
    before = book.dump()
    with refused("The command id one was used for another command (entries 8 to 9)."):
        book.record(asked(scheduled(body=CONFERENCE.key), key=OTHER), id="one", digest="another")
    assert book.dump() == before


def test_a_command_says_who_and_which_in_every_entry(book: Book) -> None:
    answer = book.record(asked(sitting(1)), asked(taken_up("i2.4")), id="one", by="A clerk")
    assert {(fact.entry.command_id, fact.entry.recorded_by) for fact in answer.facts} == {("one", "A clerk")}


def test_the_acts_of_one_gavel_share_its_first_entry(book: Book) -> None:
    several = book.record(asked(sitting(1)), asked(taken_up("i2.4")))
    alone = book.record(asked(taken_up("i2.5")))
    assert [fact.entry.group for fact in (*several.facts, *alone.facts)] == [8, 8, None]


def test_a_command_is_known_once_it_is_recorded(book: Book) -> None:
    book.record(asked(sitting(1)), id="one")
    with book.open() as under_way:
        assert under_way.knows("one")
        assert not under_way.knows("two")


def test_an_expectation_that_holds_is_met(book: Book) -> None:
    assert book.record(asked(sitting(1)), expect=7).facts[0].entry.number == 8


@pytest.mark.parametrize(("expect", "said"), [(6, "Entries 7 to 7"), (0, "Entries 1 to 7")])
def test_a_command_is_refused_if_anything_was_recorded_since(book: Book, expect: int, said: str) -> None:
    with refused(f"{said} were recorded since entry {expect}."):
        book.record(asked(sitting(1)), expect=expect)


def test_an_entry_that_is_not_there_yet_cannot_be_expected(book: Book) -> None:
    with refused("There is no entry 8; the last one is 7."):
        book.record(asked(sitting(1)), expect=8)


def test_ids_looked_up_together_are_answered_as_if_one_by_one(book: Book) -> None:
    one, other = command(asked(sitting(1))), command(asked(taken_up("i2.4")))
    book.give(one)
    with book.open() as under_way:
        under_way.look_up([one.id, other.id])
        assert [under_way.knows(one.id), under_way.knows(other.id)] == [True, False]
        answers = [under_way.act(one), under_way.act(other)]
        assert [answer.repeated for answer in answers] == [True, False]
    assert book.give(other).repeated
    assert book.size == 9


def test_a_repeated_command_is_answered_whatever_it_expected(book: Book) -> None:
    one = command(asked(sitting(1)), expect=7)
    book.give(one)
    assert book.give(one).repeated


# --- All of it or nothing.


def test_a_dry_run_answers_and_records_nothing(book: Book) -> None:
    before = book.dump()
    one = command(asked(sitting(1)), asked(taken_up("i2.4")), struck(3))
    with pytest.raises(OutOfOrder, match="Entry 7, accepted before, would then be refused"):
        book.give(one, dry_run=True)
    answer = book.give(command(asked(sitting(1)), asked(taken_up("i2.4"))), dry_run=True)
    assert [fact.entry.number for fact in answer.facts] == [8, 9]
    assert book.dump() == before


def test_of_several_acts_all_are_recorded_or_none(book: Book) -> None:
    before = book.dump()
    with refused("Sitting 1 is open."):
        book.record(asked(scheduled(body=CONFERENCE.key), key=OTHER), asked(sitting(1)), asked(sitting(2)))
    assert book.dump() == before


def test_of_several_commands_in_one_transaction_all_are_recorded_or_none(book: Book) -> None:
    before = book.dump()
    with refused("Sitting 1 is open."):
        book.each(sitting(1), sitting(2))
    assert book.dump() == before


def _catching(book: Book) -> None:
    with book.open() as under_way:
        under_way.act(command(asked(taken_up("i2.4"))))
        with refused("Sitting 1 is open."):
            under_way.act(command(asked(sitting(1)), asked(sitting(2))))


def test_a_refusal_that_somebody_catches_still_leaves_nothing(book: Book) -> None:
    before = book.dump()
    with pytest.raises(InvalidRequestError, match="closed transaction"):
        _catching(book)
    assert book.dump() == before


def _stumbling(book: Book) -> None:
    with book.open() as under_way:
        under_way.act(command(asked(sitting(1))))
        under_way.flush()
        raise ZeroDivisionError


def test_an_accident_in_the_middle_leaves_nothing(book: Book) -> None:
    before = book.dump()
    with pytest.raises(ZeroDivisionError):
        _stumbling(book)
    assert book.dump() == before


def test_what_is_written_so_far_is_seen_inside_the_transaction_and_only_there(book: Book) -> None:
    with book.open() as under_way:
        under_way.act(command(asked(sitting(1))))
        under_way.flush()
        under_way.flush()
        seen = under_way.connection.execute(select(EVENT.c.entry).where(EVENT.c.entry == 8)).all()
        assert len(seen) == 1
        with reading(book.engine) as outside:
            assert outside.execute(select(EVENT.c.entry).where(EVENT.c.entry == 8)).all() == []
    assert book.size == 8


def _twice(book: Book) -> None:
    with book.open() as under_way:
        under_way.act(command(asked(sitting(1)), id="one"))
        under_way.act(command(asked(taken_up("i2.4")), id="one"))


def test_one_id_serves_one_command_of_a_transaction(book: Book) -> None:
    before = book.dump()
    with pytest.raises(IntegrityError):
        _twice(book)
    assert book.dump() == before


def test_a_number_stored_twice_is_refused_by_the_database(book: Book) -> None:
    with reading(book.engine) as connection:
        rows = connection.execute(select(EVENT)).mappings().all()
        for change in ({"entry": 8}, {"originator_id": "another", "originator_version": 9}):
            with pytest.raises(IntegrityError), connection.begin_nested():
                connection.execute(insert(EVENT), {**rows[-1], **change})
