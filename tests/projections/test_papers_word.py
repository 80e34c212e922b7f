from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values import Occurred
from projections.papers.layout import Block, Heading, Listing, Masthead, Note, Paragraph, Row, Span, Style, Table
from projections.papers.press import Revision, Sheet
from projections.papers.word.document import document
from projections.papers.word.lines import Line
from projections.papers.word.tracked import compared
from projections.words import NOT_OFFICIAL
from tests.projections.programs import said

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVERY: list[Block] = [
    Masthead(("Group on Lakes", "Seventh meeting"), ("LAKES/2020/1",)),
    Heading("Agenda¹", entries=[4]),
    Listing((Row("1.", "Reeds²", rows=(Row("(a)", (Span("Old", Style.REMOVED), Span("New", Style.ADDED))),)),)),
    Heading("Fish & fishing", 2, "2."),
    Listing((Row("10 a.m.", "", rows=(Row("1.", "Reeds"), Row("", "A talk"))),)),
    Paragraph((Span("See "), Span("there", Style.ASIDE)), [2, 3]),
    Table(("Old", "New"), (("1", "2 & 3"),)),
    Note("¹", "As amended."),
    Note("²", "Reeds only."),
    Note("*", "Nobody refers to it."),
]


def printed(*blocks: Block, language: str = "en", revision: Revision | None = None) -> bytes:
    made = datetime(2020, 9, 8, 10, tzinfo=UTC)
    return document(Sheet(title="Agenda of lakes7", blocks=blocks, language=language, made=made, revision=revision))


def xml(paper: bytes, part: str = "word/document.xml") -> ET.Element:
    return ET.fromstring(zipfile.ZipFile(BytesIO(paper)).read(part))  # noqa: S314 - what we made ourselves


def changes_of(paper: ET.Element) -> list[ET.Element]:
    return [*paper.iter(f"{W}ins"), *paper.iter(f"{W}del")]


def as_read(tmp_path: Path, paper: bytes, *options: str) -> str:
    (tmp_path / "paper.docx").write_bytes(paper)
    return said("pandoc", tmp_path / "paper.docx", "--to=plain", "--wrap=none", *options)


def test_an_independent_reader_reads_every_block(tmp_path: Path) -> None:
    told = as_read(tmp_path, printed(*EVERY))
    lines = [" ".join(line.split()) for line in told.splitlines() if line.strip(" -")]
    assert lines == [
        "LAKES/2020/1",
        "Group on Lakes",
        "Seventh meeting",
        "Agenda[1] [#4]",
        "1. Reeds[2]",
        "(a) ~~Old~~New",
        "2. Fish & fishing",
        "10 a.m. 1. Reeds",
        "A talk",
        "See there [#2, #3]",
        "Old New",
        "1 2 & 3",
        "* Nobody refers to it.",
        NOT_OFFICIAL,
        "[1] As amended.",
        "[2] Reeds only.",
    ]


def test_the_same_paper_gives_the_same_bytes_which_no_compression_made() -> None:
    assert printed(*EVERY) == printed(*EVERY)
    with zipfile.ZipFile(BytesIO(printed(*EVERY))) as file:
        assert {one.compress_type for one in file.infolist()} == {zipfile.ZIP_STORED}
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist()[0] == "[Content_Types].xml"


def test_its_properties_are_those_of_the_record() -> None:
    told = docx.Document(BytesIO(printed(*EVERY))).core_properties
    assert (told.title, told.language, told.comments) == ("Agenda of lakes7", "en", NOT_OFFICIAL)
    assert told.created == told.modified == datetime(2020, 9, 8, 10, tzinfo=UTC)


def test_printed_numbers_are_text_with_a_hanging_indent() -> None:
    body = xml(printed(*EVERY))
    assert not body.findall(f".//{W}numPr")
    indents = [(one.get(f"{W}left"), one.get(f"{W}hanging")) for one in body.iter(f"{W}ind")]
    assert indents[:2] == [("345", "345"), ("805", "460")]


def test_headings_are_styles_and_the_head_of_a_table_is_repeated() -> None:
    paper = docx.Document(BytesIO(printed(*EVERY)))
    assert [
        (one.style.name, one.text) for one in paper.paragraphs if one.style and "eading" in str(one.style.name)
    ] == [
        ("Heading 1", "Agenda [#4]"),
        ("Heading 2", "2.\tFish & fishing"),
    ]
    rows = [*xml(printed(*EVERY)).iter(f"{W}tr")]
    assert [row.find(f".//{W}tblHeader") is not None for row in rows] == [True, False]


def test_a_footnote_is_numbered_by_word_where_its_mark_is_the_next_number() -> None:
    paper = printed(Heading("Agenda*"), Paragraph("Reeds²"), Note("*", "Provisional."), Note("²", "Reeds only."))
    found = [*xml(paper).iter(f"{W}footnoteReference")]
    assert [one.get(f"{W}customMarkFollows") for one in found] == ["1", None]
    assert [one.get(f"{W}id") for one in found] == ["1", "2"]


def test_arabic_runs_from_right_to_left_and_its_symbols_do_not() -> None:
    paper = xml(printed(Paragraph("القرار A/RES/74/176 هنا"), language="ar"))
    first = next(paper.iter(f"{W}p"))
    runs = [(run.find(f".//{W}rtl") is not None, "".join(run.itertext())) for run in first.iter(f"{W}r")]
    assert runs == [(True, "القرار "), (False, "A/RES/74/176"), (True, " هنا")]
    assert all(one.find(f"{W}pPr/{W}bidi") is not None for one in paper.iter(f"{W}p"))
    (language,) = xml(printed(language="ar"), "word/styles.xml").iter(f"{W}lang")
    assert (language.get(f"{W}val"), language.get(f"{W}bidi")) == ("ar-SA", "ar-SA")


def test_a_title_in_arabic_keeps_its_direction_within_english() -> None:
    first = next(xml(printed(Paragraph("See القرار رقم 7 there"))).iter(f"{W}p"))
    runs = [(run.find(f".//{W}rtl") is not None, "".join(run.itertext())) for run in first.iter(f"{W}r")]
    assert runs == [(False, "See "), (True, "القرار رقم"), (False, " 7 there")]


def test_what_no_xml_may_hold_is_replaced_and_shown() -> None:
    assert "Re\ufffdeds <b>" in "".join(xml(printed(Paragraph("Re\x07eds <b>"))).itertext())


OLD: list[Block] = [
    Masthead(("Group on Lakes",), ("LAKES/2020/1", "4 June 2020")),
    Heading("Provisional agenda"),
    Listing((Row("1.", "Reeds", about="a"), Row("2.", "Other matters", about="b"), Row("3.", "Boats", about="c"))),
]
NEW: list[Block] = [
    Masthead(("Group on Lakes",)),
    Heading("Agenda¹"),
    Listing((Row("1.", "Fish", about="d"), Row("2.", "Reeds", about="a"), Row("3.", "Other business", about="b"))),
    Note("¹", "As amended."),
]
MOMENT = Occurred(
    day=datetime(2020, 9, 8, tzinfo=UTC).date(),
    at=datetime(2020, 9, 8, 8, 25, tzinfo=UTC),
    zone="Europe/Vienna",
)
BY = Revision(before=OLD, author="Group on Lakes", occurred=MOMENT)


def test_to_accept_every_change_gives_the_later_and_to_reject_it_the_earlier(tmp_path: Path) -> None:
    tracked = printed(*NEW, revision=BY)
    assert as_read(tmp_path, tracked, "--track-changes=accept") == as_read(tmp_path, printed(*NEW))
    assert as_read(tmp_path, tracked, "--track-changes=reject") == as_read(tmp_path, printed(*OLD))


def test_each_change_has_the_body_as_its_author_and_the_act_as_its_date(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(printed(*NEW, revision=BY))
    told = said("pandoc", tmp_path / "paper.docx", "--to=native", "--track-changes=all")
    changes = re.findall(r'"(insertion|deletion|paragraph-insertion|paragraph-deletion)"\s*\]', told)
    assert set(changes) == {"insertion", "deletion", "paragraph-insertion", "paragraph-deletion"}
    assert set(re.findall(r'"author"\s*,\s*"(.*?)"', told)) == {"Group on Lakes"}
    assert set(re.findall(r'"date"\s*,\s*"(.*?)"', told)) == {"2020-09-08T10:25:00Z"}  # the clock of the place


def test_the_instant_stands_beside_the_clock_of_the_place() -> None:
    paper = xml(printed(*NEW, revision=BY))
    named = "{http://schemas.microsoft.com/office/word/2023/wordml/word16du}dateUtc"
    assert {one.get(named) for one in changes_of(paper)} == {"2020-09-08T08:25:00Z"}
    numbers = [one.get(f"{W}id") for one in changes_of(paper)]
    assert len(numbers) == len({*numbers})


@pytest.mark.parametrize(("occurred", "date"), [(Occurred(day=MOMENT.day), "2020-09-08T00:00:00Z"), (None, None)])
def test_where_no_hour_is_known_the_day_stands_alone(occurred: Occurred | None, date: str | None) -> None:
    paper = xml(printed(*NEW, revision=Revision(before=OLD, author="Group", occurred=occurred)))
    assert {one.get(f"{W}date") for one in changes_of(paper)} == {date}


def test_libreoffice_reads_the_changes_with_their_author(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(printed(*NEW, revision=BY))
    home = f"-env:UserInstallation=file://{tmp_path / 'office'}"
    said("soffice", "--headless", home, "--convert-to", "fodt", "--outdir", tmp_path, tmp_path / "paper.docx")
    told = (tmp_path / "paper.fodt").read_text()
    assert set(re.findall(r"<text:(insertion|deletion)>", told)) == {"insertion", "deletion"}
    assert set(re.findall(r"<office:change-info>\s*<dc:creator>(.*?)</dc:creator>", told)) == {"Group on Lakes"}


def test_a_bracket_stands_on_the_side_of_its_partner() -> None:
    first = next(xml(printed(Paragraph("البند 2 Other business (not translated) هنا"), language="ar")).iter(f"{W}p"))
    runs = [(run.find(f".//{W}rtl") is not None, "".join(run.itertext())) for run in first.iter(f"{W}r")]
    assert runs == [(True, "البند 2 "), (False, "Other business (not translated)"), (True, " هنا")]


def test_a_mark_for_which_there_is_no_footnote_stays_in_the_text() -> None:
    paper = xml(printed(Paragraph("A surface of 5 km²"), Note("¹", "Nobody refers to it.")))
    assert "5 km²" in "".join(paper.itertext())
    assert not [*paper.iter(f"{W}footnoteReference")]


EDITIONS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.text("xyz \t组", max_size=8)), max_size=6, unique_by=lambda one: one[0]
).map(lambda found: [Line("ListItem", (Span(text),), key=key) for key, text in found])


@given(EDITIONS, EDITIONS)
def test_whatever_changed_both_editions_are_in_it(old: list[Line], new: list[Line]) -> None:
    told = [*compared(old, new)]
    for edition, gone in ((old, "ins"), (new, "del")):
        kept = [one for one in told if one.change != gone]
        read = ["".join(word.text for change, word in one.words if change != gone) for one in kept]
        assert read == ["".join(word.text for word in line.words) for line in edition]
