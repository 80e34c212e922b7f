"""`nemcon statement`: reservations, explanations, dissociations, and what is said for the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.desk import Step, at_the_desk
from cli.errors import Refused
from cli.letter import silence_meant
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.attaching import attach_statement
from domain.statements import StatementKind, enter_statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.desk import Desk
    from domain.meeting import Meeting


@click.group()
def statement() -> None:
    """Statements attached to what was decided. They change nothing of it.

    Example: nemcon statement enter reservation "We cannot accept paragraph 4" --from "Delegation A" --to 31
    """


@statement.command()
@click.argument("kind", type=click.Choice([one.value for one in StatementKind]), metavar="KIND")
@click.argument("text")
@click.option("--to", "ref", metavar="REF", help="What it concerns: an entry of the meeting, or a symbol.")
@click.option("--item", metavar="N", help="The item under which it was made.")
@click.option("--before-vote", "moment", flag_value="before", help="Made before the decision.")
@click.option("--after-vote", "moment", flag_value="after", help="Made after the decision.")
@click.option("--silence", metavar="KEY", help="The silence procedure it is attached to.")
@act_options
@pass_room
def enter(
    room: Room,
    kind: str,
    text: str,
    ref: str | None,
    item: str | None,
    moment: str | None,
    silence: str | None,
    said: Said,
) -> None:
    """Enter a statement in the record. KIND is reservation, explanation-of-vote, dissociation, for-the-record ...

    Example: nemcon statement enter explanation-of-vote "We abstained" --from "Delegation A" --to 31 --after-vote
    """
    if silence is not None and (ref or item or moment):
        raise Refused("A statement on a silence procedure belongs to no meeting.", "Give --silence alone.")
    with at_the_desk(room, said) as desk:
        if silence is not None:
            natural, clock = silence_meant(desk, silence)
            fields = {"kind": StatementKind(kind), "text": text}
            desk.in_stream("silence", natural, Step(attach_statement, lambda _: fields), zone=clock)
            return
        concerned = _concerned(desk, ref)

        def told(meeting: Meeting) -> Mapping[str, Any]:
            found = None if item is None else meeting.agenda.find(item)
            return {"kind": StatementKind(kind), "text": text, "item": found, "moment": moment, **concerned}

        desk.in_meeting(Step(enter_statement, told))


def _concerned(desk: Desk, ref: str | None) -> Mapping[str, object]:
    entry = (ref or "").removeprefix("#")
    return {"on_act": desk.place_of(int(entry))} if entry.isdecimal() else {"subject": ref}
