"""`nemcon item split`, `merge` and `allocate`: two items of one, one of two; to whom an item goes."""

from __future__ import annotations

import click

from cli.desk import Step, at_the_desk, taken, title
from cli.listed import on_item
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.allocation import allocate_item
from domain.splitting import merge_items, split_item


@click.command()
@click.argument("number")
@click.argument("first", metavar="TITLE")
@click.argument("second", metavar="TITLE")
@act_options
@pass_room
def split(room: Room, number: str, first: str, second: str, said: Said) -> None:
    """Split an item in two. The first part keeps its number, the second is a new item after it.

    Example: nemcon item split 4 "Other business" "Dates of the next meeting" --at 2020-09-08T10:20
    """
    on_item(room, said, split_item, number, first=title(first), second=title(second), taken=taken(said))


@click.command()
@click.argument("number")
@click.argument("other", metavar="OTHER")
@click.argument("words", metavar="TITLE")
@act_options
@pass_room
def merge(room: Room, number: str, other: str, words: str, said: Said) -> None:
    """Merge another item into an item. That one keeps its number, under a title for both.

    Example: nemcon item merge 2 3 "Crises and technology" --at 2020-09-08T10:20
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(
            Step(
                merge_items,
                lambda meeting: {
                    "item": meeting.agenda.find(number),
                    "merged": meeting.agenda.find(other),
                    "title": title(words),
                    "taken": taken(said),
                },
            )
        )


@click.command()
@click.argument("number")
@click.option("--to", required=True, metavar="plenary|C3", help="The plenary, or the committee as papers call it.")
@click.option("--also", is_flag=True, help="Beside the allocation it has.")
@click.option("--directly", is_flag=True, help="The body decided to consider it directly in plenary meeting.")
@click.option("--on", "papers", multiple=True, metavar="SYMBOL", help="The paper it does so for; may be repeated.")
@act_options
@pass_room
def allocate(room: Room, number: str, to: str, also: bool, directly: bool, papers: tuple[str, ...], said: Said) -> None:
    """Allocate an item to the plenary or to a committee. It takes the place of the allocation it has.

    Example: nemcon item allocate 4 --to C3 --at 2020-09-08T10:30
    """
    on_item(room, said, allocate_item, number, to=to, also=also, directly=directly, papers=papers, taken=taken(said))
