"""What is a body called, and by which rules does it go? Its names over time, the rules in force, its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Integer, String, Table, select

from domain.body import Body, BodyRegistered, BodyRenamed, RulesAdopted
from domain.context import BodyFacts
from domain.late import dataclass
from domain.questions import Question
from domain.rules import Rule
from projections.tables import DERIVED, ByAct, ByStream, Projection, Row, stream_column
from projections.telling import Told

# Days are ISO 8601 dates; `rules` is the text of the rules in force, a list of objects.
BODY = Table(
    "body",
    DERIVED,
    stream_column(),
    Column("key", String, nullable=False),
    Column("name", String, nullable=False),
    Column("parent", String),
    Column("says", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("spellings", JSON, nullable=False),
    Column("profile", String, nullable=False),
    Column("title", String, nullable=False),
    Column("mutatis_mutandis", Boolean, nullable=False),
    Column("rules_sha256", String(64), nullable=False),
    Column("rules", JSON, nullable=False),
    Column("ruled_on", String(10), nullable=False),
    Column("ruled_entry", Integer, nullable=False),
    Column("discontinued", String(10)),
    Column("discontinued_entry", Integer),
    Column("successors", JSON, nullable=False),
)

BODY_NAME = Table(
    "body_name",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("since", String(10), nullable=False),
    Column("name", String, nullable=False),
)


@dataclass(frozen=True)
class NameView:
    """A name and the day from which the body has it, as far as the register knows."""

    entry: int
    since: str
    name: str


@dataclass(frozen=True)
class BodyView:
    """A body as it stands. The rules in force came with the act `ruled_entry`, on the day `ruled_on`."""

    key: str
    name: str
    parent: str | None
    says: str
    zone: str
    private: bool
    spellings: tuple[str, ...]
    profile: str
    title: str
    mutatis_mutandis: bool
    rules_sha256: str
    rules: tuple[Rule, ...]
    ruled_on: str
    ruled_entry: int
    discontinued: str | None
    discontinued_entry: int | None
    successors: tuple[str, ...]
    names: tuple[NameView, ...]


def _rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind == "body" and state.facts is not None and state.ruled is not None:
        yield _row(state, state.facts, state.ruled)


def _row(body: Body, facts: BodyFacts, ruled: BodyRegistered | RulesAdopted) -> Row:
    return {
        "key": facts.key,
        "name": facts.name,
        "parent": facts.parent,
        "says": facts.says,
        "zone": facts.zone,
        "private": facts.private,
        "spellings": [*body.spellings],
        "profile": facts.rules.name,
        "title": facts.rules.title,
        "mutatis_mutandis": facts.mutatis_mutandis,
        "rules_sha256": ruled.rules_sha256,
        "rules": [_told(rule) for rule in facts.rules.rules],
        "ruled_on": ruled.entry.occurred.day.isoformat(),
        "ruled_entry": ruled.entry.number,
        "discontinued": facts.discontinued and facts.discontinued.occurred.day.isoformat(),
        "discontinued_entry": facts.discontinued and facts.discontinued.number,
        "successors": [*facts.successors],
    }


def _told(rule: Rule) -> Row:
    return {name: str(value) if isinstance(value, date) else value for name, value in asdict(rule).items()}


def _rule(told: dict[str, Any]) -> Rule:
    days = {name: told[name] and date.fromisoformat(told[name]) for name in ("since", "until")}
    return Rule(**{**told, **days, "question": Question(told["question"])})


def _names(told: Told) -> Iterator[Row]:
    fact = told.fact
    if isinstance(fact, BodyRegistered | BodyRenamed):
        yield {"entry": fact.entry.number, "since": fact.entry.occurred.day.isoformat(), "name": fact.name}


def body(connection: Connection, stream: str) -> BodyView | None:
    """The body of a stream, or None where it has none yet."""
    row = connection.execute(select(BODY).where(BODY.c.stream == stream)).mappings().one_or_none()
    if row is None:
        return None
    named = select(BODY_NAME.c.entry, BODY_NAME.c.since, BODY_NAME.c.name).where(BODY_NAME.c.stream == stream)
    names = (NameView(*one) for one in connection.execute(named.order_by(BODY_NAME.c.since, BODY_NAME.c.entry)))
    same = {name: value for name, value in row.items() if name != "stream"}
    lists = {"spellings": tuple(row["spellings"]), "successors": tuple(row["successors"])}
    return BodyView(**{**same, **lists, "rules": tuple(map(_rule, row["rules"])), "names": tuple(names)})


def as_json(found: BodyView) -> dict[str, Any]:
    """The body in the shape other programs rely on."""
    names = [asdict(one) for one in found.names]
    return {**vars(found), "rules": [{**_told(rule), "binding": rule.binding} for rule in found.rules], "names": names}


PROJECTIONS: tuple[Projection, ...] = (
    ByStream(BODY, _rows, of="body"),
    ByAct(BODY_NAME, _names, {BodyRegistered, BodyRenamed}),
)
