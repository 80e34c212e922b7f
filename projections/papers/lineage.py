"""A lineage as a paper: a tree in text, and a Mermaid flowchart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from textwrap import fill, shorten
from typing import NamedTuple

from projections.lineage import Edge, Graph, Node
from projections.ties import EdgeRelation, NodeKind
from projections.words import NOT_OFFICIAL, capital, long_day

_WIDTH = 100
_WORTH_PRINTING = 24  # columns: a title cut shorter than this tells nothing

_KINDS: Mapping[str, str] = {NodeKind.SILENCE: "silence procedure", NodeKind.WORK: "organization of work of"}

# The relation read from the other end: what rests on a text, each after its word.
_PASSIVE = {
    EdgeRelation.RECALLS: "recalled by",
    EdgeRelation.REAFFIRMS: "reaffirmed by",
    EdgeRelation.TAKES_NOTE: "noted by",
    EdgeRelation.WELCOMES: "welcomed by",
    EdgeRelation.FOLLOWS: "followed by",
    EdgeRelation.IMPLEMENTS: "implemented by",
    EdgeRelation.ESTABLISHES: "established by",
    EdgeRelation.EXTENDS: "extended by",
    EdgeRelation.AMENDS: "amended by",
    EdgeRelation.SUPERSEDES: "superseded by",
    EdgeRelation.RESCINDS: "rescinded by",
    EdgeRelation.PURSUANT_TO: "basis of",
    EdgeRelation.RESTS_ON: "basis of",
    EdgeRelation.BEARS_ON: "concerned by",
    EdgeRelation.ON_THE_AGENDA_OF: "has on its agenda",
    EdgeRelation.FORWARDED_TO: "was forwarded",
    EdgeRelation.DRAFTED_AS: "became",
    EdgeRelation.ADOPTED_UNDER: "was the adoption of",
    EdgeRelation.AMENDMENT_TO: "to be amended by",
    EdgeRelation.SUBMITTED_TO: "had before it",
    EdgeRelation.DECIDED_AT: "took",
}


class _Step(NamedTuple):
    """A line to come: the edge that leads to a node, and what stands before it."""

    lead: str
    below: str
    word: str
    edge: Edge
    node: Node


@dataclass
class _Notes:
    """The sources named so far, numbered in the order they are met."""

    numbers: dict[str, int] = field(default_factory=dict)

    def marks(self, sources: Iterable[str | None]) -> str:
        """[1] [2], a blank before each."""
        known = dict.fromkeys(source for source in sources if source)
        return "".join(f" [{self.numbers.setdefault(source, len(self.numbers) + 1)}]" for source in known)


def tree(graph: Graph, *, why: bool = False) -> str:
    """The lineage as two trees, "Rests on" and "Rests on this", with its sources as notes.

    A node that was shown already is not unfolded again. Titles are cut at a word to fit 100 columns; the JSON has
    them whole. With `why`, each link names its entry.
    """
    nodes, notes = {node.id: node for node in graph.nodes}, _Notes()
    if graph.root not in nodes:
        return f"Nothing is recorded of {graph.root.partition(':')[2] or graph.root}.\n\n{NOT_OFFICIAL}\n"
    root = nodes[graph.root]
    parts = [[capital(_line("", root, _marks(root, None) + notes.marks([root.source])))]]
    for title, up in (("Rests on", True), ("Rests on this", False)):
        if lines := list(_branches(root, nodes, _fans(graph, up=up), notes, up=up, why=why)):
            parts.append([title, *lines])
    if len(parts) == 1:
        parts.append(["No link is recorded."])
    sources = [fill(f"[{number}] {said}", _WIDTH, subsequent_indent="    ") for said, number in notes.numbers.items()]
    parts += [["Sources", *sources]] if sources else []
    return "\n\n".join(["\n".join(part) for part in parts] + [NOT_OFFICIAL]) + "\n"


def _fans(graph: Graph, *, up: bool) -> Mapping[str, list[Edge]]:
    """The edges that leave each node, in the order of the graph: by the day and id of the node they lead to."""
    fans: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        fans.setdefault(edge.from_id if up else edge.to_id, []).append(edge)
    return fans


def _branches(
    root: Node, nodes: Mapping[str, Node], fans: Mapping[str, list[Edge]], notes: _Notes, *, up: bool, why: bool
) -> Iterator[str]:
    """One line a step, depth first. A stack, because a lineage can be longer than Python's own."""
    seen, waiting = {root.id}, _steps("", root, nodes, fans, up=up)
    while waiting:
        step = waiting.pop()
        again = step.node.id in seen
        marks = _marks(step.node, step.edge) + (" (see above)" if again else "")
        marks += notes.marks([step.edge.source, step.node.source]) + (f"  [#{step.edge.entry}]" if why else "")
        yield _line(f"{step.lead}{step.word} ", step.node, marks)
        if not again:
            seen.add(step.node.id)
            waiting += _steps(step.below, step.node, nodes, fans, up=up)


def _steps(
    before: str, node: Node, nodes: Mapping[str, Node], fans: Mapping[str, list[Edge]], *, up: bool
) -> list[_Step]:
    """The steps from a node, the last first, as a stack wants them."""
    steps: list[_Step] = []
    for edge in reversed(fans.get(node.id, [])):
        lead, below = ("├── ", "│   ") if steps else ("└── ", "    ")
        word = edge.relation if up else _PASSIVE[EdgeRelation(edge.relation)]
        other = nodes[edge.to_id if up else edge.from_id]
        steps.append(_Step(before + lead, before + below, word, edge, other))
    return steps


def _line(lead: str, node: Node, marks: str) -> str:
    """One node on one line, its title cut at a word to what room there is."""
    day = "" if node.day is None else f" ({long_day(date.fromisoformat(node.day))})"
    head, tail = f"{lead}{_name(node)}", f"{day}{marks}"
    room = _WIDTH - len(head) - len(tail) - len(', ""')
    if node.label is None or room < min(_WORTH_PRINTING, len(node.label)):
        return head + tail
    return f'{head}, "{_cut(node.label, room)}"{tail}'


def _cut(title: str, room: int) -> str:
    """The title cut at a word; at a letter where the script has no blanks."""
    cut = shorten(title, room, placeholder=" ...")
    return cut if cut != "..." else f"{title[: room - 4]} ..."


def _name(node: Node) -> str:
    """What a person calls it: resolution UNTOC-COP 7/1; meeting wg7; item 2 of wg7."""
    kind = _KINDS.get(node.kind, node.kind)
    symbol = "" if node.symbol is None else f" {node.symbol}"
    if node.kind == NodeKind.ITEM:
        return f"{kind}{symbol} of {node.id.partition('#')[0].rpartition(' ')[2]}"
    return f"{kind}{symbol}"


def _marks(node: Node, edge: Edge | None) -> str:
    """What the reader must know before relying on it."""
    unverified = not node.verified or (edge is not None and not edge.verified)
    inferred = edge is not None and edge.inferred
    return (" (inferred)" if inferred else "") + (" (unverified)" if unverified else "")


def mermaid(graph: Graph) -> str:
    """The lineage as a Mermaid flowchart; what is inferred or unverified is drawn dotted."""
    ids = {node.id: f"n{rank}" for rank, node in enumerate(graph.nodes)}
    lines = [f"%% {NOT_OFFICIAL}", "flowchart TD"]
    lines += [f'    {ids[node.id]}["{_box(node)}"]' for node in graph.nodes]
    lines += [_arrow(ids[edge.from_id], ids[edge.to_id], edge) for edge in graph.edges]
    return "\n".join(lines) + "\n"


def _box(node: Node) -> str:
    title = "" if node.label is None else f"<br>{_escaped(_cut(node.label, _WIDTH))}"
    return _escaped(capital(_name(node)) + _marks(node, None)) + title


def _arrow(from_: str, to: str, edge: Edge) -> str:
    doubts = [word for word, true in (("inferred", edge.inferred), ("unverified", not edge.verified)) if true]
    words = f"{edge.relation} ({', '.join(doubts)})" if doubts else edge.relation
    return f'    {from_} {"-.->" if doubts else "-->"}|"{_escaped(words)}"| {to}'


# Mermaid reads entities between # and ;, so # comes first; a quotation mark ends a label; < and > begin HTML; a
# backtick begins Markdown; % begins a comment.
_ESCAPES: dict[str, str | int | None] = {
    "#": "#35;",
    "&": "#amp;",
    '"': "#quot;",
    "<": "#lt;",
    ">": "#gt;",
    "`": "#96;",
    "%": "#37;",
}


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(str.maketrans(_ESCAPES))
