"""`nemcon item`: what the body does with its items."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cli.desk import Step, at_the_desk, taken, title
from cli.find import bases
from cli.listed import found, on_item
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.splitting import allocate, merge, split
from domain.allocation import PLENARY, allocate_item
from domain.amending import (
    add_item,
    delete_item,
    drop_pending,
    footnote_item,
    move_item,
    retitle_item,
    withdraw_item,
)
from domain.considering import conclude_item, suspend_item, take_up
from domain.deferring import defer_item
from domain.items import hold_item, reopen_item
from domain.values import Taken, normal

if TYPE_CHECKING:
    from domain.meeting import Meeting

_RANGE = re.compile(r"(\d{1,4})-(\d{1,4})")


@click.group()
def item() -> None:
    """Items: added, deleted, withdrawn, retitled, moved; taken up, suspended, concluded, deferred, held, reopened.

    Before the adoption of the agenda, additions, deletions, titles and moves are pending oral amendments.

    Example: nemcon item take-up 2
    """


@item.command()
@click.argument("words", metavar="TITLE")
@click.option("--under", metavar="N", help="As the last sub-item of an item.")
@click.option("--after", metavar="N", help="Just after an item. Default: last.")
@click.option("--pursuant-to", multiple=True, metavar="REF", help="What it rests on; may be repeated.")
@click.option("--urgent", is_flag=True, help="Of an important and urgent character.")
@click.option("--no-consideration", is_flag=True, help="On the understanding that it is not considered.")
@act_options
@pass_room
def add(
    room: Room,
    words: str,
    under: str | None,
    after: str | None,
    pursuant_to: tuple[str, ...],
    urgent: bool,
    no_consideration: bool,
    said: Said,
) -> None:
    """Add an item to the agenda.

    Example: nemcon item add "Election of officers" --under 1 --at 2020-09-08T10:15
    """
    _one_place(under, after)
    with at_the_desk(room, said) as desk:
        resting = bases(desk.under_way.connection, pursuant_to)
        desk.in_meeting(
            Step(
                add_item,
                lambda meeting: {
                    "title": title(words),
                    "under": found(meeting, under),
                    "after": found(meeting, after),
                    "pursuant_to": resting,
                    "taken": taken(said),
                    "urgent": urgent,
                    "no_consideration": no_consideration,
                },
            )
        )


def _one_place(under: str | None, after: str | None) -> None:
    if under is not None and after is not None:
        raise click.UsageError(
            "--under and --after name two places: an item just after another stands where that one does."
        )


@item.command("drop-pending")
@click.argument("entry", type=click.IntRange(1))
@act_options
@pass_room
def drop(room: Room, entry: int, said: Said) -> None:
    """Record that a pending oral amendment was not accepted; it is named by its entry.

    Example: nemcon item drop-pending 18 --at 2020-09-08T10:20
    """
    with at_the_desk(room, said) as desk:
        place = desk.place_of(entry)
        desk.in_meeting(Step(drop_pending, lambda _: {"amendment": place}))


@item.command()
@click.argument("number")
@act_options
@pass_room
def delete(room: Room, number: str, said: Said) -> None:
    """Delete an item from the agenda.

    Example: nemcon item delete 4 --at 2020-09-08T10:20
    """
    on_item(room, said, delete_item, number, taken=taken(said))


@item.command()
@click.argument("number")
@act_options
@pass_room
def withdraw(room: Room, number: str, said: Said) -> None:
    """Record that the proposer of an item withdrew it; --from names the proposer.

    Example: nemcon item withdraw 4 --from "the Bureau" --at 2020-09-08T10:20
    """
    on_item(room, said, withdraw_item, number)


@item.command()
@click.argument("number")
@click.argument("text")
@act_options
@pass_room
def footnote(room: Room, number: str, text: str, said: Said) -> None:
    """Add a footnote to an item, which fixes what it means.

    Example: nemcon item footnote 4 "Limited to matters of procedure." --at 2020-09-08T10:20
    """
    on_item(room, said, footnote_item, number, text=text, taken=taken(said))


@item.command()
@click.argument("number")
@click.argument("words", metavar="TITLE")
@act_options
@pass_room
def retitle(room: Room, number: str, words: str, said: Said) -> None:
    """Give an item another title.

    Example: nemcon item retitle 4 "Other business" --at 2020-09-08T10:20
    """
    on_item(room, said, retitle_item, number, title=title(words), taken=taken(said))


@item.command()
@click.argument("number")
@click.option("--under", metavar="N", help="Make it the last sub-item of an item.")
@click.option("--after", metavar="N", help="Put it just after an item.")
@act_options
@pass_room
def move(room: Room, number: str, under: str | None, after: str | None, said: Said) -> None:
    """Put an item in another place. Once the agenda is adopted it keeps its number.

    Example: nemcon item move 3 --after 1 --at 2020-09-08T10:20
    """
    _one_place(under, after)
    with at_the_desk(room, said) as desk:
        desk.in_meeting(
            Step(
                move_item,
                lambda meeting: {
                    "item": meeting.agenda.find(number),
                    "under": found(meeting, under),
                    "after": found(meeting, after),
                    "taken": taken(said),
                },
            )
        )


@item.command()
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
    """Defer the consideration of an item, only of papers under it, or only the decision on it.

    Example: nemcon item defer 4 --to next --at 2020-09-09T15:30
    """
    papers = tuple(normal(symbol) for symbol in documents)
    part = {"documents": papers, "decision_only": decision_only, "include": include}
    on_item(room, said, defer_item, number, to=_key_typed(to), **part, taken=taken(said))


def _key_typed(to: str) -> str:
    """The key of a meeting is in lower case; a part of a session that has no key stays as it was typed."""
    return to.lower() if len(to.split()) == 1 else normal(to)


@item.command()
@click.argument("number")
@act_options
@pass_room
def hold(room: Room, number: str, said: Said) -> None:
    """Hold an item in abeyance: it stays on the agenda and is not considered until it is taken up or reopened.

    Example: nemcon item hold 4 --at 2020-09-08T10:30
    """
    on_item(room, said, hold_item, number, taken=taken(said))


@item.command("take-up")
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


@item.command()
@click.argument("number")
@act_options
@pass_room
def suspend(room: Room, number: str, said: Said) -> None:
    """Suspend the consideration of an item.

    Example: nemcon item suspend 2
    """
    on_item(room, said, suspend_item, number)


@item.command()
@click.argument("number")
@click.option("--this-stage", is_flag=True, help="This stage of the consideration only.")
@act_options
@pass_room
def conclude(room: Room, number: str, this_stage: bool, said: Said) -> None:
    """Conclude the consideration of an item.

    Example: nemcon item conclude 2
    """
    on_item(room, said, conclude_item, number, this_stage=this_stage)


@item.command()
@click.argument("number")
@click.option("--in-plenary", is_flag=True, help="And consider it directly in plenary meeting.")
@click.option("--on", "papers", multiple=True, metavar="SYMBOL", help="The paper it is reopened for; may be repeated.")
@act_options
@pass_room
def reopen(room: Room, number: str, in_plenary: bool, papers: tuple[str, ...], said: Said) -> None:
    """Reopen the consideration of an item that was concluded, deferred or held in abeyance.

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
    return {"item": item, "to": PLENARY, "directly": True, "taken": replace(decided, number=None)}


@item.command("carry-over")
@click.argument("number")
@click.argument("earlier", metavar="KEY#N")
@act_options
@pass_room
def carry_over(room: Room, number: str, earlier: str, said: Said) -> None:
    """Record that an item continues an item of an earlier meeting, where its title alone did not tell.

    Example: nemcon item carry-over 4 wg6#3 --at 2020-06-05
    """
    from cli.earlier import predecessor
    from domain.continuing import carry_over_item

    with at_the_desk(room, said) as desk:
        before = predecessor(desk.under_way.connection, earlier)
        desk.in_meeting(Step(carry_over_item, lambda then: {"item": then.agenda.find(number), "predecessor": before}))


for command in (allocate, split, merge):
    item.add_command(command)
