"""Tables for spreadsheets, read back as a spreadsheet reads them."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest

from projections.papers.grid import Cell, Grid, as_csv, as_xlsx
from projections.words import NOT_OFFICIAL

NOW = datetime(2020, 9, 8, 10, 25, tzinfo=UTC)
MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def grid(*rows: tuple[Cell, ...], head: tuple[str, ...] = ("number", "title")) -> Grid:
    return Grid(name="Agenda", head=head, rows=rows, about=("Agenda of lakes7",))


def cells(data: bytes, sheet: int = 1) -> list[tuple[str, str]]:
    """Each cell of a sheet: its place, and its text or number; formulas fail."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        strings = ["".join(one.itertext()) for one in ET.fromstring(file.read("xl/sharedStrings.xml"))]  # noqa: S314 - made here
        root = ET.fromstring(file.read(f"xl/worksheets/sheet{sheet}.xml"))  # noqa: S314 - the same
    assert root.find(".//m:f", MAIN) is None
    found = []
    for cell in root.iterfind(".//m:c", MAIN):
        value = cell.findtext("m:v", "", MAIN)
        text = strings[int(value)].replace("_x000D_", "\r") if cell.get("t") == "s" else value
        found.append((cell.attrib["r"], text))
    return found


def test_a_csv_has_a_mark_for_spreadsheets_and_the_line_ends_of_the_standard() -> None:
    told = as_csv(grid(("1 (a)", 'Lakes, "reeds"\nand more'), (None, "Озёра")))
    assert told.startswith(b"\xef\xbb\xbfnumber,title\r\n1 (a),")
    assert told.endswith("\r\n,Озёра\r\n".encode())
    assert list(csv.reader(io.StringIO(told.decode("utf-8-sig"), newline=""))) == [
        ["number", "title"],
        ["1 (a)", 'Lakes, "reeds"\nand more'],
        ["", "Озёра"],
    ]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", '=HYPERLINK("x")'])  # noqa: RUF001 - meant
def test_what_would_be_a_formula_is_text(title: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(grid(("1", title))).decode("utf-8-sig"), newline="")))
    assert rows[1] == ["1", f"'{title}"]
    assert ("B2", title) in cells(as_xlsx(grid(("1", title)), NOW))


def test_a_workbook_keeps_numbers_of_items_as_text_and_days_as_days() -> None:
    told = as_xlsx(grid(("7/1", date(2020, 9, 8), 3, None), head=("number", "day", "entry", "note")), NOW)
    assert cells(told) == [
        *(("A1", "number"), ("B1", "day"), ("C1", "entry"), ("D1", "note")),
        *(("A2", "7/1"), ("B2", "44082"), ("C2", "3")),
    ]
    assert cells(told, 2) == [("A1", "Agenda of lakes7"), ("A2", NOT_OFFICIAL)]


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    told = dict(cells(as_xlsx(grid(("1", "x" * 40_000)), NOW)))
    assert len(told["B2"]) == 32_767
    assert told["B2"].endswith("[cut here: the CSV has all of it]")


def test_the_same_table_gives_the_same_workbook() -> None:
    assert as_xlsx(grid(("1", "Reeds")), NOW) == as_xlsx(grid(("1", "Reeds")), NOW)
    with zipfile.ZipFile(io.BytesIO(as_xlsx(grid(("1", "Reeds")), NOW))) as file:
        assert b"2020-09-08T10:25:00Z</dcterms:created>" in file.read("docProps/core.xml")
        assert b"2020-09-08T10:25:00Z</dcterms:modified>" in file.read("docProps/core.xml")
        assert {one.date_time[0] for one in file.infolist()} == {1980}


def test_an_arabic_table_runs_from_the_right() -> None:
    told = as_xlsx(grid(("1", "القصب")), NOW, right_to_left=True)
    with zipfile.ZipFile(io.BytesIO(told)) as file:
        assert b'rightToLeft="1"' in file.read("xl/worksheets/sheet1.xml")
        assert NOT_OFFICIAL.encode() in file.read("xl/worksheets/sheet1.xml")  # at the foot of each page


def test_an_empty_table_has_its_head() -> None:
    assert as_csv(grid()) == b"\xef\xbb\xbfnumber,title\r\n"
    assert cells(as_xlsx(grid(), NOW)) == [("A1", "number"), ("B1", "title")]
