"""What does a word name? Bodies, meetings, silence procedures and resolutions, by every word they go by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, String, Table, select

from domain.citing import parts_of
from domain.values import normal
from projections.tables import DERIVED, ByStream, Row, stream_column

NAME = Table(
    "name",
    DERIVED,
    stream_column(),
    Column("kind", String(20), nullable=False),
    Column("word", String, nullable=False, index=True),
    Column("key", String, nullable=False),
    Column("label", String, nullable=False),
)


class Named(NamedTuple):
    """A stream that a word names: its kind, its natural key, and how a person would call it."""

    stream: str
    kind: str
    key: str
    label: str


def _rows(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    words, key, label = _words(kind, state)
    for word in dict.fromkeys(normal(word).casefold() for word in words):
        yield {"kind": kind, "word": word, "key": key, "label": label}


def _words(kind: str, state: Any) -> tuple[tuple[str, ...], str, str]:  # noqa: ANN401 - each kind of stream has its own state
    if kind == "body" and state.facts is not None:
        return (state.facts.key, state.facts.name, *state.spellings), state.facts.key, state.facts.name
    if kind == "meeting" and state.schedule.key is not None:
        key = f"{state.schedule.body} {state.schedule.key}"
        return (state.schedule.key, key), key, state.schedule.key
    if kind == "silence" and state.key is not None:
        key = f"{state.body} {state.key}"
        return (state.key, key), key, state.key
    if kind == "resolution" and state.ref is not None:
        ref = state.ref
        short = f"{ref.body} {ref.number}"
        numbers = (one for text in (ref, state.renumbered) if text for one in (text.number, *parts_of(text.number)))
        words = [
            f"{lead}{number}"
            for number in numbers
            for lead in ("", f"{ref.kind} ", f"{ref.body} ", f"{ref.body} {ref.kind} ")
        ]
        symbols = [state.symbol, state.symbol.rstrip("* ")] if state.symbol else []
        return (*words, *symbols, *state.drafts), str(ref), short
    if kind == "proposal" and state.submitted is not None:
        return state.symbols, state.symbols[0], state.symbol
    return (), "", ""


def named(connection: Connection, kind: str, word: str) -> list[Named]:
    """Every stream of a kind that `word` names, in the order of their keys."""
    query = select(NAME.c.stream, NAME.c.kind, NAME.c.key, NAME.c.label).where(
        NAME.c.kind == kind, NAME.c.word == normal(word).casefold()
    )
    return [Named(*row) for row in connection.execute(query.distinct().order_by(NAME.c.key))]


def all_named(connection: Connection, kind: str) -> list[Named]:
    """Every stream of a kind, in the order of their keys."""
    query = select(NAME.c.stream, NAME.c.kind, NAME.c.key, NAME.c.label).where(NAME.c.kind == kind)
    return [Named(*row) for row in connection.execute(query.distinct().order_by(NAME.c.key))]


def of_stream(connection: Connection, stream: str) -> Named | None:
    """The name of a stream, or None where it has none (a number's, or one whose first act was struck)."""
    query = select(NAME.c.stream, NAME.c.kind, NAME.c.key, NAME.c.label).where(NAME.c.stream == stream).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else Named(*row)


def _shown(kind: str, state: Any) -> tuple[object, ...]:  # noqa: ANN401 - each kind of stream has its own state
    return (state.schedule,) if kind == "meeting" else (state,)


PROJECTIONS = (ByStream(NAME, _rows, _shown),)
