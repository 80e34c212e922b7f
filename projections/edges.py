"""What does a fact say rests on what? The rows of the edges of the lineage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from domain.amendments import ItemAdded
from domain.body import BodyDiscontinued, BodyRegistered
from domain.continuing import ItemCarriedOver
from domain.outline import Predecessor
from domain.provisional import AnyIssue
from domain.report import ReportForwarded
from domain.resolution import ResolutionRelated
from domain.schedule import MeetingScheduled
from domain.silence import SilenceAgreed, SilenceCirculated
from domain.timetable import OrganizationOfWorkProposed
from domain.values import Basis, Entry
from projections.tables import ByAct, Projection, Row
from projections.telling import Told
from projections.ties import (
    EDGE,
    EdgeRelation,
    folded,
    item_id,
    item_of,
    meeting_key,
    node_id,
    text_id,
    understood,
)


def _edge_rows(told: Told) -> Iterator[Row]:
    fact, state, relation = told.fact, told.after, EdgeRelation
    match fact:
        case ResolutionRelated() if state.ref is not None:
            yield edge_row(fact.entry, text_id(state.ref), fact.relation.value, text_id(fact.other), **_said(fact))
        case SilenceAgreed() | SilenceCirculated():
            from_ = node_id("silence", f"{fact.body} {fact.key}")
            refs = fact.bears_on if isinstance(fact, SilenceCirculated) else ()
            for to in filter(None, map(understood, refs)):
                yield edge_row(fact.entry, from_, relation.BEARS_ON, to)
        case MeetingScheduled():
            yield from _bases(fact.entry, node_id("meeting", meeting_key(told)), relation.PURSUANT_TO, fact.pursuant_to)
        case OrganizationOfWorkProposed():
            yield from _bases(fact.entry, node_id("work", meeting_key(told)), relation.RESTS_ON, fact.pursuant_to)
        case ReportForwarded():
            from_ = node_id("report", meeting_key(told))
            yield edge_row(fact.entry, from_, relation.FORWARDED_TO, node_id("body", fact.to))
            yield from _bases(fact.entry, from_, relation.PURSUANT_TO, fact.pursuant_to)
        case BodyRegistered() | BodyDiscontinued():
            yield from _of_body(told, fact.entry)
        case _:
            yield from _listed(told)


def _of_body(told: Told, entry: Entry) -> Iterator[Row]:
    """What a body was set up by, and what discontinued it, where its act names that text."""
    by, began = understood(entry.authority or ""), told.first
    if by is not None and isinstance(began, BodyRegistered):
        ended = isinstance(told.fact, BodyDiscontinued)
        relation = EdgeRelation.DISCONTINUED_BY if ended else EdgeRelation.PURSUANT_TO
        yield edge_row(entry, node_id("body", began.key), relation, by)


def _listed(told: Told) -> Iterator[Row]:
    """The edges of the items that a fact puts on the agenda, or of which it says where they come from."""
    match fact := told.fact:
        case ItemAdded():
            yield from _item_edges(told, fact.item, fact.pursuant_to)
        case ItemCarriedOver():
            yield from _item_edges(told, fact.item, (), (fact.predecessor,))
        case _ if isinstance(fact, AnyIssue):
            for item in fact.items:
                yield from _item_edges(told, item.id, item.pursuant_to, item.continues)
        case _:
            return


def _item_edges(told: Told, item: str, bases: tuple[Basis, ...], before: tuple[Predecessor, ...] = ()) -> Iterator[Row]:
    """An item enters the graph only where something is known of why it is on the agenda."""
    entry, from_ = told.fact.entry, item_of(told, item)
    yield from _bases(entry, from_, EdgeRelation.PURSUANT_TO, bases)
    for one in before:
        yield edge_row(entry, from_, EdgeRelation.CONTINUES, item_id(one.meeting, one.item))
    if bases or before:
        yield edge_row(entry, from_, EdgeRelation.ON_THE_AGENDA_OF, node_id("meeting", meeting_key(told)))


def _bases(entry: Entry, from_: str, relation: EdgeRelation, bases: Iterable[Basis]) -> Iterator[Row]:
    for basis in bases:
        yield edge_row(entry, from_, relation, node_id(basis.kind, basis.key), inferred=basis.inferred)


def _said(fact: ResolutionRelated) -> dict[str, Any]:
    """What a text says of another one, for the columns of EDGE."""
    words = ("verified", "source", "phrase", "part", "paragraph", "footnote", "cited_as", "in_part")
    until = None if fact.until is None else fact.until.isoformat()
    return {**{word: getattr(fact, word) for word in words}, "until": until}


def edge_row(entry: Entry, from_: str, relation: str, to: str, **rest: Any) -> Row:  # noqa: ANN401 - the columns
    """A row of EDGE."""
    ends = {"from_id": folded(from_), "to_id": folded(to), "to_name": to, "relation": str(relation)}
    return {"entry": entry.number, "day": entry.occurred.day.isoformat(), **ends, **_UNSAID, **rest}


_UNSAID = {
    **dict.fromkeys(("source", "phrase", "part", "paragraph", "cited_as", "in_part", "until")),
    "inferred": False,
    "verified": True,
    "footnote": False,
}


_TIED = {ResolutionRelated, SilenceAgreed, SilenceCirculated, MeetingScheduled, ItemAdded}
_TIED |= {
    BodyRegistered,
    BodyDiscontinued,
    OrganizationOfWorkProposed,
    ReportForwarded,
    ItemCarriedOver,
    *get_args(AnyIssue),
}

PROJECTIONS: tuple[Projection, ...] = (ByAct(EDGE, _edge_rows, _TIED),)
