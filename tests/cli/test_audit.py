"""The auditor's questions, typed as an auditor would type them."""

import json

import pytest

from tests.cli.terminal import Terminal


def test_corrections_are_shown_as_strike_struck_and_what_took_its_place(room: Terminal) -> None:
    room.types("item conclude 1c --at 10:30")
    room.types("correct 22 --reason typo item suspend 1c")
    room.plays("""
        $ nemcon history --corrections
        History of the record: strikes, what they struck and what took its place

        8 September 2020

          #22  (1st meeting, 10.30 a.m.) The Working Group concluded its consideration of item 1 (c).
               [struck by #23]  [in its place: #24]

        1 September 2020

          #23  Entry 22 was struck: typo.

        8 September 2020

          #24  (1st meeting, 10.30 a.m.) The Working Group suspended its consideration of item 1 (c) (in the
               place of entry 22).

        Three entries.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_what_was_recorded_late_says_how_late(room: Terminal) -> None:
    room.plays("""
        $ nemcon history item 2 --late 24h
        History of item 2 of wg7: recorded more than 24 hours late

        4 June 2020

          #11  The provisional agenda, CTOC/COP/WG.7/2020/1, was issued with five items.  [recorded 88 days
               later]
          #12  An organization of work was proposed, with four plenary meetings on 8 and 9 September 2020,
               pursuant to resolution 7/1.  [recorded 88 days later]

        Two entries.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_waivers_are_shown_with_rule_and_authority(read: Terminal) -> None:
    read.types("agenda adopt --how silence --at 2020-09-01 --notwithstanding 11 --authority 'letter of the Chair'")
    read.plays("""
        $ nemcon history --waived
        History of the record: under a waived rule

        1 September 2020

          #13  The Working Group adopted its agenda under the silence procedure.  [notwithstanding rule 11,
               under letter of the Chair]

        One entry.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_the_check_finds_what_happened_in_the_room_without_a_sitting(room: Terminal) -> None:
    room.types("plenary close --at 11:00")
    room.types("item conclude 1c --at 2020-09-08T11:30")
    room.plays("""
        $ nemcon history meeting wg7 --check
        History of wg7: without a sitting, a quorum or an authority

        8 September 2020

          #23  (11.30 a.m.) The Working Group concluded its consideration of item 1 (c).  [it happens in the
               room, and no sitting was open at its place]

        One entry.

        Generated from the record of the meeting. This is not an official document.

        $ nemcon history --check --known-at 21
        History of the record: without a sitting, a quorum or an authority

        No such entry.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_what_is_withheld_is_counted_and_never_shown(read: Terminal) -> None:
    read.types("silence circulate t UNTOC-COP/XBUREAU T --until '2020-09-05 18:00' --at 2020-08-20")
    read.types("silence object t --received 2020-09-01T10:00 --channel letter --from Italy")
    read.plays("""
        $ nemcon history --withheld
        History of the record: with a value withheld

        1 September 2020

          #14  (10 a.m.) Silence was broken by a delegation, by letter.  [restricted]  [one value withheld]

        One entry.

        One value withheld.

        Generated from the record of the meeting. This is not an official document.
    """)
    read.refused("history --withheld --restricted", "--withheld counts what --restricted would show.")


def test_the_questions_combine_with_each_other_and_with_the_clocks(room: Terminal) -> None:
    assert "No such entry." in room.types("history --late 24h --by somebody")
    assert "#12" in room.types("history -m wg7 --late 24h --by SECRETARY")
    assert "#12" not in room.types("history -m wg7 --late 24h --by secretary --known-at 11")
    assert "No such entry." in room.types("history -m wg7 --late 24h --on 2019-01-01")


def test_the_answers_as_json_say_why_each_entry_is_among_them(room: Terminal) -> None:
    room.types("plenary close --at 11:00")
    room.types("item conclude 1c --at 2020-09-08T11:30")
    (line,) = json.loads(room.types("history --check --json"))
    assert (line["entry"], line["remarks"]) == (23, ["it happens in the room, and no sitting was open at its place"])
    assert json.loads(room.types("history --waived --json")) == []
    assert "remarks" not in json.loads(room.types("history --json"))[0]


@pytest.mark.parametrize("word", ["24", "h", "3 d", "3w", "-1h", "123456h"])
def test_a_span_of_time_that_cannot_be_read_is_refused(room: Terminal, word: str) -> None:
    room.refused(f"history --late '{word}'", f"'{word}' is not a span of time. ", "Write hours or days: 24h, 3d")
