"""When did it happen? What may be typed for a day or an hour, and what is meant where nothing is typed."""

import pytest

from tests.cli.terminal import Terminal, moment

ACT = "decision take 'did it'"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("--at 10:42", "wg7, 1st meeting, 8 Sep 10:42 "),
        ("--at 10.42", "wg7, 1st meeting, 8 Sep 10:42 "),
        ("--at 9:05", "wg7, 1st meeting, 8 Sep 09:05 "),
        ("--at 2020-09-08", "wg7, 1st meeting, 8 Sep 2020 "),
        ("--at 2020-09-08T10:42", "wg7, 1st meeting, 8 Sep 10:42 "),
        ("--at '2020-09-08 10:42'", "wg7, 1st meeting, 8 Sep 10:42 "),
        ("-a ' 10:42 '", "wg7, 1st meeting, 8 Sep 10:42 "),
        ("-p 1", "wg7, 1st meeting, 8 Sep 2020 "),
        ("-p 1 --at 10:42", "wg7, 1st meeting, 8 Sep 10:42 "),
    ],
)
def test_the_echo_prints_the_time_that_was_typed_on_the_clock_of_the_room(
    room: Terminal, typed: str, printed: str
) -> None:
    assert printed in room.types(f"{ACT} {typed}")


@pytest.mark.parametrize(("typed", "printed"), [("", "10:50"), ("--at -5m", "10:45"), ("--at -2h", "08:50")])
def test_now_is_meant_while_a_sitting_is_open_today(room: Terminal, typed: str, printed: str) -> None:
    room.clock.now = moment("2020-09-08 08:50")  # 10.50 a.m. in Vienna
    assert f"wg7, 1st meeting, 8 Sep {printed} " in room.types(f"{ACT} {typed}")


def test_now_is_never_meant_on_another_day_or_while_no_sitting_is_open(room: Terminal) -> None:
    said = "It is not said when this happened, and no sitting is open today.", "--at 2020-09-08T10:42 or -p 2"
    room.clock.now = moment("2020-09-09 08:50")
    room.refused(ACT, *said)
    room.clock.now = moment("2020-09-08 12:00")
    room.types("plenary close --at 13:00")
    room.refused(ACT, *said)


def test_minutes_ago_are_counted_only_while_a_sitting_is_open_today(room: Terminal) -> None:
    room.clock.now = moment("2020-09-09 08:50")
    room.refused(f"{ACT} --at -5m", "-5m counts from now, and no sitting is open today.", "Write the day and the hour.")


def test_today_is_the_day_of_the_room_and_not_of_greenwich(room: Terminal) -> None:
    room.clock.now = moment("2020-09-07 22:30")  # half past midnight in Vienna
    assert "8 Sep 00:30" in room.types(ACT)
    room.clock.now = moment("2020-09-08 22:30")
    room.refused(ACT, "no sitting is open today")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("09-08", "'09-08' is not a day or a time."),
        ("'8 September'", "'8 September' is not a day or a time."),
        ("8.9.2020", "'8.9.2020' is not a day or a time."),
        ("noon", "'noon' is not a day or a time."),
        ("2020-09-08T10", "'2020-09-08T10' is not a day or a time."),
        ("2020-02-30", "The calendar has no day 2020-02-30."),
        ("2020-13-01T10:42", "The calendar has no day 2020-13-01."),
        ("25:00", "The clock has no hour '25:00'."),
        ("2020-09-08T10:60", "The clock has no hour '10:60'."),
    ],
)
def test_a_time_that_is_none_or_lacks_its_year_is_refused(room: Terminal, typed: str, said: str) -> None:
    room.refused(f"{ACT} --at {typed}", said, "Next: Write ")


@pytest.mark.parametrize("dates", ["08-09", "2020-09-08..09", "8-9 September", "2020-09-31"])
def test_the_days_of_a_meeting_are_typed_with_their_year(room: Terminal, dates: str) -> None:
    room.refused(f"meeting postpone --dates '{dates}' --at 2020-09-01", "Write the ")


@pytest.mark.parametrize("view", ["agenda show", "status", "history", "silence list", "lineage 7/1", "work show"])
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("--on 08-09", "'08-09' is not a day."),
        ("--known-at yesterday", "'yesterday' is not a day."),
        ("--on 2020-02-30", "The calendar has no day"),
    ],
)
def test_a_view_is_asked_for_as_of_a_day_with_its_year(room: Terminal, view: str, typed: str, said: str) -> None:
    room.refused(f"{view} {typed}", said)


def test_a_bare_hour_needs_a_sitting_to_give_it_its_day(read: Terminal) -> None:
    read.refused("meeting open --at 10:00", "10:00 lacks its day: no sitting is open", "name the sitting", "-p 2")
    read.refused("meeting open -p 1", "Sitting 1 is not in the record of this meeting.", "plenary open 1 --at WHEN")


def test_a_past_sitting_gives_an_act_its_day(room: Terminal) -> None:
    room.runs("plenary close --at 13:00", "plenary open --at 2020-09-09T10:00")
    assert "8 Sep 2020" in room.types(f"{ACT} -p 1")
    assert "8 Sep 11:30" in room.types(f"{ACT} -p 1 --at 11:30")
    assert "wg7, 2nd meeting, 9 Sep 11:30" in room.types(f"{ACT} --at 11:30")


def test_an_hour_that_the_clocks_jump_over_is_refused(empty: Terminal) -> None:
    empty.runs(
        "body add WG 'Working Group' --zone Europe/Vienna --at 2020-01-01",
        "meeting schedule wg WG --place Vienna --dates 2021-03-27..2021-03-28 --at 2020-01-01",
    )
    empty.refused("meeting open --at 2021-03-28T02:30", "02:30 does not exist on 28 March 2021 in Europe/Vienna")
    assert "28 Mar 03:30" in empty.last("meeting open --at 2021-03-28T03:30")


def test_an_hour_that_comes_twice_is_the_first_of_the_two(empty: Terminal) -> None:
    empty.runs(
        "body add WG 'Working Group' --zone Europe/Vienna --at 2020-01-01",
        "meeting schedule wg WG --place Vienna --dates 2020-10-24..2020-10-25 --at 2020-01-01",
        "meeting open --at 2020-10-25T02:30",
    )
    assert '"at": "2020-10-25T02:30:00+02:00"' in empty.types("history meeting wg --json")


def test_which_hour_is_meant_where_it_comes_twice_is_said_and_may_be_typed(empty: Terminal) -> None:
    empty.runs(
        "body add WG 'Working Group' --zone Europe/Vienna --at 2020-01-01",
        "meeting schedule wg WG --place Vienna --dates 2020-10-24..2020-10-25 --at 2020-01-01",
        "meeting open --at 2020-10-24T20:00",
    )
    empty.clock.now = moment("2020-10-25 01:40")  # 2.40 a.m. for the second time
    said = empty.types(f"{ACT} --at 2020-10-25T02:30")
    assert "02:30 comes twice on 25 October 2020; this is the first. The other: --at 2020-10-25T02:30+01:00" in said
    assert "this is the second. The other: --at 2020-10-25T02:30+02:00" in empty.types(
        f"{ACT} --at 2020-10-25T02:30+01:00"
    )
    assert "this is the second." in empty.types(f"{ACT} --at -20m")
    assert "25 Oct 02:40" in empty.types(f"{ACT} --at -1h")
    empty.refused(f"{ACT} --at 2020-10-25T02:30+03:00", "The clocks in Europe/Vienna do not stand at +03:00 then.")


def test_a_sitting_of_the_evening_goes_on_past_midnight_for_as_long_as_that_is_likely(empty: Terminal) -> None:
    empty.runs(
        "body add WG 'Working Group' --zone Europe/Vienna --at 2020-01-01",
        "meeting schedule wg WG --place Vienna --dates 2020-09-08..2020-09-09 --at 2020-01-01",
        "meeting open --at 2020-09-08T20:00",
    )
    empty.clock.now = moment("2020-09-08 22:30")  # half past midnight in Vienna
    assert "wg, 1st meeting, 9 Sep 00:30" in empty.types(ACT)
    empty.clock.now = moment("2020-09-09 06:00")
    empty.refused(ACT, "no sitting is open today")
    empty.types("plenary suspend --at 01:00")
    empty.clock.now = moment("2020-09-08 23:30")
    empty.refused(ACT, "no sitting is open today")


def test_a_day_far_ahead_is_said(room: Terminal) -> None:
    assert "Note: 8 September 2021 is yet to come" in room.types(f"{ACT} --at 2021-09-08")


def test_a_late_act_that_is_refused_is_told_of_the_place_in_which_it_is_accepted(room: Terminal) -> None:
    room.runs("item take-up 2 --at 11:00", "item conclude 2 --at 11:30", "plenary close --at 13:00")
    said = room.refused("item suspend 2 --at 2020-09-08T11:10", "if it came before entry 23: --before 23")
    assert "To come back to it" in said
    assert "--before" not in room.refused("item reopen 3 --at 2020-09-08T11:10")
    assert "--before" not in room.refused("item suspend 2 --at 2020-09-08T14:00")
    assert "--before" not in room.refused("item suspend 2 --at 2020-09-08")
    room.types("item take-up 3 --at 2020-09-08T12:00")
    room.refused(
        "item conclude 3 -p 1",
        "it was judged before entry 24; it is accepted last on its day: --at, without -p or --before",
    )


def test_a_late_act_stands_before_the_entry_it_is_placed_before(room: Terminal) -> None:
    room.types("item take-up 2 --at 11:00")  # entry 22
    room.refused("item take-up 3 --at 10:30 --before 999", "There is no entry 999 in the record.")
    room.types("item take-up 3 --at 10:30 --before 22")
    assert room.types("agenda show --known-at 22") == room.types("agenda show --known-at 21")
    room.types("item conclude 3 --at 10:40 --before 22")
    room.refused("item conclude 3 --at 11:05", "is concluded")


def test_a_correction_keeps_the_time_of_the_entry_it_corrects_unless_another_is_typed(room: Terminal) -> None:
    room.types("item take-up 2 --at 11:00")
    assert "8 Sep 11:00   The Working Group took up item 3 (in the place of" in room.last("correct 22 item take-up 3")
    assert "8 Sep 11:15   The Working Group took up item 2" in room.last("correct 24 item take-up 2 --at 11:15")
    assert "8 Sep 2020   The Working Group took up item 3" in room.last("correct 26 item take-up 3 -p 1")


def test_a_clock_that_was_set_back_is_said_so_once_a_command(room: Terminal) -> None:
    room.clock.now = moment("2020-09-01 11:59")
    said = room.enter(["item", "conclude", "1c", "--at", "10:30"]).stderr
    assert said == (
        "Note: The clock of this computer shows 1 September 2020, 11:59 UTC; the last entry has "
        "1 September 2020, 12:00 UTC, which is kept as the time of this.\n"
    )
    assert room.enter(["run", "-"], "item take-up 2 --at 10:31\nitem take-up 3 --at 10:31").stderr.count("clock") == 1
    room.clock.now = moment("2020-09-01 12:00")
    assert "clock" not in room.enter(["item", "suspend", "2", "--at", "10:32"]).stderr
