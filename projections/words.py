"""The words of the field in English: days, hours, ordinals and modes of decision as a report prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final

from domain.days import MONTHS, long_day
from domain.values import Language, Mode, Taken
from domain.wording import capital, the

NOT_OFFICIAL: Final = "Generated from the record of the meeting. This is not an official document."

_CARDINALS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS: Final = (
    *("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}
_TALLY: Final = re.compile(r"(\d{1,4})-(\d{1,4})(?:-(\d{1,4}))?")

_LANGUAGES: Final[dict[str, str]] = {one: one.name.capitalize() for one in Language}

_NOON: Final = 12
_TEEN: Final = 20
_HUNDRED: Final = 100


def short_day(day: date) -> str:
    """8 Sep."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def days(start: date, end: date) -> str:
    """8 September 2020; 8 and 9 September 2020; 8 to 10 September 2020; 30 September to 2 October 2020."""
    if start == end:
        return long_day(start)
    link = "and" if end - start == timedelta(days=1) else "to"
    if start.year != end.year:
        return f"{long_day(start)} {link} {long_day(end)}"
    month = "" if start.month == end.month else f" {MONTHS[start.month - 1]}"
    return f"{start.day}{month} {link} {long_day(end)}"


def several_days(spans: Iterable[tuple[date, date]]) -> str:
    """11 December 2015 and 23 to 27 May 2016."""
    return listed(days(*span) for span in spans)


def clock(at: datetime | time) -> str:
    """An hour as the United Nations prints it: 10 a.m., 10.30 a.m., 12 noon, 3 p.m., midnight."""
    if at.minute == 0 and at.hour % _NOON == 0:
        return "12 noon" if at.hour else "midnight"
    return f"{_hour(at)} {_half(at)}"


def hours(start: time, end: time) -> str:
    """From 10 a.m. to 1 p.m. with an en dash, from 3 to 6 p.m. with the half of the day printed once."""
    once = _half(start) == _half(end) and clock(start).endswith("m.") and clock(end).endswith("m.")
    return f"{_hour(start) if once else clock(start)}\N{EN DASH}{clock(end)}"


def _hour(at: datetime | time) -> str:
    hour = at.hour % _NOON or _NOON
    return f"{hour}.{at.minute:02}" if at.minute else str(hour)


def _half(at: datetime | time) -> str:
    return "a.m." if at.hour < _NOON else "p.m."


def cardinal(number: int) -> str:
    """Words up to nine, figures from 10 on."""
    return _CARDINALS[number] if number < len(_CARDINALS) else str(number)


def counted(number: int, thing: str) -> str:
    """One sub-item; four plenary meetings; no items."""
    return f"{cardinal(number)} {thing}{'' if number == 1 else 's'}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    last = 0 if number // 10 % 10 == 1 else number % 10
    return f"{number}{_SUFFIXES.get(last, 'th')}"


def sitting_words(number: int, *, resumed: bool) -> str:
    """2nd meeting; 50th (resumed) meeting."""
    return f"{ordinal(number)} {'(resumed) ' if resumed else ''}meeting"


def ordinal_word(number: int) -> str:
    """First, seventh, twenty-first, hundred and eighty-sixth, in lower case; figures from 200 on."""
    if number < 1 or number >= 2 * _HUNDRED:
        return ordinal(number)
    if number >= _HUNDRED:
        rest = number - _HUNDRED
        return f"hundred and {ordinal_word(rest)}" if rest else "hundredth"
    if number < _TEEN:
        return _ORDINALS[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ORDINALS[ones]}" if ones else f"{_TENS[tens][:-1]}ieth"


def listed(words: Iterable[str]) -> str:
    """The words as a sentence lists them: a, b and c."""
    *head, last = [*words] or [""]
    return f"{', '.join(head)} and {last}" if head else last


def language(code: str) -> str:
    """English; of a language that is not official, its code."""
    return _LANGUAGES.get(code, code)


def languages(codes: Iterable[str]) -> str:
    """English; Arabic and French."""
    return listed(map(language, codes))


def unstopped(text: str) -> str:
    """The text without its full stop, for the middle of a sentence; an ellipsis stays."""
    said = text.strip()
    return said if said.endswith("..") else said.removesuffix(".")


def quoted(text: object) -> str:
    """A title or a text in quotation marks, without the full stop it may end with."""
    return f'"{unstopped(str(text))}"'


_MODES: Final = {
    Mode.SILENCE: "under the silence procedure",
    Mode.NO_OBJECTION: "there being no objection",
    Mode.CONSENSUS: "by consensus",
    Mode.WITHOUT_A_VOTE: "without a vote",
    Mode.ACCLAMATION: "by acclamation",
    Mode.SHOW_OF_HANDS: "by a show of hands",
    Mode.RECORDED: "by a recorded vote",
    Mode.ROLL_CALL: "by a roll-call vote",
    Mode.SECRET_BALLOT: "by secret ballot",
    Mode.CORRESPONDENCE: "by correspondence",
    Mode.UNKNOWN: "",
}


def mode(taken: Taken) -> str:
    """How a decision was taken, with its tally: "by a recorded vote of 77 to 10, with 3 abstentions"; "" if unknown."""
    words = _MODES[taken.how]
    if taken.tally is None:
        return words
    votes = _votes(taken.tally)
    if taken.how in {Mode.RECORDED, Mode.ROLL_CALL} and votes != taken.tally:
        return f"{words} of {votes}"
    return f"{words} ({votes})".strip()


def _votes(tally: str) -> str:
    """77-10-3 in words; a tally printed another way, as it was printed."""
    found = _TALLY.fullmatch(tally.strip())
    if found is None:
        return tally
    votes, against, abstaining = found.groups()
    words = f"{int(votes) or 'none'} to {int(against) or 'none'}"
    if abstaining is None:
        return words
    return f"{words}, with {int(abstaining) or 'no'} abstention{'' if int(abstaining) == 1 else 's'}"


__all__ = ["capital", "the"]
