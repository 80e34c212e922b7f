"""Which things does a fact make known, or give another name? The rows of the nodes of the lineage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from domain.agenda import AgendaFact
from domain.body import BodyRegistered
from domain.continuing import ItemCarriedOver
from domain.provisional import AnyIssue
from domain.report import ReportForwarded, ReportIssued
from domain.resolution import ResolutionRecorded
from domain.schedule import MeetingPostponed, MeetingScheduled
from domain.silence import SilenceAgreed, SilenceCirculated, SilenceDrafted
from domain.timetable import OrganizationOfWorkProposed
from domain.values import Entry
from projections.tables import ByAct, Projection, Row
from projections.telling import Told
from projections.ties import NODE, NodeKind, folded, item_id, item_of, meeting_key, node_id, rank_of, text_id


def _node_rows(told: Told) -> Iterator[Row]:
    yield from _own(told)
    yield from _continued(told)


def _continued(told: Told) -> Iterator[Row]:
    """The items of earlier meetings that come back, under the numbers they had there."""
    fact = told.fact
    items = fact.items if isinstance(fact, AnyIssue) else ()
    found = [one for item in items for one in item.continues]
    for one in [fact.predecessor] if isinstance(fact, ItemCarriedOver) else found:
        name, rank = item_id(one.meeting, one.item), f"cited 2 {fact.entry.number:012}"
        yield node_row(fact.entry, name, NodeKind.ITEM, one.number, rank=rank)


def _own(told: Told) -> Iterator[Row]:
    """The nodes that the fact itself makes known, or gives another name."""
    fact, entry, state = told.fact, told.fact.entry, told.after
    match fact:
        case ResolutionRecorded(ref=ref):
            yield node_row(
                entry,
                text_id(ref),
                ref.kind,
                fact.symbol or f"{ref.body} {ref.number}",
                label=None if fact.title is None else str(fact.title),
                day=None if fact.adopted is None else str(fact.adopted),
                verified=fact.verified,
                source=fact.source,
                **_outranked(entry, cited_only=fact.cited_only),
            )
        case BodyRegistered():
            yield node_row(entry, node_id("body", fact.key), NodeKind.BODY, fact.key, label=fact.name)
        case SilenceAgreed() | SilenceDrafted() | SilenceCirculated():
            name, day = node_id("silence", f"{fact.body} {fact.key}"), str(entry.occurred.day)
            yield node_row(entry, name, NodeKind.SILENCE, fact.key, label=fact.subject, day=day)
        case MeetingScheduled() | MeetingPostponed():
            label, day = state.schedule.scheduled.body_name, str(state.schedule.starts)
            yield _of_meeting(told, NodeKind.MEETING, state.schedule.key, label=label, day=day)
        case OrganizationOfWorkProposed():
            yield _of_meeting(told, NodeKind.WORK, state.schedule.key, day=str(entry.occurred.day))
        case ReportIssued() | ReportForwarded():
            symbol = state.report.issued or state.report.draft or state.schedule.key
            yield _of_meeting(told, NodeKind.REPORT, symbol, day=str(entry.occurred.day))
        case ItemCarriedOver():
            line = state.agenda.in_force.get(fact.item)
            name = item_of(told, fact.item)
            yield node_row(
                entry, name, NodeKind.ITEM, line.number if line else None, label=str(line.title) if line else None
            )
        case _ if isinstance(fact, AgendaFact):
            yield from _items(told, fact)
        case _:
            return


def _of_meeting(told: Told, kind: NodeKind, symbol: str, **rest: str) -> Row:
    return node_row(told.fact.entry, node_id(kind, meeting_key(told)), kind, symbol, **rest)


def _items(told: Told, fact: AgendaFact) -> Iterator[Row]:
    """The items whose number or title is new with the fact. When a paper lists them, only those with a basis."""
    issued = fact.items if isinstance(fact, AnyIssue) else ()
    baseless = {item.id for item in issued if not item.pursuant_to and not item.continues}
    old = {line.id: line for line in told.before.agenda.in_force}
    for line in told.after.agenda.in_force:
        if line.id not in baseless and line != old.get(line.id):
            yield node_row(fact.entry, item_of(told, line.id), NodeKind.ITEM, line.number, label=str(line.title))


def node_row(entry: Entry, name: str, kind: str, symbol: str | None, **rest: Any) -> Row:  # noqa: ANN401 - the columns
    """A row of NODE; "recorded" sorts after "cited", then the order of business decides."""
    known = {"entry": entry.number, "id": folded(name), "name": name, "kind": kind, "symbol": symbol}
    known["occurred"] = entry.occurred.day.isoformat()
    unknown = {"label": None, "day": None, "verified": True, "source": None}
    return {**known, **unknown, "rank": f"recorded {rank_of(entry)}", **rest}


def _outranked(entry: Entry, *, cited_only: bool) -> dict[str, str]:
    """The rank of a text known by citation only: what is recorded in full speaks for it, whichever is older."""
    return {"rank": f"cited 2 {entry.occurred.day} {entry.number:012}"} if cited_only else {}


_NAMED = {ResolutionRecorded, SilenceAgreed, SilenceDrafted, SilenceCirculated, BodyRegistered, MeetingScheduled}
_NAMED |= {MeetingPostponed, OrganizationOfWorkProposed, ReportIssued, ReportForwarded, ItemCarriedOver}

PROJECTIONS: tuple[Projection, ...] = (ByAct(NODE, _node_rows, {*_NAMED, *get_args(AgendaFact)}),)
