"""`nemcon item take-up`, `conclude` and the rest: how the body considers its items, or puts that off."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cli.desk import Step, at_the_desk, taken
from cli.listed import on_item
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.allocation import PLENARY, allocate_item
from domain.considering import conclude_item, suspend_item, take_up
from domain.deferring import defer_item
from domain.items import hold_item, reopen_item
from domain.values import Taken, normal

if TYPE_CHECKING:
    from domain.meeting import Meeting

_RANGE = re.compile(r"(\d{1,4})-(\d{1,4})")


@click.command()
@click.argument("number")
@click.option("--to", default="next", show_default=True, metavar="next|KEY", help="The meeting it is deferred to.")
@click.option("--documents", multiple=True, metavar="S", help="Only this document under it; may be repeated.")
@click.option("--decision-only", is_flag=True, help="Only the decision on it.")
@click.option("--include", is_flag=True, help="And include it in the provisional agenda of that meeting.")
@act_options
@pass_room
def defer(
    room: Room, number: str, to: str, documents: tuple[str, ...], decision_only: bool, include: bool, said: Said
) -> None:
    """Defer the consideration of an item. Or only of papers under it, or only the decision on it.

    Example: nemcon item defer 4 --to next --at 2020-09-09T15:30
    """
    papers = tuple(normal(symbol) for symbol in documents)
    part = {"documents": papers, "decision_only": decision_only, "include": include}
    on_item(room, said, defer_item, number, to=_key_typed(to), **part, taken=taken(said))


def _key_typed(to: str) -> str:
    """The key of a meeting is in lower case; a part of a session that has no key stays as it was typed."""
    return to.lower() if len(to.split()) == 1 else normal(to)


@click.command()
@click.argument("number")
@act_options
@pass_room
def hold(room: Room, number: str, said: Said) -> None:
    """Hold an item in abeyance. It stays on the agenda and is not considered until it is taken up or reopened.

    Example: nemcon item hold 4 --at 2020-09-08T10:30
    """
    on_item(room, said, hold_item, number, taken=taken(said))


@click.command("take-up")
@click.argument("numbers", nargs=-1, required=True)
@act_options
@pass_room
def take_up_(room: Room, numbers: tuple[str, ...], said: Said) -> None:
    """Take up an item; several at once are taken up jointly.

    Example: nemcon item take-up 2 3
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(
            Step(take_up, lambda meeting: {"items": tuple(meeting.agenda.find(one) for one in spread(numbers))})
        )


def spread(words: tuple[str, ...]) -> list[str]:
    """The numbers typed, with ranges such as 4-6 spread out."""
    numbers: list[str] = []
    for word in words:
        found = _RANGE.fullmatch(word)
        numbers.extend(map(str, range(int(found[1]), int(found[2]) + 1)) if found else [word])
    return list(dict.fromkeys(numbers))


@click.command()
@click.argument("number")
@act_options
@pass_room
def suspend(room: Room, number: str, said: Said) -> None:
    """Suspend the consideration of an item.

    Example: nemcon item suspend 2
    """
    on_item(room, said, suspend_item, number)


@click.command()
@click.argument("number")
@click.option("--this-stage", is_flag=True, help="This stage of the consideration only.")
@act_options
@pass_room
def conclude(room: Room, number: str, this_stage: bool, said: Said) -> None:
    """Conclude the consideration of an item.

    Example: nemcon item conclude 2
    """
    on_item(room, said, conclude_item, number, this_stage=this_stage)


@click.command()
@click.argument("number")
@click.option("--in-plenary", is_flag=True, help="And consider it directly in plenary meeting.")
@click.option("--on", "papers", multiple=True, metavar="SYMBOL", help="The paper it is reopened for; may be repeated.")
@act_options
@pass_room
def reopen(room: Room, number: str, in_plenary: bool, papers: tuple[str, ...], said: Said) -> None:
    """Reopen the consideration of an item. It was concluded, deferred or held in abeyance.

    Example: nemcon item reopen 2 --in-plenary --on A/76/L.40
    """
    decided = taken(said)
    with at_the_desk(room, said) as desk:
        _natural, meeting = desk.meeting()
        steps = [Step(reopen_item, lambda then: {"item": then.agenda.find(number), "papers": papers, "taken": decided})]
        if in_plenary and not _with_the_plenary(meeting, number):
            steps.append(Step(allocate_item, lambda then: _directly(then.agenda.find(number), decided)))
        desk.in_meeting(*steps)


def _with_the_plenary(meeting: Meeting, number: str) -> bool:
    """Whether the item is with the plenary alone: it can only be sent where it is not."""
    return meeting.allocations.to.get(meeting.agenda.find(number)) == (PLENARY,)


def _directly(item: str, decided: Taken) -> dict[str, object]:
    """The other fact of the same decision, whose number the first one takes."""
    return {"item": item, "to": PLENARY, "directly": True, "taken": replace(decided, number=None, also=False)}
