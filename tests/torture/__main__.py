"""`python -m tests.torture`: kill, fill, flip, cut off, set back; print what was lost, and what was missed."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.record.server import running
from tests.torture.clocks import set_back
from tests.torture.damage import flipped, sample, truncated
from tests.torture.disks import filled
from tests.torture.kills import killed, server_killed
from tests.torture.score import Score, table


def scores(folder: Path, share: float, seed: int) -> Iterator[Score]:
    """Each torture, this share of it."""
    chance, numbers = Random(seed), count()

    def rounds(number: int) -> int:
        return max(1, round(number * share))

    def file() -> str:
        return str(folder / f"{next(numbers)}.db")

    yield killed("kill -9, SQLite, one writer", file, writers=1, rounds=rounds(200), chance=chance)
    yield killed("kill -9, SQLite, two writers", file, writers=2, rounds=rounds(200), chance=chance)
    yield from _on_a_server(rounds(200), rounds(20), chance)
    yield filled(rounds=rounds(20), chance=chance)
    sound = sample(folder / "sound.db")
    yield flipped(sound, rounds=rounds(1500), chance=chance)
    yield truncated(sound, rounds=rounds(100), chance=chance)
    yield set_back(file(), rounds=rounds(200), chance=chance)


def _on_a_server(rounds: int, falls: int, chance: Random) -> Iterator[Score]:
    name = "kill -9, PostgreSQL, two writers"
    try:
        with running() as server:
            yield killed(name, server.database, writers=2, rounds=rounds, chance=chance)
            yield server_killed("PostgreSQL itself stopped at once", server, rounds=falls, chance=chance)
    except pytest.skip.Exception as reason:
        yield Score(name, skipped=str(reason))


def main() -> None:
    """Torture, print the table; exit 1 where anything was lost or missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="how much of it: 0.1 is a tenth")
    parser.add_argument("--seed", type=int, default=20200908, help="of the chances taken")
    said = parser.parse_args()
    os.environ["NEMCON_BY"] = "secretary"
    done: list[Score] = []
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for score in scores(Path(folder), said.share, said.seed):
            done.append(score)
            print(f"{time.monotonic() - begun:6.0f} s  {score.line()}", file=sys.stderr, flush=True)
    print(table(done))
    sys.exit(0 if all(score.ok for score in done) else 1)


if __name__ == "__main__":
    main()
