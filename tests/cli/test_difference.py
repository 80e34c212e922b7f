"""Two states of the record compared, as they are typed."""

import json

import pytest

from tests.cli.terminal import Terminal, moment


def test_the_first_morning_differs_in_words_from_the_paper_that_was_read(room: Terminal) -> None:
    room.plays("""
        $ nemcon diff 12 now
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        What differs, from entry 12 to now

        The meeting

        Meeting    from scheduled to open
        Sitting    now the 1st meeting
        Presiding  now the Chair
        Offices    now Chair
        Agenda     from provisional to adopted, as orally amended

        Agenda: retitled

        4              Other [-matters-] {+business+}

        Agenda: added

        1 (b)          Election of officers

        Agenda: renumbered

        1 (b) → 1 (c)  Adoption of the agenda and organization of work

        Unchanged on the agenda: items 1, 1 (a), 2, 3 and 5.

        Items

        1 (c)  from not taken up to under consideration

        Generated from the record of the meeting. This is not an official document.
    """)


def test_two_days_of_business_are_compared(room: Terminal) -> None:
    room.types("work revise examples/hybrid.txt --at 10:30")
    room.plays("""
        $ nemcon diff on:2020-09-07 on:2020-09-08
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        What differs, from the end of 7 September 2020 to the end of 8 September 2020

        The meeting

        Meeting    from scheduled to open
        Sitting    now the 1st meeting
        Presiding  now the Chair
        Offices    now Chair
        Agenda     from provisional to adopted, as orally amended

        Agenda: retitled

        4              Other [-matters-] {+business+}

        Agenda: added

        1 (b)          Election of officers

        Agenda: renumbered

        1 (b) → 1 (c)  Adoption of the agenda and organization of work

        Unchanged on the agenda: items 1, 1 (a), 2, 3 and 5.

        Items

        1 (c)  from not taken up to under consideration

        Organization of work

        Stage                             from proposed to revised
        8 September 2020, 10 a.m.–1 p.m.  no longer items 1 (a), 1 (b) and 2
        8 September 2020, 11 a.m.–1 p.m.  now items 1 (a), 1 (b), 1 (c) and 2
        8 September 2020, 3–5 p.m.        now items 2 and 3
        8 September 2020, 3–6 p.m.        no longer items 2 and 3
        9 September 2020, 10 a.m.–1 p.m.  no longer item 3
        9 September 2020, 11 a.m.–1 p.m.  now item 3
        9 September 2020, 3–5 p.m.        now items 4 and 5
        9 September 2020, 3–6 p.m.        no longer items 4 and 5

        Generated from the record of the meeting. This is not an official document.
    """)


def test_the_editions_of_the_agenda_are_compared_and_nothing_else(room: Terminal) -> None:
    room.plays("""
        $ nemcon diff provisional adopted
        Working Group on the Smuggling of Migrants
        Seventh meeting
        Vienna, 8 and 9 September 2020
        ──────────────────────────────────────────────────────────────────────────────

        What differs, from the provisional agenda to the agenda as adopted

        Agenda: retitled

        4              Other [-matters-] {+business+}

        Agenda: added

        1 (b)          Election of officers

        Agenda: renumbered

        1 (b) → 1 (c)  Adoption of the agenda and organization of work

        Unchanged on the agenda: items 1, 1 (a), 2, 3 and 5.

        Of an edition of the agenda only the agenda is compared.

        Generated from the record of the meeting. This is not an official document.
    """)


@pytest.mark.parametrize("pair", ["now now", "21 now", "'#21' 21", "2020-09-01 now", "adopted now", "on:2020-09-08 21"])
def test_where_nothing_differs_it_says_so(room: Terminal, pair: str) -> None:
    assert "\nNo difference.\n" in room.types(f"diff {pair}")
    told = json.loads(room.types(f"diff {pair} --json"))
    assert (told["meeting"], told["different"]) == ("wg7", False)


def test_a_passed_deadline_is_a_difference_although_nothing_was_recorded(read: Terminal) -> None:
    read.types("silence circulate t UNTOC-COP/XBUREAU T --until '2020-09-05 18:00' --at 2020-08-20")
    read.clock.now = moment("2020-09-06 12:00")
    assert (
        "t (UNTOC-COP/XBUREAU)  from running, until 6 p.m., Saturday, 5 September 2020\n"
        "                       to expired, until 6 p.m., Saturday, 5 September 2020\n"
    ) in read.types("diff 13 now")


def test_inside_a_script_the_acts_before_it_are_compared(room: Terminal) -> None:
    said = room.runs("item conclude 1c --at 10:30", "diff 21 22", "diff 21 now")
    assert said.count("1 (c)  from under consideration to concluded\n") == 2


def test_a_correction_is_no_difference_on_the_day_but_one_in_what_was_known(room: Terminal) -> None:
    room.types("item conclude 1c --at 10:30")
    room.types("correct 22 --reason typo item suspend 1c")
    assert "1 (c)  from concluded to suspended\n" in room.types("diff 22 24 -m wg7")
    assert "No difference." in room.types("diff on:2020-09-08 now")


def test_a_state_that_is_none_or_is_not_there_is_refused(room: Terminal) -> None:
    room.refused("diff yesterday now", "'yesterday' is no state of the record.", "Write an entry (27), a date")
    room.refused("diff 21 22", "There is no entry 22 in the record.", "nemcon history")
    room.refused("diff on:2020-02-30 now", "The calendar has no day 2020-02-30.")
    room.refused("diff 2 3", "The record held nothing of wg7 in either state.")
    room.refused("diff 12 now -m wg8", "The record knows no meeting 'wg8'.")


def test_an_edition_that_is_not_there_is_refused(read: Terminal) -> None:
    read.refused("diff provisional adopted", "The agenda of wg7 has not been adopted.", "Compare with: now")
    read.types("meeting schedule m8 UNTOC-COP/WG.7 --dates 2021-09-07..2021-09-08 --place Vienna --at 2020-09-01")
    read.refused("diff provisional now -m m8", "No agenda of m8 has been issued.", "nemcon import FILE")
