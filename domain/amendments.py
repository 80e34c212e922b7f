"""What can change the list that an agenda is: an addition, a deletion, a withdrawal, a title, a move, a split ...

Before the adoption these are pending oral amendments (`pending` is True); after it each takes effect at once. The acts
that record them are in `domain.amending`; when they take effect is the agenda's own affair, in `domain.agenda`.
"""

from __future__ import annotations

from typing import ClassVar, assert_never

from domain.act import Fact
from domain.late import dataclass
from domain.outline import Gone, Line, Outline
from domain.values import Basis, LocalizedText, Taken


@dataclass(frozen=True, kw_only=True)
class ItemAdded(Fact):
    """An item was added: last, last under another item, or just after one.

    `urgent` is said of an item of an important and urgent character. An item may be included on the understanding that
    there would be no consideration of it.
    """

    TOPIC: ClassVar[str] = "ItemAdded"
    item: str
    title: LocalizedText
    under: str | None
    after: str | None
    pursuant_to: tuple[Basis, ...]
    taken: Taken
    pending: bool
    urgent: bool = False
    no_consideration: bool = False


@dataclass(frozen=True, kw_only=True)
class ItemDeleted(Fact):
    """An item was deleted by the body, with its sub-items."""

    TOPIC: ClassVar[str] = "ItemDeleted"
    item: str
    taken: Taken
    pending: bool


@dataclass(frozen=True, kw_only=True)
class ItemWithdrawn(Fact):
    """An item was withdrawn by its proposer, who is named in the envelope. Nobody decided it."""

    TOPIC: ClassVar[str] = "ItemWithdrawn"
    item: str
    pending: bool


@dataclass(frozen=True, kw_only=True)
class ItemFootnoted(Fact):
    """An item was given a footnote, which says what it means or does not mean."""

    TOPIC: ClassVar[str] = "ItemFootnoted"
    item: str
    text: str
    taken: Taken
    pending: bool


@dataclass(frozen=True, kw_only=True)
class ItemRetitled(Fact):
    """An item was given another title."""

    TOPIC: ClassVar[str] = "ItemRetitled"
    item: str
    title: LocalizedText
    taken: Taken
    pending: bool


@dataclass(frozen=True, kw_only=True)
class ItemMoved(Fact):
    """An item was put under another, or just after another."""

    TOPIC: ClassVar[str] = "ItemMoved"
    item: str
    under: str | None
    after: str | None
    taken: Taken
    pending: bool


@dataclass(frozen=True, kw_only=True)
class ItemSplit(Fact):
    """An item was split: it keeps its identity and number under its first title, and a new one stands after it."""

    TOPIC: ClassVar[str] = "ItemSplit"
    item: str
    part: str
    first: LocalizedText
    second: LocalizedText
    taken: Taken
    pending: bool


@dataclass(frozen=True, kw_only=True)
class ItemsMerged(Fact):
    """An item was merged into another, which keeps its identity and number under a title for both."""

    TOPIC: ClassVar[str] = "ItemsMerged"
    item: str
    merged: str
    title: LocalizedText
    taken: Taken
    pending: bool


@dataclass(frozen=True, kw_only=True)
class PendingAmendmentDropped(Fact):
    """A pending oral amendment was not accepted. `amendment` is the version whose place it has."""

    TOPIC: ClassVar[str] = "PendingAmendmentDropped"
    amendment: int


Amendment = ItemAdded | ItemDeleted | ItemWithdrawn | ItemRetitled | ItemMoved | ItemFootnoted | ItemSplit | ItemsMerged


def amended(outline: Outline, amendment: Amendment, *, keep_numbers: bool) -> Outline:
    """The list after an amendment. Where numbers are kept, a new item gets the next and a deleted one its mark."""
    match amendment:
        case ItemAdded():
            number = outline.next_number(amendment.under) if keep_numbers else None
            considered = not amendment.no_consideration
            line = Line(amendment.item, number, amendment.title, amendment.under, considered=considered)
            return outline.put((line,), amendment.under, amendment.after)
        case ItemDeleted():
            return outline.delete(amendment.item, keep_numbers=keep_numbers)
        case ItemWithdrawn():
            return outline.delete(amendment.item, Gone.WITHDRAWN, keep_numbers=keep_numbers)
        case ItemFootnoted():
            return outline.footnote(amendment.item, amendment.text)
        case ItemSplit():
            return _split(outline, amendment, keep_numbers=keep_numbers)
        case ItemsMerged():
            if outline.get(amendment.item) is None:
                return outline  # what it was merged into was struck or dropped
            merged = outline.retitle(amendment.item, amendment.title)
            return merged.delete(amendment.merged, Gone.MERGED, keep_numbers=keep_numbers)
        case ItemRetitled():
            return outline.retitle(amendment.item, amendment.title)
        case ItemMoved():
            return outline.move(amendment.item, amendment.under, amendment.after)
        case _:
            assert_never(amendment)


def _split(outline: Outline, amendment: ItemSplit, *, keep_numbers: bool) -> Outline:
    line = outline.get(amendment.item)
    if line is None:
        return outline  # what was split was struck or dropped
    number = outline.next_number(line.parent) if keep_numbers else None
    part = Line(amendment.part, number, amendment.second, line.parent)
    return outline.retitle(line.id, amendment.first).put((part,), line.parent, line.id)


def named_by(amendment: Amendment) -> set[str | None]:
    """The items an amendment is about, or puts something beside."""
    beside = {amendment.under, amendment.after} if isinstance(amendment, ItemAdded | ItemMoved) else set()
    merged = {amendment.merged} if isinstance(amendment, ItemsMerged) else set()
    return {amendment.item, *beside, *merged}
