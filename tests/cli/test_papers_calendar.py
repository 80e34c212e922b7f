"""The organization of work as a calendar, read back by another program."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from tests.cli.terminal import Terminal

VIENNA = ZoneInfo("Europe/Vienna")
PRINT = "print work --format ics"


def events(terminal: Terminal, line: str = PRINT) -> list[Any]:
    """The sittings in the order of the file."""
    return list(Calendar.from_ical(terminal.enter(line.split()).stdout_bytes).walk("VEVENT"))


def told(terminal: Terminal) -> list[tuple[str, str, int]]:
    """When each sitting begins, its status, and how often it was changed."""
    return [(f"{one.start:%d %H:%M}", str(one["STATUS"]), int(one["SEQUENCE"])) for one in events(terminal)]


def revised(terminal: Terminal, tmp_path: Path, *slots: str, at: str) -> None:
    """Other slots take the place of all before."""
    plan = tmp_path / "plan.txt"
    plan.write_text("\n".join(slots) + "\n")
    terminal.types(f"work revise {plan} --at 2020-09-08T{at}")


def test_each_sitting_is_an_event_on_the_clock_of_the_place(read: Terminal) -> None:
    first = events(read)[0]
    assert (first.start, first.end) == (
        datetime(2020, 9, 8, 10, tzinfo=VIENNA),
        datetime(2020, 9, 8, 13, tzinfo=VIENNA),
    )
    assert first["DTSTART"].params["TZID"] == "Europe/Vienna"
    assert first["LOCATION"] == "Vienna"
    assert first["SUMMARY"] == "Working Group on the Smuggling of Migrants, seventh meeting: items 1 (a), 1 (b) and 2"
    assert first["DESCRIPTION"].startswith("1 (a) Opening of the meeting\n1 (b) Adoption of the agenda")
    assert first["DESCRIPTION"].endswith("This is not an official document.")
    assert told(read) == [(when, "TENTATIVE", 0) for when in ("08 10:00", "08 15:00", "09 10:00", "09 15:00")]


def test_lines_end_as_the_standard_says_and_none_is_too_long(read: Terminal) -> None:
    data = read.enter(PRINT.split()).stdout_bytes
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_an_event_keeps_its_uid_and_its_sequence_grows_with_each_change(room: Terminal, tmp_path: Path) -> None:
    uids = [str(one["UID"]) for one in events(room)]
    room.types("work adopt --at 10:30")
    assert told(room) == [(when, "CONFIRMED", 1) for when in ("08 10:00", "08 15:00", "09 10:00", "09 15:00")]
    moved = ("2020-09-08 10:00-13:00 1a 1c 2", "2020-09-08 15:30-18:00 2 3", "2020-09-09 10:00-13:00 3 4 5")
    revised(room, tmp_path, *moved, at="10:40")
    assert told(room) == [
        ("08 10:00", "CONFIRMED", 1),
        ("08 15:30", "CONFIRMED", 2),
        ("09 10:00", "CONFIRMED", 2),
        ("09 15:00", "CANCELLED", 2),
    ]
    assert [str(one["UID"]) for one in events(room)] == uids
    assert str(events(room)[3]["SUMMARY"]).startswith("Cancelled: Working Group")


def test_a_sitting_that_was_taken_away_comes_back_under_its_uid(room: Terminal, tmp_path: Path) -> None:
    uids = [str(one["UID"]) for one in events(room)]
    kept = ("2020-09-08 10:00-13:00 1a 1c 2", "2020-09-08 15:00-18:00 2 3", "2020-09-09 10:00-13:00 3")
    revised(room, tmp_path, *kept, at="10:40")
    revised(room, tmp_path, *kept, "2020-09-09 15:00-18:00 4 5", at="10:50")
    assert [(str(one["UID"]), str(one["STATUS"])) for one in events(room)] == [(uid, "CONFIRMED") for uid in uids]
    assert told(room)[3][2] == 2


def test_a_second_sitting_of_an_hour_that_another_one_left_is_another_event(room: Terminal, tmp_path: Path) -> None:
    revised(room, tmp_path, "2020-09-08 11:00-13:00 2", at="10:40")
    revised(room, tmp_path, "2020-09-08 10:00-10:50 1a", "2020-09-08 11:00-13:00 2", at="10:50")
    uids = [str(one["UID"]) for one in events(room)]
    assert len(set(uids)) == len(uids) == 5
    assert [when for when, status, _ in told(room) if status == "CONFIRMED"] == ["08 10:00", "08 11:00"]


def test_what_a_strike_undoes_is_newer_all_the_same(room: Terminal, tmp_path: Path) -> None:
    revised(room, tmp_path, "2020-09-08 10:00-13:00 1a 1c 2", at="10:40")
    sent = {str(one["UID"]): int(one["SEQUENCE"]) for one in events(room)}
    room.types("strike 22 --reason error")
    assert [status for _, status, _ in told(room)] == ["TENTATIVE"] * 4
    assert all(int(one["SEQUENCE"]) > sent[str(one["UID"])] for one in events(room))


def test_a_meeting_that_is_cancelled_cancels_its_sittings(read: Terminal) -> None:
    read.types("meeting cancel --at 2020-08-01")
    assert {(status, rank) for _, status, rank in told(read)} == {("CANCELLED", 1)}


def test_a_meeting_put_off_or_moved_tells_its_sittings(read: Terminal) -> None:
    read.types("meeting relocate --place Geneva --at 2020-08-01")
    assert {str(one["LOCATION"]) for one in events(read)} == {"Geneva"}
    read.types("meeting postpone --dates 2020-09-09..2020-09-10 --at 2020-08-02")
    assert told(read) == [
        ("08 10:00", "CANCELLED", 2),
        ("08 15:00", "CANCELLED", 2),
        ("09 10:00", "TENTATIVE", 1),
        ("09 15:00", "TENTATIVE", 1),
    ]


def test_a_meeting_on_the_clock_of_utc_needs_no_zone(empty: Terminal, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("2020-10-24 10:00-13:00 1\n")
    empty.runs(
        'body add LAKES "Group on Lakes" --at 2020-01-01',
        "meeting schedule lakes LAKES --place Geneva --dates 2020-10-24..2020-10-26 --at 2020-01-02",
        "agenda issue --item Reeds --issued 2020-02-01 -m lakes",
        f"work propose {plan} --at 2020-02-02 -m lakes",
    )
    data = empty.types(f"{PRINT} -m lakes")
    assert "VTIMEZONE" not in data
    assert "DTSTART:20201024T100000Z" in data


def test_sittings_on_both_sides_of_a_change_of_the_clocks_keep_their_hours(empty: Terminal, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("2020-10-23 10:00-13:00 1\n2020-10-26 10:00-13:00 1\n")
    empty.runs(
        'body add LAKES "Group on Lakes" --zone Europe/Vienna --at 2020-01-01',
        "meeting schedule lakes LAKES --place Vienna --dates 2020-10-23..2020-10-26 --at 2020-01-02",
        "agenda issue --item Reeds --issued 2020-02-01 -m lakes",
        f"work propose {plan} --at 2020-02-02 -m lakes",
    )
    calendar: Any = Calendar.from_ical(empty.enter(f"{PRINT} -m lakes".split()).stdout_bytes)
    (zone,) = calendar.walk("VTIMEZONE")
    read = zone.to_tz()
    naive = [one.start.replace(tzinfo=None) for one in calendar.walk("VEVENT")]
    assert [f"{one.replace(tzinfo=read):%H:%M%z}" for one in naive] == ["10:00+0200", "10:00+0100"]


def test_the_calendar_of_another_time_is_as_it_was_known(room: Terminal, tmp_path: Path) -> None:
    before = room.types(PRINT)
    revised(room, tmp_path, "2020-09-08 10:00-13:00 1a 1c 2", at="10:40")
    assert room.types(f"{PRINT} --known-at 21") == before


def test_before_any_is_proposed_there_is_no_calendar(bureau: Terminal) -> None:
    bureau.types("agenda issue --item Reeds --issued 2020-06-01")
    bureau.refused(PRINT, "No organization of work has been proposed.")
