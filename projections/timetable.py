"""What is the organization of work? The slots as they stand, and how they came about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Column, Connection, Integer, String, Table, select

from domain.late import dataclass
from projections.tables import DERIVED, ByStream, Row, stream_column

if TYPE_CHECKING:
    from domain.timetable import Timetable


class Stage(StrEnum):
    """How far the organization of work has come."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    REVISED = "revised"


SLOT = Table(
    "slot",
    DERIVED,
    stream_column(),
    Column("rank", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("start", String(5), nullable=False),
    Column("end", String(5), nullable=False),
    Column("items", JSON, nullable=False),
    Column("adopted_entry", Integer),
    Column("stage", String(10), nullable=False),
    Column("entries", JSON, nullable=False),
)


@dataclass(frozen=True)
class SlotView:
    """A planned sitting: day, hours on the clock of the place, its items, and those continued from an earlier slot."""

    day: date
    start: time
    end: time
    items: tuple[str, ...]
    continued: frozenset[str]
    adopted_entry: int | None
    stage: Stage
    entries: tuple[int, ...] = ()


def _rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind != "meeting":
        return
    adopted = state.timetable.adopted
    ordered = sorted(state.timetable.slots, key=lambda slot: (slot.day, slot.start))
    for rank, slot in enumerate(ordered, start=1):
        yield {
            "rank": rank,
            "day": slot.day.isoformat(),
            "start": f"{slot.start:%H:%M}",
            "end": f"{slot.end:%H:%M}",
            "items": list(slot.items),
            "adopted_entry": adopted.number if adopted else None,
            "stage": _stage(state.timetable),
            "entries": _entries(state.timetable),
        }


def _stage(timetable: Timetable) -> Stage:
    if timetable.revised is not None:
        return Stage.REVISED
    return Stage.PROPOSED if timetable.adopted is None else Stage.ADOPTED


def _entries(timetable: Timetable) -> list[int]:
    """The acts behind the slots as they stand: the one that set them, and their adoption where it was theirs."""
    if timetable.revised is not None:
        return [timetable.revised.number]
    return [entry.number for entry in (timetable.proposed, timetable.adopted) if entry is not None]


def slots(connection: Connection, stream: str) -> list[SlotView]:
    """The slots of a meeting in their order. An item is "continued" where an earlier slot held it too."""
    views: list[SlotView] = []
    seen: set[str] = set()
    for row in connection.execute(select(SLOT).where(SLOT.c.stream == stream).order_by(SLOT.c.rank)):
        items = tuple(row.items)
        views.append(
            SlotView(
                day=date.fromisoformat(row.day),
                start=time.fromisoformat(row.start),
                end=time.fromisoformat(row.end),
                items=items,
                continued=frozenset(seen.intersection(items)),
                adopted_entry=row.adopted_entry,
                stage=Stage(row.stage),
                entries=tuple(row.entries),
            )
        )
        seen.update(items)
    return views


def _shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state.timetable,) if kind == "meeting" else ()


PROJECTIONS = (ByStream(SLOT, _rows, _shown, of="meeting"),)
