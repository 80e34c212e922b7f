"""The hours of a sitting in the six languages, as the United Nations prints them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Final

from projections import words

_NOON: Final = 12


def hours(language: str, start: time, end: time, patterns: Mapping[str, str]) -> str:
    """10 a.m.–1 p.m.; 10 heures-13 heures; 10.00 a 13.00 horas; 10:00–13:00; 上午10时至下午1时."""
    if language == "en":
        return words.hours(start, end)
    if language == "zh":
        once = _half(start, patterns) == _half(end, patterns)
        last = _chinese_hour(end, patterns) if once else f"{_half(end, patterns)}{_chinese_hour(end, patterns)}"
        first = f"{_half(start, patterns)}{_chinese_hour(start, patterns)}"
        return patterns["range"].format(start=first, end=last)
    return patterns["range"].format(start=_hour(start, patterns), end=_hour(end, patterns))


def _hour(at: time, patterns: Mapping[str, str]) -> str:
    pattern = "minutes" if at.minute else {0: "midnight", 1: "one"}.get(at.hour, "hour")
    return patterns[pattern].format(h=at.hour, m=f"{at.minute:02}")


def _chinese_hour(at: time, patterns: Mapping[str, str]) -> str:
    return patterns["minutes" if at.minute else "hour"].format(h=at.hour % _NOON or _NOON, m=at.minute)


def _half(at: time, patterns: Mapping[str, str]) -> str:
    if at.minute == 0 and at.hour % _NOON == 0:
        return patterns["noon" if at.hour else "midnight"]
    return patterns["before_noon" if at.hour < _NOON else "after_noon"]
