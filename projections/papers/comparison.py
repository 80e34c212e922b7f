"""Two agendas compared, item by item: an item is the same by its identity, whatever its number, title and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from domain.late import dataclass
from projections.agenda import AgendaView, Edition, ItemView
from projections.meetings import MeetingView
from projections.papers.agenda import when_adopted
from projections.papers.amendments import decided
from projections.papers.items import deleted, place, title
from projections.papers.languages import languages
from projections.papers.layout import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Row,
    Span,
    Style,
    Table,
    as_text,
    columns,
    pieces,
)
from projections.papers.masthead import masthead
from projections.wording import Wording, wording

Concordance = Sequence[tuple[str | None, str | None, str]]
"""The number each item had, the number it has now, and its title."""

_NONE = "\N{EN DASH}"
_ARROW = "\N{RIGHTWARDS ARROW}"


class Change(StrEnum):
    """What became of an item. Retitled, renumbered and moved may come together."""

    RETITLED = "retitled"
    ADDED = "added"
    DELETED = "deleted"
    WITHDRAWN = "withdrawn"
    EXCEPTED = "excepted"
    MERGED = "merged"
    MOVED = "moved"
    RENUMBERED = "renumbered"


@dataclass(frozen=True)
class Compared:
    """An item as it is now, else as it was: what it was, what it is, and what changed; nothing where nothing did."""

    item: ItemView
    old: ItemView | None
    new: ItemView | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Comparison:
    """The provisional agenda beside another edition: its items in their order, then those added."""

    meeting: MeetingView
    provisional: AgendaView
    other: AgendaView
    items: tuple[Compared, ...]
    now: AgendaView | None = None


def compare(
    meeting: MeetingView, provisional: AgendaView, other: AgendaView, now: AgendaView | None = None
) -> Comparison:
    """What became of each item of the provisional agenda, and what was added to it.

    With the agenda as it stands `now`, also which decisions have changed the adopted one since.
    """
    return Comparison(meeting, provisional, other, tuple(_compared(provisional, other)), now)


def _compared(provisional: AgendaView, other: AgendaView) -> Iterator[Compared]:
    old = {item.id: item for item in provisional.items}
    new = {item.id: item for item in other.items if not deleted(item)}
    gone = {one.item: one.kind for one in other.amendments if one.kind == Change.WITHDRAWN}
    gone |= {one.other: one.kind for one in other.amendments if one.kind == Change.MERGED and one.other}
    gone |= {item.id: item.status for item in other.items if deleted(item)}
    moved = set(_moved(old, new))
    for item in provisional.items:
        now = new.get(item.id)
        changes = (Change(gone.get(item.id, "deleted")),) if now is None else tuple(_changes(item, now, moved))
        yield Compared(now or item, item, now, changes)
    yield from (Compared(item, None, item, (Change.ADDED,)) for item in new.values() if item.id not in old)


def _changes(old: ItemView, new: ItemView, moved: set[str]) -> Iterator[Change]:
    if str(old.title) != str(new.title):
        yield Change.RETITLED
    if new.id in moved:
        yield Change.MOVED
    if old.number != new.number:
        yield Change.RENUMBERED


def _moved(old: dict[str, ItemView], new: dict[str, ItemView]) -> Iterator[str]:
    """The items under another parent, and the fewest that account for another order among those that stayed."""
    levels: dict[str | None, list[str]] = {}
    for item in old.values():
        if item.id in new and new[item.id].parent == item.parent:
            levels.setdefault(item.parent, []).append(item.id)
        elif item.id in new:
            yield item.id
    for before in levels.values():
        after = [id_ for id_ in new if id_ in before]
        blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        stayed = {id_ for block in blocks for id_ in before[block.a : block.a + block.size]}
        yield from (id_ for id_ in before if id_ not in stayed)


def text(comparison: Comparison, lang: str | None = None) -> str:
    """The comparison as text; words taken out of a title as [-removed-], words put in as {+added+}."""
    return as_text(blocks(comparison, lang), lang)


def blocks(comparison: Comparison, lang: str | None = None) -> Iterator[Block]:
    """What the paper consists of: the changes kind by kind, what is unchanged, and what was decided since."""
    words, symbol = wording(lang), comparison.provisional.symbol
    noted = words.say.symbol.format(symbol=symbol) if symbol else ""
    yield masthead(comparison.meeting, lang=lang)
    yield Heading(words.say.comparison.format(symbol=noted, other=_other(comparison.other, words)))
    if any(one.changes for one in comparison.items):
        yield from changes(comparison, lang=lang)
    else:
        yield Paragraph(words.say.no_difference)
    if comparison.now is not None:
        yield from since(comparison.now, lang)
    if lang is not None:
        yield from languages([one.item for one in comparison.items], lang)


def since(agenda: AgendaView, lang: str | None = None) -> Iterator[Block]:
    """What decisions changed after the adoption, each with its day and its entry."""
    words = wording(lang)
    rows = [
        Row(_number(item, words), _since(title(item, lang), text, words))
        for item in agenda.items
        for text, _entry in decided(agenda, item.id, words)
    ]
    if rows:
        yield Heading(words.say.since_adoption, level=2)
        yield Listing(tuple(rows), (max(columns(row.label) for row in rows) + 2,))


def _since(called: str, changed: str, words: Wording) -> str:
    told = changed[:1].lower() + changed[1:].rstrip(".。")
    return words.say.since_row.format(title=called, change=told)


def changes(comparison: Comparison, of: str = "", lang: str | None = None) -> Iterator[Block]:
    """The changes, kind by kind, each below its heading; then the items unchanged. `of` says of what, among others."""
    words = wording(lang)
    kinds = _kinds(words)
    sections = [(change, _rows(comparison, change, words, lang)) for change in Change]
    width = max((columns(row.label) for _, rows in sections for row in rows), default=0) + 2
    for change, rows in sections:
        if rows:
            yield Heading(f"{of}: {kinds[change].lower()}".capitalize() if of else kinds[change], level=2)
            yield Listing(rows, (width,))
    if same := [_number(one.item, words) for one in comparison.items if not one.changes]:
        where = f" on the {of}" if of else ""
        yield Paragraph(words.say.unchanged.format(where=where, items=words.numbers(same)))


def _kinds(words: Wording) -> dict[Change, str]:
    say = words.say
    return {
        Change.RETITLED: say.kind_retitled,
        Change.ADDED: say.kind_added,
        Change.DELETED: say.kind_deleted,
        Change.WITHDRAWN: say.kind_withdrawn,
        Change.EXCEPTED: say.kind_excepted,
        Change.MERGED: say.kind_merged,
        Change.MOVED: say.kind_moved,
        Change.RENUMBERED: say.kind_renumbered,
    }


def _number(item: ItemView, words: Wording) -> str:
    """The number; an item added orally is given its own at the adoption only."""
    return item.number or words.say.number_new


def _other(agenda: AgendaView, words: Wording) -> str:
    if agenda.edition is Edition.ADOPTED:
        return words.say.compared_adopted.format(when=when_adopted(agenda, words))
    return words.say.compared_as_it_stands if agenda.adopted_entry is not None else words.say.compared_pending


def _rows(comparison: Comparison, change: Change, words: Wording, lang: str | None) -> tuple[Row, ...]:
    """The items under one change. Whose number alone changed is renumbered: the others print both numbers anyway."""
    alone = change is Change.RENUMBERED
    return tuple(
        _row(comparison, one, change, words, lang)
        for one in comparison.items
        if change in one.changes and not (alone and len(one.changes) > 1)
    )


def _row(comparison: Comparison, one: Compared, change: Change, words: Wording, lang: str | None) -> Row:
    old, new = one.old, one.new
    if old is None or new is None:
        return Row(_number(one.item, words), title(one.item, lang))
    was, now = _number(old, words), _number(new, words)
    label = now if was == now else f"{was} {_ARROW} {now}"
    if change is Change.RETITLED:
        return Row(label, difference(*_both(old, new, lang)))
    if change is Change.MOVED:
        where = place(comparison.other.items, new, words)
        return Row(label, (Span(f"{title(new, lang)} "), Span(words.say.now_placed.format(place=where), Style.ASIDE)))
    return Row(label, title(new, lang))


def _both(old: ItemView, new: ItemView, lang: str | None) -> tuple[str, str]:
    """Both titles in one language: the one asked for if both have it, else the original."""
    known = lang if lang in old.title.texts and lang in new.title.texts else None
    return title(old, known), title(new, known)


def difference(old: str, new: str) -> tuple[Span, ...]:
    """The words of both titles in one line: those taken out, those put in, those that stayed."""
    # The first word of a title has a blank before it like any other, so that it stands apart from one put before it.
    before, after = pieces(f"- {old}")[1:], pieces(f"- {new}")[1:]
    spans: list[Span] = []
    matcher = SequenceMatcher(None, [word for _, word in before], [word for _, word in after], autojunk=False)
    for kind, start, end, at, to in matcher.get_opcodes():
        if kind == "equal":
            spans += _words(after[at:to], Style.PLAIN)
        else:
            spans += [*_words(before[start:end], Style.REMOVED), *_words(after[at:to], Style.ADDED)]
    return tuple(spans[1:])


def _words(words: Sequence[tuple[str, str]], style: Style) -> list[Span]:
    """The words in one style; the blank before them stays outside it."""
    if not words:
        return []
    joined = "".join(f"{blank}{word}" for blank, word in words)
    return [*([Span(" ")] if words[0][0] else []), Span(joined.strip(), style)]


def as_json(comparison: Comparison) -> dict[str, object]:
    """The comparison for other programs: every item, with its old and new number, title and place."""
    return {
        "meeting": comparison.meeting.key,
        "edition": comparison.other.edition,
        "different": any(one.changes for one in comparison.items),
        "since_the_adoption": [one.entry for one in comparison.now.changes] if comparison.now else [],
        "items": [
            {"id": one.item.id, "changes": [*one.changes], "old": _told(one.old), "new": _told(one.new)}
            for one in comparison.items
        ],
    }


def _told(item: ItemView | None) -> dict[str, object] | None:
    return None if item is None else {"number": item.number, "title": str(item.title), "parent": item.parent}


def concordance(
    provisional: AgendaView, other: AgendaView, lang: str | None = None
) -> list[tuple[str | None, str | None, str]]:
    """The number each item had, the number it has now, and its title: in the old order, then what was added."""
    return [
        (one.old.number if one.old else None, one.new.number if one.new else None, title(one.item, lang))
        for one in _compared(provisional, other)
    ]


def concordance_blocks(
    meeting: MeetingView, pairs: Concordance, items: Sequence[ItemView] = (), lang: str | None = None
) -> Iterator[Block]:
    """The concordance as a table; of the `items` it says which have no title in the language asked for."""
    say = wording(lang).say
    yield masthead(meeting, lang=lang)
    yield Heading(say.concordance)
    rows = tuple((old or _NONE, new or (_NONE if old else say.number_new), title) for old, new, title in pairs)
    yield Table((say.column_provisional, say.column_now, say.column_title), rows)
    if lang is not None:
        yield from languages(items, lang)
