"""A day as it is printed, in a refusal or in a paper.

The names of months are our own: those of the standard library follow the machine's locale.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.values import Entry

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def long_day(day: date) -> str:
    """8 September 2020."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def dated(entry: Entry) -> str:
    """8 September 2020 (entry 27): when an act was, and where it stands in the record."""
    return f"{long_day(entry.occurred.day)} (entry {entry.number})"
