"""A lineage as a drawing in columns: what a thing rests on stands at its left where it can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from projections.papers.lineage import cut, name_of
from projections.words import capital

if TYPE_CHECKING:
    from projections.lineage import Edge, Graph, Node

WIDE, HIGH = 230, 52
_ACROSS, _DOWN, _MARGIN = WIDE + 150, HIGH + 22, 12
_NAME, _TITLE = 28, 38  # as many letters as a box has room for
_STEP = 13  # between two words at the same box


@dataclass(frozen=True)
class Box:
    """A thing in the drawing, where it is drawn; `ref` names it within the page."""

    ref: str
    node: Node
    x: int
    y: int
    name: str
    title: str


@dataclass(frozen=True)
class Line:
    """A link in the drawing, and the word on it, in the gap beside the box that is farther from the root."""

    path: str
    word: str
    x: int
    y: int
    ends_there: bool
    doubtful: bool
    between: str


@dataclass(frozen=True)
class Drawing:
    """The boxes and lines, and how wide and high all of them are together."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: int
    height: int
    root: Box | None


def drawn(graph: Graph, refs: Mapping[str, str], ours: Collection[str] = ()) -> Drawing:
    """The graph in columns by the distance from its root; the same graph always gives the same drawing.

    `ours` are the nodes that belong to the root without a link to it: they stand at its right.
    """
    columns = _columns(graph, ours)
    least, tallest = min(columns, default=0), max((len(one) for one in columns.values()), default=0)
    boxes: dict[str, Box] = {}
    for column in sorted(columns, key=lambda one: (abs(one), one)):
        nodes = _in_order(graph, columns[column], boxes)
        top = _MARGIN + (tallest - len(nodes)) * _DOWN // 2
        for rank, node in enumerate(nodes):
            x, y = _MARGIN + (column - least) * _ACROSS, top + rank * _DOWN
            title = "" if node.label is None else cut(node.label, _TITLE)
            boxes[node.id] = Box(refs[node.id], node, x, y, cut(capital(name_of(node)), _NAME), title)
    width = (max(columns, default=0) - least) * _ACROSS + WIDE + 2 * _MARGIN
    height = tallest * _DOWN - (_DOWN - HIGH) + 2 * _MARGIN
    return Drawing(tuple(boxes.values()), tuple(_lines(graph, boxes)), width, height, boxes.get(graph.root))


def _columns(graph: Graph, ours: Collection[str]) -> Mapping[int, list[Node]]:
    """The nodes by their way from the root: a step to the left to what a thing rests on, one to the right from it."""
    beside: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for edge in graph.edges:
        beside[edge.from_id].append((edge.to_id, -1))
        beside[edge.to_id].append((edge.from_id, 1))
    place = {**dict.fromkeys(ours, 1), graph.root: 0}
    level = [graph.root, *ours]
    while level:
        further: list[str] = []
        for id_ in level:
            for other, step in beside[id_]:
                if other not in place:
                    place[other] = place[id_] + step
                    further.append(other)
        level = further
    columns: defaultdict[int, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        columns[place.get(node.id, 0)].append(node)
    return columns


def _in_order(graph: Graph, nodes: list[Node], boxes: Mapping[str, Box]) -> list[Node]:
    """The nodes of a column, each near those it is linked to that have their place already."""
    heights: defaultdict[str, list[int]] = defaultdict(list)
    for edge in graph.edges:
        for here, there in ((edge.from_id, edge.to_id), (edge.to_id, edge.from_id)):
            if there in boxes:
                heights[here].append(boxes[there].y)
    return sorted(nodes, key=lambda node: sum(heights[node.id]) / max(len(heights[node.id]), 1))


def _lines(graph: Graph, boxes: Mapping[str, Box]) -> Iterator[Line]:
    together: dict[tuple[str, str], list[Edge]] = {}
    for edge in graph.edges:
        together.setdefault((edge.from_id, edge.to_id), []).append(edge)
    taken: defaultdict[tuple[str, bool], int] = defaultdict(int)
    for (from_id, to_id), edges in together.items():
        yield _line(boxes[from_id], boxes[to_id], edges, taken, boxes[graph.root])


def _line(start: Box, end: Box, edges: list[Edge], taken: defaultdict[tuple[str, bool], int], root: Box) -> Line:
    rightward = end.x > start.x
    x1, x2 = (start.x + WIDE, end.x) if rightward else (start.x, end.x + WIDE)
    y1, y2 = start.y + HIGH // 2, end.y + HIGH // 2
    bend = 70 if rightward else -70
    if start.x == end.x:  # one above the other: round the left of both
        x1, x2, bend = start.x, end.x, -60
        path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 + bend} {y2} {x2} {y2}"
    else:
        path = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    far = max(start, end, key=lambda box: (abs(box.x - root.x), box is start))
    at_left = far.x + WIDE <= root.x  # the far box stands left of the root: the word stands right of the box
    rank = taken[far.ref, at_left]
    taken[far.ref, at_left] += 1
    return Line(
        path,
        ", ".join(dict.fromkeys(edge.relation for edge in edges)),
        far.x + WIDE + 8 if at_left else far.x - 8,
        far.y + HIGH // 2 - 5 - rank * _STEP,
        not at_left,
        any(edge.inferred or not edge.verified for edge in edges),
        f"{start.ref} {end.ref}",
    )
