"""Live: from the line that is sent to the answer that is read, of a program that stays up in a long meeting."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import IO

from tests.bench.figure import Figure, limit, timed
from tests.bench.places import Places

_NEMCON = "from cli.main import main; main()"
_ROOT = Path(__file__).parents[2]
_LINES = 41


def answering(places: Places) -> Figure:
    """Decisions taken one after the other through a pipe, each once the one before it was answered."""
    path = places.copy(places.long_meeting())
    environment = {**os.environ, "NEMCON_DB": str(path), "NEMCON_BY": "secretary", "PYTHONPATH": str(_ROOT)}
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _NEMCON, "live", "long"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=path.parent,
        env=environment,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        typed, shown = process.stdin, process.stdout
        times = [timed(lambda rank=rank: _answered(typed, shown, rank)) for rank in range(_LINES)]  # type: ignore[misc] # bound now
        typed.close()
    shutil.rmtree(path.parent)
    name = f"live, from a line to its answer, in a meeting of {places.acts:,} acts"
    return limit(name, statistics.median(times[1:]), at_most=100)  # the first line waits for the start


def _answered(typed: IO[bytes], shown: IO[bytes], rank: int) -> None:
    typed.write(f"dec tak 'to meet again, part {rank}' --at 2022-12-01T10:00\n".encode())
    typed.flush()
    assert shown.readline().startswith(b"#")
