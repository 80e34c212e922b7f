"""`nemcon status`, `print` and `concordance`: what the record says, on the screen or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from cli.errors import Refused
from cli.files import write
from cli.options import View, meeting_option, view_options
from cli.page import shown
from cli.printed import as_text, made, numbers, pairs_of
from cli.room import Room, moment_of, pass_room
from cli.standing import json_status, text_status
from cli.template import templates_option
from domain.papers import PaperForm, PaperName
from projections.agenda import Edition
from projections.papers import comparison
from projections.papers.layout import as_text as set_
from projections.papers.press import BINARY


@click.command()
@meeting_option
@view_options
@pass_room
def status(room: Room, meeting: str | None, view: View) -> None:
    """The room on one screen: meeting, sitting, who presides, items open, amendments pending, silence due.

    Example: nemcon status
    """
    with room.reading(view) as connection:
        told = (json_status if view.as_json else text_status)(room, connection, meeting, moment_of(view, room.now()))
    click.echo(told)


formats = click.option(
    "--format",
    "form",
    type=click.Choice(get_args(PaperForm)),
    default="text",
    show_default=True,
    help="The form.",
)


paper_argument = click.argument("paper", type=click.Choice(get_args(PaperName)))


@click.command("print")
@paper_argument
@meeting_option
@formats
@click.option("--annotated", is_flag=True, help="The provisional agenda with its annotations and documents.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else the screen.")
@templates_option
@view_options
@pass_room
def print_paper(
    room: Room,
    paper: str,
    meeting: str | None,
    form: str,
    annotated: bool,
    output: Path | None,
    templates: Path | None,
    view: View,
) -> None:
    """Print a paper of the meeting: the agenda as adopted, the provisional one, the two compared ...

    Example: nemcon print agenda --format markdown -o agenda.md
    """
    if output is None and form in BINARY and not view.as_json:
        raise Refused(f"A paper as {form} is no text: the screen cannot show it.", "Name a file: -o FILE")
    form = "json" if view.as_json else form
    told = made(room, paper, meeting, form, view, annotated=annotated, templates=templates)
    if output is None:
        click.echo(told.decode(), nl=False)
    else:
        write(output, told)


@click.command()
@meeting_option
@view_options
@pass_room
def concordance(room: Room, meeting: str | None, view: View) -> None:
    """Which number of the provisional agenda became which number of the one adopted.

    Example: nemcon concordance
    """
    with shown(room, meeting, view, Edition.PROVISIONAL) as page:
        pairs = pairs_of(page)
        told = as_text(numbers(pairs)) if view.as_json else set_(comparison.concordance_blocks(page.meeting, pairs))
    click.echo(told.rstrip())
