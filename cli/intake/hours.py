"""Hours as papers write them, in English: "10 a.m.-1 p.m.", "3-6 p.m.", "10 a.m. to noon", "10:00-13:00"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from cli.intake.words import folded

_NOON: Final = 12
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59


def _hour(place: str) -> str:
    half = r" ?[ap]\.? ?m\b\.?| (?:noon|midnight)\b"
    return (
        rf"(?:(?P<hour{place}>\d{{1,2}})(?:[:.](?P<minute{place}>\d{{2}}))?(?P<half{place}>{half})?|"
        rf"(?P<word{place}>noon|midnight)\b)"
    )


_BOTH: Final = re.compile(
    rf"(?:from )?{_hour('1')}(?: ?- ?| to | until )(?:to )?{_hour('2')}(?: hours\b)?", re.IGNORECASE
)
_ONE: Final = re.compile(_hour("1"), re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class SaidHours:
    """Hours as understood. An hour that can be understood in two ways is None; `end` is where the hours end."""

    start: time | None
    finish: time | None
    end: int
    clear: bool


def hours_at_start(text: str) -> SaidHours | None:
    """The hours with which the text begins, both or the first alone; None where it begins with no hour."""
    low = folded(text)
    both = _BOTH.match(low)
    if both and _is_hour(both):
        return _understood(both)
    one = _ONE.match(low)
    if one and (one["half1"] or one["word1"] or one["minute1"]):
        start = _time(one, "1", _half(one, "1"))
        return SaidHours(start=start, finish=None, end=one.end(), clear=start is not None)
    return None


def _is_hour(both: re.Match[str]) -> bool:
    # "2-3" alone are items; "14.00-15.30" are hours, and so is whatever has its half of the day.
    said = both["half2"] or both["word2"] or both["half1"] or both["word1"]
    return bool(said or (both["minute1"] and both["minute2"]))


def _understood(both: re.Match[str]) -> SaidHours:
    finish = _time(both, "2", _half(both, "2"))
    start = _time(both, "1", _half(both, "1") or _shared(both))
    if start and finish and finish <= start and finish != time(0):
        # "10-1 p.m.": the shared half of the day does not make sense of it, and we do not guess the other.
        start = start if _half(both, "1") else None
        finish = finish if start is None else None
    clear = start is not None and finish is not None
    return SaidHours(start=start, finish=finish, end=both.end(), clear=clear)


def _half(match: re.Match[str], place: str) -> str | None:
    said: str | None = match[f"half{place}"] or match[f"word{place}"]
    return said.strip(" .").lower().replace(".", "").replace(" ", "") if said else None


def _shared(both: re.Match[str]) -> str | None:
    """The half of the day that "3-6 p.m." gives to the 3; before noon and midnight it is the half that ends there."""
    half = _half(both, "2")
    at_end = {"noon": "am", "midnight": "pm"}
    return at_end.get(half, half) if half else None


def _time(match: re.Match[str], place: str, half: str | None) -> time | None:
    if match[f"word{place}"]:
        return time(_NOON if half == "noon" else 0)
    hour, minute = int(match[f"hour{place}"]), int(match[f"minute{place}"] or 0)
    if hour > (_NOON if half else _LAST_HOUR) or minute > _LAST_MINUTE or (half and not hour):
        return None
    match half:
        case "pm" | "noon":
            return (
                time(_NOON if hour == _NOON else hour + _NOON, minute) if half == "pm" else _twelve(hour, minute, _NOON)
            )
        case "am":
            return time(hour % _NOON, minute)
        case "midnight":
            return _twelve(hour, minute, 0)
        case _:
            return time(hour, minute)


def _twelve(hour: int, minute: int, at: int) -> time | None:
    return time(at) if (hour, minute) == (_NOON, 0) else None
