"""`nemcon live` from a pipe: the same grammar a line at a time, and a log that `run` plays again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click
import pytest

import cli.keyboard as keyboards
from cli.errors import Refused
from cli.keyboard import Keyboard
from cli.main import nemcon
from cli.offers import offers
from cli.room import Room
from tests.cli.process import ROOT
from tests.cli.terminal import Terminal, moment


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(room: Terminal, *lines: str, status: int = 0, key: str = "wg7") -> str:
    """What is answered to these lines, both streams together."""
    result = room.enter(["live", key], "\n".join(lines))
    assert result.exit_code == status, result.output
    return result.output


def log(room: Terminal) -> list[str]:
    """The lines of the log, without the first one of each session and without ids."""
    lines = room.db.with_name("wg7.log").read_text(encoding="utf-8").splitlines()
    return [line.partition(" --id ")[0] for line in lines if " nemcon live " not in line]


def test_lines_are_commands_without_the_word_nemcon_and_answered_one_by_one(room: Terminal) -> None:
    room.clock.now = moment("2020-09-08 08:42")
    assert said(room, "item conclude 1c", "nemcon item take-up 2", "", "quit", "item conclude 2").splitlines() == [
        "#22  wg7, 1st meeting, 8 Sep 10:42   The Working Group concluded its consideration of item 1 (c).",
        "#23  wg7, 1st meeting, 8 Sep 10:42   The Working Group took up item 2.",
    ]
    assert room.entries() == 23


def test_a_refusal_changes_nothing_and_does_not_end_it(room: Terminal) -> None:
    answer = said(room, "item conclude 9 --at 10:30", "item take-up 2 --at 10:31", status=1)
    assert "Refused: The agenda has no item 9." in answer
    assert "#22  " in answer
    assert log(room) == [
        "# refused: item conclude 9 --at 10:30",
        "item take-up 2 -m wg7 --at 2020-09-08T10:31 --by secretary",
    ]


def test_the_log_says_each_command_as_it_was_meant(room: Terminal) -> None:
    room.clock.now = moment("2020-09-08 08:42")
    lines = {
        "dec tak 'to meet'": "decision take 'to meet' -m wg7 --at 2020-09-08T10:42 --by secretary",
        "decision take --at=10:30 -- '-5 degrees'": "decision take -m wg7 --at 2020-09-08T10:30 --by secretary",
        "defer 4 --note '--at 9' -a10:31": "item defer 4 --note '--at 9' -m wg7 --at 2020-09-08T10:31 --by secretary",
        "correct 24 --reason slip defer 3": (
            "correct 24 --reason slip item defer 3 -m wg7 --at 2020-09-08T10:31 --by secretary"
        ),
        "body add X 'Body X' --by ben": "body add X 'Body X' --at 2020-09-08 --by ben",
        "take-up 2 --at -1m": "item take-up 2 -m wg7 --at 2020-09-08T10:41 --by secretary",
        "undo": "undo -m wg7 --by secretary",
    }
    for typed, kept in lines.items():
        said(room, typed)
        assert log(room)[-1] == kept
    assert "take -m wg7 --at 2020-09-08T10:30 --by secretary --id" in room.db.with_name("wg7.log").read_text()


def test_nothing_that_records_nothing_enters_the_log(room: Terminal) -> None:
    said(room, "status", "item take-up 2 --at 10:30 -n", "help item", "take-up 2 --at 10:30 --id A")
    assert "(recorded before)" in said(room, "item take-up 2 --at 10:30 --id A")
    assert log(room) == ["item take-up 2 -m wg7 --at 2020-09-08T10:30 --by secretary"]


def test_the_log_played_again_in_its_own_record_records_nothing(read: Terminal) -> None:
    script = ROOT / "examples" / "first-day.nemcon"
    said(read, f"run {script}", "conc 1c --at 10:30", "take-up 2 --at 10:31", "undo", "decision take x --at 10:40")
    said(read, "strike 18 --with-dependants --yes --reason typo")
    before = read.dump()
    again = read.types("run wg7.log")
    assert again.count("(recorded before)") == len([one for one in again.splitlines() if one.startswith("#")])
    assert read.dump() == before


def test_the_log_played_in_another_record_gives_the_same_papers(empty: Terminal) -> None:
    agenda = ROOT / "examples" / "agenda.txt"
    empty.types("body add CTOC 'A body'")
    empty.types("meeting schedule m1 CTOC --place Vienna --dates 2020-09-08 --at 2020-01-01")
    fresh = Terminal(empty.db.with_name("fresh.db"), empty.clock)
    fresh.db.write_bytes(empty.db.read_bytes())
    said(
        empty,
        f"agenda issue {agenda} --symbol S/1 --issued 2020-06-04 --accept-warnings",
        "meeting open --at 2020-09-08T10:00",
        "it add 'Other matters' --at 10:10",
        "agenda adopt --at 10:11",
        "take-up 2 --at 10:12",
        "conc 2 --at 10:20",
        "strike 9 8 --reason typo",
        f"import {agenda} -q --as wg7 --body UNTOC-COP/WG.7 --parent UNTOC-COP --accept-warnings",
        key="m1",
    )
    fresh.types("run m1.log")
    assert fresh.types("print agenda -m m1") == empty.types("print agenda -m m1")
    assert fresh.types("history") == empty.types("history")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("conc 1c --at 10:30", "concluded its consideration of item 1 (c)"),
        ("conc", "Concordance of the numbers of items"),
        ("it conc 1c --at 10:30", "concluded its consideration of item 1 (c)"),
        ("item conc 1c --at 10:30", "concluded its consideration of item 1 (c)"),
        ("ag sh", "Organizational matters"),
        ("it re", "'it re' is the beginning of 3 commands: item reopen, item retitle, items remaining."),
        ("statu", "Meeting     wg7"),
        ("item", "Usage: nemcon item"),
        ("ite --help", "'ite' is the beginning of 2 commands: item, items."),
        ("plen", "Usage: nemcon plenary"),
        ("sus 1c", "'sus' is the beginning of 3 commands: item suspend, plenary suspend, silence suspend."),
        ("item re", "'item re' is the beginning of 2 commands: item reopen, item retitle."),
        ("conc --help", "'conc' is the beginning of 2 commands: item conclude, concordance."),
        ("xyz", "No command begins with 'xyz'."),
        ("item xyz", "No command begins with 'item xyz'."),
        ("--version", "nemcon"),
        ("item conclude", "Missing argument 'NUMBER'."),
        ("item 'conclude", "It cannot be read: no closing quotation."),
        ("--db x.db status", "Whoever records live keeps to one record."),
        ("live", "Somebody is at the keyboard already."),
        ("help", "These are the first words:"),
        ("help it conc", "Usage: nemcon item conclude"),
        ("help xyz", "No command begins with 'xyz'."),
        ("sess", "Usage: nemcon session"),
    ],
)
def test_the_beginning_of_a_command_will_do_where_only_one_has_it(room: Terminal, typed: str, answer: str) -> None:
    assert answer in room.enter(["live"], typed).output


def test_a_line_that_is_no_text_is_refused_and_the_next_one_is_read(room: Terminal) -> None:
    result = room.enter(["live"], b"item conclude \xff\nitem take-up 2 --at 10:30\n")
    assert result.exit_code == 1
    assert "The line is not text in UTF-8." in result.stderr
    assert "#22  " in result.stdout


@pytest.mark.parametrize("words", [["live", "wg9"], ["live", "--by", " "], ["live", "--log", "no/such/folder.log"]])
def test_what_cannot_begin_is_refused(room: Terminal, words: list[str]) -> None:
    before = room.dump()
    result = room.enter(words, "status")
    assert result.exit_code == 1
    assert result.stderr.startswith("Refused: ")
    assert room.dump() == before


def test_two_meetings_open_and_none_named_are_both_listed(bureau: Terminal) -> None:
    bureau.types("meeting schedule wg7 UNTOC-COP --place Vienna --dates 2020-09-08 --at 2019-08-30")
    result = bureau.enter(["live"], "status")
    assert "2 meetings are in the record: wg7, wg7." in result.stderr
    assert "nemcon live KEY" in result.stderr
    bureau.types("live 'UNTOC-COP wg7'", "meeting open --at 2020-09-08T10:00\n")
    assert log(bureau) == ["meeting open -m 'UNTOC-COP wg7' --at 2020-09-08T10:00 --by secretary"]


def test_a_script_does_not_go_live(room: Terminal) -> None:
    room.refused("run -", "Somebody is at the keyboard already.", given="live")


# Others at the same record.


def while_reading(monkeypatch: pytest.MonkeyPatch, *does: Callable[[], object]) -> None:
    """Others do something while the first lines are awaited: after the prompt, before the line."""
    waiting = list(does)
    awaited = Keyboard.line

    def line(keyboard: Keyboard, prompt: str) -> str | None:
        if waiting:
            waiting.pop(0)()
        return awaited(keyboard, prompt)

    monkeypatch.setattr(Keyboard, "line", line)


def other(room: Terminal) -> Terminal:
    return Terminal(room.db, room.clock)


def test_who_comes_second_is_told_and_may_give_the_line_again(room: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    while_reading(monkeypatch, lambda: other(room).types("item conclude 1c --at 10:30 --by ben"))
    answer = said(room, "item take-up 2 --at 10:31", "item take-up 2 --at 10:31", status=1)
    assert answer.splitlines() == [
        "Not recorded: others were quicker.",
        "  #22  wg7, 1st meeting, 8 Sep 10:30   The Working Group concluded its consideration of item 1 (c).  (by ben)",
        "Next:    If your line still holds, give it again as it is.",
        "#23  wg7, 1st meeting, 8 Sep 10:31   The Working Group took up item 2.",
    ]


def test_what_others_do_in_another_stream_stops_nobody(room: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    while_reading(monkeypatch, lambda: other(room).types("body add X 'Body X' --by ben"))
    assert "#23  wg7" in said(room, "item conclude 1c --at 10:31")


def test_what_others_did_in_the_meeting_is_told_before_the_next_prompt(
    room: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    while_reading(monkeypatch, lambda: other(room).types("item conclude 1c --at 10:30 --by ben"))
    answer = said(room, "", "item take-up 2 --at 10:31")
    assert answer.startswith("Meanwhile others recorded:\n  #22  ")
    assert "(by ben)\n#23  " in answer


def test_a_script_in_it_is_recorded_as_a_whole_or_not_at_all(read: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    script = read.db.with_name("script")
    script.write_text("meeting open --at 2020-09-08T10:00\nitem conclude 9\n", encoding="utf-8")
    assert "Nothing of the script was recorded." in said(read, f"run {script}", status=1)
    assert log(read) == [f"# refused: run {script}"]
    script.write_text("meeting open --at 2020-09-08T10:00\nitem take-up 2 --at 10:01\n", encoding="utf-8")
    while_reading(monkeypatch, lambda: other(read).types("body add X 'Body X'"))
    said(read, f"run {script}")
    assert len(log(read)) == 3


# What goes wrong.


def test_a_line_that_the_record_did_not_take_leaves_the_log_again(
    room: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    import domain.record.transaction as it  # noqa: PLC0415 - only here

    flush = it.Transaction.flush
    calls: list[int] = []

    def fails_at_the_commit(transaction: it.Transaction) -> None:
        flush(transaction)
        calls.append(1)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(it.Transaction, "flush", fails_at_the_commit)
    said(room, "item take-up 2 --at 10:30", status=1)
    assert log(room) == ["# refused: item take-up 2 --at 10:30"]
    assert room.entries() == 21


def test_a_log_that_cannot_be_written_stops_the_act_and_not_the_session(room: Terminal) -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("this system has no full device")
    result = room.enter(["live", "--log", str(full)], "item take-up 2 --at 10:30")
    assert "No space left on device" in result.stderr
    assert room.entries() == 21


def test_ctrl_c_during_a_line_says_whether_it_was_recorded(room: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cli.views.text_status", interrupted)
    assert "Interrupted: nothing of the line was recorded." in said(room, "status", status=1)
    monkeypatch.setattr(Room, "_say_what_was_recorded", interrupted)
    answer = said(room, "item take-up 2 --at 10:30", status=1)
    assert "Interrupted, but the line was recorded; see: history" in answer
    assert log(room) == ["item take-up 2 -m wg7 --at 2020-09-08T10:30 --by secretary"]


def test_where_the_tables_are_gone_the_prompt_says_so_and_the_lines_are_read(
    room: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drop() -> None:
        with closing(sqlite3.connect(room.db)) as connection:
            connection.execute("DROP TABLE meeting")

    while_reading(monkeypatch, drop)
    assert "Derive it again: nemcon rebuild" in said(room, "", "rebuild")


# The keyboard.


class _Typed:
    """A terminal at which somebody types."""

    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, *lines: str | BaseException) -> Keyboard:
    waiting = list(lines)

    def typed(_prompt: str) -> str:
        line = waiting.pop(0)
        if isinstance(line, str):
            return line
        raise line

    monkeypatch.setattr("sys.stdin", _Typed())
    monkeypatch.setattr("builtins.input", typed)
    return Keyboard(lambda before, text: [f"{before}{text}1", f"{before}{text}2"])


def test_at_a_terminal_ctrl_c_gives_an_empty_line_and_ctrl_d_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    not_text = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    keyboard = at_a_terminal(monkeypatch, "status", KeyboardInterrupt(), EOFError(), not_text)
    assert [keyboard.line("> ") for _ in range(3)] == ["status", "", None]
    with pytest.raises(Refused, match="not text in UTF-8"):
        keyboard.line("> ")


@pytest.mark.skipif(keyboards.readline is None, reason="there is no readline here")
def test_readline_is_offered_one_after_the_other_and_given_what_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    keyboard = at_a_terminal(monkeypatch)
    keyboard.put_back("item conclude 2")
    keyboard.puts("item conclude 2")
    assert [keyboard.complete("a", rank) for rank in range(3)] == ["a1", "a2", None]


# Tab.


def offered(room: Terminal, before: str, text: str) -> list[str]:
    here = Room(str(room.db), clock=room.clock)
    with here.reading() as connection:
        stream = connection.exec_driver_sql("SELECT stream FROM meeting").scalar_one()
    try:
        return offers(click.Context(nemcon, obj=here, **nemcon.context_settings), here, stream, before, text)
    finally:
        here.close()


@pytest.mark.parametrize(
    ("before", "text", "found"),
    [
        ("", "agen", ["agenda "]),
        ("", "conc", ["concordance ", "item conclude "]),
        ("", "qui", ["quit "]),
        ("item ", "con", ["conclude "]),
        ("nemcon conc ", "1c", ["1c "]),
        ("item conc ", "1", ["1 ", "1a ", "1b ", "1c "]),
        ("item take-up ", "", ["1 ", "1a ", "1b ", "1c ", "2 ", "3 ", "4 ", "5 "]),
        ("silence show ", "2019", ["2019-08-30 "]),
        ("agenda show ", "--ad", ["--adopted "]),
        ("status -m ", "w", ["wg7 "]),
        ("status -m ", "UNTOC-COP/W", ["UNTOC-COP/WG.7 "]),
        ("sus ", "", []),
        ("item 'con", "", []),
    ],
)
def test_tab_offers_what_can_follow(room: Terminal, before: str, text: str, found: list[str]) -> None:
    assert offered(room, before, text) == found


def test_a_command_meant_by_its_beginning_keeps_the_short_word_for_help(room: Terminal) -> None:
    assert "-h, --help" in said(room, "conc 1c --at 10:30", "item conclude -h")
