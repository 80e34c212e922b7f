"""What hangs beside the text of a Word document: notes, headers, comments, boxes, what nobody sees."""

from __future__ import annotations

from cli.intake import Paper
from tests.intake.papers import names
from tests.intake.word import CLOSING, ITEM, OPENING, in_word, p, run, titles, word


def met(*blocks: str, **parts: str) -> Paper:
    return in_word(word(*OPENING, *blocks, *CLOSING, parts=parts))


def test_footnotes_come_apart_from_the_words() -> None:
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"{}/>{}</w:r>'
    own = note.format(3, ' w:customMarkFollows="1"', "<w:t>*</w:t>")
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("-")}</w:footnote>'
        f'<w:footnote w:id="2">{p(run("Only lit ones.") + note.format(2, "", ""))}</w:footnote>'
        f'<w:footnote w:id="3">{p("* Reissued.")}</w:footnote>'
    )
    lights = p(run("Lights") + note.format(2, "", "") + run(" at sea"), ITEM)
    sounds = p(run("Sounds") + own + note.format(9, "", "") + note.format(0, "", ""), ITEM)
    paper = met(lights, sounds, footnotes=notes)
    assert titles(paper)[1:] == [("2", "Lights at sea"), ("3", "Sounds")]
    assert [(each.mark, each.text) for each in paper.footnotes] == [("1", "Only lit ones."), ("*", "Reissued.")]


def test_a_mark_raised_by_hand_is_a_mark() -> None:
    paper = met(
        p(run("Lights") + run("1", '<w:vertAlign w:val="superscript"/>'), ITEM),
        p("Annotations"),
        p("¹ Only lit ones."),
    )
    assert titles(paper)[-1] == ("2", "Lights")
    assert [each.text for each in paper.footnotes] == ["Only lit ones."]


def test_the_symbol_at_the_top_of_the_first_page_is_the_paper_s_own() -> None:
    header = p("HC/BUOY/2020/1") + p("Page 1")
    section = '<w:headerReference w:type="{}" r:id="r-header"/>{}'
    for kind, title in (("default", ""), ("first", "<w:titlePg/>")):
        paper = in_word(word(*OPENING, section=section.format(kind, title), parts={"header": header}))
        assert paper.masthead.symbol == "HC/BUOY/2020/1"
        assert not [one for one in paper.warnings if one.name == "unexplained_line"]
    other = in_word(word(*OPENING, section=section.format("default", "<w:titlePg/>"), parts={"header": header}))
    assert other.masthead.symbol is None


def test_hidden_words_are_left_out_and_told() -> None:
    paper = met(p(run("Lights") + run(" (secret)", "<w:vanish/>") + run(" at sea", '<w:vanish w:val="0"/>'), ITEM))
    assert titles(paper)[-1] == ("2", "Lights at sea")
    assert "hidden_text" in names(paper)


def test_a_comment_is_told_and_not_read() -> None:
    assert "comment_left_out" in names(met(p(run("Lights") + '<w:r><w:commentReference w:id="1"/></w:r>', ITEM)))


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('HC/BUOY/2020/1')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    paper = in_word(word(p(both), p(run("Working Group") + f"<w:r><w:pict>{'<v:textbox/>'}</w:pict></w:r>"), *OPENING))
    assert paper.masthead.symbol == "HC/BUOY/2020/1"
    assert names(paper).count("text_box") == 1


def test_what_is_no_text_is_told() -> None:
    symbol = '<w:r><w:sym w:font="Symbol" w:char="{}"/></w:r>'
    assert "part_not_read" in names(met(p(symbol.format("F061") + run("Lights"), ITEM)))
    assert "part_not_read" not in names(met(p(symbol.format("F0B7") + run("Lights"), ITEM)))
    assert "part_not_read" in names(met('<w:altChunk r:id="x"/>'))
    assert "part_not_read" in names(met(p("<w:r><w:object/></w:r>")))


def test_what_turns_the_direction_of_a_title_is_told() -> None:
    assert "right_to_left_characters" in names(met(p("Lights \u202ethgil", ITEM)))
    turned = met(p(f'<w:bdo w:val="rtl">{run("Lights")}</w:bdo>', ITEM))
    assert "right_to_left_characters" in names(turned)
    assert titles(turned)[-1] == ("2", "Lights")
