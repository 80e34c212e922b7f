"""A record is copied to an empty place, on the same kind of database or another: all of it, or nothing.

Every table of the record is copied row by row as it is stored; nothing is signed or hashed anew. What was copied is
then verified like any record, and both must have the same root.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import insert, select, update

from domain.record.tables import EVENT, HEAD, METADATA, SCHEMA
from domain.record.verifying import verify

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from domain.record.verdict import Verdict

_CHUNK = 1000
_MADE_ANEW = (SCHEMA, HEAD)
"""The tables of one row each, which a new record has already."""


class NotMoved(Exception):  # noqa: N818 - what it says of the move, like OutOfOrder of an act
    """Nothing was copied: why, and what to do next."""

    def __init__(self, sentence: str, next_step: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


class Moved(NamedTuple):
    """How many entries were copied, and the root that both records have."""

    entries: int
    root: bytes


def copy(old: Connection, new: Connection, derive: Callable[[Connection], int]) -> Moved:
    """Copy the record of one connection to that of the other, which is empty, and let `derive` fill its projections."""
    before = _sound(verify(old), "The record does not verify", "Look what is wrong with it: nemcon verify")
    for table in sorted(METADATA.sorted_tables, key=lambda one: one is not EVENT):  # no checkpoint before its entries
        if table not in _MADE_ANEW:
            _copy_rows(old, new, table)
    head = old.execute(select(HEAD)).mappings().one()
    new.execute(update(HEAD).values({name: value for name, value in head.items() if name != HEAD.c.id.name}))
    after = _sound(verify(new), "The copy does not verify", "Nothing was left there; look at that database.")
    if (after.events, after.root, derive(new)) != (before.events, before.root, before.events):
        raise NotMoved("The copy has another root than the record.", "Nothing was left there; look at that database.")
    return Moved(after.events, after.root)


def _sound(found: Verdict, sentence: str, next_step: str) -> Verdict:
    if not found.ok:
        raise NotMoved(f"{sentence}: {found.problems[0].sentence}", next_step)
    return found


def _copy_rows(old: Connection, new: Connection, table: Table) -> None:
    order = list(table.primary_key.columns) or list(table.columns)
    rows = old.execute(select(table).order_by(*order), execution_options={"yield_per": _CHUNK})
    for chunk in rows.mappings().partitions():
        new.execute(insert(table), [dict(row) for row in chunk])
