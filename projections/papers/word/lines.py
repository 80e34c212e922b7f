"""The paragraphs of a paper in Word: the style of each, where its text begins, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, assert_never

from projections.papers.layout import (
    Block,
    Heading,
    Listing,
    Masthead,
    Note,
    Paragraph,
    Row,
    Span,
    Style,
    Table,
    spans_of,
    why_mark,
)
from projections.papers.layout import columns as width_of
from projections.papers.notes import Notes, Word, note_text
from projections.wording import wording

TAB: Final = Span("\t")
_TWIPS: Final = 115
"""How wide a sign of a label is taken to be, in twentieths of a point."""


@dataclass(frozen=True)
class Line:
    """A paragraph. Its text begins at the last of its `stops`, what stands before it at `start` and the others.

    `key` tells the same line from others in two editions of a paper.
    """

    style: str
    words: tuple[Word, ...]
    start: int = 0
    stops: tuple[int, ...] = ()
    key: str = ""


def lines(blocks: Iterable[Block], language: str = "en") -> list[Line | Table]:
    """The paragraphs and tables of a paper; a footnote is put where its mark stands, or at its place in the paper."""
    every = [*blocks]
    notes = Notes(every)
    found = [(block, [_placed(line, notes) for line in _of(block)]) for block in every]
    told = [line for block, made in found if not notes.placed(block) for line in made]
    return [*told, Line("NotOfficial", (Span(wording(language).say.not_official),))]


def _placed(line: Line | Table, notes: Notes) -> Line | Table:
    if isinstance(line, Table) or line.style == "FootnoteText":
        return line
    return replace(line, words=notes.referred(line.words))


def _of(block: Block) -> Iterator[Line | Table]:
    match block:
        case Masthead():
            yield from (Line("MastheadAside", (Span(line),)) for line in block.aside)
            yield from (Line("Masthead", (Span(line),)) for line in block.lines)
        case Heading():
            words = (Span(block.text), *_why(block.entries))
            stops = (_width([block.label]),) if block.label else ()
            yield Line(f"Heading{block.level}", (*([Span(block.label), TAB] if block.label else []), *words), 0, stops)
        case Paragraph():
            yield Line("BodyText", (*spans_of(block.text), *_why(block.entries)))
        case Note():
            yield Line("FootnoteText", (Span(f"{block.mark} {note_text(block)}"),))
        case Listing():
            yield from _rows(block.rows, block.columns, 0)
        case Table():
            yield block
        case _:
            assert_never(block)


def _rows(rows: Sequence[Row], least: tuple[int, ...], start: int) -> Iterator[Line]:
    stop = start + max(least[0] * _TWIPS if least else 0, _width([row.label for row in rows]))
    for row in rows:
        label = (*([Span(row.label)] if row.label else []), *([TAB] if stop > start else []))
        words = (*label, *spans_of(row.text), *_why(row.entries))
        below = [*_rows(row.rows, least[1:], stop)]
        if row.text or not below:
            yield Line("ListItem", words, start, (stop,), row.about)
        else:  # a label alone, such as the hours of a sitting: the first line under it stands beside it
            first = below.pop(0)
            yield Line("ListItem", (*label, *first.words), start, (stop, *first.stops), first.key)
        yield from below


def _width(labels: Sequence[str]) -> int:
    longest = max((width_of(label) for label in labels if label), default=0)
    return (longest + 1) * _TWIPS if longest else 0


def _why(entries: Sequence[int]) -> tuple[Span, ...]:
    return (Span(f" {why_mark(entries)}", Style.ASIDE),) if entries else ()
