"""The list of items: the provisional agenda proper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cli.intake.numbers import Numbered, follows, numbered, parent
from cli.intake.pages import is_stray, joined
from cli.intake.source import Line
from cli.intake.why import Doubts
from cli.intake.words import LONGEST_TITLE, ends_sentence

HEADING: Final = re.compile(r"[A-Z]\. \S")  # "A. Disarmament": it stands above items and is none
_CONJUNCTIONS: Final = ("; and", ", and", "; or")


@dataclass
class Listed:
    """An item of the list: its number in full, its line and its title."""

    number: str
    line: int
    parts: list[tuple[int, str]]
    length: int
    title: str = ""


@dataclass
class _List:
    """The list while it is read: the last number taken at each depth decides what may follow."""

    items: list[Listed] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    last_under: dict[str | None, str] = field(default_factory=dict)
    apart: bool = False  # whether a blank line, or the end of a paragraph, stood before the line that is read now


def read_list(lines: Sequence[Line], doubts: Doubts) -> list[Listed]:
    """The items and sub-items in their order, each with its number in full."""
    found = _List()
    for line in lines:
        words = line.words
        if words:
            _take(found, line, words, doubts)
        found.apart = not words
    for item in found.items:
        item.title = _without_stop(joined(item.parts, doubts))
    return found.items


def _take(found: _List, line: Line, words: str, doubts: Doubts) -> None:
    last = found.items[-1] if found.items else None
    entry = numbered(words, last.number if last else None)
    if entry and entry.title:
        _add(found, line, entry, doubts)
    elif last and not entry and _continues(last, words, apart=found.apart):
        if not words[0].islower():
            doubts.add("line_joined", line.number, words)
        last.parts.append((line.number, words))
        last.length += len(words)
    else:
        doubts.add("unexplained_line", line.number, words)


def _continues(last: Listed, words: str, *, apart: bool) -> bool:
    """Whether an unnumbered line can be the rest of the title before it."""
    if HEADING.match(words) or ends_sentence(last.parts[-1][1]) or is_stray(words) or not words[0].isalnum():
        return False
    return (not apart or words[0].islower()) and last.length + len(words) <= LONGEST_TITLE


def _add(found: _List, line: Line, entry: Numbered, doubts: Doubts) -> None:
    above = parent(entry.number)
    if above is not None and above not in found.numbers:
        doubts.add("subitem_without_item", line.number, line.words)
        _append(found, Listed(number=above, line=line.number, parts=[], length=0))
    if entry.number in found.numbers:
        doubts.add("duplicated_number", line.number, line.words)
    elif not follows(entry.number, found.last_under.get(above)):
        doubts.add("number_not_in_order", line.number, line.words)
    title = entry.title
    if len(title) > LONGEST_TITLE:
        doubts.add("title_cut", line.number, title)
        title = title[:LONGEST_TITLE]
    _append(found, Listed(number=entry.number, line=line.number, parts=[(line.number, title)], length=len(title)))


def _append(found: _List, item: Listed) -> None:
    found.items.append(item)
    found.numbers.add(item.number)
    found.last_under[parent(item.number)] = item.number


def _without_stop(title: str) -> str:
    bare = title.rstrip(" ;.:,")
    for word in _CONJUNCTIONS:
        bare = title[: -len(word)] if title.endswith(word) else bare
    return bare.rstrip(" ;.:,")
