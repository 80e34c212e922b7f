"""What is typed at nine in the evening: blanks, slips of the finger, characters that no paper can print."""

import os
import subprocess
import sys

import pytest

from tests.cli.process import ROOT
from tests.cli.terminal import Terminal


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("item add '' --at 10:30", "TITLE is blank."),
        ("item retitle 4 ' ' --at 10:30", "is blank."),
        ("item take-up '' --at 10:30", "NUMBERS is blank."),
        ("decision take '' --at 10:30", "TEXT is blank."),
        ("decision take 'did it' --decision '' --at 10:30", "--decision is blank."),
        ("decision take 'did it' --note ' ' --at 10:30", "--note is blank."),
        ("report draft '' --at 10:30", "SYMBOL is blank."),
        ("officer preside '' --at 10:30", "WHO is blank."),
        ("body add '' ''", "KEY is blank."),
        ("meeting relocate wg7 --place '' --at 2020-09-01", "--place is blank."),
        ("silence agreed k UNTOC-COP '' --at 2020-01-01", "SUBJECT is blank."),
        ("resolution record 'UNTOC-COP 8/1' '' --adopted 2014-10-10", "TITLE is blank."),
        ("document list 2 '' '' --at 10:30", "SYMBOL is blank."),
    ],
)
def test_nothing_blank_is_recorded(room: Terminal, line: str, said: str) -> None:
    room.refused(line, said, "Say it, or leave the option out.")


def test_a_blank_word_names_nothing(room: Terminal) -> None:
    room.refused("lineage ''", "The record knows no resolution ''", "Name the body too")
    room.refused("status -m ''", "The record knows no meeting ''.")
    room.refused("history item ''", "The agenda of wg7 has no item")


@pytest.mark.parametrize("character", ["\x1b[31m", "\x07", "\x00", "\x85", "\udce9"])
def test_what_no_paper_can_print_is_not_recorded(room: Terminal, character: str) -> None:
    before = room.dump()
    for words in (
        ["decision", "take", f"did {character} it", "--at", "10:30"],
        ["item", "add", f"A {character}", "--at", "10:30"],
        ["decision", "take", "did it", "--at", "10:30", "--note", f"{character}!"],
    ):
        result = room.enter(words)
        assert result.exit_code == 1
        assert "holds a character that no paper can print (U+" in " ".join(result.stderr.split())
    assert room.dump() == before


def test_what_is_not_text_names_nothing_either(room: Terminal) -> None:
    result = room.enter(["history", "body", "caf\udce9"])
    assert result.stderr.startswith("Refused: What was typed is not text in UTF-8.\n")


def test_a_recommendation_in_a_file_can_be_printed_too(room: Terminal) -> None:
    text = room.db.with_name("recommendation.txt")
    text.write_text("States should \x1b[31m share.\n", encoding="utf-8")
    room.refused(f"recommendation agree {text} --at 10:30", "that no paper can print (U+001B)")
    text.write_text("States should:\n\n\t- share,\r\n\t- act.\n", encoding="utf-8")
    room.types(f"recommendation agree {text} --at 10:30")


def test_letters_of_every_language_are_kept_as_they_are_typed(room: Terminal) -> None:
    for words in ("决定推迟审议", "قررت إرجاء النظر", "решила отложить", "décida de reporter"):
        assert words in room.types(f'decision take "{words}" --at 10:30')


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("strike 99999999999999999999 --reason typo", "So large a number is not kept."),
        ("correct 99999999999999999999 item conclude 2", "So large a number is not kept."),
        ("item drop-pending 99999999999999999999 --at 10:30", "So large a number is not kept."),
        ("agenda show --known-at 99999999999999999999", "There is no entry 99999999999999999999 in the record."),
        ("item take-up 5-4 --at 10:30", "It is not said which item is taken up."),
        ("item take-up 1-9999 --at 10:30", "The agenda has no item 6."),
        ("decision take 'did it' --tally many --at 10:30", "'many' is no tally."),
        ("decision take 'did it' --how consensus --tally 7-1-0 --at 10:30", "decided by consensus has no tally."),
    ],
)
def test_numbers_that_cannot_be_are_refused(room: Terminal, line: str, said: str) -> None:
    room.refused(line, said)


def test_an_item_typed_twice_is_taken_up_once(room: Terminal) -> None:
    assert "took up items 2 and 3 jointly" in room.types("item take-up 2 2-3 3 --at 10:30")


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_whatever_the_terminal_can_show_a_file_gets_utf_8(room: Terminal, encoding: str) -> None:
    environment = {**os.environ, "NEMCON_DB": str(room.db), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    ended = subprocess.run(
        [sys.executable, "-c", "from cli.main import main; main()", "agenda", "show"],
        env=environment, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert ended.stderr == b""
    assert ended.stdout.decode() == room.types("agenda show")


def test_a_first_word_that_was_mistyped_is_told_what_comes_near_it(empty: Terminal) -> None:
    assert "No such command 'statsu'. Near it: status." in empty.enter(["statsu"]).output
    assert "No such command 'qqq'.\n" in empty.enter(["qqq"]).output
