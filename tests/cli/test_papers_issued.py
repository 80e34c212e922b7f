"""Papers that were printed and given out: recorded by their hash, found again, and made again byte for byte."""

import json
from pathlib import Path

from tests.cli.terminal import Terminal

ISSUE = "paper issue agenda -o"


def test_a_paper_is_printed_and_its_hash_recorded(room: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "agenda.txt"

    answer = room.types(f"{ISSUE} {paper}")

    assert "#22  wg7, 1 Sep 2020   The agenda as adopted was issued, printed as text from entries 1 to 21" in answer
    assert paper.read_text() == room.types("print agenda")
    assert "The agenda as adopted, as text\n  From entries 1 to 21\n  SHA-256 " in room.types("papers")


def test_a_paper_is_made_again_whatever_was_recorded_since(room: Terminal, tmp_path: Path) -> None:
    room.types(f"{ISSUE} {tmp_path / 'agenda.md'} --format markdown --why")
    room.types(f"paper issue history -o {tmp_path / 'history.json'} --format json --restricted")
    room.types(f"paper issue provisional -o {tmp_path / 'p.txt'} --annotated --on 2020-07-01 --lang en")
    room.types('item retitle 4 "Any other business" --at 11:00')
    room.types("correct 21 agenda adopt --how consensus --at 10:30")

    again = room.types("papers --check")

    assert again.count("Made again: the same bytes") == 3
    assert "The agenda as adopted, as markdown, why" in again
    assert "The provisional agenda, as text, in en, as of 1 July 2020, annotated" in again


def test_a_file_is_found_among_the_papers_issued_by_its_bytes(room: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "agenda.txt"
    room.types(f"{ISSUE} {paper}")

    assert json.loads(room.types(f"papers {paper} --json"))[0]["last"] == 21
    paper.write_text(paper.read_text() + " ")
    room.refused(f"papers {paper}", "agenda.txt is no paper that was issued for wg7.", "nemcon papers")


def test_before_any_is_issued_it_says_so(room: Terminal) -> None:
    assert "None was issued." in room.types("papers")


def test_the_papers_may_be_asked_for_as_of_another_time(room: Terminal, tmp_path: Path) -> None:
    room.types(f"{ISSUE} {tmp_path / 'agenda.txt'}")

    assert "None was issued." in room.types("papers --known-at 21")
    assert "None was issued." in room.types("papers --on 2020-08-31")
    assert "From entries 1 to 21" in room.types("papers --on 2020-09-01")


def test_a_paper_that_cannot_be_written_is_not_issued(room: Terminal, tmp_path: Path) -> None:
    room.refused(f"{ISSUE} {tmp_path / 'nowhere' / 'agenda.txt'}", "was not written")


def test_trying_it_writes_nothing(room: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "agenda.txt"

    assert room.types(f"{ISSUE} {paper} --dry-run").startswith("(not recorded)")
    assert not paper.exists()


def test_the_same_command_id_leaves_the_paper_given_out_as_it_is(room: Terminal, tmp_path: Path) -> None:
    paper = tmp_path / "agenda.txt"
    room.types(f"{ISSUE} {paper} --id once")
    given_out = paper.read_text()
    room.types('item retitle 4 "Any other business" --at 11:00')

    assert "(recorded before)" in room.types(f"{ISSUE} {paper} --id once")
    assert paper.read_text() == given_out


def test_a_paper_that_there_is_not_yet_is_not_issued(read: Terminal, tmp_path: Path) -> None:
    read.refused(f"{ISSUE} {tmp_path / 'agenda.txt'}", "The agenda of wg7 had not been adopted.")
