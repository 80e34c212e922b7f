"""Verifying: what it costs to read and hash a whole record again."""

from __future__ import annotations

import gc
import hashlib
import statistics
from collections.abc import Callable, Sequence
from time import process_time

from sqlalchemy import Connection

from domain.record.codec import Codec
from domain.record.database import connect, reading
from domain.record.merkle import leaf_text
from domain.record.states import Stored
from domain.record.verifying import EVENTS, verify
from tests.bench.acts import importing
from tests.bench.figure import Figure
from tests.bench.places import Places


def verifying(places: Places) -> Figure:
    """The CPU of a verification beside its reading, against three SHA-256 an event.

    The reading is what no hash can spare: SQLite's check of its own file, the rows, and each state decoded and encoded.
    """
    if not places.imported.exists():
        importing(places)
    engine = connect(str(places.imported), keep=True)
    with reading(engine) as connection:
        rows: Sequence[Stored] = list(EVENTS.rows(connection, {}))
        texts = [(row[4], b"\0" + leaf_text(*row[1:]), bytes(65)) for row in rows]
        whole, read, floor = (
            _cpu(work) for work in (lambda: verify(connection), lambda: _read(connection), lambda: _hash(texts))
        )
    engine.dispose()
    each = 1_000_000 / len(rows)
    return Figure(
        name=f"CPU of verifying {len(rows):,} events, {whole * each:.1f} microseconds each, without the reading, "
        f"{read * each:.1f}; against three SHA-256 an event",
        value=(whole - read) * each,
        unit="microseconds an event",
        goal=2.0,
        bound="at most",
        floor=floor * each,
        ratio=(whole - read) / floor,
    )


def _read(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA integrity_check(5)").all()
    codec = Codec()
    for _, _, _, topic, state in EVENTS.rows(connection, {}):
        codec.decode(topic, state)


def _hash(texts: Sequence[tuple[bytes, bytes, bytes]]) -> None:
    for state, leaf, node in texts:
        hashlib.sha256(state).hexdigest()
        hashlib.sha256(leaf).digest()
        hashlib.sha256(node).digest()


def _cpu(work: Callable[[], object]) -> float:
    """The seconds of the processor that a piece of work takes, the median of three times."""
    taken = []
    for _ in range(3):
        gc.collect()
        start = process_time()
        work()
        taken.append(process_time() - start)
    return statistics.median(taken)
