"""A cold start: what a person waits for who types one command."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.bench.figure import Figure, cost, side_by_side, timed
from tests.bench.meetings import commands, new_record, short_meeting, together
from tests.bench.places import Places

NEMCON = "from cli.main import main; main()"
_FLOOR = "import click, sqlalchemy"
_ROOT = Path(__file__).parents[2]


def showing(places: Places) -> Figure:
    """`nemcon agenda show` in a new process, against importing what it cannot do without; both compiled before."""
    path = places.folder / "cold.db"
    register = new_record(path)
    together(register, commands("m0", short_meeting("m0")))
    register.engine.dispose()
    product = partial(run, places, NEMCON, "--db", str(path), "agenda", "show")
    floor = partial(run, places, _FLOOR)
    product(), floor()
    shown, imported = side_by_side(lambda: timed(product), lambda: timed(floor), rounds=21)
    name = "nemcon agenda show in a new process, against importing click and sqlalchemy"
    return cost(name, shown * 1000, imported * 1000, unit="ms", at_most=1.25)


def run(places: Places, program: str, *arguments: str) -> None:
    """Run a program of Python in a new process."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(places.folder / "compiled")
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program, *arguments], check=True, capture_output=True, cwd=_ROOT, env=environment
    )
