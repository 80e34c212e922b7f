"""A file that cannot be read as text is refused in plain words; one that is written is written whole or not at all."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

READERS = {
    "read": "read {}",
    "import": "import {} --as wg8 --body WG8 --accept-warnings",
    "agenda issue": "agenda issue {} --issued 2020-06-04 -m wg7",
    "run": "run {}",
    "work revise": "work revise {} --at 10:30",
    "recommendation agree": "recommendation agree {} --at 10:30",
}
CONTENTS = {
    "invalid UTF-8": (b"1. Opening\ncaf\xe9\n", "UTF-8"),
    "binary": (b"1. Opening\0\x01\x02", "is not text"),
    "empty": (b"", "empty"),
    "blank": (b" \n\n", "empty"),
}


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("command", READERS)
def test_a_file_that_is_no_text_is_refused(room: Terminal, tmp_path: Path, command: str, content: str) -> None:
    file = tmp_path / "file.txt"
    data, said = CONTENTS[content]
    file.write_bytes(data)
    room.refused(READERS[command].format(file), "file.txt", said)


@pytest.mark.parametrize("command", READERS)
def test_a_hundred_megabytes_of_text_are_refused_at_once(room: Terminal, tmp_path: Path, command: str) -> None:
    file = tmp_path / "file.txt"
    with file.open("wb") as opened:
        opened.truncate(100_000_000)  # a hole: nothing is written
        opened.write(b"1. Opening of the meeting\n" * 100_000)
    room.refused(READERS[command].format(file), "file.txt", "larger than 10 MB")


@pytest.mark.parametrize("command", READERS)
def test_a_file_that_is_not_there_is_wrong_usage(room: Terminal, tmp_path: Path, command: str) -> None:
    if command != "recommendation agree":  # there a word that names no file is the text itself
        room.misused(READERS[command].format(tmp_path / "nowhere.txt"), "nowhere.txt")
        room.misused(READERS[command].format(tmp_path), str(tmp_path.name))


def test_the_text_circulated_may_be_of_any_kind_but_not_empty(room: Terminal, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.touch()
    circulate = f'silence circulate t UNTOC-COP/XBUREAU T --text {letter} --until "2020-05-01 18:00" --at 2020-04-24'
    room.refused(circulate, "letter.pdf is empty.")
    with letter.open("wb") as opened:
        opened.truncate(100_000_000)
    assert "(letter.pdf)" in room.types(circulate)


def test_a_recommendation_may_stand_in_a_file(room: Terminal, tmp_path: Path) -> None:
    text = tmp_path / "recommendation.txt"
    text.write_text("\ufeffStates should share what they know.\n", encoding="utf-8")
    assert ': "States should share what they know"' in room.types(f"recommendation agree {text} --at 10:30")
    room.types(f"recommendation agree '{'x' * 300}' --at 10:31")


def test_a_sitting_that_cannot_be_read_is_named_with_its_line(room: Terminal, tmp_path: Path) -> None:
    plan = tmp_path / "work.txt"
    plan.write_text("# The hours\n\n2020-09-08 10:00 to noon  1a\n", encoding="utf-8")
    room.refused(
        f"work revise {plan} --at 10:30", "Line 3 of work.txt is not a sitting: '2020-09-08 10:00 to noon 1a'."
    )
    plan.write_text("2020-09-08 10:00-26:00 1a\n", encoding="utf-8")
    room.refused(f"work revise {plan} --at 10:30", "The clock has no hour '26:00'.")
    plan.write_text("2020-09-31 10:00-13:00 1a\n", encoding="utf-8")
    room.refused(f"work revise {plan} --at 10:30", "The calendar has no day 2020-09-31.")


def test_a_paper_that_does_not_say_when_it_was_issued_is_recorded_by_hand(empty: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "agenda.txt"
    text = Path("examples/agenda.txt").read_text(encoding="utf-8")
    paper.write_text(text.replace("4 June 2020\n", "", 1), encoding="utf-8")
    record = f"import {paper} --as wg7 --body WG --accept-warnings"
    empty.refused(record, "does not say on which day it was issued", "nemcon agenda issue FILE --issued DATE")
    paper.write_text(text.replace("Vienna, 8 and 9 September 2020\n", "", 1), encoding="utf-8")
    empty.refused(record, "does not say where and when the meeting is held", "nemcon meeting schedule")


def test_a_paper_is_written_beside_and_then_takes_the_place_of_the_old_one(room: Terminal, tmp_path: Path) -> None:
    paper, link = tmp_path / "papers" / "agenda.md", tmp_path / "link.md"
    paper.parent.mkdir()
    link.symlink_to(paper)
    for output in (paper, link):
        assert room.types(f"print agenda --format markdown -o {output}") == ""
        assert paper.read_text(encoding="utf-8") == room.types("print agenda --format markdown")
    assert link.is_symlink()
    assert [one.name for one in paper.parent.iterdir()] == ["agenda.md"]


def test_a_paper_that_cannot_be_written_leaves_the_old_one(room: Terminal, tmp_path: Path) -> None:
    room.refused(f"print agenda -o {tmp_path}/nowhere/agenda.md", "nowhere/agenda.md was not written: No such file")
    room.refused(f"log export -o {tmp_path}/nowhere/log.jsonl", "was not written", "Check the folder")
    room.misused(f"print agenda -o {tmp_path}", "is a directory")


def test_a_device_is_written_to_and_never_replaced(room: Terminal) -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("this system has no full device")
    room.refused("print agenda -o /dev/full", "/dev/full was not written: No space left on device.")
    room.refused("log export -o /dev/full", "/dev/full was not written: No space left on device.")
    assert full.is_char_device()
    assert room.types("print agenda -o /dev/null") == ""


def test_a_disk_that_fills_leaves_no_partial_file(
    room: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "log.jsonl"
    old.write_text("the old one", encoding="utf-8")

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    room.refused(f"log export -o {old}", "log.jsonl was not written: No space left on device.", "space on the disk")
    assert old.read_text(encoding="utf-8") == "the old one"
    assert sorted(one.name for one in tmp_path.iterdir() if "nemcon.db" not in one.name) == ["log.jsonl"]
