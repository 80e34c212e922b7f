"""The journal of a day: its plenary meetings, what was considered and decided there, and those planned next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

from domain.days import long_day
from projections.agenda import AgendaView, ItemView
from projections.history import HistoryLine
from projections.narrative import PLACE_OF, Place
from projections.papers import work
from projections.papers.items import title
from projections.papers.layout import Block, Heading, Listing, Paragraph, Row, plain
from projections.papers.masthead import masthead
from projections.papers.procedural import Proceedings, withheld
from projections.papers.sittings import Held, parts
from projections.papers.telling import said
from projections.timetable import SlotView

_DECIDED: Final = frozenset(
    (
        *("MeetingOpened", "OfficersElected", "OfficerReplaced", "AgendaAdopted", "AgendaProvisionallyAdopted"),
        *("ProvisionalAgendaApplied", "OrganizationOfWorkAdopted", "OrganizationOfWorkRevised", "ItemAllocated"),
        *("CredentialsConsidered", "ItemConcluded", "ItemDeferred", "ItemReopened", "ItemHeld", "DecisionTaken"),
        *("RecommendationAgreed", "ReconsiderationDecided", "RulingAppealed", "ProposalPut", "ProposalAmended"),
        *("ReportSectionAdopted", "ReportAdopted", "ReportNotAdopted", "ReportEntrusted", "RemainingItemsNoted"),
        *("MeetingClosed",),
    )
)
"""What a journal tells of a meeting beside the items: what was done there, not how it came about."""

_ADOPTIONS: Final = frozenset({"AgendaAdopted", "AgendaProvisionallyAdopted"})


def last_day(lines: Sequence[HistoryLine]) -> date | None:
    """The last day on which there was a plenary meeting."""
    days = [line.day for line in lines if PLACE_OF[line.event] is Place.SITTINGS]
    return date.fromisoformat(max(days)) if days else None


def blocks(
    found: Proceedings, day: date, slots: Sequence[SlotView], *, lang: str | None = None, why: bool = False
) -> Iterator[Block]:
    """What the paper consists of; `slots` are the organization of work as it stood at the end of the day."""
    yield masthead(found.meeting)
    yield Heading(f"Journal, {long_day(day)}")
    decided = _decisions(found.lines)
    for held in _held(found, day):
        when = f", {held.when}" if held.when else ""
        yield Heading(f"{held.name} plenary meeting{when}", level=2, entries=held.entries if why else ())
        own = _at(found.lines, held)
        if items := _items(own, found.agenda, lang):
            yield Listing(items)
        yield from (Paragraph(said(line), (line.entry,) if why else ()) for line in own if line.entry in decided)
    yield from _apart(found, day, why=why)
    yield from _next(found, day, slots, lang, why=why)
    yield from withheld(found, [line for line in found.lines if line.day == day.isoformat()])


def _held(found: Proceedings, day: date) -> list[Held]:
    return [held for held in parts(found.told(Place.SITTINGS)) if held.day == day]


def _at(lines: Sequence[HistoryLine], held: Held) -> list[HistoryLine]:
    """The acts of that part of a plenary meeting."""
    same = (held.number, held.resumed, held.day.isoformat())
    return [line for line in lines if (line.sitting, line.resumed, line.day) == same]


def _decisions(lines: Sequence[HistoryLine]) -> frozenset[int]:
    """The entries that a journal tells: a change of the agenda once that is adopted; before, it is a proposal."""
    found, adopted = set(), False
    for line in lines:
        change = PLACE_OF[line.event] is Place.AGENDA and line.event.startswith("Item")
        if line.event in _DECIDED or (change and adopted):
            found.add(line.entry)
        adopted = adopted or line.event in _ADOPTIONS
    return frozenset(found)


def _items(own: Sequence[HistoryLine], agenda: AgendaView | None, lang: str | None) -> tuple[Row, ...]:
    """The items that were considered, in the order of the agenda."""
    under_way = {item for line in own if line.event.startswith("Item") for item in _considered(line)}
    items = [item for item in (agenda.items if agenda else ()) if item.id in under_way]
    return tuple(Row(_label(item), title(item, lang)) for item in items)


def _considered(line: HistoryLine) -> tuple[str, ...]:
    return line.items if PLACE_OF[line.event] is Place.PROCEEDINGS else ()


def _label(item: ItemView) -> str:
    return f"Item {item.number}" if item.number else "New item"


def _apart(found: Proceedings, day: date, *, why: bool) -> Iterator[Block]:
    """What was done on that day outside any plenary meeting."""
    lines = [line for line in found.lines if line.day == day.isoformat() and line.sitting is None]
    told = [line for line in lines if PLACE_OF[line.event] not in {Place.NOWHERE, Place.SITTINGS}]
    if told:
        yield Heading("Outside the plenary meetings", level=2)
        yield from (Paragraph(said(line), (line.entry,) if why else ()) for line in told)


def _next(found: Proceedings, day: date, slots: Sequence[SlotView], lang: str | None, *, why: bool) -> Iterator[Block]:
    """The next day for which plenary meetings are planned."""
    for _day, planned in groupby((slot for slot in slots if slot.day > day), lambda slot: slot.day):
        yield Heading("Plenary meetings planned next", level=2)
        items = found.agenda.items if found.agenda else ()
        yield from work.days_of([*planned], items, lang, why=why, level=3)
        return


def as_json(found: Proceedings, day: date, slots: Sequence[SlotView], *, lang: str | None = None) -> dict[str, Any]:
    """The journal for other programs."""
    decided = _decisions(found.lines)
    return {
        "meeting": found.meeting.key,
        "day": day.isoformat(),
        "sittings": [
            {
                "number": held.number,
                "resumed": held.resumed,
                "start": held.start and f"{held.start:%H:%M}",
                "end": held.end and f"{held.end:%H:%M}",
                "items": [
                    {"number": row.label, "title": plain(row.text)}
                    for row in _items(_at(found.lines, held), found.agenda, lang)
                ],
                "decided": [
                    {"text": said(line), "entry": line.entry}
                    for line in _at(found.lines, held)
                    if line.entry in decided
                ],
            }
            for held in _held(found, day)
        ],
        "planned": [
            {"date": slot.day.isoformat(), "start": f"{slot.start:%H:%M}", "end": f"{slot.end:%H:%M}"}
            for slot in slots
            if slot.day > day
        ],
        "left_out": found.left_out,
    }
