"""Where a footnote belongs: the words of a paper, with a reference in the place of each mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from projections.papers.layout import Block, Note, Span, why_mark

_MARKS: Final = re.compile("(?:\N{THIN SPACE}?(?:[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|[*†‡]+))+$")
_DIGITS: Final = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")


@dataclass(frozen=True)
class Reference:
    """Where a footnote belongs. It is `numbered` where its mark is the next number."""

    mark: str
    text: str
    numbered: bool


Word = Span | Reference


def note_text(note: Note) -> str:
    """What the footnote says, with the entries it came from where they are asked for."""
    return " ".join(filter(None, [note.text, why_mark(note.entries)]))


def digits(mark: str) -> str:
    """The mark without its superscript."""
    return mark.translate(_DIGITS)


class Notes:
    """The footnotes of a paper, each waiting until its mark is met at the end of some words."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._every = [block for block in blocks if isinstance(block, Note)]
        self._waiting = [*self._every]

    def placed(self, block: Block) -> bool:
        """Whether it is a footnote whose mark was met."""
        return isinstance(block, Note) and block not in self._waiting

    def referred(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words, with a reference for each mark at the end of some of them."""
        return tuple(one for word in words for one in self._referred(word))

    def _referred(self, word: Word) -> Iterator[Word]:
        marks = _MARKS.search(word.text) if isinstance(word, Span) else None
        if marks is None or isinstance(word, Reference):
            yield word
            return
        rest = word.text[: marks.start()]
        for part in re.split("(\N{THIN SPACE})", marks[0]):
            note = next((one for one in self._waiting if one.mark == part), None)
            if note is None:
                rest += part
                continue
            self._waiting.remove(note)
            yield from [Span(rest, word.style)] if rest else []
            yield Reference(note.mark, note_text(note), digits(part) == str(self._every.index(note) + 1))
            rest = ""
        yield from [Span(rest, word.style)] if rest else []
