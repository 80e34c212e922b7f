"""A record begun by an earlier version: it gets its tree, its tables and its triggers, and not one event changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import LargeBinary, MetaData, func, insert, inspect, select, text, update

from domain.record import guards
from domain.record.beside import mark_all
from domain.record.database import NotARecord, begun
from domain.record.merkle import Frontier, leaf_hashes
from domain.record.prepared import Prepared
from domain.record.tables import CHECKPOINT, EVENT, HEAD, METADATA, SCHEMA, SCHEMA_VERSION

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_EVENTS = Prepared(select(*EVENT.c).order_by(EVENT.c.entry))


def upgrade(engine: Engine, derived: Iterable[MetaData] = ()) -> int | None:
    """Bring a record of version 1 here, in one transaction: of how many entries it is; None where it is here already.

    From then on it is proved what stands: what was altered before cannot be known, and gets its first checkpoint now.
    """
    with begun(engine) as connection:
        if connection.execute(select(SCHEMA.c.version)).scalar_one() == SCHEMA_VERSION:
            return None
        if "frontier" not in {column["name"] for column in inspect(connection).get_columns(HEAD.name)}:
            kind = LargeBinary().compile(connection.dialect)
            connection.execute(text(f"ALTER TABLE {HEAD.name} ADD COLUMN frontier {kind} NOT NULL DEFAULT ''"))
        METADATA.create_all(connection)
        for metadata in derived:
            metadata.create_all(connection)
        size = _plant(connection)
        mark_all(connection)
        guards.lay(connection)
        connection.execute(update(SCHEMA).values(version=SCHEMA_VERSION))
    return size


def _plant(connection: Connection) -> int:
    """Compute the tree over what is stored, and keep its frontier and a first checkpoint."""
    size, recorded_at = connection.execute(select(HEAD.c.size, HEAD.c.recorded_at)).one()
    first, last = connection.execute(select(func.min(EVENT.c.entry), func.max(EVENT.c.entry))).one()
    tree = Frontier()
    for chunk in _chunks(connection):
        tree = tree.extended(leaf_hashes(chunk))
    if tree.size != size or (size and (first, last) != (1, size)):
        raise NotARecord(
            f"The head of this record says {size} entries, and there are {tree.size} (the last is {last}).",
            "Bring back a copy that is whole; nothing was changed.",
        )
    connection.execute(update(HEAD).values(frontier=tree.to_bytes()))
    if size:
        row = {"size": size, "root": tree.root(), "recorded_at": recorded_at}
        connection.execute(insert(CHECKPOINT).values(**row))
    return tree.size


def _chunks(connection: Connection) -> Iterator[list[tuple[int, str, int, str, bytes]]]:
    rows = _EVENTS.rows(connection, {})
    while chunk := list(islice(rows, 1000)):
        yield chunk
