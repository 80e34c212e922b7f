"""`nemcon print lineage REF`: what a text rests on and what rests on it, as a paper with its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.errors import Refused
from cli.letters import moment_of_paper
from cli.printed import Printed
from cli.texts import TABLES, root_of
from projections import force
from projections import lineage as graph
from projections.papers import lineage as paper
from projections.papers.layout import Heading, Paragraph, Table
from projections.papers.picture import dot, svg
from projections.papers.press import Sheet
from projections.titles import titles_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.options import View
    from cli.room import Room
    from projections.lineage import Graph
    from projections.papers.layout import Block

_MOST = 40
"""At most so many nodes each way: more make no picture that anybody can read."""


def lineage(room: Room, meeting: str | None, what: str | None, view: View) -> Printed:
    """The lineage of a text, a meeting, a proposal or a silence procedure; it says how many nodes are left out."""
    del meeting
    if what is None:
        raise Refused("It is not said of what.", 'Name it: nemcon print lineage "UNTOC-COP 7/1"')
    with room.reading() as now:
        moment = moment_of_paper(room, now, view)
    on = moment.date()
    with room.reading(view, tables=TABLES) as connection:
        found = graph.lineage(connection, root_of(room, connection, what), most=_MOST)
        texts = [node.id for node in found.nodes if node.kind in {"resolution", "decision"}]
        stand = force.standings(connection, texts, on)
        found = graph.entitled(found, titles_in(connection, texts, view.lang))
    if not found.nodes:
        raise Refused(f"The record knows nothing of {what}.", "Enter it first: nemcon resolution record REF TITLE")
    text = paper.tree(found, why=view.why, standings=stand, on=on)
    root = next(node for node in found.nodes if node.id == found.root)
    sheet = Sheet(
        title=f"Lineage of {paper.name_of(root)}",
        blocks=[*_blocks(found, paper.sentences_of(stand.get(root.id), on), why=view.why)],
        plain=text,
        drawn={"svg": svg(found), "dot": dot(found)},
    )
    return Printed(sheet, lambda: graph.as_json(found))


def _blocks(found: Graph, standing: list[str], *, why: bool) -> Iterator[Block]:
    """The heading, where the text stands, and each link in words: the picture says no more."""
    nodes = {node.id: node for node in found.nodes}
    root = nodes[found.root]
    yield Heading(f"Lineage of {paper.name_of(root)}")
    if root.label:
        yield Paragraph(root.label)
    yield from map(Paragraph, standing)
    head = ("Text", "Relation", *(("Entry",) if why else ()), "To")
    rows = dict.fromkeys(
        (
            paper.called(nodes[edge.from_id]),
            f"{edge.relation}{paper.doubts(edge)}",
            *((f"#{edge.entry}",) if why else ()),
            paper.called(nodes[edge.to_id]),
        )
        for edge in found.edges
    )
    yield Table(head, tuple(rows)) if rows else Paragraph("No link is recorded.")
    if found.left_out:
        yield Paragraph(f"{found.left_out:,} more left out.")
