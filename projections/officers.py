"""Who are the officers? Those in office on a day, until when, and who acts for whom. Names stand as seals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, String, Table, select

from domain.late import dataclass
from projections.tables import DERIVED, ByStream, Row, stream_column

OFFICER = Table(
    "officer",
    DERIVED,
    stream_column(),
    Column("rank", Integer, nullable=False),
    Column("office", String, nullable=False),
    Column("acting", Boolean, nullable=False),
    Column("seal", String),
    Column("holder_of", String),
    Column("elected", String(10), nullable=False),
    Column("since", String(10), nullable=False),
    Column("until", String(10)),
    Column("entry", Integer, nullable=False),
)


@dataclass(frozen=True)
class OfficerView:
    """An officer. `seal` is the digest of the name; who acts in an office may be known as the holder of another one.

    `elected` is the day of the act, `since` that on which the term begins; `until` its last day, if that was said.
    """

    office: str
    acting: bool
    seal: str | None
    holder_of: str | None
    elected: date
    since: date
    until: date | None
    entry: int

    def in_office(self, day: date) -> bool:
        """Whether the term covers that day."""
        return self.since <= day and (self.until is None or day <= self.until)


def _rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind != "meeting":
        return
    holders = state.officers.holders
    for rank, one in enumerate(holders):
        yield {
            "rank": rank,
            "office": one.office,
            "acting": False,
            "seal": one.person.digest,
            "holder_of": None,
            "elected": one.entry.occurred.day.isoformat(),
            "since": one.since.isoformat(),
            "until": one.until and one.until.isoformat(),
            "entry": one.entry.number,
        }
    for rank, one in enumerate(state.officers.acting, start=len(holders)):
        yield {
            "rank": rank,
            "office": one.acts_as,
            "acting": True,
            "seal": one.person and one.person.digest,
            "holder_of": one.office,
            "elected": one.entry.occurred.day.isoformat(),
            "since": one.entry.occurred.day.isoformat(),
            "until": None,
            "entry": one.entry.number,
        }


def officers(connection: Connection, stream: str, day: date | None = None) -> list[OfficerView]:
    """The officers of a meeting in the order of their election, then who acts: all, or those in office on `day`."""
    views = [
        OfficerView(
            office=row.office,
            acting=row.acting,
            seal=row.seal,
            holder_of=row.holder_of,
            elected=date.fromisoformat(row.elected),
            since=date.fromisoformat(row.since),
            until=None if row.until is None else date.fromisoformat(row.until),
            entry=row.entry,
        )
        for row in connection.execute(select(OFFICER).where(OFFICER.c.stream == stream).order_by(OFFICER.c.rank))
    ]
    return [one for one in views if day is None or one.in_office(day)]


def _shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state.officers,) if kind == "meeting" else ()


PROJECTIONS = (ByStream(OFFICER, _rows, _shown, of="meeting"),)
