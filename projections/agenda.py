"""What is the agenda? As provisionally issued, as adopted, and as it stands. Its rows: `projections.agenda_rows`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Integer, String, Table, select

from domain.late import dataclass
from domain.outline import Predecessor
from domain.values import LocalizedText, Occurred
from projections.amendments import AmendmentView
from projections.tables import DERIVED, stream_column


class Edition(StrEnum):
    """Which list is meant: the provisional paper, the one adopted, or the one in force now."""

    PROVISIONAL = "provisional"
    ADOPTED = "adopted"
    CURRENT = "current"


class Status(StrEnum):
    """How far the agenda has come."""

    PROVISIONAL = "provisional"
    PROVISIONALLY_ADOPTED = "provisionally_adopted"
    ADOPTED = "adopted"
    NEVER_ADOPTED = "never_adopted"


AGENDA = Table(
    "agenda",
    DERIVED,
    stream_column(),
    Column("status", String(30), nullable=False),
    Column("symbol", String),
    Column("issued", String(10), nullable=False),
    Column("issued_entry", Integer, nullable=False),
    Column("source_sha256", String(64)),
    Column("adopted_entry", Integer),
    Column("adopted_day", String(10)),
    Column("adopted_at", String),
    Column("adopted_zone", String),
    Column("adopted_sitting", Integer),
    Column("adopted_resumed", Boolean, nullable=False),
    Column("as_amended", Boolean, nullable=False),
    Column("in_abeyance", JSON, nullable=False),
    Column("provisionally", JSON),
    Column("applied_entry", Integer),
    Column("understandings", JSON, nullable=False),
    Column("amendments", JSON, nullable=False),
    Column("changes", JSON, nullable=False),
    Column("adopted_papers", JSON, nullable=False),
)
LINE = Table(
    "agenda_line",
    DERIVED,
    stream_column(),
    Column("edition", String(20), nullable=False),
    Column("rank", Integer, nullable=False),
    Column("item", String, nullable=False),
    Column("number", String),
    Column("original", String(2), nullable=False),
    Column("titles", JSON, nullable=False),
    Column("parent", String),
    Column("status", String(30), nullable=False),
    Column("considered", Boolean, nullable=False),
    Column("footnotes", JSON, nullable=False),
    Column("allocated", JSON, nullable=False),
    Column("remaining", Boolean, nullable=False),
    Column("deferred", JSON, nullable=False),
    Column("continues", JSON, nullable=False),
)


@dataclass(frozen=True)
class DeferralView:
    """What of an item was deferred: some documents, only the decision, or the item itself, and to which meeting."""

    to: str
    documents: tuple[str, ...]
    decision_only: bool

    @property
    def wholly(self) -> bool:
        """Whether the item itself was deferred."""
        return not self.documents and not self.decision_only


@dataclass(frozen=True)
class ItemView:
    """An item of an agenda. `status` is why it is gone, or how far the body has come with it."""

    id: str
    number: str | None
    title: LocalizedText
    parent: str | None
    status: str
    considered: bool = True
    footnotes: tuple[str, ...] = ()
    allocated: tuple[str, ...] = ()
    remaining: bool = False
    deferred: tuple[DeferralView, ...] = ()
    continues: tuple[Predecessor, ...] = ()


@dataclass(frozen=True)
class UnderstandingView:
    """An understanding that the Chair stated, of an item or of the whole agenda."""

    entry: int
    item: str | None
    text: str


@dataclass(frozen=True)
class Provisionally:
    """A provisional adoption: its entry, when it was, and at which sitting if that is known."""

    entry: int
    occurred: Occurred
    sitting: int | None
    resumed: bool = False


@dataclass(frozen=True)
class AgendaView:
    """An agenda: its edition's items, depth first, and what is known of its issue and its adoption."""

    stream: str
    status: Status
    symbol: str | None
    issued: date
    issued_entry: int
    source_sha256: str | None
    adopted_entry: int | None
    adopted: Occurred | None
    sitting: int | None
    amendments: tuple[AmendmentView, ...]
    edition: Edition
    items: tuple[ItemView, ...]
    in_abeyance: tuple[str, ...] = ()
    provisionally: Provisionally | None = None
    applied_entry: int | None = None
    resumed: bool = False
    understandings: tuple[UnderstandingView, ...] = ()
    changes: tuple[AmendmentView, ...] = ()
    adopted_symbol: str | None = None
    allocation: str | None = None

    @property
    def as_amended(self) -> bool:
        """Whether oral amendments took effect with the adoption: computed from the record, never typed."""
        return self.adopted_entry is not None and bool(self.amendments)


def agenda(connection: Connection, stream: str, edition: Edition = Edition.CURRENT) -> AgendaView | None:
    """An edition of a meeting's agenda; None where none was issued, or the agenda was not adopted."""
    row = connection.execute(select(AGENDA).where(AGENDA.c.stream == stream)).one_or_none()
    if row is None or (edition is Edition.ADOPTED and row.adopted_entry is None):
        return None
    lines = select(LINE).where(LINE.c.stream == stream, LINE.c.edition == edition).order_by(LINE.c.rank)
    return view(row, connection.execute(lines), edition)


def view(row: Any, lines: Iterable[Any], edition: Edition) -> AgendaView:  # noqa: ANN401 - rows of the tables above
    """An edition as its row and its lines tell it, whether they were stored or just made."""
    return AgendaView(
        stream=row.stream,
        status=Status(row.status),
        symbol=row.symbol,
        issued=date.fromisoformat(row.issued),
        issued_entry=row.issued_entry,
        source_sha256=row.source_sha256,
        adopted_entry=row.adopted_entry,
        adopted=_adopted(row.adopted_day, row.adopted_at, row.adopted_zone),
        sitting=row.adopted_sitting,
        resumed=row.adopted_resumed,
        amendments=tuple(AmendmentView(**one) for one in row.amendments),
        edition=edition,
        items=tuple(map(_item, lines)),
        in_abeyance=tuple(row.in_abeyance),
        provisionally=_provisional_view(row.provisionally),
        applied_entry=row.applied_entry,
        understandings=tuple(UnderstandingView(**one) for one in row.understandings),
        changes=tuple(AmendmentView(**one) for one in row.changes),
        adopted_symbol=row.adopted_papers[0],
        allocation=row.adopted_papers[1],
    )


def numbers(connection: Connection, stream: str, items: Collection[str]) -> list[str]:
    """The numbers that some items have in the agenda in force, in its order."""
    lines = select(LINE.c.number).where(
        LINE.c.stream == stream, LINE.c.edition == Edition.CURRENT, LINE.c.item.in_(items)
    )
    return [row.number for row in connection.execute(lines.order_by(LINE.c.rank)) if row.number is not None]


def _provisional_view(told: dict[str, Any] | None) -> Provisionally | None:
    if told is None:
        return None
    occurred = _adopted(told["day"], told["at"], told["zone"])
    return None if occurred is None else Provisionally(told["entry"], occurred, told["sitting"], told["resumed"])


def _adopted(day: str | None, at: str | None, zone: str | None) -> Occurred | None:
    if day is None:
        return None
    moment = None if at is None else datetime.fromisoformat(at)
    return Occurred(day=date.fromisoformat(day), at=moment, zone=zone)


def _item(row: Any) -> ItemView:  # noqa: ANN401 - a row of the table above
    title = LocalizedText(original=row.original, texts=row.titles["texts"], unofficial=tuple(row.titles["unofficial"]))
    notes, allocated = tuple(row.footnotes), tuple(row.allocated)
    where = (row.item, row.number, title, row.parent, row.status)
    deferred = tuple(DeferralView(one["to"], tuple(one["documents"]), one["decision_only"]) for one in row.deferred)
    continues = tuple(Predecessor(**one) for one in row.continues)
    return ItemView(*where, row.considered, notes, allocated, row.remaining, deferred, continues)
