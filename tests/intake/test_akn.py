"""Akoma Ntoso, in the profile of the United Nations: a debateReport whose elements say what its lines are."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Final

import pytest

from cli.intake import Paper, Unreadable, read_bytes
from tests.intake.papers import FOUNDING, SAMPLE, SHARED, facts, names, reading, shared
from tests.intake.word import titles

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def akn(*blocks: str, kind: str = "debateReport") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><akomaNtoso xmlns="{NAMESPACE}"><{kind} name="agendaAnnotated">'
        f"<meta><identification/></meta><mainBody>{''.join(blocks)}</mainBody></{kind}></akomaNtoso>"
    ).encode()


def item(number: str, title: str, *below: str, eid: str = "") -> str:
    named = f' eId="{eid}"' if eid else ""
    return f'<hcontainer name="item"{named}><num>{number}</num><heading>{title}</heading>{"".join(below)}</hcontainer>'


def from_text(text: str) -> bytes:
    """A paper in plain text as Akoma Ntoso, numbers in their own elements and without their stops."""
    blocks: list[str] = []
    for line in filter(str.strip, text.split("\n")):
        number = re.fullmatch(r"(\d+)\. (.*)|(?: - )?\(([a-z])\) (.*)", line)
        if "\t" in line:
            cells = "".join(f"<td><p>{cell}</p></td>" for cell in line.split("\t"))
            blocks.append(f"<table><tr>{cells}</tr></table>")
        elif number:
            blocks.append(item(number[1] or f"{number[3]})", escape(number[2] or number[4])))
        else:
            blocks.append(f"<p>{escape(line)}</p>")
    return akn(*blocks)


def in_akn(*blocks: str) -> Paper:
    return read_bytes(akn("<p>Provisional agenda</p>", *blocks), "paper.xml")


@pytest.mark.parametrize("paper", ["sample", "founding"])
def test_a_paper_reads_to_the_same_facts_from_akoma_ntoso_as_from_text(paper: str) -> None:
    text = SAMPLE if paper == "sample" else shared(FOUNDING)
    read = read_bytes(from_text(text), "paper.xml")
    assert facts(read) == facts(reading(text))
    assert names(read) == names(reading(text))
    assert read.form == "akoma_ntoso"


def test_an_item_is_read_from_its_number_and_its_heading() -> None:
    below = item("a", "Opening") + item("(b)", "Adoption")
    found = in_akn(
        item("1", "Organization", below), item("2.", "Lights<eol/>and <i>sounds</i>"), item("Item 3.", "Other")
    )
    assert titles(found) == [
        ("1", "Organization"), ("1 (a)", "Opening"), ("1 (b)", "Adoption"), ("2", "Lights and sounds"), ("3", "Other"),
    ]  # fmt: skip


def test_items_may_stand_in_a_list() -> None:
    listed = (
        "<blockList><listIntroduction>The items:</listIntroduction><item><num>1</num><p>Opening</p></item></blockList>"
    )
    paper = in_akn(listed)
    assert titles(paper) == [("1", "Opening")]
    assert [one.text for one in paper.warnings if one.name == "unexplained_line"] == ["The items:"]


def test_a_warning_names_the_line_of_the_file_and_the_element() -> None:
    paper = in_akn(item("1", "Opening"), "\n", item("7", "Lights", eid="item_7"))
    warning = next(one for one in paper.warnings if one.name == "number_not_in_order")
    assert warning.place == "line 2, item_7"


def test_footnotes_come_apart_and_changes_are_told() -> None:
    note = '<authorialNote marker="1"><p>Only lit ones.</p></authorialNote>'
    paper = in_akn(
        item("1", f"Lights{note}"), item("2", "Other <del>matters</del><ins>business</ins>"), "<p> </p>", "<num>3</num>"
    )
    assert titles(paper) == [("1", "Lights"), ("2", "Other business")]
    assert [(each.mark, each.text) for each in paper.footnotes] == [("1", "Only lit ones.")]
    assert [(each.before, each.after) for each in paper.tracked_changes] == [("Other matters", "Other business")]
    assert {"changes_not_accepted", "unexplained_line"} <= set(names(paper))


def test_a_cell_over_several_columns_stands_once_and_what_stands_elsewhere_is_left() -> None:
    rows = (
        '<tr><td colspan="3"><p>Tuesday, 8 September</p></td></tr>'
        "<tr><td><p>10 a.m.–1 p.m.</p></td><td>1</td><td>Lights</td></tr>"
    )
    paper = in_akn(
        "<toc><tocItem>1. Lights</tocItem></toc>",
        item("1", "Lights"),
        "<p>Proposed organization of work</p>",
        f"<table>{rows}</table>",
    )
    assert len(paper.items) == 1
    assert [[slot.number for slot in each.items] for each in paper.organization_of_work] == [["1"]]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<?xml version='1.0'?><html/>", "it is XML (html), but not Akoma Ntoso"),
        (akn(kind="act"), "it is an Akoma Ntoso document of another kind (act); an agenda is a debateReport"),
        (b"<akomaNtoso/>", "of another kind (nothing)"),
        (
            b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><akomaNtoso/>",
            "it declares a document type or entities",
        ),
        (akn()[:-9], "its XML is not well formed (line 1)"),
    ],
)
def test_other_xml_is_refused_by_name(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, "paper.xml")
    assert why in refused.value.why
    assert refused.value.next_step


def test_what_these_tests_read_is_valid() -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = SHARED.parent / "akn" / "akomantoso30.xsd"
    if not Path(schema).exists():
        pytest.skip("the schema is not beside the project")
    document = etree.fromstring(
        akn(item("1", "Lights<authorialNote marker='1'><p>Lit.</p></authorialNote>", "<content><p>x</p></content>"))
    )
    body = etree.XMLSchema(etree.parse(str(schema)))
    body.validate(document)
    said = [
        error.message
        for error in body.error_log
        if "identification" not in error.message and "meta" not in error.message
    ]
    assert said == []


def content(*paragraphs: str) -> str:
    return f"<content>{''.join(f'<p>{each}</p>' for each in paragraphs)}</content>"


def test_items_that_hold_their_annotations_are_read_as_a_list_and_its_annotations() -> None:
    note = '<authorialNote marker="1"><p>Only lit ones.</p></authorialNote>'
    data = akn(
        item("1.", "Organization", item("(a)", "Opening", content("The Chair opens."))),
        item("2.", f"Lights{note}", content("Members may talk.", "<ins>They do.</ins>")),
    ).replace(b"<mainBody>", b"<preface><p><docTitle>Annotated provisional agenda</docTitle></p></preface><mainBody>")
    ended = b"</mainBody><conclusions><p>Not an official document.</p></conclusions>"
    paper = read_bytes(data.replace(b"</mainBody>", ended), "paper.xml")
    assert titles(paper) == [("1", "Organization"), ("1 (a)", "Opening"), ("2", "Lights")]
    assert paper.items[0].items[0].annotation == ("The Chair opens.",)
    assert paper.items[1].annotation == ("Members may talk.", "They do.")
    assert [one.text for one in paper.warnings if one.name == "unexplained_line"] == ["Not an official document."]
    assert (len(paper.footnotes), len(paper.tracked_changes)) == (1, 1)
    assert "annotation_missing" not in names(paper)


def test_a_list_under_its_title_needs_no_other_heading() -> None:
    titled = b"<preface><p><docTitle>Provisional agenda</docTitle></p></preface><mainBody>"
    for below in ("", content("The Chair opens.")):
        paper = read_bytes(akn(item("1", "Opening", below)).replace(b"<mainBody>", titled), "paper.xml")
        assert titles(paper) == [("1", "Opening")]
        assert paper.items[0].annotation == (("The Chair opens.",) if below else ())
