"""The list that an agenda is: items in order, each with an identity that outlives its number, title and place."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from domain.evolving import replace
from domain.late import dataclass
from domain.numbers import ItemNumber, conventional
from domain.values import Basis, LocalizedText, normal


class Documentation(StrEnum):
    """What the paper says of an item's documents."""

    LISTED = "listed"
    NONE_FORESEEN = "none_foreseen"
    NOT_STATED = "not_stated"


class Gone(StrEnum):
    """Why an item is no longer on the agenda; its number stays taken."""

    DELETED = "deleted"
    WITHDRAWN = "withdrawn"
    EXCEPTED = "excepted"
    MERGED = "merged"


@dataclass(frozen=True, kw_only=True)
class Document:
    """A document under an item: its symbol, its title, who prepared it."""

    symbol: str
    title: LocalizedText
    prepared_by: str | None = None


@dataclass(frozen=True, kw_only=True)
class Predecessor:
    """The item of an earlier meeting that an item continues: the meeting by its natural key, and the item there."""

    meeting: str
    item: str
    number: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgendaItem:
    """An item as a paper issues it. `id` is its identity; `parent` the id of the item it stands under.

    `continues` are the items of earlier meetings that come back with it.
    """

    id: str
    number: str
    title: LocalizedText
    parent: str | None = None
    annotation: tuple[LocalizedText, ...] = ()
    documents: tuple[Document, ...] = ()
    documentation: Documentation = Documentation.NOT_STATED
    pursuant_to: tuple[Basis, ...] = ()
    continues: tuple[Predecessor, ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of the list. An item that is gone stays as a line, so that its number is never given again."""

    id: str
    number: str | None
    title: LocalizedText
    parent: str | None = None
    gone: Gone | None = None
    considered: bool = True
    footnotes: tuple[str, ...] = ()

    @property
    def deleted(self) -> bool:
        """Whether the item is gone from the agenda, for whatever reason."""
        return self.gone is not None

    @property
    def name(self) -> str:
        """What a refusal calls it: its number or, while it is pending and has none, its title."""
        return self.number or f'"{self.title}"'


@dataclass(frozen=True)
class Outline:
    """The lines of an agenda, depth first."""

    lines: tuple[Line, ...] = ()

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def get(self, item: str) -> Line | None:
        """The line of an item, by identity."""
        for line in self.lines:  # asked several times by every act: a generator takes twice as long
            if line.id == item:
                return line
        return None

    def numbered(self, number: str) -> Line | None:
        """The line that carries `number`, deleted or not."""
        return next((line for line in self.lines if line.number == number), None)

    def entitled(self, title: str) -> Line | None:
        """The line with that title, however it is spaced and capitalised; None where none or several have it."""
        found = [line for line in self.lines if same_title(str(line.title), title)]
        return found[0] if len(found) == 1 else None

    def children(self, parent: str | None) -> tuple[Line, ...]:
        """The lines directly under `parent`; the items of the first level where it is None."""
        return tuple(line for line in self.lines if line.parent == parent)

    def subtree(self, item: str) -> tuple[Line, ...]:
        """The item and all that stands under it, depth first."""
        found = {item}
        for line in self.lines:
            if line.parent in found:
                found.add(line.id)
        return tuple(line for line in self.lines if line.id in found)

    def root(self, item: str) -> str:
        """The item of the first level under which `item` stands."""
        line = self.get(item)
        return item if line is None or line.parent is None else self.root(line.parent)

    def put(self, lines: tuple[Line, ...], under: str | None, after: str | None) -> Outline:
        """The list with `lines`, an item and its sub-items, placed last under `under`, or just after `after`.

        What stands after an item stands beside it, wherever that is now; a place that is gone is last of all.
        """
        rest = Outline(tuple(line for line in self.lines if line not in lines))
        sibling = None if after is None else rest.get(after)
        under = sibling.parent if sibling is not None else under
        anchor = sibling.id if sibling is not None else under
        beside = rest.subtree(anchor) if anchor is not None else ()
        head = replace(lines[0], parent=under if anchor is None or beside else None)
        at = rest.lines.index(beside[-1]) + 1 if beside else len(rest.lines)
        return Outline((*rest.lines[:at], head, *lines[1:], *rest.lines[at:]))

    def move(self, item: str, under: str | None, after: str | None) -> Outline:
        """The list with an item and its sub-items in another place; its identity and number stay."""
        lines = self.subtree(item)
        if not lines or {under, after} & {line.id for line in lines}:
            return self  # what the move rested on was struck or dropped: there is nothing to move, or nowhere to go
        rest = Outline(tuple(line for line in self.lines if line not in lines))
        return rest.put(lines, under, after)

    def retitle(self, item: str, title: LocalizedText) -> Outline:
        """The list with another title for an item."""
        return Outline(tuple(replace(line, title=title) if line.id == item else line for line in self.lines))

    def footnote(self, item: str, text: str) -> Outline:
        """The list with one more footnote to an item."""
        return Outline(
            tuple(replace(line, footnotes=(*line.footnotes, text)) if line.id == item else line for line in self.lines)
        )

    def delete(self, item: str, why: Gone = Gone.DELETED, *, keep_numbers: bool) -> Outline:
        """The list without an item and its sub-items, or with them marked as gone where numbers are kept."""
        gone = {line.id for line in self.subtree(item)}
        if not keep_numbers:
            return Outline(tuple(line for line in self.lines if line.id not in gone))
        return self.without(item, why)

    def without(self, item: str, why: Gone) -> Outline:
        """The list with an item and its sub-items marked as gone: their numbers stay taken."""
        gone = {line.id for line in self.subtree(item) if not line.deleted}
        return Outline(tuple(replace(line, gone=why) if line.id in gone else line for line in self.lines))

    def next_number(self, under: str | None) -> str:
        """The number of a new item where numbers are kept: one more than the highest ever given at that level."""
        above = None if under is None else self.get(under)
        parent = ItemNumber.read(above.number) if above is not None and above.number else None
        # By what their numbers say, not by where they stand: an item moved elsewhere took its number along.
        numbers = [ItemNumber.read(line.number) for line in self.lines if line.number is not None]
        given = [number.rank for number in numbers if number.parts[:-1] == (parent.parts if parent else ())]
        return str(conventional(parent, max(given, default=0) + 1))

    def renumbered(self) -> Outline:
        """The list numbered 1, 2 ..., (a), (b) ..., (i), (ii) ... in its order, as the adoption fixes it."""
        numbers: dict[str, ItemNumber] = {}
        ranks: dict[str | None, int] = {}
        for line in self.lines:
            ranks[line.parent] = ranks.get(line.parent, 0) + 1
            above = None if line.parent is None else numbers.get(line.parent)
            numbers[line.id] = conventional(above, ranks[line.parent])
        return Outline(tuple(replace(line, number=str(numbers[line.id])) for line in self.lines))


def same_title(one: str, other: str) -> bool:
    """Whether a reader would call it the same title, however it is spaced and capitalised."""
    return normal(one).rstrip(".").casefold() == normal(other).rstrip(".").casefold()


def outline_of(items: tuple[AgendaItem, ...]) -> Outline:
    """The list a paper issues."""
    return Outline(tuple(Line(item.id, item.number, item.title, item.parent) for item in items))
