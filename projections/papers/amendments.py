"""Oral amendments as papers print them: what those pending would do, and what the others came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from domain.days import long_day
from projections.agenda import AgendaView, Edition
from projections.amendments import AmendmentView
from projections.papers import layout
from projections.papers.items import place
from projections.papers.layout import Row
from projections.words import capital, listed, quoted


def effects(agenda: AgendaView) -> list[str]:
    """What the oral amendments came to, item by item: one that undid another leaves nothing to say."""
    if agenda.adopted_entry is None or agenda.edition is Edition.PROVISIONAL:
        return []
    by_item: dict[str, list[AmendmentView]] = {}
    for one in agenda.amendments:
        by_item.setdefault(one.item, []).append(one)
    return [effect for changes in by_item.values() if (effect := _effect(changes))]


def _effect(changes: list[AmendmentView]) -> str:
    kinds, last = {one.kind for one in changes}, changes[-1]
    titles = [quoted(one.title) for one in changes if one.kind in {"added", "retitled", "split", "merged"}]
    if "deleted" in kinds:
        return "" if "added" in kinds else f"provisional {_item(last.was)}, {quoted(last.title)}, was deleted"
    if "withdrawn" in kinds:
        return "" if "added" in kinds else f"provisional {_item(last.was)}, {quoted(last.title)}, was withdrawn"
    if "added" in kinds:
        return f"a new {_item(last.number)}, {titles[-1]}, was added"
    renumbered = [f"is {_item(last.number)}"] if last.was != last.number else []
    moved = ["was moved"] if "moved" in kinds and not renumbered else []
    parted = [one for one in changes if one.other is not None]
    noted = ["was given a footnote"] if "footnoted" in kinds else []
    retitled = [f"was retitled {titles[-1]}"] if titles else []
    told = [*renumbered, *moved, *retitled, *noted, *map(_parted, parted)]
    return f"{'provisional ' if renumbered else ''}{_item(last.was)} {listed(told)}"


def _parted(one: AmendmentView) -> str:
    """What became of two items that were one, or of one that was two."""
    if one.kind == "split":
        return f"was split, with a new {_item(one.other_number)}, {quoted(one.other_title)}"
    return f"was merged with provisional {_item(one.other_number)}"


def _item(number: str | None) -> str:
    return "item" if number is None else f"item {number}".replace(" ", layout.TIED)


def decided(agenda: AgendaView, item: str) -> Iterator[tuple[str, int]]:
    """What changed an item after the adoption, each with its day and its entry."""
    for one in agenda.changes:
        if item in {one.item, one.other}:
            yield f"{capital(_decided(one, item))} {_when(one)}.", one.entry


def _decided(one: AmendmentView, item: str) -> str:
    """The word for it, told of the item itself or of the other one."""
    if one.kind == "split" and item == one.other:
        return f"split off {_item(one.number)}"
    if one.kind == "merged":
        return f"merged into {_item(one.number)}" if item == one.other else f"merged with {_item(one.other_number)}"
    return {"split": "split", "footnoted": "footnote added"}.get(one.kind, one.kind)


def _when(one: AmendmentView) -> str:
    """On 9 September 2020 (decision 5; entry 31)."""
    decision = f"decision {one.decision}; " if one.decision else ""
    return f"on {long_day(date.fromisoformat(one.day or ''))} ({decision}entry {one.entry})"


def proposal(agenda: AgendaView, one: AmendmentView, why: Mapping[str, list[int]] | None) -> Row:
    """What a pending amendment would do. It takes effect with the adoption, if it is not dropped before."""
    item = next((item for item in agenda.items if item.id == one.item), None)
    where = place(agenda.items, item) if item else ""
    proposed = {
        "added": " ".join(filter(None, ["a new item", where])) + f", {quoted(one.title)}",
        "deleted": f"to delete {_meant(one)}".rstrip(","),
        "withdrawn": f"{_meant(one)} was withdrawn",
        "footnoted": f"to add a footnote to {_meant(one, titled=False)}",
        "split": f"to split {_meant(one, titled=False)} into {quoted(one.title)} and {quoted(one.other_title)}",
        "merged": f"to merge {_item(one.other_number)} with {_meant(one, titled=False)} as {quoted(one.title)}",
        "retitled": f"to retitle {_meant(one, titled=False)} as {quoted(one.title)}",
        "moved": f"to place {_meant(one)} {where}".rstrip(" ,"),
    }
    return Row("\N{EN DASH}", capital(proposed[one.kind]), [] if why is None else [one.entry])


def _meant(one: AmendmentView, *, titled: bool = True) -> str:
    """The item an amendment is about, with its title where it has one."""
    if one.was is None:
        return f"the new item {quoted(one.title)}" if titled and one.title else "the new item"
    return f"{_item(one.was)}, {quoted(one.title)}," if titled else _item(one.was)
