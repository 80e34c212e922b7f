"""An archive of resolutions enters the record, with a word on every row in doubt."""

import csv
from pathlib import Path

import pytest

from cli.intake.archive import COLUMNS as TEXTS
from cli.intake.citations import COLUMNS as CITATIONS
from tests.cli.terminal import Terminal

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "lineage"


class Shelf:
    """Two tables in a folder, row by row."""

    def __init__(self, folder: Path) -> None:
        self.nodes, self.edges = folder / "nodes.csv", folder / "edges.csv"
        self.report = folder / "report.csv"
        self.rows: dict[Path, list[list[str]]] = {self.nodes: [[*TEXTS]], self.edges: [[*CITATIONS]]}

    def text(self, symbol: str, day: str = "2019-12-18", other: str | None = None, **more: str) -> None:
        """A row of the table of texts."""
        known = {
            "symbol": symbol,
            "frbr_adoption_date": day,
            "workflow_adopted_date": day if other is None else other,
            "workflow_adopted_as": "A/74/PV.50",
            "agenda_item": "Agenda item 1",
            "title": "A title",
            "xml_file": "74_1_E.xml",
        }
        self.rows[self.nodes].append([{**dict.fromkeys(TEXTS, ""), **known, **more}[one] for one in TEXTS])

    def cites(self, by: str, symbol: str, printed: str | None = None, day: str = "2019-12-18", **more: str) -> None:
        """A row of the table of citations."""
        known = {
            "source_symbol": by,
            "source_adoption_date": day,
            "part": "preamble",
            "place": "text",
            "relation_phrase": "Recalling also",
            "target_symbol": symbol,
            "target_text": symbol.removeprefix("A/RES/") if printed is None else printed,
            "target_href": "https://example.org/x",
        }
        self.rows[self.edges].append([{**dict.fromkeys(CITATIONS, ""), **known, **more}[one] for one in CITATIONS])

    def line(self, *options: str) -> str:
        """The command that imports the two tables, once they are written."""
        for path, rows in self.rows.items():
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
        return " ".join(["resolution import", str(self.nodes), str(self.edges), *options])

    def doubts(self) -> list[tuple[str, str]]:
        """The report: the name of each doubt and its row."""
        with self.report.open(encoding="utf-8", newline="") as file:
            return [(row["doubt"], row["row"]) for row in csv.DictReader(file)]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def imported(terminal: Terminal, shelf: Shelf, file: Path) -> str:
    """What the answer to an import whose doubts are accepted says of the rows of a file."""
    said = terminal.types(shelf.line("--accept-warnings", "--report", str(shelf.report))).splitlines()
    return next(line for line in said if line.startswith(f"{file.name}: ") and " = " in line)


def test_texts_and_citations_enter_the_record_with_their_bodies(empty: Terminal, shelf: Shelf) -> None:
    shelf.text("A/RES/74/176", workflow_adopted_as="Adopted through silence procedure")
    shelf.text("A/RES/74/177", "2019-12-19")
    shelf.cites(
        "A/RES/74/177", "A/RES/74/176", day="2019-12-19", part="operative", context="3. Recalls resolution 74/176"
    )
    shelf.cites("A/RES/74/177", "A/74/483", day="2019-12-19", place="footnote", relation_phrase="Takes note")
    assert empty.types(shelf.line()).splitlines() == [
        "nodes.csv: 2 rows; 2 can be recorded, 0 say what an earlier row says, 0 cannot be.",
        "edges.csv: 2 rows; 2 can be recorded, 0 say what an earlier row says, 0 cannot be.",
        "8 entries, #1 to #8: the archive is in the record.",
        "nodes.csv: 2 rows = 2 recorded + 0 in the record already + 0 said by an earlier row + 0 left out.",
        "edges.csv: 2 rows = 2 recorded + 0 in the record already + 0 said by an earlier row + 0 left out.",
        "1 text or paper is known by citation only.",
    ]
    empty.plays(r"""
        $ nemcon history resolution A/RES/74/177
        History of UNGA 74/177

        19 December 2019

          #5  Resolution 74/177 of UNGA, "A title", adopted on 19 December 2019, entered the record.
          #7  Resolution 74/177 of UNGA recalls resolution 74/176 of UNGA, in operative paragraph 3:
              "Recalling also".
          #8  Resolution 74/177 of UNGA takes note of document A/74/483, in a footnote to the preamble:
              "Takes note".

        Generated from the record of the meeting. This is not an official document.
    """)
    assert "Resolution A/RES/74/176" in empty.types("lineage A/RES/74/176 --on 2019-12-18")
    assert "adopted on 18 December 2019 under the silence procedure" in empty.types("history resolution 74/176")
    assert "Resolution A/RES/74/176" in empty.types('lineage "General Assembly 74/176"')


def test_the_same_files_again_record_nothing_and_say_so(empty: Terminal, shelf: Shelf) -> None:
    shelf.text("A/RES/74/176")
    shelf.cites("A/RES/74/176", "A/RES/70/1")
    empty.types(shelf.line())
    before = empty.dump()
    said = empty.types(shelf.line()).splitlines()
    assert said[-4] == "All that these tables say is in the record already; nothing was recorded."
    assert said[-3].startswith("nodes.csv: 1 row = 0 recorded + 1 in the record already")
    assert empty.dump() == before
    shelf.cites("A/RES/74/176", "A/RES/70/2")
    said = empty.types(shelf.line()).splitlines()
    assert said[-2].startswith("edges.csv: 2 rows = 1 recorded + 1 in the record already")


def test_what_was_struck_is_not_entered_again_and_what_is_known_now_is_entered(empty: Terminal, shelf: Shelf) -> None:
    shelf.text("A/RES/74/176")
    shelf.text("X/RES/1/1")
    shelf.cites("A/RES/74/176", "A/RES/70/1")
    shelf.cites("A/RES/74/176", "X/RES/1/1", "1/1")
    empty.types(shelf.line("--accept-warnings"))
    empty.types('strike 5 --reason "not in the text"')
    empty.runs('body add EX "Example Conference" --at 1990-01-01', "body add EX E --also X --at 1990-01-01")
    said = empty.types(shelf.line("--accept-warnings")).splitlines()
    assert said[-3].startswith("nodes.csv: 2 rows = 1 recorded + 1 in the record already")
    assert said[-2].startswith("edges.csv: 2 rows = 1 recorded + 1 in the record already")
    assert "70/1" not in empty.types("lineage A/RES/74/176")


def test_an_import_completes_a_text_known_by_citation_and_finds_the_body_by_its_name(
    empty: Terminal, shelf: Shelf
) -> None:
    empty.runs('body add GA "General Assembly" --at 1946-01-10', 'resolution cited "GA 74/176" --adopted 2019-12-18')
    shelf.text("A/RES/74/176")
    empty.types(shelf.line())
    assert 'Resolution A/RES/74/176, "A title"' in empty.types('lineage "GA 74/176"')
    again = Shelf(shelf.nodes.parent)
    again.text("A/RES/74/178")
    empty.types(again.line())
    assert "Resolution A/RES/74/178" in empty.types('lineage "GA 74/178"')


def test_every_doubt_has_its_name_and_blocks_until_it_is_accepted(empty: Terminal, shelf: Shelf) -> None:
    shelf.text("A/RES/74/176", "2019-12-18", "2019-12-19")
    shelf.text("S/RES/2500 (2019)", "2019-11-27", title="")
    said = empty.refused(shelf.line(), "2 doubts are not accepted: adoption_dates_differ, title_missing.")
    assert "nodes.csv, line 2: A/RES/74/176: 2019-12-18 and 2019-12-19" in said
    empty.refused(shelf.line("--accept", "title_missing"), "1 doubt is not accepted: adoption_dates_differ.")
    empty.types(shelf.line("--accept", "title_missing", "--accept", "adoption_dates_differ"))
    told = empty.types("lineage A/RES/74/176")
    assert "(18 December 2019) (unverified) [1]" in told
    assert "[1] nodes.csv, line 2: adopted on 2019-12-18 or 2019-12-19" in told


def test_each_row_of_the_texts_is_recorded_or_said(empty: Terminal, shelf: Shelf) -> None:
    shelf.text("A/RES/74/1", "2019-12-18", "")
    shelf.text("A/RES/74/2", "0001-01-01", "no day")
    shelf.text("A/RES/74/3 A-B")
    shelf.text("A/DEC/74/4", xml_file="GA decision 74_4 B_E.xml")
    shelf.text("A/RES/74/5", xml_file="74_5_E.xml")
    shelf.text("A/RES/74/5", xml_file="74_5_F.xml", title="Un titre")
    shelf.text("A/RES/74/5", xml_file="74_5_E_reissue.xml")
    shelf.text("A/RES/74/5", "2020-01-01")
    shelf.text("E/RES/2020/1", xml_file="E_RES_2020_1_reissue.xml")
    shelf.text("S/2023/970", "", xml_file="sc/Not adopted/S_2023_970.xml")
    shelf.text("nothing known")
    shelf.text("X/RES/1/1")
    shelf.rows[shelf.nodes].append(["A/RES/74/6"])
    assert imported(empty, shelf, shelf.nodes) == (
        "nodes.csv: 13 rows = 7 recorded + 0 in the record already + 1 said by an earlier row + 5 left out."
    )
    assert shelf.doubts() == [
        ("date_in_one_column", "A/RES/74/1: 2019-12-18 and none"),
        ("date_missing", "A/RES/74/2: 0001-01-01 and no day"),
        ("composite_text", "A/RES/74/3 A-B"),
        ("part_letter_lost", "A/DEC/74/4 in GA decision 74_4 B_E.xml"),
        ("language_version", "A/RES/74/5 in 74_5_F.xml: Un titre"),
        ("row_twice", "A/RES/74/5 in 74_5_E_reissue.xml"),
        ("symbol_twice_differs", "A/RES/74/5 in 74_1_E.xml"),
        ("reissued_text", "E/RES/2020/1 in E_RES_2020_1_reissue.xml"),
        ("number_of_another_year", "E/RES/2020/1, adopted on 2019-12-18"),
        ("draft_not_adopted", "S/2023/970"),
        ("source_unclear", "nothing known"),
        ("body_unknown", "X/RES/1/1"),
        ("row_incomplete", ""),
    ]
    assert "Decision A/DEC/74/4 B" in empty.types('lineage "UNGA decision 74/4 B"')


def test_each_row_of_the_citations_is_recorded_or_said(empty: Terminal, shelf: Shelf) -> None:
    shelf.text("A/RES/74/1")
    shelf.text("A/RES/74/2", "2020-06-30")
    shelf.text("A/RES/74/3 A-B")
    shelf.text("A/DEC/74/4", xml_file="GA decision 74_4 B_E.xml")
    by = "A/RES/74/1"
    for symbol, printed in (
        ("A/RES/66/253b", "66/253 B"),
        ("A/RES/217 (III)", "217 A (III)"),
        ("A/RES/48/226", "C"),
        ("A/RES/55/207", "5"),
        ("A/RES/55/207", "/207"),
        ("E/RES/2018/12", "2019/26"),
        ("A/RES/66/1", "A/RES/66/2"),
        ("A/RES/66/3", "see there"),
        ("A/RES/70/1", ""),
        ("A/75/79", "A/75/79-E/2020/55"),
        ("E/2019/53", "E/2021/50"),
        ("E/2019/54", ""),
        ("A/74/5(Vol.II)", "A/74/5 (Vol. II)"),
        ("https://example.org/1", "75/311"),
        ("https://example.org/2", "A/RES/75/312"),
        ("https://example.org/3", "UNEP/EA.5/Res.6."),
        ("https://example.org/4", "a page"),
        ("A/RES/74/2", "74/2"),
        ("A/RES/74/3 B", "74/3 B"),
        (by, "74/1"),
        ("X/RES/1/1", "1/1"),
    ):
        shelf.cites(by, symbol, printed)
    shelf.cites("A/DEC/74/4", "A/RES/70/1")
    shelf.cites(by, "A/RES/70/2", relation_phrase="")
    shelf.cites(by, "A/RES/70/3", relation_phrase="Official Records, Supplement No. 1")
    shelf.cites(by, "A/RES/70/4", part="title", place="margin")
    shelf.cites(by, "A/RES/70/5", day="2019-12-17")
    shelf.cites("A/RES/9/9", "A/RES/70/1")
    shelf.cites("Y/RES/9/9", "A/RES/70/1")
    shelf.cites("nothing known", "A/RES/70/1")
    shelf.rows[shelf.edges].append(["A/RES/74/1"])
    assert imported(empty, shelf, shelf.edges) == (
        "edges.csv: 30 rows = 22 recorded + 0 in the record already + 1 said by an earlier row + 7 left out."
    )
    assert [doubt for doubt in shelf.doubts() if doubt[0] not in {"composite_text", "row_incomplete"}] == [
        ("part_letter_lost", "A/DEC/74/4 in GA decision 74_4 B_E.xml"),
        ("part_letter_lost", "printed 217 A (III), link A/RES/217 (III)"),
        ("part_letter_lost", "printed C, link A/RES/48/226"),
        ("text_in_pieces", "printed 5, link A/RES/55/207"),
        ("text_in_pieces", "printed /207, link A/RES/55/207"),
        ("row_twice", "A/RES/74/1 recalls A/RES/55/207"),
        ("text_and_link_differ", "printed 2019/26, link E/RES/2018/12"),
        ("text_and_link_differ", "printed A/RES/66/2, link A/RES/66/1"),
        ("text_and_link_differ", "printed see there, link A/RES/66/3"),
        ("text_missing", "A/RES/70/1"),
        ("text_and_link_differ", "printed E/2021/50, link E/2019/53"),
        ("text_missing", "E/2019/54"),
        ("link_is_no_symbol", "printed 75/311, link https://example.org/x"),
        ("link_is_no_symbol", "printed A/RES/75/312, link https://example.org/x"),
        ("link_is_no_symbol", "printed UNEP/EA.5/Res.6., link https://example.org/x"),
        ("target_unclear", "'a page', https://example.org/x"),
        ("cites_the_future", "A/RES/74/1 of 2019-12-18, A/RES/74/2 of 2020-06-30"),
        ("cites_itself", "A/RES/74/1"),
        ("body_unknown", "X"),
        ("part_letter_lost", "A/DEC/74/4 of 2019-12-18 is 74/4 B"),
        ("phrase_missing", "A/RES/74/1 and A/RES/70/2"),
        ("phrase_unclear", "A/RES/74/1: Official Records, Supplement No. 1"),
        ("place_unclear", "A/RES/74/1: title, margin"),
        ("source_date_differs", "A/RES/74/1: 2019-12-17 and 2019-12-18"),
        ("source_unknown", "9/9"),
        ("body_unknown", "9/9"),
        ("source_unclear", "nothing known"),
    ]
    told = empty.types("lineage A/RES/74/1 --direction up")
    for cited in ("66/253 B", "217 A (III)", "48/226 C", "55/207", "2019/26", "66/2 ", "75/311", "A/75/79"):
        assert cited in told
    assert "recalls resolution A/RES/74/3 A-B" in told
    assert "recalls document UNEP/EA.5/Res.6 (unverified)" in told


def test_a_dry_run_records_nothing(empty: Terminal, shelf: Shelf) -> None:
    shelf.text("A/RES/74/176")
    said = empty.types(shelf.line("--dry-run"))
    assert "(not recorded) 4 entries, #1 to #4" in said
    assert empty.entries() == 0


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "its columns are not those of such a table"),
        (b"a,b,c\n1,2,3\n", "its columns are not those of such a table"),
        (b"\0\1\2", "it is not text"),
        (b"symbol,\xff\n", "it is not UTF-8 (in line 1)"),
        (",".join(TEXTS).encode() + b'\n"A"B,,,,,,,\n', "line 2 is no line of CSV"),
        (",".join(TEXTS).encode() + b"\n" + b"x" * 200_000, "line 2 is no line of CSV"),
    ],
    ids=["empty", "other columns", "binary", "not UTF-8", "a stray quotation mark", "an endless field"],
)
def test_what_is_no_such_table_is_refused(empty: Terminal, shelf: Shelf, data: bytes, why: str) -> None:
    line = shelf.line()
    shelf.nodes.write_bytes(data)
    empty.refused(line, f"nodes.csv was not read: {why}")


def test_a_table_that_cannot_be_opened_is_refused(
    empty: Terminal, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    line = shelf.line()
    monkeypatch.setattr(Path, "open", unreadable)
    empty.refused(line, "nodes.csv was not read: permission denied.")


def test_a_blank_line_is_no_row(empty: Terminal, shelf: Shelf) -> None:
    shelf.text("A/RES/74/176")
    shelf.rows[shelf.nodes].append([])
    assert "nodes.csv: 1 row = 1 recorded" in empty.types(shelf.line())


def test_a_table_that_is_too_large_is_refused(empty: Terminal, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.intake.csvfile.LARGEST", 10)
    empty.refused(shelf.line(), "nodes.csv was not read: it is larger than")


def test_an_import_needs_somebody_who_records(empty: Terminal, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEMCON_BY")
    empty.refused(shelf.line(), "It is not said who records.")


@pytest.mark.skipif(not REAL.exists(), reason="the archive of real resolutions is not beside the project")
def test_the_real_archive_enters_the_record_row_by_row(empty: Terminal, tmp_path: Path) -> None:
    files = f"{REAL / 'nodes.csv'} {REAL / 'edges-sample.csv'}"
    said = empty.types(f"resolution import {files} --accept-warnings --report {tmp_path / 'doubts.csv'}")
    rows = [line.replace(" in the record already", " known").partition(": ")[2] for line in said.splitlines()[-3:-1]]
    assert rows == [
        "2,951 rows = 2,929 recorded + 0 known + 3 said by an earlier row + 19 left out.",
        "2,724 rows = 2,632 recorded + 0 known + 91 said by an earlier row + 1 left out.",
    ]
    assert "300 rows" in said  # two days of adoption
    told = empty.types("lineage A/RES/76/16 --direction up")
    assert "adopted later, on 2021-12-16" in told
    assert "A/DEC/77/512 B" in empty.types('lineage "UNGA decision 77/512 B"')
