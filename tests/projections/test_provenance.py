"""Which relation of PROV a link of the lineage is, by what it links."""

import json
from typing import Any

import pytest

from projections.lineage import Edge, Graph, Node
from projections.papers.provenance import of_lineage
from projections.ties import EdgeRelation


def node(id_: str) -> Node:
    kind = id_.partition(":")[0]
    return Node(id_, kind, id_, None, None, verified=kind != "document", source=None)


def edge(from_: str, relation: str, to: str) -> Edge:
    said = (None, None, None, None)
    return Edge(from_, to, relation, 7, True, False, *said, False, None, None, None, "2020-09-08")  # noqa: FBT003 - a row


def told(from_: str, relation: EdgeRelation, to: str) -> Any:  # noqa: ANN401 - JSON
    graph = Graph(from_, (node(from_), node(to)), (edge(from_, relation, to),), left_out=3)
    return json.loads(of_lineage(graph))


@pytest.mark.parametrize(
    ("from_", "relation", "to", "sort"),
    [
        ("resolution:2", EdgeRelation.AMENDS, "resolution:1", "wasDerivedFrom"),
        ("resolution:2", EdgeRelation.RECALLS, "resolution:1", "wasInfluencedBy"),
        ("decision:1", EdgeRelation.DECIDED_AT, "meeting:1", "wasGeneratedBy"),
        ("resolution:1", EdgeRelation.ADOPTED_UNDER, "silence:1", "wasGeneratedBy"),
        ("item:1", EdgeRelation.ON_THE_AGENDA_OF, "meeting:1", "wasInfluencedBy"),
        ("silence:1", EdgeRelation.BEARS_ON, "resolution:1", "used"),
        ("meeting:1", EdgeRelation.PURSUANT_TO, "silence:1", "wasInfluencedBy"),
        ("report:1", EdgeRelation.FORWARDED_TO, "body:1", "wasInfluencedBy"),
    ],
)
def test_a_link_is_the_relation_that_its_ends_allow(from_: str, relation: EdgeRelation, to: str, sort: str) -> None:
    (said,) = told(from_, relation, to)[sort].values()
    assert set(said.values()) >= {f"nemcon:{from_}", f"nemcon:{to}", relation.value}


def test_what_is_doubtful_or_left_out_is_told() -> None:
    found = told("resolution:1", EdgeRelation.CITES, "document:1")
    (said,) = found["wasInfluencedBy"].values()
    assert (said["nemcon:inferred"], said["nemcon:verified"]) == (True, False)
    assert found["entity"]["nemcon:document:1"]["nemcon:verified"] is False
    assert found["entity"]["nemcon:this-file"]["nemcon:leftOut"] == 3


def test_a_body_is_an_agent() -> None:
    assert [*told("report:1", EdgeRelation.FORWARDED_TO, "body:1")["agent"]] == ["nemcon:body:1"]
