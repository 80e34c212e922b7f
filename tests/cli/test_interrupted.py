"""Two at once, Ctrl-C, a reader who has read enough, a full disk: no traceback, no half of anything."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy.exc import OperationalError

from cli import interrupted
from tests.cli.process import ROOT, finished, nemcon_process
from tests.cli.terminal import Terminal


def test_two_processes_that_record_at_once_wait_for_each_other(room: Terminal) -> None:
    acts = [nemcon_process(room.db, "body", "add", f"WG{number}", f"Group {number}") for number in range(4)]
    ended = [finished(one) for one in acts]
    assert [one.code for one in ended] == [0] * 4, [one.err for one in ended]
    assert sorted(one.out.split()[0] for one in ended) == ["#22", "#23", "#24", "#25"]
    assert room.entries() == 25


def test_only_one_of_two_processes_adopts_the_same_thing(room: Terminal) -> None:
    acts = [nemcon_process(room.db, "work", "adopt", "--at", "10:30") for _ in range(2)]
    ended = sorted(finished(one) for one in acts)
    assert [one.code for one in ended] == [0, 1]
    assert "Traceback" not in ended[1].err
    assert room.entries() == 22


def test_who_holds_the_record_for_too_long_is_said_so(room: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("domain.record.database._prepare_sqlite", lambda connection, _record: _impatient(connection))
    with closing(sqlite3.connect(room.db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = room.enter(["body", "add", "WG8", "Group"])
        other.execute("ROLLBACK")
    assert result.exit_code == 1
    assert result.stderr.startswith("Refused: Somebody else has been recording for more than 30 seconds.")


def _impatient(connection: sqlite3.Connection) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA busy_timeout = 1")


def test_a_reader_who_has_read_enough_ends_the_program_in_silence(room: Terminal) -> None:
    for words in (("history",), ("log", "export"), ("history", "--json")):
        process = nemcon_process(room.db, *words)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        process.stderr.close()
        process.wait(timeout=60)
        assert said in {"", "21 events.\n"}, words


def test_an_act_is_recorded_although_nobody_reads_the_answer(room: Terminal) -> None:
    process = nemcon_process(room.db, "work", "adopt", "--at", "10:30")
    assert process.stdout is not None
    process.stdout.close()
    process.wait(timeout=60)
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    assert room.entries() == 22


def test_a_full_disk_behind_the_screen_is_said_so(room: Terminal) -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("this system has no full device")
    for words in (["history"], ["log", "export"]):
        with full.open("w") as out:
            environment = {**os.environ, "NEMCON_DB": str(room.db), "PYTHONPATH": str(ROOT)}
            ended = subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "-c", "from cli.main import main; main()", *words],
                env=environment, stdout=out, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
            )  # fmt: skip
        assert ended.returncode == 1
        assert ended.stderr.startswith("Refused: No space left on device.\n")
        assert "Traceback" not in ended.stderr


def test_ctrl_c_while_waiting_for_the_record_leaves_nothing_behind(room: Terminal) -> None:
    before = room.dump()
    with closing(sqlite3.connect(room.db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        process = nemcon_process(room.db, "run", "examples/papers.nemcon")
        time.sleep(1.5)  # long enough to have asked for the lock
        process.send_signal(signal.SIGINT)
        time.sleep(0.2)
        other.execute("ROLLBACK")
    ended = finished(process)
    assert "Traceback" not in ended.err
    assert room.dump() == before


WHILE_IMPORTING = """
import sys
class Interrupted:
    def find_spec(self, name, *_):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
from cli.main import main
"""
WHILE_LETTING_GO = """
import cli
class Held:
    def __del__(self):
        raise {}
Held()
print("at the end")
"""


def as_program(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="no process ends by a signal there")
def test_ctrl_c_while_the_program_starts_ends_it_without_a_word() -> None:
    ended = as_program(WHILE_IMPORTING)
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGINT, "", "")


def test_ctrl_c_where_nothing_can_be_raised_is_not_shown() -> None:
    ended = as_program(WHILE_LETTING_GO.format("KeyboardInterrupt"))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "at the end\n", "")


def test_any_other_exception_is_shown_as_ever() -> None:
    ended = as_program("import cli; raise ValueError")
    assert (ended.returncode, ended.stderr.count("Traceback")) == (1, 1)
    ended = as_program(WHILE_LETTING_GO.format("ValueError"))
    assert (ended.stdout, ended.stderr.count("Traceback")) == ("at the end\n", 1)


def test_only_interruptions_are_kept_from_the_hooks_of_the_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(interrupted, "_EXCEPTHOOK", lambda *_: called.append("shown"))
    monkeypatch.setattr(interrupted, "_UNRAISABLEHOOK", lambda *_: called.append("shown too"))
    for error in (KeyboardInterrupt(), ValueError()):
        interrupted.ended(type(error), error, None)
        interrupted.unheard(cast("Any", SimpleNamespace(exc_value=error)))
    assert called == ["shown", "shown too"]


def test_ctrl_c_in_the_middle_of_a_script_leaves_nothing_behind(
    room: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    before = room.dump()
    monkeypatch.setattr("cli.views.text_status", interrupted)
    result = room.enter(["run", "-"], "body add WG8 Group\nstatus\n")
    assert (result.exit_code, result.output.strip()) == (1, "Aborted!")
    assert room.dump() == before


def test_ctrl_c_while_a_paper_is_written_leaves_no_partial_file(
    room: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    assert room.enter(["print", "agenda", "-o", str(tmp_path / "agenda.txt")]).exit_code == 1
    assert [one.name for one in tmp_path.iterdir() if "nemcon.db" not in one.name] == []


LOCKED = OperationalError("SELECT", {}, Exception("database is locked"))
READ_ONLY = OperationalError("INSERT", {}, Exception("attempt to write a readonly database"))
DISK = OperationalError("INSERT", {}, Exception("disk I/O error"))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LOCKED, "Refused: Somebody else has been recording for more than 30 seconds."),
        (READ_ONLY, "Refused: The record, or its folder, cannot be written to. Nothing was recorded."),
        (DISK, "Refused: The database refused: disk I/O error. Nothing was recorded."),
        (OSError(28, "No space left on device"), "Refused: No space left on device."),
        (OSError(13, "Permission denied", "agenda.txt"), "Refused: agenda.txt: Permission denied."),
        (BrokenPipeError(32, "Broken pipe"), ""),
    ],
)
def test_what_goes_wrong_below_is_said_in_plain_words(
    room: Terminal, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def broken(*_: object) -> str:
        raise error

    monkeypatch.setattr("cli.views.text_status", broken)
    result = room.enter(["status"])
    assert result.exit_code == 1
    assert result.stderr.startswith(said)
    assert ("Next: " in result.stderr) is bool(said)


def test_what_nobody_foresaw_is_said_in_a_sentence_too(
    room: Terminal, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> str:
        raise ZeroDivisionError("by nobody")

    monkeypatch.setattr("cli.views.text_status", broken)
    result = room.enter(["status"])
    assert result.exit_code == 1
    assert result.stderr.startswith("Refused: This should not have happened (ZeroDivisionError: by nobody).")
    assert "Traceback" not in result.output
    monkeypatch.setenv("NEMCON_DEBUG", "1")
    assert "Traceback" in room.enter(["status"]).output + capfd.readouterr().err
