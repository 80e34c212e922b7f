"""What is carried over to another meeting? Items deferred or held in abeyance, papers and decisions deferred."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, String, cast, select

from domain.late import dataclass
from projections.agenda import LINE, AgendaView, DeferralView, Edition, ItemView, agenda
from projections.lineage import Node, lineage
from projections.meetings import MEETING, MeetingView, meetings_of
from projections.ties import EDGE, EdgeRelation, folded, item_id
from projections.words import counted, listed

_GONE = {"deleted", "withdrawn", "excepted", "merged"}
_DONE = {"concluded", "left"}


@dataclass(frozen=True)
class Carried:
    """An item that comes back: where it was, why it comes back, and the papers under it that were deferred.

    `why` is empty for an item that comes only as the one under which another stands, or stood.
    """

    meeting: MeetingView
    item: ItemView
    why: str
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Target:
    """The meeting to which items are carried over: its body, its first day and, where it has one, its key."""

    body: str
    starts: date
    key: str | None


def carried_over(connection: Connection, to: Target) -> list[Carried]:
    """What earlier meetings of the body carry over: the last of them, and any other that deferred to that very one."""
    held = [one for one in meetings_of(connection, to.body) if one.state != "cancelled"]
    earlier = [one for one in held if one.starts < to.starts and one.key != to.key]
    named = _deferring_to(connection, to)
    found: list[Carried] = []
    for one in earlier:
        last = one == earlier[-1]
        view = agenda(connection, one.stream) if last or one.stream in named else None
        found += [] if view is None else _of(one, view, to, last=last)
    return found


def _deferring_to(connection: Connection, to: Target) -> set[str]:
    """The meetings of the body that deferred anything to that very one: few, of a body that has met for decades."""
    said = cast(LINE.c.deferred, String).contains(f'"{to.key}"', autoescape=True)
    query = select(LINE.c.stream).join(MEETING, MEETING.c.stream == LINE.c.stream)
    found = query.where(MEETING.c.body == to.body, LINE.c.edition == Edition.CURRENT, said)
    return set(connection.scalars(found.distinct())) if to.key else set()


class _Reason(NamedTuple):
    """Why an item is carried over, the papers deferred under it, and whether the item itself is meant."""

    why: str
    documents: tuple[str, ...]
    wholly: bool


def _of(meeting: MeetingView, view: AgendaView, to: Target, *, last: bool) -> list[Carried]:
    """The items of one meeting in their order, with those that stand under them and those under which they stand."""
    standing = [item for item in view.items if item.status not in _GONE]
    kept: dict[str, _Reason] = {}
    for item in standing:
        above, own = kept.get(item.parent or ""), _reason(item, to, last=last)
        if own is not None:
            kept[item.id] = own
        elif above is not None and above.wholly and item.status not in _DONE:
            kept[item.id] = above
    framed = {*kept, *_above(standing, kept)}
    return [_carried(meeting, item, kept.get(item.id)) for item in standing if item.id in framed]


def _carried(meeting: MeetingView, item: ItemView, reason: _Reason | None) -> Carried:
    return Carried(meeting, item, reason.why, reason.documents) if reason else Carried(meeting, item, "")


def _above(items: Sequence[ItemView], kept: Collection[str]) -> Iterator[str]:
    """The items under which those stand that are kept."""
    parents = {item.id: item.parent for item in items}
    for item in kept:
        above = parents[item]
        while above is not None:
            yield above
            above = parents.get(above)


def _reason(item: ItemView, to: Target, *, last: bool) -> _Reason | None:
    """Why an item of that meeting is carried over to this one; None where it is not."""
    meant = [one for one in item.deferred if one.to == to.key or (one.to == "next" and last)]
    papers = tuple(symbol for one in meant for symbol in one.documents)
    whole = list(_whole(item, meant, last=last))
    said = [*whole]
    said += ["decision deferred"] if any(one.decision_only for one in meant) else []
    said += [f"{counted(len(papers), 'document')} deferred"] if papers else []
    return _Reason(", ".join(said), papers, bool(whole)) if said else None


def _whole(item: ItemView, meant: list[DeferralView], *, last: bool) -> Iterator[str]:
    if item.status == "in_abeyance" and last:
        yield "held in abeyance"
    if item.status == "deferred":
        wholly = [one for one in item.deferred if one.wholly]
        if not wholly and last:
            yield "carried over at the closure"
        elif wholly and wholly[-1] in meant:
            yield "deferred"


def still_open(connection: Connection, meeting: MeetingView) -> str:
    """A word on the items of a meeting under way of which it has not said what becomes of them."""
    view = agenda(connection, meeting.stream) if meeting.state in {"open", "scheduled"} else None
    numbers = [item.number or "[new]" for item in view.items if item.remaining] if view else []
    which = f"item{'s' if len(numbers) > 1 else ''} {listed(numbers)}"
    return f"Not yet disposed of by {meeting.key}: {which}." if numbers else ""


def carried_on_in(connection: Connection, meeting: str, item: str) -> tuple[str, ...]:
    """The streams in which an item is said to be continued."""
    query = select(EDGE.c.stream).where(EDGE.c.to_id == folded(item_id(meeting, item)))
    return tuple(connection.scalars(query.where(EDGE.c.relation == EdgeRelation.CONTINUES).distinct()))


def continuations(connection: Connection, meeting: str, item: str) -> tuple[list[Node], list[Node]]:
    """The items of other meetings that an item continues, and those that continue it: one step each way."""
    root = item_id(meeting, item)
    found = lineage(connection, root, "both", depth=1, relation=EdgeRelation.CONTINUES)
    nodes = {node.id: node for node in found.nodes}
    before = [nodes[edge.to_id] for edge in found.edges if edge.from_id == found.root]
    after = [nodes[edge.from_id] for edge in found.edges if edge.to_id == found.root]
    return before, after
