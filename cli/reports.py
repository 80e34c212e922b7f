"""`nemcon report issue`, `correct`, `forward`, `show`: the report when it leaves the room, and how far it is."""

from __future__ import annotations

import json

import click
from sqlalchemy import Connection

from cli.desk import Step, at_the_desk, on_day
from cli.find import bases, find, meeting_meant
from cli.options import Said, View, act_options, meeting_option, view_options
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.publishing import correct_report, forward_report, issue_report
from domain.values import Language
from projections.meetings import MEETING
from projections.meetings import meeting as meeting_of
from projections.papers import report as paper
from projections.report import REPORT, report


@click.command()
@click.argument("symbol")
@click.option("--issued", required=True, metavar="DATE", help="The date it bears.")
@click.option("--advance", is_flag=True, help="In advance, unedited: the final version comes later.")
@click.option("--part", metavar="TEXT", help='What it holds, where it is a part: "Decisions".')
@click.option("--also", multiple=True, metavar="SYMBOL", help="A further symbol of the same paper.")
@act_options
@pass_room
def issue(
    room: Room, symbol: str, issued: str, advance: bool, part: str | None, also: tuple[str, ...], said: Said
) -> None:
    """Issue the report under its symbol. Or a part of it under its own.

    Example: nemcon report issue CTOC/COP/WG.7/2020/4 --issued 2020-09-17
    """
    with at_the_desk(room, on_day(said, issued)) as desk:
        fields = {"symbol": symbol, "issued": day_typed(issued), "advance": advance, "part": part, "also": also}
        desk.in_meeting(Step(issue_report, lambda _: fields))


@click.command()
@click.argument("symbol")
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice([one.value for one in Language]),
    help="In this language only; may be repeated.",
)
@act_options
@pass_room
def correct(room: Room, symbol: str, languages: tuple[str, ...], said: Said) -> None:
    """Issue a corrigendum to a paper of the report. In all languages, or in some.

    Example: nemcon report correct CTOC/COP/WG.7/2020/4/Corr.1 --language fr --at 2020-11-02
    """
    with at_the_desk(room, said) as desk:
        fields = {"symbol": symbol, "languages": tuple(Language(one) for one in dict.fromkeys(languages))}
        desk.in_meeting(Step(correct_report, lambda _: fields))


@click.command()
@click.option("--to", required=True, metavar="BODY", help="The body it is forwarded to.")
@click.option("--pursuant-to", multiple=True, metavar="REF", help="The resolution that asks for it; may be repeated.")
@act_options
@pass_room
def forward(room: Room, to: str, pursuant_to: tuple[str, ...], said: Said) -> None:
    """Forward the report to another body. The recommendations agreed go with it.

    Example: nemcon report forward --to UNTOC-COP --pursuant-to "UNTOC-COP 7/1" --at 2020-09-17
    """
    with at_the_desk(room, said) as desk:
        connection = desk.under_way.connection
        fields = {"to": find(connection, "body", to).key, "pursuant_to": bases(connection, pursuant_to)}
        desk.in_meeting(Step(forward_report, lambda _: fields))


@click.command()
@meeting_option
@view_options
@pass_room
def show(room: Room, meeting: str | None, view: View) -> None:
    """How far the report is. Its drafts, its adoption, the papers issued.

    Example: nemcon report show
    """
    with room.reading() as now:
        named = meeting_meant(now, meeting)
    with room.reading(view, named.stream, (MEETING, REPORT)) as connection:
        _show(connection, named.stream, named.label, view)


def _show(connection: Connection, stream: str, label: str, view: View) -> None:
    held, found = meeting_of(connection, stream), report(connection, stream)
    if held is None or found is None:
        raise view.refused_without(f"No report of {label}", "drafted", "Record the draft: nemcon report draft SYMBOL")
    if view.as_json:
        click.echo(json.dumps(paper.as_json(held, found), ensure_ascii=False, indent=2))
    else:
        click.echo(paper.text(held, found, why=view.why).rstrip())


COMMANDS = (issue, correct, forward, show)
