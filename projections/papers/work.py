"""The organization of work as a paper: each day's sittings, with the items planned for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from projections.agenda import AgendaView, ItemView
from projections.meetings import MeetingView
from projections.papers.items import deleted, gone, title
from projections.papers.languages import languages
from projections.papers.layout import Block, Heading, Listing, Row, Span, Style, as_text, aside, columns
from projections.papers.masthead import masthead
from projections.timetable import SlotView, Stage
from projections.wording import Wording, wording


def text(
    meeting: MeetingView,
    slots: Sequence[SlotView],
    agenda: AgendaView,
    *,
    why: bool = False,
    lang: str | None = None,
) -> str:
    """The organization of work as text; its heading says whether it was proposed, adopted or revised."""
    return as_text(blocks(meeting, slots, agenda, lang, why=why), lang)


def blocks(
    meeting: MeetingView,
    slots: Sequence[SlotView],
    agenda: AgendaView,
    lang: str | None = None,
    *,
    why: bool = False,
) -> Iterator[Block]:
    """What the paper consists of: a heading for each day, under it its sittings with their items."""
    words = wording(lang)
    yield masthead(meeting, lang=lang)
    yield Heading(_heading(slots, words))
    yield from days_of(slots, agenda.items, lang, why=why)


def days_of(
    slots: Sequence[SlotView], every: Sequence[ItemView], lang: str | None, *, why: bool, level: int = 2
) -> Iterator[Block]:
    """A heading for each day, under it its sittings with their items."""
    items, words = {item.id: item for item in every}, wording(lang)
    rows = [(slot.day, _sitting(slot, items, lang, why=why)) for slot in slots]
    widths = _widths([row for _, row in rows])
    for day, sittings in groupby(rows, lambda row: row[0]):
        yield Heading(words.weekday(day), level=level)
        yield Listing(tuple(row for _, row in sittings), widths)
    planned = {id_ for slot in slots for id_ in slot.items}
    yield from languages([item for item in every if item.id in planned], lang)


def _heading(slots: Sequence[SlotView], words: Wording) -> str:
    stage = slots[0].stage if slots else Stage.PROPOSED
    told = {Stage.ADOPTED: words.say.work_adopted, Stage.REVISED: words.say.work_revised}
    return told.get(stage, words.say.work_proposed)


def _sitting(slot: SlotView, items: dict[str, ItemView], lang: str | None, *, why: bool) -> Row:
    words = wording(lang)
    entries = slot.entries if why else ()
    planned = (_planned(items.get(id_), lang, continued=id_ in slot.continued) for id_ in slot.items)
    return Row(words.hours(slot.start, slot.end), "", rows=tuple(replace(row, entries=entries) for row in planned))


def _planned(item: ItemView | None, lang: str | None, *, continued: bool) -> Row:
    words = wording(lang)
    if item is None:
        return Row("", aside(words.say.no_longer))
    if deleted(item):
        return Row(item.number or "", gone(item, words))
    told = title(item, lang)
    after = Span(words.say.continued, Style.ASIDE)
    return Row(item.number or words.say.number_new, (Span(f"{told} "), after) if continued else told)


def _widths(sittings: Sequence[Row]) -> tuple[int, int]:
    """One width for the hours and one for the numbers, so that the days stand under each other."""
    numbers = [columns(row.label) for sitting in sittings for row in sitting.rows]
    return max((columns(row.label) for row in sittings), default=0) + 2, max(numbers, default=0) + 2


def as_json(
    meeting: MeetingView, slots: Sequence[SlotView], agenda: AgendaView, *, lang: str | None = None
) -> dict[str, object]:
    """The organization of work for other programs; hours are on the clock of the place."""
    items = {item.id: item for item in agenda.items}
    return {
        "meeting": meeting.key,
        "stage": slots[0].stage if slots else Stage.PROPOSED,
        "adopted_entry": next((slot.adopted_entry for slot in slots), None),
        "organization_of_work": [
            {
                "date": slot.day.isoformat(),
                "start": f"{slot.start:%H:%M}",
                "end": f"{slot.end:%H:%M}",
                "items": [_told(id_, items.get(id_), lang, continued=id_ in slot.continued) for id_ in slot.items],
            }
            for slot in slots
        ],
    }


def _told(id_: str, item: ItemView | None, lang: str | None, *, continued: bool) -> dict[str, object]:
    told, language = item.title.in_language(lang) if item else (None, None)
    number = item.number if item else None
    return {"id": id_, "number": number, "title": told, "title_language": language, "continued": continued}
