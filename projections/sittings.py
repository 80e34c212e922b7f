"""Which sittings were planned, and what became of each? One line for each that ever was, those taken away too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any, NamedTuple

from sqlalchemy import JSON, Column, Connection, Integer, String, Table, select

from domain.schedule import MeetingCancelled, MeetingPostponed, MeetingRelocated
from domain.timetable import OrganizationOfWorkAdopted, OrganizationOfWorkProposed, OrganizationOfWorkRevised
from projections.tables import DERIVED, ByAct, Projection, Row, stream_column
from projections.telling import Told
from projections.ties import rank_of

# Struck acts stay, for whoever was sent a calendar before the strike is to be sent a newer one.
PLANNED = Table(
    "planned",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("rank", String, nullable=False),
    Column("event", String(80), nullable=False),
    Column("said", JSON, nullable=False),
    Column("struck_by", Integer),
)


class Hours(NamedTuple):
    """A day and the hours of a sitting, on the clock of the place, with the items planned for it."""

    day: date
    start: time
    end: time
    items: tuple[str, ...]


@dataclass(frozen=True)
class PlannedSitting:
    """A sitting that is or was planned. `key` is its first day and hour, and stays when it is moved.

    `changes` grows with each act that changed it: the rank of the last one among all that were recorded.
    """

    key: str
    hours: Hours
    changes: int = 0
    adopted: bool = False
    cancelled: bool = False
    moved_to: str | None = None


Known = Mapping[str, PlannedSitting]


_READ = {OrganizationOfWorkProposed, OrganizationOfWorkRevised, OrganizationOfWorkAdopted}
_READ |= {MeetingCancelled, MeetingPostponed, MeetingRelocated}


def _rows(told: Told) -> Iterator[Row]:
    if type(told.fact) in _READ:
        yield {
            "entry": told.fact.entry.number,
            "rank": rank_of(told.fact.entry),
            "event": told.fact.TOPIC,
            "said": _said(told),
            "struck_by": told.struck_by.entry.number if told.struck_by else None,
        }


def _said(told: Told) -> Any:  # noqa: ANN401 - what is kept of each kind of act
    match told.fact:
        case OrganizationOfWorkProposed(slots=slots) | OrganizationOfWorkRevised(slots=slots):
            return [[str(one.day), f"{one.start:%H:%M}", f"{one.end:%H:%M}", [*one.items]] for one in slots]
        case MeetingPostponed(starts=starts, ends=ends):
            return [str(starts), str(ends)]
        case MeetingRelocated(place=place):
            return place
        case _:
            return None


def sittings(connection: Connection, stream: str) -> list[PlannedSitting]:
    """The sittings of a meeting by day and hour, those that were taken away too."""
    query = select(PLANNED).where(PLANNED.c.stream == stream).order_by(PLANNED.c.rank, PLANNED.c.entry)
    acts = connection.execute(query).all()
    ranks = {entry: rank for rank, entry in enumerate(sorted(_numbers(acts)))}
    # What a strike or a correction undoes looks as it did before: it is newer all the same.
    least = max((ranks[act.struck_by] for act in acts if act.struck_by), default=0)
    known: dict[str, PlannedSitting] = {}
    for act in acts:
        if act.struck_by is None:
            known = {key: _seen(known.get(key), one, ranks[act.entry]) for key, one in _after(known, act).items()}
    found = (replace(one, changes=max(one.changes, least)) for one in known.values())
    return sorted(found, key=lambda one: (one.hours, one.key))


def _numbers(acts: Iterable[Any]) -> set[int]:
    """Every entry that set, changed or undid a plan."""
    return {number for act in acts for number in (act.entry, act.struck_by) if number is not None}


def _seen(before: PlannedSitting | None, now: PlannedSitting, rank: int) -> PlannedSitting:
    return now if before == now else replace(now, changes=rank)


def _after(known: Known, act: Any) -> dict[str, PlannedSitting]:  # noqa: ANN401 - a row of the table
    """The sittings after an act, by their keys."""
    match act.event:
        case OrganizationOfWorkAdopted.TOPIC:
            return {key: replace(one, adopted=not one.cancelled) for key, one in known.items()}
        case MeetingCancelled.TOPIC:
            return {key: replace(one, cancelled=True) for key, one in known.items()}
        case MeetingRelocated.TOPIC:
            return {key: replace(one, moved_to=act.said) for key, one in known.items()}
        case MeetingPostponed.TOPIC:
            return {key: replace(one, cancelled=one.cancelled or _put_off(one, act)) for key, one in known.items()}
        case _:
            return _planned(known, act.said, adopted=act.event == OrganizationOfWorkRevised.TOPIC)


def _put_off(one: PlannedSitting, act: Any) -> bool:  # noqa: ANN401 - a row of the table
    """Whether a sitting was still to come on the day of the act, and the new days of the meeting leave it out."""
    starts, ends = act.said
    day = str(one.hours.day)
    return bool(day >= act.rank[: len(day)] and not starts <= day <= ends)


def _planned(known: Known, slots: Any, *, adopted: bool) -> dict[str, PlannedSitting]:  # noqa: ANN401 - as kept
    """The sittings once these slots take the place of all before: those without a slot are taken away."""
    planned = _paired(known, sorted(_hours(*one) for one in slots))
    gone = {key: replace(one, cancelled=True) for key, one in known.items() if key not in planned}
    return gone | {
        key: replace(known.get(key, PlannedSitting(key, hours)), hours=hours, adopted=adopted, cancelled=False)
        for key, hours in planned.items()
    }


def _hours(day: str, start: str, end: str, items: list[str]) -> Hours:
    return Hours(date.fromisoformat(day), time.fromisoformat(start), time.fromisoformat(end), tuple(items))


def _paired(known: Known, slots: Sequence[Hours]) -> dict[str, Hours]:
    """Which slot is which sitting: the one that began then, else the next of that day that is left, else a new one."""
    paired: dict[str, Hours] = {}
    left = []
    for hours in slots:
        same = [one.key for one in known.values() if one.hours[:2] == hours[:2] and one.key not in paired]
        if same:
            paired[min(same, key=lambda key: (known[key].cancelled, key))] = hours
        else:
            left.append(hours)
    for hours in left:
        that_day = [
            one for one in known.values() if one.hours.day == hours.day and not one.cancelled and one.key not in paired
        ]
        key = min(that_day, key=lambda one: one.hours).key if that_day else _new_key(hours, {*known, *paired})
        paired[key] = hours
    return paired


def _new_key(hours: Hours, taken: set[str]) -> str:
    """The day and hour it begins; a second one of that hour is counted."""
    first = f"{hours.day} {hours.start:%H:%M}"
    return first if first not in taken else f"{first} {sum(key.startswith(first) for key in taken) + 1}"


PROJECTIONS: tuple[Projection, ...] = (ByAct(PLANNED, _rows, _READ, all_told=True),)
