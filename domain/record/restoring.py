"""An export becomes a record again: all of it is verified before one event of it is accepted.

Nothing is signed anew and nothing is made up: the checkpoints of the export are those of the record it came from.
"""

from __future__ import annotations

import binascii
import json
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Column, LargeBinary, Table, insert, select, update
from sqlalchemy.exc import IntegrityError

from domain.record.beside import is_sound, marked, unmarked
from domain.record.database import writing
from domain.record.merkle import Frontier, leaf_hashes
from domain.record.prepared import Prepared
from domain.record.tables import CHECKPOINT, COMMAND, COSIGNED, EVENT, HEAD, SEALED, SIGNATURE

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from domain.record.verdict import Verdict

_TABLES: Final = (EVENT, SIGNATURE, CHECKPOINT, COSIGNED, SEALED, COMMAND)
_INSERT: Final = {table: Prepared(insert(table)) for table in _TABLES}
_COLUMNS: Final = [column.name for column in EVENT.c]
_BATCH: Final = 1000

Rows = dict[Table, list[dict[str, Any]]]


class BadExport(Exception):  # noqa: N818 - what it says of the file
    """An export that is not accepted: why, and what to do next."""

    def __init__(self, sentence: str, next_step: str = "Export the record again: nemcon log export -o FILE") -> None:
        super().__init__(sentence)
        self.sentence = f"{sentence} Nothing of it was accepted."
        self.next_step = next_step


def restore(
    engine: Engine, file: Path, verified: Callable[[Connection], Verdict], derive: Callable[[Connection], object]
) -> Verdict:
    """Make an empty record that of an export, if `verified` finds nothing wrong; what it found."""
    with writing(engine) as connection:
        if any(connection.execute(select(table).limit(1)).first() is not None for table in _TABLES):
            raise BadExport("There are entries in this record already.", "Give an empty one: nemcon --db FILE init")
        head = _fill(connection, file)
        found = verified(connection)
        if found.events < head["size"]:
            raise BadExport(f"The export is cut off: it has {found.events} of {head['size']} events.")
        if found.first is not None:
            raise BadExport(f"The export does not verify. {found.first.sentence}")
        if (found.events, b64encode(found.root).decode()) != (head["size"], head["root"]):
            raise BadExport("The events of the export do not lead to the root that its first line names.")
        derive(connection)
    return found


def _fill(connection: Connection, file: Path) -> dict[str, Any]:
    """Write the rows, and the head that follows from them; the head that the first line names."""
    tree, named = Frontier(), None
    for rows, head in _batches(file):
        named = named or head
        try:
            for table in _TABLES:
                _INSERT[table].many(connection, rows[table])
        except IntegrityError as error:  # as the triggers say it
            raise BadExport("An event or a checkpoint is missing from the export, or is there twice.") from error
        tree = tree.extended(leaf_hashes([tuple(one[name] for name in _COLUMNS) for one in rows[EVENT]]))
    if named is None:
        raise BadExport("The first line does not say how far the record was: this is no export, or not its beginning.")
    grown = {"size": tree.size, "frontier": tree.to_bytes(), "recorded_at": named["recorded_at"]}
    connection.execute(update(HEAD).values(**grown))
    return named


def _batches(file: Path) -> Iterator[tuple[Rows, dict[str, Any] | None]]:
    """The rows of a thousand lines at a time, and the head where it is among them."""
    rows: Rows = defaultdict(list)
    head, under_way = None, _Commands()
    with file.open("rb") as opened:
        for number, line in enumerate(opened, start=1):
            try:
                told = json.loads(line)
                _take(rows, told, under_way)
                head = _head(told["head"]) if number == 1 else head
            except (ValueError, TypeError, LookupError, AttributeError, binascii.Error) as error:
                raise BadExport(f"Line {number} is not one of an export, or is cut off.") from error
            if number % _BATCH == 0:
                yield rows, head
                rows = defaultdict(list)
    rows[COMMAND] += under_way.known()
    yield rows, head


def _take(rows: Rows, told: dict[str, Any], commands: _Commands) -> None:
    """Take the rows of one line apart."""
    entry = told["entry"]
    state = told["state"].encode()
    rows[EVENT].append(_row(EVENT, {**{name: told[name] for name in _COLUMNS}, "state": b64encode(state)}))
    if "signature" in told:
        rows[SIGNATURE].append(_row(SIGNATURE, {"entry": entry, "signature": told["signature"]}))
    if "checkpoint" in told:
        rows[CHECKPOINT].append(_row(CHECKPOINT, {"size": entry, **told["checkpoint"]}))
    rows[COSIGNED] += [_row(COSIGNED, {"size": entry, "note": one}) for one in told.get("cosigned", ())]
    rows[SEALED] += [_row(SEALED, one) for one in told.get("sealed", ())]
    commands.take(entry, json.loads(state)["entry"]["command_id"], told.get("command"))


def _head(told: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(told["size"], int) or not isinstance(told["root"], str):
        raise TypeError
    return {"size": told["size"], "root": told["root"], "recorded_at": _value(told["recorded_at"], HEAD.c.recorded_at)}


def _row(table: Table, told: dict[str, Any]) -> dict[str, Any]:
    """The row of a table, each value of the type that its column has."""
    return {column.name: _value(told[column.name], column) for column in table.c}


def _value(value: Any, column: Column[Any]) -> Any:  # noqa: ANN401 - whatever a column may hold
    if isinstance(column.type, LargeBinary):
        return b64decode(value, validate=True)
    if value is None and column.nullable:
        return None
    if not isinstance(value, column.type.python_type) or isinstance(value, bool):
        raise TypeError
    return value


class _Commands:
    """The commands of the events. Who typed what is known to the first record alone, unless the export tells it.

    Of the others only the id is kept: the same id is refused from then on, and never recorded twice.
    """

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Any]] = {}

    def take(self, entry: int, id_: str, told: dict[str, Any] | None) -> None:
        """Note that an entry is of this command."""
        if told is not None:
            row = self._rows[told["id"]] = _row(COMMAND, told)
            if not is_sound(row["id"], row["digest"], row["first"], row["last"]):
                raise ValueError
        elif id_ not in self._rows:
            self._rows[id_] = _row(COMMAND, {"id": id_, "digest": "", "first": entry, "last": entry})
        self._rows[id_]["last"] = max(entry, self._rows[id_]["last"])

    def known(self) -> list[dict[str, Any]]:
        """All of them, marked as rows of this record."""
        for row in self._rows.values():
            row["digest"] = marked(row["id"], unmarked(row["digest"]), row["first"], row["last"])
        return list(self._rows.values())
