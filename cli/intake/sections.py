"""The parts of a paper: head, provisional agenda, annotations, annex. Each layout cuts its lines into these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from cli.intake.footnotes import without_title_marks
from cli.intake.paper import Footnote, Masthead
from cli.intake.source import Line
from cli.intake.why import Doubts

_LONGEST_HEADING: Final = 80
_ROMAN: Final = re.compile(r"(?:[IVX]{1,4}|[A-D])\. ?(?=[A-Z])")
_TIMETABLE: Final = re.compile(
    r"(?:Annex\b.{0,6} )?(?:Proposed|Provisional|Tentative|Indicative) "
    r"(?:organi[sz]ation of (?:the )?work|timetable|programme of work)",
    re.IGNORECASE,
)
_ANNEX: Final = re.compile(r"Annex(?: [IVX1-9]{1,3})?", re.IGNORECASE)
_AGENDA: Final = re.compile(r"Provisional agenda", re.IGNORECASE)
_ANNOTATIONS: Final = re.compile(
    r"(?:Annotations|Annotated agenda)(?: to the (?:items of the )?provisional agenda)?", re.IGNORECASE
)

AGENDA, ANNOTATIONS, ANNEX, TIMETABLE = "agenda", "annotations", "annex", "timetable"
_PARTS: Final = {AGENDA: _AGENDA, ANNOTATIONS: _ANNOTATIONS, TIMETABLE: _TIMETABLE, ANNEX: _ANNEX}
_ORDER: Final = (None, AGENDA, ANNOTATIONS, ANNEX, TIMETABLE)


@dataclass(kw_only=True)
class Sections:
    """The lines of each part, without the headings; `masthead` where the layout has read the head itself.

    `alone` is said of a list of items written by hand: nothing else is missing in it.
    """

    head: list[Line] = field(default_factory=list)
    agenda: list[Line] = field(default_factory=list)
    annotations: list[Line] = field(default_factory=list)
    annex: list[Line] = field(default_factory=list)
    timetable: list[Line] = field(default_factory=list)
    footnotes: tuple[Footnote, ...] = ()
    masthead: Masthead | None = None
    alone: bool = False


@dataclass(frozen=True, kw_only=True)
class Block:
    """Lines that follow each other without a blank one."""

    lines: tuple[Line, ...]

    @property
    def number(self) -> int:
        """The number of the first line."""
        return self.lines[0].number


def part_named(line: Line) -> str | None:
    """The part of the paper this line is the heading of."""
    if len(line.text) > 2 * _LONGEST_HEADING:
        return None
    words = _ROMAN.sub("", without_title_marks(line.words), count=1).rstrip(" :.")
    if not words[:1].isupper():
        return None  # the end of a sentence that was cut by the width of the page
    return next((name for name, pattern in _PARTS.items() if pattern.fullmatch(words)), None)


def cut(lines: Sequence[Line], doubts: Doubts) -> Sections:
    """The lines in their parts. A heading of a part that is past comes twice: it is left out with a warning."""
    sections = Sections()
    into = {None: sections.head, AGENDA: sections.agenda, ANNOTATIONS: sections.annotations,
            ANNEX: sections.annex, TIMETABLE: sections.timetable}  # fmt: skip
    current: str | None = None
    for line in lines:
        name = part_named(line)
        if name and _ORDER.index(name) > _ORDER.index(current):
            current = name
        elif name:
            doubts.add("part_repeated", line.number, line.words)
        else:
            into[current].append(line)
    return sections


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of lines between blank lines and page breaks."""
    held: list[Line] = []
    for line in lines:
        blank = not line.text.strip()
        if held and (blank or line.page_start):
            yield Block(lines=tuple(held))
            held = []
        if not blank:
            held.append(line)
    if held:
        yield Block(lines=tuple(held))
