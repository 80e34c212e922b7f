"""A script is recorded as a whole or not at all, and its first refusal names its line."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

GOOD = "body add A 'Body A'"
BAD = "item conclude 9 --at 10:30"


def test_a_script_with_a_refusal_in_it_records_nothing_and_says_so(room: Terminal) -> None:
    script = f"# comment\n\n{GOOD}\n{BAD}\n{GOOD}\n"
    said = room.refused(
        "run -", "Line 4 (item conclude 9 --at 10:30): Refused: The agenda has no item 9.", given=script
    )
    assert said.startswith("Line 4 ")
    assert said.endswith("Nothing of the script was recorded.\n")


def test_each_keeps_what_came_before_the_first_refusal(room: Terminal) -> None:
    result = room.enter(["run", "--each", "-"], f"{GOOD}\n{BAD}\nbody add B 'Body B'\n")
    assert result.exit_code == 1
    assert result.stdout == "#22  A, 1 Sep 2020   The Body A (A) entered the register.\n"
    assert result.stderr.startswith("Line 2 (item conclude 9 --at 10:30):\nRefused: The agenda has no item 9.\n")
    assert "Nothing of the script" not in result.stderr
    assert room.entries() == 22


def test_a_script_comes_from_a_file_or_from_standard_input_with_or_without_the_first_word(room: Terminal) -> None:
    script = room.db.with_name("script")
    script.write_text(
        f"nemcon {GOOD}   # a comment\nitem retitle 4 'Other \"business\", 2020' --at 10:30\n", encoding="utf-8"
    )
    said = room.types(f"run {script}")
    assert "#22  A," in said
    assert '"Other "business", 2020"' in said
    assert "#24  B," in room.types("run -", "\ufeffbody add B 'Body B'\r\n")


def test_views_inside_a_script_see_the_acts_before_them(room: Terminal) -> None:
    said = room.runs("item take-up 2 --at 10:30", "status", "item conclude 2 --at 10:31", "status", "history item 2")
    first, second = said.split("#23  ")[:2]
    assert "Item open   2  Impact" in first
    assert "Item open   2  Impact" not in second
    assert "#23  (1st meeting, 10.31 a.m.)" in said


def test_views_of_another_time_inside_a_script_know_the_acts_before_them(room: Terminal) -> None:
    acts = ("item take-up 2 --at 10:30", "item conclude 2 --at 10:31")
    assert "Item open   2  Impact" in room.runs(*acts, "status --known-at 22")
    assert "Item open   3  Successful" in room.runs("item take-up 3 --at 10:35", "status --on 2020-09-08")
    assert '"entry": 25' in room.runs("item conclude 3 --at 10:40", "agenda show --json --known-at 2020-09-01")


def test_what_is_sealed_inside_a_script_is_shown_in_a_view_of_another_time(read: Terminal) -> None:
    said = read.runs(
        "meeting open --at 2020-09-08T10:05", "officer elect 'Chair=Ms. A' --at 10:10", "history --on 2020-09-08"
    )
    assert said.count("elected Ms. A as Chair") == 2


def test_what_is_said_aloud_keeps_its_place_and_its_stream(room: Terminal) -> None:
    result = room.enter(["run", "-"], "item take-up 2 --at 10:30\nstatus\n")
    assert result.stderr == "Note: Item 1 (c) is still under consideration; suspend or conclude it.\n"
    assert result.stdout.startswith("#22  wg7")


def test_a_quiet_script_answers_with_its_number_of_commands(room: Terminal) -> None:
    assert room.types("run -q -", f"{GOOD}\nbody add B 'Body B'\n") == "2 commands, all of them accepted.\n"
    assert room.types("body add C 'Body C'").startswith("#24")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("body add 'A", "Line 1 (body add 'A): Refused: It cannot be read: no closing quotation."),
        (f"{GOOD}\nconclude 2\n", "Line 2 (conclude 2): Refused: No such command 'conclude'. Next: See: nemcon --help"),
        ("item conclude", "Refused: Missing argument 'NUMBER'. Next: See: nemcon item --help"),
        ("nemcon\n", "There is no command"),
        ("# nothing\n", "There is no command in standard input."),
        ("run examples/papers.nemcon", "A script cannot run another one."),
        ("--db other.db status", "A script keeps to one record."),
        (f"{GOOD} --dry-run", "Inside a script nothing can be tried"),
        ("strike 17 --reason typo --with-dependants", "Inside a script nothing can be tried"),
        (f"decision take '{'x' * 200}' --at", "xxx ...): Refused: Option '--at' requires an argument."),
    ],
)
def test_a_line_that_is_no_command_is_refused_and_named(room: Terminal, script: str, said: str) -> None:
    room.refused("run -", said, given=script)


def test_a_script_may_correct_and_undo(room: Terminal) -> None:
    said = room.runs(
        "decision take 'did thsi' --at 10:30",
        "correct 22 decision take 'did this'",
        "item take-up 2 --at 10:31",
        "undo",
    )
    assert [line.split()[0] for line in said.splitlines() if line.startswith("#")] == [
        "#22",
        "#23",
        "#24",
        "#25",
        "#26",
    ]


def test_help_inside_a_script_helps(room: Terminal) -> None:
    assert "Usage: nemcon item" in room.runs("item --help", GOOD)


def test_the_examples_are_played_from_first_to_last(empty: Terminal) -> None:
    with Path("examples/demo.sh").open(encoding="utf-8") as demo:
        assert "examples/the-rest.nemcon" in demo.read()
    empty.types(
        "import examples/agenda.txt --as wg7 --body UNTOC-COP/WG.7 --parent UNTOC-COP --rules untoc "
        "--zone Europe/Vienna --symbol CTOC/COP/WG.7/2020/1 --accept-warnings"
    )
    for script in ("resolutions", "first-day", "the-rest", "papers"):
        empty.types(f"run examples/{script}.nemcon")
    assert "Report      forwarded" in empty.types("status")
