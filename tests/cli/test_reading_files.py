"""Papers come in files of several kinds; whatever the file, what is doubtful blocks the record until it is accepted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.cli.terminal import Terminal
from tests.intake.test_akn import from_text as as_akn
from tests.intake.word import ITEM, deleted, from_text, inserted, p, run, word, zipped

EXAMPLE: Final = Path("examples/agenda.txt")
CHANGED: Final = word(
    p("Provisional agenda"),
    p("Opening of the meeting", ITEM),
    p(run("Other ") + deleted("matters") + inserted(run("business")), ITEM),
    p("Annotations"),
)
_IMPORT: Final = "import -q {} --as wg9 --body UNTOC-COP/WG.7 --parent UNTOC-COP --rules untoc --zone Europe/Vienna"


def written(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(("name", "made"), [("agenda.docx", from_text), ("agenda.xml", as_akn)])
def test_the_same_paper_records_the_same_from_any_file(
    empty: Terminal, tmp_path: Path, name: str, made: Callable[[str], bytes]
) -> None:
    file = written(tmp_path, name, made(EXAMPLE.read_text("utf-8")))
    said = empty.types(f"{_IMPORT.format(file)} --accept-warnings")
    assert "Entries 1 to 12: the paper is in the record." in said
    assert "All that this paper says is in the record already" in empty.types(
        f"{_IMPORT.format(file)} --accept-warnings"
    )


def test_what_is_read_is_shown_the_same_from_word_as_from_text(empty: Terminal, tmp_path: Path) -> None:
    file = written(tmp_path, "agenda.docx", from_text(EXAMPLE.read_text("utf-8")))
    from_text_, _, _ = empty.types(f"read {EXAMPLE}").partition("Two warnings")
    from_word, _, warnings = empty.types(f"read {file}").partition("Two warnings")
    assert from_word == from_text_
    assert "own_symbol_absent (paragraph 7)" in warnings


def test_a_change_that_nobody_accepted_blocks_the_agenda_until_it_is_accepted(room: Terminal, tmp_path: Path) -> None:
    file = written(tmp_path, "agenda.docx", CHANGED)
    issue = f"agenda issue {file} --symbol CTOC/COP/WG.7/2020/1/Rev.1 --issued 2020-09-01 --at 2020-09-01 -m wg7"
    before = room.entries()
    room.refused(issue, "changes_not_accepted")
    assert room.entries() == before
    said = room.types(f"read {file}")
    assert "changes_not_accepted (paragraph 3): '“Other matters” -> “Other business”'." in said
    assert "  2           Other business" in said


def test_other_programs_are_told_both_wordings_and_the_place(empty: Terminal, tmp_path: Path) -> None:
    told = json.loads(empty.types(f"read {written(tmp_path, 'agenda.docx', CHANGED)} --json"))
    assert (told["form"], told["tracked_changes"]) == (
        "docx",
        [{"before": "Other matters", "after": "Other business", "line": 3}],
    )
    assert "paragraph 3" in {one["place"] for one in told["warnings"]}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (zipped({"word/document.xml": b"x", "[Content_Types].xml": b"<x/>", "word/vbaProject.bin": b"x"}), "macros"),
        (zipped({"word/document.xml": b" " * 40_000_000, "[Content_Types].xml": b"<x/>"}), "unpacks to more than"),
        (
            zipped({"word/document.xml": b"<!DOCTYPE x><x/>", "[Content_Types].xml": b"<x/>"}),
            "document type or entities",
        ),
        ("Provisional agenda\n1. Café\n".encode() + b"2. Caf\xe9\n", "mixes two encodings"),
    ],
    ids=["macros", "bomb", "entities", "two encodings"],
)
@pytest.mark.parametrize("command", ["read {}", "import {} --as wg8 --body WG8 --accept-warnings"])
def test_a_bad_file_is_refused_by_name_and_nothing_is_recorded(
    room: Terminal, tmp_path: Path, command: str, data: bytes, why: str
) -> None:
    before = room.entries()
    room.refused(command.format(written(tmp_path, "paper.docx", data)), "paper.docx was not read", why)
    assert room.entries() == before
