"""What the body did item by item: at which meetings it considered each, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from projections.agenda import AgendaView, ItemView
from projections.history import HistoryLine
from projections.papers import layout
from projections.papers.items import title
from projections.papers.telling import Para, led, named_entries, on_days
from projections.words import capital, listed, ordinal

_UNDER_WAY: Final = frozenset({"ItemsTakenUp", "ItemSuspended"})
"""That an item was taken up or suspended is told by naming the meetings at which it was considered."""


def under_items(
    lines: Sequence[HistoryLine], agenda: AgendaView | None, the_body: str, lang: str | None
) -> Iterator[tuple[str, tuple[Para, ...]]]:
    """A heading and its paragraphs for each item of the first level under which there was any act."""
    items = agenda.items if agenda else ()
    tops = _tops(items)
    homes = _homes(lines, tops)
    for item in items:
        if item.parent is None:
            own = [line for line in lines if item.id in homes[line.entry]]
            number = "new item" if item.number is None else f"agenda item {item.number}"
            yield f"{title(item, lang)} ({number})", tuple(_paras(item, own, items, tops, the_body))


def other_proceedings(lines: Sequence[HistoryLine], agenda: AgendaView | None) -> list[HistoryLine]:
    """What was done under no item of the agenda."""
    under = _homes(lines, _tops(agenda.items if agenda else ()))
    return [line for line in lines if not under[line.entry]]


def _tops(items: Sequence[ItemView]) -> Mapping[str, str]:
    """For each item, the one of the first level under which it stands."""
    tops: dict[str, str] = {}
    for item in items:  # depth first: a parent comes before what is under it
        tops[item.id] = item.id if item.parent is None else tops.get(item.parent, item.parent)
    return tops


def _homes(lines: Iterable[HistoryLine], tops: Mapping[str, str]) -> dict[int, set[str]]:
    """The items under which each act is told: its own, or those of the act that it names."""
    homes: dict[int, set[str]] = {}
    for line in lines:
        own = {tops[item] for item in line.items if item in tops}
        homes[line.entry] = own or {top for entry in named_entries(line) for top in homes.get(entry, ())}
    return homes


def _paras(
    item: ItemView, own: Sequence[HistoryLine], items: Sequence[ItemView], tops: Mapping[str, str], the_body: str
) -> Iterator[Para]:
    taken_up = [line for line in own if line.event == "ItemsTakenUp"]
    if taken_up:
        yield _considered(item, own, items, tops, the_body)
    yield from led((line for line in own if line.event not in _UNDER_WAY), the_body)


def _considered(
    item: ItemView, own: Sequence[HistoryLine], items: Sequence[ItemView], tops: Mapping[str, str], the_body: str
) -> Para:
    """The Working Group considered item 2 at its 1st and 2nd plenary meetings, on 8 September 2020."""
    taken = [line for line in own if line.event == "ItemsTakenUp"]
    touched = {one for line in taken for one in line.items}
    within = [one for one in items if one.id in touched and tops[one.id] == item.id]
    beside = [one for one in items if one.id in touched and tops[one.id] != item.id]
    jointly = f", jointly with {_called(beside)}" if beside else ""
    when = _when([line for line in own if line.event.startswith("Item")])
    entries = tuple(line.entry for line in own if line.event in _UNDER_WAY)
    return Para(f"{capital(the_body)} considered {_called(within)}{when}{jointly}.", entries)


def _called(items: Sequence[ItemView]) -> str:
    numbers = [(item.number or "").replace(" ", layout.TIED) for item in items]
    return f"item{'s' if len(numbers) > 1 else ''} {listed(numbers)}"


def _when(lines: Sequence[HistoryLine]) -> str:
    """At its 1st and 2nd plenary meetings, on 8 September 2020; the meetings are left out where they are not known."""
    parts = dict.fromkeys((line.sitting, line.resumed) for line in lines if line.sitting is not None)
    names = [f"{ordinal(number)}{' (resumed)' if resumed else ''}" for number, resumed in parts]
    days = on_days(date.fromisoformat(line.day) for line in lines)
    if not names:
        return f" {days}"
    return f" at its {listed(names)} plenary meeting{'s' if len(names) > 1 else ''}, {days}"
