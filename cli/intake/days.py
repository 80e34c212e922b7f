"""Days as papers write them, in English: "Tuesday, 8 September 2020", "8 and 9 September 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cli.intake.words import folded

_MONTHS: Final = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_MONTH: Final = "|".join(_MONTHS)
_WEEKDAY: Final = "|".join(_WEEKDAYS)

_DAY: Final = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),? (?:the )?)?(?<!\d)(?P<day>\d{{1,2}}) (?P<month>{_MONTH})\b"
    r"(?:,? (?P<year>\d{4})\b)?"
)
_SPAN: Final = re.compile(
    rf"(?:from )?(?:(?:{_WEEKDAY}),? )?(?<!\d)(?P<first>\d{{1,2}})(?: (?P<first_month>{_MONTH}))?"
    r"(?:,? (?P<first_year>\d{4}))?"
    rf"(?: ?- ?| to | and |, )(?:\d{{1,2}}(?:, | and )){{0,10}}(?:(?:{_WEEKDAY}),? )?"
    rf"(?P<last>\d{{1,2}}) (?P<month>{_MONTH})\b(?:,? (?P<year>\d{{4}})\b)?"
)


@dataclass(frozen=True, kw_only=True)
class SaidDay:
    """A day as it is written; the weekday and the year may not be given. `end` is where it ends in its text."""

    weekday: str | None
    day: int
    month: int
    year: int | None
    end: int
    text: str

    def in_year(self, year: int | None) -> date | None:
        """The day in its own year, or else in the `year` inferred; None where there is no such day."""
        return _date(self.year or year, self.month, self.day)

    def weekday_fits(self, found: date) -> bool:
        """Whether the day of the week written, if any, is that of the date found."""
        return self.weekday in {None, _WEEKDAYS[found.weekday()]}


@dataclass(frozen=True, kw_only=True)
class SaidSpan:
    """Days on which something is held; either day is None when there is no such day in the calendar."""

    starts: date | None
    ends: date | None
    has_year: bool


def days_in(text: str) -> Iterator[SaidDay]:
    """Every day written out in the text."""
    for match in _DAY.finditer(folded(text)):
        year = match["year"]
        yield SaidDay(
            weekday=match["weekday"],
            day=int(match["day"]),
            month=_MONTHS.index(match["month"]) + 1,
            year=int(year) if year else None,
            end=match.end(),
            text=match[0],
        )


def day_at_start(text: str) -> SaidDay | None:
    """The day with which the text begins."""
    match = _DAY.match(folded(text))
    return next(days_in(match[0])) if match else None


def span(text: str) -> SaidSpan | None:
    """The days of a meeting, where the text is nothing else: one day, or a first and a last one."""
    match = _SPAN.fullmatch(folded(text))
    if match:
        return _span_of(match)
    one = _DAY.fullmatch(folded(text))
    if not one:
        return None
    day = next(days_in(one[0])).in_year(None)
    return SaidSpan(starts=day, ends=day, has_year=one["year"] is not None)


def spans_in(text: str) -> Iterator[SaidSpan]:
    """Every first and last day written out in the text with their year."""
    for match in _SPAN.finditer(folded(text)):
        if match["year"]:
            yield _span_of(match)


def _span_of(match: re.Match[str]) -> SaidSpan:
    year = int(match["year"]) if match["year"] else None
    month = _MONTHS.index(match["month"]) + 1
    first_month = _MONTHS.index(match["first_month"]) + 1 if match["first_month"] else month
    first_year = int(match["first_year"]) if match["first_year"] else year
    return SaidSpan(
        starts=_date(first_year, first_month, int(match["first"])),
        ends=_date(year, month, int(match["last"])),
        has_year=year is not None,
    )


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None
