"""Oral amendments as papers print them: what those pending would do, and what the others came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from projections.agenda import AgendaView, Edition
from projections.amendments import AmendmentView
from projections.papers.items import place
from projections.papers.layout import Row
from projections.wording import TIED, Wording, wording
from projections.words import capital


def effects(agenda: AgendaView, lang: str | None = None) -> list[str]:
    """What the oral amendments came to, item by item: one that undid another leaves nothing to say."""
    if agenda.adopted_entry is None or agenda.edition is Edition.PROVISIONAL:
        return []
    by_item: dict[str, list[AmendmentView]] = {}
    for one in agenda.amendments:
        by_item.setdefault(one.item, []).append(one)
    return [effect for changes in by_item.values() if (effect := _effect(changes, wording(lang)))]


def _effect(changes: list[AmendmentView], words: Wording) -> str:
    say, kinds, last = words.say, {one.kind for one in changes}, changes[-1]
    titles = [one.title for one in changes if one.kind in {"added", "retitled", "split", "merged"}]
    if kinds & {"deleted", "withdrawn"}:
        phrase = say.was_deleted if "deleted" in kinds else say.was_withdrawn
        return "" if "added" in kinds else _told(words, phrase, last.was, last.title)
    if "added" in kinds:
        return _told(words, say.was_added, last.number, titles[-1])
    renumbered = [_told(words, say.is_now, last.number)] if last.was != last.number else []
    moved = [say.was_moved] if "moved" in kinds and not renumbered else []
    parted = [one for one in changes if one.other is not None]
    noted = [say.was_footnoted] if "footnoted" in kinds else []
    retitled = [say.was_retitled.format(title=words.quoted(titles[-1]))] if titles else []
    told = [*renumbered, *moved, *retitled, *noted, *(_parted(one, words) for one in parted)]
    phrase = say.provisional_item_changed if renumbered else say.item_changed
    return _told(words, phrase, last.was, changes=words.clauses(told))


def _parted(one: AmendmentView, words: Wording) -> str:
    """What became of two items that were one, or of one that was two."""
    if one.kind == "split":
        return _told(words, words.say.was_split, one.other_number, one.other_title)
    return _told(words, words.say.was_merged, one.other_number)


def _told(words: Wording, phrase: str, number: str | None, title: str | None = None, changes: str = "") -> str:
    """A phrase with its item, whose number is left out where it has none."""
    if number is None:
        phrase = phrase.replace(f"{TIED}{{number}}", "").replace("{number}", "")
    return phrase.format(number=words.number(number or ""), title=words.quoted(title), changes=changes)


def decided(agenda: AgendaView, item: str, words: Wording) -> Iterator[tuple[str, int]]:
    """What changed an item after the adoption, each with its day and its entry."""
    for one in agenda.changes:
        if item in {one.item, one.other}:
            phrase = words.say.decided_by if one.decision else words.say.decided_on
            day = words.day(date.fromisoformat(one.day or ""))
            told = {"change": _decided(one, item, words), "decision": one.decision, "entry": one.entry}
            yield capital(phrase.format(**told, day=day)), one.entry


def _decided(one: AmendmentView, item: str, words: Wording) -> str:
    """The word for it, told of the item itself or of the other one."""
    say = words.say
    if one.kind == "split" and item == one.other:
        return say.change_split_off.format(**words.item(one.number))
    if one.kind == "merged" and item == one.other:
        return say.change_merged_into.format(**words.item(one.number))
    if one.kind == "merged":
        return say.change_merged_with.format(**words.item(one.other_number))
    return {
        "added": say.change_added,
        "deleted": say.change_deleted,
        "withdrawn": say.change_withdrawn,
        "retitled": say.change_retitled,
        "moved": say.change_moved,
        "split": say.change_split,
        "footnoted": say.change_footnoted,
    }[one.kind]


def proposal(agenda: AgendaView, one: AmendmentView, words: Wording, why: Mapping[str, list[int]] | None) -> Row:
    """What a pending amendment would do. It takes effect with the adoption, if it is not dropped before."""
    say, item = words.say, next((item for item in agenda.items if item.id == one.item), None)
    places = {"where": say.where.format(place=place(agenda.items, item, words)) if item else ""}
    titles = {"title": words.quoted(one.title), "other_title": words.quoted(one.other_title)}
    bare = words.item(one.was)
    proposed = {
        "added": say.to_add.format(**places, **titles),
        "deleted": say.to_delete.format(**_meant(one, words, words.say.titled)),
        "withdrawn": say.has_withdrawn.format(**_meant(one, words, words.say.titled_midway)),
        "footnoted": say.to_footnote.format(**bare),
        "split": say.to_split.format(**bare, **titles),
        "merged": say.to_merge.format(**bare, **words.item(one.other_number, name="other"), **titles),
        "retitled": say.to_retitle.format(**bare, **titles),
        "moved": say.to_move.format(**_meant(one, words, words.say.titled_midway), **places).rstrip(" ,"),
    }
    return Row("\N{EN DASH}", capital(proposed[one.kind]), [] if why is None else [one.entry])


def _meant(one: AmendmentView, words: Wording, phrase: str) -> dict[str, str]:
    """The item an amendment is about, in its cases, with its title where it has one."""
    if one.was is None:
        return words.item(None, one.title or None)
    title = words.quoted(one.title)
    return {case: phrase.format(item=item, title=title) for case, item in words.item(one.was).items()}
