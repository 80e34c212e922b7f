"""Which silence procedures are behind a meeting? Those it rests on, or its items, and those that bear on them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, or_, select

from projections.silence import SilenceLine, silences
from projections.ties import EDGE, NodeKind, folded, node_id


def silences_behind(connection: Connection, meeting: str, now: datetime) -> list[SilenceLine]:
    """The procedures behind the meeting of this natural key and behind its items, as they stand at `now`."""
    own = [folded(node_id(kind, meeting)) for kind in (NodeKind.MEETING, NodeKind.WORK)]
    items = folded(node_id(NodeKind.ITEM, f"{meeting}#"))
    prefix = f"{NodeKind.SILENCE}:"
    ends = (EDGE.c.from_id, EDGE.c.to_id)
    found: set[str] = set()
    for here, there in (ends, ends[::-1]):
        of_this = or_(here.in_(own), here.startswith(items, autoescape=True))
        found.update(connection.scalars(select(there).where(of_this, there.startswith(prefix))))
    return [one for one in silences(connection, now) if folded(f"{prefix}{one.body} {one.key}") in found]
