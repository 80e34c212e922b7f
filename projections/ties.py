"""What ties things together: the kinds, the ids and the tables of the nodes and edges of the lineage.

An edge runs from the later or dependent thing to what it rests on: resolution 9/1 *recalls* resolution 7/1. What is
known by citation only has no row of its own: the edges that lead to it name it. The rows are read from the facts in
`projections.nodes` and `projections.edges`; the question itself, what rests on what, is in `projections.lineage`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Column, ColumnElement, Index, Integer, String, Table

from domain.values import normal
from projections.tables import DERIVED, stream_column

if TYPE_CHECKING:
    from domain.resolution import TextRef
    from domain.values import Entry
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
    ACTED_ON_AT = "acted on at"
    DECIDED_AT = "decided at"
    DISCONTINUED_BY = "discontinued by"


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
    Column("occurred", String(10), nullable=False),  # the day of the act that says so; `day` is that of the text
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
    Index("lineage_edge_up", "from_id", "relation", "to_id", "day"),
    Index("lineage_edge_down", "to_id", "relation", "from_id", "day"),
)

_TEXT = re.compile(r"(?P<body>.+?) (?P<kind>resolution|decision) (?P<number>.+)", re.IGNORECASE)
_NUMBER_WITH_BODY = re.compile(r"(?P<body>\S+) (?P<number>[A-Za-z]{0,4}-?\d+/\d+(?: [A-Z])?)")


def by_then(day: ColumnElement[str], on: str | None) -> tuple[ColumnElement[bool], ...]:
    """The condition that a row follows from an act of that day or of one before; none where no day is asked for."""
    return () if on is None else (day <= on,)


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


def rank_of(entry: Entry) -> str:
    """A word that sorts as the order of business goes."""
    place = 2 * entry.place if entry.before is None else 2 * entry.before - 1
    return f"{entry.occurred.day} {place:012}"


def read_id(name: str) -> tuple[str, str]:
    """The kind and the symbol that an id tells of a node nobody has recorded."""
    kind, _, key = name.partition(":")
    if kind == NodeKind.RESOLUTION and (text := _TEXT.fullmatch(key)):
        return text["kind"].lower(), f"{text['body']} {text['number']}"
    return kind, key if kind == NodeKind.DOCUMENT else key.rsplit(" ", maxsplit=1)[-1]


def meeting_key(told: Told) -> str:
    """The natural key of the meeting whose stream is told."""
    return f"{told.after.schedule.body} {told.after.schedule.key}"


def item_of(told: Told, item: str) -> str:
    """The id of the node of an item of the meeting whose stream is told."""
    return item_id(meeting_key(told), item)


def item_id(meeting: str, item: str) -> str:
    """The id of an item's node: the natural key of its meeting, and its identity there."""
    return node_id("item", f"{meeting}#{item}")


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
