"""A file with one bit flipped, or cut off: somebody who is asked must say so."""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path
from random import Random

from tests.torture.checking import complaints, content, integrity
from tests.torture.score import Score
from tests.torture.writer import acts, begin


def sample(path: Path, entries: int = 60) -> Path:
    """A record of so many entries, closed, so that it is one file."""
    begin(str(path))
    for _told in islice(acts(str(path), "wg7"), entries):
        pass
    return path


def flipped(sound: Path, *, rounds: int, chance: Random) -> Score:
    """Flip one bit, so often that `rounds` flips changed something: a row, a column, an index, a trigger.

    A file has room that nothing is kept in. A flip there changes nothing that can be read; it is counted apart.
    """
    score = Score("one-bit flips that change something")
    bytes_, before = sound.read_bytes(), content(sound)
    idle = alone = 0
    for bit in chance.sample(range(len(bytes_) * 8), len(bytes_) * 8):
        if score.tried == rounds:
            break
        damaged = bytearray(bytes_)
        damaged[bit // 8] ^= 1 << bit % 8
        path = _as(sound, bytes(damaged))
        after = content(path)
        if after == before:
            idle += 1
            continue
        score.tried += 1
        alone += integrity(path) == "ok"
        if not _caught(score, path):
            score.found(f"byte {bit // 8}, bit {bit % 8}: {_difference(before, after)}")
    score.besides = f"{alone:,} of them pass integrity_check alone; {idle:,} more fell where nothing is kept"
    return score


def truncated(sound: Path, *, rounds: int, chance: Random) -> Score:
    """Cut the file off, anywhere."""
    score = Score("truncations of the file")
    bytes_ = sound.read_bytes()
    for length in [0, *(chance.randrange(len(bytes_)) for _ in range(rounds - 1))]:
        path = _as(sound, bytes_[:length])
        score.tried += 1
        if not _caught(score, path):
            score.found(f"cut off after {length} bytes")
    return score


def _caught(score: Score, path: Path) -> bool:
    """Whether somebody complains, and in plain words: an answer that nobody foresaw is a miss of its own."""
    try:
        return next(complaints(str(path)), None) is not None
    except AssertionError as error:
        score.found(str(error)[:300])
        return True


def _as(sound: Path, bytes_: bytes) -> Path:
    folder = sound.parent / "damaged"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "record.db"
    path.write_bytes(bytes_)
    return path


def _difference(before: list[str] | None, after: list[str] | None) -> str:
    if before is None or after is None:
        return "it can be read no more"
    return "; ".join([*sorted(set(before) - set(after)), "is now", *sorted(set(after) - set(before))])[:500]
