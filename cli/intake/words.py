"""The words papers are written in: how they are compared, cut into sentences, and counted with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cli.intake.paper import OFFICIAL_LANGUAGES

LONGEST_SENTENCE: Final = 2_000  # characters: patterns are matched against nothing longer
LONGEST_TITLE: Final = 2_000

# One character for one character, so that a place in the folded text is the same place in the text.
_FOLDED: Final = str.maketrans("‐‑‒–—―−“”„‘’", '-------"""\'\'')  # noqa: RUF001 - the dashes and quotes of print

SYMBOL: Final = r"[A-Z][A-Za-z0-9.\-]{0,30}(?:/[A-Za-z0-9][A-Za-z0-9.\-]{0,30}){1,9}(?: \([A-Z0-9]{1,8}\))?"
_ONE_SYMBOL: Final = re.compile(rf"(?P<symbol>{SYMBOL})\*{{0,3}}")

_SENTENCE_END: Final = re.compile(r"[.?!][\"”’)\]]{0,2} (?=[\"“‘(]?[A-Z])")  # noqa: RUF001
_ABBREVIATIONS: Final = (
    "Mr. ",
    "Ms. ",
    "Mrs. ",
    "Dr. ",
    "No. ",
    "Nos. ",
    "St. ",
    "para. ",
    "paras. ",
    "art. ",
)
_TERMINAL: Final = (".", ":", ";", "?", "!")

_UNITS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_IRREGULAR: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def _cardinals() -> dict[str, int]:
    units = _UNITS.split()
    counted = {word: value for value, word in enumerate(units, start=1)}
    for tens, word in enumerate(_TENS.split(), start=2):
        counted[word] = tens * 10
        counted |= {f"{word}-{unit}": tens * 10 + value for value, unit in enumerate(units[:9], start=1)}
    return counted


def _ordinal(cardinal: str) -> str:
    head, dash, last = cardinal.rpartition("-")
    if last.endswith("y"):
        return f"{last[:-1]}ieth"
    return head + dash + _IRREGULAR.get(last, f"{last}th")


CARDINALS: Final = _cardinals()
ORDINALS: Final = {_ordinal(word): value for word, value in CARDINALS.items()}
LANGUAGES: Final = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "russian": "ru",
    "spanish": "es",
}


def squeezed(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """The text with one kind of dash and of quotation mark, each character in its place."""
    return text.translate(_FOLDED)


def compared(text: str) -> str:
    """What is compared of a title: its words, whatever their case, dashes, and the stop at the end."""
    return squeezed(folded(text).casefold()).rstrip(".;:, ")


def likeness(one: str, other: str) -> float:
    """The share of words two titles have in common, from 0 to 1."""
    mine, theirs = set(compared(one).split()), set(compared(other).split())
    return len(mine & theirs) / len(mine | theirs) if mine or theirs else 0.0


def one_symbol(text: str) -> str | None:
    """The symbol, where the text is a symbol and nothing else; the asterisk of a reissue is no part of it."""
    match = _ONE_SYMBOL.fullmatch(text) if len(text) <= LONGEST_SENTENCE else None
    found = match and match["symbol"]
    return found if found and any(char.isdigit() for char in found) else None


def ends_sentence(text: str) -> bool:
    """Whether a paragraph may end here: with a stop, perhaps inside a quotation or a bracket."""
    return text.rstrip('"”’)]*_').endswith(_TERMINAL)  # noqa: RUF001


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph with single spaces."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if not text.endswith(_ABBREVIATIONS, start, end.end()):
            yield text[start : end.end()].strip()
            start = end.end()
    yield text[start:].strip()


def counted(text: str) -> int | None:
    """The number that digits or a word give: "4", "four", "7th", "seventh"."""
    word = text.casefold()
    digits = word.rstrip("stndrh")
    if digits.isdecimal():
        return int(digits)
    return CARDINALS.get(word) or ORDINALS.get(word)


def languages_in(text: str) -> tuple[str, ...]:
    """The languages named, as ISO 639-1 codes: all six where the official languages are meant."""
    low = text.casefold()
    if "six official languages" in low or "six languages of the united nations" in low:
        return OFFICIAL_LANGUAGES
    return tuple(LANGUAGES[word] for word in re.findall(r"[a-z]+", low) if word in LANGUAGES)


def any_of(words: Sequence[str] | dict[str, int]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
