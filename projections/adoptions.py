"""How texts came about: the nodes and edges of proposals, of decisions taken in meetings, and of what became of them.

They stand in the same two tables as the ties between texts (`projections.ties`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from domain.act import Fact
from domain.business import standing
from domain.decisions import DecisionNumbered, DecisionRenumbered, DecisionTaken, decided_in
from domain.proposal import ProposalPut, ProposalRevised, ProposalSubmitted
from domain.resolution import ResolutionRecorded, ResolutionRenumbered
from domain.values import Entry
from projections.decision_rows import DECIDED
from projections.edges import edge_row
from projections.nodes import node_row
from projections.tables import ByAct, Projection, Row
from projections.telling import Told
from projections.ties import EDGE, NODE, EdgeRelation, NodeKind, meeting_key, node_id


def _node_rows(told: Told) -> Iterator[Row]:
    fact = told.fact
    match fact:
        case ResolutionRenumbered():
            yield _renumbered(told, fact)
        case DecisionNumbered() | DecisionRenumbered():
            yield from _decision(told, fact, fact.number)
        case ProposalSubmitted() | ProposalRevised():
            yield _proposal(told)
        case _ if (taken := decided_in(fact)) is not None and taken.number is not None:
            yield from _decision(told, fact, taken.number)
        case _:
            pass


def _renumbered(told: Told, fact: ResolutionRenumbered) -> Row:
    """The text under the number of its first part, with the one it had before: it stays the same node."""
    first = told.before.ref
    acts = takewhile(lambda one: one is not fact, standing(told.facts))
    known = [one for one in acts if isinstance(one, ResolutionRecorded)]
    full = next((one for one in known[::-1] if not one.cited_only), known[-1])
    return node_row(
        fact.entry,
        node_id("resolution", str(first)),
        first.kind,
        f"{fact.ref.body} {fact.ref.number} (formerly {first.number})",
        label=None if full.title is None else str(full.title),
        day=None if full.adopted is None else str(full.adopted),
        verified=full.verified,
        source=full.source,
    )


def _decision(told: Told, fact: Fact, number: str) -> Iterator[Row]:
    """A decision taken in a meeting, once it has a number; under its first one for ever."""
    numbers = told.after.decisions.numbers
    acts = (one for one in standing(told.facts) if decided_in(one) and numbers.get(one.entry.place) == number)
    taken = next(acts, None)
    if taken is None:
        return
    first = fact.former if isinstance(fact, DecisionRenumbered) else number
    symbol = f"{told.after.schedule.body} {number}{f' (formerly {first})' if first != number else ''}"
    label, day = taken.text if isinstance(taken, DecisionTaken) else None, str(taken.entry.occurred.day)
    yield node_row(fact.entry, _decision_id(told, first), NodeKind.DECISION, symbol, label=label, day=day)


def _decision_id(told: Told, number: str) -> str:
    """The id of a decision taken in the meeting whose stream is told; a bare number counts within the meeting."""
    scope = told.after.schedule.body if "/" in number else meeting_key(told)
    return node_id("resolution", f"{scope} decision {number}")


def _proposal(told: Told) -> Row:
    submitted = told.after.submitted
    label = None if submitted.title is None else str(submitted.title)
    day, name = str(submitted.entry.occurred.day), node_id("proposal", told.after.symbols[0])
    return node_row(told.fact.entry, name, NodeKind.PROPOSAL, told.after.symbol, label=label, day=day)


def _edge_rows(told: Told) -> Iterator[Row]:
    fact, relation = told.fact, EdgeRelation
    match fact:
        case ResolutionRecorded():
            from_ = node_id("resolution", str(fact.ref))
            yield from _to(fact.entry, from_, relation.DRAFTED_AS, "proposal", fact.proposal)
            yield from _to(fact.entry, from_, relation.ADOPTED_UNDER, "silence", fact.silence)
        case ProposalSubmitted():
            from_ = node_id("proposal", fact.symbol)
            yield from _to(fact.entry, from_, relation.AMENDMENT_TO, "proposal", fact.to)
            yield from _to(fact.entry, from_, relation.SUBMITTED_TO, "meeting", fact.meeting)
        case ProposalPut():
            from_ = node_id("proposal", told.after.symbols[0])
            yield from _to(fact.entry, from_, relation.ADOPTED_UNDER, "silence", fact.silence)
            yield from _to(fact.entry, from_, relation.ACTED_ON_AT, "meeting", fact.at_meeting)
        case DecisionNumbered(number=number, also=False):
            yield _decided_at(told, number)
        case _ if (taken := decided_in(fact)) is not None and taken.number is not None and not taken.also:
            yield _decided_at(told, taken.number)
        case _:
            return


def _decided_at(told: Told, number: str) -> Row:
    meeting = node_id("meeting", meeting_key(told))
    return edge_row(told.fact.entry, _decision_id(told, number), EdgeRelation.DECIDED_AT, meeting)


def _to(entry: Entry, from_: str, relation: EdgeRelation, kind: str, key: str | None) -> Iterator[Row]:
    if key is not None:
        yield edge_row(entry, from_, relation, node_id(kind, key))


_TIED = {ResolutionRecorded, ProposalSubmitted, ProposalPut, DecisionNumbered, *DECIDED}
_KNOWN = {ResolutionRenumbered, ProposalSubmitted, ProposalRevised, DecisionNumbered, DecisionRenumbered, *DECIDED}

PROJECTIONS: tuple[Projection, ...] = (ByAct(NODE, _node_rows, _KNOWN), ByAct(EDGE, _edge_rows, _TIED))
