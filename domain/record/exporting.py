"""The record as lines of JSON: every event, and below them what is needed to verify it elsewhere.

An event is an object with the five columns of its row. Every other line is an object with one name, which says what it
holds: `signature`, `checkpoint`, `cosigned`, `key`, `command`, `sealed`. The last line is `end`: it counts the others
and has the SHA-256 of all bytes before it, so that an export that was cut is known as such.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Table, func, select

from domain.keyring import LogKeyAdopted, LogKeyRotated, StaffKeyAdmitted, StaffKeyWithdrawn
from domain.record.merkle import Frontier
from domain.record.prepared import Prepared
from domain.record.tables import CHECKPOINT, COMMAND, COSIGNED, EVENT, HEAD, SEALED, SIGNATURE

if TYPE_CHECKING:
    from sqlalchemy import Connection

EVENTS: Final = "events"
END: Final = "end"

_EVENTS = Prepared(select(*EVENT.c).order_by(EVENT.c.entry))
_COLUMNS: Final = [column.name for column in EVENT.c]
_KEYS: Final = frozenset(one.TOPIC for one in (LogKeyAdopted, LogKeyRotated, StaffKeyAdmitted, StaffKeyWithdrawn))

BESIDE: Final[Mapping[str, Table]] = {
    "signature": SIGNATURE,
    "checkpoint": CHECKPOINT,
    "cosigned": COSIGNED,
    "command": COMMAND,
    "sealed": SEALED,
}
"""What stands beside the events, by the name of its lines."""

RESTRICTED: Final = frozenset({"command", "sealed"})
"""What is withheld unless it is asked for: by the digest of a command the sealed value typed in it could be guessed."""


class NotText(Exception):  # noqa: N818 - what it says of a state
    """A state that is no text: the record is damaged."""

    def __init__(self, entry: int) -> None:
        self.sentence = f"The state of entry {entry} is no text: the record is damaged."
        self.next_step = "See what else is: nemcon verify"
        super().__init__(self.sentence)


def lines(connection: Connection, *, restricted: bool = False) -> Iterator[str]:
    """Every line of an export, in its order, each with its end."""
    sha256, counts, keys = hashlib.sha256(), Counter[str](), []
    for entry, stream, version, topic, state in _EVENTS.rows(connection, {}):
        if topic in _KEYS:
            keys.append((entry, topic, state))
        line = _line(dict(zip(_COLUMNS, (entry, stream, version, topic, _text(entry, state)), strict=True)))
        counts[EVENTS] += 1
        sha256.update(line.encode())
        yield line
    for name, row in (*_beside(connection, restricted=restricted), *(("key", _key(*one)) for one in keys)):
        line = _line({name: row})
        counts[name] += 1
        sha256.update(line.encode())
        yield line
    yield _line({END: {**_ending(connection, counts, restricted=restricted), "sha256": sha256.hexdigest()}})


def _line(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _text(entry: int, state: bytes) -> str:
    try:
        return state.decode()
    except UnicodeDecodeError as error:
        raise NotText(entry) from error


def _beside(connection: Connection, *, restricted: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, table in BESIDE.items():
        if name in RESTRICTED and not restricted:
            continue
        query = select(table).order_by(*table.c)
        for row in connection.execution_options(yield_per=1000).execute(query).mappings():
            yield name, {key: b64encode(one).decode() if isinstance(one, bytes) else one for key, one in row.items()}


def _key(entry: int, topic: str, state: bytes) -> dict[str, Any]:
    """A key of the ring, from the event that says it: what an auditor compares with the key known from elsewhere."""
    said = json.loads(state)
    names = ("key", "person", "since", "until")
    return {"entry": entry, "event": topic, **{name: said[name] for name in names if name in said}}


def _ending(connection: Connection, counts: Counter[str], *, restricted: bool) -> dict[str, Any]:
    size, frontier = connection.execute(select(HEAD.c.size, HEAD.c.frontier)).one()
    sealed = connection.execute(select(func.count(SEALED.c.digest))).scalar_one()
    return {
        **{name: counts[name] for name in (EVENTS, *BESIDE, "key")},
        "withheld": 0 if restricted else sealed,
        "root": b64encode(Frontier.of(size, frontier).root()).decode(),
    }
