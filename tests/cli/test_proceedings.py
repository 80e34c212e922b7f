"""The procedural report and the journal of a day: what the record tells of a meeting, in the words of such papers."""

import json
import re
from itertools import pairwise
from typing import get_args

import pytest

from domain.meeting import MeetingFact
from domain.proposal import ProposalFact
from projections.narrative import PLACE_OF
from tests.cli.terminal import Terminal, moment
from tests.cli.test_committee_drafts import COMMITTEE
from tests.cli.test_proposals import ASSEMBLY

HEAD = """\
Working Group on the Smuggling of Migrants
Seventh meeting
Vienna, 8 and 9 September 2020
──────────────────────────────────────────────────────────────────────────────

Report of the Working Group on the Smuggling of Migrants on its seventh
meeting

Procedural report, made from the record. It tells what was done, not what was
said in debate.

I. Introduction

1.   The seventh meeting of the Working Group on the Smuggling of Migrants was
     scheduled for 8 and 9 September 2020, in Vienna, opening at 10 a.m.,
     pursuant to the silence procedure 2019-08-30.
2.   Conference services permitted four plenary meetings, with interpretation
     into the six official languages.
3.   The Working Group held four plenary meetings:
     1st 8 September 2020, 10.05 a.m.–1 p.m.
     2nd 8 September 2020, 3–5 p.m.
     3rd 9 September 2020, 11 a.m.–1 p.m.
     4th 9 September 2020, 3–5.40 p.m.

"""
ORGANIZATION = """\
II. Organization of the meeting

A. Opening of the meeting

4.   At the 1st plenary meeting, on 8 September 2020, the seventh meeting of
     the Working Group was opened.
5.   At the same meeting, the Secretary presided.

B. Election of officers

6.   At its 1st plenary meeting, on 8 September 2020, the Working Group
     elected Ms. A. Example as Chair, by acclamation.
7.   At the same meeting, the Chair presided.

C. Adoption of the agenda

8.   On 4 June 2020, the provisional agenda, CTOC/COP/WG.7/2020/1, was issued
     with five items.
9.   At the 1st plenary meeting, on 8 September 2020, an oral amendment was
     proposed by the Chair: a new item after item 1 (a), "Election of
     officers".
10.  At the same meeting, an oral amendment was proposed: to retitle item 4,
     "Other matters", as "Other business".
11.  At the same meeting, the Working Group adopted its agenda, as orally
     amended, there being no objection.
12.  The agenda as adopted was as follows:
     1. Organizational matters
        (a) Opening of the meeting
        (b) Election of officers
        (c) Adoption of the agenda and organization of work
     2. Impact of natural disasters, conflicts and crises, such as the
        COVID-19 pandemic, on trends in organized criminal groups and on
        routes for the smuggling of migrants, as well as good practices to
        support effective law enforcement cooperation during such crises to
        detect, investigate and prosecute such cases
     3. Successful strategies concerning the use of technology, including
        information and communications technology, to prevent and investigate
        the smuggling of migrants and to mount a robust response to the
        increasing use of cyberspace by criminal groups
     4. Other business
     5. Adoption of the report

D. Organization of work

13.  On 4 June 2020, an organization of work was proposed, with four plenary
     meetings on 8 and 9 September 2020, pursuant to resolution 7/1.
14.  At its 1st plenary meeting, on 8 September 2020, the Working Group
     adopted its organization of work, there being no objection.
15.  At the same meeting, the Working Group revised its organization of work:
     four plenary meetings on 8 and 9 September 2020, there being no
     objection.

E. Documentation

16.  The following documents were listed under the items of the agenda:
     2 Background paper prepared by the Secretariat on the impact of natural
       disasters, conflicts and crises (CTOC/COP/WG.7/2020/2)
     3 Background paper prepared by the Secretariat on successful strategies
       concerning the use of technology (CTOC/COP/WG.7/2020/3)

"""
REST = """\
IV. Adoption of the report

30.  At the 4th plenary meeting, on 9 September 2020, the draft report,
     CTOC/COP/WG.7/2020/L.1, prepared by the Secretariat, was circulated.
31.  At the same meeting, paragraph 12 of the draft report was amended orally:
     "Several speakers asked for a further meeting on the item".
32.  At the same meeting, the Working Group adopted the report on its meeting,
     as orally amended, there being no objection.

V. Closure of the meeting

33.  At the 4th plenary meeting, on 9 September 2020, the seventh meeting of
     the Working Group was closed; the consideration of item 1 (a) was carried
     over to its next meeting.

VI. Finalization and issue of the report

34.  On 17 September 2020, the report was issued as CTOC/COP/WG.7/2020/4.
35.  On the same day, the Working Group forwarded its report, with one
     recommendation, to UNTOC-COP, pursuant to resolution 7/1.

Generated from the record of the meeting. This is not an official document.
"""


@pytest.fixture
def over(read: Terminal) -> Terminal:
    """The founding meeting with the texts it rests on, up to the issue of its report (entry 74)."""
    read.clock.now = moment("2020-09-18 09:00")
    for script in ("resolutions", "first-day", "the-rest"):
        read.types(f"run examples/{script}.nemcon")
    return read


def test_the_report_of_the_founding_meeting(over: Terminal) -> None:
    report = over.types("print report")

    assert report.startswith(HEAD + ORGANIZATION)
    assert report.endswith(REST)


def test_what_came_of_an_item_stands_under_it(over: Terminal) -> None:
    report = " ".join(over.types("print report").split())

    assert "23. The Working Group considered item 3 at its 2nd and 3rd plenary meetings, on 8 and 9 September" in report
    assert (
        "24. At its 3rd plenary meeting, on 9 September 2020, under item 3, the Working Group invited the Secretariat "
        "to collect good practices, there being no objection. 25. At the same meeting, the Working Group concluded its "
        "consideration of item 3. D. Other business (agenda item 4) 26. The Working Group considered item 4 at its "
        "4th plenary meeting, on 9 September 2020, jointly with item 5."
    ) in report


def test_every_entry_that_stands_has_its_paragraph(over: Terminal) -> None:
    told = over.types("print report --why")
    table = re.findall(r"^(\d+) +([\d, ]+)$", told.partition("Concordance of paragraphs and entries")[2], re.MULTILINE)
    behind = {int(entry) for _, entries in table for entry in entries.split(",")}
    history = json.loads(over.types("history meeting wg7 --json"))
    standing = {one["entry"] for one in history if one["struck_by"] is None and one["event"] != "ActStruck"}

    assert behind == standing
    assert [int(number) for number, _ in table] == [*range(1, len(table) + 1)]
    assert "24. At its 3rd plenary meeting" in " ".join(told.split())
    assert "[#72]" in told


def test_the_report_for_other_programs_numbers_its_paragraphs(over: Terminal) -> None:
    told = json.loads(over.types("print report --json"))
    numbers = [
        para["number"]
        for chapter in told["chapters"]
        for section in chapter["sections"]
        for para in section["paragraphs"]
    ]

    assert [chapter["number"] for chapter in told["chapters"]] == ["I", "II", "III", "IV", "V", "VI"]
    assert all(later == one + 1 for one, later in pairwise(numbers))
    assert (told["left_out"], told["withheld"]) == (0, 0)


def test_the_report_prints_in_every_form_of_blocks_twice_the_same(over: Terminal) -> None:
    for form in ("markdown", "html"):
        printed = over.types(f"print report --format {form}")
        assert "Organization of the meeting" in printed
        assert printed == over.types(f"print report --format {form}")


def test_each_act_of_a_meeting_has_its_place_in_a_report() -> None:
    topics = {fact.TOPIC for union in (MeetingFact, ProposalFact) for fact in get_args(union)}
    assert topics <= PLACE_OF.keys()


def test_who_attended_is_told_by_category(room: Terminal) -> None:
    room.types("attendance record examples/attendance.csv --at 10:30")
    room.types("plenary quorum --present 4 --at 10:31")

    told = room.types("print report")

    assert "E. Attendance" in told
    words = " ".join(told.split())
    assert "The meeting was attended by five States, one regional economic integration organization, " in words
    assert "The following States attended: State A, State B, State C, State D and State E." in words
    assert "The following signatory attended: State G." in words
    assert "At the 1st plenary meeting, on 8 September 2020, a quorum to debate " in words


def test_what_is_restricted_is_left_out_and_counted(room: Terminal) -> None:
    room.types('decision take "agreed to meet in private" --item 2 --restricted --at 10:40')

    assert "in private" not in room.types("print report")
    assert "One restricted entry is left out." in room.types("print report")
    assert "in private" in room.types("print report --restricted")
    assert "One restricted entry is left out." in room.types("print journal --on 2020-09-08")


def test_a_ruling_and_its_appeal_name_each_other_by_paragraph(room: Terminal) -> None:
    room.runs(
        "item take-up 2 --at 10:40",
        'ruling give "The proposal is receivable" --by-rule 20 --at 10:41',
        "ruling appeal --from Ruritania --tally 10-40-3 --at 10:45",
        'statement enter reservation "We do not agree" --from Ruritania --item 2 --at 10:50',
        'decision take "approved the programme of work" --at 10:55',
        "decision number 7/3 26 --at 2020-09-09",
    )

    told = " ".join(room.types("print report").split())

    ruling = re.search(r"(\d+)\. At the 1st plenary meeting, on 8 September 2020, the Chair ruled", told)
    assert ruling
    assert f"appealed against the ruling in paragraph {ruling[1]};" in told
    assert "Ruritania entered a reservation on item 2" in told
    assert "IV. Other proceedings" in told
    assert "(decision 7/3)" in told
    assert "entry" not in told


def test_of_a_meeting_without_an_agenda_it_tells_what_there_is(empty: Terminal) -> None:
    empty.runs(
        'body add LAKES "Group on Lakes" --zone Europe/Vienna --at 2000-01-01',
        "meeting schedule lakes1 LAKES --place Vienna --dates 2000-02-01..2000-02-02 --at 2000-01-01",
    )

    told = empty.types("print report")

    assert "Report of the Group on Lakes on its meeting" in told
    assert "II." not in told
    empty.refused("print journal", "Nothing is recorded of lakes1.", "--on DATE")
    empty.refused("print report 7/1", "This paper is of a meeting, not of '7/1'.", "-m KEY")
    empty.refused("print report --on 1999-01-01", "The record held nothing of lakes1 then.")


def test_the_journal_of_a_day_tells_its_meetings_and_those_planned_next(over: Terminal) -> None:
    journal = over.types("print journal --on 2020-09-08")

    assert "Journal, 8 September 2020\n\n1st plenary meeting, 10.05 a.m.–1 p.m.\n\nItem 1 (b) Election" in journal
    assert "The Working Group concluded its consideration of item 2." in journal
    assert "Plenary meetings planned next\n\nWednesday, 9 September 2020\n\n11 a.m." in journal
    assert "oral amendment" not in journal


def test_the_journal_is_of_the_last_day_where_none_is_named(over: Terminal) -> None:
    assert "Journal, 9 September 2020" in over.types("print journal --why")
    assert "The report was issued as" in over.types("print journal --on 2020-09-17")
    over.refused("print journal --on 2020-09-10", "Nothing is recorded of wg7 on 10 September 2020.")
    told = json.loads(over.types("print journal --on 2020-09-08 --json"))
    assert [one["number"] for one in told["sittings"]] == [1, 2]
    assert told["sittings"][0]["start"] == "10:05"
    assert len(told["planned"]) == 2


def test_a_sitting_resumed_and_one_known_by_its_day_are_told_as_such(room: Terminal) -> None:
    room.runs(
        "plenary suspend --at 2020-09-08T11:00",
        "plenary resume --at 2020-09-08T12:00",
        "plenary close --at 2020-09-08T13:00",
        "plenary held 2 --at 2020-09-09",
        "item take-up 2 -p 2",
    )

    told = room.types("print report")

    assert "1st           8 September 2020, 10.05–11 a.m.\n" in told
    assert "1st (resumed) 8 September 2020, 12 noon–1 p.m.\n" in told
    assert "2nd           9 September 2020\n" in told
    assert "considered item 2 at its 2nd plenary meeting, on 9 September 2020." in " ".join(told.split())
    assert "1st (resumed) plenary meeting, 12 noon–1 p.m." in room.types("print journal --on 2020-09-08")
    assert "2nd plenary meeting\n" in room.types("print journal")


def test_a_sitting_that_still_sits_is_told_from_its_beginning(room: Terminal) -> None:
    assert "1st 8 September 2020, from 10.05 a.m." in room.types("print report")


def test_an_act_placed_before_another_is_told_before_it(room: Terminal) -> None:
    room.runs("item take-up 2 --at 11:00", "item conclude 2 --at 11:10")
    room.types('recommendation agree "Keep channels open" --item 2 --before 23 --at 2020-09-08')

    told = " ".join(room.types("print report").split())

    assert told.index("agreed on a recommendation") < told.index("concluded its consideration of item 2")


def test_a_new_item_of_an_agenda_not_adopted_is_told_as_new(read: Terminal) -> None:
    read.runs(
        "meeting open --at 2020-09-08T10:00",
        'item add "Elections" --at 2020-09-08T10:05',
        "item take-up 2 --at 2020-09-08T10:10",
        "item delete 2 --at 2020-09-08T10:20",
    )

    told = " ".join(read.types("print report").split())

    assert "an oral amendment was proposed: a new item" in told
    assert "The agenda as adopted" not in told


def test_the_draft_of_a_committee_is_told_in_both_reports_by_what_each_did(empty: Terminal) -> None:
    empty.clock.now = moment("2022-09-01 12:00")
    empty.runs(
        *ASSEMBLY[:-1],
        *COMMITTEE,
        'proposal submit A/C.3/76/L.11 --title "Cooperation" --from Ruritania -m c3-76 --at 2021-10-20',
        "proposal put A/C.3/76/L.11 --how without-a-vote -p 12r -m c3-76",
        "plenary held 53 --at 2021-12-16 -m ga76",
        "proposal put A/C.3/76/L.11 --at-meeting ga76 -p 53",
    )

    committee, assembly = (" ".join(empty.types(f"print report -m {key}").split()) for key in ("c3-76", "ga76"))

    adopted = "the Third Committee adopted draft resolution A/C.3/76/L.11 without a vote"
    assert adopted in committee
    assert "the General Assembly adopted" not in committee
    assert "At its 53rd plenary meeting, on 16 December 2021, the General Assembly adopted draft" in assembly
    assert adopted not in assembly
