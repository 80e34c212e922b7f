"""Word documents for the tests, their parts written by hand: what a producer does, and what none should."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from typing import Final

from cli.intake import Paper, read_bytes

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES: Final = (
    f'xmlns:w="{W}" xmlns:r="{_RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ITEM, SUB, BULLET, PART = "1:0", "1:1", "2:0", "3:0"

NUMBERING: Final = """
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xB7;"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
"""


STYLES: Final = (
    '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="240"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
)


def run(text: str, properties: str = "") -> str:
    """A run; tabs and ends of lines as Word has them."""
    inside = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>", "\f": '<w:br w:type="page"/>'}.get(
            part, f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        )
        for part in re.split(r"([\t\n\f])", text)
        if part
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def p(content: str, number: str = "", properties: str = "") -> str:
    """A paragraph: of plain text, or of runs; `number` is "list:level"."""
    inside = content if content.startswith("<w:") else run(content)
    if number:
        key, _, depth = number.partition(":")
        properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>{properties}'
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def cell(*paragraphs: str, properties: str = "") -> str:
    inside = "".join(each if each.startswith("<w:p") else p(each) for each in paragraphs) or p("")
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(each if each.startswith("<w:tc") else cell(each) for each in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def inserted(*runs: str) -> str:
    return f'<w:ins w:id="1" w:author="A. Person" w:date="2020-06-01T09:00:00Z">{"".join(runs)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="A. Person"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def word(
    *blocks: str, section: str = "", parts: Mapping[str, str] | None = None, raw: Mapping[str, bytes] | None = None
) -> bytes:
    """A document of these blocks. `parts` are the insides of related parts by their kind: numbering, footnotes."""
    related = {"numbering": NUMBERING, "styles": STYLES} | dict(parts or {})
    kinds = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "header": "hdr"}
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{_KIND}.{kind}+xml"/>' for kind in related)
        + f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{''.join(blocks)}<w:sectPr>{section}</w:sectPr></w:body>"
        "</w:document>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="r-{kind}" Type="{_RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind in related)
        + "</Relationships>",
    } | {
        f"word/{kind}.xml": f"<w:{kinds[kind]} {_NAMES}>{inside}</w:{kinds[kind]}>" for kind, inside in related.items()
    }
    return zipped({name: text.encode() for name, text in files.items()} | dict(raw or {}))


def zipped(files: Mapping[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """The members of a zipped file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def from_text(text: str) -> bytes:
    """A paper in plain text as a Word document: automatic numbers in its list, a table for its timetable."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    blocks: list[str] = []
    rows: list[str] = []
    listing = False
    for line in lines:
        if "\t" in line and not listing:
            rows.append(row(*(cell(_emphasised(part)) for part in line.split("\t"))))
            continue
        blocks += [tbl(*rows)] if rows else []
        rows = []
        starts = re.fullmatch(r"(?:I\. )?provisional agenda", line.strip().replace("\u00a0", " "), re.IGNORECASE)
        listing = bool(starts) or (listing and "nnotations" not in line.replace("\u00ad", "").lower())
        blocks += [_paragraph(line, listing=listing)] if line.strip() else []
    return word(*blocks, *([tbl(*rows)] if rows else []))


def _paragraph(line: str, *, listing: bool) -> str:
    if line.startswith("\f"):
        return _paragraph(line[1:], listing=listing).replace("<w:r>", run("\f") + "<w:r>", 1)
    item = re.fullmatch(r"(\d+)\. (?!\()(.*)", line) if listing else None
    sub = re.fullmatch(r" [-•] \([a-z]\) (.*)", line) if listing else None
    if item:
        return p(_emphasised(item[2]), ITEM)
    return p(_emphasised(sub[1]), SUB) if sub else p(_emphasised(line))


def _emphasised(text: str) -> str:
    """The text cut into runs of one format, as the tags say."""
    parts = re.split(r"<i>(.*?)</i>", text)
    return "".join(run(part, "<w:i/>" if place % 2 else "") for place, part in enumerate(parts) if part) or run("")


def in_word(data: bytes) -> Paper:
    return read_bytes(data, "paper.docx")


def titles(paper: Paper) -> Sequence[tuple[str, str]]:
    return [(each.number, each.title) for item in paper.items for each in (item, *item.items)]


OPENING: Final = (p("Provisional agenda"), p("Opening of the meeting", ITEM))
CLOSING: Final = (p("Annotations"),)
