"""Which rows has the key ring? One for each key that was ever on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from domain.keyring import KIND, Admission
from projections.keys import LOG_KEY, STAFF_KEY
from projections.tables import ByStream, Projection, Row, utc


def _staff(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind == KIND:
        for one in state.staff:
            yield _row(one)


def _row(one: Admission) -> Row:
    return {
        "entry": one.admitted.number,
        "person": one.person,
        "key": one.key,
        "since": one.since.isoformat(),
        "until": one.until.isoformat() if one.until else None,
        "withdrawn": utc(one.withdrawn) if one.withdrawn else None,
    }


def _log(kind: str, state: Any) -> Iterator[Row]:  # noqa: ANN401 - each kind of stream has its own state
    if kind == KIND:
        yield from ({"rank": rank, "key": key} for rank, key in enumerate(state.log))


PROJECTIONS: tuple[Projection, ...] = (ByStream(STAFF_KEY, _staff), ByStream(LOG_KEY, _log))
