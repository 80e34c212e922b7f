"""Sittings as they are held: known by their day alone, resumed months later, past midnight; a meeting reconvened."""

import pytest

from tests.cli.terminal import Terminal, moment

ASSEMBLY = (
    'body add GA "General Assembly" --zone America/New_York --says session --at 1945-10-24',
    'meeting schedule ga76 GA --ordinal 76 --place "New York" --dates 2021-09-14..2022-09-12 --at 2021-01-01',
)
EVENING = (
    'body add WG "Working Group" --zone Europe/Vienna --at 2019-01-01',
    "meeting schedule wg7 WG --ordinal 7 --place Vienna --dates 2020-09-08..2020-09-09 --at 2020-01-01",
    "meeting open --at 2020-09-08T20:00",
)


@pytest.fixture
def assembly(empty: Terminal) -> Terminal:
    """A session of which nothing but its schedule is in the record (entry 2): a clerk fills in what was decided."""
    empty.clock.now = moment("2022-10-01 12:00")
    empty.runs(*ASSEMBLY)
    return empty


@pytest.fixture
def evening(empty: Terminal) -> Terminal:
    """A meeting whose first sitting opened at 8 p.m. (entries 3 and 4)."""
    empty.clock.now = moment("2020-12-31 12:00")
    empty.runs(*EVENING)
    return empty


def test_a_sitting_known_only_by_its_number_and_its_day_is_registered_with_the_first_act_of_it(
    assembly: Terminal,
) -> None:
    assembly.plays("""
        $ nemcon decision take "to reopen consideration of item 29" --decision 76/560 -p 61
        Refused: Sitting 61 is not in the record of this meeting.
        Rule:    the record
        Next:    Where only its day is known: -p 61 --at DAY
        [1]
        $ nemcon decision take "to reopen consideration of item 29" --decision 76/560 -p 61 --at 2022-03-15
        #3  ga76, 61st meeting, 15 Mar 2022   The sixty-first plenary meeting was held; only its day is known.
        #4  ga76, 61st meeting, 15 Mar 2022   The General Assembly decided to reopen consideration of item 29, there
            being no objection (decision 76/560).
        $ nemcon decision take "to proceed expeditiously" -p 61
        #6  ga76, 61st meeting, 15 Mar 2022   The General Assembly decided to proceed expeditiously, there being no
            objection.
        $ nemcon decision take "to go on" -p 61 --at 15:30
        #7  ga76, 61st meeting, 15 Mar 15:30   The General Assembly decided to go on, there being no objection.
        $ nemcon decision take "to go on" -p 61 --at 2022-03-16
        Refused: Sitting 61 was held on 15 March 2022, not on 16 March 2022.
        Rule:    the record
        Next:    Leave out -p, or --at
        [1]
        $ nemcon plenary held 61 --at 2022-03-15
        Refused: Sitting 61 is in the record: it was held on 15 March 2022.
        Rule:    the record
        Next:    For an act of that sitting: -p 61
        [1]
        $ nemcon plenary held 60 --at 2022-03-14
        #8  ga76, 60th meeting, 14 Mar 2022   The sixtieth plenary meeting was held; only its day is known.
        $ nemcon plenary held 61
        Refused: It is not said when this happened, and no sitting is open today.
        Rule:    the record
        Next:    Add --at 2022-03-15, --at 2022-03-15T10:42 or -p 2 (the day of the 2nd sitting).
        [1]
        $ nemcon history --check
        History of the record: without a sitting, a quorum or an authority

        No such entry.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_what_is_entered_later_of_a_sitting_is_placed_in_it(assembly: Terminal) -> None:
    assembly.plays("""
        $ nemcon decision take "to adjourn" -p 62 --at 2022-03-15
        #3  ga76, 62nd meeting, 15 Mar 2022   The sixty-second plenary meeting was held; only its day is known.
        #4  ga76, 62nd meeting, 15 Mar 2022   The General Assembly decided to adjourn, there being no objection.
        $ nemcon decision take "to reopen item 29" -p 61 --at 2022-03-15
        #5  ga76, 61st meeting, 15 Mar 2022   The sixty-first plenary meeting was held; only its day is known.
        #6  ga76, 61st meeting, 15 Mar 2022   The General Assembly decided to reopen item 29, there being no objection.
        $ nemcon decision take "to note" -p 61
        #7  ga76, 61st meeting, 15 Mar 2022   The General Assembly decided to note, there being no objection.
        $ nemcon correct 6 decision take "to reopen item 30"
        #8  ga76, 1 Oct 2022   Entry 6 was struck: recorded in error.
        #9  ga76, 61st meeting, 15 Mar 2022   The General Assembly decided to reopen item 30, there being no objection
            (in the place of entry 6).
        $ nemcon meeting close --at 2022-03-15
        #10  ga76, 62nd meeting, 15 Mar 2022   The seventy-sixth session of the General Assembly was closed.
        $ nemcon decision take "to thank the President" -p 62
        #11  ga76, 62nd meeting, 15 Mar 2022   The General Assembly decided to thank the President, there being no
            objection.
        $ nemcon decision take "to thank the President" --at 2022-03-15
        Refused: The session ga76 was closed on 15 March 2022 (entry 10).
        Rule:    the record
        Next:    For what happened before, give its time and its place: --before 10
        [1]
        $ nemcon plenary held 63 --at 2022-03-15
        #12  ga76, 63rd meeting, 15 Mar 2022   The sixty-third plenary meeting was held; only its day is known.
    """)


def test_a_registration_is_undone_with_its_act_and_corrected_with_another(assembly: Terminal) -> None:
    assembly.plays("""
        $ nemcon decision take "to adjourn" -p 62 --at 2022-03-15
        #3  ga76, 62nd meeting, 15 Mar 2022   The sixty-second plenary meeting was held; only its day is known.
        #4  ga76, 62nd meeting, 15 Mar 2022   The General Assembly decided to adjourn, there being no objection.
        $ nemcon undo
        #5  ga76, 1 Oct 2022   Entry 4 was struck: keying error.
        #6  ga76, 1 Oct 2022   Entry 3 was struck: keying error.
        $ nemcon decision take "to adjourn" -p 612 --at 2022-03-15
        #7  ga76, 612th meeting, 15 Mar 2022   The 612th plenary meeting was held; only its day is known.
        #8  ga76, 612th meeting, 15 Mar 2022   The General Assembly decided to adjourn, there being no objection.
        $ nemcon correct 8 decision take "to adjourn" -p 62 --at 2022-03-15
        Note: Sitting 612, of a higher number, stands before it in the record.
        #9  ga76, 1 Oct 2022   Entry 8 was struck: recorded in error.
        #10  ga76, 62nd meeting, 15 Mar 2022   The sixty-second plenary meeting was held; only its day is known.
        #11  ga76, 62nd meeting, 15 Mar 2022   The General Assembly decided to adjourn, there being no objection (in the
            place of entry 8).
        $ nemcon strike 7 --reason "no such sitting"
        #12  ga76, 1 Oct 2022   Entry 7 was struck: no such sitting.
        $ nemcon correct 10 decision take "to adjourn" -p 63
        Refused: Sitting 63 is not in the record of this meeting.
        Rule:    the record
        Next:    nemcon plenary open 63 --at WHEN; where only its day is known: -p 63 --at DAY
        [1]
    """)


def test_a_sitting_resumed_months_later_keeps_its_number(assembly: Terminal) -> None:
    assembly.plays("""
        $ nemcon decision take "to suspend" -p 50 --at 2021-12-20
        #3  ga76, 50th meeting, 20 Dec 2021   The fiftieth plenary meeting was held; only its day is known.
        #4  ga76, 50th meeting, 20 Dec 2021   The General Assembly decided to suspend, there being no objection.
        $ nemcon decision take "to resume" -p 50r
        Refused: Sitting 50 is in the record, but not that it was resumed.
        Rule:    the record
        Next:    nemcon plenary resume 50 --at WHEN; where only its day is known: -p 50r --at DAY
        [1]
        $ nemcon decision take "to resume" -p 50r --at 2022-06-20
        #5  ga76, 50th (resumed) meeting, 20 Jun 2022   The fiftieth (resumed) plenary meeting was held; only its day is
            known.
        #6  ga76, 50th (resumed) meeting, 20 Jun 2022   The General Assembly decided to resume, there being no
            objection.
        $ nemcon decision take "to resume once more" -p 50r --at 2022-06-21
        Refused: Sitting 50 was resumed on 20 June 2022, not on 21 June 2022.
        Rule:    the record
        Next:    Leave out -p, or --at; if it was resumed on a further day: nemcon plenary held 50r --at DAY
        [1]
        $ nemcon plenary held 50r --at 2022-06-21
        #7  ga76, 50th (resumed) meeting, 21 Jun 2022   The fiftieth (resumed) plenary meeting was held; only its day is
            known.
        $ nemcon decision take "to end" -p 50r
        Refused: Sitting 50 was resumed on 20 June 2022 and 21 June 2022.
        Rule:    the record
        Next:    Say on which of these days: --at DAY
        [1]
        $ nemcon decision take "to end" -p 50r --at 2022-06-21
        #8  ga76, 50th (resumed) meeting, 21 Jun 2022   The General Assembly decided to end, there being no objection.
        $ nemcon decision take "to end" -p 50s
        Usage: nemcon decision take [OPTIONS] TEXT...
        Try 'nemcon decision take --help' for help.

        Error: Invalid value for '-p' / '--plenary': '50s' is not a sitting: write 2, or 2r for the resumed part.
        [2]
    """)


def test_one_meeting_has_two_parts_on_one_day(evening: Terminal) -> None:
    evening.plays("""
        $ nemcon decision take "to suspend" --at 20:30
        #5  wg7, 1st meeting, 8 Sep 20:30   The Working Group decided to suspend, there being no objection.
        $ nemcon plenary suspend --at 20:40
        #6  wg7, 1st meeting, 8 Sep 20:40   The first plenary meeting was suspended.
        $ nemcon decision take "to wait" --at 20:45
        Note: Sitting 1 is suspended; to resume it: nemcon plenary resume
        #7  wg7, 1st meeting, 8 Sep 20:45   The Working Group decided to wait, there being no objection.
        $ nemcon plenary resume --at 21:00
        #8  wg7, 1st (resumed) meeting, 8 Sep 21:00   The first plenary meeting was resumed.
        $ nemcon decision take "to go on" --at 21:10
        #9  wg7, 1st (resumed) meeting, 8 Sep 21:10   The Working Group decided to go on, there being no objection.
        $ nemcon decision take "to wait" -p 1 --at 20:35
        #10  wg7, 1st meeting, 8 Sep 20:35   The Working Group decided to wait, there being no objection.
        $ nemcon plenary close --at 22:00
        #11  wg7, 1st (resumed) meeting, 8 Sep 22:00   The first plenary meeting rose.
        $ nemcon decision take "to rise" -p 1r
        #12  wg7, 1st (resumed) meeting, 8 Sep 2020   The Working Group decided to rise, there being no objection.
        $ nemcon decision take "to rise" -p 2r
        Refused: Sitting 2 is not in the record of this meeting.
        Rule:    the record
        Next:    Where only its day is known: -p 2r --at DAY
        [1]
        $ nemcon plenary held 1r --at 2020-09-09
        #13  wg7, 1st (resumed) meeting, 9 Sep 2020   The first (resumed) plenary meeting was held; only its day is
            known.
        $ nemcon history meeting wg7
        History of wg7

        1 January 2020

          #2   The seventh meeting of the Working Group was scheduled for 8 and 9 September 2020, in Vienna.

        8 September 2020

          #3   (1st meeting, 8 p.m.) The first plenary meeting was called to order.
          #4   (1st meeting, 8 p.m.) The seventh meeting of the Working Group was opened.
          #5   (1st meeting, 8.30 p.m.) The Working Group decided to suspend, there being no objection.
          #6   (1st meeting, 8.40 p.m.) The first plenary meeting was suspended.
          #7   (1st meeting, 8.45 p.m.) The Working Group decided to wait, there being no objection.
          #8   (1st (resumed) meeting, 9 p.m.) The first plenary meeting was resumed.
          #9   (1st (resumed) meeting, 9.10 p.m.) The Working Group decided to go on, there being no
               objection.
          #10  (1st meeting, 8.35 p.m.) The Working Group decided to wait, there being no objection.
          #11  (1st (resumed) meeting, 10 p.m.) The first plenary meeting rose.
          #12  (1st (resumed) meeting) The Working Group decided to rise, there being no objection.

        9 September 2020

          #13  (1st (resumed) meeting) The first (resumed) plenary meeting was held; only its day is known.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_suspended_sitting_waits_while_others_are_held(evening: Terminal) -> None:
    evening.plays("""
        $ nemcon plenary suspend --at 21:00
        #5  wg7, 1st meeting, 8 Sep 21:00   The first plenary meeting was suspended.
        $ nemcon plenary open --at 2020-09-09T10:00
        Note: Sitting 1 remains suspended; to come back to it: nemcon plenary resume 1
        #6  wg7, 2nd meeting, 9 Sep 10:00   The second plenary meeting was called to order.
        $ nemcon plenary resume 1 --at 11:00
        Refused: Sitting 2 is open.
        Rule:    the record
        Next:    nemcon plenary close
        [1]
        $ nemcon plenary close --at 12:00
        #7  wg7, 2nd meeting, 9 Sep 12:00   The second plenary meeting rose.
        $ nemcon plenary held 1r --at 2020-09-09
        Refused: Sitting 1 was suspended, and its suspension is in the record.
        Rule:    the record
        Next:    To go on: nemcon plenary resume 1 --at WHEN
        [1]
        $ nemcon plenary resume --at 2020-11-03T10:00
        #8  wg7, 1st (resumed) meeting, 3 Nov 10:00   The first plenary meeting was resumed.
        $ nemcon status
        Meeting     wg7: seventh meeting of the Working Group
                    Vienna, 8 and 9 September 2020; open
        Sitting     1st (resumed) meeting
        Agenda      not issued
        Last entries
          #6  wg7, 2nd meeting, 9 Sep 10:00   The second plenary meeting was called to order.
          #7  wg7, 2nd meeting, 9 Sep 12:00   The second plenary meeting rose.
          #8  wg7, 1st (resumed) meeting, 3 Nov 10:00   The first plenary meeting was resumed.
    """)


def test_what_is_done_past_midnight_is_dated_the_actual_day(evening: Terminal) -> None:
    evening.plays("""
        $ nemcon decision take "to sit late" --at 23:50
        #5  wg7, 1st meeting, 8 Sep 23:50   The Working Group decided to sit late, there being no objection.
        $ nemcon decision take "to extend" --at 00:30
        Note: It is past midnight: this is dated 9 September 2020, and sitting 1 the day before.
        #6  wg7, 1st meeting, 9 Sep 00:30   The Working Group decided to extend, there being no objection.
        $ nemcon decision take "to start" --at 19:55
        Note: 19:55 is outside the sittings recorded.
        #7  wg7, 1st meeting, 8 Sep 19:55   The Working Group decided to start, there being no objection.
        $ nemcon decision take "to go home" --at 2020-09-10
        Note: Sitting 1, opened on 8 September 2020, has not risen; this is dated 10 September 2020.
        #8  wg7, 1st meeting, 10 Sep 2020   The Working Group decided to go home, there being no objection.
        $ nemcon plenary close --at 01:00
        #9  wg7, 1st meeting, 9 Sep 01:00   The first plenary meeting rose.
        $ nemcon decision take "to extend again" -p 1 --at 00:40
        Note: It is past midnight: this is dated 9 September 2020, and sitting 1 the day before.
        #10  wg7, 1st meeting, 9 Sep 00:40   The Working Group decided to extend again, there being no objection.
        $ nemcon decision take "to extend again" -p 1
        #11  wg7, 1st meeting, 8 Sep 2020   The Working Group decided to extend again, there being no objection.
        $ nemcon decision take "to extend again" -p 1 --at 2020-09-10T00:40
        Refused: Sitting 1 was held on 8 September 2020, not on 10 September 2020.
        Rule:    the record
        Next:    Leave out -p, or --at
        [1]
    """)


def test_a_session_that_was_closed_is_reconvened(evening: Terminal) -> None:
    evening.plays("""
        $ nemcon meeting close --at 22:00
        #5  wg7, 1st meeting, 8 Sep 22:00   The seventh meeting of the Working Group was closed.
        #6  wg7, 1st meeting, 8 Sep 22:00   The first plenary meeting rose.
        $ nemcon meeting postpone --dates 2020-12-02..2020-12-04 --at 2020-09-10
        Refused: The meeting wg7 was opened on 8 September 2020 (entry 4).
        Rule:    the record
        Next:    What was held stays. For further days: nemcon meeting reconvene; a wrong entry: correct it
                 first.
        [1]
        $ nemcon meeting reconvene --dates 2020-12-02..2020-12-04 --at 2020-09-10
        #7  wg7, 10 Sep 2020   The seventh meeting of the Working Group was reconvened for 2 to 4 December 2020.
        $ nemcon decision take "to go on" --at 2020-09-11
        Refused: The reconvened meeting wg7 has not been opened on that day.
        Rule:    the record
        Next:    nemcon meeting open --at WHEN; where only the sitting and its day are known: -p N --at DAY
        [1]
        $ nemcon status
        Meeting     wg7: seventh meeting of the Working Group
                    Vienna, 8 and 9 September 2020 and 2 to 4 December 2020; scheduled
        Sitting     none is open
        Agenda      not issued
        Last entries
          #5  wg7, 1st meeting, 8 Sep 22:00   The seventh meeting of the Working Group was closed.
          #6  wg7, 1st meeting, 8 Sep 22:00   The first plenary meeting rose.
          #7  wg7, 10 Sep 2020   The seventh meeting of the Working Group was reconvened for 2 to 4 December 2020.
        $ nemcon meeting open --at 2020-12-02T10:00
        #8  wg7, 2nd meeting, 2 Dec 10:00   The second plenary meeting was called to order.
        #9  wg7, 2nd meeting, 2 Dec 10:00   The reconvened seventh meeting of the Working Group was opened.
        $ nemcon decision take "to go on" --at 10:10
        #10  wg7, 2nd meeting, 2 Dec 10:10   The Working Group decided to go on, there being no objection.
        $ nemcon meeting close --at 13:00
        #11  wg7, 2nd meeting, 2 Dec 13:00   The reconvened seventh meeting of the Working Group was closed.
        #12  wg7, 2nd meeting, 2 Dec 13:00   The second plenary meeting rose.
    """)


def test_a_session_opened_in_december_is_held_in_may(assembly: Terminal) -> None:
    """A session that is never closed in between needs no second opening."""
    assembly.runs(
        "meeting schedule s25 GA --ordinal 25 --place Vienna --dates 2015-12-11 --at 2015-01-01",
        "meeting open -m s25 --at 2015-12-11T15:00",
        "plenary close -m s25 --at 16:00",
        "meeting reconvene s25 --dates 2016-05-23..2016-05-27 --at 2015-12-11",
        "plenary open -m s25 --at 2016-05-23T10:00",
    )
    assert "Vienna, 11 December 2015 and 23 to 27 May 2016; open" in assembly.types("status")
    said = assembly.types("decision take 'to begin' -m s25 --at 10:10")
    assert said.startswith("#9  s25, 2nd meeting, 23 May 10:10")


def test_the_agenda_is_headed_by_the_part_of_the_sitting_at_which_it_was_adopted(read: Terminal) -> None:
    read.runs(
        "meeting open --at 2020-09-08T10:00",
        "plenary suspend --at 11:00",
        "plenary resume --at 2020-09-09T10:00",
        "agenda adopt --at 10:10",
    )
    said = "Agenda, as adopted at the 1st (resumed) meeting, on 9 September 2020"
    assert said in read.types("agenda show --adopted")
    assert '"resumed": true' in read.types("agenda show --json")


def test_an_agenda_adopted_at_a_sitting_known_by_its_day_is_headed_by_it(read: Terminal) -> None:
    read.types("agenda adopt -p 3 --at 2020-09-09")
    assert "Agenda, as adopted at the 3rd meeting, on 9 September 2020" in read.types("agenda show --adopted")
    read.refused("strike 13 --reason oops", "Entry 14, accepted before, would then be refused")


def test_an_agenda_provisionally_adopted_at_a_resumed_sitting_says_so(read: Terminal) -> None:
    read.types("agenda adopt --provisionally -p 3r --at 2020-09-09")
    said = " ".join(read.types("agenda show").split())
    assert "Agenda, as provisionally adopted at the 3rd (resumed) meeting, on 9 September 2020" in said


def test_a_decision_without_a_plenary_meeting_needs_no_session(assembly: Terminal) -> None:
    said = assembly.types("decision take 'to extend' --how silence --decision 76/414 --at 2021-05-01")
    assert said.startswith("#3  ga76, 1 May 2021   The General Assembly decided to extend, under the silence procedure")
    assembly.refused("decision take 'to extend' --at 2021-05-01", "The session ga76 has not been opened")


def test_the_same_command_twice_registers_a_sitting_once(assembly: Terminal) -> None:
    first = assembly.types("decision take 'to adjourn' -p 61 --at 2022-03-15 --id x")
    again = assembly.types("decision take 'to adjourn' -p 61 --at 2022-03-15 --id x")
    assert again == first.replace(".\n", ".     (recorded before)\n")


def test_what_is_unusual_about_a_sitting_known_by_its_day_is_said(read: Terminal) -> None:
    said = read.types("plenary held 7 --at 2020-10-01")
    assert "Note: Conference services permit 4 sittings; this is number 7." in said
    assert "Note: 1 October 2020 is outside the days of the meeting, 2020-09-08 to 2020-09-09." in said
    read.types("meeting reconvene --dates 2020-12-01 --at 2020-10-02")
    said = read.types("plenary held 9 --at 2020-12-03")
    assert "outside the days of the meeting, 2020-09-08 to 2020-09-09 and 2020-12-01 to 2020-12-01." in said
    assert "Note: No sitting between 7 and 9 is in the record." in said
    assert "Note: Sitting 9, of a higher number, stands before it in the record." in read.types(
        "plenary held 8 --at 2020-12-04"
    )


def test_other_hours_of_a_sitting_leave_the_agenda_as_it_is(room: Terminal) -> None:
    before = room.types("agenda show")
    room.types("work revise examples/hybrid.txt --at 10:35")
    assert room.types("agenda show") == before
    assert "11 a.m." in room.types("work show")


def test_an_act_is_placed_before_the_entry_said_and_not_in_the_sitting(assembly: Terminal) -> None:
    assembly.runs("decision take 'one' -p 61 --at 2022-03-15", "decision take 'two' -p 62 --at 2022-03-15")
    assert assembly.types("decision take 'three' -p 62 --before 4").startswith("#7  ga76, 61st meeting, 15 Mar 2022")
    assert "#8  ga76, 60th meeting" in assembly.types("plenary held 60 --before 4 --at 2022-03-15")


def test_a_correction_goes_to_the_sitting_that_is_named(evening: Terminal) -> None:
    evening.runs(
        "plenary suspend --at 20:30",
        "plenary resume --at 21:00",
        "decision take 'to wait' --at 21:10",
        "plenary close --at 22:00",
        "plenary open --at 2020-09-09T10:00",
    )
    assert "wg7, 1st (resumed) meeting, 8 Sep 2020" in evening.types("correct 7 decision take 'to go on' -p 1r")
    assert "wg7, 1st meeting, 8 Sep 2020" in evening.types("correct 11 decision take 'to go on' -p 1")
    evening.refused(
        "correct 13 decision take 'to go on' -p 2", "Entry 13 does not lie in sitting 2", "nemcon strike 13"
    )
    assert "wg7, 1st meeting, 8 Sep 20:10" in evening.types("correct 13 decision take 'to go on' -p 1 --at 20:10")


def test_an_act_in_no_sitting_is_corrected_into_one(assembly: Terminal) -> None:
    assembly.runs(
        "decision take 'one' --how silence --at 2022-03-15",
        "decision take 'two' -p 61 --at 2022-03-15",
        "decision take 'three' -p 62 --at 2022-03-15",
    )
    assert "ga76, 61st meeting, 15 Mar 2022" in assembly.types("correct 3 decision take 'one' -p 61")


def test_a_day_that_the_calendar_does_not_have_is_refused_with_a_sitting_too(assembly: Terminal) -> None:
    assembly.refused("decision take 'one' -p 61 --at 2022-02-30", "The calendar has no day 2022-02-30.")


def test_a_sitting_that_goes_on_before_it_was_suspended_is_remarked(room: Terminal) -> None:
    room.types("plenary suspend --at 11:20")
    answer = room.types("plenary resume --at 11:02")
    assert "Note: 11:02 is before entry 22, 11:20 on 8 September 2020; if that is not meant: nemcon undo" in answer
    room.types("plenary close --at 2020-09-08")
    assert "is before" not in room.types("plenary open --at 2020-09-08T09:00")
    assert "08:00 is before entry 25, 09:00" in room.types("plenary close --at 08:00")
