"""Papers as files of other programs: Word, PDF; refused on the screen, the same bytes when they are made again."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, moment
from tests.projections.programs import said


def test_what_is_no_text_is_not_put_on_the_screen(room: Terminal) -> None:
    room.refused("print agenda --format docx", "A paper as docx is no text", "Name a file: -o agenda.docx")
    assert room.types("print agenda --format docx --json").startswith("{")


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_file_is_made_again_byte_for_byte_whatever_was_recorded_since(
    room: Terminal, tmp_path: Path, form: str
) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst, the extra pdf, is not installed")
    for paper in ("agenda", "comparison", "history"):
        room.types(f"paper issue {paper} --format {form} -o {tmp_path / paper}")
    room.clock.now = moment("2021-03-01 09:00")
    room.types('item retitle 4 "Any other business" --at 2020-09-08T11:00')
    assert room.types("papers --check").count("Made again: the same bytes") == 3


def test_the_comparison_in_word_is_the_agenda_with_its_changes_tracked(room: Terminal, tmp_path: Path) -> None:
    for paper in ("agenda", "provisional", "comparison"):
        room.types(f"print {paper} --format docx -o {tmp_path / paper}.docx")
    compared = tmp_path / "comparison.docx"
    for choice, other in (("accept", "agenda"), ("reject", "provisional")):
        told = said("pandoc", compared, "--to=markdown", f"--track-changes={choice}")
        assert told == said("pandoc", tmp_path / f"{other}.docx", "--to=markdown")
    every = said("pandoc", compared, "--to=markdown", "--track-changes=all", "--wrap=none")
    assert set(re.findall(r'author="(.*?)" date="(.*?)"', every)) == {
        ("Working Group on the Smuggling of Migrants", "2020-09-08T10:25:00Z")
    }
    assert "[matters]{.deletion" in every
    assert "[business]{.insertion" in every


def test_what_cannot_be_set_leaves_no_file(room: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    told = room.refused(f"print agenda --format pdf -o {tmp_path / 'a.pdf'}", "typst, which is not installed")
    assert 'Next:    Install it: pip install "nemcon[pdf]"' in told
    room.refused(f"paper issue agenda --format pdf -o {tmp_path / 'a.pdf'}", "typst, which is not installed")
    assert not (tmp_path / "a.pdf").exists()


def test_before_the_adoption_nobody_has_decided_the_changes(read: Terminal, tmp_path: Path) -> None:
    read.types("meeting open --at 2020-09-08T10:00")
    read.types('item retitle 4 "Other business" --at 2020-09-08T10:20')
    read.types(f"print comparison --format docx -o {tmp_path / 'c.docx'}")
    every = said("pandoc", tmp_path / "c.docx", "--to=markdown", "--track-changes=all", "--wrap=none")
    assert "Working Group on the Smuggling of Migrants (not decided)" in every
    assert "date=" not in every
