"""The headings of the annotations: they repeat the number and the title of an item, not always in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cli.intake.agenda_list import Listed
from cli.intake.numbers import Numbered, numbered, parent
from cli.intake.pages import joined
from cli.intake.sections import Block
from cli.intake.source import Line
from cli.intake.why import Doubts
from cli.intake.words import LONGEST_TITLE, compared, ends_sentence, likeness

_MOST_LINES: Final = 12  # a title takes no more lines than this
_LIKE_ENOUGH: Final = 0.5
_LONG_ENOUGH: Final = 20  # characters of a title that cannot be there by chance


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading: the item it names, or None where the list has no such item, and how many lines it takes."""

    number: str | None
    lines: int


@dataclass
class _Unfinished:
    """A heading of which the page break left only the beginning."""

    item: Listed
    line: int
    text: str


class Headings:
    """Knows the headings by the list of items; warns where they differ from it, and of items left without one."""

    def __init__(self, listed: Sequence[Listed], doubts: Doubts) -> None:
        self._items = {item.number: item for item in reversed(listed)}
        self._all = listed
        self._doubts = doubts
        self._above: str | None = None  # the last heading met while cutting the blocks
        self._after: str | None = None  # the last heading taken
        self._seen: set[str] = set()
        self._above_seen: set[str] = set()
        self._unfinished: _Unfinished | None = None

    def parts(self, block: Block) -> Iterator[Block]:
        """The block, cut before each line that begins a heading beyond doubt."""
        held: list[Line] = []
        for line in block.lines:
            begins = self._begins(line)
            if held and begins:
                yield Block(lines=tuple(held))
                held = []
            held.append(line)
        yield Block(lines=tuple(held))

    def take(self, block: Block) -> Heading | None:
        """The heading with which the block begins, if it does."""
        if self._unfinished:
            rest = self._rest_of_unfinished(self._unfinished, block)
            if rest:
                return rest
        entry = self._numbered(block.lines[0], self._after)
        if entry is None:
            return None
        item = self._items.get(entry.number)
        return self._known(item, entry, block) if item else self._unknown(entry, block)

    def close(self) -> None:
        """Warn of what the annotations leave out."""
        self._settle()
        for item in self._all:
            if not self._covered(item.number):
                self._doubts.add("annotation_missing", item.line, f"{item.number} {item.title}")

    def _covered(self, number: str) -> bool:
        """Whether the item, one of its sub-items, or the item it stands under has a heading."""
        above: str | None = number
        while above is not None and above not in self._seen:
            above = parent(above)
        return above is not None or number in self._above_seen

    @staticmethod
    def _numbered(line: Line, after: str | None) -> Numbered | None:
        return numbered(line.words, after) if len(line.text) <= 2 * LONGEST_TITLE else None

    def _begins(self, line: Line) -> bool:
        entry = self._numbered(line, self._above)
        item = self._items.get(entry.number) if entry else None
        if not entry:
            return False
        spelled = entry.spelled and line.words.startswith("Item ")
        title, said = compared(item.title) if item else "", compared(entry.title)
        begins = spelled or bool(said and (said == title or (len(said) >= _LONG_ENOUGH and title.startswith(said))))
        self._above = entry.number if begins else self._above
        return begins

    def _known(self, item: Listed, entry: Numbered, block: Block) -> Heading | None:
        said = list(_titles(entry, block, self._doubts))
        best = max(said, key=lambda title: likeness(title, item.title))
        same = next((title for title in said if compared(title) == compared(item.title)), None)
        unlike = same is None and likeness(best, item.title) < _LIKE_ENOUGH
        if unlike and ends_sentence(block.lines[-1].words) and not entry.spelled:
            self._doubts.add("numbered_paragraph", block.number, block.lines[0].words)
            return None
        self._mark(item.number, block)
        if same is None:
            self._differs(item, block, said, best)
        return Heading(number=item.number, lines=said.index(same or best) + 1)

    def _differs(self, item: Listed, block: Block, said: list[str], best: str) -> None:
        whole = len(said) == len(block.lines) and compared(item.title).startswith(compared(said[-1]))
        if whole and best == said[-1]:
            self._unfinished = _Unfinished(item=item, line=block.number, text=best)
        else:
            self._doubts.add("title_differs", block.number, best)

    def _unknown(self, entry: Numbered, block: Block) -> Heading | None:
        if ends_sentence(block.lines[-1].words) and not entry.spelled:
            if "(" not in entry.number:
                self._doubts.add("numbered_paragraph", block.number, block.lines[0].words)
            return None
        self._settle()
        self._doubts.add("annotation_for_unknown_item", block.number, block.lines[0].words)
        self._after = entry.number
        return Heading(number=None, lines=1 if entry.spelled else len(block.lines))

    def _mark(self, number: str, block: Block) -> None:
        self._settle()
        if number in self._seen:
            self._doubts.add("duplicated_number", block.number, block.lines[0].words)
        self._seen.add(number)
        self._after = number
        above = parent(number)
        while above is not None:
            self._above_seen.add(above)
            above = parent(above)

    def _rest_of_unfinished(self, begun: _Unfinished, block: Block) -> Heading | None:
        for count in range(1, min(len(block.lines), _MOST_LINES) + 1):
            text = " ".join([begun.text, *(line.words for line in block.lines[:count])])
            if len(text) <= LONGEST_TITLE and compared(text) == compared(begun.item.title):
                self._unfinished = None
                return Heading(number=begun.item.number, lines=count)
        self._settle()
        return None

    def _settle(self) -> None:
        """A heading that was never finished is one that differs."""
        if self._unfinished:
            self._doubts.add("title_differs", self._unfinished.line, self._unfinished.text)
            self._unfinished = None


def _titles(entry: Numbered, block: Block, doubts: Doubts) -> Iterator[str]:
    """The title as it would read with one line, with two, and so on."""
    parts = [(block.number, entry.title)]
    yield entry.title
    for line in block.lines[1:_MOST_LINES]:
        parts.append((line.number, line.words))
        text = joined(parts, doubts) if parts[0][1] else joined(parts[1:], doubts)
        if len(text) > LONGEST_TITLE:
            return
        yield text
