"""The organization of work as a calendar (RFC 5545): one event for each sitting, cancelled where it was taken away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from typing import Final
from uuid import UUID, uuid5

from domain.values import zone_named
from projections.agenda import AgendaView, ItemView
from projections.meetings import MeetingView
from projections.papers.calendar import calendar, escaped, utc
from projections.papers.items import deleted, title
from projections.papers.zone import timezone
from projections.sittings import PlannedSitting
from projections.words import NOT_OFFICIAL, listed, ordinal_word

_UTC: Final = "UTC"


def feed(
    meeting: MeetingView,
    sittings: Sequence[PlannedSitting],
    agenda: AgendaView,
    stamp: datetime,
    lang: str | None = None,
) -> bytes:
    """The calendar as a file. `stamp` is when the record of the meeting last changed."""
    items = {item.id: item for item in agenda.items}
    starts = [_moment(meeting, one, one.hours.start) for one in sittings]
    ends = [_moment(meeting, one, one.hours.end) for one in sittings]
    zone = [] if meeting.zone == _UTC or not starts else [*timezone(meeting.zone, min(starts), max(ends))]
    events = [line for one in sittings for line in _event(meeting, one, items, stamp, lang)]
    # RFC 7986, sections 5.1 and 5.2.
    head = [f"NAME:{escaped(f'{_called(meeting)}: organization of work')}", f"DESCRIPTION:{escaped(NOT_OFFICIAL)}"]
    return calendar("Organization of work", [*head, *zone, *events]).encode()


def _moment(meeting: MeetingView, sitting: PlannedSitting, hour: time) -> datetime:
    return datetime.combine(sitting.hours.day, hour, zone_named(meeting.zone))


def _called(meeting: MeetingView) -> str:
    which = f"{ordinal_word(meeting.ordinal)} {meeting.says}" if meeting.ordinal else meeting.key
    return f"{meeting.body_name}, {which}"


def _event(
    meeting: MeetingView, one: PlannedSitting, items: Mapping[str, ItemView], stamp: datetime, lang: str | None
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    # RFC 7986, section 5.3: a UID is a UUID; this one follows from the meeting and the sitting.
    yield f"UID:{uuid5(UUID(meeting.stream), f'sitting {one.key}')}"
    # RFC 5545, section 3.8.7.2: without a METHOD it is when what is told was last revised.
    yield f"DTSTAMP:{utc(stamp)}"
    yield f"SEQUENCE:{one.changes}"
    yield f"DTSTART{_local(meeting, one, one.hours.start)}"
    yield f"DTEND{_local(meeting, one, one.hours.end)}"
    yield f"STATUS:{_status(one)}"
    yield f"SUMMARY:{escaped(_summary(meeting, one, items))}"
    if meeting.place:
        yield f"LOCATION:{escaped(meeting.place)}"
    told = "\n".join([*_planned(one, items, lang), "", NOT_OFFICIAL])
    yield f"DESCRIPTION:{escaped(told)}"
    yield "END:VEVENT"


def _local(meeting: MeetingView, one: PlannedSitting, hour: time) -> str:
    """RFC 5545, section 3.3.5, form 3: on the clock of the place; form 2 where that is UTC."""
    told = f"{datetime.combine(one.hours.day, hour):%Y%m%dT%H%M%S}"
    return f":{told}Z" if meeting.zone == _UTC else f";TZID={meeting.zone}:{told}"


def _status(one: PlannedSitting) -> str:
    if one.cancelled:
        return "CANCELLED"
    return "CONFIRMED" if one.adopted else "TENTATIVE"


def _summary(meeting: MeetingView, one: PlannedSitting, items: Mapping[str, ItemView]) -> str:
    """Cancelled: Group on Lakes, seventh meeting: items 1 (a) and 2."""
    numbers = [_number(items.get(id_)) for id_ in one.hours.items]
    planned = f": item{'s' if len(numbers) > 1 else ''} {listed(numbers)}" if numbers else ""
    return f"{'Cancelled: ' if one.cancelled else ''}{_called(meeting)}{planned}"


def _number(item: ItemView | None) -> str:
    if item is None:
        return "no longer on the agenda"
    return item.number or "new"


def _planned(one: PlannedSitting, items: Mapping[str, ItemView], lang: str | None) -> Iterator[str]:
    """A line for each item planned."""
    for id_ in one.hours.items:
        item = items.get(id_)
        if item is None:
            yield "[no longer on the agenda]"
        else:
            yield f"{_number(item)} {f'[{item.status}]' if deleted(item) else title(item, lang)}"
