"""Where things come from, as W3C PROV-JSON: the lineage of a text, the history of an item.

In a lineage texts, items and papers are entities, meetings and silence procedures activities, bodies agents. In a
history each act is an activity that makes a new state of the item from the one before; a strike ends a state.
Citing a text is an influence; only what rests on a text, continues it or changes it is derived from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from domain.business import ActStruck
from domain.values import NAMESPACE
from projections.history import HistoryLine
from projections.lineage import Edge, Graph, Node
from projections.sentences.seals import printable
from projections.ties import ACTING, EdgeRelation, NodeKind
from projections.words import NOT_OFFICIAL

_ACTIVITIES: Final = {NodeKind.MEETING, NodeKind.SILENCE}
_AGENTS: Final = {NodeKind.BODY}
_DERIVED: Final = {
    *ACTING,
    EdgeRelation.PURSUANT_TO,
    EdgeRelation.RESTS_ON,
    EdgeRelation.FOLLOWS,
    EdgeRelation.IMPLEMENTS,
    EdgeRelation.CONTINUES,
    EdgeRelation.DRAFTED_AS,
}
_MADE_IN: Final = {EdgeRelation.DECIDED_AT, EdgeRelation.ADOPTED_UNDER}

Attributes = Mapping[str, object]


class _Statement(NamedTuple):
    """A record of PROV: of what sort it is, its name, what it says."""

    sort: str
    name: str
    says: Attributes


def of_lineage(graph: Graph) -> str:
    """A lineage as PROV-JSON."""
    kinds = {node.id: node.kind for node in graph.nodes}
    nodes = [_node(node) for node in graph.nodes]
    edges = (_edge(edge, kinds, rank) for rank, edge in enumerate(graph.edges, start=1))
    return _document([*nodes, *edges], left_out=graph.left_out)


def _name(id_: str) -> str:
    """PROV-DM, section 5.7.2: a name within our namespace."""
    return f"nemcon:{quote(id_, safe='-._~/:')}"


def _type(word: str) -> Attributes:
    return {"$": _name(word), "type": "prov:QUALIFIED_NAME"}


def _node(node: Node) -> _Statement:
    kind = NodeKind(node.kind) if node.kind in {*NodeKind} else NodeKind.DOCUMENT
    sort = "activity" if kind in _ACTIVITIES else "agent" if kind in _AGENTS else "entity"
    said = {"prov:type": _type(node.kind), "prov:label": node.label}
    said |= {f"nemcon:{word}": getattr(node, word) for word in ("symbol", "day", "source")}
    return _Statement(sort, _name(node.id), {**said, **_unverified(node.verified)})


def _unverified(verified: bool) -> Attributes:  # noqa: FBT001 - what is said of the value itself
    return {} if verified else {"nemcon:verified": False}


def _edge(edge: Edge, kinds: Mapping[str, str], rank: int) -> _Statement:
    sort, here, there = _sort(edge, kinds)
    words = ("relation", "entry", "day", "source", "phrase", "paragraph", "part", "cited_as", "in_part", "until")
    said = {f"nemcon:{word}": getattr(edge, word) for word in words}
    ends = {f"prov:{here}": _name(edge.from_id), f"prov:{there}": _name(edge.to_id)}
    doubts = {**({"nemcon:inferred": True} if edge.inferred else {}), **_unverified(edge.verified)}
    return _Statement(sort, f"_:edge{rank}", {**ends, **said, **doubts})


def _sort(edge: Edge, kinds: Mapping[str, str]) -> tuple[str, str, str]:
    """Which relation of PROV it is, and what its two ends are called there."""
    from_, to = kinds[edge.from_id], kinds[edge.to_id]
    things = {*NodeKind} - _ACTIVITIES - _AGENTS
    if from_ in things and to in things and edge.relation in _DERIVED:
        return "wasDerivedFrom", "generatedEntity", "usedEntity"
    if from_ in things and to in _ACTIVITIES and edge.relation in _MADE_IN:
        return "wasGeneratedBy", "entity", "activity"
    if from_ in _ACTIVITIES and to in things:
        return "used", "activity", "entity"
    return "wasInfluencedBy", "influencee", "influencer"


def of_history(lines: Sequence[HistoryLine], item: str, title: str) -> str:
    """The history of an item, by its node's id, as PROV-JSON: every act that touched it, struck ones too."""
    thing = _Statement("entity", _name(item), {"prov:type": _type("item"), "prov:label": title})
    return _document([thing, *_acts(lines, item)])


def _acts(lines: Iterable[HistoryLine], item: str) -> Iterator[_Statement]:
    thing, before = _name(item), None
    for line in lines:
        act = _name(f"entry-{line.entry}")
        yield _act(act, line)
        yield from _by(act, line)
        if line.event == ActStruck.TOPIC:
            continue
        state = f"{thing}/{line.entry}"
        yield _Statement("entity", state, {"prov:type": _type("state"), "prov:label": f"As of entry {line.entry}"})
        yield _Statement(
            "specializationOf", f"_:of{line.entry}", {"prov:specificEntity": state, "prov:generalEntity": thing}
        )
        yield _Statement("wasGeneratedBy", f"_:made{line.entry}", {"prov:entity": state, "prov:activity": act})
        if line.struck_by is not None:
            strike = _name(f"entry-{line.struck_by}")
            yield _Statement(
                "wasInvalidatedBy", f"_:struck{line.entry}", {"prov:entity": state, "prov:activity": strike}
            )
            continue
        if before is not None:
            ends = {"prov:generatedEntity": state, "prov:usedEntity": before, "prov:type": _REVISION}
            yield _Statement("wasDerivedFrom", f"_:from{line.entry}", ends)
        before = state


_REVISION: Final[Attributes] = {"$": "prov:Revision", "type": "prov:QUALIFIED_NAME"}


def _act(name: str, line: HistoryLine) -> _Statement:
    when = {} if line.at is None else {"prov:startTime": line.at, "prov:endTime": line.at}
    said = {
        "prov:label": printable(line.summary),
        "nemcon:entry": line.entry,
        "nemcon:day": line.day,
        "nemcon:recordedAt": line.recorded_at,
        "nemcon:authority": line.authority,
        "nemcon:replaces": line.replaces,
        "nemcon:distribution": line.distribution.value,
    }
    return _Statement("activity", name, {"prov:type": _type(line.event), **when, **said})


def _by(act: str, line: HistoryLine) -> Iterator[_Statement]:
    """Whose proposal it was, and who recorded it."""
    for role, who in (("origin", line.origin), ("recorder", line.recorded_by)):
        if who is not None:
            agent = _name(f"agent/{who}")
            yield _Statement("agent", agent, {"prov:label": printable(who)})
            says = {"prov:activity": act, "prov:agent": agent, "prov:role": role}
            yield _Statement("wasAssociatedWith", f"_:{role}{line.entry}", says)


def _document(statements: Iterable[_Statement], left_out: int = 0) -> str:
    """The records by their sorts; the file says of itself what it is, and how many nodes it leaves out."""
    told: dict[str, dict[str, Any]] = {"prefix": {"nemcon": f"urn:uuid:{NAMESPACE}#"}}
    itself = {"prov:label": NOT_OFFICIAL, "nemcon:leftOut": left_out or None}
    for sort, name, says in (_Statement("entity", "nemcon:this-file", itself), *statements):
        told.setdefault(sort, {})[name] = {word: value for word, value in says.items() if value is not None}
    return json.dumps(told, ensure_ascii=False, indent=2)
