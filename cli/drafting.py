"""The provisional agenda that the record itself suggests: what earlier meetings carry over, and titles typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from domain.numbers import ItemNumber as Number
from domain.numbers import conventional
from domain.outline import AgendaItem, Document, Documentation, Predecessor, same_title
from domain.values import text_in
from projections.carrying import Carried
from projections.documents import documents


def drafted(connection: Connection, titles: Iterable[str], carried: Sequence[Carried]) -> tuple[AgendaItem, ...]:
    """The items: first those typed, then those carried over, numbered 1, 2 ..., (a), (b) ... in that order."""
    typed = [AgendaItem(id=f"typed {rank}", number="", title=text_in("en", title)) for rank, title in enumerate(titles)]
    return tuple(_numbered([*typed, *(_item(connection, one, carried) for one in carried)]))


def _item(connection: Connection, one: Carried, all_of_them: Sequence[Carried]) -> AgendaItem:
    here = {other.item.id: place(other) for other in all_of_them if other.meeting == one.meeting}
    listed = [found for found in documents(connection, one.meeting.stream) if found.item == one.item.id]
    titles = {found.symbol: text_in(found.language, found.title) for found in listed}
    papers = tuple(Document(symbol=symbol, title=titles.get(symbol, text_in("en", symbol))) for symbol in one.documents)
    return AgendaItem(
        id=place(one),
        number="",
        title=one.item.title,
        parent=here.get(one.item.parent or ""),
        documents=papers,
        documentation=Documentation.LISTED if papers else Documentation.NOT_STATED,
        continues=(before(one),),
    )


def place(one: Carried) -> str:
    """What tells an item carried over from any other in the record."""
    return f"{one.meeting.stream} {one.item.id}"


def before(one: Carried) -> Predecessor:
    """The item carried over, as another one continues it."""
    return Predecessor(meeting=f"{one.meeting.body} {one.meeting.key}", item=one.item.id, number=one.item.number)


def _numbered(items: Iterable[AgendaItem]) -> Iterator[AgendaItem]:
    numbers: dict[str, Number] = {}
    ranks: dict[str | None, int] = {}
    for item in items:
        ranks[item.parent] = ranks.get(item.parent, 0) + 1
        above = None if item.parent is None else numbers[item.parent]
        numbers[item.id] = conventional(above, ranks[item.parent])
        yield replace(item, number=str(numbers[item.id]))


def recognised(items: Iterable[AgendaItem], carried: Sequence[Carried]) -> tuple[AgendaItem, ...]:
    """The items of a paper: one with the title of an item carried over continues that one."""
    left = list(carried)
    found: list[AgendaItem] = []
    for item in items:
        same = next((one for one in left if same_title(str(one.item.title), str(item.title))), None)
        if same is not None:
            left.remove(same)
        found.append(item if same is None else replace(item, continues=(before(same),)))
    return tuple(found)
