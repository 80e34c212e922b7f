"""A lineage as a picture: SVG by a small layered layout, and DOT for programs that draw.

What the root rests on stands above it, what rests on it below; an arrow goes from a text to that on which it rests.
The same graph gives the same picture. It holds all it needs, and says in words what it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from textwrap import wrap
from typing import Final

from domain.days import long_day
from projections.lineage import Edge, Graph, Node
from projections.papers.lineage import name_of
from projections.words import NOT_OFFICIAL, capital, counted

_BOX: Final = (196, 70)
_GAP: Final = (22, 88)
_MARGIN: Final = 24
_A_ROW: Final = 4
"""How many boxes stand beside each other at most; a longer layer goes on below."""
_SWEEPS: Final = 4
_LETTERS: Final = 30
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

_OPENING: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="lineage-title lineage-description" '
    'viewBox="0 0 {width} {height}" width="{width}" height="{height}" direction="ltr" '
    'font-family="sans-serif" font-size="11" fill="#111">'
)
_ARROWHEAD: Final = (
    '<defs><marker id="lineage-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" '
    'orient="auto"><path d="M0 0 8 4 0 8z" fill="#333"/></marker></defs>'
)

Spot = tuple[int, int]


@dataclass(frozen=True)
class Link:
    """The links from one node to another, as one arrow: their relations, and whether none of them is certain."""

    from_id: str
    to_id: str
    words: str
    doubtful: bool


def svg(graph: Graph) -> str:
    """The picture. Its title and description say the same in words; doubtful links are dashed."""
    nodes, links = {node.id: node for node in graph.nodes}, arrows(graph)
    spots = _spots(_rows(graph, links))
    width = max(x for x, _ in spots.values()) + _BOX[0] + _MARGIN
    height = max(y for _, y in spots.values()) + _BOX[1] + _MARGIN + 14
    return "\n".join(
        [
            _OPENING.format(width=width, height=height),
            f'<title id="lineage-title">Lineage of {_text(name_of(nodes[graph.root]))}</title>',
            f'<desc id="lineage-description">{_text(described(graph))}</desc>',
            _ARROWHEAD,
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            *(_arrow(link, spots) for link in links),
            *(_box(nodes[id_], spot, root=id_ == graph.root) for id_, spot in spots.items()),
            *(_word(link, spots) for link in links),
            f'<text x="{_MARGIN}" y="{height - 8}" font-size="10">{NOT_OFFICIAL}</text>',
            "</svg>\n",
        ]
    )


def described(graph: Graph) -> str:
    """What the picture shows, link by link."""
    nodes = {node.id: node for node in graph.nodes}
    head = f"{capital(counted(len(graph.nodes), 'node'))}, {counted(len(links := arrows(graph)), 'link')}."
    told = [f"{capital(name_of(nodes[one.from_id]))}: {one.words} {name_of(nodes[one.to_id])}." for one in links]
    rest = [f"{graph.left_out:,} more left out."] if graph.left_out else []
    return " ".join([head, *told, *rest])


def arrows(graph: Graph) -> list[Link]:
    """One arrow for all links from one node to another, in the order of the graph."""
    pairs: dict[tuple[str, str], list[Edge]] = {}
    for edge in graph.edges:
        pairs.setdefault((edge.from_id, edge.to_id), []).append(edge)
    return [
        Link(*pair, ", ".join(dict.fromkeys(one.relation for one in edges)), all(map(_doubtful, edges)))
        for pair, edges in pairs.items()
    ]


def _doubtful(edge: Edge) -> bool:
    return edge.inferred or not edge.verified


def _layers(graph: Graph, links: Iterable[Link]) -> dict[str, int]:
    """How many steps each node is from the root: up, what it rests on, counts down from 0."""
    up: dict[str, list[str]] = {}
    down: dict[str, list[str]] = {}
    for link in links:
        up.setdefault(link.from_id, []).append(link.to_id)
        down.setdefault(link.to_id, []).append(link.from_id)
    layers = {graph.root: 0}
    for fans, sign in ((up, -1), (down, 1)):
        level, step = [graph.root], 0
        while level:
            step += sign
            level = [id_ for one in level for id_ in fans.get(one, ()) if layers.setdefault(id_, step) == step]
            level = list(dict.fromkeys(level))
    return layers


def _rows(graph: Graph, links: Sequence[Link]) -> list[list[str]]:
    """The nodes row by row, each near those it is linked with: the barycentre of its neighbours, a few times."""
    layers = _layers(graph, links)
    ordered: dict[int, list[str]] = {}
    for node in graph.nodes:
        ordered.setdefault(layers.get(node.id, 0), []).append(node.id)
    beside: dict[str, list[str]] = {node.id: [] for node in graph.nodes}
    for link in links:
        beside[link.from_id].append(link.to_id)
        beside[link.to_id].append(link.from_id)
    for _ in range(_SWEEPS):
        place = {id_: rank - (len(ids) - 1) / 2 for ids in ordered.values() for rank, id_ in enumerate(ids)}
        for ids in ordered.values():
            ids.sort(key=lambda id_: (round(_mean(place[one] for one in beside[id_] or [id_]), 6), place[id_]))
    return [ids[at : at + _A_ROW] for _, ids in sorted(ordered.items()) for at in range(0, len(ids), _A_ROW)]


def _mean(values: Iterable[float]) -> float:
    found = [*values]
    return sum(found) / len(found)


def _spots(rows: Sequence[Sequence[str]]) -> dict[str, Spot]:
    """The upper left corner of each box, the rows centred under each other."""
    step = (_BOX[0] + _GAP[0], _BOX[1] + _GAP[1])
    widest = max(map(len, rows))
    return {
        id_: (_MARGIN + (widest - len(row)) * step[0] // 2 + rank * step[0], _MARGIN + line * step[1])
        for line, row in enumerate(rows)
        for rank, id_ in enumerate(row)
    }


def _ends(link: Link, spots: Mapping[str, Spot]) -> tuple[Spot, Spot]:
    """Where an arrow begins and ends: at the edge of a box that is nearer to the other one."""
    (x1, y1), (x2, y2) = spots[link.from_id], spots[link.to_id]
    upward = y2 < y1
    start = (x1 + _BOX[0] // 2, y1 if upward else y1 + _BOX[1])
    return start, (x2 + _BOX[0] // 2, y2 + _BOX[1] if upward or y1 == y2 else y2)


def _arrow(link: Link, spots: Mapping[str, Spot]) -> str:
    (x1, y1), (x2, y2) = _ends(link, spots)
    bend = 40 if y1 == y2 else (y2 - y1) // 2
    path = f"M{x1} {y1}C{x1} {y1 + bend} {x2} {y2 + (40 if y1 == y2 else -bend)} {x2} {y2}"
    dashed = ' stroke-dasharray="5 4"' if link.doubtful else ""
    return f'<path d="{path}" fill="none" stroke="#333"{dashed} marker-end="url(#lineage-arrow)"/>'


def _word(link: Link, spots: Mapping[str, Spot]) -> str:
    (x1, y1), (x2, y2) = _ends(link, spots)
    where = f'x="{(x1 + x2) // 2}" y="{(y1 + y2) // 2 + (26 if y1 == y2 else 0)}"'
    halo = 'paint-order="stroke" stroke="#fff" stroke-width="4"'
    return f'<text {where} text-anchor="middle" font-size="10" {halo}>{_text(link.words)}</text>'


def _box(node: Node, spot: Spot, *, root: bool) -> str:
    x, y = spot
    title = wrap(node.label or "", _LETTERS, max_lines=2, placeholder=" …")
    day = [long_day(date.fromisoformat(node.day))] if node.day else []
    lines = [capital(name_of(node)), *title, *day]
    dashed = "" if node.verified else ' stroke-dasharray="4 3"'
    full = ". ".join(filter(None, [capital(name_of(node)), node.label, *day]))
    words = "".join(_line(line, x, y + 17 + 14 * rank, bold=rank == 0) for rank, line in enumerate(lines))
    frame = f'stroke="#333" stroke-width="{3 if root else 1}"{dashed}'
    rect = f'<rect x="{x}" y="{y}" width="{_BOX[0]}" height="{_BOX[1]}" rx="3" fill="#f5f5f5" {frame}/>'
    return f"<g><title>{_text(full)}</title>{rect}{words}</g>"


def _line(text: str, x: int, y: int, *, bold: bool) -> str:
    weight = ' font-weight="bold"' if bold else ""
    cut = text if len(text) <= _LETTERS + 2 else f"{text[: _LETTERS + 1]}…"
    return f'<text x="{x + _BOX[0] // 2}" y="{y}" text-anchor="middle"{weight}>{_text(cut)}</text>'


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text))


def dot(graph: Graph) -> str:
    """The lineage for programs that draw graphs, in the DOT language; doubtful links are dashed."""
    ids = {node.id: f"n{rank}" for rank, node in enumerate(graph.nodes)}
    return "\n".join([f"// {NOT_OFFICIAL}", "digraph lineage {", *_statements(graph, ids), "}"]) + "\n"


def _statements(graph: Graph, ids: Mapping[str, str]) -> Iterator[str]:
    yield "  rankdir=BT; node [shape=box];"
    for node in graph.nodes:
        bold = ", penwidth=3" if node.id == graph.root else ""
        title = f"\n{node.label}" if node.label else ""
        yield f"  {ids[node.id]} [label={_quoted(capital(name_of(node)) + title)}{bold}];"
    for link in arrows(graph):
        dashed = ", style=dashed" if link.doubtful else ""
        yield f"  {ids[link.from_id]} -> {ids[link.to_id]} [label={_quoted(link.words)}{dashed}];"


def _quoted(text: str) -> str:
    """A string of the DOT language: a backslash and a quotation mark are escaped, lines are cut."""
    said = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{said}"'
