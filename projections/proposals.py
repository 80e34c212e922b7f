"""Which proposals are before a body, who sponsors them, and what became of them? The register of proposals."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Column, Connection, Integer, RowMapping, String, Table, Text, func, select

from domain.business import ActStruck
from projections.history import HISTORY
from projections.tables import DERIVED, ByStream, Projection, Row, stream_column

if TYPE_CHECKING:
    from domain.proposal import Proposal


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
    Column("how", String(20)),
    Column("tally", String),
    Column("verb", String),
    Column("amended", Text, nullable=False),
    Column("silence", String),
)

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
class ProposalLine:
    """A proposal as it stands. `symbol` is what it goes by, the first of `symbols` its key.

    `to` is the key of what an amendment would amend, and `amendments` are those submitted to it; `items` are the items
    it was submitted under, as they were called then. `sponsors` leaves out those told in restricted acts, unless asked
    for, and counts them in `withheld`. `disposed` is the entry of the action or of the withdrawal; `became` the text.
    """

    symbol: str
    symbols: tuple[str, ...]
    draft: str
    title: str | None
    title_language: str | None
    meeting: str
    body: str
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
    how: str | None
    tally: str | None
    verb: str | None
    amended: tuple[str, ...]
    silence: str | None
    became: str | None
    entry: int
    disposed: int | None
    stream: str


def _rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind == "proposal" and state.submitted is not None:
        yield _row(state)


def _row(proposal: Proposal) -> Row:
    submitted = proposal.submitted
    assert submitted is not None  # noqa: S101 - the caller asked
    title = submitted.title
    return {
        "entry": submitted.entry.number,
        "key": submitted.symbol,
        "symbols": json.dumps(proposal.symbols),
        "draft": submitted.draft,
        "title": None if title is None else str(title),
        "title_language": None if title is None else title.original,
        "meeting": submitted.meeting,
        "body": submitted.body,
        "items": ",".join(submitted.numbers),
        "to": submitted.to,
        "to_symbol": submitted.to_symbol,
        "submitted": str(submitted.entry.occurred.day),
        "distribution": submitted.entry.distribution.value,
        "orally_revised": proposal.orally_revised,
        "orally_amended": proposal.orally_amended,
        "implications": json.dumps(proposal.implications),
        **_disposed(proposal),
    }


def _disposed(proposal: Proposal) -> Row:
    action = proposal.action
    if action is None:
        gone = proposal.withdrawn
        nothing = dict.fromkeys(("sitting", "how", "tally", "verb", "silence"))
        return {
            **nothing,
            "amended": "[]",
            "status": (ProposalStatus.PENDING if gone is None else ProposalStatus.WITHDRAWN).value,
            "disposed": None if gone is None else gone.number,
            "day": None if gone is None else str(gone.occurred.day),
        }
    return {
        "status": ProposalStatus(action.outcome).value,
        "disposed": action.entry.number,
        "day": str(action.entry.occurred.day),
        "sitting": action.sitting,
        "how": action.taken.how.value,
        "tally": action.taken.tally,
        "verb": action.taken.verb,
        "amended": json.dumps(action.amended),
        "silence": action.silence,
    }


def _sponsors(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    for rank, sponsor in enumerate(state.sponsors if kind == "proposal" else (), start=1):
        yield {"rank": rank, "name": sponsor.name, "restricted": sponsor.restricted}


def _became(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    for draft in state.drafts if kind == "resolution" else ():
        goes_by = state.renumbered or state.ref
        text = f"{goes_by.kind} {goes_by.number} of {goes_by.body}"
        yield {"proposal": draft, "key": str(state.ref), "text": text}


def proposals(connection: Connection, meeting: str | None = None, *, restricted: bool = False) -> list[ProposalLine]:
    """Every proposal submitted to a meeting, by its natural key, or to all, in the order of their submission."""
    query = select(PROPOSAL).order_by(PROPOSAL.c.submitted, PROPOSAL.c.entry)
    rows = connection.execute(query if meeting is None else query.where(PROPOSAL.c.meeting == meeting)).mappings()
    return [_read(connection, row, restricted=restricted) for row in rows]


def proposal(connection: Connection, key: str, *, restricted: bool = False) -> ProposalLine | None:
    """The proposal with that key, as far as it is known."""
    row = connection.execute(select(PROPOSAL).where(PROPOSAL.c.key == key)).mappings().one_or_none()
    return None if row is None else _read(connection, row, restricted=restricted)


def amendments_to(connection: Connection, key: str) -> tuple[str, ...]:
    """The amendments submitted to a proposal, by their first symbols, in the order of their submission."""
    query = select(PROPOSAL.c.key).where(PROPOSAL.c.to == key).order_by(PROPOSAL.c.submitted, PROPOSAL.c.entry)
    return tuple(connection.scalars(query))


def streams_of(connection: Connection, meeting: str) -> tuple[str, ...]:
    """The streams of the proposals submitted to a meeting."""
    return tuple(connection.scalars(select(PROPOSAL.c.stream).where(PROPOSAL.c.meeting == meeting)))


def last_acted(connection: Connection, meeting: str) -> int | None:
    """The last entry that stands of the proposals before a meeting."""
    streams = select(PROPOSAL.c.stream).where(PROPOSAL.c.meeting == meeting)
    query = select(func.max(HISTORY.c.entry)).where(
        HISTORY.c.stream.in_(streams), HISTORY.c.struck_by.is_(None), HISTORY.c.event != ActStruck.TOPIC
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
            "amendments": _amendments(connection, key),
            "sponsors": shown,
            "withheld": len(everyone) - len(shown),
            "status": _status(connection, row),
            "became": text,
        }
    )


def _status(connection: Connection, row: RowMapping) -> ProposalStatus:
    """As its own acts say; an amendment on which no action was taken lapses with what it would have amended."""
    status = ProposalStatus(row["status"])
    if status is not ProposalStatus.PENDING or row["to"] is None:
        return status
    other = connection.execute(select(PROPOSAL).where(PROPOSAL.c.key == row["to"])).mappings().one_or_none()
    gone = other is not None and _status(connection, other) is not ProposalStatus.PENDING
    return ProposalStatus.LAPSED if gone else status


def awaits_number(line: ProposalLine) -> bool:
    """Whether a draft was adopted and is not yet recorded as the text that it became."""
    return line.status is ProposalStatus.ADOPTED and line.to is None and line.became is None


def as_json(lines: list[ProposalLine]) -> list[dict[str, Any]]:
    """The lines in the shape other programs rely on."""
    return [asdict(line) for line in lines]


def _shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state,) if kind == "proposal" else ()


def _shown_of_texts(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state,) if kind == "resolution" else ()


PROJECTIONS: tuple[Projection, ...] = (
    ByStream(PROPOSAL, _rows, _shown, of="proposal"),
    ByStream(SPONSOR, _sponsors, _shown, of="proposal"),
    ByStream(BECAME, _became, _shown_of_texts, of="resolution"),
)
