"""What does a text rest on, and what rests on it? The lineage of resolutions, meetings, items and reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, func, or_, select

from projections.ties import EDGE, NODE, NodeKind, folded


class Node(NamedTuple):
    """A thing of the lineage. `label` is its title in the original language, None where only a citation is known."""

    id: str
    kind: str
    symbol: str | None
    label: str | None
    day: str | None
    verified: bool
    source: str | None


class Edge(NamedTuple):
    """One link, as an entry recorded it. `inferred`: a paper narrates it without stating it."""

    from_id: str
    to_id: str
    relation: str
    entry: int
    inferred: bool
    verified: bool
    source: str | None
    phrase: str | None
    paragraph: str | None


@dataclass(frozen=True)
class Graph:
    """A lineage: nodes by their distance from the root, then by day and id; edges in the order of their nodes."""

    root: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


Direction = Literal["up", "down", "both"]
_CHUNK = 500  # ids asked for at once: every database allows this many parameters


def lineage(
    connection: Connection,
    root_id: str,
    direction: Direction = "both",
    depth: int | None = None,
    relation: str | None = None,
) -> Graph:
    """What the root rests on ("up"), what rests on it ("down"), or both, `depth` steps far.

    With `relation`, only edges of that relation are followed. A root that nobody knows gives a graph without nodes.
    """
    root = folded(root_id)
    distance: dict[str, int] = {root: 0}
    edges: dict[Edge, None] = {}
    for way in ("up", "down") if direction == "both" else (direction,):
        for step, edge in _walk(connection, root, way, depth, relation):
            edges[edge] = None
            far = edge.to_id if way == "up" else edge.from_id
            distance[far] = min(step, distance.get(far, step))
    known = _nodes(connection, distance)
    nodes = sorted(known.items(), key=lambda one: (distance[one[0]], one[1].day or "9999", one[1].id))
    place = {id_: rank for rank, (id_, _) in enumerate(nodes)}
    ordered = sorted(edges, key=lambda edge: (place[edge.from_id], place[edge.to_id], edge.relation, edge.entry))
    return Graph(
        known[root].id if root in known else root_id,
        tuple(node for _, node in nodes),
        tuple(Edge(known[edge[0]].id, known[edge[1]].id, *edge[2:]) for edge in ordered),
    )


def _walk(
    connection: Connection, root: str, way: str, depth: int | None, relation: str | None
) -> Iterator[tuple[int, Edge]]:
    """The edges met, breadth first, and how many steps from the root each leads."""
    near, far = (0, 1) if way == "up" else (1, 0)
    columns = [EDGE.c[name] for name in Edge._fields]
    seen, level, step = {root}, [root], 0
    while level and (depth is None or step < depth):
        step, found = step + 1, set[str]()
        for chunk in _chunks(level):
            query = select(*columns).where(columns[near].in_(chunk))
            for row in connection.execute(query if relation is None else query.where(EDGE.c.relation == relation)):
                found.add(row[far])
                yield step, Edge(*row)
        level = sorted(found - seen)  # sorted, so that the same question is always asked in the same words
        seen |= found


def _nodes(connection: Connection, ids: Collection[str]) -> dict[str, Node]:
    columns = (NODE.c.name, NODE.c.kind, NODE.c.symbol, NODE.c.label, NODE.c.day, NODE.c.verified, NODE.c.source)
    found: dict[str, Node] = {}
    for chunk in _chunks(sorted(ids)):
        # Distinct, because a famous text is cited a thousand times; the row of the greatest rank comes last and stays.
        query = select(NODE.c.id, NODE.c.rank, *columns).where(NODE.c.id.in_(chunk)).distinct()
        for id_, _, *row in connection.execute(query.order_by(NODE.c.rank, NODE.c.name)):
            found[id_] = Node(*row)
    return found


def _chunks(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def texts(connection: Connection, word: str) -> list[str]:
    """The ids of the resolutions and decisions a word names, recorded or known by citation only.

    A symbol, "UNTOC-COP 7/1", "UNTOC-COP decision 1/2", or the bare number where the caller accepts several.
    """
    said = folded(word)
    named = or_(
        NODE.c.id == f"resolution:{said}",
        NODE.c.id.endswith(f" {said}", autoescape=True),
        func.lower(NODE.c.symbol) == said,
    )
    query = select(NODE.c.id).where(NODE.c.kind.in_([NodeKind.RESOLUTION, NodeKind.DECISION]), named)
    ids = list(connection.scalars(query.distinct()))
    return sorted(node.id for node in _nodes(connection, ids).values())


def as_json(graph: Graph) -> dict[str, Any]:
    """The graph in the shape other programs rely on."""
    return {
        "root": graph.root,
        "nodes": [node._asdict() for node in graph.nodes],
        "edges": [_edge_json(edge) for edge in graph.edges],
    }


def _edge_json(edge: Edge) -> dict[str, Any]:
    said = edge._asdict()
    return {"from": said.pop("from_id"), "to": said.pop("to_id"), **said}
