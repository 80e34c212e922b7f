# ruff: noqa: RUF001 - full-width marks and en dashes are meant
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from projections.papers import layout
from projections.papers.layout import Block, Heading, Listing, Masthead, Note, Paragraph, Row, Span, Style, Table
from projections.words import NOT_OFFICIAL

LAST = f"\n\n{NOT_OFFICIAL}\n"


@given(st.text(alphabet="ab /.-é水（）。", max_size=300), st.sampled_from(["", "1. ", "    (a) "]))
def test_a_filled_text_loses_nothing_and_stays_within_its_columns(text: str, lead: str) -> None:
    lines = layout.fill(text, lead)
    assert "".join("".join(lines).split()) == "".join((lead + text).split())
    for line in lines:
        words = line[len(lead) :].split()
        assert layout.columns(line) <= layout.WIDTH or len(words) == 1


def test_a_symbol_is_never_cut() -> None:
    symbol = f"CTOC/COP/WG.7/2020/{'9' * 80}"
    assert layout.fill(f"Paper {symbol} there", "1. ") == ["1. Paper", f"   {symbol}", "   there"]


def test_no_line_parts_tied_words() -> None:
    text = f"{'x' * 73} item{layout.TIED}4"
    assert layout.fill(text) == ["x" * 73, "item 4"]


def test_chinese_breaks_after_any_sign_but_no_line_begins_with_a_closing_mark() -> None:
    assert layout.fill("湖" * 39 + "。" + "水" * 2) == ["湖" * 38, "湖。水水"]
    assert layout.columns("湖。a\N{COMBINING ACUTE ACCENT}\N{RIGHT-TO-LEFT MARK}") == 5


def test_a_mark_that_finds_no_room_stands_on_a_line_of_its_own() -> None:
    assert layout.fill("x" * 70, "1. ", "[#12, #19]") == [f"1. {'x' * 70}", "   [#12, #19]"]


def test_footnotes_stand_together_under_a_rule() -> None:
    blocks: list[Block] = [Paragraph("Text"), Note("¹", "One.", [3]), Note("²", "Two.")]
    assert layout.as_text(blocks) == f"Text\n\n────────────\n¹ One.  [#3]\n² Two.{LAST}"
    assert layout.as_markdown(blocks) == f"Text\n\n¹ One. \\[#3\\]\n\n² Two.\n\n*{NOT_OFFICIAL}*\n"


def test_a_label_alone_has_the_first_line_under_it_beside_it() -> None:
    rows = (Row("10 a.m.", "", rows=(Row("1", "Reeds"), Row("2", "Banks"))), Row("3 p.m.", ""))
    assert layout.as_text([Listing(rows, (9, 3))]) == f"10 a.m.  1  Reeds\n         2  Banks\n3 p.m.{LAST}"


def test_a_list_without_labels_is_plain_lines() -> None:
    assert layout.as_text([Listing((Row("", "Reeds"), Row("", "Banks")))]) == f"Reeds\nBanks{LAST}"


def test_the_last_column_of_a_table_runs_over_several_lines() -> None:
    long = " ".join(["reeds"] * 14)
    assert layout.as_text([Table(("Old", "Title"), (("1 (a)", long), ("–", "Banks")))]) == (
        f"Old    Title\n1 (a)  {' '.join(['reeds'] * 12)}\n       {' '.join(['reeds'] * 2)}\n–      Banks{LAST}"
    )


def test_styles_are_marks_in_text_and_emphasis_in_markdown() -> None:
    spans = tuple(Span(style, style) for style in Style)
    assert layout.as_text([Paragraph(spans)]) == f"plainaside[-removed-]{{+added+}}{LAST}"
    assert layout.as_markdown([Paragraph(spans)]).startswith("plain*aside*~~removed~~**added**\n")


def test_a_title_cannot_become_markup() -> None:
    assert layout.escaped("a_b *c* [d](e) <f> `g` h|i ~j~ &amp; $k$ \\") == (
        "a\\_b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\` h\\|i \\~j\\~ \\&amp; \\$k\\$ \\\\"
    )
    assert layout.escaped("1. one") == "1\\. one"
    assert layout.escaped("- one") == "\\- one"
    assert layout.escaped("# one\n# two") == "\\# one # two"


def test_a_masthead_of_one_line_is_a_title_alone() -> None:
    assert layout.as_markdown([Masthead(("Group",)), Heading("Agenda", label="1.")]).startswith(
        "# Group\n\n## 1. Agenda\n"
    )
