"""What the eventsourcing library asks of a recorder: the contract of its `ApplicationRecorderTestCase`."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import ApplicationRecorder, StoredEvent
from sqlalchemy.exc import IntegrityError

from domain.record.database import writing
from domain.record.recorder import Recorder
from tests.record.book import Book

ONE, OTHER = uuid4(), uuid4()


@pytest.fixture
def recorder(blank: Book) -> Iterator[Recorder]:
    """Our recorder on an empty record."""
    with writing(blank.engine) as connection:
        made = Recorder()
        made.use(connection, 0)
        yield made


def stored(stream: UUID, version: int, topic: str) -> StoredEvent:
    return StoredEvent(stream, version, topic, f"state of {topic}".encode())


@pytest.fixture
def three(recorder: Recorder) -> Recorder:
    """Two events of one stream, then one of another."""
    assert list(recorder.insert_events([stored(ONE, 1, "topic1"), stored(ONE, 2, "topic2")])) == [1, 2]
    assert list(recorder.insert_events([stored(OTHER, 1, "topic3")])) == [3]
    return recorder


def test_an_empty_record_notifies_of_nothing(recorder: Recorder) -> None:
    assert isinstance(recorder, ApplicationRecorder)
    assert recorder.select_notifications(None, 3) == []
    assert recorder.select_notifications(None, 3, topics=["topic1"]) == []
    assert recorder.max_notification_id() is None
    assert list(recorder.insert_events([])) == []
    assert list(recorder.stream()) == []


def test_the_last_notification_is_the_last_entry(three: Recorder) -> None:
    assert three.max_notification_id() == 3


def test_a_notification_is_the_event_under_its_entry(three: Recorder) -> None:
    first, second, third = three.select_notifications(None, 10)
    assert (first.id, first.originator_id, first.originator_version) == (1, ONE, 1)
    assert (second.id, second.topic, second.state) == (2, "topic2", b"state of topic2")
    assert (third.id, third.originator_id, third.originator_version) == (3, OTHER, 1)


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        ({"start": None, "limit": 10}, [1, 2, 3]),
        ({"start": 1, "limit": 10}, [1, 2, 3]),
        ({"start": None, "limit": 10, "stop": 2}, [1, 2]),
        ({"start": 1, "limit": 10, "inclusive_of_start": False}, [2, 3]),
        ({"start": 2, "limit": 10, "inclusive_of_start": False}, [3]),
        ({"start": 3, "limit": 1, "inclusive_of_start": False}, []),
        ({"start": None, "limit": 10, "topics": ["topic1", "topic2", "topic3"]}, [1, 2, 3]),
        ({"start": 1, "limit": 3, "topics": ["topic1", "topic3"]}, [1, 3]),
        ({"start": 2, "limit": 3, "topics": ["topic1", "topic3"]}, [3]),
        ({"start": 1, "limit": 3, "topics": ["topic4"]}, []),
        ({"start": None, "limit": 1}, [1]),
        ({"start": 2, "limit": 1}, [2]),
        ({"start": 1, "limit": 1, "inclusive_of_start": False}, [2]),
        ({"start": 2, "limit": 2}, [2, 3]),
        ({"start": 2, "limit": 10, "stop": 2}, [2]),
        ({"start": 1, "limit": 10, "stop": 2, "inclusive_of_start": False}, [2]),
    ],
    ids=str,
)
def test_notifications_are_selected_as_the_library_asks(three: Recorder, given: dict[str, Any], ids: list[int]) -> None:
    assert [one.id for one in three.select_notifications(**given)] == ids


@pytest.mark.parametrize(
    ("given", "versions"),
    [
        ({}, [1, 2]),
        ({"desc": True}, [2, 1]),
        ({"gt": 1}, [2]),
        ({"lte": 1}, [1]),
        ({"gt": 1, "lte": 1}, []),
        ({"limit": 1}, [1]),
        ({"desc": True, "limit": 1}, [2]),
    ],
    ids=str,
)
def test_the_events_of_a_stream_are_selected_as_the_library_asks(
    three: Recorder, given: dict[str, Any], versions: Sequence[int]
) -> None:
    found = three.select_events(ONE, **given)
    assert [one.originator_version for one in found] == versions
    assert {one.originator_id for one in found} <= {ONE}
    assert three.select_events(str(ONE), **given)[:1] == [
        StoredEvent(str(ONE), one.originator_version, one.topic, one.state) for one in found[:1]
    ]


def test_a_stream_that_is_not_there_has_no_events(three: Recorder) -> None:
    assert three.select_events(uuid4()) == []


def test_the_same_version_is_never_stored_twice(three: Recorder) -> None:
    with pytest.raises(IntegrityError):
        three.insert_events([stored(OTHER, 1, "topic3")])


def test_streams_come_whole_one_after_the_other(three: Recorder) -> None:
    three.insert_events([stored(ONE, 3, "topic4")])
    assert dict(three.stream()) == {
        ONE: [(f"topic{number}", f"state of topic{number}".encode()) for number in (1, 2, 4)],
        OTHER: [("topic3", b"state of topic3")],
    }


def test_nothing_follows_the_log(three: Recorder) -> None:
    with pytest.raises(NotImplementedError, match="nothing follows the log"):
        three.subscribe()
    with pytest.raises(NotImplementedError, match="nothing follows the log"):
        three.subscribe(gt=1, topics=["topic1"])


def test_the_log_of_the_application_reads_our_record(book: Book) -> None:
    with book.open() as under_way:
        notifications = under_way.register.notification_log.select(start=1, limit=10)
        assert [one.id for one in notifications] == list(range(1, 8))
        assert under_way.register.notification_log.select(start=8, limit=10) == []


def test_the_library_brings_no_database_of_its_own(book: Book) -> None:
    assert book.register.recorder.__class__ is Recorder
    assert not {"eventsourcing.sqlite", "eventsourcing.postgres"} & set(sys.modules)
