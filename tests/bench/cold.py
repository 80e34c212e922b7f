"""A cold start: what a person waits for who types one command, or plays the demonstration."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.figure import Figure, cost, limit, side_by_side, timed
from tests.bench.meetings import commands, new_record, short_meeting, together
from tests.bench.places import Places

_NEMCON = "from cli.main import main; main()"
_FLOOR = "import click, sqlalchemy"
_ROOT = Path(__file__).parents[2]


_HALF_A_DAY = 13  # acts of a short meeting: an item is under consideration


def showing(places: Places) -> Figure:
    """`nemcon agenda show` in a new process, against importing what it cannot do without; both compiled before."""
    path = _record(places, len(short_meeting("m0")))
    product = partial(_run, places, [_NEMCON, "--db", str(path), "agenda", "show"])
    times = _against_the_libraries(places, product)
    name = "nemcon agenda show in a new process, against importing click and sqlalchemy"
    return cost(name, *times, unit="ms", at_most=1.25)


def recording(places: Places) -> Figure:
    """An act in a new process, decided and written and undone again, against importing the same.

    Both in seconds of the processor: what the disk takes for a commit belongs to the figure of one act.
    """
    path = _record(places, _HALF_A_DAY)
    words = ["--db", str(path), "item", "conclude", "1b", "--at", "2020-09-08T12:00", "--by", "bench", "--dry-run"]
    times = _against_the_libraries(places, lambda: _run(places, [_NEMCON, *words]), _processor)
    name = "nemcon item conclude in a new process, against importing click and sqlalchemy"
    return cost(name, *times, unit="ms of the processor", at_most=1.35)


def demonstrating(places: Places) -> Figure:
    """The demonstration that `make demo` plays once it is set up: eleven commands, one after the other."""
    commands = places.folder / "bin"
    commands.mkdir()
    (commands / "nemcon").write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{_NEMCON}' \"$@\"\n")
    (commands / "nemcon").chmod(0o755)
    play = partial(_spawn, places, ["sh", "examples/demo.sh"], PATH=f"{commands}:{os.environ['PATH']}")
    play()
    return limit("examples/demo.sh", statistics.median(timed(play) for _ in range(5)), at_most=5000)


def _record(places: Places, acts: int) -> Path:
    path = places.folder / f"cold-{acts}.db"
    register = new_record(path)
    together(register, commands("m0", short_meeting("m0")[:acts]))
    register.engine.dispose()
    return path


def _against_the_libraries(
    places: Places, product: Callable[[], None], measured: Callable[[Callable[[], None]], float] = timed
) -> tuple[float, float]:
    """The milliseconds of both, after a turn that compiles them."""
    floor = partial(_run, places, [_FLOOR])
    for once in (product, floor):
        once()
    taken, imported = side_by_side(lambda: measured(product), lambda: measured(floor), rounds=21)
    return taken * 1000, imported * 1000


def _processor(work: Callable[[], None]) -> float:
    """The seconds of the processor that the processes begun and ended in it take."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_nemcon(places: Places, *words: str) -> None:
    """Give a command in a new process."""
    _run(places, [_NEMCON, *words])


def _run(places: Places, program: list[str]) -> None:
    _spawn(places, [sys.executable, "-c", *program])


def _spawn(places: Places, words: list[str], **named: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(places.folder / "compiled"), **named}
    subprocess.run(words, check=True, capture_output=True, cwd=_ROOT, env=environment)  # noqa: S603 - our own commands
