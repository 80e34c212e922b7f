"""What can change the list that an agenda is: an addition, a deletion, a new title, a move.

Before the adoption these are pending oral amendments (`pending` is True); after it each takes effect at once. The acts
that record them are in `domain.amending`; when they take effect is the agenda's own affair, in `domain.agenda`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, assert_never

from domain.act import Fact
from domain.outline import Line, Outline
from domain.values import Basis, LocalizedText, Taken


@dataclass(frozen=True, kw_only=True)
class ItemAdded(Fact):
    """An item was added: last, last under another item, or just after one."""

    TOPIC: ClassVar[str] = "ItemAdded"
    item: str
    title: LocalizedText
    under: str | None
    after: str | None
    pursuant_to: tuple[Basis, ...]
    taken: Taken
    pending: bool


@dataclass(frozen=True, kw_only=True)
class ItemDeleted(Fact):
    """An item was deleted by the body, with its sub-items."""

    TOPIC: ClassVar[str] = "ItemDeleted"
    item: str
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
class PendingAmendmentDropped(Fact):
    """A pending oral amendment was not accepted. `amendment` is the version whose place it has."""

    TOPIC: ClassVar[str] = "PendingAmendmentDropped"
    amendment: int


Amendment = ItemAdded | ItemDeleted | ItemRetitled | ItemMoved


def amended(outline: Outline, amendment: Amendment, *, keep_numbers: bool) -> Outline:
    """The list after an amendment. Where numbers are kept, a new item gets the next and a deleted one its mark."""
    match amendment:
        case ItemAdded():
            number = outline.next_number(amendment.under) if keep_numbers else None
            line = Line(amendment.item, number, amendment.title, amendment.under)
            return outline.put((line,), amendment.under, amendment.after)
        case ItemDeleted():
            return outline.delete(amendment.item, keep_numbers=keep_numbers)
        case ItemRetitled():
            return outline.retitle(amendment.item, amendment.title)
        case ItemMoved():
            return outline.move(amendment.item, amendment.under, amendment.after)
        case _:
            assert_never(amendment)
