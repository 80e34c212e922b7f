"""`nemcon decision` and `recommendation`: what the body decided without a text of its own."""

from __future__ import annotations

from pathlib import Path

import click

from cli.desk import Step, at_the_desk, taken
from cli.files import text_of
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.typed import must_be_words
from domain.decisions import agree_recommendation, number_decision, take_decision


@click.group()
def decision() -> None:
    """Decisions without a text of their own, numbered at once or later.

    Example: nemcon decision take "approved the programme of work, as amended" --item 2
    """


@decision.command()
@click.argument("text")
@click.option("--item", metavar="N", help="The item under which it was taken.")
@act_options
@pass_room
def take(room: Room, text: str, item: str | None, said: Said) -> None:
    """Record a decision in the body's own words.

    Example: nemcon decision take "approved the programme of work, as amended" --item 2 --decision 1
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(
            Step(
                take_decision,
                lambda meeting: {
                    "text": text,
                    "item": None if item is None else meeting.agenda.find(item),
                    "taken": taken(said),
                },
            )
        )


@decision.command()
@click.argument("number")
@click.argument("entry", type=click.IntRange(1))
@act_options
@pass_room
def number(room: Room, number: str, entry: int, said: Said) -> None:
    """Give a decision its number, at once or days later.

    Example: nemcon decision number 77/505 31 --at 2020-09-14
    """
    with at_the_desk(room, said) as desk:
        place = desk.place_of(entry)
        desk.in_meeting(Step(number_decision, lambda _: {"decision": place, "number": number}))


@click.group()
def recommendation() -> None:
    """Recommendations, which are forwarded with the report.

    Example: nemcon recommendation agree "States should share good practices" --item 2
    """


@recommendation.command()
@click.argument("text")
@click.option("--item", metavar="N", help="The item under which it was agreed.")
@act_options
@pass_room
def agree(room: Room, text: str, item: str | None, said: Said) -> None:
    """Record a recommendation: its text, or the name of a file that holds it.

    Example: nemcon recommendation agree recommendation-1.txt --item 2
    """
    words = text_of(Path(text)) if _is_file(text) else text
    must_be_words("TEXT", words)
    with at_the_desk(room, said) as desk:
        desk.in_meeting(
            Step(
                agree_recommendation,
                lambda meeting: {
                    "text": words,
                    "item": None if item is None else meeting.agenda.find(item),
                    "taken": taken(said),
                },
            )
        )


def _is_file(text: str) -> bool:
    return len(text) < 256 and "\n" not in text and Path(text).is_file()  # noqa: PLR2004 - longer than any file name
