"""The library's application recorder on SQLAlchemy Core, inside a transaction that somebody else holds."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, Notification, StoredEvent
from sqlalchemy import bindparam, func, insert, select

from domain.record.merkle import leaf_hash, leaf_text
from domain.record.prepared import Prepared
from domain.record.tables import EVENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from eventsourcing.persistence import Subscription
    from sqlalchemy import Connection

_INSERT = Prepared(insert(EVENT))
_EVERY = Prepared(
    select(EVENT.c.originator_id, EVENT.c.topic, EVENT.c.state).order_by(
        EVENT.c.originator_id, EVENT.c.originator_version
    )
)
_SOME = Prepared(
    select(EVENT.c.originator_id, EVENT.c.topic, EVENT.c.state)
    .where(EVENT.c.originator_id == bindparam("stream"), EVENT.c.entry <= bindparam("last"))
    .order_by(EVENT.c.originator_version)
)
_LATEST = 2**62
_word = lru_cache(maxsize=1024)(str)
_STORY = Prepared(
    select(EVENT.c.originator_version, EVENT.c.topic, EVENT.c.state)
    .where(EVENT.c.originator_id == bindparam("stream"))
    .order_by(EVENT.c.originator_version)
)


class Recorder(ApplicationRecorder):
    """Reads and inserts events on `connection`, which the register sets for the length of a transaction."""

    def __init__(self) -> None:
        super().__init__()
        self._connection: Connection | None = None
        self.size = 0
        self._leaves: list[bytes] = []

    def use(self, connection: Connection | None, size: int) -> None:
        """Work on `connection`; `size` is the number of entries recorded so far."""
        self._connection = connection
        self.size = size
        self._leaves = []

    def new_leaves(self) -> list[bytes]:
        """The leaf hashes of what was inserted since this was asked last."""
        leaves, self._leaves = self._leaves, []
        return leaves

    @property
    def connection(self) -> Connection:
        """The connection of the transaction under way."""
        if self._connection is None:
            raise RuntimeError("the recorder works only inside a transaction of the register")
        return self._connection

    def insert_events(self, stored_events: Sequence[StoredEvent], **_kwargs: Any) -> Sequence[int]:  # noqa: ANN401 - the library's own signature
        """Insert events under the next entry numbers, which are gapless."""
        first = self.size + 1
        rows: list[dict[str, Any]] = [
            {
                "entry": entry,
                "originator_id": _word(stored.originator_id),
                "originator_version": stored.originator_version,
                "topic": stored.topic,
                "state": stored.state,
            }
            for entry, stored in enumerate(stored_events, start=first)
        ]
        _INSERT.many(self.connection, rows)
        self._leaves += [
            leaf_hash(leaf_text(row["originator_id"], row["originator_version"], row["topic"], row["state"]))
            for row in rows
        ]
        self.size += len(rows)
        return range(first, first + len(rows))

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """The events of a stream, in its order."""
        if gt is None and lte is None and limit is None and not desc:  # as the register asks, act by act
            stored = _STORY.all(self.connection, {"stream": str(originator_id)})
            return [StoredEvent(originator_id, *row) for row in stored]
        version = EVENT.c.originator_version
        query = select(version, EVENT.c.topic, EVENT.c.state).where(EVENT.c.originator_id == str(originator_id))
        query = query if gt is None else query.where(version > gt)
        query = query if lte is None else query.where(version <= lte)
        query = query.order_by(version.desc() if desc else version).limit(limit)
        return [StoredEvent(originator_id, *row) for row in self.connection.execute(query)]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """The events of the whole record in the order of entry."""
        query = select(EVENT).order_by(EVENT.c.entry).limit(limit)
        if start is not None:
            query = query.where(EVENT.c.entry >= start if inclusive_of_start else EVENT.c.entry > start)
        query = query if stop is None else query.where(EVENT.c.entry <= stop)
        query = query.where(EVENT.c.topic.in_(topics)) if topics else query
        return [
            Notification(UUID(row.originator_id), row.originator_version, row.topic, row.state, row.entry)
            for row in self.connection.execute(query)
        ]

    def max_notification_id(self) -> int | None:
        """The number of the last entry, or None where there is none."""
        last: int | None = self.connection.execute(select(func.max(EVENT.c.entry))).scalar_one()
        return last

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        """Refused: projections commit with the events, so that nothing follows the log."""
        del gt, topics
        raise NotImplementedError("projections are written in the transaction of the act; nothing follows the log")

    def stream(
        self, only: Iterable[UUID] | None = None, *, last: int | None = None
    ) -> Iterator[tuple[UUID, list[tuple[str, bytes]]]]:
        """Every stream with its stored events, or `only` some with those up to the entry `last`.

        One stream at a time, never all of them in memory.
        """
        if only is None:
            rows: Iterator[Any] = _EVERY.rows(self.connection, {})
        else:
            known = [{"stream": str(one), "last": _LATEST if last is None else last} for one in only]
            rows = chain.from_iterable(_SOME.rows(self.connection, one) for one in known)
        for originator, events in groupby(rows, key=itemgetter(0)):
            yield UUID(originator), [(topic, state) for _, topic, state in events]
