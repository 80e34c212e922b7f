"""A zone as a calendar carries it: read by another program, it gives the offsets that the zone database gives."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from projections.papers.zone import timezone

ZONES = [
    "Europe/Vienna",
    "Europe/Dublin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Africa/Nairobi",
]


def written(name: str, first: datetime, last: datetime) -> str:
    return "".join(f"{line}\r\n" for line in timezone(name, first, last))


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("year", [2016, 2020, 2024])
def test_every_day_of_two_years_has_the_offset_of_the_zone(name: str, year: int) -> None:
    first, last = datetime(year, 1, 15, tzinfo=UTC), datetime(year + 1, 12, 15, tzinfo=UTC)
    component: Any = Timezone.from_ical(written(name, first, last))
    read = component.to_tz()
    for day in range(0, (last - first).days, 5):
        local = (first + timedelta(days=day)).astimezone(ZoneInfo(name)).replace(tzinfo=None, hour=12)
        assert local.replace(tzinfo=read).utcoffset() == local.replace(tzinfo=ZoneInfo(name)).utcoffset()


def test_only_the_changes_of_the_days_told_of_are_carried() -> None:
    told = written("Europe/Vienna", datetime(2020, 9, 8, tzinfo=UTC), datetime(2020, 9, 9, tzinfo=UTC))
    assert told.split() == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Vienna",
        "BEGIN:DAYLIGHT",
        "DTSTART:20200329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]


def test_a_zone_that_never_changes_its_clocks_is_always_standard() -> None:
    told = written("Asia/Kolkata", datetime(2020, 9, 8, tzinfo=UTC), datetime(2020, 9, 9, tzinfo=UTC))
    assert "BEGIN:STANDARD\r\nDTSTART:19700101T053000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\n" in told


def test_an_offset_with_seconds_is_told_with_them() -> None:
    told = written("Africa/Monrovia", datetime(1960, 1, 1, tzinfo=UTC), datetime(1960, 1, 2, tzinfo=UTC))
    assert "TZOFFSETTO:-004430" in told
