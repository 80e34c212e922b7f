"""What Word and its kin do to a file between two savings changes no fact of the paper in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pytest

from tests.intake.papers import FOUNDING, SAMPLE, facts, names, shared
from tests.intake.word import W, from_text, in_word, members, zipped

_TEXT: Final = re.compile(r"<w:r>(<w:rPr>.*?</w:rPr>)?<w:t xml:space=\"preserve\">([^<]{6,}?)</w:t></w:r>")


def _split(match: re.Match[str], between: str) -> str:
    """One run as two, cut in the middle of its words; not within an entity."""
    look, text = match[1] or "", match[2]
    at = next(
        (place for place in range(len(text) // 2, len(text)) if "&" not in text[max(0, place - 8) : place + 1]), None
    )
    if at is None:
        return match[0]
    first, second = (f'<w:r>{look}<w:t xml:space="preserve">{part}</w:t></w:r>' for part in (text[:at], text[at:]))
    return first + between + second


def cut(between: str) -> Callable[[str], str]:
    return lambda xml: _TEXT.sub(lambda match: _split(match, between), xml)


SAVED: Final[dict[str, Callable[[str], str]]] = {
    "runs in pieces": cut(""),
    "spelling marked": cut('<w:proofErr w:type="spellStart"/>'),
    "bookmarks": cut('<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'),
    "page breaks remembered": cut("<w:r><w:lastRenderedPageBreak/></w:r>"),
    "empty runs": cut("<w:r><w:t></w:t></w:r><w:r/>"),
    "fields": cut('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _x </w:instrText></w:r>'
                  '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    "spaces that do not break": lambda xml: xml.replace(" a.m.", "\u00a0a.m.").replace("8 and 9", "8\u00a0and\u00a09"),
    "links": lambda xml: _TEXT.sub(r'<w:hyperlink r:id="x">\g<0></w:hyperlink>', xml),
    "content controls": lambda xml: _TEXT.sub(r"<w:sdt><w:sdtPr/><w:sdtContent>\g<0></w:sdtContent></w:sdt>", xml),
    "blocks in content controls": lambda xml: re.sub(
        r"<w:p>.*?</w:p>", r"<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>\g<0></w:sdtContent></w:sdt>", xml
    ),
    "smart tags": lambda xml: _TEXT.sub(r'<w:smartTag w:uri="x">\g<0></w:smartTag>', xml),
    "two forms of one thing": lambda xml: _TEXT.sub(
        r"<mc:AlternateContent><mc:Choice>\g<0></mc:Choice><mc:Fallback>\g<0></mc:Fallback></mc:AlternateContent>", xml
    ),
    "marks of saving": lambda xml: xml.replace("<w:p>", '<w:p w:rsidR="00AB12CD" w:rsidP="00AB12CD">'),
    "looks": lambda xml: xml.replace("<w:r><w:t", '<w:r><w:rPr><w:b/><w:lang w:val="en-GB"/></w:rPr><w:t'),
    "empty paragraphs": lambda xml: xml.replace("<w:p>", "<w:p/><w:p>"),
    "another prefix": lambda xml: re.sub(r"(</?| |xmlns:)w(?=[:=])", r"\1ns0", xml),
    "the strict namespace": lambda xml: xml.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    "indented": lambda xml: re.sub(r"(</?w:(?:p|tbl|tr|tc|r|pPr|body)>)", r"\n  \1\n  ", xml),
    "changed looks": lambda xml: xml.replace(
        "<w:r><w:t", "<w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t"
    ),
    "frames of tables": lambda xml: xml.replace("<w:tbl>", "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"),
    "looks of rows": lambda xml: xml.replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>"),
}  # fmt: skip


@pytest.mark.parametrize("paper", ["sample", "founding"])
@pytest.mark.parametrize("way", SAVED)
def test_the_ways_of_saving_change_no_fact(way: str, paper: str) -> None:
    good = from_text(SAMPLE if paper == "sample" else shared(FOUNDING))
    files = members(good)
    xml = files["word/document.xml"].decode()
    changed = SAVED[way](xml)
    assert changed != xml
    before, after = in_word(good), in_word(zipped(files | {"word/document.xml": changed.encode()}))
    assert (facts(after), names(after)) == (facts(before), names(before))
