"""What it takes to prove one entry of a large record: the time, once roots are kept, and the bytes."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, insert

from domain.record.checkpoint import Checkpoint
from domain.record.database import connect, reading, writing
from domain.record.notes import KeyType, Signer
from domain.record.proving import prove
from domain.record.subtrees import METADATA, Tree, keep
from domain.record.tables import CHECKPOINT
from tests.bench.figure import Figure, limit, timed

_LOG = Signer("example.org/record", KeyType.LOG, bytes(32))


def proving(path: Path, events: int) -> Iterator[Figure]:
    """A proof of an entry anywhere in the record, under a checkpoint of all of it."""
    engine = connect(str(path), keep=True)
    METADATA.create_all(engine)
    _sign(engine, events)
    entries = random.Random(1).sample(range(1, events + 1), 50)  # noqa: S311 - the same entries each time
    seconds = statistics.median(timed(lambda entry=entry: prove(engine, entry)) for entry in entries)  # type: ignore[misc] # the default binds it
    yield limit(f"a proof of one entry of {events:,}", seconds, at_most=50)
    most = max(_bytes(engine, entry) for entry in entries)
    name = f"the proof of inclusion of one entry of {events:,}, without the checkpoint and the event"
    yield Figure(name=name, value=most, unit="bytes", goal=1000, bound="at most")
    engine.dispose()


def _sign(engine: Engine, events: int) -> None:
    with reading(engine) as connection:
        tree = Tree(connection)
        root = tree.root(0, events)
    keep(engine, tree)
    note = str(Checkpoint(_LOG.name, events, root).signed(_LOG))
    with writing(engine) as connection:
        row = {"size": events, "root": root, "recorded_at": "2020-09-10T12:00:00+00:00", "note": note}
        connection.execute(insert(CHECKPOINT).values(row))


def _bytes(engine: Engine, entry: int) -> int:
    head, _, _ = str(prove(engine, entry)).partition("\n\n")
    return sum(len(line) + 1 for line in head.split("\n") if not line.startswith("extra "))
