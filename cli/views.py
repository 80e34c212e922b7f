"""`nemcon status`, `print` and `concordance`: what the record says, on the screen or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from cli.errors import Refused
from cli.files import write
from cli.find import meeting_meant
from cli.options import View, meeting_option, view_options
from cli.page import shown
from cli.printed import MAKERS, OF_A_MEETING, as_text, concorded, made, numbers, pairs_of
from cli.room import Room, moment_of, pass_room
from cli.standing import json_status, text_status
from cli.template import templates_option
from domain.papers import PaperForm, PaperName
from projections import confirmations
from projections.agenda import Edition
from projections.papers.layout import as_text as set_
from projections.papers.press import BINARY
from projections.words import listed


@click.command()
@meeting_option
@view_options
@pass_room
def status(room: Room, meeting: str | None, view: View) -> None:
    """The room on one screen. Meeting, sitting, who presides, items open, amendments pending, silence due.

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


what_argument = click.argument("what", required=False)


@click.command("print")
@click.argument("paper", type=click.Choice([*get_args(PaperName), "certificate"]))
@what_argument
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
    what: str | None,
    meeting: str | None,
    form: str,
    annotated: bool,
    output: Path | None,
    templates: Path | None,
    view: View,
) -> None:
    """Print a paper of the meeting. The agenda, the report, the journal of a day, and others.

    WHAT is that of which it is, where that is no meeting: a silence procedure, a resolution, the entry of an issue.

    Example: nemcon print agenda --format markdown -o agenda.md
    """
    if output is None and form in BINARY and not view.as_json:
        raise Refused(f"A paper as {form} is no text: the screen cannot show it.", f"Name a file: -o {paper}.{form}")
    form = "json" if view.as_json else form
    told = made(room, paper, meeting, form, view, annotated=annotated, what=what, templates=templates)
    if paper not in MAKERS or paper in OF_A_MEETING:
        _say_what_waits(room, meeting)
    if output is None:
        click.echo(told.decode(), nl=False)
    else:
        write(output, told)


def _say_what_waits(room: Room, meeting: str | None) -> None:
    """Beside the paper, that a second person has not confirmed all it rests on. The paper is the body's own."""
    with room.reading() as connection:
        waiting = confirmations.unconfirmed(connection, meeting_meant(connection, meeting).stream)
    if waiting:
        entries = f"{'entry' if len(waiting) == 1 else 'entries'} {listed(map(str, waiting))}"
        click.echo(f"Note: No second person has confirmed {entries} yet: nemcon history --unconfirmed", err=True)


@click.command()
@meeting_option
@view_options
@pass_room
def concordance(room: Room, meeting: str | None, view: View) -> None:
    """Which number became which. From the provisional agenda to the one adopted.

    Example: nemcon concordance
    """
    with shown(room, meeting, view, Edition.PROVISIONAL) as page:
        told = as_text(numbers(pairs_of(page))) if view.as_json else set_(concorded(page), view.lang)
    click.echo(told.rstrip())
