"""Two editions of a paper in one: the words of the later, with what was put in and taken out since the earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from projections.papers.layout import Span
from projections.papers.notes import Word
from projections.papers.word.lines import Line
from projections.papers.word.xml import Change, Marked

_PIECES = re.compile(
    r"\t|[^\S\t]+|[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]+"
)


@dataclass(frozen=True)
class Compared:
    """A paragraph and its words, each kept, put in or taken out; `change` where all of it was."""

    line: Line
    words: tuple[Marked, ...]
    change: Change = ""


def compared(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Compared]:
    """The paragraphs of both, in the order of the later: the same ones by their key, whatever they say now."""
    before, after = _keyed(old), _keyed(new)
    matcher = SequenceMatcher(None, [key for key, _ in before], [key for key, _ in after], autojunk=False)
    for kind, start, end, at, to in matcher.get_opcodes():
        if kind == "equal":
            yield from (_both(was, now) for (_, was), (_, now) in zip(before[start:end], after[at:to], strict=True))
        else:
            yield from (_whole(line, "del") for _, line in before[start:end])
            yield from (_whole(line, "ins") for _, line in after[at:to])


def _keyed(lines: Sequence[Line]) -> list[tuple[str, Line]]:
    """Each line with what tells it from the others: its key, else its style and how many had it before."""
    seen: dict[str, int] = {}
    keyed = []
    for line in lines:
        seen[line.style] = seen.get(line.style, 0) + 1
        keyed.append((line.key or f"{line.style} {seen[line.style]}", line))
    return keyed


def _whole(line: Line, change: Change) -> Compared:
    return Compared(line, tuple((change, word) for word in line.words), change)


def _both(old: Line, new: Line) -> Compared:
    before, after = [*_pieces(old.words)], [*_pieces(new.words)]
    marked: list[Marked] = []
    for kind, start, end, at, to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            marked += [("", word) for word in after[at:to]]
        else:
            marked += [("del", word) for word in before[start:end]]
            marked += [("ins", word) for word in after[at:to]]
    return Compared(new, tuple(marked))


def _pieces(words: Sequence[Word]) -> Iterator[Word]:
    """The words one by one, with the blanks between them."""
    for word in words:
        if isinstance(word, Span):
            yield from (Span(piece, word.style) for piece in _PIECES.findall(word.text))
        else:
            yield word
