"""A list written by hand: the items with their numbers, and nothing else.

# What begins with a hash mark is left out, and so are headings.
A. Organization
1. Opening of the meeting
2. Crises
   (a) Floods
"""

from __future__ import annotations

from collections.abc import Sequence

from cli.intake.agenda_list import HEADING
from cli.intake.numbers import numbered
from cli.intake.paper import Masthead
from cli.intake.sections import Sections
from cli.intake.source import Line
from cli.intake.why import Doubts

_REMARK = "#"


def fits(lines: Sequence[Line]) -> bool:
    """Whether the first line that is no remark is a numbered item."""
    first = next((line.words for line in _items(lines) if line.words), "")
    entry = numbered(first, None)
    return entry is not None and bool(entry.title)


def sections(lines: Sequence[Line], doubts: Doubts) -> Sections:
    """All of it is the list: there is no head in which something could be missing."""
    del doubts
    return Sections(agenda=_items(lines), masthead=Masthead(), alone=True)


def _items(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not line.words.startswith(_REMARK) and not HEADING.match(line.words)]
