"""The decisions a body took in its meetings, and their numbers, now and before.

A decision that went on at a later meeting, or on a later day, has several acts and one number; one whose number became
that of a first part is found by both. What was decided by an act of its own, as an item reopened, is among them once it
has a number. The rows are made in `projections.decision_rows`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from itertools import groupby
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Integer, RowMapping, String, Table, Text, select

from domain.late import dataclass
from domain.lettered import in_one_form
from projections.tables import DERIVED, stream_column

# `by_itself` is false where an act of another kind was decided: it is a line of the register once it has a number.
DECISION = Table(
    "decision",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("by_itself", Boolean, nullable=False),
    Column("body", String, nullable=False),
    Column("meeting", String, nullable=False),
    Column("sitting", Integer),
    Column("resumed", Boolean, nullable=False),
    Column("day", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("items", String, nullable=False),
    Column("how", String(20), nullable=False),
    Column("tally", String),
    Column("effect", String(10)),
    Column("en_bloc", Boolean, nullable=False),
    Column("distribution", String(20), nullable=False),
)

# `place` is the decision that was given the number, or None where the number `former` became this one.
DECISION_NUMBER = Table(
    "decision_number",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("place", Integer),
    Column("former", String),
    Column("number", String, nullable=False),
    Column("word", String, nullable=False, index=True),
    Column("key", String, nullable=False),
)


@dataclass(frozen=True, kw_only=True)
class DecisionLine:
    """A decision, or one act of a decision taken at several meetings or on several days, which then have one number.

    `number` is what it goes by, `formerly` the number it was first given where that is another; `items` are the items
    it was taken under as they were called on that day, `effect` the day from which it has effect. `resumed` is True
    where it was taken in the resumed part of the sitting, `by_itself` False where an act of another kind was decided,
    whose sentence is then the `text`.
    """

    stream: str
    entry: int
    place: int
    by_itself: bool
    body: str
    meeting: str
    sitting: int | None
    resumed: bool
    day: str
    text: str
    items: tuple[str, ...]
    how: str
    tally: str | None
    effect: str | None
    en_bloc: bool
    distribution: str
    number: str | None = None
    formerly: str | None = None


def decisions(connection: Connection, stream: str | None = None) -> list[DecisionLine]:
    """Every decision of a meeting, or of all, in the order of days and entries; of other acts, those with a number."""
    query = select(DECISION).order_by(DECISION.c.day, DECISION.c.entry)
    rows = connection.execute(query if stream is None else query.where(DECISION.c.stream == stream)).mappings()
    return [line for line in _with_numbers(connection, [_read(row) for row in rows]) if line.by_itself or line.number]


def among(connection: Connection, first: int, last: int, streams: set[str]) -> dict[int, DecisionLine]:
    """The decisions that the entries from `first` to `last` took, by entry: of these streams, or of any."""
    query = select(DECISION).where(DECISION.c.entry.between(first, last)).order_by(DECISION.c.stream)
    found = connection.execute(query.where(DECISION.c.stream.in_(streams)) if len(streams) == 1 else query).mappings()
    return {line.entry: line for line in _with_numbers(connection, [_read(row) for row in found])}


def _read(row: RowMapping) -> DecisionLine:
    return DecisionLine(**{**row, "items": tuple(filter(None, row["items"].split(",")))})


def _with_numbers(connection: Connection, lines: Iterable[DecisionLine]) -> list[DecisionLine]:
    found = []
    for stream, own in groupby(lines, key=lambda line: line.stream):
        query = select(DECISION_NUMBER).where(DECISION_NUMBER.c.stream == stream)
        rows = connection.execute(query.order_by(DECISION_NUMBER.c.entry)).mappings().all()
        given = {row["place"]: row["number"] for row in rows if row["place"] is not None}
        became = {row["former"]: row["number"] for row in rows if row["former"] is not None}
        found += [_numbered(line, given.get(line.place), became) for line in own]
    return found


def _numbered(line: DecisionLine, first: str | None, became: dict[str, str]) -> DecisionLine:
    if first is None or first not in became:
        return replace(line, number=first)
    return replace(line, number=became[first], formerly=first)


def key_of(connection: Connection, word: str) -> list[str]:
    """The keys of the decisions taken in meetings that a word names by any of their numbers: "UNGA decision 76/506 A".

    A word without its body, "76/506 A" or "decision 76/506 A", names those of all bodies.
    """
    said = in_one_form(word).casefold()
    number = said.removeprefix("decision ")
    named = DECISION_NUMBER.c.word.in_([said, _with_kind(said)])
    bare = DECISION_NUMBER.c.word.endswith(f" decision {number}", autoescape=True)
    query = select(DECISION_NUMBER.c.key).where(named | bare).distinct().order_by(DECISION_NUMBER.c.key)
    return list(connection.scalars(query))


def _with_kind(said: str) -> str:
    """A number with its body, in the form in which it is kept: the body, the kind, the number."""
    body, _, number = said.partition(" ")
    return f"{body} decision {number}"


def key(line: DecisionLine) -> str | None:
    """The key of a decision, by the number it was first given; None for one without a number."""
    first = line.formerly or line.number
    if first is None:
        return None
    return f"{line.body if '/' in first else f'{line.body} {line.meeting}'} decision {first}"


def as_json(lines: list[DecisionLine]) -> list[dict[str, Any]]:
    """The lines in the shape other programs rely on."""
    return [asdict(line) for line in lines]


def in_words(summary: str, decision: DecisionLine | None) -> str:
    """The sentence of a decision with the number it goes by, which may have come later than the sentence."""
    if decision is None or decision.number is None:
        return summary
    words = decision.number if decision.formerly is None else f"{decision.number}, formerly {decision.formerly}"
    if (first := f"(decision {decision.formerly or decision.number})") in summary:
        return summary.replace(first, f"(decision {words})")
    return f"{summary.removesuffix('.')} (decision {words})."


def without_number(words: str) -> str:
    """The sentence of a decision without its number."""
    before, _, after = words.rpartition(" (decision ")
    return f"{before}{after.partition(')')[2]}" if before else words


def printed(line: DecisionLine) -> str | None:
    """76/506 A (formerly 76/506); None for a decision without a number."""
    return line.number if line.formerly is None else f"{line.number} (formerly {line.formerly})"
