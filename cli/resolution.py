"""`nemcon resolution` and `lineage`: texts, and how they rest on one another."""

from __future__ import annotations

import json
from datetime import date

import click
from sqlalchemy import Connection

from cli.adopted import must_be_its_first, origin_meant
from cli.desk import Desk, Step, at_the_desk, on_day
from cli.errors import Refused
from cli.find import text_ref, texts_meant
from cli.options import Said, View, act_options, view_options
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.resolution import Modality, Provision, Relation, TextRef, record_resolution, relate
from domain.values import Mode, text_in
from projections import lineage as graph
from projections.names import named
from projections.papers import lineage as paper
from projections.ties import EdgeRelation


@click.group()
def resolution() -> None:
    """Resolutions and decisions that have a text of their own.

    Example: nemcon resolution record "UNTOC-COP 7/1" "Strengthening the implementation ..." --adopted 2014-10-10
    """


_SOURCE = click.option("--source", metavar="WHERE", help="Where it was seen.")
_UNVERIFIED = click.option("--unverified", is_flag=True, help="Known by hearsay; marked wherever it is shown.")


@resolution.command()
@click.argument("ref")
@click.argument("title", required=False)
@click.option("--adopted", metavar="DATE", help="The day of its adoption. Not needed with --proposal or --silence.")
@click.option("--proposal", metavar="SYMBOL", help="The draft that it was; gives the title, the day and the mode.")
@click.option("--silence", metavar="KEY", help="The silence procedure by which it was adopted.")
@click.option("--symbol", metavar="S", help="The symbol of its document: A/RES/74/176.")
@click.option("--decided", multiple=True, metavar="TEXT", help="What it decided; may be repeated.")
@click.option("--encouraged", multiple=True, metavar="TEXT", help="What it encouraged; may be repeated.")
@click.option("--requested", multiple=True, metavar="TEXT", help="What it requested; may be repeated.")
@click.option("--partial", is_flag=True, help="These quotations are not complete.")
@click.option("--language", default="en", show_default=True, metavar="CODE", help="The language of the title.")
@_SOURCE
@_UNVERIFIED
@act_options
@pass_room
def record(
    room: Room,
    ref: str,
    title: str | None,
    adopted: str | None,
    proposal: str | None,
    silence: str | None,
    symbol: str | None,
    decided: tuple[str, ...],
    encouraged: tuple[str, ...],
    requested: tuple[str, ...],
    partial: bool,
    language: str,
    source: str | None,
    unverified: bool,
    said: Said,
) -> None:
    """Record a resolution or a decision: "UNTOC-COP 7/1", "UNTOC-COP decision 1/2".

    With --proposal it is the number that an adopted draft was given, perhaps days later (--at).

    Example: nemcon resolution record "UNTOC-COP 7/1" "Strengthening the implementation ..." --adopted 2014-10-10
    """
    said_so: tuple[tuple[Modality, tuple[str, ...]], ...] = (
        ("decided", decided),
        ("encouraged", encouraged),
        ("requested", requested),
    )
    provisions = tuple(
        Provision(modality=word, text=text, partial=partial) for word, texts in said_so for text in texts
    )
    if adopted is None and proposal is None and silence is None:
        raise click.UsageError("Missing option '--adopted'; or name what was adopted: --proposal, --silence.")
    day = None if adopted is None else day_typed(adopted)
    with at_the_desk(room, said) as desk:
        found = origin_meant(desk, proposal, silence)
        text = text_ref(desk.under_way.connection, ref, kind=found.draft)
        must_be_its_first(desk, found, text)
        fields: dict[str, object] = {
            "ref": text,
            "title": None if title is None else text_in(language, title),
            "adopted": day,
            "how": Mode(said.how) if said.how else Mode.UNKNOWN,
            "symbol": symbol,
            "decided": provisions,
            "source": source,
            "verified": not unverified,
            "proposal": found.proposal,
            "silence": found.silence,
        }
        _record(desk, text, fields, found.day or day)


@resolution.command()
@click.argument("ref")
@click.option("--adopted", metavar="DATE", help="The day of its adoption, where the citation gives it.")
@_SOURCE
@_UNVERIFIED
@act_options
@pass_room
def cited(room: Room, ref: str, adopted: str | None, source: str | None, unverified: bool, said: Said) -> None:
    """Record a text known only because another one cites it.

    Example: nemcon resolution cited "UNTOC-COP 5/3" --unverified
    """
    day = None if adopted is None else day_typed(adopted)
    with at_the_desk(room, said) as desk:
        text = text_ref(desk.under_way.connection, ref)
        if desk.under_way.chapter("resolution", str(text)).version and room.correcting is None:
            raise Refused(f"{text} is in the record already.", f'See it: nemcon lineage "{text.body} {text.number}"')
        fields: dict[str, object] = {
            "ref": text,
            "adopted": day,
            "cited_only": True,
            "source": source,
            "verified": not unverified,
        }
        _record(desk, text, fields, day)


def _record(desk: Desk, text: TextRef, fields: dict[str, object], day: date | None) -> None:
    desk.said = desk.said if day is None else on_day(desk.said, day.isoformat())
    desk.in_stream("resolution", str(text), Step(record_resolution, lambda _: fields), day=desk.today())


@resolution.command("relate")
@click.argument("ref")
@click.argument("relation", type=click.Choice([one.replace(" ", "-") for one in Relation]))
@click.argument("others", nargs=-1, required=True, metavar="REF...")
@click.option("--para", "paragraph", metavar="N", help="The paragraph that says so.")
@click.option("--phrase", metavar="WORDS", help="The words in which it says so.")
@_SOURCE
@_UNVERIFIED
@act_options
@pass_room
def relate_(
    room: Room,
    ref: str,
    relation: str,
    others: tuple[str, ...],
    paragraph: str | None,
    phrase: str | None,
    source: str | None,
    unverified: bool,
    said: Said,
) -> None:
    """Record that a text recalls, reaffirms, amends ... others, which need not be in the record.

    Example: nemcon resolution relate "UNTOC-COP 9/1" recalls "UNTOC-COP 7/1" "UNTOC-COP 6/1"
    """
    with at_the_desk(room, said) as desk:
        connection = desk.under_way.connection
        text = text_ref(connection, ref)
        told: dict[str, object] = {
            "paragraph": paragraph,
            "phrase": phrase,
            "source": source,
            "verified": not unverified,
        }
        word = Relation(relation.replace("-", " "))
        steps = [_relating(word, other, told) for other in texts_meant(connection, others)]
        business = desk.under_way.chapter("resolution", str(text)).business
        day = business[0].entry.occurred if business else desk.today()
        desk.in_stream("resolution", str(text), *steps, day=day)


def _relating(relation: Relation, other: TextRef, told: dict[str, object]) -> Step:
    return Step(relate, lambda _: {"relation": relation, "other": other, **told})


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
@click.option("--mermaid", is_flag=True, help="As a Mermaid diagram.")
@view_options
@pass_room
def lineage(
    room: Room,
    ref: str,
    direction: graph.Direction,
    depth: int | None,
    relation: str | None,
    mermaid: bool,
    view: View,
) -> None:
    """What a resolution rests on, and what rests on it.

    Example: nemcon lineage "UNTOC-COP 7/1" --direction down
    """
    with room.reading(view) as connection:
        found = graph.lineage(connection, _root(connection, ref), direction, depth, _word(relation))
    if not found.nodes:
        raise Refused(
            f"The record knows nothing of {ref}.",
            "Enter it first: nemcon resolution record REF TITLE, or: nemcon resolution cited REF",
        )
    if view.as_json:
        click.echo(json.dumps(graph.as_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo((paper.mermaid(found) if mermaid else paper.tree(found, why=view.why)).rstrip())


def _root(connection: Connection, ref: str) -> str:
    """The node that a word names: a meeting, a silence procedure, a proposal, or a text, in the record or not."""
    for kind in ("meeting", "silence", "proposal"):
        found = named(connection, kind, ref)
        if len(found) == 1:
            return f"{kind}:{found[0].key}"
    return f"resolution:{text_ref(connection, ref)}"


def _word(relation: str | None) -> str | None:
    return None if relation is None else relation.replace("-", " ")
