"""`kill -9` while they record: what was acknowledged is there, and what is there is whole."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

from tests.record.server import Server
from tests.torture.checking import complaints, lost
from tests.torture.score import Score
from tests.torture.writer import Recording, begin

_ROUNDS_OF_A_RECORD = 25
_MOST = 0.06  # seconds: about ten acts

Place = Callable[[], str]
"""Where the next empty record is made."""


def killed(name: str, place: Place, *, writers: int, rounds: int, chance: Random) -> Score:
    """Kill one of the writers at any moment, let the others get on, kill them too, and look."""
    score = Score(name, acknowledged=0, lost=0)
    where, known = "", dict[int, str]()
    for turn in range(rounds):
        if turn % _ROUNDS_OF_A_RECORD == 0:
            where, known = place(), {}
            begin(where)
        known |= _round(where, turn, writers, chance)
        score.tried += 1
        _look(score, where, known, turn)
        if turn % _ROUNDS_OF_A_RECORD == _ROUNDS_OF_A_RECORD - 1 or turn == rounds - 1:
            score.acknowledged = (score.acknowledged or 0) + len(known)
    return score


def _round(where: str, turn: int, writers: int, chance: Random) -> dict[int, str]:
    recordings = [Recording.of(where, f"r{turn}w{one}") for one in range(writers)]
    if chance.random() < 0.8:  # else it is killed while it opens the record, or at its first act
        recordings[0].more(0)
    told = dict[int, str]()
    for one in recordings:
        if one is not recordings[0]:
            one.more(len(one.acknowledged))  # the lock of the killed one is nobody's
        time.sleep(chance.uniform(0, _MOST))
        one.kill()
        assert one.failure is None, one.failure
        told |= one.acknowledged
    return told


def _look(score: Score, where: str, known: dict[int, str], turn: int) -> None:
    gone = lost(where, known)
    score.lost = (score.lost or 0) + len(gone)
    score.findings += [f"round {turn}: entry {entry} was acknowledged and is lost" for entry in gone]
    for complaint in complaints(where):
        score.found(f"round {turn}: {complaint}")


def server_killed(name: str, server: Server, *, rounds: int, chance: Random) -> Score:
    """Stop the server itself without warning while two record, start it again, and look."""
    score = Score(name, acknowledged=0, lost=0)
    where, known = server.database(), dict[int, str]()
    begin(where)
    for turn in range(rounds):
        recordings = [Recording.of(where, f"r{turn}w{one}") for one in range(2)]
        for one in recordings:
            one.more(0)
        time.sleep(chance.uniform(0, _MOST))
        server.falls()
        for one in recordings:
            one.wait()
            known |= one.acknowledged
        server.rises()
        score.tried += 1
        _look(score, where, known, turn)
    score.acknowledged = len(known)
    return score
