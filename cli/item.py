"""`nemcon item`: what the body does with its list of items. Their consideration: `cli.consideration`."""

from __future__ import annotations

import click

from cli.consideration import conclude, defer, hold, reopen, suspend, take_up_
from cli.desk import Step, at_the_desk, taken, title
from cli.find import bases
from cli.listed import found, on_item
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.splitting import allocate, merge, split
from domain.amending import (
    add_item,
    delete_item,
    drop_pending,
    footnote_item,
    move_item,
    retitle_item,
    withdraw_item,
)


@click.group()
def item() -> None:
    """Items, in the list and in the room. Added, deleted, moved; taken up, concluded, deferred, held, reopened.

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
    """Record that a pending oral amendment was not accepted. It is named by its entry.

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
    """Record that the proposer of an item withdrew it. --from names the proposer.

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


@item.command("carry-over")
@click.argument("number")
@click.argument("earlier", metavar="KEY#N")
@act_options
@pass_room
def carry_over(room: Room, number: str, earlier: str, said: Said) -> None:
    """Record that an item continues one of an earlier meeting. For where its title alone did not tell.

    Example: nemcon item carry-over 4 wg6#3 --at 2020-06-05
    """
    from cli.earlier import predecessor
    from domain.continuing import carry_over_item

    with at_the_desk(room, said) as desk:
        before = predecessor(desk.under_way.connection, earlier)
        desk.in_meeting(Step(carry_over_item, lambda then: {"item": then.agenda.find(number), "predecessor": before}))


for command in (allocate, conclude, defer, hold, merge, reopen, split, suspend, take_up_):
    item.add_command(command)
