"""Changes that nobody has accepted: both wordings are told, the later one is read."""

from __future__ import annotations

from cli.intake import Paper
from tests.intake.papers import names
from tests.intake.word import CLOSING, ITEM, OPENING, cell, deleted, in_word, inserted, p, row, run, tbl, titles, word


def told(*blocks: str) -> tuple[Paper, list[tuple[str, str]]]:
    paper = in_word(word(*OPENING, *blocks, *CLOSING))
    assert names(paper).count("changes_not_accepted") == len(paper.tracked_changes)
    return paper, [(one.before, one.after) for one in paper.tracked_changes]


def test_both_wordings_are_told_and_the_later_is_read() -> None:
    paper, changes = told(p(run("Other ") + deleted("matters") + inserted(run("business")), ITEM))
    assert titles(paper)[-1] == ("2", "Other business")
    assert changes == [("Other matters", "Other business")]
    warning = next(one for one in paper.warnings if one.name == "changes_not_accepted")
    assert (warning.text, warning.place) == ("“Other matters” -> “Other business”", "paragraph 3")


def test_who_made_them_is_not_kept() -> None:
    paper, _ = told(p(inserted(run("Thanks")), ITEM))
    assert "Person" not in repr(paper)


def test_an_item_deleted_is_not_counted() -> None:
    gone = p(deleted("Lights"), ITEM, "<w:rPr><w:del/></w:rPr>")
    paper, changes = told(gone, p("Other matters", ITEM))
    assert titles(paper)[1:] == [("2", "Other matters")]
    assert changes == [("Lights", "")]


def test_an_item_inserted_is_told() -> None:
    paper, changes = told(p(inserted(run("Lights")), ITEM, "<w:rPr><w:ins/></w:rPr>"))
    assert titles(paper)[1:] == [("2", "Lights")]
    assert changes == [("", "Lights")]


def test_what_was_moved_is_told_where_it_was_and_where_it_is() -> None:
    moved = p("<w:moveFrom><w:r><w:t>Lights</w:t></w:r></w:moveFrom>", ITEM, "<w:rPr><w:moveFrom/></w:rPr>")
    here = p("<w:moveTo><w:r><w:t>Lights</w:t></w:r></w:moveTo>", ITEM)
    paper, changes = told(moved, p("Sounds", ITEM), here)
    assert titles(paper)[1:] == [("2", "Sounds"), ("3", "Lights")]
    assert changes == [("Lights", ""), ("", "Lights")]


def test_paragraphs_made_one_are_read_as_one() -> None:
    paper, changes = told(p("Lights ", ITEM, "<w:rPr><w:del/></w:rPr>"), p("and sounds"))
    assert changes == [("Lights ¶", "Lights")]
    assert titles(paper)[1:] == [("2", "Lights and sounds")]


def test_a_paragraph_made_two_is_told() -> None:
    paper, changes = told(p("Lights", ITEM, "<w:rPr><w:ins/></w:rPr>"), p("Sounds", ITEM))
    assert len(titles(paper)) == 3
    assert changes == [("Lights", "Lights ¶")]


def test_another_number_is_told() -> None:
    old = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange>'
    same = '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    _, changes = told(p("Lights", ITEM, old), p("Sounds", ITEM, same))
    assert changes == [("(another automatic number) Lights", "Lights")]


def test_rows_and_cells_are_told() -> None:
    rows = (
        row("Old", "row", properties="<w:del/>"),
        row("New", "row", properties="<w:ins/>"),
        row(cell("Old cell", properties="<w:cellDel/>"), cell("New cell", properties="<w:cellIns/>")),
    )
    _, changes = told(tbl(*rows))
    assert changes == [("Old row", ""), ("", "New row"), ("Old cell", ""), ("", "New cell")]


def test_a_long_paragraph_is_shown_where_it_differs() -> None:
    paper, _ = told(p(run("word " * 60) + deleted("old") + inserted(run("new")), ITEM))
    warning = next(one for one in paper.warnings if one.name == "changes_not_accepted")
    assert warning.text == "“…word word word old” -> “…word word word new”"


def test_a_change_of_looks_alone_is_none() -> None:
    _, changes = told(p(run("Lights", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>"), ITEM))
    assert changes == []
