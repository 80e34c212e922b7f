"""Which paper printed what, when, and from which entries? Every paper that was issued, with what to make it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlalchemy import JSON, Column, Connection, Integer, String, Table, select

from domain.days import long_day
from domain.late import dataclass
from projections.tables import DERIVED, stream_column
from projections.words import NOT_OFFICIAL, capital

PAPER = Table(
    "paper",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("asked", JSON, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("last", Integer, nullable=False),
    Column("day", String(10), nullable=False),
    Column("recorded_by", String, nullable=False),
)

NAMES: Mapping[str, str] = {
    "agenda": "the agenda as adopted",
    "provisional": "the provisional agenda",
    "comparison": "the provisional agenda beside the one adopted",
    "work": "the organization of work",
    "concordance": "the concordance of the numbers of items",
    "history": "the history of the meeting",
    "decisions": "the register of decisions",
    "documents": "the list of documents",
    "attendance": "the attendance",
    "report": "the procedural report",
    "journal": "the journal",
    "silence-circulation": "the letter that circulates a text under silence",
    "silence-extension": "the letter that extends a silence",
    "silence-result": "the letter that tells the result of a silence",
    "silence-register": "the register of silence procedures",
    "lineage": "the lineage",
}
"""What each paper is, within a sentence."""


def name(paper: str, what: str | None) -> str:
    """What a paper is, and of what: the lineage (7/1)."""
    return f"{NAMES[paper]} ({what})" if what else NAMES[paper]


def how(asked: Mapping[str, Any]) -> str:
    """How a paper was printed: as text, in en, as of 1 July 2020, annotated, why."""
    language = f", in {asked['language']}" if asked["language"] else ""
    on = f", as of {long_day(date.fromisoformat(asked['on']))}" if asked["on"] else ""
    options = "".join(f", {word}" for word in ("annotated", "why", "restricted") if asked[word])
    return f"as {asked['form']}{language}{on}{options}"


@dataclass(frozen=True, kw_only=True)
class IssuedView:
    """A paper that was issued: on which day and by whom, and the entries behind it (1 to `last`).

    `asked` is what was asked of the printer (`domain.papers.Asked`), `sha256` of its bytes.
    """

    entry: int
    asked: Mapping[str, Any]
    sha256: str
    last: int
    day: str
    recorded_by: str


def issued(connection: Connection, stream: str) -> list[IssuedView]:
    """The papers of a meeting, in the order in which they were issued."""
    columns = [PAPER.c[field.name] for field in fields(IssuedView)]
    found = connection.execute(select(*columns).where(PAPER.c.stream == stream).order_by(PAPER.c.entry))
    return [IssuedView(**row) for row in found.mappings()]


def as_json(papers: Sequence[IssuedView], same: Mapping[int, bool | None]) -> list[dict[str, Any]]:
    """The papers for other programs; `same` says of the entries that were checked whether the bytes are the same."""
    return [{**asdict(one), "same": same.get(one.entry)} for one in papers]


def text(papers: Sequence[IssuedView], heading: str, same: Mapping[int, bool | None]) -> str:
    """The papers as a list. Its lines are not wrapped: a hash is copied whole."""
    parts = ["\n".join([*_lines(one), *_checked(one, same)]) for one in papers] or ["None was issued."]
    return "\n\n".join([heading, *parts, NOT_OFFICIAL])


def _lines(one: IssuedView) -> Iterator[str]:
    yield f"#{one.entry}  {long_day(date.fromisoformat(one.day))}, by {one.recorded_by}"
    yield f"  {capital(name(one.asked['paper'], one.asked['what']))}, {how(one.asked)}"
    yield f"  From entries 1 to {one.last}"
    yield f"  SHA-256 {one.sha256}"


_AGAIN = {
    True: "Made again: the same bytes",
    False: "Made again: NOT the same bytes",
    None: "Not made again: it was set by other templates. Name their folder: nemcon papers --check --templates DIR",
}


def _checked(one: IssuedView, same: Mapping[int, bool | None]) -> Iterator[str]:
    if one.entry in same:
        yield f"  {_AGAIN[same[one.entry]]}"
