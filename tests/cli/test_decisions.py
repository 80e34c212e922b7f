"""Decisions taken in a meeting: under several items, en bloc, numbered days later, and in parts."""

import json

import pytest

from tests.cli.terminal import Terminal, moment
from tests.cli.test_proposals import ASSEMBLY, said


@pytest.fixture
def hall(empty: Terminal) -> Terminal:
    """The seventy-sixth session of an assembly, its second sitting open (entry 6) on 20 January 2022."""
    empty.clock.now = moment("2022-09-01 12:00")
    empty.runs(*ASSEMBLY)
    return empty


def test_a_decision_is_taken_under_two_items(room: Terminal) -> None:
    # As General Assembly decisions that print "Agenda items 20 and 78 (a)".
    words = room.types('decision take "to meet again" --item 2 --item 1a --item 2 --at 10:40')
    assert "Under items 2 and 1 (a), the Working Group decided to meet again" in words
    (line,) = json.loads(room.types("decision list --json"))
    assert (line["items"], line["number"], line["how"]) == (["2", "1 (a)"], None, "no-objection")
    for item in ("2", "1a"):
        assert "decided to meet again" in room.types(f"history item {item}")


def test_a_number_changes_when_a_second_part_is_taken_and_both_go_on_naming_the_decision(hall: Terminal) -> None:
    # General Assembly decision 76/506 B: "Decision 76/506 ... becomes decision 76/506 A."
    hall.plays(r"""
        $ nemcon decision take "adopted its agenda" --at 11:00
        #7  ga76, 2nd meeting, 20 Jan 11:00   The General Assembly adopted its agenda, there being no objection.
        $ nemcon decision number 76/506 7 --at 2022-01-21
        #8  ga76, 21 Jan 2022   The decision in entry 7 was given the number 76/506.
        $ nemcon decision take "to reopen its consideration" --effect 2022-03-01 --at 2022-02-15
        Note: Sitting 2, opened on 20 January 2022, has not risen; this is dated 15 February 2022.
        #10  ga76, 2nd meeting, 15 Feb 2022   The General Assembly decided to reopen its consideration, there being no
            objection, with effect from 1 March 2022.
        $ nemcon decision part "76/506 B" --renames 76/506 "76/506 A" --at 2022-02-16
        Refused: No decision in the record has the number 76/506 B.
        Rule:    the record
        Next:    Name the entry in which it was taken: nemcon decision part "76/506 B" ENTRY --renames ...
        [1]
        $ nemcon decision part "76/506 B" 10 --renames 76/506 "76/506 A" --at 2022-02-16
        #11  ga76, 16 Feb 2022   The decision in entry 10 was given the number 76/506 B.
        #13  ga76, 16 Feb 2022   Decision 76/506 became decision 76/506 A, decision 76/506 B having been taken.
        $ nemcon decision list
        Decision 76/506 A (formerly 76/506)
          2nd plenary meeting, 20 January 2022: The General Assembly adopted its agenda, there being no
          objection.

        Decision 76/506 B
          2nd plenary meeting, 15 February 2022: The General Assembly decided to reopen its consideration,
          there being no objection, with effect from 1 March 2022.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage "UNGA decision 76/506, sect. A"
        Decision UNGA 76/506 A (formerly 76/506), "adopted its agenda" (20 January 2022)

        Rests on
        └── decided at meeting ga76, "General Assembly" (14 September 2021)

        Generated from the record of the meeting. This is not an official document.
    """)
    for word in ("76/506", "76/506a", '"UNGA decision 76/506"', '"UNGA 76/506 A"', '"decision 76/506"'):
        assert "Decision 76/506 A (formerly 76/506)" in hall.types(f"decision show {word} --why")
    assert "Decision 76/506\n" in hall.types("decision list --on 2022-02-01")
    hall.types("decision take 'to meet' --at 2022-02-17")
    for number in ("76/506", '"76/506 A"', '"76/506 B"'):
        hall.refused(f"decision number {number} 15 --at 2022-02-18", "was taken already")


def test_a_decision_says_its_number_in_its_own_sentence_however_late_it_came(hall: Terminal) -> None:
    hall.runs(
        "decision take 'to meet' --at 11:00",
        "decision take 'to part' --decision 76/507 --at 11:00",
        "decision number 76/508 7 --at 2022-01-21",
        "decision take 'to meet again' --at 2022-02-01",
        "decision part '76/507 B' 12 --renames 76/507 '76/507 A' --at 2022-02-02",
    )
    history = said(hall, "history meeting ga76")
    assert "decided to meet, there being no objection (decision 76/508)." in history
    assert "decided to part, there being no objection (decision 76/507 A, formerly 76/507)." in history
    assert "(decision" not in said(hall, "history --known-at 7")


def test_one_decision_is_taken_at_two_meetings_months_apart(hall: Terminal) -> None:
    # As General Assembly decision 77/504.
    hall.runs(
        "decision take 'to elect two members' --at 11:00",
        "decision take 'to elect a third member' --at 2022-05-10",
        "decision number 76/404 7 8 --at 2022-05-11",
        "decision take 'to elect a fourth member' --at 2022-06-01",
        "decision number 76/404 12 --also --at 2022-06-02",
    )
    hall.types("decision take 'to part' --at 2022-06-03")
    shown = hall.types("decision show 76/404")
    assert shown.count("Decision 76/404") == 1
    assert shown.count("The General Assembly decided to elect") == 3
    assert "The decision in entry 8 also has the number 76/404." in hall.types("history")
    hall.refused("decision number 76/404 8 --also --at 2022-06-03", "That decision has its number already: 76/404.")


def test_decisions_taken_en_bloc_are_one_gavel_and_each_is_numbered(hall: Terminal) -> None:
    words = hall.types("decision take 'to meet' 'to part' --how consensus --at 11:00")
    assert words.count("by consensus (en bloc).") == 2
    hall.refused("decision take A B --decision 1 --at 11:00", "2 decisions cannot have one number.")
    hall.types("decision number 76/510 7 --at 2022-01-21")
    assert "Not numbered (ga76, entry 8)" in hall.types("decision list --unnumbered -m ga76")
    assert "76/510" not in hall.types("decision list --unnumbered")


def test_only_a_decision_that_is_there_is_numbered_or_shown(hall: Terminal) -> None:
    hall.runs(
        "proposal submit A/76/L.40 --at 2022-01-19", "decision take 'to meet' --restricted --decision 3 --at 11:00"
    )
    hall.refused("decision number 76/1 6 --at 2022-01-21", "Entry 6 is no decision.", "nemcon decision list")
    hall.refused("decision number 76/1 7 --at 2022-01-21", "act on the proposal A/76/L.40", "nemcon resolution record")
    hall.refused("decision show 76/9", "No decision taken in a meeting has the number '76/9'.")
    hall.refused("decision show 3", "The decision 3 is restricted.", "--restricted")
    assert "One restricted decision left out." in hall.types("decision list")
    assert json.loads(hall.types("decision show 3 --restricted --json"))[0]["text"] == "to meet"
    hall.runs(
        "meeting schedule ga77 UNGA --place Geneva --dates 2022-09-13..2023-09-05 --at 2021-06-01",
        "meeting open -m ga77 --at 2022-09-13T15:00",
        "decision take 'to meet' --decision 3 -m ga77 --at 2022-09-13",
    )
    hall.refused("decision show 3", "'3' names 2 of them", "Name the body too.")


def test_a_resolution_becomes_the_first_part_and_every_spelling_names_it(hall: Terminal) -> None:
    hall.runs(
        'resolution record "UNGA 66/253" Prevention --adopted 2012-02-16',
        'resolution record "UNGA 66/253, sect. B" Prevention --adopted 2012-08-03',
    )
    hall.plays(r"""
        $ nemcon decision part "66/253 B" --renames "UNGA 66/253" "66/253 A" --at 2012-08-04
        #11  UNGA 66/253, 4 Aug 2012   Resolution 66/253 of UNGA became resolution 66/253 A, resolution 66/253 B having
            been adopted.
        $ nemcon lineage 66/253
        Resolution UNGA 66/253 A (formerly 66/253), "Prevention" (16 February 2012)

        No link is recorded.

        Generated from the record of the meeting. This is not an official document.
    """)
    for word in ("66/253a", '"UNGA 66/253 A"', '"UNGA resolution 66/253, sect. A"'):
        assert "Resolution UNGA 66/253 A (formerly 66/253)" in hall.types(f"lineage {word}")
    hall.types('resolution record "UNGA 70/1" Agenda --adopted 2015-09-25')
    hall.types('resolution relate "UNGA 70/1" recalls "UNGA 66/253 A and B"')
    shown = said(hall, "lineage 70/1")
    assert "recalls resolution UNGA 66/253 A (formerly 66/253)" in shown
    assert "recalls resolution UNGA 66/253 B" in shown
    hall.refused('resolution record "UNGA 66/253 A" T --adopted 2012-02-16', "UNGA resolution 66/253 is in the record")


def test_old_numbers_are_read_with_their_session(hall: Terminal) -> None:
    hall.runs('resolution record "UNGA 2758 (XXVI)" Restoration --adopted 1971-10-25')
    assert "Resolution UNGA 2758 (XXVI)" in hall.types('lineage "UNGA resolution 2758 (XXVI)"')


def test_one_decision_has_acts_of_several_days_and_one_number(room: Terminal) -> None:
    # As General Assembly decision 76/506 B, by which items were reopened on eleven days.
    room.clock.now = moment("2020-09-20 12:00")
    room.plays(r"""
        $ nemcon item defer 2 --at 2020-09-08T10:40 --decision "7/1 B"
        #22  wg7, 1st meeting, 8 Sep 10:40   The Working Group deferred its consideration of item 2 to its next meeting,
            there being no objection (decision 7/1 B).
        $ nemcon item defer 3 --at 2020-09-09 --decision "7/1 B"
        Refused: The number UNTOC-COP/WG.7 decision 7/1 B was taken already, by the meeting UNTOC-COP/WG.7
                 wg7 (entry 23).
        Rule:    the record
        Next:    Use the next free number; or, if that decision goes on in this act: --same-decision "7/1
                 B". A number is never issued twice.
        [1]
        $ nemcon item defer 3 --at 2020-09-09 --same-decision "7/1 C"
        Refused: No decision of this meeting had the number 7/1 C by then.
        Rule:    the record
        Next:    Leave out --same-decision; to number the act afterwards: nemcon decision number N ENTRY
                 --also
        [1]
        $ nemcon item defer 3 --at 2020-09-09 --same-decision "7/1 B" --decision "7/1 B"
        Refused: A decision has one number.
        Next:    Leave out --decision, or --same-decision.
        [1]
        $ nemcon item defer 3 --at 2020-09-09 --same-decision "7/1 B"
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #24  wg7, 1st meeting, 9 Sep 2020   The Working Group deferred its consideration of item 3 to its next meeting,
            there being no objection (decision 7/1 B).
        $ nemcon item hold 4 --at 2020-09-09
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 9 September 2020.
        #25  wg7, 1st meeting, 9 Sep 2020   The Working Group held item 4 in abeyance, there being no objection.
        $ nemcon decision number "7/1 B" 20 --also --at 2020-09-15
        Refused: Entry 20 is no decision.
        Next:    List them: nemcon decision list
        [1]
        $ nemcon decision number "7/1 B" 25 --also --at 2020-09-15
        #26  wg7, 15 Sep 2020   The decision in entry 25 also has the number 7/1 B.
        $ nemcon decision list
        Decision 7/1 B
          1st plenary meeting, 8 September 2020: The Working Group deferred its consideration of item 2 to
          its next meeting, there being no objection.
          1st plenary meeting, 9 September 2020: The Working Group deferred its consideration of item 3 to
          its next meeting, there being no objection.
          1st plenary meeting, 9 September 2020: The Working Group held item 4 in abeyance, there being no
          objection.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon decision list --unnumbered
        No such decision is in the record.

        Generated from the record of the meeting. This is not an official document.
        $ nemcon lineage "decision 7/1 B"
        Decision UNTOC-COP/WG.7 7/1 B (8 September 2020)

        Rests on
        └── decided at meeting wg7, "Working Group on the Smuggling of Migrants" (8 September 2020)
            └── pursuant to silence procedure 2019-08-30, "meeting plan for 2020" (30 August 2019)

        Generated from the record of the meeting. This is not an official document.
    """)
    numbered = json.loads(room.types("decision show '7/1 B' --json"))
    assert [(line["day"], line["items"], line["by_itself"]) for line in numbered] == [
        ("2020-09-08", ["2"], False),
        ("2020-09-09", ["3"], False),
        ("2020-09-09", ["4"], False),
    ]
