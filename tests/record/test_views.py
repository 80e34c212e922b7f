"""What is derived from the events is the same however it was derived, and as of any time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from sqlalchemy import create_engine, inspect, select

from domain.agenda import Agenda
from domain.body import name_also
from domain.documents import list_document
from domain.items import Items, ItemStatus
from domain.meeting import Meeting
from domain.record.database import reading, writing
from domain.schedule import Schedule
from domain.streams import STREAMS
from domain.values import stream_id, text_in
from projections import engine
from projections.engine import Batch, as_of, digest_of, rebuild, stream_of
from projections.names import NAME, all_named, named, of_stream
from projections.tables import ByStream, Row
from projections.telling import Told, tell
from tests.domain.story import (
    CONFERENCE,
    LAST_DAY,
    WORKING_GROUP,
    Deed,
    added,
    adopted,
    closed,
    concluded,
    deleted,
    did,
    issued,
    moved,
    opened,
    retitled,
    scheduled,
    sitting,
    suspended,
    taken_up,
)
from tests.record.book import MEETING, Book, asked, struck

ID = stream_id("meeting", MEETING)
SECOND = "UNTOC-COP/WG.7 x"


def on_the_last_day(deed: Deed) -> Deed:
    return Deed(deed.act, deed.fields, LAST_DAY, deed.at, deed.particular)


def late(book: Book) -> None:
    book.each(sitting(1), on_the_last_day(taken_up("i2.4")))
    book.each(taken_up("i2.5"), suspended("i2.5"))


def struck_acts(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"), taken_up("i2.5"))
    book.strike(7)
    book.strike(6)
    book.each(taken_up("i2.6"))


def corrected(book: Book) -> None:
    book.each(added("Trafikking"), sitting(1))
    book.correct(5, added("Trafficking"))
    book.correct(2, issued("1 Opening", "1a Opening of the meeting", "2 Crises"))
    book.correct(4, adopted())


def placed_before(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"))
    book.record(asked(taken_up("i2.5"), before=6))
    book.record(asked(suspended("i2.5"), before=6))
    book.record(asked(deleted("i2.6"), before=5))


def several_streams(book: Book) -> None:
    book.record(
        asked(scheduled(body=CONFERENCE.key), key="UNTOC-COP x"),
        asked(sitting(1)),
        asked(did(name_also, "2020-02-03", spelling="COP"), key=CONFERENCE.key),
        struck(1, "UNTOC-COP x"),
    )


def to_the_end(book: Book) -> None:
    book.each(added("Trafficking", under="i2.4"), moved("i2.5", after="i2.6"), retitled("i2.7", "Report"))
    book.each(sitting(1), taken_up("i2.4", "i2.5"), concluded("i2.5"))
    book.each(did(list_document, item="i2.4", symbol="CTOC/1", title=text_in("en", "Note")), closed("carry"))


STORIES = [late, struck_acts, corrected, placed_before, several_streams, to_the_end]


@pytest.mark.parametrize("story", STORIES)
def test_rows_derived_again_are_those_derived_act_by_act(book: Book, story: Callable[[Book], None]) -> None:
    story(book)
    before = book.rows()
    assert book.rebuilt() == before
    assert book.rows_as_of() == before


@pytest.mark.parametrize("story", STORIES)
def test_the_record_as_it_was_known_is_the_record_as_it_was(book: Book, story: Callable[[Book], None]) -> None:
    before, then = book.rows(), book.clock.now
    book.clock.now += timedelta(hours=1)
    story(book)
    assert book.rows_as_of(known_at=7) == before
    assert book.rows_as_of(known_at=then) == before
    assert (
        book.rows_as_of(known_at=then - timedelta(seconds=1))
        == Book.new(book.path.with_name("new.db"), book.server).rows()
    )
    assert book.rows_as_of(known_at=book.clock.now) == book.rows()


def test_rebuilding_counts_the_events_and_restores_dropped_tables(book: Book) -> None:
    to_the_end(book)
    before = book.rows()
    with writing(book.engine) as connection:
        engine.METADATA.drop_all(connection)
    assert rebuild(book.engine) == (book.size, tuple(sorted(before)))
    assert book.rows() == before
    assert rebuild(book.engine) == (book.size, ())


def test_rebuilding_mends_what_was_changed_by_hand_and_touches_no_event(book: Book) -> None:
    before, events = book.rows(), book.everything()
    with writing(book.engine) as connection:
        connection.execute(NAME.delete())
        connection.exec_driver_sql("ALTER TABLE slot RENAME COLUMN start TO begin")
    assert rebuild(book.engine).differed == ("name", "slot")
    assert book.rows() == before
    assert book.everything() == events


def test_an_empty_record_is_rebuilt_from_nothing(blank: Book) -> None:
    assert rebuild(blank.engine) == (0, ())
    assert {name: rows for name, rows in blank.rows_as_of().items() if rows} == {}


def test_an_act_before_the_day_of_one_struck_is_told_before_it(book: Book) -> None:
    book.record(asked(scheduled(), key=SECOND), asked(issued("1 Opening"), key=SECOND), asked(opened(), key=SECOND))
    book.record(asked(on_the_last_day(retitled("i2.1", "Another title")), key=SECOND))
    book.strike(4, SECOND)
    book.record(asked(adopted(), key=SECOND))
    assert book.rows() == book.rebuilt()


# --- As of a day.


def test_a_day_shows_what_was_done_until_its_end(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"))
    first_day = book.rows()
    book.each(on_the_last_day(concluded("i2.4")), on_the_last_day(closed("lapse")))
    assert book.rows_as_of(on="2020-09-08") == first_day
    assert book.rows_as_of(on=LAST_DAY) == book.rows()


def test_a_day_shows_what_was_entered_late_as_if_it_had_been_entered_then(book: Book) -> None:
    once = book.copy("once.db")
    once.each(sitting(1), taken_up("i2.4"), taken_up("i2.5"))
    book.each(sitting(1), on_the_last_day(taken_up("i2.6")), taken_up("i2.4"), taken_up("i2.5"))
    assert book.shown(on="2020-09-08") == once.shown()


def test_a_strike_works_back_to_any_day_and_not_to_what_was_known(book: Book) -> None:
    book.each(sitting(1))
    once = book.copy("once.db")
    book.each(taken_up("i2.4"))
    book.strike(6)
    assert book.shown(on="2020-09-08") == once.shown()
    assert book.shown(on="2020-09-08", known_at=9) != once.shown()


def test_a_day_and_a_time_of_knowledge_go_together(book: Book) -> None:
    book.each(sitting(1))
    once = book.rows()
    book.each(on_the_last_day(taken_up("i2.4")), taken_up("i2.5"))
    assert book.rows_as_of(on="2020-09-08", known_at=9) == once


def test_before_a_meeting_was_scheduled_there_is_none(book: Book) -> None:
    rows = book.rows_as_of(on="2020-04-30")
    assert rows["meeting"] == rows["agenda"] == []
    assert len(rows["history"]) == 3


def test_a_view_may_be_of_some_streams_only(book: Book) -> None:
    with as_of(book.engine, known_at=None, on=None, only=[ID, uuid4()]) as connection:
        rows = digest_of(connection)
    assert {row[0] for name in rows for row in rows[name]} == {str(ID)}
    assert rows["history"] == [row for row in book.rows()["history"] if row[0] == str(ID)]


def test_a_view_may_have_some_tables_only(book: Book) -> None:
    with as_of(book.engine, known_at=None, on=None, tables=[NAME]) as connection:
        assert inspect(connection).get_table_names() == ["name"]
        assert sorted(map(tuple, connection.execute(select(NAME))), key=repr) == book.rows()["name"]


def test_a_view_leaves_the_record_as_it_was(book: Book) -> None:
    before = book.dump()
    book.rows_as_of(on="2020-09-08", known_at=5)
    assert book.dump() == before


# --- Many rows.


def test_a_long_agenda_is_written_in_several_batches(book: Book) -> None:
    key = "UNTOC-COP x"
    lines = [f"{number} Item {number}" for number in range(1, 1101)]
    book.record(asked(scheduled(body=CONFERENCE.key), key=key), asked(issued(*lines), key=key))
    before = book.rows()
    assert sum(map(len, before.values())) > 2000
    assert book.rebuilt() == before


def test_a_batch_waits_until_there_are_many_rows_or_it_is_flushed() -> None:
    with create_engine("sqlite://").connect() as connection:
        NAME.create(connection)
        batch = Batch(connection)
        row = {"kind": "body", "word": "x", "key": "X", "label": "x"}

        def written() -> int:
            return len(connection.execute(select(NAME.c.word)).all())

        batch.add(NAME, str(ID), [row] * 999)
        assert written() == 0
        batch.add(NAME, str(ID), [row])
        assert written() == 1000
        batch.add(NAME, str(ID), [row])
        batch.flush()
        assert written() == 1001


# --- What is told.


def test_a_stream_is_what_its_first_fact_says(book: Book) -> None:
    assert stream_of(book.facts()) is STREAMS["meeting"]
    assert stream_of(book.facts("body", CONFERENCE.key)) is STREAMS["body"]


def test_acts_are_told_in_order_of_business_struck_ones_in_their_place_and_strikes_last(book: Book) -> None:
    book.each(sitting(1), taken_up("i2.4"))
    book.strike(6)
    book.record(asked(taken_up("i2.5"), before=5))
    told = list(tell(STREAMS["meeting"], book.facts()))
    assert [one.fact.entry.version for one in told] == [1, 2, 3, 4, 8, 5, 6, 7]
    assert [one.stands for one in told] == [True] * 6 + [False] * 2
    assert [one.struck_by.entry.version if one.struck_by else None for one in told][-2:] == [7, None]
    assert all(one.after is other.before for one, other in pairwise(told))
    assert told[-1].after == book.state()


def test_what_is_told_finds_other_acts_of_its_stream(book: Book) -> None:
    *_others, told = tell(STREAMS["meeting"], book.facts())
    assert (told.act(1), told.act(4)) == (book.facts()[0], book.facts()[3])
    assert (told.act(0), told.act(5)) == (None, None)
    assert told.first == book.facts()[0]
    alone = Told("meeting", told.fact, Meeting(), Meeting())
    assert alone.first == told.fact


def _place(_kind: str, state: Meeting) -> list[Row]:
    return [{"place": state.schedule.place}]


def test_rows_of_a_stream_are_written_again_only_where_they_changed() -> None:
    vienna, geneva = Meeting(schedule=Schedule(place="Vienna")), Meeting(schedule=Schedule(place="Geneva"))
    same = replace(vienna, schedule=replace(vienna.schedule))
    projection = ByStream(NAME, _place, lambda _kind, state: (state.schedule,))
    assert projection.changed("meeting", vienna, geneva) == ([{"place": "Vienna"}], [{"place": "Geneva"}])
    assert projection.changed("meeting", vienna, same) == ([], [])
    assert projection.changed("meeting", vienna, replace(vienna, agenda=Agenda(pending=()))) == ([], [])
    assert ByStream(NAME, _place).changed("meeting", vienna, vienna) == ([], [])


def _statuses(_kind: str, state: Meeting) -> list[Row]:
    return [{"item": item, "status": status} for item, status in state.items.statuses.items()]


def test_of_rows_with_a_key_only_those_that_changed_are_written_again() -> None:
    open_, left = ItemStatus.UNDER_CONSIDERATION, ItemStatus.LEFT
    before = Meeting(items=Items(statuses={"i1": open_, "i2": open_}))
    after = Meeting(items=Items(statuses={"i1": open_, "i2": left, "i3": open_}))
    gone, new = ByStream(NAME, _statuses, key=("item",)).changed("meeting", before, after)
    assert gone == [{"item": "i2", "status": open_}]
    assert new == [{"item": "i2", "status": left}, {"item": "i3", "status": open_}]


# --- Names.


def test_a_word_names_what_goes_by_it(book: Book) -> None:
    book.record(asked(did(name_also, "2020-02-03", spelling="WG on Smuggling"), key=WORKING_GROUP.key))
    with reading(book.engine) as connection:
        for word in (WORKING_GROUP.key, WORKING_GROUP.name.upper(), "wg  on smuggling"):
            assert [one.key for one in named(connection, "body", word)] == [WORKING_GROUP.key]
        for word in ("WG7", MEETING):
            assert [one.key for one in named(connection, "meeting", word)] == [MEETING]
        assert named(connection, "meeting", WORKING_GROUP.key) == []
        assert [one.label for one in all_named(connection, "meeting")] == ["wg7"]
        assert len(all_named(connection, "body")) == 3


def test_a_stream_is_named_until_its_first_act_is_struck(book: Book) -> None:
    book.record(asked(scheduled(body=CONFERENCE.key), key="UNTOC-COP x"))
    stream = str(stream_id("meeting", "UNTOC-COP x"))
    with reading(book.engine) as connection:
        assert of_stream(connection, stream) == (stream, "meeting", "UNTOC-COP wg7", "wg7")
    book.strike(1, "UNTOC-COP x")
    with reading(book.engine) as connection:
        assert of_stream(connection, stream) is None
        assert of_stream(connection, str(UUID(int=0))) is None
