"""What ties things together: the nodes and edges of the lineage, read from the facts.

An edge runs from the later or dependent thing to what it rests on: resolution 9/1 *recalls* resolution 7/1. What is
known by citation only has no row of its own: the edges that lead to it name it. The question itself, what rests on
what, is in `projections.lineage`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, get_args

from sqlalchemy import Boolean, Column, Index, Integer, String, Table

from domain.agenda import AgendaFact, AnyIssue
from domain.amendments import ItemAdded
from domain.body import BodyRegistered
from domain.continuing import ItemCarriedOver
from domain.outline import Predecessor
from domain.report import ReportForwarded, ReportIssued
from domain.resolution import ResolutionRecorded, ResolutionRelated, TextRef
from domain.schedule import MeetingPostponed, MeetingScheduled
from domain.silence import SilenceAgreed, SilenceCirculated, SilenceDrafted
from domain.timetable import OrganizationOfWorkProposed
from domain.values import Basis, Entry, normal
from projections.tables import DERIVED, ByAct, Projection, Row, stream_column
from projections.telling import Told


class NodeKind(StrEnum):
    """What a node of the lineage is. Its id begins with this word; that of a decision with "resolution"."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    MEETING = "meeting"
    SILENCE = "silence"
    ITEM = "item"
    WORK = "work"
    REPORT = "report"
    BODY = "body"
    PROPOSAL = "proposal"


class EdgeRelation(StrEnum):
    """How one node rests on another: the relations of texts (`domain.resolution.Relation`), and some more."""

    CITES = "cites"
    RECALLS = "recalls"
    REAFFIRMS = "reaffirms"
    TAKES_NOTE = "takes note of"
    WELCOMES = "welcomes"
    BEARS_IN_MIND = "bears in mind"
    GUIDED_BY = "guided by"
    HAVING_CONSIDERED = "having considered"
    REQUESTS = "requests"
    REITERATES = "reiterates"
    DECIDES = "decides"
    ENDORSES = "endorses"
    APPROVES = "approves"
    PURSUANT_TO = "pursuant to"
    FOLLOWS = "follows"
    IMPLEMENTS = "implements"
    ESTABLISHES = "establishes"
    EXTENDS = "extends"
    RENEWS = "renews"
    AMENDS = "amends"
    CORRECTS = "corrects"
    SUPERSEDES = "supersedes"
    TERMINATES = "terminates"
    RESCINDS = "rescinds"
    ABROGATES = "abrogates"
    RESTS_ON = "rests on"
    BEARS_ON = "bears on"
    ON_THE_AGENDA_OF = "on the agenda of"
    FORWARDED_TO = "forwarded to"
    CONTINUES = "continues"
    DRAFTED_AS = "drafted as"
    ADOPTED_UNDER = "adopted under"
    AMENDMENT_TO = "amendment to"
    SUBMITTED_TO = "submitted to"
    DECIDED_AT = "decided at"


ACTING = (
    EdgeRelation.EXTENDS,
    EdgeRelation.RENEWS,
    EdgeRelation.AMENDS,
    EdgeRelation.CORRECTS,
    EdgeRelation.SUPERSEDES,
    EdgeRelation.TERMINATES,
    EdgeRelation.RESCINDS,
    EdgeRelation.ABROGATES,
)
"""The relations by which a text changes another one, or how long it lasts."""

# Ids are stored as streams are named: in NFC, single-spaced, case-folded. `name` is the id as it is printed.
NODE = Table(
    "lineage_node",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("id", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("symbol", String),
    Column("label", String),
    Column("day", String(10)),
    Column("verified", Boolean, nullable=False),
    Column("source", String),
    Column("rank", String, nullable=False),  # of the rows of a node, the one of the greatest rank speaks for it
)

EDGE = Table(
    "lineage_edge",
    DERIVED,
    stream_column(),
    Column("entry", Integer, nullable=False),
    Column("from_id", String, nullable=False),
    Column("to_id", String, nullable=False),
    Column("to_name", String, nullable=False),
    Column("relation", String(20), nullable=False),
    Column("day", String(10), nullable=False),
    Column("inferred", Boolean, nullable=False),
    Column("verified", Boolean, nullable=False),
    Column("source", String),
    Column("phrase", String),
    Column("part", String(10)),
    Column("paragraph", String),
    Column("footnote", Boolean, nullable=False),
    Column("cited_as", String),
    Column("in_part", String),
    Column("until", String(10)),
    # Each holds all that a walk asks, so that one through thousands of edges reads no row of the table itself.
    Index("lineage_edge_up", "from_id", "relation", "to_id"),
    Index("lineage_edge_down", "to_id", "relation", "from_id"),
)

_TEXT = re.compile(r"(?P<body>.+?) (?P<kind>resolution|decision) (?P<number>.+)", re.IGNORECASE)
_NUMBER_WITH_BODY = re.compile(r"(?P<body>\S+) (?P<number>[A-Za-z]{0,4}-?\d+/\d+(?: [A-Z])?)")


def node_id(kind: str, key: str) -> str:
    """The id of a node as it is printed: "meeting:UNTOC-COP/WG.7 wg7"."""
    return f"{kind}:{normal(key)}"


def text_id(ref: TextRef) -> str:
    """The id of the node of a text, or of a paper that is cited."""
    if ref.kind == "document":
        return node_id(NodeKind.DOCUMENT, ref.number)
    return node_id(NodeKind.RESOLUTION, str(ref))


def folded(id_: str) -> str:
    """The id as it is stored: two spellings of one stream's key are one node."""
    return normal(id_).casefold()


def node_row(entry: Entry, name: str, kind: str, symbol: str | None, **rest: Any) -> Row:  # noqa: ANN401 - the columns
    """A row of NODE; "recorded" sorts after "cited", then the order of business decides."""
    known = {"entry": entry.number, "id": folded(name), "name": name, "kind": kind, "symbol": symbol}
    unknown = {"label": None, "day": None, "verified": True, "source": None}
    return {**known, **unknown, "rank": f"recorded {rank_of(entry)}", **rest}


def rank_of(entry: Entry) -> str:
    """A word that sorts as the order of business goes."""
    place = 2 * entry.place if entry.before is None else 2 * entry.before - 1
    return f"{entry.occurred.day} {place:012}"


def _outranked(entry: Entry, *, cited_only: bool) -> dict[str, str]:
    """The rank of a text known by citation only: what is recorded in full speaks for it, whichever is older."""
    return {"rank": f"cited 2 {entry.occurred.day} {entry.number:012}"} if cited_only else {}


def read_id(name: str) -> tuple[str, str]:
    """The kind and the symbol that an id tells of a node nobody has recorded."""
    kind, _, key = name.partition(":")
    if kind == NodeKind.RESOLUTION and (text := _TEXT.fullmatch(key)):
        return text["kind"].lower(), f"{text['body']} {text['number']}"
    return kind, key if kind == NodeKind.DOCUMENT else key.rsplit(" ", maxsplit=1)[-1]


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
            name = _item(told, fact.item)
            yield node_row(
                entry, name, NodeKind.ITEM, line.number if line else None, label=str(line.title) if line else None
            )
        case _ if isinstance(fact, AgendaFact):
            yield from _items(told, fact)
        case _:
            return


def meeting_key(told: Told) -> str:
    """The natural key of the meeting whose stream is told."""
    return f"{told.after.schedule.body} {told.after.schedule.key}"


def _of_meeting(told: Told, kind: NodeKind, symbol: str, **rest: str) -> Row:
    return node_row(told.fact.entry, node_id(kind, meeting_key(told)), kind, symbol, **rest)


def _items(told: Told, fact: AgendaFact) -> Iterator[Row]:
    """The items whose number or title is new with the fact. When a paper lists them, only those with a basis."""
    issued = fact.items if isinstance(fact, AnyIssue) else ()
    baseless = {item.id for item in issued if not item.pursuant_to and not item.continues}
    old = {line.id: line for line in told.before.agenda.in_force}
    for line in told.after.agenda.in_force:
        if line.id not in baseless and line != old.get(line.id):
            yield node_row(fact.entry, _item(told, line.id), NodeKind.ITEM, line.number, label=str(line.title))


def _item(told: Told, item: str) -> str:
    return item_id(meeting_key(told), item)


def item_id(meeting: str, item: str) -> str:
    """The id of an item's node: the natural key of its meeting, and its identity there."""
    return node_id("item", f"{meeting}#{item}")


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
        case _:
            yield from _listed(told)


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


def _said(fact: ResolutionRelated) -> dict[str, Any]:
    """What a text says of another one, for the columns of EDGE."""
    words = ("verified", "source", "phrase", "part", "paragraph", "footnote", "cited_as", "in_part")
    until = None if fact.until is None else fact.until.isoformat()
    return {**{word: getattr(fact, word) for word in words}, "until": until}


def _bases(entry: Entry, from_: str, relation: EdgeRelation, bases: Iterable[Basis]) -> Iterator[Row]:
    for basis in bases:
        yield edge_row(entry, from_, relation, node_id(basis.kind, basis.key), inferred=basis.inferred)


def _item_edges(told: Told, item: str, bases: tuple[Basis, ...], before: tuple[Predecessor, ...] = ()) -> Iterator[Row]:
    """An item enters the graph only where something is known of why it is on the agenda."""
    entry, from_ = told.fact.entry, _item(told, item)
    yield from _bases(entry, from_, EdgeRelation.PURSUANT_TO, bases)
    for one in before:
        yield edge_row(entry, from_, EdgeRelation.CONTINUES, item_id(one.meeting, one.item))
    if bases or before:
        yield edge_row(entry, from_, EdgeRelation.ON_THE_AGENDA_OF, node_id("meeting", meeting_key(told)))


def understood(ref: str) -> str | None:
    """The node a typed reference names, or None where it cannot be told without asking the record.

    Understood: an id ("meeting:UNTOC-COP/WG.7 wg7"), a text ("UNTOC-COP decision 1/2"), and a number with its
    body ("UNTOC-COP 7/1"), which is a resolution's.
    """
    kind, _, key = normal(ref).partition(":")
    if key and kind in set(NodeKind) - {NodeKind.DECISION}:
        return node_id(kind, key)
    if _TEXT.fullmatch(normal(ref)):
        return node_id("resolution", ref)
    if numbered := _NUMBER_WITH_BODY.fullmatch(normal(ref)):
        return node_id("resolution", f"{numbered['body']} resolution {numbered['number']}")
    return None


_TIED = {ResolutionRelated, SilenceAgreed, SilenceCirculated, MeetingScheduled, ItemAdded}
_TIED |= {OrganizationOfWorkProposed, ReportForwarded, ItemCarriedOver, *get_args(AnyIssue)}
_NAMED = {ResolutionRecorded, SilenceDrafted, BodyRegistered, MeetingPostponed, ReportIssued}
_KNOWN = {*_NAMED, *get_args(AgendaFact), *_TIED}

PROJECTIONS: tuple[Projection, ...] = (ByAct(NODE, _node_rows, _KNOWN), ByAct(EDGE, _edge_rows, _TIED))
