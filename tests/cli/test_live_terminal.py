"""`nemcon live` at a real terminal: real processes, two of them where two record, and keys that are pressed."""

import sqlite3
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from tests.cli.keys import CTRL_C, CTRL_D, ENTER, TAB, UP, Keys

PROMPT = r"wg7 1st 8 Sep 2020 item 1 \(c\)> "


def live(room: Terminal, by: str = "anna") -> Keys:
    """The program at its first prompt."""
    keys = Keys(room.db, "live", by=by)
    keys.reads(PROMPT)
    return keys


def logged(room: Terminal) -> list[str]:
    """The lines of the log that are commands, without their ids."""
    lines = room.db.with_name("wg7.log").read_text(encoding="utf-8").splitlines()
    return [line.partition(" --id ")[0] for line in lines if not line.startswith("#")]


def test_the_prompt_shows_where_the_room_stands(room: Terminal) -> None:
    with live(room) as anna:
        anna.presses(f"conc 1c --at 10:30{ENTER}")
        assert "#22  wg7, 1st meeting, 8 Sep 10:30" in anna.reads(r"wg7 1st 8 Sep 2020> ")
        anna.presses(f"take-up 2 3 --at 10:31{ENTER}")
        anna.reads(r"wg7 1st 8 Sep 2020 items 2, 3> ")
        anna.presses(f"plen sus --at 10:40{ENTER}")
        anna.reads(r"wg7 1st suspended 8 Sep 2020 items 2, 3> ")
        anna.presses(CTRL_D)
        assert anna.ends() == 0
    assert logged(room) == [
        "item conclude 1c -m wg7 --at 2020-09-08T10:30 --by anna",
        "item take-up 2 3 -m wg7 --at 2020-09-08T10:31 --by anna",
        "plenary suspend -m wg7 --at 2020-09-08T10:40 --by anna",
    ]


def test_tab_completes_verbs_numbers_and_keys(room: Terminal) -> None:
    with live(room) as anna:
        anna.presses(f"item con{TAB}1{TAB}c --at 10:3{TAB}0{ENTER}")
        anna.reads(r"item conclude 1")
        anna.reads("concluded its consideration of item 1 \\(c\\).*\n.*> ")
        anna.presses(f"status -m w{TAB}{ENTER}")
        anna.reads("status -m wg7 .*\n.*Meeting")


def test_ctrl_c_abandons_the_line_that_is_typed_and_nothing_else(room: Terminal) -> None:
    with live(room) as anna:
        anna.presses("item conclude 1c --at 10")
        anna.reads("--at 10")
        time.sleep(0.5)  # the interpreter may miss a signal in the instant in which it handles a key
        anna.presses(CTRL_C)
        anna.reads(PROMPT)
        anna.presses(f"quit{ENTER}")
        assert anna.ends() == 0
        assert "Traceback" not in anna.shown
    assert room.entries() == 21


def test_ctrl_c_while_waiting_for_the_record_abandons_the_line(room: Terminal) -> None:
    with live(room) as anna, closing(sqlite3.connect(room.db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        anna.presses(f"item conclude 1c --at 10:30{ENTER}")
        time.sleep(1)  # long enough to have asked for the lock
        anna.presses(CTRL_C)
        time.sleep(0.2)
        other.execute("ROLLBACK")
        anna.reads("Interrupted: nothing of the line was recorded.\n.*> ")
        anna.presses(f"item conclude 1c --at 10:31{ENTER}")
        anna.reads("#22  .* 10:31")
    assert logged(room) == ["item conclude 1c -m wg7 --at 2020-09-08T10:31 --by anna"]


def test_a_refused_line_is_brought_back_by_the_arrow_key(room: Terminal) -> None:
    with live(room) as anna:
        anna.presses(f"item conclude 9 --at 10:30{ENTER}")
        anna.reads("The agenda has no item 9(.|\n)*> ")
        anna.presses(UP)
        anna.reads("item conclude 9 --at 10:30")


def test_who_comes_second_is_told_what_changed_and_gives_the_line_again_by_enter(room: Terminal) -> None:
    with live(room) as anna, live(room, by="ben") as ben:
        ben.presses(f"decision take 'to meet again' --at 10:30{ENTER}")
        ben.reads("#22  .*to meet again")
        anna.presses(f"decision take 'to meet again' --at 10:30{ENTER}")
        said = anna.reads("Next:.*\n.*> decision take 'to meet again' --at 10:30")
        assert "Not recorded: others were quicker.\n  #22  wg7" in said
        assert "(by ben)" in said
        assert room.entries() == 22
        anna.presses(ENTER)
        anna.reads("#23  .*to meet again")
        ben.presses(ENTER)
        assert "#23  " in ben.reads("Meanwhile others recorded:\n  #23 .*\\(by anna\\)\n.*> ")


def test_after_a_kill_the_log_gives_the_same_papers_in_a_fresh_record(read: Terminal) -> None:
    script = (Path("examples") / "first-day.nemcon").absolute()
    fresh = Terminal(read.db.with_name("fresh.db"))
    fresh.clock.now = datetime.now(UTC)  # a strike has the day on which it is made
    fresh.db.write_bytes(read.db.read_bytes())
    with Keys(read.db, "live") as anna:
        anna.reads(r"wg7 \(scheduled\)> ")
        anna.presses(f"run {script}{ENTER}")
        anna.reads("#21 .*\n.*> ")
        for line in ("conc 1c --at 10:30", "conc 9", "take-up 2 --at 10:31", "undo", "item defer 4 --at 10:45"):
            anna.presses(f"{line}{ENTER}")
            anna.reads(r"(#\d\d .*|Next:.*)\n.*> ")
        anna.process.kill()
    fresh.types(f"run {read.db.with_name('wg7.log')}")
    for paper in ("print agenda", "print history --lang en", "items remaining"):
        assert fresh.types(paper) == read.types(paper)
    assert fresh.entries() == read.entries()
