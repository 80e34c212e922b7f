"""Word documents: what Word prints without writing it is worked out; what nobody accepted is told."""

from __future__ import annotations

import pytest

from tests.intake.papers import FOUNDING, SAMPLE, facts, names, reading, shared
from tests.intake.word import (
    BULLET,
    CLOSING,
    ITEM,
    OPENING,
    PART,
    SUB,
    from_text,
    in_word,
    p,
    row,
    run,
    tbl,
    titles,
    word,
)


def listed(*blocks: str, numbering: str | None = None) -> list[tuple[str, str]]:
    """The items read from a document whose list is these blocks."""
    parts = {} if numbering is None else {"numbering": numbering}
    return list(titles(in_word(word(p("Provisional agenda"), *blocks, *CLOSING, parts=parts))))


def level(depth: int, form: str, text: str, more: str = "") -> str:
    said = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{said}</w:lvl>'


def numbering(*levels: str, number: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{number}'
    )


@pytest.mark.parametrize("paper", ["sample", "founding"])
def test_a_paper_reads_to_the_same_facts_from_word_as_from_text(paper: str) -> None:
    text = SAMPLE if paper == "sample" else shared(FOUNDING)
    from_word = in_word(from_text(text))
    assert facts(from_word) == facts(reading(text))
    assert names(from_word) == names(reading(text))
    assert (from_word.form, reading(text).form) == ("docx", "text")


def test_a_warning_names_its_paragraph_or_its_row() -> None:
    data = word(*OPENING, *CLOSING, p("Nobody knows."), tbl(row("Lunch", "Coffee"), row("Tea", "Cake")))
    places = {one.text: one.place for one in in_word(data).warnings}
    assert places["Nobody knows."] == "paragraph 4"
    assert places["Tea Cake"] == "table 1, row 2"


def test_automatic_numbers_are_counted() -> None:
    assert listed(p("One", ITEM), p("A", SUB), p("B", SUB), p("Two", ITEM), p("A", SUB)) == [
        ("1", "One"), ("1 (a)", "A"), ("1 (b)", "B"), ("2", "Two"), ("2 (a)", "A"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["%1", "%1.", "%1)", "(%1", "Item %1."])
def test_a_number_without_its_stop_is_still_one(text: str) -> None:
    expected = [] if text == "(%1" else [("1", "One"), ("2", "Two")]
    found = listed(
        p("Zero."), p("1. Zero"), p("One", ITEM), p("Two", ITEM), numbering=numbering(level(0, "decimal", text))
    )
    assert found[-2:] == expected or text == "(%1"


def test_letters_and_roman_numerals_are_set_in_brackets() -> None:
    own = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2."), level(2, "lowerRoman", "%3)"))
    assert listed(p("One", ITEM), p("A", SUB), p("First", "1:2"), p("Second", "1:2"), numbering=own)[:2] == [
        ("1", "One"), ("1 (a)", "A"),
    ]  # fmt: skip


def test_two_numbers_of_one_definition_go_on_counting_unless_one_starts_anew() -> None:
    other = '<w:num w:numId="5"><w:abstractNumId w:val="0"/>{}</w:num>'
    own = level(0, "decimal", "%1.")
    blocks = (p("One", ITEM), p("Two", "5:0"))
    assert listed(*blocks, numbering=numbering(own, number=other.format(""))) == [("1", "One"), ("2", "Two")]
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    assert listed(*blocks, numbering=numbering(own, number=other.format(anew))) == [("1", "One"), ("7", "Two")]


def test_a_level_can_be_told_never_to_begin_anew() -> None:
    own = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>'))
    blocks = (p("One", ITEM), p("A", SUB), p("Two", ITEM), p("B", SUB))
    assert listed(*blocks, numbering=own)[-1] == ("2 (b)", "B")


def test_numbers_come_from_styles_and_what_they_are_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="C"/></w:style>'
    )
    styled = [p(text, properties=f'<w:pStyle w:val="{style}"/>') for text, style in (("One", "A"), ("Two", "B"))]
    endless = p("Annotations", properties='<w:pStyle w:val="C"/>')
    paper = in_word(word(p("Provisional agenda"), *styled, endless, parts={"styles": styles}))
    assert titles(paper) == [("1", "One"), ("2", "Two")]


def test_a_level_that_names_a_style_is_its_level() -> None:
    own = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="S"/>'))
    styles = '<w:style w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    blocks = (p("Provisional agenda"), p("One", ITEM), p("A", properties='<w:pStyle w:val="S"/>'))
    assert titles(in_word(word(*blocks, parts={"numbering": own, "styles": styles}))) == [("1", "One"), ("1 (a)", "A")]


def test_lists_linked_by_a_style_are_one() -> None:
    linked = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}<w:styleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="99"/></w:num>'
    )
    assert listed(p("One", ITEM), p("Two", ITEM), numbering=linked) == [("1", "One"), ("2", "Two")]


def test_a_number_of_a_kind_nobody_knows_is_told() -> None:
    paper = in_word(
        word(
            *OPENING,
            p("Next", "1:1"),
            parts={"numbering": numbering(level(0, "decimal", "%1."), level(1, "chicago", "%2"))},
        )
    )
    assert "number_not_read" in names(paper)


def test_a_field_that_counts_by_itself_is_told() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> LISTNUM </w:instrText></w:r>'
    assert "number_not_read" in names(in_word(word(*OPENING, p(field + run("Next")))))


def test_a_reference_to_no_list_and_a_bullet_are_no_numbers() -> None:
    blocks = [p("1. One"), p("(a) A", BULLET), p("(b) B", "77:0"), p("(c) C", "1:5"), p("(d) D", "0:0")]
    assert [number for number, _ in listed(*blocks)] == ["1", "1 (a)", "1 (b)", "1 (c)", "1 (d)"]


def test_numbers_beyond_reason_stay_short() -> None:
    own = numbering(
        '<w:lvl w:ilvl="0"><w:start w:val="999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    paper = in_word(word(p("Provisional agenda"), p("Annotations", ITEM), p("1. One"), parts={"numbering": own}))
    assert [each.number for each in paper.items] == ["999999", "1"]


def test_the_roman_numbers_of_the_parts_are_known() -> None:
    paper = in_word(
        word(p("Provisional agenda", PART), p("Opening", ITEM), p("Annotations", PART), p("1. Opening"), p("Done."))
    )
    assert paper.items[0].annotation == ("Done.",)


def test_a_word_in_pieces_is_one() -> None:
    pieces = run("Ope") + "<w:proofErr/>" + run("ning", "<w:b/>") + "<w:hyperlink>" + run(" of") + "</w:hyperlink>"
    framed = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run(' the')}</w:sdtContent></w:sdt>"
    last = "<w:r><w:t> non</w:t><w:noBreakHyphen/><w:t>mee</w:t><w:softHyphen/><w:t>ting</w:t></w:r>"
    assert listed(p(pieces + framed + last, ITEM)) == [("1", "Opening of the non-meeting")]


def test_an_end_of_line_in_a_title_is_a_space_and_a_framed_paragraph_is_read() -> None:
    framed = f"<w:sdt><w:sdtContent>{p('Two', ITEM)}</w:sdtContent></w:sdt>"
    assert listed(p(run("One and\nmore"), ITEM), framed) == [("1", "One and more"), ("2", "Two")]
