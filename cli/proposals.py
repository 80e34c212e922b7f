"""`nemcon proposal list` and `show`: the register of proposals, and one of them."""

from __future__ import annotations

import json

import click

from cli.errors import Refused
from cli.find import find
from cli.options import View, of_meeting_option, view_options
from cli.room import Room, pass_room
from projections import history
from projections import proposals as register
from projections.papers import proposals as paper


@click.command("list")
@of_meeting_option
@click.option("--pending", is_flag=True, help="Only those on which no action was taken.")
@click.option("--unnumbered", is_flag=True, help="Only those that were adopted and await their number.")
@view_options
@pass_room
def list_(room: Room, meeting: str | None, view: View, *, pending: bool, unnumbered: bool) -> None:
    """The proposals before a meeting, or all. And what became of them.

    Example: nemcon proposal list --pending
    """
    with room.reading() as now:
        key = None if meeting is None else find(now, "meeting", meeting).key
    with room.reading(view) as connection:
        lines = register.proposals(connection, key, restricted=view.restricted)
    shown = [line for line in lines if view.restricted or line.distribution != "restricted"]
    hidden = len(lines) - len(shown)
    if pending:
        shown = [line for line in shown if line.status is register.ProposalStatus.PENDING]
    if unnumbered:
        shown = [line for line in shown if register.awaits_number(line)]
    if view.as_json:
        click.echo(json.dumps(register.as_json(shown), ensure_ascii=False, indent=2))
    else:
        click.echo(paper.register(shown, why=view.why, left_out=hidden).rstrip())


@click.command()
@click.argument("symbol")
@view_options
@pass_room
def show(room: Room, symbol: str, view: View) -> None:
    """One proposal, and what became of it. Any of its symbols names it.

    Example: nemcon proposal show A/76/L.40
    """
    with room.reading() as now:
        named = find(now, "proposal", symbol)
    with room.reading(view) as connection:
        line = register.proposal(connection, named.key, restricted=view.restricted)
        entries = [one.entry for one in history.history(connection, stream=named.stream) if one.struck_by is None]
    if line is None:
        raise Refused(f"{named.label} had not been submitted then.", "Choose a later --on or --known-at.")
    if line.distribution == "restricted" and not view.restricted:
        raise Refused(f"{named.label} is restricted.", "To see it all the same: --restricted")
    if view.as_json:
        click.echo(json.dumps(register.as_json([line])[0], ensure_ascii=False, indent=2))
    else:
        click.echo(paper.register([line], why=view.why, entries=entries).rstrip())


COMMANDS = (list_, show)
