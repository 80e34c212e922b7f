"""Files that are not what they claim, or that nobody should open: each is refused by name, at no great cost."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cli.intake import Unreadable, read_bytes
from tests.intake.papers import SAMPLE
from tests.intake.word import ITEM, from_text, members, p, word, zipped

GOOD = word(p("Provisional agenda"), p("Opening", ITEM))


def refusal(data: bytes, name: str = "paper.docx") -> str:
    with pytest.raises(Unreadable) as refused:
        read_bytes(data, name)
    assert refused.value.next_step
    return refused.value.why


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    files = members(GOOD)
    return zipped(files | {part: change(files[part])})


def test_entities_are_refused_wherever_they_are_declared() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    for part in ("word/document.xml", "word/numbering.xml", "[Content_Types].xml"):
        assert "it declares a document type or entities" in refusal(changed(part, lambda xml: laughs + xml))
    hidden = changed("word/document.xml", lambda xml: (laughs + xml).decode().encode("utf-16"))
    assert "it declares a document type or entities" in refusal(hidden)


def test_a_part_that_is_not_well_formed_is_refused_by_name() -> None:
    why = refusal(changed("word/document.xml", lambda xml: xml[:-5]))
    assert why == "its XML is not well formed in its part word/document.xml (line 1)"


def test_xml_nested_without_end_is_refused() -> None:
    assert "not well formed" in refusal(word("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000))
    assert read_bytes(word("<w:sdt>" * 200 + p("Provisional agenda") + p("1. One") + "</w:sdt>" * 200), "paper").items


def test_a_bomb_is_refused_in_a_moment() -> None:
    started = time.monotonic()
    assert "it unpacks to more than an agenda can hold" in refusal(
        changed("word/document.xml", lambda _xml: b" " * 40_000_000)
    )
    many = {f"word/media/{place}.bin": b"\0" * 30_000_000 for place in range(8)}
    assert "it unpacks to more than" in refusal(zipped(members(GOOD) | many))
    assert "it unpacks to more than" in refusal(
        zipped(members(GOOD) | {f"word/{place}": b"" for place in range(5_001)})
    )
    assert time.monotonic() - started < 10


def test_a_size_that_lies_does_not_help_a_bomb() -> None:
    data = bytearray(zipped(members(GOOD) | {"word/styles.xml": b" " * 40_000_000}))
    true = (40_000_000).to_bytes(4, "little")
    while (place := data.find(true)) >= 0:
        data[place : place + 4] = (10).to_bytes(4, "little")
    assert refusal(bytes(data)) in {
        "the zipped file is damaged",
        "it unpacks to more than an agenda can hold (30 MB in one part)",
        "its XML is not well formed in its part word/styles.xml (line 1)",
    }


@pytest.mark.parametrize("member", ["word/vbaProject.bin", "word/vbaData.xml"])
def test_macros_are_refused(member: str) -> None:
    assert refusal(zipped(members(GOOD) | {member: b"x"})) == "it carries macros"


def test_a_document_whose_type_allows_macros_is_refused_whatever_its_name() -> None:
    enabled = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert refusal(changed("[Content_Types].xml", lambda xml: xml.replace(plain, enabled))) == "it carries macros"


@pytest.mark.parametrize(
    ("member", "why"),
    [
        ("xl/workbook.xml", "it is a spreadsheet (.xlsx)"),
        ("ppt/presentation.xml", "it is a presentation (.pptx)"),
        ("content.xml", "it is an OpenDocument file (.odt)"),
        ("readme.txt", "it is a zipped file, not a Word document"),
    ],
)
def test_another_zipped_file_is_refused_by_its_kind(member: str, why: str) -> None:
    assert refusal(zipped({member: b"x"})) == why


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(GOOD)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "it is encrypted"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    held = BytesIO(GOOD)
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("word/document.xml", b"<another/>")
    assert refusal(held.getvalue()) == "two parts in it have the same name"


def test_a_document_without_a_body_is_refused() -> None:
    assert refusal(changed("word/document.xml", lambda _xml: b"<document/>")) == "the Word document has no body"


def test_a_word_document_that_is_no_agenda_is_refused() -> None:
    assert refusal(word(p("Dear Sir"))) == "no line of it is the heading “Provisional agenda”, in English"


def test_the_strict_form_of_the_standard_is_read() -> None:
    transitional, strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    files = {name: data.replace(transitional, strict) for name, data in members(GOOD).items()}
    assert [item.title for item in read_bytes(zipped(files), "paper.docx").items] == ["Opening"]


def test_the_main_part_may_have_another_name() -> None:
    files = members(GOOD)
    files = {name.replace("word/document.xml", "word/document2.xml"): data for name, data in files.items()}
    files["word/_rels/document2.xml.rels"] = files["word/_rels/document.xml.rels"]
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"document.xml", b"document2.xml")
    assert read_bytes(zipped(files | {"word/document.xml": b"<x/>"}), "paper.docx").items


def test_nothing_is_fetched_from_outside() -> None:
    away = b'<Relationship Id="z" Type="x/styles" TargetMode="External" Target="http://example.org/styles.xml"/></Relationships>'
    data = changed("word/_rels/document.xml.rels", lambda xml: xml.replace(b"</Relationships>", away))
    assert read_bytes(data, "paper.docx").items
    absolute = changed(
        "word/_rels/document.xml.rels", lambda xml: xml.replace(b'"numbering.xml"', b'"/word/numbering.xml"')
    )
    assert read_bytes(absolute, "paper.docx").items


def test_more_paragraphs_than_any_agenda_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.intake.forms.MOST_LINES", 3)
    assert refusal(word(*[p("Members may talk.")] * 4)) == "it has more than 3 lines, which no agenda has"


def test_parts_that_are_named_and_not_there_are_none() -> None:
    data = zipped({name: data for name, data in members(GOOD).items() if name != "word/styles.xml"})
    assert read_bytes(data, "paper.docx").items
    bare = {name: data for name, data in members(GOOD).items() if not name.startswith("word/_rels")}
    by_hand = members(word(p("Provisional agenda"), p("1. Opening")))["word/document.xml"]
    paper = read_bytes(zipped(bare | {"word/document.xml": by_hand}), "paper.docx")
    assert [item.title for item in paper.items] == ["Opening"]


def is_read_or_refused(data: bytes) -> bool:
    try:
        return bool(read_bytes(data, "paper").items)
    except Unreadable as refused:
        return bool(refused.why and refused.next_step)


SAMPLE_IN_WORD = from_text(SAMPLE)


@settings(deadline=None)
@given(st.integers(0, len(SAMPLE_IN_WORD) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(place: int, bytes_: bytes) -> None:
    assert is_read_or_refused(SAMPLE_IN_WORD[:place] + bytes_ + SAMPLE_IN_WORD[place + len(bytes_) :])
    assert is_read_or_refused(SAMPLE_IN_WORD[:place])


@settings(deadline=None)
@given(st.data())
def test_a_document_with_its_elements_shuffled_is_read_or_refused(data: st.DataObject) -> None:
    files = members(SAMPLE_IN_WORD)
    root = etree.fromstring(files["word/document.xml"])
    elements = list(root.iter())[2:]
    for _ in range(4):
        moved, target = (data.draw(st.sampled_from(elements)) for _ in range(2))
        if moved not in list(target.iterancestors()) and moved is not target:
            target.append(moved)
    assert is_read_or_refused(zipped(files | {"word/document.xml": etree.tostring(root)}))
