"""The acts that make two items of one, or one of two."""

from __future__ import annotations

from domain.act import act
from domain.agenda import Agenda, must_have
from domain.amending import must_be_bare, still
from domain.amendments import ItemsMerged, ItemSplit
from domain.context import Context
from domain.rules import impossible
from domain.schedule import Schedule, must_stand
from domain.values import Entry, LocalizedText, Taken


@act
def split_item(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    item: str,
    first: LocalizedText,
    second: LocalizedText,
    taken: Taken,
    pending: bool | None = None,
) -> ItemSplit:
    """Split an item in two: pending before the adoption, at once after it."""
    del context
    must_stand(schedule)
    pending = still(agenda, pending)
    line = must_have(agenda, item)
    if first == second:
        raise impossible(f"Both parts of item {line.name} have the same title.", "Give each part a title of its own.")
    return ItemSplit(
        entry=entry, item=item, part=f"i{entry.place}", first=first, second=second, taken=taken, pending=pending
    )


@act
def merge_items(
    schedule: Schedule,
    agenda: Agenda,
    entry: Entry,
    context: Context,
    *,
    item: str,
    merged: str,
    title: LocalizedText,
    taken: Taken,
    pending: bool | None = None,
) -> ItemsMerged:
    """Merge an item that has no sub-items into another: pending before the adoption, at once after it."""
    del context
    must_stand(schedule)
    pending = still(agenda, pending)
    line = must_have(agenda, item)
    if item == merged:
        raise impossible(f"Item {line.name} cannot be merged with itself.", "Name another item.")
    must_be_bare(agenda, merged)
    return ItemsMerged(entry=entry, item=item, merged=merged, title=title, taken=taken, pending=pending)
