"""What does a text rest on, and what rests on it? The lineage of resolutions, meetings, items and reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, String, and_, cast, func, literal, or_, select

from domain.late import dataclass
from projections.ties import ACTING, EDGE, NODE, NodeKind, by_then, folded, read_id


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
    """One link, as an entry recorded it. `inferred`: a paper narrates it without stating it.

    Of texts: `part`, `paragraph` and `footnote` are the place, `cited_as` the number as printed there, `in_part` what
    alone of the other text is meant, `until` the last day to which it extends or renews the other.
    """

    from_id: str
    to_id: str
    relation: str
    entry: int
    inferred: bool
    verified: bool
    source: str | None
    phrase: str | None
    paragraph: str | None
    part: str | None
    footnote: bool
    cited_as: str | None
    in_part: str | None
    until: str | None
    day: str


@dataclass(frozen=True)
class Graph:
    """A lineage: nodes by their distance from the root, then by day and id; edges in the order of their nodes.

    `left_out` counts the nodes that belong to it and are not shown, because they are too many.
    """

    root: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


Direction = Literal["up", "down", "both"]
_CHUNK = 500  # ids asked for at once: every database allows this many parameters


def lineage(
    connection: Connection,
    root_id: str,
    direction: Direction = "both",
    depth: int | None = None,
    relation: str | None = None,
    most: int | None = None,
    on: str | None = None,
) -> Graph:
    """What the root rests on ("up"), what rests on it ("down"), or both, `depth` steps far.

    With `relation`, only edges of that relation are followed. With `most`, each way has at most so many nodes: the
    nearest, of those equally near the ones that act on a text rather than cite it. A root that nobody knows gives a
    graph without nodes. With `on`, an ISO day, only what follows from the acts of that day and of those before.
    """
    root = folded(root_id)
    distance: dict[str, int] = {root: 0}
    edges: dict[Edge, None] = {}
    named: dict[str, Named] = {}
    all_met: set[str] = {root}
    for direct in ("up", "down") if direction == "both" else (direction,):
        way = _Way(direct, relation, depth, most, on)
        near, met = _reached(connection, root, way)
        all_met |= met
        for edge, name in _between(connection, near, way):
            edges[edge] = None
            sure = edge.verified or (edge.to_id in named and named[edge.to_id].sure)
            named[edge.to_id] = Named(name, sure)
        distance |= {id_: min(step, distance.get(id_, step)) for id_, step in near.items()}
    known = _nodes(connection, distance, named, on)
    nodes = sorted(known.items(), key=lambda one: (distance[one[0]], one[1].day or "9999", one[1].id))
    place = {id_: rank for rank, (id_, _) in enumerate(nodes)}
    ordered = sorted(edges, key=lambda edge: (place[edge.from_id], place[edge.to_id], edge.relation, edge.entry))
    return Graph(
        known[root].id if root in known else root_id,
        tuple(node for _, node in nodes),
        tuple(Edge(known[edge[0]].id, known[edge[1]].id, *edge[2:]) for edge in ordered),
        len(all_met - distance.keys()),
    )


class _Way(NamedTuple):
    """Which edges are followed, in which direction, how far, and how many nodes are wanted."""

    way: str
    relation: str | None
    depth: int | None
    most: int | None
    on: str | None

    @property
    def ends(self) -> tuple[Column[str], Column[str]]:
        """The near end of an edge and the far one."""
        return (EDGE.c.from_id, EDGE.c.to_id) if self.way == "up" else (EDGE.c.to_id, EDGE.c.from_id)

    def beyond(self, root: str) -> Select[str]:
        """All that the edges lead to, however far: one question, walked by the database."""
        near, far = self.ends
        start = select(cast(literal(root), String).label("id")).cte(recursive=True)
        further = select(far).join(start, near == start.c.id).where(*by_then(EDGE.c.day, self.on))
        if self.relation is not None:
            further = further.where(EDGE.c.relation == self.relation)
        return select(start.union(further).c.id)

    def met(self, ids: list[str]) -> Select[str]:
        """The far ends of the edges of these nodes."""
        near, far = self.ends
        query = select(far).where(near.in_(ids), *by_then(EDGE.c.day, self.on)).distinct()
        return query if self.relation is None else query.where(EDGE.c.relation == self.relation)


def _reached(connection: Connection, root: str, way: _Way) -> tuple[dict[str, int], set[str]]:
    """The nodes to be shown with their distance, breadth first; and all that were met, shown or not."""
    near, seen, level, step = {root: 0}, {root}, [root], 0
    while level and (way.depth is None or step < way.depth):
        step += 1
        found = {id_ for chunk in _chunks(level) for id_ in connection.scalars(way.met(chunk))} - seen
        level = sorted(found)  # sorted, so that the same question is always asked in the same words
        seen |= found
        room = len(level) if way.most is None else way.most + 1 - len(near)
        near.update(dict.fromkeys(_foremost(connection, way, level, near)[:room] if room < len(level) else level, step))
        if room < len(level) and way.depth is None:  # what is only counted is asked for at once
            return near, seen | {*connection.scalars(way.beyond(root))}
    return near, seen


def _foremost(connection: Connection, way: _Way, level: list[str], near: Collection[str]) -> list[str]:
    """Of nodes equally near, those first that act on a text or are acted upon; else by their ids."""
    here, there = way.ends
    acting = EDGE.c.relation.in_([one.value for one in ACTING])
    query = (
        select(there).where(here.in_(chunk), acting, *by_then(EDGE.c.day, way.on)).distinct()
        for chunk in _chunks(sorted(near))
    )
    act = {id_ for one in query for id_ in connection.scalars(one)}
    return sorted(level, key=lambda id_: (id_ not in act, id_))


def _between(connection: Connection, near: Mapping[str, int], way: _Way) -> Iterator[tuple[Edge, str]]:
    """The edges that were followed between the nodes to be shown, each with the id it has for the node it leads to."""
    here, there = way.ends
    columns = [*(EDGE.c[name] for name in Edge._fields), EDGE.c.to_name]
    left = [id_ for id_, step in near.items() if way.depth is None or step < way.depth]
    for chunk in _chunks(sorted(left)):
        query = select(*columns).where(here.in_(chunk), *by_then(EDGE.c.day, way.on))
        if way.relation is not None:
            query = query.where(EDGE.c.relation == way.relation)
        if len(near) <= _CHUNK:
            query = query.where(there.in_(sorted(near)))
        for *row, name in connection.execute(query):
            edge = Edge(*row)
            if edge.from_id in near and edge.to_id in near:
                yield edge, name


class Named(NamedTuple):
    """What is known by citation: its id as it is printed, and whether one of those who cite it is to be trusted."""

    name: str
    sure: bool


def _nodes(
    connection: Connection,
    ids: Collection[str],
    named: Mapping[str, Named] = MappingProxyType({}),
    on: str | None = None,
) -> dict[str, Node]:
    """The nodes; `named` are those to which an edge leads that is known already."""
    columns = (NODE.c.name, NODE.c.kind, NODE.c.symbol, NODE.c.label, NODE.c.day, NODE.c.verified, NODE.c.source)
    found: dict[str, Node] = {}
    for chunk in _chunks(sorted(ids)):
        # The row of the greatest rank comes last and stays.
        known = select(NODE.c.id, *columns).where(NODE.c.id.in_(chunk), *by_then(NODE.c.occurred, on))
        query = known.order_by(NODE.c.rank, NODE.c.name)
        found.update({id_: Node(*row) for id_, *row in connection.execute(query)})
    cited = {id_: named.get(id_) for id_ in ids if id_ not in found}
    asked = _cited(connection, [id_ for id_, one in cited.items() if one is None or not one.sure], on)
    for id_, one in {**cited, **asked}.items():
        if one is not None:
            found[id_] = Node(one.name, *read_id(one.name), None, None, one.sure, None)
    return found


def _cited(connection: Connection, ids: list[str], on: str | None) -> dict[str, Named]:
    """What nobody has recorded, as those name it who cite it; what one of them cites on good authority is sure."""
    found: dict[str, Named] = {}
    for chunk in _chunks(ids):
        cites = (EDGE.c.to_id.in_(chunk), *by_then(EDGE.c.day, on))
        query = select(EDGE.c.to_id, EDGE.c.to_name, EDGE.c.verified).where(*cites).distinct()
        for id_, *row in connection.execute(query.order_by(EDGE.c.verified, EDGE.c.to_name.desc())):
            found[id_] = Named(*row)
    return found


def _chunks(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def texts(connection: Connection, word: str) -> list[str]:
    """The ids of the resolutions and decisions a word names, recorded or known by citation only.

    A symbol, "UNTOC-COP 7/1", "UNTOC-COP decision 1/2", or the bare number where the caller accepts several.
    """
    said = folded(word)
    body, _, number = said.rpartition(" ")
    ids = [f"resolution:{one}" for one in (said, f"{body} resolution {number}", f"{body} decision {number}")]

    def named(id_: Column[str]) -> ColumnElement[bool]:
        of_a_text = id_.startswith(f"{NodeKind.RESOLUTION}:")
        return or_(id_.in_(ids), and_(of_a_text, id_.endswith(f" {said}", autoescape=True)))

    recorded = select(NODE.c.id).where(or_(named(NODE.c.id), func.lower(NODE.c.symbol) == said))
    cited = select(EDGE.c.to_id).where(named(EDGE.c.to_id))
    found = [*connection.scalars(recorded.union(cited))]
    return sorted(node.id for node in _nodes(connection, found).values() if node.kind in _TEXTS)


_TEXTS = (NodeKind.RESOLUTION, NodeKind.DECISION)


def entitled(graph: Graph, titles: Mapping[str, str]) -> Graph:
    """The graph with other titles for some of its nodes, by their ids."""
    return replace(graph, nodes=tuple(node._replace(label=titles.get(node.id, node.label)) for node in graph.nodes))


def as_json(graph: Graph) -> dict[str, Any]:
    """The graph in the shape other programs rely on."""
    return {
        "root": graph.root,
        "nodes": [node._asdict() for node in graph.nodes],
        "edges": [_edge_json(edge) for edge in graph.edges],
        "left_out": graph.left_out,
    }


def _edge_json(edge: Edge) -> dict[str, Any]:
    said = edge._asdict()
    return {"from": said.pop("from_id"), "to": said.pop("to_id"), **said}
