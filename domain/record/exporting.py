"""The record as lines of text, with all that is needed to verify it elsewhere: docs/record-format.md, "The export"."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from domain.record.merkle import Frontier
from domain.record.tables import CHECKPOINT, COSIGNED, EVENT, HEAD, SIGNATURE

_BATCH = 1000


def lines(connection: Connection) -> Iterator[str]:
    """A line for each event in the order of entry, with what stands beside it; nothing sealed is in it."""
    stored = select(EVENT, SIGNATURE.c.signature, CHECKPOINT.c.root, CHECKPOINT.c.recorded_at, CHECKPOINT.c.note)
    beside = EVENT.outerjoin(SIGNATURE, SIGNATURE.c.entry == EVENT.c.entry).outerjoin(
        CHECKPOINT, CHECKPOINT.c.size == EVENT.c.entry
    )
    rows = connection.execution_options(yield_per=_BATCH).execute(stored.select_from(beside).order_by(EVENT.c.entry))
    head, cosigned = _head(connection), _cosigned(connection)
    for row in rows:
        line = _line(row, cosigned.get(row.entry))
        yield json.dumps(line | ({"head": head} if row.entry == 1 else {}), ensure_ascii=False) + "\n"


def _line(row: Any, cosigned: list[str] | None) -> dict[str, object]:  # noqa: ANN401 - a row
    line: dict[str, object] = {
        "entry": row.entry,
        "originator_id": row.originator_id,
        "originator_version": row.originator_version,
        "topic": row.topic,
        "state": row.state.decode(),
    }
    if row.signature is not None:
        line["signature"] = b64encode(row.signature).decode()
    if row.root is not None:
        line["checkpoint"] = {"root": b64encode(row.root).decode(), "recorded_at": row.recorded_at, "note": row.note}
    if cosigned:
        line["cosigned"] = cosigned
    return line


def _head(connection: Connection) -> dict[str, object]:
    """How far the record is: on the first line, so that an export that was cut short is known by it."""
    head = connection.execute(select(HEAD)).one()
    root = Frontier.of(head.size, head.frontier).root()
    return {"size": head.size, "root": b64encode(root).decode(), "recorded_at": head.recorded_at}


def _cosigned(connection: Connection) -> dict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for size, note in connection.execute(select(COSIGNED.c.size, COSIGNED.c.note)):
        found[size].append(note)
    return found
