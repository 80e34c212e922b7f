"""What was done, act by act: every fact of every stream in one sentence, struck ones too. It omits nothing.

Sealed values stand in the sentences as marks; whoever asks for the history unseals what they may see.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, Connection, Integer, RowMapping, String, Table, Text, func, select

from domain.body import BodyRegistered
from domain.business import ActStruck
from domain.decisions import DecisionTaken
from domain.meeting import KIND as MEETING
from domain.numbering import NumberTaken
from domain.parts import Part
from domain.proposal import ProposalSubmitted
from domain.resolution import ResolutionRecorded
from domain.schedule import MeetingScheduled
from domain.silence import SilenceAgreed, SilenceCirculated, SilenceDrafted
from domain.sittings import SittingHeld, SittingOpened, SittingResumed
from domain.values import Distribution
from projections import decisions
from projections.auditing import audited, utc
from projections.sentences import sentence
from projections.sentences.seals import Reveal, printable, unseal, withheld
from projections.sentences.touched import touched
from projections.tables import DERIVED, ByAct, Row, stream_column
from projections.telling import Told
from projections.words import NOT_OFFICIAL, cardinal, clock, counted, listed, long_day, short_day, sitting_words

HISTORY = Table(
    "history",
    DERIVED,
    stream_column(),
    Column("entry", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("key", String, nullable=False),
    Column("event", String(80), nullable=False),
    Column("day", String(10), nullable=False),
    Column("at", String(40)),
    Column("zone", String(64)),
    Column("recorded_at", String(40), nullable=False),
    Column("recorded_by", String, nullable=False),
    Column("sitting", Integer),
    Column("resumed", Boolean, nullable=False),
    Column("summary", Text, nullable=False),
    Column("struck_by", Integer),
    Column("distribution", String(20), nullable=False),
    Column("waives", String, nullable=False),
    Column("authority", String),
    Column("origin", String),
    Column("note", Text),
    Column("items", Text, nullable=False),
    Column("happened", String(40), nullable=False),
    Column("replaces", Integer),
    Column("replaced_by", Integer),
    Column("lacks", String, nullable=False),
)

_WIDTH = 100

Remarks = Mapping[int, Sequence[str]]
"""What is remarked on each of the entries that answer a question, by its number."""


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """One entry of the record.

    `day`, `at` (on the clock of the room) and `recorded_at` (UTC) are ISO 8601. `sitting` is the plenary meeting under
    way, `resumed` whether that was resumed, `struck_by` the entry of the strike, `items` the identities of the agenda
    items the act touches. `summary` is the sentence, with marks where values are sealed; `hidden` counts those that
    were withheld in unsealing it. `happened` is the moment (UTC) by which it had; `replaces` the entry whose place it
    took, `replaced_by` the one that took its own; `lacks` what it lacked (`auditing.Lack`).
    """

    stream: str
    entry: int
    kind: str
    key: str
    event: str
    day: str
    at: str | None
    zone: str | None
    recorded_at: str
    recorded_by: str
    sitting: int | None
    summary: str
    struck_by: int | None
    distribution: Distribution
    waives: tuple[str, ...]
    authority: str | None
    origin: str | None
    note: str | None
    items: tuple[str, ...]
    happened: str
    replaces: int | None
    replaced_by: int | None
    lacks: tuple[str, ...]
    resumed: bool = False
    hidden: int = 0


def _rows(told: Told) -> Iterator[Row]:
    entry = told.fact.entry
    occurred, part = entry.occurred, _part(told)
    local = occurred.local
    yield {
        "entry": entry.number,
        "kind": told.kind,
        "key": _key(told),
        "event": told.fact.TOPIC,
        "day": occurred.day.isoformat(),
        "at": local.isoformat() if local else None,
        "zone": occurred.zone,
        "recorded_at": utc(entry.recorded_at),
        "recorded_by": entry.recorded_by,
        "sitting": part.number if part else None,
        "resumed": part is not None and part.resumed,
        "summary": sentence(told),
        "struck_by": told.struck_by.entry.number if told.struck_by else None,
        "distribution": entry.distribution.value,
        "waives": ",".join(entry.waives),
        "authority": entry.authority,
        "origin": entry.origin,
        "note": entry.note,
        "items": "".join(f",{item}" for item in touched(told)) + ",",
        **audited(told),
    }


def _key(told: Told) -> str:
    """The short key of the stream, from the act it began with: that one stays, even struck, as long as the stream."""
    match told.first:
        case BodyRegistered(key=key) | MeetingScheduled(key=key):
            return key
        case SilenceAgreed(key=key) | SilenceDrafted(key=key) | SilenceCirculated(key=key):
            return key
        case ResolutionRecorded(ref=ref):
            return f"{ref.body} {ref.number}"
        case ProposalSubmitted(symbol=symbol):
            return symbol
        case NumberTaken(number=number):
            return number
        case _:
            return ""


def _part(told: Told) -> Part | None:
    """The part of a plenary meeting under way. A strike is no business of any."""
    if told.kind != MEETING or isinstance(told.fact, ActStruck):
        said: int | None = getattr(told.fact, "sitting", None)  # an act on a proposal says in which sitting it was done
        return None if said is None else Part(said, told.fact.entry)
    match told.fact:
        case SittingOpened(number=number, entry=entry):
            return Part(number, entry)
        case SittingHeld(number=number, entry=entry, resumed=resumed):
            return Part(number, entry, resumed=resumed)
        case SittingResumed(number=number, entry=entry):
            return Part(number, entry, resumed=True)
        case fact:
            part: Part | None = told.before.sittings.under_way(fact.entry.occurred.day)
            return part


def history(
    connection: Connection,
    *,
    stream: UUID | str | None = None,
    item: str | None = None,
    limit: int | None = None,
    others: Sequence[str] = (),
) -> list[HistoryLine]:
    """The lines in the order of entry: of all streams or one and `others`, of all items or one, the last `limit`."""
    query = select(HISTORY).order_by(HISTORY.c.entry.desc()).limit(limit)
    if stream is not None:
        query = query.where(HISTORY.c.stream.in_([str(stream), *others]))
    if item is not None:
        query = query.where(HISTORY.c["items"].contains(f",{item},", autoescape=True))
    return _numbered(connection, [_read(row) for row in connection.execute(query).mappings()][::-1])


def _numbered(connection: Connection, lines: list[HistoryLine]) -> list[HistoryLine]:
    """The lines, each decision with the number it goes by, which may have come later than the decision."""
    taken = [line.entry for line in lines if line.event == DecisionTaken.TOPIC and line.struck_by is None]
    found = decisions.of_entries(connection, taken) if taken else {}
    return [replace(line, summary=decisions.in_words(line.summary, found.get(line.entry))) for line in lines]


def _read(row: RowMapping) -> HistoryLine:
    stored: dict[str, Any] = dict(row)
    stored["distribution"] = Distribution(stored["distribution"])
    for several in ("waives", "items", "lacks"):
        stored[several] = tuple(filter(None, stored[several].split(",")))
    return HistoryLine(**stored)


def entries(connection: Connection, numbers: Sequence[int]) -> list[HistoryLine]:
    """The lines of these entries, in the order of entry."""
    query = select(HISTORY).where(HISTORY.c.entry.in_(numbers)).order_by(HISTORY.c.entry)
    return _numbered(connection, [_read(row) for row in connection.execute(query).mappings()])


def last_entry(
    connection: Connection,
    stream: UUID | str,
    *,
    known_at: int | datetime | None = None,
    on: date | None = None,
) -> int | None:
    """The last entry of a stream, struck ones and strikes included: of those known then, or of the days until then."""
    query = select(func.max(HISTORY.c.entry)).where(HISTORY.c.stream == str(stream))
    if isinstance(known_at, int):
        query = query.where(HISTORY.c.entry <= known_at)
    elif known_at is not None:
        query = query.where(HISTORY.c.recorded_at <= utc(known_at))
    if on is not None:
        query = query.where(HISTORY.c.day <= on.isoformat())
    newest: int | None = connection.execute(query).scalar_one()
    return newest


def since(connection: Connection, entry: int, streams: Iterable[UUID | str]) -> list[HistoryLine]:
    """The lines of these streams that were entered after an entry, in the order of entry."""
    query = select(HISTORY).where(HISTORY.c.entry > entry, HISTORY.c.stream.in_([str(one) for one in streams]))
    return [_read(row) for row in connection.execute(query.order_by(HISTORY.c.entry)).mappings()]


def last(connection: Connection, n: int) -> list[HistoryLine]:
    """The last `n` entries of the record, in the order of entry."""
    return history(connection, limit=n)


def why(connection: Connection, stream: UUID | str, item: str) -> list[int]:
    """The entries that touched an item and stand: what its line in a paper came from."""
    lines = history(connection, stream=stream, item=item)
    return [line.entry for line in lines if line.struck_by is None and line.event != ActStruck.TOPIC]


def unsealed(lines: Iterable[HistoryLine], reveal: Reveal, *, restricted: bool = False) -> list[HistoryLine]:
    """The lines as they may be read: see `seals.unseal`."""
    return [
        replace(
            line,
            summary=unseal(line.summary, reveal, restricted=restricted),
            hidden=0 if restricted else withheld(line.summary),
        )
        for line in lines
    ]


def as_json(lines: Iterable[HistoryLine], remarks: Remarks | None = None) -> list[dict[str, object]]:
    """The lines as other programs read them (`nemcon history --json`), with the remarks made on each."""
    return [
        {
            "entry": line.entry,
            "event": line.event,
            "occurred": {"day": line.day, "at": line.at, "zone": line.zone},
            "recorded_at": line.recorded_at,
            "recorded_by": line.recorded_by,
            "summary": printable(line.summary),
            "struck_by": line.struck_by,
            "replaces": line.replaces,
            "replaced_by": line.replaced_by,
            "waives": [*line.waives],
            "authority": line.authority,
            "distribution": line.distribution.value,
            "withheld": line.hidden or withheld(line.summary),
            **({} if remarks is None else {"remarks": [*remarks[line.entry]]}),
        }
        for line in lines
    ]


def line(one: HistoryLine) -> str:
    """One line of the echo: `#27  wg7, 2nd meeting, 8 Sep 16:55   The Working Group concluded ...`."""
    day = date.fromisoformat(one.day)
    at = datetime.fromisoformat(one.at) if one.at else None
    when = f"{short_day(day)} {at:%H:%M}" if at else f"{short_day(day)} {day.year}"
    where = ", ".join(filter(None, [one.key, _meeting(one), when]))
    return f"#{one.entry}  {where}   {printable(one.summary)}{_marked(one)}"


def _meeting(one: HistoryLine) -> str:
    return sitting_words(one.sitting, resumed=one.resumed) if one.sitting else ""


def _marked(one: HistoryLine) -> str:
    struck = f"  [struck by #{one.struck_by}]" if one.struck_by else ""
    under = f", under {one.authority}" if one.authority else ""
    waived = (
        f"  [notwithstanding rule{'s' if len(one.waives) > 1 else ''} {listed(one.waives)}{under}]"
        if one.waives
        else ""
    )
    return struck + waived + ("  [restricted]" if one.distribution is Distribution.RESTRICTED else "")


def history_text(
    lines: Sequence[HistoryLine], heading: str, *, left_out: int = 0, remarks: Remarks | None = None
) -> str:
    """The history as a paper: by day, 100 columns wide; it says what it withholds and that it is not official.

    With `remarks`, even none, the lines are the answer to a question: they are counted.
    """
    several = len({one.stream for one in lines}) > 1
    indent = max((len(str(one.entry)) for one in lines), default=1) + 5
    parts = [heading]
    for day, entries in groupby(lines, key=lambda one: one.day):
        parts.append(long_day(date.fromisoformat(day)))
        parts.append(
            "\n".join(_entry(one, indent, (remarks or {}).get(one.entry, ()), several=several) for one in entries)
        )
    if remarks is not None:
        parts.append(_found(len(lines)))
    hidden = sum(one.hidden or withheld(one.summary) for one in lines)
    if hidden:
        parts.append(f"{counted(hidden, 'value').capitalize()} withheld.")
    if left_out:
        parts.append(f"{counted(left_out, 'restricted act').capitalize()} left out.")
    return "\n\n".join([*parts, NOT_OFFICIAL]) + "\n"


def _found(number: int) -> str:
    return f"{cardinal(number).capitalize()} {'entry' if number == 1 else 'entries'}." if number else "No such entry."


def _entry(one: HistoryLine, indent: int, remarks: Sequence[str], *, several: bool) -> str:
    at = clock(datetime.fromisoformat(one.at)) if one.at else ""
    where = ", ".join(filter(None, [one.key if several else "", _meeting(one), at]))
    marks = "".join([_marked(one), *(f"  [{remark}]" for remark in remarks)])
    return textwrap.fill(
        f"{f'({where}) ' if where else ''}{printable(one.summary)}{marks}",
        width=_WIDTH,
        initial_indent=f"  #{one.entry}".ljust(indent),
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


PROJECTIONS = (ByAct(HISTORY, _rows, all_told=True),)
