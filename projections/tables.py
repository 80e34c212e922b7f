"""Where the projections' tables are listed. They are derived: dropping them all loses nothing."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, MetaData, String

DERIVED: Final = MetaData()


def stream_column() -> Column[str]:
    """The column every projection has: the stream its rows come from."""
    return Column("stream", String(36), nullable=False, index=True)
