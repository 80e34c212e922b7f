"""`nemcon lineage` and `nemcon resolution list`: what rests on what, and which texts are in force."""

from __future__ import annotations

import json
from dataclasses import replace

import click
from sqlalchemy import Connection

from cli.errors import Refused
from cli.find import find, text_ref
from cli.options import View, view_options
from cli.room import Room, moment_of, pass_room
from projections import force
from projections import lineage as graph
from projections.decisions import DECISION_NUMBER
from projections.names import NAME, named
from projections.papers import force as register_paper
from projections.papers import lineage as paper
from projections.ties import EDGE, NODE, EdgeRelation, NodeKind, item_id
from projections.titles import TITLE, titles_in

# All that is asked here: nothing else of another time is derived.
_TABLES = (NAME, NODE, EDGE, TITLE, force.EFFECT, DECISION_NUMBER)
_TEXTS = (NodeKind.RESOLUTION, NodeKind.DECISION)


@click.command()
@click.argument("ref")
@click.option(
    "--direction", type=click.Choice(["up", "down", "both"]), default="both", help="What it rests on, or the reverse."
)
@click.option("--depth", type=click.IntRange(1), metavar="N", help="How many steps away. Default: all.")
@click.option(
    "--relation",
    type=click.Choice([one.value.replace(" ", "-") for one in EdgeRelation]),
    metavar="WORD",
    help="Only this relation: recalls, pursuant-to ...",
)
@click.option(
    "--most",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    metavar="N",
    help="At most so many each way, the nearest first.",
)
@click.option("--mermaid", is_flag=True, help="As a Mermaid diagram.")
@view_options
@pass_room
def lineage(
    room: Room,
    ref: str,
    direction: graph.Direction,
    depth: int | None,
    relation: str | None,
    most: int,
    mermaid: bool,
    view: View,
) -> None:
    """What a resolution rests on, and what rests on it. A text that is not in force on the day is marked.

    Example: nemcon lineage "UNTOC-COP 7/1" --direction down
    """
    on = moment_of(view, room.now()).date()
    item = _item(room, ref)
    # Of a day alone, each row tells whether it follows from an act of that day: nothing needs to be derived anew.
    day = on.isoformat() if view.on is not None and view.known_at is None else None
    with room.reading(view if day is None else None, tables=_TABLES) as connection:
        root = item or _root(connection, ref)
        found = graph.lineage(connection, root, direction, depth, _word(relation), most, day)
        shown = [node.id for node in found.nodes if node.kind in _TEXTS]
        stand = force.standings(connection, shown, on, until=day)
        found = graph.entitled(found, titles_in(connection, shown, view.lang, day))
    if not found.nodes and view.of_the_past:
        raise Refused(f"The record knew nothing of {ref} then.", "Choose a later --on or --known-at.")
    if not found.nodes:
        raise Refused(
            f"The record knows nothing of {ref}.",
            "Enter it first: nemcon resolution record REF TITLE, or: nemcon resolution cited REF",
        )
    if view.as_json:
        told = graph.as_json(found)
        for node in told["nodes"]:
            node["standing"] = force.standing_json(stand[node["id"]]) if node["id"] in stand else None
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif mermaid:
        click.echo(paper.mermaid(found).rstrip())
    else:
        click.echo(paper.tree(found, why=view.why, standings=stand, on=on).rstrip())


def _item(room: Room, ref: str) -> str | None:
    """The node of an item named with its meeting (`wg7#2`, by the numbers of now), or None for any other thing."""
    if "#" not in ref:
        return None
    from cli.earlier import item_of

    with room.reading() as now:
        meeting, item = item_of(now, ref)
    return item_id(meeting.key, item.id)


def _root(connection: Connection, ref: str) -> str:
    """The node that a word names: a meeting, a silence procedure, a proposal, or a text, in the record or not."""
    for kind in ("meeting", "silence", "proposal"):
        found = named(connection, kind, ref)
        if len(found) == 1:
            return f"{kind}:{found[0].key}"
    return f"resolution:{text_ref(connection, ref)}"


def _word(relation: str | None) -> str | None:
    return None if relation is None else relation.replace("-", " ")


@click.command("list")
@click.option("--in-force", is_flag=True, help="Only those in force on the day.")
@click.option("--body", metavar="BODY", help="Only those of this body.")
@view_options
@pass_room
def list_(room: Room, in_force: bool, body: str | None, view: View) -> None:
    """The register of texts. Where each stands today, or on the day of --on.

    Example: nemcon resolution list --in-force --body UNTOC-COP --on 2020-09-08
    """
    on = moment_of(view, room.now()).date()
    with room.reading(view, tables=_TABLES) as connection:
        of = None if body is None else find(connection, "body", body).key
        every = force.register(connection, on, body=of)
        called = titles_in(connection, [line.id for line in every], view.lang)
        cited = force.cited_only(connection, body=of)
    lines = [
        replace(line, title=called.get(line.id, line.title)) for line in every if line.standing.in_force or not in_force
    ]
    if view.as_json:
        click.echo(json.dumps(force.as_json(lines), ensure_ascii=False, indent=2))
        return
    left_out = {"not in force on that day": len(every) - len(lines), "known by citation only": cited}
    click.echo(register_paper.register(lines, on, in_force=in_force, left_out=left_out, why=view.why).rstrip())


COMMANDS = (list_,)
