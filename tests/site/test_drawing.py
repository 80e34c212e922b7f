from __future__ import annotations

from itertools import pairwise

from projections.lineage import Graph
from projections.site.drawing import HIGH, WIDE, Drawing, drawn
from tests.projections.test_lineage_paper import edge, node


def graph(*links: tuple[str, str]) -> Graph:
    names = dict.fromkeys(["root", *(name for link in links for name in link)])
    return Graph("root", tuple(map(node, names)), tuple(edge(*link) for link in links))


def laid(found: Graph, *ours: str) -> Drawing:
    return drawn(found, {node.id: f"n{rank}" for rank, node in enumerate(found.nodes)}, ours)


def columns(drawing: Drawing) -> dict[str, int]:
    places = sorted({box.x for box in drawing.boxes})
    return {box.node.id: places.index(box.x) for box in drawing.boxes}


def test_what_a_thing_rests_on_stands_at_its_left() -> None:
    drawing = laid(graph(("root", "old"), ("new", "root"), ("new", "older")))
    assert columns(drawing) == {"old": 0, "root": 1, "older": 1, "new": 2}
    assert drawing.root is not None
    assert drawing.root.node.id == "root"


def test_what_belongs_to_the_root_stands_at_its_right_without_a_link() -> None:
    assert columns(laid(graph(("ours", "text")), "ours")) == {"root": 0, "text": 0, "ours": 1}


def test_no_box_lies_on_another_and_all_lie_in_the_drawing() -> None:
    links = [("root", f"t{rank}") for rank in range(9)] + [("t1", "t2"), ("t2", "t1"), ("x", "root")]
    drawing = laid(graph(*links))
    places = [(box.x, box.y) for box in drawing.boxes]
    assert len(set(places)) == len(places)
    assert all(0 < x <= drawing.width - WIDE and 0 < y <= drawing.height - HIGH for x, y in places)
    tall = sorted(y for x, y in places if x == min(places)[0])
    assert all(below - above > HIGH for above, below in pairwise(tall))


def test_the_same_graph_gives_the_same_drawing() -> None:
    found = graph(("root", "a"), ("b", "root"), ("b", "c"), ("c", "a"))
    assert laid(found) == laid(found)


def test_what_nobody_links_has_a_box_and_nothing_else() -> None:
    drawing = laid(graph())
    assert (len(drawing.boxes), drawing.lines) == (1, ())
    assert laid(Graph("root", (), ())).root is None
