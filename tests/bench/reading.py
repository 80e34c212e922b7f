"""Reading: the replay of many events, and the agenda of a long meeting, now and as of another time."""

from __future__ import annotations

import json
import sqlite3
import statistics
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine

from domain.record.codec import Codec
from domain.record.database import connect, reading
from domain.record.recorder import Recorder
from projections.agenda import AGENDA, LINE, AgendaView, agenda
from projections.engine import as_of, stream_of
from tests.bench.acts import importing
from tests.bench.figure import Figure, limit, side_by_side, speed, timed
from tests.bench.meetings import stream_ids
from tests.bench.places import Places

_BARE = "SELECT originator_id, topic, state FROM event ORDER BY originator_id, originator_version"


def replays(places: Places) -> Iterator[Figure]:
    """All events read and decoded, and folded too, against a SELECT with json.loads."""
    if not places.imported.exists():
        importing(places)
    engine = connect(str(places.imported), keep=True)
    name = f"replay of {places.many:,} events, read and decoded, against SELECT and json.loads"
    decoded = side_by_side(
        lambda: timed(lambda: _replay(engine, fold=False)), lambda: timed(lambda: _bare(places.imported)), rounds=3
    )
    yield speed(name, decoded, per=1000, unit="ms", at_least=1.4)
    folded = side_by_side(
        lambda: timed(lambda: _replay(engine, fold=True)), lambda: timed(lambda: _bare(places.imported)), rounds=3
    )
    yield speed(name.replace("decoded,", "decoded and folded,"), folded, per=1000, unit="ms", at_least=0.8)
    engine.dispose()


def _replay(engine: Engine, *, fold: bool) -> None:
    codec, recorder = Codec(), Recorder()
    with reading(engine) as connection:
        recorder.use(connection, 0)
        for _id, stored in recorder.stream():
            facts = [codec.decode(topic, state, checked=False) for topic, state in stored]
            if fold:
                stream_of(facts).fold(facts)


def _bare(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for _originator, _topic, state in connection.execute(_BARE):
            json.loads(state)


def agendas(places: Places) -> Iterator[Figure]:
    """The agenda of a hundred items in a long meeting."""
    engine = connect(str(places.long_meeting()), keep=True)
    stream = stream_ids(engine)[0]
    name = f"agenda of 100 items in a meeting of {places.acts:,} acts"
    current = [timed(lambda: _current(engine, stream)) for _ in range(21)]
    yield limit(f"{name}: current", statistics.median(current), at_most=15)
    entries = range(places.acts // 10, places.acts, places.acts // 10)
    days = [date(2020, 9, 8) + timedelta(days=step) for step in range(10, 110, 20)]
    _as_of(engine, stream, places.acts, None)
    times = [timed(lambda entry=entry: _as_of(engine, stream, entry, None)) for entry in entries]  # type: ignore[misc] # bound now
    yield limit(f"{name}: as of an entry", statistics.median(times), at_most=60)
    times = [timed(lambda day=day: _as_of(engine, stream, None, day)) for day in days]  # type: ignore[misc] # bound now
    yield limit(f"{name}: as of a day", statistics.median(times), at_most=60)
    engine.dispose()


def _current(engine: Engine, stream: str) -> AgendaView | None:
    with reading(engine) as connection:
        return agenda(connection, stream)


def _as_of(engine: Engine, stream: str, known_at: int | None, on: date | None) -> AgendaView | None:
    with as_of(engine, known_at=known_at, on=on, only=[UUID(stream)], tables=(AGENDA, LINE)) as connection:
        return agenda(connection, stream)
