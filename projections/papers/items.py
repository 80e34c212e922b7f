"""An item as papers print it: its number, its title, where it stands, and what is printed where it is gone."""

from __future__ import annotations

from collections.abc import Sequence

from projections.agenda import ItemView
from projections.papers import layout
from projections.papers.layout import Span
from projections.wording import Wording, wording

_GONE = {"deleted", "withdrawn", "merged", "excepted"}


def gone(item: ItemView, words: Wording) -> tuple[Span, ...]:
    """What is printed where an item is gone: "[deleted]"."""
    say = words.say
    told = {"deleted": say.gone_deleted, "withdrawn": say.gone_withdrawn, "merged": say.gone_merged}
    return layout.aside(told.get(item.status, say.gone_excepted))


def label(item: ItemView, parent: ItemView | None = None, lang: str | None = None) -> str:
    """The number as the list prints it: "1."; under its own parent the last part, "(a)"; else the whole of it."""
    if item.number is None:
        return wording(lang).say.label_new
    if parent is not None and parent.number is not None and item.number.startswith(f"{parent.number} ("):
        return item.number.removeprefix(f"{parent.number} ")
    return item.number if item.number.endswith(")") else f"{item.number}."


def title(item: ItemView, lang: str | None = None) -> str:
    """The title without the full stop some papers end it with."""
    return item.title.in_language(lang)[0].rstrip(".")


def deleted(item: ItemView) -> bool:
    """Whether the item is gone from the agenda in force; its number then stays in the list."""
    return item.status in _GONE


def named(item: ItemView, lang: str | None = None) -> str:
    """Item 1 (a), within a sentence; the new item "Title" where it has no number yet."""
    return in_cases(item, wording(lang))["item"]


def in_cases(item: ItemView, words: Wording) -> dict[str, str]:
    """The same in the cases of the language, for a phrase to choose from."""
    return words.item(item.number, title(item, words.language))


def place(items: Sequence[ItemView], item: ItemView, words: Wording) -> str:
    """Where an item stands: after the one before it at its level, else first under its parent, or of all."""
    siblings = [one for one in items if one.parent == item.parent]
    at = siblings.index(item)
    if at:
        return words.say.after.format(**in_cases(siblings[at - 1], words))
    parent = next((one for one in items if one.id == item.parent), None)
    return words.say.under.format(**in_cases(parent, words)) if parent else words.say.first
