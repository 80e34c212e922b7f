"""What the pages of a meeting are made of, asked of the record once; what is restricted stays out, and is counted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, or_, select

from domain.values import Distribution
from projections import force, history, silence
from projections.agenda import AgendaView, Edition, ItemView, agenda
from projections.carrying import continuations
from projections.history import HISTORY, HistoryLine
from projections.lineage import Graph, Node, entitled, lineage
from projections.proposals import streams_of
from projections.site.states import States, states
from projections.ties import EDGE, NODE, EdgeRelation, NodeKind, folded, item_id, node_id
from projections.titles import titles_in

if TYPE_CHECKING:
    from projections.meetings import MeetingView
    from projections.sentences.seals import Reveal
    from projections.silence import SilenceLine
    from projections.telling import Told

_MOST = 100
"""Texts of the lineage each way, as `nemcon lineage` shows them."""


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """What stays out of the pages because it is restricted or sealed, by number."""

    acts: int = 0
    values: int = 0
    silences: int = 0
    links: int = 0


@dataclass(frozen=True, kw_only=True)
class Material:
    """All that the pages of a meeting say, as the record stood at its entry `last`, which is of `moment`."""

    meeting: MeetingView
    agenda: AgendaView | None
    items: tuple[ItemView, ...]
    states: States
    lines: tuple[HistoryLine, ...]
    continued: Mapping[str, tuple[list[Node], list[Node]]]
    silences: tuple[SilenceLine, ...]
    graph: Graph
    ours: tuple[str, ...]
    standings: Mapping[str, force.Standing]
    left_out: LeftOut
    last: int
    moment: datetime
    lang: str | None = None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Of which meeting, and how it is to be read; `told` are its acts up to an entry, with the states between them."""

    meeting: MeetingView
    told: Callable[[int], Iterable[Told]]
    reveal: Reveal
    restricted: bool = False
    lang: str | None = None
    on: datetime | None = None

    @property
    def natural_key(self) -> str:
        """The key by which others name the meeting: "UNTOC-COP/WG.7 wg7"."""
        return f"{self.meeting.body} {self.meeting.key}"


def gathered(connection: Connection, asked: Asked) -> Material:
    """What the pages say. Nothing of it depends on today: what runs out does so as of the last entry."""
    meeting, restricted = asked.meeting, asked.restricted
    found = history.history(connection, stream=meeting.stream, others=streams_of(connection, asked.natural_key))
    lines = _readable(found, asked)
    last, recorded_at = connection.execute(select(func.max(HISTORY.c.entry), func.max(HISTORY.c.recorded_at))).one()
    moment = asked.on or datetime.fromisoformat(recorded_at)
    register = silence.silences(connection, moment)
    silences = tuple(one for one in register if restricted or one.distribution != Distribution.RESTRICTED.value)
    root = node_id(NodeKind.MEETING, asked.natural_key)
    ours = _ours(connection, root)
    whole = _lineage(connection, root, ours)
    graph = whole if restricted else _without_restricted(connection, whole)
    texts = [node.id for node in graph.nodes if node.kind in {NodeKind.RESOLUTION, NodeKind.DECISION}]
    current = agenda(connection, meeting.stream)
    items = _items(current, agenda(connection, meeting.stream, Edition.PROVISIONAL))
    return Material(
        meeting=meeting,
        agenda=current,
        items=items,
        states=states(meeting.stream, meeting, asked.told(last), asked.lang),
        lines=lines,
        continued=dict(_continued(connection, asked, items)),
        silences=silences,
        graph=entitled(graph, titles_in(connection, texts, asked.lang)),
        ours=tuple(node.id for node in graph.nodes if folded(node.id) in ours),
        standings=force.standings(connection, texts, moment.date()),
        left_out=LeftOut(
            acts=len(found) - len(lines),
            values=sum(one.hidden for one in lines),
            silences=len(register) - len(silences),
            links=len(whole.edges) - len(graph.edges),
        ),
        last=last,
        moment=moment,
        lang=asked.lang,
    )


def _lineage(connection: Connection, root: str, ours: Collection[str]) -> Graph:
    """What the meeting and its items, its work and its report rest on, and what rests on them.

    Of the texts that those rest on, what rests on them too: a meeting under resolution 7/1 shows who else recalls it.
    """
    found = [lineage(connection, root, most=_MOST)]
    found += [lineage(connection, one, "up", most=_MOST) for one in ours]
    texts = {edge.to_id for graph in found for edge in graph.edges if folded(edge.from_id) in {*ours, folded(root)}}
    found += [lineage(connection, one, "both", most=_MOST) for one in sorted(texts) if one.startswith("resolution:")]
    nodes = {node.id: node for graph in found for node in graph.nodes}
    edges = dict.fromkeys(edge for graph in found for edge in graph.edges)
    return Graph(found[0].root, tuple(nodes.values()), tuple(edges), sum(graph.left_out for graph in found))


def _ours(connection: Connection, root: str) -> list[str]:
    """The items, the organization of work and the report of the meeting, as far as anything links them."""
    key = folded(root).partition(":")[2]
    ids = [f"{kind}:{key}" for kind in (NodeKind.WORK, NodeKind.REPORT)]
    query = select(EDGE.c.from_id).where(
        or_(EDGE.c.from_id.in_(ids), EDGE.c.from_id.startswith(f"item:{key}#", autoescape=True))
    )
    return [*connection.scalars(query.distinct().order_by(EDGE.c.from_id))]


def _readable(lines: Iterable[HistoryLine], asked: Asked) -> tuple[HistoryLine, ...]:
    kept = [one for one in lines if asked.restricted or one.distribution is not Distribution.RESTRICTED]
    return tuple(history.unsealed(kept, asked.reveal, restricted=asked.restricted))


def _items(current: AgendaView | None, provisional: AgendaView | None) -> tuple[ItemView, ...]:
    """The items in force, then those of the provisional agenda that are gone from the list."""
    found = {} if current is None else {item.id: item for item in current.items}
    for item in () if provisional is None else provisional.items:
        found.setdefault(item.id, item)
    return tuple(found.values())


def _continued(
    connection: Connection, asked: Asked, items: Iterable[ItemView]
) -> Iterator[tuple[str, tuple[list[Node], list[Node]]]]:
    """The items of other meetings that an item continues, and those that continue it; of most items there are none."""
    query = select(EDGE.c.from_id, EDGE.c.to_id).where(EDGE.c.relation == EdgeRelation.CONTINUES)
    ends = {id_ for pair in connection.execute(query) for id_ in pair}
    for item in items:
        if folded(item_id(asked.natural_key, item.id)) in ends:
            yield item.id, continuations(connection, asked.natural_key, item.id)


def _without_restricted(connection: Connection, graph: Graph) -> Graph:
    """The lineage without the links that restricted acts made, and without what only such acts made known."""
    acts = _restricted(connection, {edge.entry for edge in graph.edges})
    unknown = _known_by_restricted_acts_only(connection, graph) - {graph.root}
    edges = tuple(one for one in graph.edges if one.entry not in acts and not unknown & {one.from_id, one.to_id})
    linked = {graph.root, *(edge.from_id for edge in edges), *(edge.to_id for edge in edges)}
    return replace(graph, nodes=tuple(node for node in graph.nodes if node.id in linked), edges=edges)


def _known_by_restricted_acts_only(connection: Connection, graph: Graph) -> set[str]:
    query = select(NODE.c.id, NODE.c.entry).where(NODE.c.id.in_([folded(node.id) for node in graph.nodes]))
    acts: dict[str, set[int]] = {}
    for id_, entry in connection.execute(query):
        acts.setdefault(id_, set()).add(entry)
    restricted = _restricted(connection, set().union(*acts.values()))
    return {node.id for node in graph.nodes if folded(node.id) in acts and acts[folded(node.id)] <= restricted}


def _restricted(connection: Connection, entries: Collection[int]) -> set[int]:
    query = select(HISTORY.c.entry).where(
        HISTORY.c.entry.in_(entries), HISTORY.c.distribution == Distribution.RESTRICTED.value
    )
    return set(connection.scalars(query))
