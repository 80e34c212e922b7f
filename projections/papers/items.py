"""An item as papers print it: its number, its title, where it stands, and what is printed where it is gone."""

from __future__ import annotations

from collections.abc import Sequence

from projections.agenda import ItemView
from projections.papers import layout
from projections.words import quoted

GONE = {
    "deleted": layout.aside("[deleted]"),
    "withdrawn": layout.aside("[withdrawn]"),
    "merged": layout.aside("[merged]"),
    "excepted": layout.aside("[not adopted]"),
}


def label(item: ItemView, parent: ItemView | None = None) -> str:
    """The number as the list prints it: "1."; under its own parent the last part, "(a)"; else the whole of it."""
    if item.number is None:
        return "[new]"
    if parent is not None and parent.number is not None and item.number.startswith(f"{parent.number} ("):
        return item.number.removeprefix(f"{parent.number} ")
    return item.number if item.number.endswith(")") else f"{item.number}."


def title(item: ItemView, lang: str | None = None) -> str:
    """The title without the full stop some papers end it with."""
    return item.title.in_language(lang)[0].rstrip(".")


def deleted(item: ItemView) -> bool:
    """Whether the item is gone from the agenda in force; its number then stays in the list."""
    return item.status in GONE


def named(item: ItemView) -> str:
    """Item 1 (a), within a sentence; the new item "Title" where it has no number yet."""
    return (
        f"the new item {quoted(item.title)}" if item.number is None else f"item {item.number}".replace(" ", layout.TIED)
    )


def place(items: Sequence[ItemView], item: ItemView) -> str:
    """Where an item stands: after the one before it at its level, else first under its parent, or of all."""
    siblings = [one for one in items if one.parent == item.parent]
    at = siblings.index(item)
    if at:
        return f"after {named(siblings[at - 1])}"
    parent = next((one for one in items if one.id == item.parent), None)
    return f"under {named(parent)}" if parent else "as the first item"
