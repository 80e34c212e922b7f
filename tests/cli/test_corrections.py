"""Nothing is edited: an entry is struck, and the right act takes its place."""

from datetime import timedelta

from tests.cli.terminal import Terminal


def test_the_right_act_is_typed_as_an_ordinary_command(room: Terminal) -> None:
    room.types("decision take 'did thsi' --at 10:30")
    room.plays(r"""
        $ nemcon correct 22 --reason "a letter" decision take "did this"
        #23  wg7, 1 Sep 2020   Entry 22 was struck: a letter.
        #24  wg7, 1st meeting, 8 Sep 10:30   The Working Group did this, there being no objection (in the place of entry
            22).
        $ nemcon correct --reason "and a word" 24 decision take "did this too"
        #25  wg7, 1 Sep 2020   Entry 24 was struck: and a word.
        #26  wg7, 1st meeting, 8 Sep 10:30   The Working Group did this too, there being no objection (in the place of
            entry 22).
        $ nemcon correct 26 --reason=none decision take "did nothing"
        #27  wg7, 1 Sep 2020   Entry 26 was struck: none.
        #28  wg7, 1st meeting, 8 Sep 10:30   The Working Group did nothing, there being no objection (in the place of
            entry 22).
        $ nemcon correct 26 decision take "did nothing"
        Refused: Entry 26 is struck already.
        Rule:    the record
        Next:    Entry 27 struck it: nemcon history
        [1]
        $ nemcon history meeting wg7 --on 2020-09-01
        History of wg7

        30 August 2019

          #9   The seventh meeting of the Working Group on the Smuggling of Migrants was scheduled for 8 and
               9 September 2020, in Vienna, opening at 10 a.m., pursuant to the silence procedure
               2019-08-30.

        4 June 2020

          #10  Conference services permitted four plenary meetings, with interpretation into the six
               official languages.
          #11  The provisional agenda, CTOC/COP/WG.7/2020/1, was issued with five items.
          #12  An organization of work was proposed, with four plenary meetings on 8 and 9 September 2020,
               pursuant to resolution 7/1.

        1 September 2020

          #23  Entry 22 was struck: a letter.
          #25  Entry 24 was struck: and a word.
          #27  Entry 26 was struck: none.

        Generated from the record of the meeting. This is not an official document.
    """)


def test_a_correction_that_a_later_act_contradicts_names_it(room: Terminal) -> None:
    room.runs("item take-up 2 --at 10:30", "item conclude 2 --at 10:40")
    room.refused(
        "correct 22 item take-up 3", "Entry 23, accepted before, would then be refused: Item 2 was not taken up."
    )
    room.refused("correct 23 item conclude 4", "Item 4 was not taken up.")
    room.refused("strike 22 --reason typo", "Entry 23, accepted before, would then be refused", "nemcon history")


def test_a_correction_belongs_where_the_wrong_act_stood(room: Terminal) -> None:
    room.refused("correct 21 body add WG8 Group", "Entry 21 belongs to wg7; the right act would belong elsewhere.")
    room.refused("correct 21 item conclude 1c --note x -m wg8", "The record knows no meeting 'wg8'.")


def test_one_entry_is_corrected_by_one_act(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:00")
    read.refused("correct 14 meeting open --presiding Chair", "One entry is corrected by one act.")
    read.refused("correct 14 strike 13 --reason typo", "One entry is corrected by one act.")
    read.types("correct 14 meeting open")


def test_what_is_no_act_corrects_nothing(room: Terminal) -> None:
    for words in (
        "history",
        "agenda show",
        "run examples/papers.nemcon",
        "import examples/agenda.txt",
        "correct 20 status",
    ):
        room.refused(f"correct 21 {words}", "is no act that could stand in the place of another", "NOUN VERB")
    room.misused("correct 21 agenda adpot", "No such command 'adpot'")
    assert "Usage: nemcon agenda adopt" in room.types("correct 21 agenda adopt --help")


def test_a_strike_has_its_reason_and_is_never_struck(room: Terminal) -> None:
    room.types("decision take 'did it' --at 10:30")
    room.misused("strike 22", "Missing option '--reason'")
    room.refused("strike 22 --reason ' '", "--reason is blank.")
    room.refused("correct 22 --reason ' ' decision take 'did that'", "A strike needs its reason.", "Add: --reason")
    assert room.types("strike 22 --reason 'never happened'").endswith("Entry 22 was struck: never happened.\n")
    room.refused("strike 22 --reason again", "Entry 22 is struck already")
    room.refused("correct 22 decision take 'did that'", "Entry 22 is struck already")
    room.refused("strike 23 --reason again", "Entry 23 is itself a strike, and a strike is never struck.")


def test_a_number_taken_is_not_struck_by_itself(room: Terminal) -> None:
    room.types("decision take 'did it' --decision 1 --at 10:30")
    room.refused(
        "strike 23 --reason typo", "Entry 23 is the taking of a number", "Correct the act that took the number"
    )


def test_the_first_act_of_what_is_named_elsewhere_is_not_struck(room: Terminal) -> None:
    room.refused("strike 1 --reason typo", "UNTOC-COP begins with that entry, and is named elsewhere: entry 2")
    room.refused("strike 6 --reason typo", "is named elsewhere")
    room.types("body add WG8 'Eighth Group' --parent UNTOC-COP")
    room.types("strike 22 --reason 'there is no such group'")
    room.refused("history body WG8", "The record knows no body 'WG8'.")


def test_what_falls_with_a_strike_is_listed_before_it_is_done(room: Terminal) -> None:
    room.runs("item take-up 2 --at 10:30", "item suspend 2 --at 10:40", "decision take 'did it' --item 2 --at 10:41")
    said = room.refused("strike 22 --reason typo --with-dependants", "With entry 22 would fall", "again with --yes")
    assert "#23  wg7, 1st meeting, 8 Sep 10:40   The Working Group suspended" in said
    assert "#24" not in said
    struck = room.types("strike 22 --reason typo --with-dependants --yes")
    assert [line.partition("   ")[2] for line in struck.splitlines()] == [
        "Entry 23 was struck: typo.",
        "Entry 22 was struck: typo.",
    ]
    room.types("strike 24 --reason typo --with-dependants")


def test_a_strike_that_is_impossible_stays_so_with_its_dependants(room: Terminal) -> None:
    room.refused("strike 1 --reason typo --with-dependants", "is named elsewhere")


def test_undo_strikes_your_own_last_act_again_and_again(room: Terminal) -> None:
    room.runs("item take-up 2 --at 10:30", "item conclude 2 --at 10:40")
    room.plays(r"""
        $ nemcon undo
        #24  wg7, 1 Sep 2020   Entry 23 was struck: keying error.
        $ nemcon undo
        #25  wg7, 1 Sep 2020   Entry 22 was struck: keying error.
    """)
    assert "Item open   1 (c)" in room.types("status")


def test_undo_takes_back_a_whole_gavel(read: Terminal) -> None:
    read.types("meeting open --presiding Chair --at 2020-09-08T10:00")
    assert len(read.types("undo").splitlines()) == 3
    assert "; scheduled" in read.types("status")


def test_undo_is_refused_for_the_act_of_another_and_after_ten_minutes(room: Terminal) -> None:
    room.types("item take-up 2 --at 10:30")
    said = "The last act in wg7, entry 22, was recorded by secretary, not by clerk."
    room.refused("undo --by clerk", said, "nemcon correct 22 ..., or nemcon strike 22 --reason TEXT")
    room.clock.now += timedelta(minutes=10, seconds=1)
    room.refused("undo", "Entry 22 was recorded more than ten minutes ago.", "nemcon correct 22 NOUN VERB")
    room.clock.now -= timedelta(seconds=1)
    room.types("undo")


def test_undo_is_refused_where_another_act_rests_on_it(read: Terminal) -> None:
    read.types("meeting open --at 2020-09-08T10:00")
    read.types("item take-up 2 --at 10:30 --by clerk")
    read.refused("undo", "was recorded by clerk, not by secretary")


def test_undo_leaves_a_correction_and_a_strike_alone(room: Terminal) -> None:
    room.types("decision take 'did this' --at 10:30")
    room.types("correct 22 decision take 'did that'")
    room.refused("undo", "Entry 24 is a correction: without it nothing would stand", "nemcon correct 24 NOUN VERB")
    room.types("strike 24 --reason 'never happened'")
    room.refused("undo", "The last act, entry 25, is a strike, and a strike is never struck.", "Enter the right act")


def test_there_may_be_nothing_to_undo(empty: Terminal) -> None:
    empty.runs(
        "body add WG 'Working Group' --at 2020-01-01",
        "meeting schedule wg WG --place Vienna --dates 2021-03-27 --at 2020-01-01",
    )
    empty.types("undo")
    empty.refused("undo", "There is no meeting in the record.")
