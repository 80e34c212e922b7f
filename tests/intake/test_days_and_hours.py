"""Days and hours as papers write them."""

from __future__ import annotations

from datetime import date, time

import pytest

from cli.intake.days import day_at_start, days_in, span, spans_in
from cli.intake.hours import hours_at_start


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("8 and 9 September 2020", date(2020, 9, 8), date(2020, 9, 9)),
        ("8–9 September 2020", date(2020, 9, 8), date(2020, 9, 9)),
        ("8 to 10 September 2020", date(2020, 9, 8), date(2020, 9, 10)),
        ("8, 9 and 11 September 2020", date(2020, 9, 8), date(2020, 9, 11)),
        ("30 August–2 September 2020", date(2020, 8, 30), date(2020, 9, 2)),
        ("28 December 2020–4 January 2021", date(2020, 12, 28), date(2021, 1, 4)),
        ("Tuesday, 8 and Wednesday, 9 September 2020", date(2020, 9, 8), date(2020, 9, 9)),
        ("30 January 2020", date(2020, 1, 30), date(2020, 1, 30)),
        ("31 September 2020", None, None),
        ("8 and 9 September", None, None),
    ],
)
def test_the_days_of_a_meeting_have_a_first_and_a_last(text: str, starts: date | None, ends: date | None) -> None:
    found = span(text)
    assert found is not None
    assert (found.starts, found.ends) == (starts, ends)
    assert found.has_year == text[-1].isdigit()


def test_what_is_no_day_is_none() -> None:
    assert span("in September") is None
    assert day_at_start("on 8 September") is None
    assert list(spans_in("from 8 to 9 September")) == []


def test_each_day_in_a_sentence_is_found_with_its_weekday() -> None:
    first, second = days_in("On Tuesday, 8 September 2020 and on 9 September")
    assert (first.weekday, first.in_year(None), first.weekday_fits(date(2020, 9, 8))) == (
        "Tuesday",
        date(2020, 9, 8),
        True,
    )
    assert (second.weekday, second.in_year(None), second.in_year(2020)) == (None, None, date(2020, 9, 9))
    assert not first.weekday_fits(date(2020, 9, 9))


@pytest.mark.parametrize(
    ("text", "start", "finish"),
    [
        ("10 a.m.–1 p.m.", time(10), time(13)),
        ("3–6 p.m.", time(15), time(18)),
        ("3 - 6 pm", time(15), time(18)),
        ("10.30 a.m. to 1.15 p.m.", time(10, 30), time(13, 15)),
        ("from 10 a.m. until noon", time(10), time(12)),
        ("10-12 noon", time(10), time(12)),
        ("noon–2 p.m.", time(12), time(14)),
        ("12–1 p.m.", time(12), time(13)),
        ("12 a.m.-1 a.m.", time(0), time(1)),
        ("9 p.m.–midnight", time(21), time(0)),
        ("9-12 midnight", time(21), time(0)),
        ("10:00–13:00", time(10), time(13)),
        ("09.00-12.30 hours", time(9), time(12, 30)),
    ],
)
def test_hours_are_understood(text: str, start: time, finish: time) -> None:
    hours = hours_at_start(text)
    assert hours is not None
    assert (hours.start, hours.finish, hours.clear, hours.end) == (start, finish, True, len(text))


@pytest.mark.parametrize(
    ("text", "start", "finish"),
    [
        ("10–1 p.m.", None, time(13)),
        ("3 p.m.–1 p.m.", time(15), None),
        ("10 a.m.–13 p.m.", time(10), None),
        ("11 noon–2 p.m.", None, time(14)),
        ("0 a.m.-2 a.m.", None, time(2)),
    ],
)
def test_an_hour_that_can_be_understood_in_two_ways_is_left_out(
    text: str, start: time | None, finish: time | None
) -> None:
    hours = hours_at_start(text)
    assert hours is not None
    assert (hours.start, hours.finish, hours.clear) == (start, finish, False)


def test_a_beginning_alone_has_no_end() -> None:
    hours = hours_at_start("10 a.m. sharp")
    assert hours is not None
    assert (hours.start, hours.finish) == (time(10), None)


@pytest.mark.parametrize("text", ["2-3", "2 Beacons", "noonday", "x 10 a.m.", ""])
def test_items_are_not_taken_for_hours(text: str) -> None:
    assert hours_at_start(text) is None
