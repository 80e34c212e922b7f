"""A disk that is full: the act is refused in plain words, and what is recorded is still read and verified."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tests.torture.checking import complaints, lost
from tests.torture.score import Score
from tests.torture.writer import Recording, begin, in_a_process

_MIB = 1 << 20


@contextmanager
def small_disk(size: int = 2 * _MIB) -> Iterator[Path | None]:
    """A disk of this size, in memory; None where nobody may mount one."""
    mount = shutil.which("mount")
    with tempfile.TemporaryDirectory() as name:
        told = [mount or "mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", name]
        if mount is None or subprocess.run(told, capture_output=True, check=False).returncode:  # noqa: S603 - of the system
            yield None
            return
        try:
            yield Path(name)
        finally:
            subprocess.run([shutil.which("umount") or "umount", name], check=True)  # noqa: S603 - the same


def filled(*, rounds: int, chance: Random) -> Score:
    """Record until the disk is full; then read, verify, make room, and go on."""
    score = Score("disk full (2 MiB)", acknowledged=0, lost=0)
    with small_disk() as disk:
        if disk is None:
            score.skipped = "only root may mount a disk in memory"
            return score
        for turn in range(rounds):
            for file in disk.iterdir():
                file.unlink()
            _round(score, disk, turn, chance)
    return score


def _round(score: Score, disk: Path, turn: int, chance: Random) -> None:
    where, filler = str(disk / "record.db"), disk / "filler"
    begin(where)
    filler.write_bytes(bytes(chance.randrange(_MIB // 2, _MIB + _MIB // 4)))
    recording = Recording.of(where, "wg7")
    recording.wait()
    score.tried += 1
    score.acknowledged = (score.acknowledged or 0) + len(recording.acknowledged)
    if "full" not in (recording.failure or ""):
        score.found(f"round {turn}: the writer ended by {recording.failure}")
    for code, words in ((1, _ACT), (0, ("history",)), (0, ("verify",))):
        _say(score, turn, where, code, *words)
    filler.unlink()
    _say(score, turn, where, 0, *_ACT)
    score.lost = (score.lost or 0) + len(lost(where, recording.acknowledged))
    for complaint in complaints(where):
        score.found(f"round {turn}: {complaint}")


_ACT = ("body", "add", "WG8", "Eighth Group", "--at", "2020-02-02", "--note", "x" * 60_000)


def _say(score: Score, turn: int, where: str, expected: int, *words: str) -> None:
    """Give a command to the program itself, and look how it ends."""
    code, said = program(where, *words)
    if code != expected or "Traceback" in said or "should not have happened" in said:
        score.found(f"round {turn}: {words[0]} ended with {code}: {said[:300]}")
    if expected and "Refused" not in said:
        score.found(f"round {turn}: {words[0]} was refused by: {said[:300]}")


def program(where: str, *words: str) -> tuple[int, str]:
    """The exit status of the program, and what it wrote on the terminal."""

    def work(pipe: int) -> None:
        from cli.main import nemcon  # noqa: PLC0415 - as the program does

        sys.stdout = sys.stderr = open(pipe, "w", closefd=False)  # noqa: SIM115 - a pipe has no path, and is closed with the process
        os.environ["NEMCON_BY"] = "secretary"
        nemcon(["--db", where, *words], prog_name="nemcon")

    process, pipe = in_a_process(work)
    with open(pipe, "rb") as said:  # noqa: PTH123 - a pipe has no path
        told = said.read().decode()
    _process, status = os.waitpid(process, 0)
    ended = "! SystemExit: "
    code = int(told.partition(ended)[2].split()[0]) if ended in told else os.waitstatus_to_exitcode(status)
    return code, told
