"""Attendance, credentials and quorum, as they are typed and shown."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


def test_enough_to_debate_is_not_enough_to_decide(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.plays("""
        $ nemcon plenary quorum --present 60 --at 10:06
        Refused: It is not known how many participate, and rule 41 of the rules of procedure of the
                 Conference of the Parties to UNTOC asks for a share of them.
        Rule:    the record
        Next:    Add: --of N; or record them first: nemcon attendance record FILE
        [1]
        $ nemcon plenary quorum --present 60 --of 150 --at 10:06
        #15  wg7, 1st meeting, 8 Sep 10:06   The quorum to decide was found wanting (60 of 150 present); there was one
            to debate.
        $ nemcon item take-up 1a --at 10:07
        #16  wg7, 1st meeting, 8 Sep 10:07   The Working Group took up item 1 (a).
        $ nemcon agenda adopt --at 10:20
        Refused: 60 of 150 were counted present (entry 15); 76 are needed. A majority of the States parties
                 must be present for any decision.
        Rule:    rule 41 of the rules of procedure of the Conference of the Parties to UNTOC
        Next:    Once more are present, count them again: nemcon plenary quorum --present N
        [1]
        $ nemcon agenda adopt --at 10:20 --notwithstanding 41 -r "ruling of the Chair"
        #17  wg7, 1st meeting, 8 Sep 10:20   The Working Group adopted its agenda, there being no objection.
            [notwithstanding rule 41, under ruling of the Chair]
        $ nemcon plenary quorum --present 80 --of 150 --to decide --at 10:30
        #18  wg7, 1st meeting, 8 Sep 10:30   A quorum to decide was noted (80 of 150 present).
        $ nemcon decision take "To meet again." --at 10:31
        #19  wg7, 1st meeting, 8 Sep 10:31   The Working Group decided, there being no objection: "To meet again".
        $ nemcon history --check
        History of the record: without a sitting, a quorum or an authority

        8 September 2020

          #17  (1st meeting, 10.20 a.m.) The Working Group adopted its agenda, there being no objection.
               [notwithstanding rule 41, under ruling of the Chair]  [too few had been counted present for a
               decision]

        One entry.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_those_who_attend_are_listed_by_category_and_counted(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    read.plays("""
        $ nemcon attendance show
        Attendance of wg7

        No attendance is recorded.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon attendance record examples/attendance.csv --at 10:06
        #15  wg7, 1st meeting, 8 Sep 10:06   The attendance was recorded: five States, one regional economic integration
            organization, one signatory, one observer State, one entity, one United Nations body, one intergovernmental
            organization and one non-governmental organization.
        $ nemcon plenary quorum --present 2 --to debate --at 10:07
        #16  wg7, 1st meeting, 8 Sep 10:07   A quorum to debate was noted (2 of 5 present), but none to decide.
        $ nemcon attendance credentials CRP.1 --noted --how silence --at 10:08
        #17  wg7, 1st meeting, 8 Sep 10:08   The Working Group took note of the report on credentials (CRP.1), under the
            silence procedure.
        $ nemcon plenary quorum --present 3 --at 10:09
        #18  wg7, 1st meeting, 8 Sep 10:09   A quorum to debate and to decide was noted (3 of 5 present).
        $ nemcon attendance credentials CRP.1 --verb approved --at 10:10
        #19  wg7, 1st meeting, 8 Sep 10:10   The Working Group approved the report on credentials (CRP.1), there being
            no objection.
    """)
    shown = read.types("attendance show --why")
    assert "Five States, one regional economic integration organization, one signatory" in shown
    assert "\n\nIntergovernmental organizations\n  Organization K, of several States\n\n" in shown
    assert "Report on credentials CRP.1: noted on 8 September 2020.  [#17]" in shown
    assert "Report on credentials CRP.1: accepted on 8 September 2020.  [#19]" in shown
    assert "Last counted at the 1st meeting: 3 of 5 present; enough to debate, enough to decide.  [#18]" in shown
    status = read.types("status")
    assert "Attendance  five States," in status
    assert "Quorum      3 of 5 present; enough to debate, enough to decide" in status
    assert json.loads(read.types("status --json"))["attendance"]["state"] == 5
    read.refused("attendance show --on 2019-01-01", "The record held nothing of wg7 then.")


def test_the_json_of_the_attendance(read: Terminal) -> None:
    read.types("attendance record examples/attendance.csv --at 2020-09-08")
    told = json.loads(read.types("attendance show --json"))
    assert (told["meeting"], told["counts"]["state"], told["credentials"], told["quorum"]) == ("wg7", 5, [], None)
    assert told["participants"][0] == {"entry": 13, "category": "state", "name": "State A"}


def test_a_list_recorded_anew_takes_the_place_of_the_one_before(read: Terminal, tmp_path: Path) -> None:
    read.types("attendance record examples/attendance.csv --at 2020-09-08")
    file = tmp_path / "final.csv"
    file.write_text("Category;Name\n\nSTATE;  State \u00c5 \n", encoding="utf-8")
    assert "The attendance was recorded anew: one State." in read.types(f"attendance record {file} --at 2020-09-09")
    assert "  State \u00c5\n" in read.types("attendance show")
    assert "Five States" in read.types("attendance show --on 2020-09-08")


@pytest.mark.parametrize(
    ("content", "fragment"),
    [
        (b"", "people.csv is empty."),
        (b"\0", "people.csv is not text."),
        (b"category,name\nstate,\xff", "people.csv is not UTF-8 text."),
        (b"name,category\nA,state\n", "The first line of people.csv is not 'category,name'."),
        (b"category,name\n", "The list of participants is empty."),
        (b"category,name\nstate,A\nplanet,B\n", "Line 3 of people.csv: there is no category 'planet'."),
        (b"category,name\nstate,A\n\nentity, a\n", "a stands on lines 2 and 4 of people.csv."),
        (b"category,name\nstate,A, of B\n", "Line 2 of people.csv has 3 columns, not 2."),
        (b"category,name\nstate,\n", "Line 2 of people.csv: name is blank."),
        (b'category,name\nstate,"A\n', "people.csv is no CSV:"),
    ],
)
def test_a_list_that_cannot_be_read_says_where(read: Terminal, tmp_path: Path, content: bytes, fragment: str) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(content)
    read.refused(f"attendance record {file} --at 2020-09-08", fragment)


def test_without_rules_those_present_are_merely_counted(empty: Terminal) -> None:
    empty.runs(
        "body add G Group --at 2020-01-01",
        "meeting schedule g1 G --place Geneva --dates 2020-02-01 --at 2020-01-01",
        "meeting open --at 2020-02-01T10:00",
    )
    assert empty.last("plenary quorum --present 12 --at 10:05").endswith("Those present were counted (12 present).")
    assert "Last counted at the 1st meeting: 12 present." in empty.types("attendance show")


def test_nobody_counted_is_a_quorum_wanting_for_everything(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:05")
    answer = read.types("plenary quorum --present 0 --of 150 --at 10:06")
    assert "The quorum to debate and to decide was found wanting (0 of 150 present)." in answer
    read.refused("item take-up 1a --at 10:07", "50 are needed.", "rule 41")
