"""The annotations: for each item its paragraphs and its documentation.

Paragraphs are told from headings by the list of items, from one another by blank lines and by the width of
the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from cli.intake.agenda_list import Listed
from cli.intake.documents import Documents
from cli.intake.headings import Headings
from cli.intake.pages import is_stray, joined
from cli.intake.sections import blocks
from cli.intake.source import Line
from cli.intake.why import Doubts
from cli.intake.words import ends_sentence

_LONGEST_SECTION_HEADING: Final = 60
_WIDEST_PAGE: Final = 200  # characters: a longer line was not cut by the width of a page, and is a paragraph
_DOCUMENTATION: Final = re.compile(r"(?:Documentation|Documents)(?::| ?$)(?P<rest>.*)")


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph with the line it begins on, and the item it belongs to."""

    line: int
    text: str
    item: str | None


@dataclass
class Note:
    """What the annotations say under one heading: the lines of each paragraph, and the documentation."""

    item: str | None
    line: int
    paragraphs: list[list[tuple[int, str]]] = field(default_factory=list)
    documents: Documents = field(default_factory=Documents)
    in_documents: bool = False


def read_annotations(lines: Sequence[Line], listed: Sequence[Listed], doubts: Doubts) -> list[Note]:
    """The notes in their order, those that belong to no item with `item` None."""
    headings = Headings(listed, doubts)
    notes: list[Note] = []
    parts = [part for block in blocks(lines) for part in headings.parts(block)]
    for part, following in zip_longest(parts, parts[1:]):
        heading = headings.take(part)
        if heading:
            _start(notes, Note(item=heading.number, line=part.number), doubts)
        runs_on = following is not None and following.lines[0].words[0].islower()
        for paragraph in _paragraphs(part.lines[heading.lines if heading else 0 :]):
            _take(notes, paragraph, doubts, runs_on=runs_on)
    headings.close()
    _start(notes, None, doubts)
    return notes


def paragraphs_of(note: Note, doubts: Doubts) -> list[Paragraph]:
    """The paragraphs of a note, their lines put together."""
    return [Paragraph(line=parts[0][0], text=joined(parts, doubts), item=note.item) for parts in note.paragraphs]


def _start(notes: list[Note], note: Note | None, doubts: Doubts) -> None:
    if notes:
        last = notes[-1].documents
        last.close(doubts)
        if last.announced is not None and not last.found and not last.none_foreseen:
            doubts.add("documentation_not_read", last.announced, "Documentation")
    if note:
        notes.append(note)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph. A line that ends early, with a stop, ends its paragraph."""
    width = max((len(line.text.rstrip()) for line in lines), default=0)
    held: list[Line] = []
    for line in lines:
        if held and (_DOCUMENTATION.match(line.words[:200]) or _ended(held[-1], line, width)):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _ended(before: Line, line: Line, width: int) -> bool:
    if _DOCUMENTATION.match(before.words[:200]):
        return True
    text = before.text.rstrip()
    first_word = line.words.partition(" ")[0]
    return ends_sentence(text) and (len(text) > _WIDEST_PAGE or len(text) + 1 + len(first_word) <= width)


def _take(notes: list[Note], lines: list[Line], doubts: Doubts, *, runs_on: bool) -> None:
    first = lines[0].words
    documentation = _DOCUMENTATION.match(first) if len(lines) == 1 else None
    if not notes:
        notes.append(Note(item=None, line=lines[0].number))
    if not documentation and not runs_on and _is_section(notes[-1], lines):
        doubts.add("section_without_item", lines[0].number, first)
        _start(notes, Note(item=None, line=lines[0].number), doubts)
        return
    if documentation:
        _announce(notes[-1], lines[0], documentation["rest"].strip(), doubts)
        return
    if notes[-1].item is None and not notes[-1].in_documents:
        doubts.add("text_outside_items", lines[0].number, " ".join(line.words for line in lines))
    for line in lines:
        _take_line(notes[-1], line, lines, doubts)


def _is_section(note: Note, lines: list[Line]) -> bool:
    """Whether a block is a heading without number, such as "Closing": short, without a stop, after a full one."""
    words = lines[0].words
    awaits_document = note.in_documents and not note.documents.found
    if (
        awaits_document
        or len(lines) > 1
        or len(words) > _LONGEST_SECTION_HEADING
        or not words[0].isupper()
        or is_stray(words)
    ):
        return False
    open_paragraph = bool(note.paragraphs) and not note.in_documents and not ends_sentence(note.paragraphs[-1][-1][1])
    return not ends_sentence(words) and not open_paragraph and not any(char.isdigit() for char in words)


def _announce(note: Note, line: Line, rest: str, doubts: Doubts) -> None:
    note.in_documents = True
    note.documents.announced = line.number
    if rest:
        note.documents.take(line, rest, doubts)


def _take_line(note: Note, line: Line, lines: list[Line], doubts: Doubts) -> None:
    words = line.words
    if note.in_documents:
        note.documents.take(line, words, doubts)
    elif is_stray(words):
        doubts.add("unexplained_line", line.number, words)
    else:
        _add(note, line, new=line is lines[0], doubts=doubts)


def _add(note: Note, line: Line, *, new: bool, doubts: Doubts) -> None:
    """Add a line to the paragraphs; one that begins in mid-sentence, after a page break, belongs to the last."""
    words = line.words
    if new and (not note.paragraphs or ends_sentence(note.paragraphs[-1][-1][1])):
        note.paragraphs.append([(line.number, words)])
        if words[0].islower():
            doubts.add("line_joined", line.number, words)
        return
    if new and not words[0].islower():
        doubts.add("line_joined", line.number, words)
    note.paragraphs[-1].append((line.number, words))
