"""The organization of work as a paper: each day's sittings, with the items planned for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from domain.days import long_day
from projections.agenda import AgendaView, ItemView
from projections.meetings import MeetingView
from projections.papers.items import GONE, deleted, title
from projections.papers.languages import languages
from projections.papers.layout import Block, Heading, Listing, Row, Span, Style, as_text, aside, columns
from projections.papers.masthead import masthead
from projections.timetable import SlotView, Stage
from projections.words import hours

_HEADINGS = {
    Stage.PROPOSED: "Proposed organization of work",
    Stage.ADOPTED: "Organization of work, as adopted",
    Stage.REVISED: "Organization of work, as revised",
}
# Our own, because those of the standard library follow the machine's locale.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CONTINUED = Span("(continued)", Style.ASIDE)


def text(
    meeting: MeetingView,
    slots: Sequence[SlotView],
    agenda: AgendaView,
    *,
    why: bool = False,
    lang: str | None = None,
) -> str:
    """The organization of work as text; its heading says whether it was proposed, adopted or revised."""
    return as_text(blocks(meeting, slots, agenda, lang, why=why))


def blocks(
    meeting: MeetingView,
    slots: Sequence[SlotView],
    agenda: AgendaView,
    lang: str | None = None,
    *,
    why: bool = False,
) -> Iterator[Block]:
    """What the paper consists of: a heading for each day, under it its sittings with their items."""
    yield masthead(meeting)
    yield Heading(_heading(slots))
    yield from days_of(slots, agenda.items, lang, why=why)


def days_of(
    slots: Sequence[SlotView], every: Sequence[ItemView], lang: str | None, *, why: bool, level: int = 2
) -> Iterator[Block]:
    """A heading for each day, under it its sittings with their items."""
    items = {item.id: item for item in every}
    rows = [(slot.day, _sitting(slot, items, lang, why=why)) for slot in slots]
    widths = _widths([row for _, row in rows])
    for day, sittings in groupby(rows, lambda row: row[0]):
        yield Heading(f"{_WEEKDAYS[day.weekday()]}, {long_day(day)}", level=level)
        yield Listing(tuple(row for _, row in sittings), widths)
    planned = {id_ for slot in slots for id_ in slot.items}
    yield from languages([item for item in every if item.id in planned], lang)


def _heading(slots: Sequence[SlotView]) -> str:
    return _HEADINGS[slots[0].stage if slots else Stage.PROPOSED]


def _sitting(slot: SlotView, items: dict[str, ItemView], lang: str | None, *, why: bool) -> Row:
    entries = slot.entries if why else ()
    planned = (_planned(items.get(id_), lang, continued=id_ in slot.continued) for id_ in slot.items)
    return Row(hours(slot.start, slot.end), "", rows=tuple(replace(row, entries=entries) for row in planned))


def _planned(item: ItemView | None, lang: str | None, *, continued: bool) -> Row:
    if item is None:
        return Row("", aside("[no longer on the agenda]"))
    if deleted(item):
        return Row(item.number or "", GONE[item.status])
    wording = title(item, lang)
    return Row(item.number or "new", (Span(f"{wording} "), _CONTINUED) if continued else wording)


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
    wording, language = item.title.in_language(lang) if item else (None, None)
    number = item.number if item else None
    return {"id": id_, "number": number, "title": wording, "title_language": language, "continued": continued}
