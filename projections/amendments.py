"""The oral amendments of an agenda: those pending, or those that took effect with its adoption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from domain.agenda import Adoption, Agenda
    from domain.amendments import Amendment
    from domain.outline import Outline


def amendments(agenda: Agenda, adoption: Adoption | None) -> list[dict[str, Any]]:
    """The amendments that took effect with the adoption; before it, those pending."""
    after = agenda.proposed if adoption is None else adoption.outline
    before, listed = (agenda.base, agenda.pending) if adoption is None else (agenda.provisional, adoption.amendments)
    return [_amendment(before, after, one) for one in listed]


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
