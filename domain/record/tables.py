"""The tables of the record. Only `nemcon init` creates them; entries are only ever added.

The projections keep their own tables, which are derived and may be dropped at any time.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

SCHEMA_VERSION: Final = 2

METADATA: Final = MetaData()

_RANK = BigInteger().with_variant(Integer, "sqlite")

SCHEMA: Final = Table(
    "nemcon",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
)

EVENT: Final = Table(
    "event",
    METADATA,
    Column("entry", _RANK, primary_key=True, autoincrement=False),
    Column("originator_id", String(36), nullable=False),
    Column("originator_version", Integer, nullable=False),
    Column("topic", String(80), nullable=False),
    Column("state", LargeBinary, nullable=False),
    UniqueConstraint("originator_id", "originator_version"),
)

HEAD: Final = Table(
    "head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("size", _RANK, nullable=False),
    Column("recorded_at", String(32), nullable=False),  # ISO 8601, UTC: SQLite has no type that keeps the offset
    Column("frontier", LargeBinary, nullable=False),  # of the tree over the entries: all that is needed to go on
)

CHECKPOINT: Final = Table(
    "checkpoint",
    METADATA,
    Column("size", _RANK, primary_key=True, autoincrement=False),
    Column("root", LargeBinary, nullable=False),
    Column("recorded_at", String(32), nullable=False),
    Column("note", String),  # the signed note; none where no key of the log was at hand
)
"""How far the record was, and under which root, at the end of each transaction that added to it."""

COSIGNED: Final = Table(
    "cosigned",
    METADATA,
    Column("size", _RANK, nullable=False, index=True),
    Column("note", String, nullable=False),
)
"""The checkpoints that witnesses gave back, with their signatures."""

SIGNATURE: Final = Table(
    "signature",
    METADATA,
    Column("entry", _RANK, primary_key=True, autoincrement=False),
    Column("signature", LargeBinary, nullable=False),
)
"""The signatures of recording staff over the leaf texts of their entries."""

COMMAND: Final = Table(
    "command",
    METADATA,
    Column("id", String(120), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("first", _RANK, nullable=False),
    Column("last", _RANK, nullable=False),
    sqlite_with_rowid=False,  # found by its id only: one tree instead of two
)

SEALED: Final = Table(
    "sealed",
    METADATA,
    Column("digest", String(64), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("value", String, nullable=False),
)
