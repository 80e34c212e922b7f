"""Tables of Word: merged cells once, paragraphs side by side as rows."""

from __future__ import annotations

from typing import Final

from tests.intake.word import CLOSING, ITEM, OPENING, cell, in_word, p, row, tbl, word

TOP: Final = (
    p("Vienna, 8 and 9 September 2020"),
    *OPENING,
    p("Lights", ITEM),
    *CLOSING,
    p("1. Opening of the meeting"),
)


def work(*rows: str) -> list[tuple[str, str, list[str]]]:
    paper = in_word(word(*TOP, p("Annex"), p("Proposed organization of work"), tbl(*rows)))
    return [
        (f"{each.date}", f"{each.start}", [slot.number for slot in each.items]) for each in paper.organization_of_work
    ]


MORNING: Final = ("2020-09-08", "10:00:00")
AFTERNOON: Final = ("2020-09-08", "15:00:00")


def test_a_day_over_all_columns_stands_once() -> None:
    day = row(cell("Tuesday, 8 September", properties='<w:gridSpan w:val="3"/>'))
    rows = (day, row("10 a.m.–1 p.m.", "1", "Opening of the meeting"), row("3–6 p.m.", "2", "Lights"))
    assert work(*rows) == [(*MORNING, ["1"]), (*AFTERNOON, ["2"])]


def test_a_cell_merged_downwards_stands_once() -> None:
    first = cell("Tuesday, 8 September", "10 a.m.–1 p.m.", properties='<w:vMerge w:val="restart"/>')
    below = cell(properties="<w:vMerge/>")
    assert work(row(first, "1", "Opening of the meeting"), row(below, "2", "Lights")) == [(*MORNING, ["1", "2"])]


def test_paragraphs_side_by_side_are_rows() -> None:
    numbers, said = cell("1", "2"), cell("Opening of the meeting", "Lights")
    assert work(row("Tuesday, 8 September", "", ""), row("10 a.m.–1 p.m.", numbers, said)) == [(*MORNING, ["1", "2"])]


def test_a_day_and_a_blank_line_above_the_hours_are_no_rows() -> None:
    first = cell("", "Tuesday, 8 September", "", "10 a.m.–1 p.m.")
    assert work(row(first, "1", "Opening of the meeting")) == [(*MORNING, ["1"])]


def test_cells_left_out_before_a_row_are_empty() -> None:
    left_out = row("2", "Lights", properties='<w:gridBefore w:val="1"/>')
    assert work(
        row("Tuesday, 8 September", "", ""), row("10 a.m.–1 p.m.", "1", "Opening of the meeting"), left_out
    ) == [(*MORNING, ["1", "2"])]


def test_a_table_in_a_cell_is_read_and_words_in_a_covered_cell_are_told() -> None:
    inner = f"<w:tc>{tbl(row('1'), row('2'))}<w:p/></w:tc>"
    covered = cell("Secret", properties="<w:vMerge/>")
    table = tbl(row("Tuesday, 8 September, 10 a.m.–1 p.m.", inner, ""), row(covered, "", ""))
    paper = in_word(word(*TOP, p("Annex"), p("Proposed organization of work"), table))
    assert [slot.number for slot in paper.organization_of_work[0].items] == ["1", "2"]
    assert ("hidden_text", "Secret") in [(one.name, one.text) for one in paper.warnings]


def test_a_head_in_columns_is_read() -> None:
    right = cell("HC/BUOY/2020/1", "Distr.: General", "4 June 2020", "Original: English")
    head = in_word(word(tbl(row("United Nations", right)), p("Working Group on Buoys"), *TOP)).masthead
    assert (head.symbol, head.distribution, head.body) == ("HC/BUOY/2020/1", "General", "Working Group on Buoys")
