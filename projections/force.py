"""Which texts are in force, and since when is one not? Worked out for a day, from what other texts did to it.

A text acts from the day on which it has itself effect: that stated, else that of its adoption. What it abrogates,
rescinds, supersedes or terminates is then no longer in force, unless only a part is meant. A text whose last day is
known has expired after it, unless another one extends or renews it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Integer, String, Table, select

from domain.late import dataclass
from domain.resolution import ResolutionEffectStated
from projections.tables import DERIVED, ByAct, Projection, Row, stream_column
from projections.telling import Told
from projections.ties import ACTING, EDGE, NODE, EdgeRelation, NodeKind, by_then, folded, rank_of, read_id, text_id

EFFECT = Table(
    "text_effect",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("id", String, nullable=False, index=True),
    Column("begins", String(10)),
    Column("ends", String(10)),
    Column("occurred", String(10), nullable=False),
    Column("rank", String, nullable=False),  # of the rows of a text, the one of the greatest rank stands
)


class Force(StrEnum):
    """Whether a text is in force on the day looked at."""

    IN_FORCE = "in force"
    NOT_YET = "not yet in effect"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    TERMINATED = "terminated"
    RESCINDED = "rescinded"
    ABROGATED = "abrogated"


_ENDED = {
    EdgeRelation.SUPERSEDES: Force.SUPERSEDED,
    EdgeRelation.TERMINATES: Force.TERMINATED,
    EdgeRelation.RESCINDS: Force.RESCINDED,
    EdgeRelation.ABROGATES: Force.ABROGATED,
}
_PROLONGED = (EdgeRelation.EXTENDS, EdgeRelation.RENEWS)


class Bearing(NamedTuple):
    """What another text does to one, from the day on which that one has effect."""

    relation: EdgeRelation
    by: str
    since: str
    in_part: str | None
    until: str | None
    entry: int
    verified: bool


@dataclass(frozen=True)
class Standing:
    """Where a text stands on a day: since when, and by which other text, if it is not in force.

    `past` is what other texts have done to it, `ahead` what they are still to do; `begins` and `ends` are its own days.
    """

    force: Force
    since: str | None = None
    by: Bearing | None = None
    past: tuple[Bearing, ...] = ()
    ahead: tuple[Bearing, ...] = ()
    begins: str | None = None
    ends: str | None = None

    @property
    def in_force(self) -> bool:
        """Whether it is in force, wholly or in part."""
        return self.force is Force.IN_FORCE


def _rows(told: Told) -> Iterator[Row]:
    fact = told.fact
    if isinstance(fact, ResolutionEffectStated) and told.after.ref is not None:
        begins, ends = told.after.effect
        yield {
            "entry": fact.entry.number,
            "id": folded(text_id(told.after.ref)),
            "begins": None if begins is None else begins.isoformat(),
            "ends": None if ends is None else ends.isoformat(),
            "occurred": fact.entry.occurred.day.isoformat(),
            "rank": rank_of(fact.entry),
        }


def standings(
    connection: Connection, ids: Collection[str], on: date, *, until: str | None = None
) -> dict[str, Standing]:
    """Where each of these texts stands on a day; by the ids given, which are those of nodes.

    With `until`, an ISO day, only by the acts of that day and of those before.
    """
    wanted = {folded(id_): id_ for id_ in ids}
    edges = list(_acting(connection, list(wanted), until))
    days = _days(connection, {*wanted, *(edge.from_id for edge in edges)}, until)
    bearings: defaultdict[str, list[Bearing]] = defaultdict(list)
    for edge in edges:
        bearings[edge.to_id].append(_bearing(edge, days))
    return {
        id_: _standing(days.get(one, _UNKNOWN), sorted(bearings[one], key=lambda b: (b.since, b.entry)), on.isoformat())
        for one, id_ in wanted.items()
    }


class _Days(NamedTuple):
    """The days of a text: its name, when it was adopted, from when and until when it has effect."""

    name: str = ""
    adopted: str | None = None
    begins: str | None = None
    ends: str | None = None


_UNKNOWN = _Days()
_CHUNK = 500


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


def _acting(connection: Connection, ids: Collection[str], until: str | None) -> Iterator[Any]:
    columns = ("from_id", "to_id", "relation", "day", "in_part", "until", "entry", "verified")
    acting = EDGE.c.relation.in_([one.value for one in ACTING])
    for chunk in _chunks(ids):
        found = (EDGE.c.to_id.in_(chunk), acting, *by_then(EDGE.c.day, until))
        yield from connection.execute(select(*(EDGE.c[one] for one in columns)).where(*found))


def _days(connection: Connection, ids: Collection[str], until: str | None) -> dict[str, _Days]:
    found: dict[str, _Days] = {}
    for chunk in _chunks(ids):
        known = (NODE.c.id.in_(chunk), *by_then(NODE.c.occurred, until))
        query = select(NODE.c.id, NODE.c.name, NODE.c.day, NODE.c.rank).where(*known).distinct()
        for id_, name, day, _rank in connection.execute(query.order_by(NODE.c.rank)):
            found[id_] = _Days(name, day)
        effects = (EFFECT.c.id.in_(chunk), *by_then(EFFECT.c.occurred, until))
        stated = select(EFFECT.c.id, EFFECT.c.begins, EFFECT.c.ends).where(*effects)
        for id_, begins, ends in connection.execute(stated.order_by(EFFECT.c.rank)):
            found[id_] = found.get(id_, _UNKNOWN)._replace(begins=begins, ends=ends)
    return found


def _bearing(edge: Any, days: Mapping[str, _Days]) -> Bearing:  # noqa: ANN401 - a row of EDGE
    by = days.get(edge.from_id, _UNKNOWN)
    since = by.begins or by.adopted or edge.day
    return Bearing(EdgeRelation(edge.relation), by.name, since, edge.in_part, edge.until, edge.entry, edge.verified)


def _standing(days: _Days, bearings: list[Bearing], on: str) -> Standing:
    ends = _last_day(days, bearings, on)
    begins = days.begins or days.adopted
    past, ahead = (tuple(one for one in bearings if (one.since > on) is later) for later in (False, True))
    stands = Standing(Force.IN_FORCE, past=past, ahead=ahead, begins=days.begins, ends=ends)
    for one in past:
        if one.relation in _ENDED and one.in_part is None:
            return replace(stands, force=_ENDED[one.relation], since=one.since, by=one)
    if begins is not None and on < begins:
        return replace(stands, force=Force.NOT_YET)
    if ends is not None and ends < on:
        return replace(stands, force=Force.EXPIRED, since=ends)
    return stands


def _last_day(days: _Days, bearings: list[Bearing], on: str) -> str | None:
    """The last day on which the text has effect, as extended so far; None where it has none."""
    if days.ends is None:
        return None
    prolonged = [one.until for one in bearings if one.relation in _PROLONGED and one.since <= on]
    return None if None in prolonged else max([days.ends, *(day for day in prolonged if day)])


@dataclass(frozen=True)
class TextLine:
    """A line of the register of texts; days are ISO 8601 dates."""

    id: str
    kind: str
    body: str
    number: str
    symbol: str | None
    title: str | None
    adopted: str | None
    verified: bool
    entry: int
    standing: Standing


def register(connection: Connection, on: date, *, body: str | None = None) -> list[TextLine]:
    """Every text of the record, those known by citation only left out, by body, day and number; or those of a body."""
    columns = (NODE.c.id, NODE.c.name, NODE.c.kind, NODE.c.symbol, NODE.c.label, NODE.c.day, NODE.c.verified)
    texts = NODE.c.kind.in_([NodeKind.RESOLUTION, NodeKind.DECISION])
    query = select(*columns, NODE.c.entry).where(texts, NODE.c.rank.startswith("recorded ")).order_by(NODE.c.rank)
    rows = {row.id: row for row in connection.execute(query) if body is None or _body(row) == body}
    found = standings(connection, rows, on)
    lines = [_line(row, found[id_]) for id_, row in rows.items()]
    return sorted(lines, key=lambda line: (line.body, line.adopted or "", line.kind, line.number))


def cited_only(connection: Connection, *, body: str | None = None) -> int:
    """How many texts are known by citation only; of all bodies, or of one."""
    texts = NODE.c.kind.in_([NodeKind.RESOLUTION, NodeKind.DECISION])
    recorded = select(NODE.c.id).where(texts, NODE.c.rank.startswith("recorded "))
    entered = select(NODE.c.name).where(texts, NODE.c.id.not_in(recorded))
    cited = select(EDGE.c.to_name).where(EDGE.c.to_name.startswith("resolution:"), EDGE.c.to_id.not_in(recorded))
    names = {folded(name): name for name in connection.scalars(entered.union(cited))}.values()
    return sum(body is None or read_id(name)[1].startswith(f"{body} ") for name in names)


def _body(row: Any) -> str:  # noqa: ANN401 - a row of NODE
    return str(row.name).partition(":")[2].partition(f" {row.kind} ")[0]


def _line(row: Any, standing: Standing) -> TextLine:  # noqa: ANN401 - a row of NODE
    body, _, number = str(row.name).partition(":")[2].partition(f" {row.kind} ")
    return TextLine(row.name, row.kind, body, number, row.symbol, row.label, row.day, row.verified, row.entry, standing)


def standing_json(standing: Standing) -> dict[str, Any]:
    """Where a text stands, as other programs read it."""
    return {
        "force": standing.force.value,
        "in_force": standing.in_force,
        "since": standing.since,
        "by": None if standing.by is None else standing.by.by,
        "begins": standing.begins,
        "ends": standing.ends,
        "past": [_bearing_json(one) for one in standing.past],
        "ahead": [_bearing_json(one) for one in standing.ahead],
    }


def _bearing_json(one: Bearing) -> dict[str, Any]:
    return {**one._asdict(), "relation": one.relation.value}


def as_json(lines: list[TextLine]) -> list[dict[str, Any]]:
    """The register in the shape other programs rely on."""
    return [{**vars(line), "standing": standing_json(line.standing)} for line in lines]


PROJECTIONS: tuple[Projection, ...] = (ByAct(EFFECT, _rows, {ResolutionEffectStated}),)
