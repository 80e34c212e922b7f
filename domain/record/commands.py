"""Which commands are in the record, and what was answered to each? The same command again gets the same answer."""

from __future__ import annotations

from functools import cache
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import DBAPIError

from domain.record.beside import marked, same
from domain.record.database import reading, writing
from domain.record.outcome import OutcomeUnknown
from domain.record.postgres import Warned
from domain.record.prepared import Prepared
from domain.record.request import Answer
from domain.record.tables import COMMAND, EVENT
from domain.rules import impossible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import BindParameter, Connection, Engine

    from domain.record.codec import Codec
    from domain.record.request import Command

_COMMAND = Prepared(
    select(COMMAND.c.digest, COMMAND.c.first, COMMAND.c.last).where(COMMAND.c.id == bindparam("command"))
)
_COMMANDS = Prepared(insert(COMMAND))
_AT_ONCE = 100
_STORED = (
    select(EVENT.c.topic, EVENT.c.state)
    .where(EVENT.c.entry.between(bindparam("first"), bindparam("last")))
    .order_by(EVENT.c.entry)
)


@cache
def _known() -> Prepared:
    """Which of a hundred ids are in the record; made when many are asked for, which most commands never do."""
    asked: list[BindParameter[str]] = [bindparam(f"id{rank}") for rank in range(_AT_ONCE)]
    return Prepared(select(COMMAND.c.id).where(COMMAND.c.id.in_(asked)))


class Commands:
    """The commands recorded before, and those of the transaction under way."""

    def __init__(self, connection: Connection, codec: Codec) -> None:
        self._connection = connection
        self._codec = codec
        self._entered: list[dict[str, Any]] = []
        self._written: list[str] = []
        self._unknown: set[str] = set()

    def knows(self, command_id: str) -> bool:
        """Whether a command of this id is in the record."""
        return self._recorded(command_id) is not None

    def look_up(self, command_ids: Sequence[str]) -> None:
        """Find out at once which of these ids are in the record, for a transaction of many commands."""
        self._unknown.update(command_ids)
        for start in range(0, len(command_ids), _AT_ONCE):
            asked = islice(cycle(command_ids[start : start + _AT_ONCE]), _AT_ONCE)  # the last ones may be asked twice
            known = _known().all(self._connection, {f"id{rank}": one for rank, one in enumerate(asked)})
            self._unknown.difference_update(id_ for (id_,) in known)

    def _recorded(self, command_id: str) -> tuple[str, int, int] | None:
        """The digest of a command, its first entry and its last."""
        if command_id in self._unknown:
            return None
        return _COMMAND.one(self._connection, {"command": command_id})

    def answered(self, command: Command) -> Answer | None:
        """The first answer, where the same command was recorded before; refused where it was another one."""
        row = self._recorded(command.id)
        if row is None:
            return None
        digest, first, last = row
        if not same(digest, command.digest):
            raise impossible(
                f"The command id {command.id} was used for another command (entries {first} to {last}).",
                "Choose another --id; the same id repeats the same command only.",
            )
        stored = self._connection.execute(_STORED, {"first": first, "last": last})
        return Answer(facts=tuple(self._codec.decode(*one) for one in stored), repeated=True)

    def enter(self, command: Command, first: int, last: int) -> None:
        """Keep, until it is written, that the command was recorded as these entries."""
        self._unknown.discard(command.id)
        digest = marked(command.id, command.digest, first, last)
        self._entered.append({"id": command.id, "digest": digest, "first": first, "last": last})

    def write(self) -> None:
        """Write those entered since the last time."""
        _COMMANDS.many(self._connection, self._entered)
        self._written += [row["id"] for row in self._entered]
        self._entered = []

    def were_recorded(self, engine: Engine) -> bool:
        """Whether every command of this transaction is in the record, read back on another connection.

        On a server under the lock: the commit that was not answered may still be under way there, and the lock is its
        until it ends. And a commit after it that comes without a warning says that all before it is kept.
        """
        ids = [*self._written, *(row["id"] for row in self._entered)]
        ask = reading if engine.dialect.name == "sqlite" else writing
        try:
            with ask(engine) as connection:
                found = connection.execute(select(COMMAND.c.id).where(COMMAND.c.id.in_(ids))).all()
        except (DBAPIError, Warned, KeyboardInterrupt) as error:
            raise OutcomeUnknown(getattr(error, "orig", None) or str(error) or "interrupted") from error
        return bool(ids) and len(found) == len(set(ids))
