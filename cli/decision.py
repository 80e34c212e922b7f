"""`nemcon decision` and `recommendation`: what the body decided without a text of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli import numbers
from cli.desk import Step, at_the_desk, taken
from cli.errors import Refused
from cli.files import text_of
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.typed import must_be_words
from cli.when import day_typed
from domain.decisions import agree_recommendation, take_decision

if TYPE_CHECKING:
    from datetime import date

    from domain.values import Taken


@click.group()
def decision() -> None:
    """Decisions without a text of their own. They are numbered at once or later.

    Example: nemcon decision take "approved the programme of work, as amended" --item 2
    """


for _command in numbers.COMMANDS:
    decision.add_command(_command)


@decision.command()
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
@click.option("--item", "items", multiple=True, metavar="N", help="The item under which it was taken; may be repeated.")
@click.option("--effect", metavar="DATE", help="The day from which it has effect, where that is another day.")
@act_options
@pass_room
def take(room: Room, texts: tuple[str, ...], items: tuple[str, ...], effect: str | None, said: Said) -> None:
    """Record a decision in the body's own words. Several texts are decisions taken en bloc, by one gavel.

    Example: nemcon decision take "approved the programme of work, as amended" --item 2 --decision 1
    """
    if len(texts) > 1 and said.decision is not None:
        raise Refused(
            f"{len(texts)} decisions cannot have one number.",
            "Leave out --decision; then number each: nemcon decision number NUMBER ENTRY",
        )
    day = None if effect is None else day_typed(effect)
    with at_the_desk(room, said) as desk:
        desk.in_meeting(*(_taking(text, items, taken(said), day, en_bloc=len(texts) > 1) for text in texts))


def _taking(text: str, items: tuple[str, ...], how: Taken, effect: date | None, *, en_bloc: bool) -> Step:
    return Step(
        take_decision,
        lambda meeting: {
            "text": text,
            "items": tuple(dict.fromkeys(meeting.agenda.find(item) for item in items)),
            "taken": how,
            "effect": effect,
            "en_bloc": en_bloc,
        },
    )


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
    """Record a recommendation. Its text, or the name of a file that holds it.

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
