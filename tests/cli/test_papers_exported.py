"""The forms of a paper for other programs: which paper has which, and that they are made again byte for byte."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

TABLES = (
    *("agenda", "provisional", "comparison", "concordance", "work", "history"),
    *("decisions", "documents", "attendance", "silence-register"),
)


def rows(terminal: Terminal, paper: str) -> list[dict[str, str]]:
    """A paper as CSV, row by row."""
    told = terminal.types(f"print {paper} --format csv").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return list(csv.DictReader(io.StringIO(told, newline="")))


def test_a_form_that_makes_no_sense_for_a_paper_is_refused_with_those_that_do(room: Terminal) -> None:
    room.refused(
        "print concordance --format akn",
        "The concordance of the numbers of items is not printed as akn.",
        "Choose one of: text, markdown, html, docx, pdf, json, csv, xlsx",
    )
    room.refused("print agenda --format ics", "is not printed as ics", "json, akn, csv, xlsx")
    room.refused("print work --format akn", "is not printed as akn", "json, ics, csv, xlsx")
    room.refused("print decisions --format akn", "The register of decisions is not printed as akn.")


def test_a_workbook_is_not_for_the_screen(room: Terminal) -> None:
    room.refused(
        "print agenda --format xlsx", "A paper as xlsx is no text: the screen cannot show it.", "-o agenda.xlsx"
    )


@pytest.mark.parametrize("paper", TABLES)
def test_each_table_is_made_again_byte_for_byte(room: Terminal, tmp_path: Path, paper: str) -> None:
    for form in ("csv", "xlsx"):
        room.types(f"paper issue {paper} --format {form} -o {tmp_path}/{paper}.{form}")
        room.types(f"print {paper} --format {form} -o {tmp_path}/again.{form}")
    if paper != "history":  # in which the issue of the paper stands
        for form in ("csv", "xlsx"):
            assert (tmp_path / f"{paper}.{form}").read_bytes() == (tmp_path / f"again.{form}").read_bytes()
    room.types('item retitle 4 "Any other business" --at 11:00')
    assert room.types("papers --check").count("Made again: the same bytes") == 2


def test_the_agenda_and_the_calendar_are_made_again_byte_for_byte(room: Terminal, tmp_path: Path) -> None:
    room.types(f"paper issue agenda --format akn -o {tmp_path}/a.xml")
    room.types(f"paper issue provisional --annotated --format akn -o {tmp_path}/p.xml")
    room.types(f"paper issue work --format ics -o {tmp_path}/w.ics")
    room.runs('item retitle 4 "Any other business" --at 11:00', "work revise examples/hybrid.txt --at 11:05")
    assert room.types("papers --check").count("Made again: the same bytes") == 3


def test_the_agenda_as_a_table_has_the_identity_of_each_item(room: Terminal) -> None:
    found = rows(room, "agenda")
    assert [(one["number"], one["under"]) for one in found] == [
        *(("1", ""), ("1 (a)", "1"), ("1 (b)", "1"), ("1 (c)", "1"), ("2", ""), ("3", ""), ("4", ""), ("5", "")),
    ]
    before = {one["identity"]: one["number"] for one in rows(room, "provisional")}
    assert [before.get(one["identity"]) for one in found] == ["1", "1 (a)", None, "1 (b)", "2", "3", "4", "5"]
    assert "entries" not in found[0]
    told = room.types("print agenda --why --format csv")
    assert '4,Other business,en,,not_taken_up,,i3.6,"#11, #12, #20, #21"' in told


def test_what_changed_and_the_numbers_as_tables(room: Terminal) -> None:
    changed = [(one["provisional"], one["now"], one["changes"]) for one in rows(room, "comparison") if one["changes"]]
    assert changed == [("1 (b)", "1 (c)", "renumbered"), ("4", "4", "retitled"), ("", "1 (b)", "added")]
    assert rows(room, "concordance")[-1] == {"provisional": "", "now": "1 (b)", "title": "Election of officers"}


def test_the_organization_of_work_as_a_table(room: Terminal) -> None:
    found = rows(room, "work")
    assert [(one["day"], one["start"], one["number"], one["continued"]) for one in found[:5]] == [
        ("2020-09-08", "10:00", "1 (a)", ""),
        ("2020-09-08", "10:00", "1 (c)", ""),
        ("2020-09-08", "10:00", "2", ""),
        ("2020-09-08", "15:00", "2", "yes"),
        ("2020-09-08", "15:00", "3", ""),
    ]


def test_an_item_that_is_gone_leaves_its_row_empty(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.runs("item delete 4 --at 10:07", "agenda adopt --at 10:10")
    assert [(one["day"], one["number"], one["title"]) for one in rows(read, "work")][-2:] == [
        ("2020-09-09", "", ""),
        ("2020-09-09", "4", "Adoption of the report"),
    ]
    assert "DESCRIPTION:[no longer on the agenda]" in read.types("print work --format ics")


def test_the_decisions_of_the_meeting_as_a_paper_and_as_a_table(room: Terminal) -> None:
    assert "None is in the record." in room.types("print decisions")
    room.types('decision take "invited the Secretariat to collect good practices" --item 3 --at 12:40')
    room.types('decision take "=asked the Bureau" --restricted --at 12:41')
    (one, hidden) = rows(room, "decisions")
    assert (one["text"], one["items"], one["day"]) == (
        "invited the Secretariat to collect good practices",
        "3",
        "2020-09-08",
    )
    assert {name: value for name, value in hidden.items() if value} == {"distribution": "restricted"}
    paper = " ".join(room.types("print decisions").split())
    assert "8 September 2020 Under item 3, the Working Group invited the" in paper
    assert "One restricted decision left out." in paper
    assert "'=asked the Bureau" in room.types("print decisions --restricted --format csv")


def test_the_history_as_a_table_counts_what_it_leaves_out(room: Terminal) -> None:
    room.types('item retitle 4 "Any other business" --at 11:00 --restricted')
    found = rows(room, "history")
    assert {name: value for name, value in found[-1].items() if value} == {"distribution": "restricted"}
    (elected,) = [one for one in found if one["event"] == "OfficersElected"]
    assert (elected["day"], elected["time"], elected["sitting"]) == ("2020-09-08", "10:10", "1")


def test_the_documents_stand_under_the_numbers_of_now(room: Terminal) -> None:
    found = [(one["item"], one["symbol"]) for one in rows(room, "documents")]
    assert found == [("2", "CTOC/COP/WG.7/2020/2"), ("3", "CTOC/COP/WG.7/2020/3")]
    assert "3     CTOC/COP/WG.7/2020/3  Background paper" in room.types("print documents")
    assert '"number": "2"' in room.types("print documents --json")


def test_the_attendance_by_category_and_as_a_table(room: Terminal) -> None:
    assert "No attendance is recorded." in room.types("print attendance")
    room.types("attendance record examples/attendance.csv --at 2020-09-08")
    assert rows(room, "attendance")[0] == {"category": "state", "name": "State A", "entry": "22"}
    assert "Entities\n\nEntity I" in room.types("print attendance")


def test_the_register_of_silence_is_the_same_on_another_day(bureau: Terminal) -> None:
    until = "--until 2020-05-01T18:00 --at 2020-04-20T10:00"
    bureau.types(f'silence circulate topics UNTOC-COP "topics of wg7" {until}')
    before = bureau.types("print silence-register --format csv")
    bureau.clock.now = bureau.clock.now.replace(year=2021)
    assert bureau.types("print silence-register --format csv") == before
    (one,) = rows(bureau, "silence-register")
    assert (one["deadline (UTC)"], one["zone"], one["status"]) == ("2020-05-01 16:00", "Europe/Vienna", "running")
    assert "topics (UNTOC-COP): topics of wg7." in bureau.types("print silence-register")
    bureau.types(f'silence circulate other UNTOC-COP "another text" {until} --restricted')
    assert "One restricted procedure is left out." in bureau.types("print silence-register")


def test_an_empty_register_of_silence_says_so(empty: Terminal, tmp_path: Path) -> None:
    assert "No silence procedure is in the record." in empty.types("print silence-register")
    empty.types(f"print silence-register --format xlsx -o {tmp_path}/s.xlsx")


def test_a_register_of_another_time_holds_what_was_known_then(room: Terminal) -> None:
    room.refused("print decisions --known-at 3", "The record held nothing of wg7 then.")
    assert "No attendance is recorded." in room.types("print attendance --known-at 21")
