"""What a million events cost that ten thousand do not: the memory of a rebuild, and the time of a view."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from domain.record.database import connect, reading
from domain.values import stream_id
from projections.agenda import agenda
from projections.names import named
from tests.bench.figure import Figure, cost, side_by_side, timed
from tests.bench.meetings import BODY, commands, new_record, short_meeting, together
from tests.bench.places import Places
from tests.bench.proofs import proving

_REBUILD = """
import pathlib, re, resource, sys
from domain.record.database import connect
from projections.engine import rebuild
rebuild(connect(sys.argv[1]))
status = pathlib.Path("/proc/self/status")
own = re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text()) if status.exists() else None
print(own[1] if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

_SMALL = 10_000

Row = tuple[int, str, int, str, bytes]


def large(places: Places) -> Iterator[Figure]:
    """A record of many events, derived from nothing, against one of ten thousand."""
    small, huge = (_record_of(places, count) for count in (_SMALL, places.huge))
    least, most = _peak(small), _peak(huge)
    name = f"peak memory of a rebuild of {places.huge:,} events, against one of {_SMALL:,}"
    yield cost(name, most, least, unit="MB", at_most=1.5)
    yield _viewing(places, huge, small)
    yield from proving(huge, places.huge)
    for path in (small, huge):
        path.unlink()


def _viewing(places: Places, huge: Path, small: Path) -> Figure:
    """The agenda of a meeting found by its key, of a hundred meetings spread over the record."""
    engines = [connect(str(path), keep=True) for path in (huge, small)]
    of_huge, of_small = (_spread(count) for count in (places.huge, _SMALL))
    most, least = side_by_side(
        lambda: timed(lambda: _views(engines[0], of_huge)),
        lambda: timed(lambda: _views(engines[1], of_small)),
        rounds=7,
    )
    for engine in engines:
        engine.dispose()
    name = f"agenda of a meeting in a record of {places.huge:,} events, against one of {_SMALL:,}"
    return cost(name, most * 1000 / len(of_huge), least * 1000 / len(of_small), unit="ms", at_most=1.3)


def _spread(events: int) -> list[str]:
    last = events // 20 - 1
    return [f"m{last * step // 100}" for step in range(100)]


def _views(engine: Engine, keys: list[str]) -> None:
    for key in keys:
        with reading(engine) as connection:
            (found,) = named(connection, "meeting", key)
            assert agenda(connection, found.stream)


def _peak(path: Path) -> float:
    """Megabytes: the kernel counts in kilobytes, that of macOS in bytes.

    Linux lets a new process begin its `ru_maxrss` with the memory of the one that started it, here the bench itself,
    which would hide what is measured: there its own peak is read from /proc.
    """
    done = subprocess.run([sys.executable, "-c", _REBUILD, str(path)], check=True, capture_output=True, text=True)  # noqa: S603 - our own interpreter
    return int(done.stdout) / (1e6 if sys.platform == "darwin" else 1e3)


def _record_of(places: Places, count: int) -> Path:
    """A record of so many events: one short meeting, copied under other keys."""
    path = places.folder / f"{count}.db"
    register = new_record(path)
    together(register, commands("m0", short_meeting("m0")))
    register.engine.dispose()
    with closing(sqlite3.connect(path)) as connection, connection:
        meeting = connection.execute("SELECT * FROM event WHERE entry > 1 ORDER BY entry").fetchall()
        last = 1 + len(meeting)
        connection.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?)", _copies(meeting, last, count))
        connection.execute("UPDATE head SET size = ?", (count,))
    return path


def _copies(meeting: list[Row], last: int, count: int) -> Iterator[Row]:
    for copy in range(1, count):
        stream, key = str(stream_id("meeting", f"{BODY} m{copy}")), b'"key":"m%d"' % copy
        for _entry, old, version, topic, state in meeting:
            last += 1
            if last > count:
                return
            number = b'{"entry":{"number":%d,' % last
            rest = state[state.index(b'"stream"') :].replace(old.encode(), stream.encode()).replace(b'"key":"m0"', key)
            yield last, stream, version, topic, number + rest
