"""Word documents: what Word prints without writing it is worked out; what nobody accepted is told."""

from __future__ import annotations

import pytest

from cli.intake import Paper
from tests.intake.papers import FOUNDING, SAMPLE, facts, names, reading, shared
from tests.intake.word import BULLET, ITEM, PART, SUB, cell, deleted, from_text, in_word, inserted, p, row, run, tbl, titles, word

OPENING = (p("Provisional agenda"), p("Opening of the meeting", ITEM))
CLOSING = (p("Annotations"),)


def listed(*blocks: str, numbering: str | None = None) -> list[tuple[str, str]]:
    """The items read from a document whose list is these blocks."""
    parts = {} if numbering is None else {"numbering": numbering}
    return list(titles(in_word(word(p("Provisional agenda"), *blocks, *CLOSING, parts=parts))))


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


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
    found = listed(p("Zero."), p("1. Zero"), p("One", ITEM), p("Two", ITEM), numbering=numbering(level(0, "decimal", text)))
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
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="99"/></w:num>'
    )
    assert listed(p("One", ITEM), p("Two", ITEM), numbering=linked) == [("1", "One"), ("2", "Two")]


def test_a_number_of_a_kind_nobody_knows_is_told() -> None:
    paper = in_word(word(*OPENING, p("Next", "1:1"), parts={"numbering": numbering(level(0, "decimal", "%1."), level(1, "chicago", "%2"))}))
    assert "number_not_read" in names(paper)


def test_a_field_that_counts_by_itself_is_told() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> LISTNUM </w:instrText></w:r>'
    assert "number_not_read" in names(in_word(word(*OPENING, p(field + run("Next")))))


def test_a_reference_to_no_list_and_a_bullet_are_no_numbers() -> None:
    blocks = [p("1. One"), p("(a) A", BULLET), p("(b) B", "77:0"), p("(c) C", "1:5"), p("(d) D", "0:0")]
    assert [number for number, _ in listed(*blocks)] == ["1", "1 (a)", "1 (b)", "1 (c)", "1 (d)"]


def test_numbers_beyond_reason_stay_short() -> None:
    own = numbering('<w:lvl w:ilvl="0"><w:start w:val="999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>')
    paper = in_word(word(p("Provisional agenda"), p("Annotations", ITEM), p("1. One"), parts={"numbering": own}))
    assert [each.number for each in paper.items] == ["999999", "1"]


def test_the_roman_numbers_of_the_parts_are_known() -> None:
    paper = in_word(word(p("Provisional agenda", PART), p("Opening", ITEM), p("Annotations", PART), p("1. Opening"), p("Done.")))
    assert paper.items[0].annotation == ("Done.",)


def test_a_word_in_pieces_is_one() -> None:
    pieces = run("Ope") + "<w:proofErr/>" + run("ning", "<w:b/>") + "<w:hyperlink>" + run(" of") + "</w:hyperlink>"
    framed = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run(' the')}</w:sdtContent></w:sdt>"
    last = "<w:r><w:t> non</w:t><w:noBreakHyphen/><w:t>mee</w:t><w:softHyphen/><w:t>ting</w:t></w:r>"
    assert listed(p(pieces + framed + last, ITEM)) == [("1", "Opening of the non-meeting")]


def test_an_end_of_line_in_a_title_is_a_space_and_a_framed_paragraph_is_read() -> None:
    framed = f"<w:sdt><w:sdtContent>{p('Two', ITEM)}</w:sdtContent></w:sdt>"
    assert listed(p(run("One and\nmore"), ITEM), framed) == [("1", "One and more"), ("2", "Two")]


class TestTables:
    TOP = (p("Vienna, 8 and 9 September 2020"), *OPENING, p("Lights", ITEM), *CLOSING, p("1. Opening of the meeting"))

    def work(self, *rows: str) -> list[tuple[str, str, list[str]]]:
        paper = in_word(word(*self.TOP, p("Annex"), p("Proposed organization of work"), tbl(*rows)))
        return [
            (f"{each.date}", f"{each.start}", [slot.number for slot in each.items]) for each in paper.organization_of_work
        ]

    MORNING = ("2020-09-08", "10:00:00")
    AFTERNOON = ("2020-09-08", "15:00:00")

    def test_a_day_over_all_columns_stands_once(self) -> None:
        day = row(cell("Tuesday, 8 September", properties='<w:gridSpan w:val="3"/>'))
        rows = (day, row("10 a.m.–1 p.m.", "1", "Opening of the meeting"), row("3–6 p.m.", "2", "Lights"))
        assert self.work(*rows) == [(*self.MORNING, ["1"]), (*self.AFTERNOON, ["2"])]

    def test_a_cell_merged_downwards_stands_once(self) -> None:
        first = cell("Tuesday, 8 September", "10 a.m.–1 p.m.", properties='<w:vMerge w:val="restart"/>')
        below = cell(properties="<w:vMerge/>")
        assert self.work(row(first, "1", "Opening of the meeting"), row(below, "2", "Lights")) == [(*self.MORNING, ["1", "2"])]

    def test_paragraphs_side_by_side_are_rows(self) -> None:
        numbers, said = cell("1", "2"), cell("Opening of the meeting", "Lights")
        assert self.work(row("Tuesday, 8 September", "", ""), row("10 a.m.–1 p.m.", numbers, said)) == [(*self.MORNING, ["1", "2"])]

    def test_a_day_and_a_blank_line_above_the_hours_are_no_rows(self) -> None:
        first = cell("", "Tuesday, 8 September", "", "10 a.m.–1 p.m.")
        assert self.work(row(first, "1", "Opening of the meeting")) == [(*self.MORNING, ["1"])]

    def test_cells_left_out_before_a_row_are_empty(self) -> None:
        left_out = row("2", "Lights", properties='<w:gridBefore w:val="1"/>')
        assert self.work(row("Tuesday, 8 September", "", ""), row("10 a.m.–1 p.m.", "1", "Opening of the meeting"), left_out) == [
            (*self.MORNING, ["1", "2"])
        ]

    def test_a_table_in_a_cell_is_read_and_words_in_a_covered_cell_are_told(self) -> None:
        inner = f"<w:tc>{tbl(row('1'), row('2'))}<w:p/></w:tc>"
        covered = cell("Secret", properties="<w:vMerge/>")
        paper = in_word(word(*self.TOP, p("Annex"), p("Proposed organization of work"),
                             tbl(row("Tuesday, 8 September, 10 a.m.–1 p.m.", inner, ""), row(covered, "", ""))))  # fmt: skip
        assert [slot.number for slot in paper.organization_of_work[0].items] == ["1", "2"]
        assert ("hidden_text", "Secret") in [(one.name, one.text) for one in paper.warnings]

    def test_a_head_in_columns_is_read(self) -> None:
        right = cell("HC/BUOY/2020/1", "Distr.: General", "4 June 2020", "Original: English")
        head = in_word(word(tbl(row("United Nations", right)), p("Working Group on Buoys"), *self.TOP)).masthead
        assert (head.symbol, head.distribution, head.body) == ("HC/BUOY/2020/1", "General", "Working Group on Buoys")


class TestChangesNobodyAccepted:
    def changes(self, *blocks: str) -> tuple[Paper, list[tuple[str, str]]]:
        paper = in_word(word(*OPENING, *blocks, *CLOSING))
        assert names(paper).count("changes_not_accepted") == len(paper.tracked_changes)
        return paper, [(one.before, one.after) for one in paper.tracked_changes]

    def test_both_wordings_are_told_and_the_later_is_read(self) -> None:
        paper, changes = self.changes(p(run("Other ") + deleted("matters") + inserted(run("business")), ITEM))
        assert titles(paper)[-1] == ("2", "Other business")
        assert changes == [("Other matters", "Other business")]
        warning = next(one for one in paper.warnings if one.name == "changes_not_accepted")
        assert (warning.text, warning.place) == ("“Other matters” -> “Other business”", "paragraph 3")

    def test_who_made_them_is_not_kept(self) -> None:
        paper, _ = self.changes(p(inserted(run("Thanks")), ITEM))
        assert "Person" not in repr(paper)

    def test_an_item_deleted_is_not_counted(self) -> None:
        gone = p(deleted("Lights"), ITEM, "<w:rPr><w:del/></w:rPr>")
        paper, changes = self.changes(gone, p("Other matters", ITEM))
        assert titles(paper)[1:] == [("2", "Other matters")]
        assert changes == [("Lights", "")]

    def test_an_item_inserted_is_told(self) -> None:
        paper, changes = self.changes(p(inserted(run("Lights")), ITEM, "<w:rPr><w:ins/></w:rPr>"))
        assert titles(paper)[1:] == [("2", "Lights")]
        assert changes == [("", "Lights")]

    def test_what_was_moved_is_told_where_it_was_and_where_it_is(self) -> None:
        moved = p('<w:moveFrom><w:r><w:t>Lights</w:t></w:r></w:moveFrom>', ITEM, "<w:rPr><w:moveFrom/></w:rPr>")
        here = p("<w:moveTo><w:r><w:t>Lights</w:t></w:r></w:moveTo>", ITEM)
        paper, changes = self.changes(moved, p("Sounds", ITEM), here)
        assert titles(paper)[1:] == [("2", "Sounds"), ("3", "Lights")]
        assert changes == [("Lights", ""), ("", "Lights")]

    def test_paragraphs_made_one_are_read_as_one(self) -> None:
        paper, changes = self.changes(p("Lights ", ITEM, "<w:rPr><w:del/></w:rPr>"), p("and sounds"))
        assert changes == [("Lights ¶", "Lights")]
        assert titles(paper)[1:] == [("2", "Lights and sounds")]

    def test_a_paragraph_made_two_is_told(self) -> None:
        paper, changes = self.changes(p("Lights", ITEM, "<w:rPr><w:ins/></w:rPr>"), p("Sounds", ITEM))
        assert len(titles(paper)) == 3
        assert changes == [("Lights", "Lights ¶")]

    def test_another_number_is_told(self) -> None:
        old = '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange>'
        same = '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
        _, changes = self.changes(p("Lights", ITEM, old), p("Sounds", ITEM, same))
        assert changes == [("(another automatic number) Lights", "Lights")]

    def test_rows_and_cells_are_told(self) -> None:
        rows = (
            row("Old", "row", properties="<w:del/>"),
            row("New", "row", properties="<w:ins/>"),
            row(cell("Old cell", properties="<w:cellDel/>"), cell("New cell", properties="<w:cellIns/>")),
        )
        _, changes = self.changes(tbl(*rows))
        assert changes == [("Old row", ""), ("", "New row"), ("Old cell", ""), ("", "New cell")]

    def test_a_long_paragraph_is_shown_where_it_differs(self) -> None:
        paper, _ = self.changes(p(run("word " * 60) + deleted("old") + inserted(run("new")), ITEM))
        warning = next(one for one in paper.warnings if one.name == "changes_not_accepted")
        assert warning.text == "“…word word word old” -> “…word word word new”"

    def test_a_change_of_looks_alone_is_none(self) -> None:
        _, changes = self.changes(p(run("Lights", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>"), ITEM))
        assert changes == []


class TestBesideTheText:
    def met(self, *blocks: str, **parts: str) -> Paper:
        return in_word(word(*OPENING, *blocks, *CLOSING, parts=parts))

    def test_footnotes_come_apart_from_the_words(self) -> None:
        note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"{}/>{}</w:r>'
        own = note.format(3, ' w:customMarkFollows="1"', "<w:t>*</w:t>")
        notes = (
            f'<w:footnote w:id="0" w:type="separator">{p("-")}</w:footnote>'
            f'<w:footnote w:id="2">{p(run("Only lit ones.") + note.format(2, "", ""))}</w:footnote>'
            f'<w:footnote w:id="3">{p("* Reissued.")}</w:footnote>'
        )
        paper = self.met(p(run("Lights") + note.format(2, "", "") + run(" at sea"), ITEM),
                         p(run("Sounds") + own + note.format(9, "", "") + note.format(0, "", ""), ITEM), footnotes=notes)  # fmt: skip
        assert titles(paper)[1:] == [("2", "Lights at sea"), ("3", "Sounds")]
        assert [(each.mark, each.text) for each in paper.footnotes] == [("1", "Only lit ones."), ("*", "Reissued.")]

    def test_a_mark_raised_by_hand_is_a_mark(self) -> None:
        paper = self.met(p(run("Lights") + run("1", '<w:vertAlign w:val="superscript"/>'), ITEM), p("Annotations"), p("¹ Only lit ones."))
        assert titles(paper)[-1] == ("2", "Lights")
        assert [each.text for each in paper.footnotes] == ["Only lit ones."]

    def test_the_symbol_at_the_top_of_the_first_page_is_the_paper_s_own(self) -> None:
        header = p("HC/BUOY/2020/1") + p("Page 1")
        section = '<w:headerReference w:type="{}" r:id="r-header"/>{}'
        for kind, title in (("default", ""), ("first", "<w:titlePg/>")):
            paper = in_word(word(*OPENING, section=section.format(kind, title), parts={"header": header}))
            assert paper.masthead.symbol == "HC/BUOY/2020/1"
            assert not [one for one in paper.warnings if one.name == "unexplained_line"]
        other = in_word(word(*OPENING, section=section.format("default", "<w:titlePg/>"), parts={"header": header}))
        assert other.masthead.symbol is None

    def test_hidden_words_are_left_out_and_told(self) -> None:
        paper = self.met(p(run("Lights") + run(" (secret)", "<w:vanish/>") + run(" at sea", '<w:vanish w:val="0"/>'), ITEM))
        assert titles(paper)[-1] == ("2", "Lights at sea")
        assert "hidden_text" in names(paper)

    def test_a_comment_is_told_and_not_read(self) -> None:
        assert "comment_left_out" in names(self.met(p(run("Lights") + '<w:r><w:commentReference w:id="1"/></w:r>', ITEM)))

    def test_a_text_box_is_read_once_after_its_paragraph(self) -> None:
        box = f"<w:txbxContent>{p('HC/BUOY/2020/1')}</w:txbxContent>"
        both = (
            f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        paper = in_word(word(p(both), p(run("Working Group") + f"<w:r><w:pict>{'<v:textbox/>'}</w:pict></w:r>"), *OPENING))
        assert paper.masthead.symbol == "HC/BUOY/2020/1"
        assert names(paper).count("text_box") == 1

    def test_what_is_no_text_is_told(self) -> None:
        symbol = '<w:r><w:sym w:font="Symbol" w:char="{}"/></w:r>'
        assert "part_not_read" in names(self.met(p(symbol.format("F061") + run("Lights"), ITEM)))
        assert "part_not_read" not in names(self.met(p(symbol.format("F0B7") + run("Lights"), ITEM)))
        assert "part_not_read" in names(self.met('<w:altChunk r:id="x"/>'))
        assert "part_not_read" in names(self.met(p("<w:r><w:object/></w:r>")))

    def test_what_turns_the_direction_of_a_title_is_told(self) -> None:
        assert "right_to_left_characters" in names(self.met(p("Lights \u202ethgil", ITEM)))
        turned = self.met(p(f'<w:bdo w:val="rtl">{run("Lights")}</w:bdo>', ITEM))
        assert "right_to_left_characters" in names(turned)
        assert titles(turned)[-1] == ("2", "Lights")
