"""The record as lines of text, with all that is needed to verify it elsewhere: docs/record-format.md, "The export"."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from domain.record.merkle import Frontier
from domain.record.states import seals_in
from domain.record.tables import CHECKPOINT, COMMAND, COSIGNED, EVENT, HEAD, SEALED, SIGNATURE

_BATCH = 1000


class NotText(Exception):  # noqa: N818 - what it says of a state
    """A state that is no text: the record is damaged."""

    def __init__(self, entry: int) -> None:
        self.sentence = f"The state of entry {entry} is no text: the record is damaged."
        self.next_step = "See what else is: nemcon verify"
        super().__init__(self.sentence)


def lines(connection: Connection, *, restricted: bool = False) -> Iterator[str]:
    """A line for each event in the order of entry, with what stands beside it.

    Sealed values, and the digests of commands, by which they could be guessed, are in it only where `restricted`.
    """
    stored = select(EVENT, SIGNATURE.c.signature, CHECKPOINT.c.root, CHECKPOINT.c.recorded_at, CHECKPOINT.c.note)
    beside = EVENT.outerjoin(SIGNATURE, SIGNATURE.c.entry == EVENT.c.entry).outerjoin(
        CHECKPOINT, CHECKPOINT.c.size == EVENT.c.entry
    )
    rows = connection.execution_options(yield_per=_BATCH).execute(stored.select_from(beside).order_by(EVENT.c.entry))
    head, cosigned = _head(connection), _cosigned(connection)
    secret = _Secret(connection) if restricted else None
    for row in rows:
        line = _line(row, cosigned.get(row.entry)) | (secret.of(row) if secret else {})
        yield json.dumps(line | ({"head": head} if row.entry == 1 else {}), ensure_ascii=False) + "\n"


def _line(row: Any, cosigned: list[str] | None) -> dict[str, object]:  # noqa: ANN401 - a row
    line: dict[str, object] = {
        "entry": row.entry,
        "originator_id": row.originator_id,
        "originator_version": row.originator_version,
        "topic": row.topic,
        "state": _text(row),
    }
    if row.signature is not None:
        line["signature"] = b64encode(row.signature).decode()
    if row.root is not None:
        line["checkpoint"] = {"root": b64encode(row.root).decode(), "recorded_at": row.recorded_at, "note": row.note}
    if cosigned:
        line["cosigned"] = cosigned
    return line


def _text(row: Any) -> str:  # noqa: ANN401 - a row
    try:
        text: str = row.state.decode()
    except UnicodeDecodeError as error:
        raise NotText(row.entry) from error
    return text


class _Secret:
    """What stands beside the entries and is withheld unless asked for: the values they sealed, and their commands."""

    def __init__(self, connection: Connection) -> None:
        self._sealed = {row["digest"]: dict(row) for row in connection.execute(select(SEALED)).mappings()}
        self._commands = {row["first"]: dict(row) for row in connection.execute(select(COMMAND)).mappings()}

    def of(self, row: Any) -> dict[str, object]:  # noqa: ANN401 - a row
        """What stands beside one entry."""
        found = [self._sealed[seal] for seal in seals_in(row.state) if seal in self._sealed]
        sealed = [{**one, "salt": b64encode(one["salt"]).decode()} for one in found]
        command = self._commands.get(row.entry)
        return ({"sealed": sealed} if sealed else {}) | ({"command": command} if command else {})


def sealed_values(connection: Connection) -> int:
    """How many sealed values are kept, and withheld unless they are asked for."""
    return connection.execute(select(func.count(SEALED.c.digest))).scalar_one()


def _head(connection: Connection) -> dict[str, object]:
    """How far the record is: on the first line, so that an export that was cut short is known by it.

    Only what a stranger can verify stands in it: else a byte of it could be changed and nobody would know.
    """
    head = connection.execute(select(HEAD)).one()
    root = Frontier.of(head.size, head.frontier).root()
    return {"size": head.size, "root": b64encode(root).decode(), "recorded_at": head.recorded_at}


def _cosigned(connection: Connection) -> dict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for size, note in connection.execute(select(COSIGNED.c.size, COSIGNED.c.note)):
        found[size].append(note)
    return found
