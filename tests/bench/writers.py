"""Eight at once on PostgreSQL: acts in a second, from eight processes that each record a meeting of their own."""

from __future__ import annotations

import multiprocessing
from datetime import UTC, datetime
from itertools import islice
from multiprocessing.synchronize import Barrier
from time import perf_counter

from domain.body import register_body
from domain.record.database import connect, create
from domain.record.register import Register
from domain.record.request import Command
from domain.record.transaction import transaction
from projections.engine import METADATA, Writer
from tests.bench.figure import Figure
from tests.bench.meetings import BODY, Deed, commands, long_meeting
from tests.bench.places import Places
from tests.record.server import running

_WRITERS, _ACTS = 8, 40
_GOAL = 100


def writing(_places: Places) -> Figure:
    """Each act is a transaction of its own, with its rows; the server writes each commit through to the disk."""
    with running(fsync=True) as server:
        url = server.database()
        _begin(url)
        context = multiprocessing.get_context("spawn")
        ready = context.Barrier(_WRITERS + 1)
        writers = [context.Process(target=_write, args=(url, f"w{one}", ready)) for one in range(_WRITERS)]
        for writer in writers:
            writer.start()
        ready.wait()
        begun = perf_counter()
        ready.wait()
        seconds = perf_counter() - begun
        for writer in writers:
            writer.join()
    done = _WRITERS * _ACTS
    name = f"acts a second of {_WRITERS} writers on PostgreSQL, {done:,} acts"
    return Figure(name=name, value=done / seconds, unit="1/s", goal=_GOAL, bound="at least")


def _begin(url: str) -> None:
    engine = connect(url)
    create(engine, datetime(2020, 1, 1, tzinfo=UTC), [METADATA])
    known = {"key": BODY, "name": "Working Group on the Smuggling of Migrants", "short": "Working Group"}
    with transaction(Register(engine, Writer())) as under_way:
        under_way.act(Deed(register_body, {**known, "zone": "Europe/Vienna"}).command(BODY, "body", "body"))
    engine.dispose()


def _write(url: str, key: str, ready: Barrier) -> None:
    engine = connect(url, keep=True)
    register = Register(engine, Writer(), keeping=True)
    asked = commands(key, islice(long_meeting(key, 10_000, listed=20), _ACTS + 4))
    for one in asked[:4]:  # the meeting is opened, and all that is imported late is imported
        _record(register, one)
    ready.wait()
    for one in asked[4:]:
        _record(register, one)
    ready.wait()
    engine.dispose()


def _record(register: Register, one: Command) -> None:
    with transaction(register) as under_way:
        under_way.act(one)
