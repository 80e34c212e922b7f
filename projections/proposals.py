"""Which proposals are before a body, who sponsors them, and what became of them? The register of proposals.

The rows are made in `projections.proposal_rows`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, RowMapping, Select, String, Table, Text, func, select

from domain.business import ActStruck
from domain.late import dataclass
from projections.history import HISTORY
from projections.tables import DERIVED, stream_column


class ProposalStatus(StrEnum):
    """How a proposal stands."""

    PENDING = "pending"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_ACTION = "no_action"


PROPOSAL = Table(
    "proposal",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("key", String, nullable=False, index=True),
    Column("symbols", Text, nullable=False),
    Column("draft", String(20), nullable=False),
    Column("title", Text),
    Column("title_language", String(10)),
    Column("meeting", String, nullable=False, index=True),
    Column("body", String, nullable=False),
    Column("body_short", String, nullable=False),
    Column("items", String, nullable=False),
    Column("to", String, index=True),
    Column("to_symbol", String),
    Column("submitted", String(10), nullable=False),
    Column("distribution", String(20), nullable=False),
    Column("orally_revised", Boolean, nullable=False),
    Column("orally_amended", Boolean, nullable=False),
    Column("implications", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("disposed", Integer),
    Column("day", String(10)),
    Column("sitting", Integer),
    Column("resumed", Boolean, nullable=False),
    Column("by_body", String),
    Column("earlier", Text, nullable=False),
    Column("how", String(20)),
    Column("tally", String),
    Column("verb", String),
    Column("amended", Text, nullable=False),
    Column("silence", String),
)

# Every meeting that a proposal is before: that of its submission, and others that acted on it.
BEFORE = Table("proposal_before", DERIVED, stream_column(), Column("meeting", String, nullable=False, index=True))

SPONSOR = Table(
    "proposal_sponsor",
    DERIVED,
    stream_column(),
    Column("rank", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("restricted", Boolean, nullable=False),
)

# What a draft became: written by the text that names it.
BECAME = Table(
    "proposal_became",
    DERIVED,
    stream_column(),
    Column("proposal", String, nullable=False, index=True),
    Column("key", String, nullable=False),
    Column("text", String, nullable=False),
)


@dataclass(frozen=True, kw_only=True)
class ActionLine:
    """The action of a body on a proposal; `by_body` names one other than that to which the proposal was submitted."""

    outcome: str
    by_body: str | None
    day: str
    sitting: int | None
    resumed: bool
    how: str
    tally: str | None
    verb: str | None
    amended: tuple[str, ...]
    silence: str | None
    entry: int


@dataclass(frozen=True, kw_only=True)
class ProposalLine:
    """A proposal as it stands. `symbol` is what it goes by, the first of `symbols` its key.

    `to` is the key of what an amendment would amend, and `amendments` are those submitted to it; `items` are the items
    it was submitted under, as they were called then. `sponsors` leaves out those told in restricted acts, unless asked
    for, and counts them in `withheld`. `disposed` is the entry of the action or of the withdrawal; `became` the text.

    The action is the last one: that of `by_body` where another body acted than that to which it was submitted, as the
    General Assembly on what its Third Committee had adopted. Those before it are `earlier`.
    """

    symbol: str
    symbols: tuple[str, ...]
    draft: str
    title: str | None
    title_language: str | None
    meeting: str
    body: str
    body_short: str
    items: tuple[str, ...]
    to: str | None
    to_symbol: str | None
    amendments: tuple[str, ...]
    sponsors: tuple[str, ...]
    withheld: int
    submitted: str
    distribution: str
    orally_revised: bool
    orally_amended: bool
    implications: tuple[str | None, ...]
    status: ProposalStatus
    day: str | None
    sitting: int | None
    resumed: bool
    by_body: str | None
    earlier: tuple[ActionLine, ...]
    how: str | None
    tally: str | None
    verb: str | None
    amended: tuple[str, ...]
    silence: str | None
    became: str | None
    entry: int
    disposed: int | None
    stream: str


def proposals(connection: Connection, meeting: str | None = None, *, restricted: bool = False) -> list[ProposalLine]:
    """Every proposal before a meeting, by its natural key, or before any, in the order of their submission."""
    query = select(PROPOSAL).order_by(PROPOSAL.c.submitted, PROPOSAL.c.entry)
    if meeting is not None:
        query = query.where(PROPOSAL.c.stream.in_(_streams_before(meeting)))
    rows = connection.execute(query).mappings()
    return [_read(connection, row, restricted=restricted) for row in rows]


def proposal(connection: Connection, key: str, *, restricted: bool = False) -> ProposalLine | None:
    """The proposal with that key, as far as it is known."""
    row = connection.execute(select(PROPOSAL).where(PROPOSAL.c.key == key)).mappings().one_or_none()
    return None if row is None else _read(connection, row, restricted=restricted)


def _streams_before(meeting: str) -> Select[tuple[str]]:
    return select(BEFORE.c.stream).where(BEFORE.c.meeting == meeting)


def amendments_to(connection: Connection, key: str) -> tuple[str, ...]:
    """The amendments submitted to a proposal, by their first symbols, in the order of their submission."""
    query = select(PROPOSAL.c.key).where(PROPOSAL.c.to == key).order_by(PROPOSAL.c.submitted, PROPOSAL.c.entry)
    return tuple(connection.scalars(query))


def streams_of(connection: Connection, meeting: str) -> tuple[str, ...]:
    """The streams of the proposals submitted to a meeting."""
    return tuple(connection.scalars(select(PROPOSAL.c.stream).where(PROPOSAL.c.meeting == meeting)))


def last_acted(connection: Connection, meeting: str) -> int | None:
    """The last entry that stands of the proposals before a meeting."""
    query = select(func.max(HISTORY.c.entry)).where(
        HISTORY.c.stream.in_(_streams_before(meeting)),
        HISTORY.c.struck_by.is_(None),
        HISTORY.c.event != ActStruck.TOPIC,
    )
    last: int | None = connection.scalar(query)
    return last


def _amendments(connection: Connection, key: str) -> tuple[str, ...]:
    """The same by the symbols that they go by."""
    query = select(PROPOSAL.c.symbols).where(PROPOSAL.c.to == key).order_by(PROPOSAL.c.submitted, PROPOSAL.c.entry)
    return tuple(json.loads(symbols)[-1] for symbols in connection.scalars(query))


def became(connection: Connection, key: str) -> str | None:
    """The key of the text that a draft became."""
    found: str | None = connection.scalar(select(BECAME.c.key).where(BECAME.c.proposal == key))
    return found


def _read(connection: Connection, row: RowMapping, *, restricted: bool) -> ProposalLine:
    stored: dict[str, Any] = dict(row)
    key, symbols = stored.pop("key"), tuple(json.loads(stored.pop("symbols")))
    everyone = connection.execute(
        select(SPONSOR.c.name, SPONSOR.c.restricted).where(SPONSOR.c.stream == row["stream"]).order_by(SPONSOR.c.rank)
    ).all()
    shown = tuple(one.name for one in everyone if restricted or not one.restricted)
    text = connection.scalar(select(BECAME.c.text).where(BECAME.c.proposal == key))
    return ProposalLine(
        **{
            **stored,
            "symbol": symbols[-1],
            "symbols": symbols,
            "items": tuple(filter(None, stored["items"].split(","))),
            "implications": tuple(json.loads(stored["implications"])),
            "amended": tuple(json.loads(stored["amended"])),
            "earlier": tuple(ActionLine(**one) for one in _listed(stored["earlier"])),
            "amendments": _amendments(connection, key),
            "sponsors": shown,
            "withheld": len(everyone) - len(shown),
            "status": _status(connection, row),
            "became": text,
        }
    )


def _listed(earlier: str) -> Iterator[dict[str, Any]]:
    for one in json.loads(earlier):
        yield {**one, "amended": tuple(one["amended"])}


def _status(connection: Connection, row: RowMapping) -> ProposalStatus:
    """As its own acts say; an amendment on which no action was taken lapses with what it would have amended."""
    status = ProposalStatus(row["status"])
    if status is not ProposalStatus.PENDING or row["to"] is None:
        return status
    other = connection.execute(select(PROPOSAL).where(PROPOSAL.c.key == row["to"])).mappings().one_or_none()
    gone = other is not None and _acted_there(connection, other, row["meeting"])
    return ProposalStatus.LAPSED if gone else status


def _acted_there(connection: Connection, other: RowMapping, meeting: str) -> bool:
    """Whether nothing more is expected of that meeting: what a committee adopted may yet be amended in plenary."""
    before = select(BEFORE.c.meeting).where(BEFORE.c.stream == other["stream"])
    return _status(connection, other) is not ProposalStatus.PENDING and meeting in connection.scalars(before).all()


def awaits_number(line: ProposalLine) -> bool:
    """Whether a draft was adopted and is not yet recorded as the text that it became."""
    return line.status is ProposalStatus.ADOPTED and line.to is None and line.became is None


def as_json(lines: list[ProposalLine]) -> list[dict[str, Any]]:
    """The lines in the shape other programs rely on."""
    return [asdict(line) for line in lines]
