"""What was written about a text under silence? Each letter's own words: texts, addressees, deadlines, the result.

Who objected is not among the rows: no letter says it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Connection, Integer, String, Table, select

from domain.rounds import (
    CirculatedText,
    Deadline,
    SilenceBasisRenewed,
    SilenceCorrected,
    SilenceExtended,
    SilenceReplaced,
    SilenceResumed,
)
from domain.silence import SilenceAnnounced, SilenceCirculated
from domain.statements import StatementAttached
from projections.tables import DERIVED, ByAct, Row, stream_column
from projections.telling import Told

_Written = (
    SilenceCirculated
    | SilenceExtended
    | SilenceResumed
    | SilenceCorrected
    | SilenceReplaced
    | SilenceBasisRenewed
    | SilenceAnnounced
    | StatementAttached
)

# A row an act: `detail` holds what of its fact a letter says; the order of the rows is that of business.
LETTER = Table(
    "silence_letter",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("topic", String(80), nullable=False),
    Column("distribution", String(20), nullable=False),
    Column("origin", String),
    Column("detail", JSON, nullable=False),
)

_SAYS = ("addressees", "objections_to", "bears_on", "basis", "counts_at_deadline", "adopted_at", "outcome")


@dataclass(frozen=True)
class Letter:
    """One act on a text under silence: its entry, its day, whose letter it is, and what that says."""

    entry: int
    day: date
    topic: str
    distribution: str
    origin: str | None
    detail: Mapping[str, Any]

    @property
    def deadline(self) -> Deadline | None:
        """The deadline that it sets, if it sets one."""
        told = self.detail.get("deadline")
        return None if told is None else Deadline(**{**told, "instant": datetime.fromisoformat(told["instant"])})

    @property
    def texts(self) -> tuple[CirculatedText, ...]:
        """The files sent with it."""
        return tuple(CirculatedText(**one) for one in self.detail.get("texts", ()))


def _rows(told: Told) -> Iterator[Row]:
    fact = told.fact
    if isinstance(fact, _Written):
        entry = fact.entry
        yield {
            "entry": entry.number,
            "place": entry.place,
            "day": entry.occurred.day.isoformat(),
            "topic": fact.TOPIC,
            "distribution": entry.distribution.value,
            "origin": entry.origin,
            "detail": _detail(fact),
        }


def _detail(fact: _Written) -> Row:
    said: Row = {name: value for name in _SAYS if (value := getattr(fact, name, None)) is not None}
    deadline: Deadline | None = getattr(fact, "deadline", None)
    if deadline is not None:
        said["deadline"] = {**vars(deadline), "instant": deadline.instant.isoformat()}
    texts: tuple[CirculatedText, ...] = getattr(fact, "texts", ())
    if texts:
        said["texts"] = [dict(vars(one)) for one in texts]
    until: date | None = getattr(fact, "basis_until", None) or getattr(fact, "until", None)
    return said if until is None else {**said, "basis_until": until.isoformat()}


PROJECTIONS = (ByAct(LETTER, _rows, set(_Written.__args__)),)


def letters(connection: Connection, stream: str) -> list[Letter]:
    """What was written about the text of a stream, in the order of business."""
    columns = (LETTER.c[name] for name in ("entry", "day", "topic", "distribution", "origin", "detail"))
    query = select(*columns).where(LETTER.c.stream == stream).order_by(LETTER.c.day, LETTER.c.place, LETTER.c.entry)
    return [
        Letter(row.entry, date.fromisoformat(row.day), row.topic, row.distribution, row.origin, row.detail)
        for row in connection.execute(query)
    ]
