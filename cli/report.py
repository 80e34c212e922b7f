"""`nemcon report`: drafted, amended, adopted, issued and forwarded."""

from __future__ import annotations

import click

from cli.desk import Step, at_the_desk, on_day, taken
from cli.find import bases, find
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.report import adopt_report, amend_report, draft_report, forward_report, issue_report


@click.group()
def report() -> None:
    """The report of the meeting, which becomes the only memory.

    Example: nemcon report adopt
    """


@report.command()
@click.argument("symbol")
@click.option("--prepared-by", default="the Secretariat", show_default=True, metavar="WHO", help="Who prepared it.")
@act_options
@pass_room
def draft(room: Room, symbol: str, prepared_by: str, said: Said) -> None:
    """Record the draft report, by its symbol or, where it has none, a key such as @draft-report.

    Example: nemcon report draft CTOC/COP/WG.7/2020/L.1 --at 2020-09-09
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(draft_report, lambda _: {"symbol": symbol, "prepared_by": prepared_by}))


@report.command()
@click.argument("paragraph")
@click.argument("text")
@act_options
@pass_room
def amend(room: Room, paragraph: str, text: str, said: Said) -> None:
    """Amend a paragraph of the draft orally.

    Example: nemcon report amend 12 "Several speakers stressed ..." --at 2020-09-09T16:40
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(amend_report, lambda _: {"paragraph": paragraph, "text": text}))


@report.command()
@act_options
@pass_room
def adopt(room: Room, said: Said) -> None:
    """Adopt the report, with the oral amendments made.

    Example: nemcon report adopt --at 2020-09-09T17:30
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(adopt_report, lambda _: {"taken": taken(said)}))


@report.command()
@click.argument("symbol")
@click.option("--issued", required=True, metavar="DATE", help="The date it bears.")
@act_options
@pass_room
def issue(room: Room, symbol: str, issued: str, said: Said) -> None:
    """Issue the adopted report under its symbol.

    Example: nemcon report issue CTOC/COP/WG.7/2020/4 --issued 2020-09-17
    """
    with at_the_desk(room, on_day(said, issued)) as desk:
        desk.in_meeting(Step(issue_report, lambda _: {"symbol": symbol, "issued": day_typed(issued)}))


@report.command()
@click.option("--to", required=True, metavar="BODY", help="The body it is forwarded to.")
@click.option("--pursuant-to", multiple=True, metavar="REF", help="The resolution that asks for it; may be repeated.")
@act_options
@pass_room
def forward(room: Room, to: str, pursuant_to: tuple[str, ...], said: Said) -> None:
    """Forward the report, with the recommendations agreed, to another body.

    Example: nemcon report forward --to UNTOC-COP --pursuant-to "UNTOC-COP 7/1" --at 2020-09-17
    """
    with at_the_desk(room, said) as desk:
        connection = desk.under_way.connection
        fields = {"to": find(connection, "body", to).key, "pursuant_to": bases(connection, pursuant_to)}
        desk.in_meeting(Step(forward_report, lambda _: fields))
