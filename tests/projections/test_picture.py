from __future__ import annotations

import re
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest

from projections.lineage import Graph
from projections.papers.picture import described, dot, svg
from projections.words import NOT_OFFICIAL
from tests.projections.test_lineage_paper import edge, node

GRAPH = Graph(
    "7/1",
    (
        node("7/1", 'Strengthening <the> "implementation" & more', day="2014-10-10"),
        node("6/1", day="2012-10-19"),
        node("5/1", verified=False),
        node("9/1", "Review Mechanism"),
        node("9/2", "Beside the root"),
    ),
    (
        edge("7/1", "6/1"),
        edge("7/1", "6/1", "reaffirms"),
        edge("7/1", "5/1", verified=False),
        edge("6/1", "5/1", inferred=True),
        edge("9/1", "7/1", "amends"),
        edge("9/2", "7/1"),
        edge("9/1", "9/2"),
    ),
    left_out=3,
)
SVG = "{http://www.w3.org/2000/svg}"


def boxes(picture: str) -> dict[str, tuple[int, int]]:
    """The upper left corner of each box, by the words on it."""
    root = ET.fromstring(picture)  # noqa: S314 - our own drawing
    found = {}
    for group in root.iter(f"{SVG}g"):
        rect, words = group.find(f"{SVG}rect"), group.find(f"{SVG}text")
        assert rect is not None
        assert words is not None
        found[str(words.text)] = (int(rect.attrib["x"]), int(rect.attrib["y"]))
    return found


def test_what_the_root_rests_on_stands_above_it_and_what_rests_on_it_below() -> None:
    found = boxes(svg(GRAPH))

    assert found["Resolution COP 6/1"][1] < found["Resolution COP 7/1"][1] < found["Resolution COP 9/1"][1]
    assert len(set(found.values())) == len(GRAPH.nodes)


def test_the_picture_says_in_words_what_it_shows() -> None:
    root = ET.fromstring(svg(GRAPH))  # noqa: S314 - our own drawing
    title, description = root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")

    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "lineage-title lineage-description"
    assert title == "Lineage of resolution COP 7/1"
    assert description == described(GRAPH)
    assert description.startswith("Five nodes, six links. Resolution COP 7/1: recalls, reaffirms resolution COP 6/1.")
    assert description.endswith("3 more left out.")


def test_it_asks_nothing_of_anywhere_and_is_the_same_each_time() -> None:
    picture = svg(GRAPH)

    assert not re.findall(r'(?:href|src)=|url\((?!#)|http(?!://www\.w3\.org/2000/svg")', picture)
    assert NOT_OFFICIAL in picture
    assert picture == svg(GRAPH)


def test_no_title_is_ever_markup() -> None:
    graph = Graph("7/1", (node("7/1", "<script>\x00alert(1)</script>"),), ())
    assert "<script>" not in svg(graph)
    assert "\x00" not in svg(graph)


def test_what_is_doubtful_is_dashed() -> None:
    assert svg(GRAPH).count('stroke-dasharray="5 4"') == 2
    assert dot(GRAPH).count("style=dashed") == 2


def test_a_long_layer_goes_on_below_and_no_box_covers_another() -> None:
    many = [node(f"6/{rank}") for rank in range(11)]
    graph = Graph("7/1", (node("7/1"), *many), tuple(edge("7/1", one.id) for one in many))

    found = sorted(boxes(svg(graph)).values())

    assert len({y for _, y in found}) == 4
    assert len(set(found)) == len(found)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_reads_the_dot() -> None:
    done = subprocess.run(["dot", "-Tplain"], input=dot(GRAPH), capture_output=True, text=True, check=True)  # noqa: S607 - where it stands is the machine's business
    assert done.stdout.count("\nnode ") == len(GRAPH.nodes)


def test_the_dot_escapes_what_would_end_a_string() -> None:
    assert r'label="Resolution COP 7/1\nStrengthening <the> \"implementation\" & more"' in dot(GRAPH)
