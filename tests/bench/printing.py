"""Printing: each paper of a long agenda, from the record to the bytes of its file."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from cli.options import AS_IT_IS
from cli.printed import made
from cli.room import Room
from tests.bench.figure import Figure, limit, timed
from tests.bench.meetings import commands, long_meeting, new_record, together
from tests.bench.places import Places

_ITEMS = 200
_ACTS = 2_000
_PAPERS: tuple[tuple[str, str | None], ...] = (
    ("agenda", None),
    ("provisional", None),
    ("comparison", None),
    ("concordance", None),
    ("history", None),
    ("report", None),
    ("journal", None),
    ("silence-register", None),
    ("lineage", "long"),
)


def printing(places: Places) -> Iterator[Figure]:
    """Each paper of an agenda of 200 items, as text and as HTML; the greater of both."""
    path = _record(places.folder / "printing.db")
    for paper, what in _PAPERS:
        times = [max(_printed(path, paper, what, form) for form in ("text", "html")) for _ in range(5)]
        name = f"{paper} of {_ITEMS} items, in a meeting of {_ACTS:,} acts"
        yield limit(name, statistics.median(times), at_most=1_000)


def _printed(path: Path, paper: str, what: str | None, form: str) -> float:
    room = Room(str(path))
    annotated = paper == "provisional"
    seconds = timed(lambda: made(room, paper, None, form, AS_IT_IS, annotated=annotated, what=what))
    room.close()
    return seconds


def _record(path: Path) -> Path:
    register = new_record(path)
    together(register, commands("long", long_meeting("long", _ACTS, _ITEMS)))
    register.engine.dispose()
    return path
