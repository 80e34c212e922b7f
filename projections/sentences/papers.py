"""The sentences of the papers that hold an agenda before its adoption: issued, supplemented, replaced."""

from __future__ import annotations

from collections.abc import Iterator

from domain.continuing import ItemCarriedOver
from domain.days import long_day
from domain.outline import AgendaItem, Predecessor
from domain.provisional import AnyIssue, LaterPaper, ProvisionalAgendaIssued, SupplementaryAgendaIssued
from projections.sentences.room import Room
from projections.words import counted, listed, quoted


def of_paper(room: Room, fact: AnyIssue) -> str:
    """The first of these papers, or a later one."""
    return _first(fact) if isinstance(fact, ProvisionalAgendaIssued) else _later(room, fact)


def _first(fact: ProvisionalAgendaIssued) -> str:
    first_level = sum(item.parent is None for item in fact.items)
    said = f"The provisional agenda{_symbol(fact)} was issued with {counted(first_level, 'item')}{_dated(fact)}"
    return f"{said}{_carried(fact.items)}"


def _carried(items: tuple[AgendaItem, ...]) -> str:
    """Items 1 (a) and 2 continue items of wg6."""
    numbers = [item.number for item in items if item.continues]
    meetings = dict.fromkeys(one.meeting.rpartition(" ")[2] for item in items for one in item.continues)
    if len(numbers) == 1:
        return f"; item {numbers[0]} continues one of {listed(meetings)}"
    return f"; items {listed(numbers)} continue items of {listed(meetings)}" if numbers else ""


def _later(room: Room, fact: LaterPaper) -> str:
    """A paper that adds to the provisional agenda, or takes its place: what is new, and what is gone."""
    was = "reissued" if (fact.symbol or "").endswith("*") else "issued"
    said = f"The {fact.called}{_symbol(fact)} was {was}{_dated(fact)}"
    if isinstance(fact, SupplementaryAgendaIssued):
        new = [f"item {item.number}, {quoted(item.title)}" for item in fact.items]
        by = f", proposed by {fact.entry.origin}" if fact.entry.origin else ""
        return f"{said}, with {counted(len(new), 'new item')}{by}: {listed(new)}"
    changes = list(_changes(room, fact.items))
    return f"{said}: {'; '.join(changes)}" if changes else f"{said}; its list of items is the same"


def _changes(room: Room, items: tuple[AgendaItem, ...]) -> Iterator[str]:
    """What a reader of the paper before it must know."""
    before = room.before.agenda.provisional
    for item in items:
        line = before.get(item.id)
        if line is None:
            yield f"a new item {item.number}, {quoted(item.title)}"
        elif str(line.title) != str(item.title):
            yield f"item {item.number} is now {quoted(item.title)}"
    kept = {item.id for item in items}
    yield from (f"item {line.number}, {quoted(line.title)}, is left out" for line in before if line.id not in kept)


def of_carrying_over(room: Room, fact: ItemCarriedOver) -> str:
    """Where an item comes from."""
    return f"{room.item(fact.item).capitalize()} was recorded as the continuation of {earlier(fact.predecessor)}"


def earlier(one: Predecessor) -> str:
    """Item 4 of wg6: an item of an earlier meeting."""
    return f"item {one.number or one.item} of {one.meeting.rpartition(' ')[2]}"


def _symbol(fact: AnyIssue) -> str:
    return f", {fact.symbol}," if fact.symbol else ""


def _dated(fact: AnyIssue) -> str:
    return f", dated {long_day(fact.issued)}" if fact.issued != fact.entry.occurred.day else ""
