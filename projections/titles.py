"""What is a text called in a language? The titles of resolutions and decisions, in each language that is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Column, Connection, Integer, String, Table, select

from domain.resolution import ResolutionRecorded, ResolutionTitled
from projections.tables import DERIVED, ByAct, Projection, Row, stream_column
from projections.telling import Told
from projections.ties import by_then, folded, text_id

TITLE = Table(
    "text_title",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("id", String, nullable=False, index=True),
    Column("occurred", String(10), nullable=False),
    Column("language", String(20), nullable=False),
    Column("title", String, nullable=False),
)


def _rows(told: Told) -> Iterator[Row]:
    fact = told.fact
    titles: dict[str, str] = {}
    if isinstance(fact, ResolutionRecorded) and fact.title is not None:
        titles = fact.title.texts
    elif isinstance(fact, ResolutionTitled):
        titles = {fact.language: fact.title}
    for language, title in titles.items():
        id_ = folded(text_id(told.after.ref))
        of = {"entry": fact.entry.number, "occurred": fact.entry.occurred.day.isoformat(), "id": id_}
        yield {**of, "language": language, "title": title}


def titles_in(
    connection: Connection, ids: Collection[str], language: str | None, on: str | None = None
) -> dict[str, str]:
    """The titles of these texts in a language, by the ids given; those that have none in it are left out.

    With `on`, an ISO day, only those of acts of that day and of those before.
    """
    wanted = {folded(id_): id_ for id_ in ids}
    query = (
        select(TITLE.c.id, TITLE.c.title)
        .where(TITLE.c.language == language, *by_then(TITLE.c.occurred, on))
        .order_by(TITLE.c.entry)
    )
    known = {row.id: row.title for row in connection.execute(query)} if language is not None else {}
    return {id_: known[one] for one, id_ in wanted.items() if one in known}


PROJECTIONS: tuple[Projection, ...] = (ByAct(TITLE, _rows, {ResolutionRecorded, ResolutionTitled}),)
