"""Who names a stream: asked only when its first act is to be struck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from domain.business import ActStruck
from domain.mentions import mentions
from domain.record.tables import EVENT
from domain.values import stream_id

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from domain.act import Fact
    from domain.record.codec import Codec


def naming(connection: Connection, codec: Codec, kind: str, key: str) -> list[Fact]:
    """The acts of other streams that stand and name the stream of this kind and key, in the order of entry.

    Every act that could names its key in its state, which narrows the search before anything is decoded.
    """
    stream = stream_id(kind, key)
    needle = key.rsplit(" ", maxsplit=1)[-1].casefold().encode()
    found = connection.execute(_OTHERS, {"stream": str(stream)})
    facts = [codec.decode(row.topic, row.state) for row in found if needle in row.state.decode().casefold().encode()]
    return [
        fact
        for fact in facts
        if stream in {stream_id(*named) for named in mentions(fact)} and not _struck(connection, codec, fact)
    ]


_OTHERS = (
    select(EVENT.c.topic, EVENT.c.state)
    .where(EVENT.c.originator_id != bindparam("stream"), EVENT.c.topic != ActStruck.TOPIC)
    .order_by(EVENT.c.entry)
)

_STRIKES = select(EVENT.c.state).where(EVENT.c.originator_id == bindparam("stream"), EVENT.c.topic == ActStruck.TOPIC)


def _struck(connection: Connection, codec: Codec, fact: Fact) -> bool:
    rows = connection.execute(_STRIKES, {"stream": str(fact.entry.stream)})
    strikes = (codec.decode(ActStruck.TOPIC, row.state) for row in rows)
    return any(isinstance(one, ActStruck) and one.struck == fact.entry.version for one in strikes)
