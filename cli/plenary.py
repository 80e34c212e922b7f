"""`nemcon plenary`: the sittings of a meeting, and the quorum in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cli.desk import Step, at_the_desk
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.sitting import SittingMeant, follower, sitting_typed
from cli.when import day_said
from domain.attendance import note_quorum
from domain.plenary import close_sitting, hold_sitting, open_sitting, resume_sitting, suspend_sitting

if TYPE_CHECKING:
    from domain.meeting import Meeting


@click.group()
def plenary() -> None:
    """The sittings of a meeting (its plenary meetings). They are numbered within it.

    Example: nemcon plenary open --at 2020-09-08T15:00
    """


@plenary.command("open")
@click.argument("number", type=click.IntRange(1), required=False)
@act_options
@pass_room
def open_plenary(room: Room, number: int | None, said: Said) -> None:
    """Call a sitting to order: the next one, where no number is given.

    Example: nemcon plenary open 2 --at 2020-09-08T15:00
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(open_sitting, lambda meeting: {"number": number or meeting.sittings.last + 1}))


@plenary.command()
@click.argument("which", callback=sitting_typed, metavar="NUMBER")
@act_options
@pass_room
def held(room: Room, which: SittingMeant, said: Said) -> None:
    """Register a sitting known only by its number and day. 50r is the resumed 50th.

    Example: nemcon plenary held 61 --at 2022-03-15
    """
    fields = {"number": which.number, "resumed": which.resumed}
    with at_the_desk(room, said) as desk:
        business = desk.under_way.chapter("meeting", desk.meeting()[0]).business
        following = follower(business, which, day_said(said.at))
        if said.before is None and following is not None:
            desk.said = replace(said, before=following.number)
        desk.in_meeting(Step(hold_sitting, lambda _: fields))


def _now_open(meeting: Meeting, number: int | None) -> dict[str, object]:
    return {"number": number or meeting.sittings.now or 0}


@plenary.command("close")
@click.argument("number", type=click.IntRange(1), required=False)
@act_options
@pass_room
def close_plenary(room: Room, number: int | None, said: Said) -> None:
    """Close the open sitting.

    Example: nemcon plenary close --at 2020-09-08T13:00
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(close_sitting, lambda meeting: _now_open(meeting, number)))


@plenary.command()
@click.argument("number", type=click.IntRange(1), required=False)
@act_options
@pass_room
def suspend(room: Room, number: int | None, said: Said) -> None:
    """Suspend the open sitting.

    Example: nemcon plenary suspend --at 2020-09-08T11:20
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(suspend_sitting, lambda meeting: _now_open(meeting, number)))


@plenary.command()
@click.argument("number", type=click.IntRange(1), required=False)
@act_options
@pass_room
def resume(room: Room, number: int | None, said: Said) -> None:
    """Resume the suspended sitting, under the same number. Minutes or months later.

    Example: nemcon plenary resume --at 2020-09-08T11:40
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(resume_sitting, lambda meeting: {"number": number or _suspended(meeting)}))


def _suspended(meeting: Meeting) -> int:
    """The sitting that is open, if one is, else the last of those suspended."""
    return meeting.sittings.now or (0, *meeting.sittings.waiting)[-1]


@plenary.command()
@click.option("--present", type=click.IntRange(0), required=True, metavar="N", help="How many of them are present.")
@click.option("--of", type=click.IntRange(1), metavar="N", help="How many participate. Default: the States attending.")
@click.option("--to", type=click.Choice(["debate", "decide"]), help="For what they were counted. Default: for both.")
@act_options
@pass_room
def quorum(room: Room, present: int, of: int | None, to: str | None, said: Said) -> None:
    """Note how many are present. The rules of the body say whether that is a quorum to debate and to decide.

    Example: nemcon plenary quorum --present 92 --of 150 --at 2020-09-08T10:10
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(note_quorum, lambda _: {"present": present, "of": of, "to": to}))
