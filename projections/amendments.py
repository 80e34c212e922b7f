"""The changes of an agenda: amendments pending, those that took effect with its adoption, decisions after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.amendments import ItemWithdrawn
from domain.late import dataclass

if TYPE_CHECKING:
    from domain.agenda import Adoption, Agenda
    from domain.amendments import Amendment
    from domain.outline import Outline


@dataclass(frozen=True)
class AmendmentView:
    """An oral amendment, pending or taken effect: what it did, to which item, under which entry.

    The other item is the one split off, or merged into this one. What changed the agenda after its adoption has its day
    and the number of the decision, where that was given.
    """

    kind: str
    entry: int
    item: str
    was: str | None
    number: str | None
    title: str
    other: str | None = None
    other_number: str | None = None
    other_title: str | None = None
    day: str | None = None
    decision: str | None = None


def amendments(agenda: Agenda, adoption: Adoption | None) -> list[dict[str, Any]]:
    """The amendments that took effect with the adoption; before it, those pending."""
    after = agenda.proposed if adoption is None else adoption.outline
    before, listed = (agenda.base, agenda.pending) if adoption is None else (agenda.provisional, adoption.amendments)
    return [_amendment(before, after, one) for one in listed]


def changes(agenda: Agenda) -> list[dict[str, Any]]:
    """What changed the agenda after its adoption: each change with its day, and the number of the decision."""
    if agenda.adoption is None:
        return []
    before, after = agenda.adoption.outline, agenda.current
    return [{**_amendment(before, after, one), **_taken(one)} for one in agenda.changed]


def _taken(one: Amendment) -> dict[str, Any]:
    taken = None if isinstance(one, ItemWithdrawn) else one.taken
    return {"day": one.entry.occurred.day.isoformat(), "decision": taken.number if taken else None}


_KINDS = {
    "ItemAdded": "added",
    "ItemDeleted": "deleted",
    "ItemWithdrawn": "withdrawn",
    "ItemRetitled": "retitled",
    "ItemMoved": "moved",
    "ItemFootnoted": "footnoted",
    "ItemSplit": "split",
    "ItemsMerged": "merged",
}


def _amendment(provisional: Outline, after: Outline, one: Amendment) -> dict[str, Any]:
    was, now = provisional.get(one.item), after.get(one.item)
    title = getattr(one, "first", now.title if now else (was.title if was else ""))
    return {
        "kind": _KINDS[one.TOPIC],
        "entry": one.entry.number,
        "item": one.item,
        "was": was.number if was else None,
        "number": now.number if now else None,
        "title": str(getattr(one, "title", title)),
        **_other(provisional, after, one),
    }


def _other(before: Outline, after: Outline, one: Amendment) -> dict[str, Any]:
    """The item split off, as it is now; the item merged into another, as it was."""
    part, merged = getattr(one, "part", None), getattr(one, "merged", None)
    line = after.get(part) if part else before.get(merged or "")
    title = str(getattr(one, "second", line.title if line else ""))
    return {"other": part or merged, "other_number": line.number if line else None, "other_title": title or None}
