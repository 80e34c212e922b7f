"""The program as a process of its own, as a shell starts it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_MAIN = "from cli.main import main; main()"


class Finished(NamedTuple):
    """How a process ended."""

    code: int
    out: str
    err: str


def nemcon_process(db: Path, *words: str) -> subprocess.Popen[str]:
    """The program started on a record, its output held for reading."""
    environment = {**os.environ, "NEMCON_DB": str(db), "NEMCON_BY": "secretary", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", _MAIN, *words],
        env=environment,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finished(process: subprocess.Popen[str]) -> Finished:
    """How the process ended, once it has."""
    out, err = process.communicate(timeout=60)
    return Finished(process.returncode, out, err)
