"""The sentences of the record as paragraphs: led by the meeting or the day, and naming each other by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import pairwise
from typing import Final

from domain.days import MONTHS, long_day
from projections.history import HistoryLine
from projections.papers.layout import Row
from projections.sentences.seals import printable
from projections.words import days, listed, ordinal

_IN_PLACE: Final = re.compile(r" \(in the place of (?:entry \d+|an earlier entry)\)(?=\.$)")
_ENTRY: Final = re.compile(r"\b((?:of|in|on) )?entry (\d+)\b")
# What begins a sentence of ours and is no name: it goes on in lower case after its lead.
_COMMON: Final = frozenset(
    ("The", "Under", "An", "A", "On", "As", "Paragraph", "Section", "Draft", "Item", "Items", "Those", "Conference")
)


@dataclass(frozen=True)
class Para:
    """A paragraph of a report before it has its number: its text, the entries behind it, and the lines under it."""

    text: str
    entries: tuple[int, ...]
    rows: tuple[Row, ...] = ()


def said(line: HistoryLine) -> str:
    """The sentence of an act, without what only the record asks for."""
    return _IN_PLACE.sub("", printable(line.summary))


def led(lines: Iterable[HistoryLine], the_body: str) -> list[Para]:
    """The acts of one section, a paragraph each: the first names its meeting and day, the next "the same"."""
    paras, before = [], ""
    for line in lines:
        where, words = _where(line), _within(said(line))
        own = words.startswith((the_body, "under item"))
        paras.append(Para(f"{_lead(line, again=where == before, own=own)}, {words}", (line.entry,)))
        before = where
    return paras


def _where(line: HistoryLine) -> str:
    return f"{line.day} {line.sitting or ''}{'r' if line.resumed else ''}"


def _lead(line: HistoryLine, *, again: bool, own: bool) -> str:
    """At its 1st plenary meeting, on 8 September 2020; at the same meeting; on 17 September 2020; on the same day."""
    if line.sitting is None:
        return "On the same day" if again else f"On {long_day(date.fromisoformat(line.day))}"
    if again:
        return "At the same meeting"
    resumed = "(resumed) " if line.resumed else ""
    which = f"{ordinal(line.sitting)} {resumed}plenary meeting"
    return f"At {'its' if own else 'the'} {which}, on {long_day(date.fromisoformat(line.day))}"


def _within(sentence: str) -> str:
    """The sentence after its lead: a name keeps its capital."""
    return sentence[0].lower() + sentence[1:] if sentence.partition(" ")[0] in _COMMON else sentence


def joined(paras: Iterable[Para], numbers: Mapping[int, int]) -> list[Para]:
    """The paragraphs, with the entries that the record names given as the paragraphs that tell them.

    `numbers` has the paragraph of each entry. What stands in quotation marks is somebody's own words, and stays.
    """
    return [replace(para, text=_referred(para.text, numbers)) for para in paras]


def _referred(text: str, numbers: Mapping[int, int]) -> str:
    if "entry" not in text:
        return text
    parts = text.split('"')
    parts[::2] = [_ENTRY.sub(lambda found: _paragraph(found, numbers), part) for part in parts[::2]]
    return '"'.join(parts)


def _paragraph(found: re.Match[str], numbers: Mapping[int, int]) -> str:
    number = numbers.get(int(found[2]))
    lead = "in " if found[1] == "of " and number else found[1] or ""
    return f"{lead}paragraph {number}" if number else f"{lead}an act that is not told here"


def named_entries(line: HistoryLine) -> list[int]:
    """The entries that the sentence of an act names."""
    outside = '"'.join(printable(line.summary).split('"')[::2])
    return [int(found[2]) for found in _ENTRY.finditer(_IN_PLACE.sub("", outside))]


def on_days(found: Iterable[date]) -> str:
    """On 8 September 2020; on 8 and 9 September 2020; from 8 to 10 September 2020; on 8, 9 and 11 September 2020."""
    every = sorted(set(found))
    if len(every) > 1 and all((later - one).days == 1 for one, later in pairwise(every)):
        return f"{'from ' if len(every) > 2 else 'on '}{days(every[0], every[-1])}"  # noqa: PLR2004 - "8 and 9", "8 to 10"
    if len({(one.year, one.month) for one in every}) == 1:
        return f"on {listed(str(one.day) for one in every)} {MONTHS[every[0].month - 1]} {every[0].year}"
    return f"on {listed(map(long_day, every))}"


def hour_of(line: HistoryLine) -> time | None:
    """The hour of an act on the clock of the room, where it is known."""
    return None if line.at is None else datetime.fromisoformat(line.at).time()
