"""A small dose of each torture. The whole: `make torture`."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.record.server import Server, running
from tests.torture.clocks import set_back
from tests.torture.damage import flipped, sample, truncated
from tests.torture.disks import filled
from tests.torture.kills import killed, server_killed
from tests.torture.score import Score, table

CHANCE = Random(7)


@pytest.fixture(autouse=True)
def _somebody_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEMCON_BY", "secretary")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A PostgreSQL server for these tests."""
    with running() as one:
        yield one


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record whose file is sound."""
    return sample(tmp_path_factory.mktemp("sound") / "record.db", 30)


def must_be_ok(score: Score, *, tried: int) -> None:
    """Nothing was lost, and nothing missed; and it was tried."""
    assert score.ok, table([score])
    assert score.tried == tried


@pytest.mark.parametrize("writers", [1, 2])
def test_nothing_acknowledged_is_lost_in_a_file_when_they_who_record_are_killed(tmp_path: Path, writers: int) -> None:
    names = count()
    score = killed("kill", lambda: str(tmp_path / f"{next(names)}.db"), writers=writers, rounds=5, chance=CHANCE)
    must_be_ok(score, tried=5)
    assert score.acknowledged


def test_nothing_acknowledged_is_lost_on_a_server_when_they_who_record_are_killed(server: Server) -> None:
    must_be_ok(killed("kill", server.database, writers=2, rounds=3, chance=CHANCE), tried=3)


def test_nothing_acknowledged_is_lost_when_the_server_falls() -> None:
    with running() as alone:
        must_be_ok(server_killed("fall", alone, rounds=1, chance=CHANCE), tried=1)


def test_a_full_disk_refuses_in_plain_words_and_still_reads_and_verifies() -> None:
    score = filled(rounds=1, chance=CHANCE)
    if score.skipped is not None:
        pytest.skip(score.skipped)
    must_be_ok(score, tried=1)


def test_a_flipped_bit_that_changes_anything_is_found(sound: Path) -> None:
    must_be_ok(flipped(sound, rounds=25, chance=CHANCE), tried=25)


def test_a_file_that_was_cut_off_is_found_out(sound: Path) -> None:
    must_be_ok(truncated(sound, rounds=8, chance=CHANCE), tried=8)


def test_the_times_of_the_record_never_go_back(tmp_path: Path) -> None:
    score = set_back(str(tmp_path / "record.db"), rounds=40, chance=CHANCE)
    must_be_ok(score, tried=score.tried)
    assert score.tried > 10


def test_the_table_names_what_was_lost_and_what_was_missed() -> None:
    bad = Score("kill -9", tried=200, acknowledged=1234, lost=1, findings=["entry 7 is lost"])
    bad.found("round 3: verify failed")
    told = table([bad, Score("disk full", skipped="only root may mount")]).splitlines()
    assert told[0].split() == ["tried", "acknowledged", "lost", "missed"]
    assert told[1].split() == ["kill", "-9", "200", "1,234", "1", "1"]
    assert told[2:4] == ["    entry 7 is lost", "    round 3: verify failed"]
    assert told[4].split() == ["disk", "full", "not", "tried:", "only", "root", "may", "mount"]
    assert not bad.ok
