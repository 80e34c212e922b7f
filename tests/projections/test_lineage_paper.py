from __future__ import annotations

from itertools import pairwise

from projections.lineage import Edge, Graph, Node
from projections.papers.lineage import mermaid, tree
from projections.ties import EdgeRelation
from projections.words import NOT_OFFICIAL


def node(number: str, label: str | None = None, **rest: object) -> Node:
    known: dict[str, object] = {"day": None, "verified": True, "source": None, "kind": "resolution"}
    symbol = f"COP {number}"
    return Node(id=number, symbol=symbol, label=label, **{**known, **rest})  # type: ignore[arg-type]


def edge(from_id: str, to_id: str, relation: str = "recalls", **rest: object) -> Edge:
    known: dict[str, object] = {"entry": 1, "inferred": False, "verified": True}
    known |= {"footnote": False, "day": "2014-10-10"}
    unknown: dict[str, object] = dict.fromkeys(
        ("source", "phrase", "paragraph", "part", "cited_as", "in_part", "until")
    )
    return Edge(from_id, to_id, relation, **{**known, **unknown, **rest})  # type: ignore[arg-type]


def test_a_tree_says_what_a_text_rests_on_and_what_rests_on_it() -> None:
    graph = Graph(
        "7/1",
        (
            node("7/1", "Strengthening the implementation", day="2014-10-10"),
            node("6/1", day="2012-10-19"),
            node("5/1", verified=False, source="hearsay"),
            node("9/1", "Review Mechanism", source="its text"),
            Node("meeting:COP/WG.7 wg7", "meeting", "wg7", "Working Group", "2020-09-08", verified=True, source=None),
            Node("item:COP/WG.7 wg7#i2", "item", None, "Crises", None, verified=True, source=None),
        ),
        (
            edge("7/1", "6/1", source="its text"),
            edge("7/1", "5/1", verified=False),
            edge("6/1", "5/1", "reaffirms"),
            edge("9/1", "7/1", source="its text"),
            edge("meeting:COP/WG.7 wg7", "7/1", "pursuant to", inferred=True),
            edge("item:COP/WG.7 wg7#i2", "meeting:COP/WG.7 wg7", "on the agenda of"),
        ),
    )
    assert tree(graph) == (
        'Resolution COP 7/1, "Strengthening the implementation" (10 October 2014)\n'
        "\n"
        "Rests on\n"
        "├── recalls resolution COP 6/1 (19 October 2012) [1]\n"
        "│   └── reaffirms resolution COP 5/1 (unverified) [2]\n"
        "└── recalls resolution COP 5/1 (unverified) (see above) [2]\n"
        "\n"
        "Rests on this\n"
        '├── recalled by resolution COP 9/1, "Review Mechanism" [1]\n'
        '└── basis of meeting wg7, "Working Group" (8 September 2020) (inferred)\n'
        '    └── has on its agenda item of wg7, "Crises"\n'
        "\n"
        "Sources\n"
        "[1] its text\n"
        "[2] hearsay\n"
        "\n"
        f"{NOT_OFFICIAL}\n"
    )


def test_a_text_without_links_says_so_and_an_unknown_one_too() -> None:
    assert tree(Graph("7/1", (node("7/1"),), ())) == (f"Resolution COP 7/1\n\nNo link is recorded.\n\n{NOT_OFFICIAL}\n")
    assert tree(Graph("resolution:COP resolution 7/1", (), ())) == (
        f"Nothing is recorded of COP resolution 7/1.\n\n{NOT_OFFICIAL}\n"
    )


def test_no_line_is_longer_than_100_columns_and_titles_are_cut_at_a_word() -> None:
    long, chinese = "Strengthening " * 12, "加强公约的执行" * 20
    nodes = (node("7/1", long), node("6/1", long), node("5/1", chinese), node("4/1"))
    source = "A long title of a source " * 9
    edges = (edge("7/1", "6/1"), edge("6/1", "5/1"), edge("5/1", "4/1", source=source))
    lines = tree(Graph("7/1", nodes, edges)).splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[0].endswith('Strengthening ..."')
    assert lines[4].endswith('加强 ..."')


def test_a_title_with_no_room_left_is_not_printed() -> None:
    ids = [f"{rank}/1" for rank in range(40)]
    nodes = tuple(node(id_, "A title of some length, not cut to a syllable") for id_ in ids)
    edges = tuple(edge(one, other) for one, other in pairwise(ids))
    assert tree(Graph("0/1", nodes, edges)).count("A title") == 12


def test_a_lineage_longer_than_the_stack_of_python_is_printed() -> None:
    ids = [f"{rank}/1" for rank in range(1500)]
    edges = tuple(edge(one, other) for one, other in pairwise(ids))
    assert tree(Graph("0/1", tuple(map(node, ids)), edges)).count("recalls") == 1499


def test_a_cycle_is_unfolded_once() -> None:
    paper = tree(Graph("7/1", (node("7/1"), node("7/2")), (edge("7/1", "7/2"), edge("7/2", "7/1"))))
    assert paper.count("(see above)") == 2


def test_every_relation_can_be_read_from_the_other_end() -> None:
    for relation in EdgeRelation:
        graph = Graph("7/1", (node("7/1"), node("9/1")), (edge("9/1", "7/1", relation),))
        assert "Rests on this\n└── " in tree(graph)


def test_a_flowchart_draws_what_is_inferred_or_unverified_dotted() -> None:
    graph = Graph(
        "7/1",
        (node("7/1"), node("6/1", verified=False), node("5/1")),
        (edge("7/1", "6/1", verified=False), edge("7/1", "5/1", inferred=True), edge("6/1", "5/1", "reaffirms")),
    )
    assert mermaid(graph) == (
        f"%% {NOT_OFFICIAL}\n"
        "flowchart TD\n"
        '    n0["Resolution COP 7/1"]\n'
        '    n1["Resolution COP 6/1 (unverified)"]\n'
        '    n2["Resolution COP 5/1"]\n'
        '    n0 -.->|"recalls (unverified)"| n1\n'
        '    n0 -.->|"recalls (inferred)"| n2\n'
        '    n1 -->|"reaffirms"| n2\n'
    )


def test_a_title_cannot_break_out_of_its_box() -> None:
    chart = mermaid(Graph("7/1", (node("7/1", 'On "peace" & <b>`law`</b> #1;\n%% 5 %'),), ()))
    assert chart.splitlines()[2] == (
        '    n0["Resolution COP 7/1<br>On #quot;peace#quot; #amp; '
        '#lt;b#gt;#96;law#96;#lt;/b#gt; #35;1; #37;#37; 5 #37;"]'
    )


def test_asked_why_each_link_of_a_tree_names_its_entry() -> None:
    graph = Graph("7/1", (node("7/1"), node("6/1")), (edge("7/1", "6/1", entry=31),))
    assert "└── recalls resolution COP 6/1  [#31]" in tree(graph, why=True)
