"""An export becomes a record again: all of it is verified before one event of it is accepted.

Nothing is signed anew and nothing is made up: the checkpoints of the export are those of the record it came from.
"""

from __future__ import annotations

import binascii
import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import LargeBinary, insert, select, update

from domain.record.database import writing
from domain.record.exporting import BESIDE, END, EVENTS
from domain.record.merkle import Frontier, leaf_hashes
from domain.record.prepared import Prepared
from domain.record.tables import CHECKPOINT, EVENT, HEAD

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from domain.record.verdict import Verdict

_INSERT = {name: Prepared(insert(table)) for name, table in {EVENTS: EVENT, **BESIDE}.items()}
_TABLES: Final = {EVENTS: EVENT, **BESIDE}
_BATCH: Final = 1000
_AGAIN: Final = "Export the record again: nemcon log export -o FILE"


class BadExport(Exception):  # noqa: N818 - what it says of the file
    """An export that is not accepted: why, and what to do next."""

    def __init__(self, sentence: str, next_step: str = _AGAIN) -> None:
        super().__init__(sentence)
        self.sentence = f"{sentence} Nothing of it was accepted."
        self.next_step = next_step


def ending(file: Path) -> dict[str, Any]:
    """What the last line of an export says, once every byte before it is known to be there."""
    sha256, last, lines = hashlib.sha256(), b"", 0
    with file.open("rb") as opened:
        for line in opened:
            sha256.update(last)
            last, lines = line, lines + 1
    end = _object(last, lines).get(END) if last.endswith(b"\n") else None
    if not isinstance(end, dict):
        raise BadExport("The export is cut off: its last line, which counts the others, is missing.")
    if end.get("sha256") != sha256.hexdigest():
        raise BadExport("The export was changed, or lacks something: its bytes are not those that its last line names.")
    return end


def restore(
    engine: Engine,
    file: Path,
    verified: Callable[[Connection], Verdict],
    derive: Callable[[Connection], object],
) -> tuple[Verdict, dict[str, Any]]:
    """Make an empty record that of an export, if `verified` finds nothing wrong; what was found, and its last line."""
    end = ending(file)
    with writing(engine) as connection:
        if connection.execute(select(HEAD.c.size)).scalar_one() or _has_rows(connection):
            raise BadExport("There are entries in this record already.", "Give an empty one: nemcon --db FILE init")
        _fill(connection, file)
        found = verified(connection)
        if found.first is not None:
            raise BadExport(f"The export does not verify. {found.first.sentence}")
        if (found.events, b64encode(found.root).decode()) != (end.get(EVENTS), end.get("root")):
            raise BadExport("The entries of the export do not lead to the root that its last line names.")
        derive(connection)
    return found, end


def _has_rows(connection: Connection) -> bool:
    return any(connection.execute(select(table).limit(1)).first() is not None for table in _TABLES.values())


def _fill(connection: Connection, file: Path) -> None:
    """Write the rows, and the head that follows from them."""
    tree, counts, commands = Frontier(), dict.fromkeys(_TABLES, 0), _Commands()
    for name, rows in _batches(file):
        _INSERT[name].many(connection, rows)
        counts[name] += len(rows)
        if name == EVENTS:
            tree = tree.extended(leaf_hashes(tuple(row[column.name] for column in EVENT.c) for row in rows))
            commands.add(rows)
    if not counts["command"]:
        _INSERT["command"].many(connection, commands.rows.values())
    query = select(CHECKPOINT.c.recorded_at).order_by(CHECKPOINT.c.size.desc()).limit(1)
    head: dict[str, Any] = {"size": counts[EVENTS], "frontier": tree.to_bytes()}
    latest = connection.execute(query).scalar_one_or_none()
    if latest is not None:
        head["recorded_at"] = latest
        connection.execute(update(HEAD).values(**head))


class _Commands:
    """The commands of the events, as far as these tell them; who typed what is known to the first record alone."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        for row in rows:
            try:
                id_ = json.loads(row["state"])["entry"]["command_id"]
            except (ValueError, LookupError, TypeError):  # verified in a moment, and refused with its reason
                continue
            one = self.rows.setdefault(id_, {"id": id_, "digest": "", "first": row["entry"]})
            one["last"] = row["entry"]


def _batches(file: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    held: list[dict[str, Any]] = []
    kind = EVENTS
    for name, row in _rows(file):
        if name != kind or len(held) == _BATCH:
            yield kind, held
            held, kind = [], name
        held.append(row)
    yield kind, held


def _rows(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with file.open("rb") as opened:
        for number, line in enumerate(opened, start=1):
            told = _object(line, number)
            if END in told:
                return
            if "key" in told:  # derived from the events, for people
                continue
            name, row = (EVENTS, told) if "entry" in told else next(iter(told.items()), ("", None))
            yield name, _row(name, row, number)


def _object(line: bytes, number: int) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise BadExport(f"Line {number} is not one of an export.")
    return told


def _row(name: str, row: Any, number: int) -> dict[str, Any]:  # noqa: ANN401 - whatever a file may hold
    """The row of a line, each value of the type that its column has."""
    table = _TABLES.get(name)
    if table is None or not isinstance(row, dict) or set(row) != set(table.columns.keys()):
        raise BadExport(f"Line {number} is not one of an export.")
    try:
        return {column.name: _value(row[column.name], column, as_text=name == EVENTS) for column in table.c}
    except (TypeError, ValueError, binascii.Error) as error:
        raise BadExport(f"Line {number} holds what its table cannot hold.") from error


def _value(value: Any, column: Any, *, as_text: bool) -> Any:  # noqa: ANN401 - whatever a column may hold
    if isinstance(column.type, LargeBinary):
        return value.encode() if as_text else b64decode(value, validate=True)
    if value is None and column.nullable:
        return None
    if not isinstance(value, column.type.python_type) or isinstance(value, bool):
        raise TypeError
    return value
