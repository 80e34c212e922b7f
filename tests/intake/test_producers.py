"""Word documents as other programs write them: their automatic numbers, their tables, their footnotes and changes."""

from __future__ import annotations

import re
import shutil
from html import escape
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest

from tests.intake.papers import FOUNDING, SAMPLE, facts, names, reading, shared
from tests.intake.test_pdf import converted
from tests.intake.word import in_word, titles

office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
HTML: Final = "docx:MS Word 2007 XML"


def text_of(paper: str) -> str:
    return SAMPLE if paper == "sample" else shared(FOUNDING)


def parts(text: str) -> tuple[str, list[str], str, list[list[str]]]:
    """What stands above the list of items, the list, the annotations, and the rows of the timetable."""
    above, _, rest = text.partition("Provisional agenda\n")
    items, _, annotations = rest.partition("\nAnnotations\n")
    rows = [line.split("\t") for line in annotations.split("\n") if "\t" in line]
    below = "\n".join(line for line in annotations.split("\n") if "\t" not in line)
    return above, [line for line in items.split("\n") if line.strip()], below, rows


def as_html(text: str) -> str:
    """The paper as a page of the web, its list in the elements made for that."""
    above, items, annotations, rows = parts(text)
    listed = ""
    for deep, group in groupby(items, key=lambda line: line.startswith(" - ")):
        inside = "".join(f"<li>{escape(line.partition(' ' if not deep else ') ')[2])}</li>" for line in group)
        listed = f"{listed.removesuffix('</li>')}<ol type=a>{inside}</ol></li>" if deep else listed + inside
    days = [f"<td colspan=3>{row[0]}</td>" if not any(row[1:]) else "" for row in rows]
    cells = (day or "".join(f"<td>{each}</td>" for each in row) for day, row in zip(days, rows, strict=True))
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    paragraphs = [
        "".join(f"<p>{escape(line)}</p>" for line in part.split("\n") if line.strip()) for part in (above, annotations)
    ]
    return (
        f"<html><meta charset=utf-8><body>{paragraphs[0]}<h2>Provisional agenda</h2><ol>{listed}</ol>"
        f"<h2>Annotations</h2>{paragraphs[1]}<table>{table}</table></body></html>"
    )


@office
@pytest.mark.parametrize("paper", ["sample", "founding"])
def test_what_the_office_makes_of_a_page_of_the_web_reads_to_the_same_facts(paper: str, tmp_path: Path) -> None:
    text = text_of(paper)
    made = converted(tmp_path, "html", HTML, paper=as_html(text).encode())["paper"]
    assert facts(in_word(made)) == facts(reading(text))
    assert names(in_word(made)) == names(reading(text))


@pytest.mark.parametrize("paper", ["sample", "founding"])
def test_what_python_docx_writes_reads_to_the_same_facts(paper: str) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    text = text_of(paper)
    above, items, annotations, rows = parts(text)
    document = docx.Document()
    for line in filter(str.strip, above.split("\n")):
        document.add_paragraph(line)
    document.add_heading("Provisional agenda", 1)
    for line in items:
        number = re.match(r"\d+\. ", line)
        document.add_paragraph(line[number.end() :] if number else line, style="List Number" if number else None)
    document.add_heading("Annotations", 1)
    for line in filter(str.strip, annotations.split("\n")):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=3)
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = re.sub("</?i>", "", words)
        if not any(row[1:]):
            cells[0].merge(cells[2])
    held = BytesIO()
    document.save(held)
    assert facts(in_word(held.getvalue())) == facts(reading(text))
    assert names(in_word(held.getvalue())) == names(reading(text))


_SPACES: Final = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)
OPEN_DOCUMENT: Final = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<text:list-style style:name="Items"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/></text:list-style>
<text:list-style style:name="Parts"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/>
</text:list-style></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes>
<text:changed-region text:id="new"><text:insertion><office:change-info><dc:creator>A. Person</dc:creator>
<dc:date>2020-06-01T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
<text:changed-region text:id="old"><text:deletion><office:change-info><dc:creator>A. Person</dc:creator>
<dc:date>2020-06-01T10:00:00</dc:date></office:change-info><text:p>matters</text:p></text:deletion></text:changed-region>
</text:tracked-changes>
<text:p>Working Group on Buoys</text:p><text:p>Vienna, 8 September 2020</text:p>
<text:p>Annotated provisional agenda<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>Bring your own copies.</text:p></text:note-body></text:note></text:p>
<text:list text:style-name="Parts"><text:list-item><text:p>Provisional agenda</text:p></text:list-item></text:list>
<text:list text:style-name="Items"><text:list-item><text:p>Organization:</text:p>
<text:list><text:list-item><text:p>Opening</text:p></text:list-item><text:list-item><text:p>Adoption of the agenda</text:p>
</text:list-item></text:list></text:list-item><text:list-item><text:p>Buoys</text:p></text:list-item>
<text:list-item><text:p>Other <text:change text:change-id="old"/><text:change-start text:change-id="new"/>business<text:change-end
 text:change-id="new"/></text:p></text:list-item></text:list>
<text:list text:style-name="Parts" text:continue-numbering="true"><text:list-item><text:p>Annotations</text:p></text:list-item>
</text:list>
<text:p>1. Organization</text:p><text:p>2. Buoys</text:p><text:p>3. Other business</text:p>
<text:p>Annex</text:p><text:p>Proposed organization of work</text:p>
<table:table><table:table-column table:number-columns-repeated="3"/>
<table:table-row><table:table-cell table:number-columns-spanned="3"><text:p>Tuesday, 8 September</text:p></table:table-cell>
<table:covered-table-cell/><table:covered-table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>10 a.m.–1 p.m.</text:p></table:table-cell>
<table:table-cell><text:p>1 (a)</text:p><text:p>1 (b)</text:p></table:table-cell>
<table:table-cell><text:p>Opening</text:p><text:p>Adoption of the agenda</text:p></table:table-cell></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell><text:p>2</text:p></table:table-cell>
<table:table-cell><text:p>Buoys</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>3–6 p.m.</text:p></table:table-cell><table:table-cell><text:p>3</text:p>
</table:table-cell><table:table-cell><text:p>Other business</text:p></table:table-cell></table:table-row>
</table:table></office:text></office:body></office:document>"""  # noqa: E501 - elements stand together, or the spaces between them would be words


@office
def test_lists_footnotes_merged_cells_and_changes_of_the_office_are_read(tmp_path: Path) -> None:
    paper = in_word(converted(tmp_path, "fodt", "docx", paper=OPEN_DOCUMENT.encode())["paper"])
    assert titles(paper) == [
        ("1", "Organization"), ("1 (a)", "Opening"), ("1 (b)", "Adoption of the agenda"), ("2", "Buoys"),
        ("3", "Other business"),
    ]  # fmt: skip
    assert [(each.mark, each.text) for each in paper.footnotes] == [("1", "Bring your own copies.")]
    assert [(each.before, each.after) for each in paper.tracked_changes] == [("Other matters", "Other business")]
    assert [[slot.number for slot in each.items] for each in paper.organization_of_work] == [
        ["1 (a)", "1 (b)", "2"],
        ["3"],
    ]
    assert names(paper) == ["own_symbol_absent", "changes_not_accepted"]
