"""The memory that a rebuild takes: as much for a million events as for ten thousand, or nearly."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.bench.figure import Figure, cost
from tests.bench.meetings import commands, new_record, short_meeting, together
from tests.bench.places import Places

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


def rebuilding(places: Places) -> Figure:
    """The peak memory of a rebuild of many events, against that of ten thousand, each in a process of its own."""
    small, huge = (_peak(_record_of(places, count)) for count in (_SMALL, places.huge))
    name = f"peak memory of a rebuild of {places.huge:,} events, against one of {_SMALL:,}"
    return cost(name, huge, small, unit="MB", at_most=1.5)


def _peak(path: Path) -> float:
    """Megabytes: the kernel counts in kilobytes, that of macOS in bytes.

    Linux lets a new process begin its `ru_maxrss` with the memory of the one that started it, here the bench itself,
    which would hide what is measured: there its own peak is read from /proc.
    """
    done = subprocess.run([sys.executable, "-c", _REBUILD, str(path)], check=True, capture_output=True, text=True)  # noqa: S603 - our own interpreter
    path.unlink()
    return int(done.stdout) / (1e6 if sys.platform == "darwin" else 1e3)


def _record_of(places: Places, count: int) -> Path:
    """A record of so many events: one short meeting, copied under other streams."""
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
        stream = str(uuid.uuid5(uuid.NAMESPACE_URL, str(copy)))
        for _entry, old, version, topic, state in meeting:
            last += 1
            if last > count:
                return
            number = b'{"entry":{"number":%d,' % last
            rest = state[state.index(b'"stream"') :].replace(old.encode(), stream.encode())
            yield last, stream, version, topic, number + rest
