"""Which acts a projection reads: of the others it has no rows."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.act import Fact
from domain.streams import STREAMS, TOPICS
from domain.values import Entry, Occurred
from projections.engine import PROJECTIONS
from projections.tables import ByAct, ByStream
from projections.telling import Told

ENTRY = Entry(
    number=1,
    stream=UUID(int=1),
    version=1,
    occurred=Occurred(day=date(2020, 9, 8)),
    recorded_at=datetime(2020, 9, 10, tzinfo=UTC),
    recorded_by="ed",
    command_id="one",
)


def bare(kind: type[Fact]) -> Told:
    """A fact of that kind of which nothing is known but its envelope."""
    fact = object.__new__(kind)
    object.__setattr__(fact, "entry", ENTRY)
    return Told("meeting", fact, None, None)


@pytest.mark.parametrize("projection", [one for one in PROJECTIONS if isinstance(one, ByAct)])
def test_of_an_act_that_is_not_read_there_are_no_rows(projection: ByAct) -> None:
    unread = [told for told in map(bare, TOPICS.values()) if not projection.reads(told)]
    assert [row for told in unread for row in projection.rows(told)] == []


def test_the_history_reads_every_act() -> None:
    (history,) = [one for one in PROJECTIONS if one.table.name == "history"]
    assert isinstance(history, ByAct)
    assert all(map(history.reads, map(bare, TOPICS.values())))


@pytest.mark.parametrize("projection", [one for one in PROJECTIONS if isinstance(one, ByStream)])
def test_of_a_stream_of_another_kind_there_are_no_rows(projection: ByStream) -> None:
    unread = [kind for kind in STREAMS if not projection.reads(kind)]
    assert [row for kind in unread for row in projection.rows(kind, None)] == []
