"""`nemcon items`: the items of the agenda taken together."""

from __future__ import annotations

import json

import click

from cli.desk import Step, at_the_desk, taken
from cli.errors import Refused
from cli.options import Said, View, act_options, known_at_option, on_option
from cli.page import shown
from cli.room import Room, pass_room
from domain.remaining import note_remaining_items
from projections.agenda import Edition


@click.group()
def items() -> None:
    """The items of the agenda taken together.

    Example: nemcon items remaining
    """


@items.command()
@click.option("--record", is_flag=True, help="The body took note of them: record that.")
@on_option
@known_at_option
@act_options
@pass_room
def remaining(room: Room, record: bool, on: str | None, known_at: str | None, said: Said) -> None:
    """List the items that remain for consideration. With --record, the body took note of them, as before a recess.

    Example: nemcon items remaining --record --at 2020-09-09T12:50
    """
    if record and (on or known_at):
        raise Refused("What is recorded is as it is.", "Leave out --record, or --on and --known-at.")
    if record:
        with at_the_desk(room, said) as desk:
            desk.in_meeting(Step(note_remaining_items, lambda _: {"taken": taken(said)}))
        return
    then = View(on=on, known_at=known_at, as_json=said.as_json, why=False, restricted=False, lang=None)
    with shown(room, said.meeting, then, Edition.CURRENT, ()) as page:
        left = [item for item in page.agenda.items if item.remaining]
    told = [{"id": one.id, "number": one.number, "title": str(one.title), "status": one.status} for one in left]
    lines = [f"{one.number or '[new]'}  {one.title}" for one in left] or ["No item remains for consideration."]
    click.echo(json.dumps(told, ensure_ascii=False, indent=2) if said.as_json else "\n".join(lines))
