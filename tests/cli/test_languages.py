# ruff: noqa: RUF001 - Russian letters are meant
"""Papers in another language: its wording, the titles it has, and what is missing in it."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


def test_the_agenda_is_worded_in_the_language_asked_for(room: Terminal) -> None:
    told = room.types("print agenda --lang fr")
    assert "\nSeptième réunion\n" in told
    assert "\nOrdre du jour, tel qu’adopté" in told
    assert "\nIntitulés non disponibles en français ; reproduits en anglais.\n" in told
    assert told.endswith("Le présent texte n’est pas un\ndocument officiel.\n")
    assert "\nOrdre du jour en vigueur\n" in room.types("agenda show --lang fr")


def test_the_other_papers_are_too(room: Terminal) -> None:
    assert "\nСопоставление: предварительная повестка дня" in room.types("print comparison --lang ru")
    assert "\nСопоставление: предварительная повестка дня" in room.types("agenda diff --lang ru")
    assert "\n项目编号对照表\n" in room.types("print concordance --lang zh")
    assert "\n项目编号对照表\n" in room.types("concordance --lang zh")
    assert "\nPrograma provisional anotado\n" in room.types("print provisional --annotated --lang es")
    assert "\nتنظيم الأعمال المقترح\n" in room.types("print work --lang ar")


def test_a_language_that_is_not_official_has_the_titles_and_the_wording_in_english(room: Terminal) -> None:
    told = room.types("print agenda --lang eo")
    assert "\nNot available in eo; shown in English.\n" in told
    assert told.endswith("This is not an official document.\n")


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_history_stays_in_english_and_says_so(room: Terminal, form: str) -> None:
    said = "Хронология актов совещания ведется только на английском языке."
    assert said in room.types(f"print history --lang ru --format {form}")
    assert said not in room.types(f"print history --lang en --format {form}")


def test_a_page_says_its_language_and_its_title(room: Terminal, tmp_path: Path) -> None:
    room.types(f"print agenda --lang ar --format html -o {tmp_path / 'a.html'}")
    told = (tmp_path / "a.html").read_text()
    assert '<html lang="ar" dir="rtl">' in told
    assert "<title>جدول الأعمال – wg7</title>" in told


def test_a_paper_in_another_language_is_made_again_byte_for_byte(room: Terminal, tmp_path: Path) -> None:
    room.types(f"paper issue agenda -o {tmp_path / 'a.html'} --lang ar --format html")
    assert "Made again: the same bytes" in room.types("papers --check")
