"""Which papers go with an item? Its documents, its annotations, or word that no document is foreseen.

(No `from __future__ import annotations`: that name is taken here by a query.)
"""

from collections.abc import Iterator
from typing import NamedTuple, get_args

from sqlalchemy import Column, Connection, Integer, String, Table, select

from domain.documents import DocumentListed, NoDocumentForeseen
from domain.outline import Document, Documentation
from domain.provisional import AnyIssue
from domain.values import Entry
from projections.tables import DERIVED, ByAct, Projection, Row, stream_column
from projections.telling import Told

# `place` and `rank` keep the order of business: a corrected agenda stays before what was listed after it.
DOCUMENT = Table(
    "document",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("item", String, nullable=False),
    Column("symbol", String, nullable=False),
    Column("title", String, nullable=False),
    Column("language", String(10), nullable=False),
    Column("prepared_by", String),
)

ANNOTATION = Table(
    "annotation",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("item", String, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("text", String, nullable=False),
    Column("language", String(10), nullable=False),
)

NONE_FORESEEN = Table(
    "none_foreseen",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("item", String, nullable=False),
)


class Listed(NamedTuple):
    """A document under an item, and the entry that listed it. Its title is in its original `language`."""

    entry: int
    item: str
    symbol: str
    title: str
    language: str
    prepared_by: str | None


class Annotated(NamedTuple):
    """A paragraph of an item's annotation, in its original `language`; `rank` counts from 1 through the paper."""

    entry: int
    item: str
    rank: int
    text: str
    language: str


def _document_rows(told: Told) -> Iterator[Row]:
    fact = told.fact
    if isinstance(fact, AnyIssue):
        listed = [(item.id, document) for item in fact.items for document in item.documents]
        for rank, (item, document) in enumerate(listed, start=1):
            yield _document(fact.entry, rank, item, document)
    elif isinstance(fact, DocumentListed):
        document = Document(symbol=fact.symbol, title=fact.title, prepared_by=fact.prepared_by)
        yield _document(fact.entry, 1, fact.item, document)


def _document(entry: Entry, rank: int, item: str, document: Document) -> Row:
    return {
        "entry": entry.number,
        "place": entry.place,
        "rank": rank,
        "item": item,
        "symbol": document.symbol,
        "title": str(document.title),
        "language": document.title.original,
        "prepared_by": document.prepared_by,
    }


def _annotation_rows(told: Told) -> Iterator[Row]:
    fact = told.fact
    items = fact.items if isinstance(fact, AnyIssue) else ()
    paragraphs = [(item.id, text) for item in items for text in item.annotation]
    for rank, (item, text) in enumerate(paragraphs, start=1):
        same = {"entry": fact.entry.number, "item": item, "rank": rank}
        yield {**same, "text": str(text), "language": text.original}


def _none_foreseen_rows(told: Told) -> Iterator[Row]:
    fact = told.fact
    if isinstance(fact, NoDocumentForeseen):
        yield {"entry": fact.entry.number, "item": fact.item}
    for item in fact.items if isinstance(fact, AnyIssue) else ():
        if item.documentation is Documentation.NONE_FORESEEN:
            yield {"entry": fact.entry.number, "item": item.id}


def documents(connection: Connection, stream: str) -> list[Listed]:
    """The documents of a meeting: those of the provisional agenda in its order, then those listed later."""
    columns = [DOCUMENT.c[name] for name in Listed._fields]
    query = select(*columns).where(DOCUMENT.c.stream == stream)
    ordered = query.order_by(DOCUMENT.c.place, DOCUMENT.c.entry, DOCUMENT.c.rank)
    return [Listed(*row) for row in connection.execute(ordered)]


def annotations(connection: Connection, stream: str) -> list[Annotated]:
    """The annotations of a meeting's items, in the order of the paper."""
    columns = [ANNOTATION.c[name] for name in Annotated._fields]
    query = select(*columns).where(ANNOTATION.c.stream == stream)
    return [Annotated(*row) for row in connection.execute(query.order_by(ANNOTATION.c.rank))]


def none_foreseen(connection: Connection, stream: str) -> dict[str, int]:
    """The items under which no document is foreseen, each with the entry that said so.

    A document listed afterwards takes the item out: what was not foreseen came.
    """
    listed = select(DOCUMENT.c.item).where(DOCUMENT.c.stream == stream)
    columns = (NONE_FORESEEN.c.item, NONE_FORESEEN.c.entry)
    query = select(*columns).where(NONE_FORESEEN.c.stream == stream, NONE_FORESEEN.c.item.not_in(listed))
    return {row.item: row.entry for row in connection.execute(query.order_by(NONE_FORESEEN.c.entry))}


PROJECTIONS: tuple[Projection, ...] = (
    ByAct(DOCUMENT, _document_rows, {*get_args(AnyIssue), DocumentListed}),
    ByAct(ANNOTATION, _annotation_rows, set(get_args(AnyIssue))),
    ByAct(NONE_FORESEEN, _none_foreseen_rows, {*get_args(AnyIssue), NoDocumentForeseen}),
)
