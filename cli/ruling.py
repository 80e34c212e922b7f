"""`nemcon ruling` and `reconsider`: points of order, appeals, and decisions taken up again."""

from __future__ import annotations

import click

from cli.desk import Desk, Step, at_the_desk, taken
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.rulings import appeal_ruling, give_ruling, reconsider


@click.group()
def ruling() -> None:
    """Rulings of whoever presides, and appeals against them.

    Example: nemcon ruling give "The motion is in order" --by-rule 45 --from "Delegation A"
    """


@ruling.command()
@click.argument("text")
@click.option("--by-rule", metavar="RULE", help="The rule it was given under.")
@act_options
@pass_room
def give(room: Room, text: str, by_rule: str | None, said: Said) -> None:
    """Record a ruling; whose point of order it was, by --from.

    Example: nemcon ruling give "The motion is in order" --by-rule 45 --from "Delegation A" --at 2020-09-08T11:20
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(give_ruling, lambda _: {"text": text, "by_rule": by_rule}))


@ruling.command()
@click.argument("entry", type=click.IntRange(1), required=False)
@click.option("--overruled", is_flag=True, help="The appeal succeeded; else the ruling stood.")
@act_options
@pass_room
def appeal(room: Room, entry: int | None, overruled: bool, said: Said) -> None:
    """Record an appeal against the last ruling, or that of an entry. The tally is for and against the appeal.

    Example: nemcon ruling appeal --from "Delegation B" --tally 20-45-3 --at 2020-09-08T11:25
    """
    with at_the_desk(room, said) as desk:
        place = None if entry is None else desk.place_of(entry)
        fields = {"ruling": place, "overruled": overruled, "taken": taken(said)}
        desk.in_meeting(Step(appeal_ruling, lambda _: fields))


@click.command("reconsider")
@click.argument("ref")
@click.option("--rejected", is_flag=True, help="The body decided not to reconsider it.")
@act_options
@pass_room
def reconsider_(room: Room, ref: str, rejected: bool, said: Said) -> None:
    """Record whether the body decided to reconsider. A decision is named by its entry, a proposal by its symbol.

    Example: nemcon reconsider 31 --tally 60-20-5 --at 2020-09-09T11:00
    """
    with at_the_desk(room, said) as desk:
        fields = {**_meant(desk, ref), "agreed": not rejected, "taken": taken(said)}
        desk.in_meeting(Step(reconsider, lambda _: fields))


def _meant(desk: Desk, ref: str) -> dict[str, object]:
    entry = ref.removeprefix("#")
    return {"decision": desk.place_of(int(entry))} if entry.isdecimal() else {"subject": ref}
