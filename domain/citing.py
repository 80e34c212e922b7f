"""The number of a text in the one form in which it is kept, however it is typed or another text prints it.

The forms are those in use: 7/1, S-10/2, ES-10/24, 76/506 A, 2388 (2017), 217 A (III). What has another form (26/1,
WHA73(7), 5/Res.6) is kept as it is typed.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from domain.values import normal

_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_LETTER: Final = r"(?:,? ?(?:sect(?:ion|\.)?|part) ?| ?)(?P<part>[A-Z](?: ?(?:-|,|and|to) ?(?:and )?[A-Z])*)"
_OF_A_SESSION: Final = re.compile(rf"(?P<before>[A-Z0-9.-]+) ?/ ?(?P<rank>\d+)(?:{_LETTER})?", re.IGNORECASE)
_OLD: Final = re.compile(
    r"(?P<rank>\d+) ?(?P<first>[A-Z])? ?\((?P<session>\d{4}|(?:[A-Z]{1,2}-)?[IVXLC]+)\)(?: ?(?P<last>[A-Z]))?",
    re.IGNORECASE,
)
_SYMBOL: Final = re.compile(r"(?P<series>\S+)/(?P<nature>RES|DEC)/(?P<number>.+)", re.IGNORECASE)
_PAPER: Final = re.compile(r"[A-Z][A-Z0-9.]*(?:/[A-Z0-9][\w.() -]*)+", re.IGNORECASE)
_TWO_SYMBOLS: Final = re.compile(r"(?P<first>[A-Z][A-Z0-9.]*(?:/[\w.]+)+)-[A-Z][A-Z0-9.]*(?:/[\w.]+){2,}")
_COMPOSITE: Final = re.compile(r"(?P<number>.+) (?P<first>[A-Z])-(?P<last>[A-Z])")


class Symbol(NamedTuple):
    """The symbol of a text taken apart: A/HRC/RES/57/18 is resolution 57/18 of the series A/HRC."""

    series: str
    kind: Literal["resolution", "decision"]
    number: str


def kept(number: str) -> str:
    """The number as it is kept: "66/253b", "66/253, sect. B" and "66/253 B" are one."""
    said = normal(number.translate(_DASHES)).rstrip("* ")
    if found := _OF_A_SESSION.fullmatch(said):
        part = f" {_letters(found['part'])}" if found["part"] else ""
        return f"{found['before'].upper()}/{int(found['rank'])}{part}"
    if found := _OLD.fullmatch(said):
        letter = found["first"] or found["last"]
        part = f" {letter.upper()}" if letter else ""
        return f"{int(found['rank'])}{part} ({found['session'].upper()})"
    return said


def _letters(part: str) -> str:
    """B; or A-C, the first letter and the last, for "A, B and C", "A and B" and "A to C"."""
    letters = re.findall(r"\b[A-Z]\b", part.upper())
    return letters[0] if len(letters) == 1 else f"{letters[0]}-{letters[-1]}"


def parts_of(number: str) -> tuple[str, ...]:
    """The numbers under which parts of a composite text are cited: 74/250 A, 74/250 B and 74/250 for 74/250 A-B."""
    found = _COMPOSITE.fullmatch(number)
    if found is None:
        return ()
    letters = range(ord(found["first"]), ord(found["last"]) + 1)
    return (*(f"{found['number']} {chr(letter)}" for letter in letters), found["number"])


def symbol_read(word: str) -> Symbol | None:
    """The symbol of a resolution or a decision taken apart, or None where `word` is none."""
    found = _SYMBOL.fullmatch(normal(word.translate(_DASHES)).rstrip("* "))
    if found is None:
        return None
    kind: Literal["resolution", "decision"] = "resolution" if found["nature"].upper() == "RES" else "decision"
    return Symbol(found["series"].upper(), kind, kept(found["number"]))


def is_number(word: str) -> bool:
    """Whether `word` is a number of one of the forms in use, without a body before it."""
    said = normal(word.translate(_DASHES)).rstrip("* ")
    return bool(_OF_A_SESSION.fullmatch(said) or _OLD.fullmatch(said)) and said[:1].isalnum()


def first_symbol(paper: str) -> str:
    """The symbol of a paper; of one that has two, as joint papers of two organs do, the first."""
    said = normal(paper)
    return said if (found := _TWO_SYMBOLS.fullmatch(said)) is None else found["first"]


def is_paper(word: str) -> bool:
    """Whether `word` has the form of the symbol of a paper, and is not the number of a text: A/74/483."""
    return not is_number(word) and symbol_read(word) is None and bool(_PAPER.fullmatch(normal(word)))
