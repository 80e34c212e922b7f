import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import pytest
from eventsourcing.persistence import StoredEvent
from sqlalchemy import insert, select

from domain.act import Fact
from domain.business import ActStruck
from domain.items import ItemsTakenUp
from domain.provisional import ProvisionalAgendaIssued
from domain.record.codec import Codec, FactMapper, UnknownState
from domain.record.database import reading, writing
from domain.record.edge import Altered
from domain.record.recorder import Recorder
from domain.record.tables import EVENT
from domain.schedule import MeetingScheduled
from domain.sittings import SittingOpened
from domain.streams import ACTS, TOPICS
from domain.values import Entry, LocalizedText, Occurred, stream_id
from tests.domain.story import ZONE, envelope, items_of, sitting
from tests.projections.test_history_sentences import some
from tests.record.book import Book

CODEC = Codec()


@contextmanager
def not_understood(fragment: str) -> Iterator[None]:
    with pytest.raises(UnknownState, match=fragment):
        yield


@pytest.mark.parametrize("full", [False, True], ids=["least", "full"])
@pytest.mark.parametrize("topic", TOPICS)
def test_every_fact_comes_back_as_it_was_byte_for_byte(topic: str, *, full: bool) -> None:
    fact = replace(some(TOPICS[topic], full=full), entry=some(Entry, full=full))
    state = CODEC.encode(fact)
    assert CODEC.decode(topic, state) == fact
    assert CODEC.encode(CODEC.decode(topic, state)) == state


@pytest.mark.parametrize("topic", TOPICS)
def test_what_is_stored_is_plain_json_that_names_every_field(topic: str) -> None:
    fact = replace(some(TOPICS[topic], full=False), entry=some(Entry, full=False))
    stored = json.loads(CODEC.encode(fact))
    assert list(stored) == list(vars(fact))
    assert list(stored["entry"]) == [field.name for field in fields(Entry)]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_a_bare_name_that_no_move_of_a_file_changes(topic: str) -> None:
    assert topic.isidentifier()
    assert topic not in sys.modules


def test_a_topic_belongs_to_one_kind_of_fact() -> None:
    assert len(TOPICS) == len({fact.__qualname__ for fact in TOPICS.values()})
    assert set(ACTS) | {ActStruck} == set(TOPICS.values())


@pytest.mark.parametrize("fact", ACTS, ids=lambda fact: fact.__name__)
def test_all_that_an_act_is_told_is_kept_so_that_it_can_be_judged_again(fact: type[Fact]) -> None:
    assert set(ACTS[fact].fields) <= set(fact.__dataclass_fields__)


def test_tuples_stay_tuples() -> None:
    fact = ItemsTakenUp(entry=replace(envelope(1), waives=("11",)), items=("i2.1", "i2.2"))
    read: Any = CODEC.decode("ItemsTakenUp", CODEC.encode(fact))
    assert (read.items, read.entry.waives) == (("i2.1", "i2.2"), ("11",))


def test_a_word_in_any_script_stays_as_it_was() -> None:
    title = LocalizedText(original="ar", texts={"ar": "جدول الأعمال", "zh": "议程", "en": 'the "agenda"\u2028'})
    item = replace(items_of("1 Opening")[0], title=title)
    fact = some(ProvisionalAgendaIssued, full=False)
    read: Any = CODEC.decode(fact.TOPIC, CODEC.encode(replace(fact, items=(item,))))
    assert read.items[0].title == title


def test_the_zone_survives_an_hour_that_comes_twice() -> None:
    later = datetime(2020, 10, 25, 2, 30, tzinfo=ZoneInfo(ZONE), fold=1)
    when = Occurred(day=date(2020, 10, 25), at=later, zone=ZONE)
    fact = SittingOpened(entry=replace(envelope(1), occurred=when), number=1)
    read = CODEC.decode("SittingOpened", CODEC.encode(fact)).entry.occurred
    assert read.at is not None
    assert read.at.astimezone(UTC) == later.astimezone(UTC)
    assert (read.day, read.zone) == (when.day, ZONE)
    assert str(read.local) == "2020-10-25 02:30:00+01:00"


def test_a_field_that_is_not_known_is_refused() -> None:
    stored = json.loads(CODEC.encode(SittingOpened(entry=envelope(1), number=1)))
    for more in ({**stored, "hall": "M"}, {**stored, "entry": {**stored["entry"], "mood": "calm"}}):
        with not_understood("holds what this version does not know"):
            CODEC.decode("SittingOpened", json.dumps(more, separators=(",", ":")).encode())


@pytest.mark.parametrize(
    "change",
    [
        {"number": "one"},
        {"number": None},
        {"entry": {}},
        {"entry": None},
    ],
)
def test_a_value_of_another_kind_is_refused(change: dict[str, object]) -> None:
    stored = json.loads(CODEC.encode(SittingOpened(entry=envelope(1), number=1)))
    with not_understood("a stored SittingOpened cannot be read"):
        CODEC.decode("SittingOpened", json.dumps({**stored, **change}).encode())


@pytest.mark.parametrize("state", [b"", b"{", b"\xff\xfe", b"null", b"[]", b'{"number": 1}'])
def test_bytes_that_are_no_fact_are_refused(state: bytes) -> None:
    with not_understood("cannot be read"):
        CODEC.decode("SittingOpened", state)


def test_the_same_fact_written_another_way_is_refused() -> None:
    state = CODEC.encode(SittingOpened(entry=envelope(1), number=1))
    with not_understood("holds what this version does not know"):
        CODEC.decode("SittingOpened", state.replace(b":", b": ", 1))


def test_a_moment_that_is_not_on_its_day_is_refused_where_it_is_read() -> None:
    state = CODEC.encode(SittingOpened(entry=envelope(1, at="10:00"), number=1))
    with not_understood("is not on 2020-09-09 in Europe/Vienna"):
        CODEC.decode("SittingOpened", state.replace(b'"day":"2020-09-08"', b'"day":"2020-09-09"'))


@pytest.mark.parametrize("topic", ["this", "antigravity:fly", "os.path:join", "Agendaadopted", "", "ActStruck "])
def test_an_unknown_topic_is_refused_and_nothing_is_imported(topic: str) -> None:
    before = set(sys.modules)
    with not_understood("is not one of ours"):
        CODEC.decode(topic, b"{}")
    assert not {"this", "antigravity"} & (set(sys.modules) - before)


def test_an_unknown_topic_in_a_row_is_refused_by_all_that_reads_it(book: Book) -> None:
    row = {
        "entry": 8,
        "originator_id": str(stream_id("meeting", "planted")),
        "originator_version": 1,
        "topic": "this:d",
        "state": b"{}",
    }
    with writing(book.engine) as connection:
        connection.execute(insert(EVENT), row)
    before = book.dump()
    for look in (book.rebuilt, book.rows_as_of):
        with not_understood("'this:d' is not one of ours"):
            look()
    with pytest.raises(Altered, match="the last entry is 8"):
        book.facts(key="planted")
    assert "this" not in sys.modules
    assert book.dump() == before


@dataclass(frozen=True, kw_only=True)
class HallOpened(Fact):
    """The second shape of a fact: the first one did not name the hall."""

    TOPIC: ClassVar[str] = "HallOpened.2"
    hall: str


def test_an_old_shape_is_upcast_on_reading_and_the_stored_bytes_stay(blank: Book) -> None:
    codec = Codec(
        {"HallOpened.2": HallOpened}, {"HallOpened": ("HallOpened.2", lambda stored: {**stored, "hall": "unknown"})}
    )
    entry = envelope(1)
    old = codec.encode({"entry": entry})
    with writing(blank.engine) as connection:
        recorder = Recorder()
        recorder.use(connection, 0)
        recorder.insert_events([StoredEvent(entry.stream, 1, "HallOpened", old)])
        (stored,) = recorder.select_events(entry.stream)
        assert FactMapper(codec).to_domain_event(stored) == HallOpened(entry=entry, hall="unknown")
    with reading(blank.engine) as connection:
        assert connection.execute(select(EVENT.c.topic, EVENT.c.state)).one() == ("HallOpened", old)


def test_an_old_shape_that_cannot_be_lifted_is_refused() -> None:
    codec = Codec({"HallOpened.2": HallOpened}, {"HallOpened": ("HallOpened.2", lambda stored: stored)})
    with not_understood("a stored HallOpened.2 cannot be read"):
        codec.decode("HallOpened", codec.encode({"entry": envelope(1)}))


NONSENSE = {
    "PERSISTENCE_MODULE": "this",
    "CIPHER_TOPIC": "this:d",
    "COMPRESSOR_TOPIC": "this:d",
    "CIPHER_KEY": "nonsense",
    "MAPPER_TOPIC": "this:d",
    "TRANSCODER_TOPIC": "this:d",
    "IS_SNAPSHOTTING_ENABLED": "yes",
    "AGGREGATE_CACHE_MAXSIZE": "10",
}


def test_the_environment_of_the_process_does_not_reach_the_record(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in NONSENSE.items():
        monkeypatch.setenv(name, value)
        monkeypatch.setenv(f"REGISTER_{name}", value)
    again = book.again()
    again.each(sitting(1))
    assert again.register.repository.cache is None
    assert not set(again.register.env.values()) & {os.environ[name] for name in NONSENSE}
    assert "this" not in sys.modules
    assert b'"number":1' in again.register.codec.encode(again.facts()[-1])


def test_the_library_stores_what_our_codec_wrote(book: Book) -> None:
    with reading(book.engine) as connection:
        stored = connection.execute(select(EVENT.c.topic, EVENT.c.state).where(EVENT.c.entry == 4)).one()
    assert stored.topic == MeetingScheduled.TOPIC
    assert stored.state == CODEC.encode(book.facts()[0])
    assert json.loads(stored.state)["entry"]["number"] == 4


def test_moments_are_stored_in_utc_with_their_offset(book: Book) -> None:
    assert book.facts()[0].entry.recorded_at.tzinfo == UTC
