"""A lineage as a paper: a tree in text, and a Mermaid flowchart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from textwrap import fill, shorten
from typing import NamedTuple

from domain.days import long_day
from projections.force import Standing
from projections.lineage import Edge, Graph, Node
from projections.papers.force import mark, sentences
from projections.ties import EdgeRelation, NodeKind
from projections.words import NOT_OFFICIAL, capital

_WIDTH = 100
_WORTH_PRINTING = 24  # columns: a title cut shorter than this tells nothing

_KINDS: Mapping[str, str] = {NodeKind.SILENCE: "silence procedure", NodeKind.WORK: "organization of work of"}

# The relation read from the other end: what rests on a text, each after its word.
_PASSIVE = {
    EdgeRelation.CITES: "cited by",
    EdgeRelation.RECALLS: "recalled by",
    EdgeRelation.REAFFIRMS: "reaffirmed by",
    EdgeRelation.TAKES_NOTE: "noted by",
    EdgeRelation.WELCOMES: "welcomed by",
    EdgeRelation.BEARS_IN_MIND: "borne in mind by",
    EdgeRelation.GUIDED_BY: "guides",
    EdgeRelation.HAVING_CONSIDERED: "considered by",
    EdgeRelation.REQUESTS: "cited in a request of",
    EdgeRelation.REITERATES: "reiterated by",
    EdgeRelation.DECIDES: "cited in a decision of",
    EdgeRelation.ENDORSES: "endorsed by",
    EdgeRelation.APPROVES: "approved by",
    EdgeRelation.FOLLOWS: "followed by",
    EdgeRelation.IMPLEMENTS: "implemented by",
    EdgeRelation.ESTABLISHES: "established by",
    EdgeRelation.EXTENDS: "extended by",
    EdgeRelation.RENEWS: "renewed by",
    EdgeRelation.AMENDS: "amended by",
    EdgeRelation.CORRECTS: "corrected by",
    EdgeRelation.SUPERSEDES: "superseded by",
    EdgeRelation.TERMINATES: "terminated by",
    EdgeRelation.RESCINDS: "rescinded by",
    EdgeRelation.ABROGATES: "abrogated by",
    EdgeRelation.PURSUANT_TO: "basis of",
    EdgeRelation.RESTS_ON: "basis of",
    EdgeRelation.BEARS_ON: "concerned by",
    EdgeRelation.ON_THE_AGENDA_OF: "has on its agenda",
    EdgeRelation.FORWARDED_TO: "was forwarded",
    EdgeRelation.CONTINUES: "continued by",
    EdgeRelation.DRAFTED_AS: "became",
    EdgeRelation.ADOPTED_UNDER: "was the adoption of",
    EdgeRelation.AMENDMENT_TO: "to be amended by",
    EdgeRelation.SUBMITTED_TO: "had before it",
    EdgeRelation.ACTED_ON_AT: "acted on",
    EdgeRelation.DECIDED_AT: "took",
    EdgeRelation.DISCONTINUED_BY: "discontinues",
}


# The same from this end, where the name of the relation would say another thing.
_ACTIVE = {
    EdgeRelation.REQUESTS: "requests, citing",
    EdgeRelation.REITERATES: "reiterates, citing",
    EdgeRelation.DECIDES: "decides, citing",
}


class _Step(NamedTuple):
    """A line to come: the edges that say the same of a node, and what stands before it."""

    lead: str
    below: str
    word: str
    edges: list[Edge]
    node: Node


@dataclass
class _Notes:
    """The sources named so far, numbered in the order they are met."""

    numbers: dict[str, int] = field(default_factory=dict)

    def marks(self, sources: Iterable[str | None]) -> str:
        """[1] [2], a blank before each."""
        known = dict.fromkeys(source for source in sources if source)
        return "".join(f" [{self.numbers.setdefault(source, len(self.numbers) + 1)}]" for source in known)


@dataclass(frozen=True)
class _Paper:
    """What is being printed: the graph by its nodes, the notes so far, and what the reader asked for."""

    graph: Graph
    nodes: Mapping[str, Node]
    standings: Mapping[str, Standing]
    why: bool
    notes: _Notes = field(default_factory=_Notes)

    @property
    def brief(self) -> bool:
        """Whether a node is shown in one place only: a graph that is cut off has links without number."""
        return self.graph.left_out > 0

    def marks(self, node: Node, edges: list[Edge], *, again: bool) -> str:
        """What the reader must know before relying on it, and the sources."""
        stands = self.standings.get(node.id)
        force = mark(stands) if stands else ""
        places = f" ({len(edges)} places)" if len(edges) > 1 else ""
        sources = self.notes.marks([*(edge.source for edge in edges), node.source])
        entries = f"  [{', '.join(f'#{edge.entry}' for edge in edges)}]" if self.why and edges else ""
        above = " (see above)" if again else ""
        return f"{f' ({force})' if force else ''}{places}{marks_of(node, edges)}{above}{sources}{entries}"


def tree(
    graph: Graph, *, why: bool = False, standings: Mapping[str, Standing] | None = None, on: date | None = None
) -> str:
    """The lineage as two trees, "Rests on" and "Rests on this", with its sources as notes.

    A node that was shown already is not unfolded again. Titles are cut at a word to fit 100 columns; the JSON has
    them whole. With `why`, each link names its entry. `standings` tell where the texts stand on the day `on`.
    """
    nodes = {node.id: node for node in graph.nodes}
    if graph.root not in nodes:
        return f"Nothing is recorded of {graph.root.partition(':')[2] or graph.root}.\n\n{NOT_OFFICIAL}\n"
    paper = _Paper(graph, nodes, standings or {}, why)
    root = nodes[graph.root]
    stands = paper.standings.get(root.id)
    told = sentences_of(stands, on)
    parts = [[capital(_line("", root, marks_of(root, []) + paper.notes.marks([root.source]))), *map(_filled, told)]]
    for title, up in (("Rests on", True), ("Rests on this", False)):
        if lines := list(_branches(paper, root, _fans(graph, up=up), up=up)):
            parts.append([title, *lines])
    if len(parts) == 1:
        parts.append(["No link is recorded."])
    numbers = paper.notes.numbers.items()
    sources = [fill(f"[{number}] {said}", _WIDTH, subsequent_indent="    ") for said, number in numbers]
    parts += [["Sources", *sources]] if sources else []
    parts += [[_left_out(graph.left_out)]] if graph.left_out else []
    return "\n\n".join(["\n".join(part) for part in parts] + [NOT_OFFICIAL]) + "\n"


def sentences_of(stands: Standing | None, on: date | None) -> list[str]:
    """Where a text stands on a day, where anything is to be said of it."""
    return sentences(stands, on) if stands and on else []


def called(node: Node) -> str:
    """A node in a table: its name, its day, and that it is not verified."""
    day = "" if node.day is None else f" ({long_day(date.fromisoformat(node.day))})"
    return f"{capital(name_of(node))}{day}{marks_of(node, [])}"


def doubts(edge: Edge) -> str:
    """What the reader of a link must know before relying on it."""
    words = [word for word, true in (("inferred", edge.inferred), ("unverified", not edge.verified)) if true]
    return f" ({', '.join(words)})" if words else ""


def _filled(sentence: str) -> str:
    return fill(sentence, _WIDTH)


def _left_out(number: int) -> str:
    """How many are not shown; the reader is told how to see them."""
    return _filled(
        f"{number:,} more {'belongs' if number == 1 else 'belong'} to this lineage and "
        f"{'is' if number == 1 else 'are'} left out, with further links between those shown. "
        "To see them: --most N; nearer ones only: --depth 1; one relation only: --relation WORD."
    )


def _fans(graph: Graph, *, up: bool) -> Mapping[str, list[list[Edge]]]:
    """The edges that leave each node, those together that say the same of the same other node.

    They stand in the order of the graph: by the day and id of the node they lead to.
    """
    fans: dict[str, dict[tuple[str | None, ...], list[Edge]]] = {}
    for edge in graph.edges:
        here, there = (edge.from_id, edge.to_id) if up else (edge.to_id, edge.from_id)
        same = (there, edge.relation, edge.in_part, edge.until)
        fans.setdefault(here, {}).setdefault(same, []).append(edge)
    return {here: list(fan.values()) for here, fan in fans.items()}


def _branches(paper: _Paper, root: Node, fans: Mapping[str, list[list[Edge]]], *, up: bool) -> Iterator[str]:
    """One line a step, depth first. A stack, because a lineage can be longer than Python's own."""
    seen, waiting = {root.id}, _steps(paper, "", root, fans, up=up)
    placed = {root.id, *(step.node.id for step in waiting)}
    while waiting:
        step = waiting.pop()
        again = step.node.id in seen
        yield _line(f"{step.lead}{step.word} ", step.node, paper.marks(step.node, step.edges, again=again))
        if not again:
            seen.add(step.node.id)
            further = _steps(paper, step.below, step.node, fans, up=up, without=placed if paper.brief else ())
            placed.update(one.node.id for one in further)
            waiting += further


def _steps(
    paper: _Paper,
    before: str,
    node: Node,
    fans: Mapping[str, list[list[Edge]]],
    *,
    up: bool,
    without: Collection[str] = (),
) -> list[_Step]:
    """The steps from a node, the last first, as a stack wants them; but none to the nodes `without`."""
    steps: list[_Step] = []
    for edges in reversed(fans.get(node.id, [])):
        other = paper.nodes[edges[0].to_id if up else edges[0].from_id]
        if other.id not in without:
            lead, below = ("├── ", "│   ") if steps else ("└── ", "    ")
            steps.append(_Step(before + lead, before + below, word_of(edges[0], up=up), edges, other))
    return steps


def word_of(edge: Edge, *, up: bool) -> str:
    """Recalls; abrogated in part (a definition) by; extended (until 31 December 2021) by."""
    relation = EdgeRelation(edge.relation)
    parted = f" in part ({edge.in_part})" if edge.in_part else ""
    until = f" (until {long_day(date.fromisoformat(edge.until))})" if edge.until else ""
    if up:
        return f"{_ACTIVE.get(relation, relation.value)}{parted}{until}"
    passive = _PASSIVE[relation]
    return f"{passive.removesuffix(' by')}{parted}{until} by" if passive.endswith(" by") else passive


def _line(lead: str, node: Node, marks: str) -> str:
    """One node on one line, its title cut at a word to what room there is."""
    day = "" if node.day is None else f" ({long_day(date.fromisoformat(node.day))})"
    head, tail = f"{lead}{name_of(node)}", f"{day}{marks}"
    room = _WIDTH - len(head) - len(tail) - len(', ""')
    if node.label is None or room < min(_WORTH_PRINTING, len(node.label)):
        return head + tail
    return f'{head}, "{cut(node.label, room)}"{tail}'


def cut(title: str, room: int) -> str:
    """The title cut at a word; at a letter where the script has no blanks."""
    cut = shorten(title, room, placeholder=" ...")
    return cut if cut != "..." else f"{title[: room - 4]} ..."


def name_of(node: Node) -> str:
    """What a person calls it: resolution UNTOC-COP 7/1; meeting wg7; item 2 of wg7."""
    kind = _KINDS.get(node.kind, node.kind)
    symbol = "" if node.symbol is None else f" {node.symbol}"
    if node.kind == NodeKind.ITEM:
        return f"{kind}{symbol} of {node.id.partition('#')[0].rpartition(' ')[2]}"
    return f"{kind}{symbol}"


def marks_of(node: Node, edges: Sequence[Edge]) -> str:
    """What the reader must know before relying on it. What one good source says is verified."""
    unverified = not node.verified or (bool(edges) and not any(edge.verified for edge in edges))
    inferred = bool(edges) and all(edge.inferred for edge in edges)
    return (" (inferred)" if inferred else "") + (" (unverified)" if unverified else "")


def mermaid(graph: Graph) -> str:
    """The lineage as a Mermaid flowchart; what is inferred or unverified is drawn dotted."""
    ids = {node.id: f"n{rank}" for rank, node in enumerate(graph.nodes)}
    lines = [f"%% {NOT_OFFICIAL}", "flowchart TD"]
    lines += [f'    {ids[node.id]}["{_box(node)}"]' for node in graph.nodes]
    lines += dict.fromkeys(_arrow(ids[edge.from_id], ids[edge.to_id], edge) for edge in graph.edges)
    lines += [f"%% {graph.left_out:,} more are left out"] if graph.left_out else []
    return "\n".join(lines) + "\n"


def _box(node: Node) -> str:
    title = "" if node.label is None else f"<br>{_escaped(cut(node.label, _WIDTH))}"
    return _escaped(capital(name_of(node)) + marks_of(node, [])) + title


def _arrow(from_: str, to: str, edge: Edge) -> str:
    said = doubts(edge)
    return f'    {from_} {"-.->" if said else "-->"}|"{_escaped(f"{edge.relation}{said}")}"| {to}'


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
