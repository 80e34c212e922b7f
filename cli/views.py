"""`nemcon status`, `print` and `concordance`: what the record says, on the screen or in a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from cli.files import whole
from cli.find import meeting_meant
from cli.options import View, meeting_option, view_options
from cli.page import Page, shown
from cli.room import Room, moment_of, pass_room
from cli.standing import json_status, text_status
from domain.values import Distribution
from projections import confirmations, documents, history, timetable
from projections.agenda import Edition
from projections.papers import agenda as agenda_paper
from projections.papers import comparison
from projections.papers import history as history_paper
from projections.papers import work as work_paper
from projections.words import listed


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
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="The form.",
)


paper_argument = click.argument(
    "paper", type=click.Choice(["agenda", "provisional", "comparison", "work", "concordance", "history"])
)


@click.command("print")
@paper_argument
@meeting_option
@formats
@click.option("--annotated", is_flag=True, help="The provisional agenda with its annotations and documents.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else the screen.")
@view_options
@pass_room
def print_paper(
    room: Room,
    paper: str,
    meeting: str | None,
    form: str,
    annotated: bool,
    output: Path | None,
    view: View,
) -> None:
    """Print a paper of the meeting: the agenda as adopted, the provisional one, the two compared ...

    Example: nemcon print agenda --format markdown -o agenda.md
    """
    told = made(room, paper, meeting, "json" if view.as_json else form, view, annotated=annotated)
    _say_what_waits(room, meeting)
    if output is None:
        click.echo(told, nl=False)
        return
    with whole(output) as file:
        file.write(told)


def _say_what_waits(room: Room, meeting: str | None) -> None:
    """Beside the paper, that a second person has not confirmed all it rests on. The paper is the body's own."""
    with room.reading() as connection:
        waiting = confirmations.unconfirmed(connection, meeting_meant(connection, meeting).stream)
    if waiting:
        entries = f"{'entry' if len(waiting) == 1 else 'entries'} {listed(map(str, waiting))}"
        click.echo(f"Note: No second person has confirmed {entries} yet: nemcon history --unconfirmed", err=True)


def made(room: Room, paper: str, meeting: str | None, form: str, view: View, *, annotated: bool = False) -> str:
    """The whole text of a paper in a form: what is printed, byte for byte."""
    edition = {"agenda": Edition.ADOPTED, "work": Edition.CURRENT, "history": Edition.CURRENT}.get(
        paper, Edition.PROVISIONAL
    )
    with shown(room, meeting, replace(view, as_json=form == "json"), edition) as page:
        told = _PAPERS[paper](room, page, form, annotated)
    return told if told.endswith("\n") else f"{told}\n"


def _agenda(_room: Room, page: Page, form: str, _annotated: bool) -> str:
    return {"text": page.text, "markdown": page.markdown, "json": page.json}[form]()


def _provisional(_room: Room, page: Page, form: str, annotated: bool) -> str:
    if not annotated or form == "json":
        return _agenda(_room, page, form, annotated)
    stream = page.meeting.stream
    beside = (
        documents.documents(page.connection, stream),
        documents.annotations(page.connection, stream),
        documents.none_foreseen(page.connection, stream),
    )
    return agenda_paper.annotated(page.meeting, page.agenda, *beside, markdown=form == "markdown", lang=page.view.lang)


def _comparison(_room: Room, page: Page, form: str, _annotated: bool) -> str:
    found = comparison.compare(page.meeting, page.agenda, page.latest(), page.in_force())
    if form == "json":
        return as_text(comparison.as_json(found))
    return comparison.markdown(found) if form == "markdown" else comparison.text(found)


def _concordance(_room: Room, page: Page, form: str, _annotated: bool) -> str:
    pairs = comparison.concordance(page.agenda, page.in_force())
    if form == "json":
        return as_text([{"old": old, "new": new, "title": title} for old, new, title in pairs])
    made = comparison.concordance_markdown if form == "markdown" else comparison.concordance_text
    return made(page.meeting, pairs)


def _work(_room: Room, page: Page, form: str, _annotated: bool) -> str:
    found = timetable.slots(page.connection, page.meeting.stream)
    if not found:
        raise page.view.refused_without("No organization of work", "proposed", "Propose one: nemcon work propose FILE")
    if form == "json":
        return as_text(work_paper.as_json(page.meeting, found, page.agenda, lang=page.view.lang))
    made = work_paper.markdown if form == "markdown" else work_paper.text
    return made(page.meeting, found, page.agenda, why=page.view.why, lang=page.view.lang)


def _history(room: Room, page: Page, form: str, _annotated: bool) -> str:
    lines = history.history(page.connection, stream=page.meeting.stream)
    restricted = page.view.restricted
    kept = [line for line in lines if restricted or line.distribution is not Distribution.RESTRICTED]
    told = history.unsealed(kept, lambda digest: room.reveal(page.connection, digest), restricted=restricted)
    if form == "json":
        return as_text(history_paper.as_json(told))
    return history_paper.text(told, f"History of {page.meeting.key}", left_out=len(lines) - len(kept))


_PAPERS: dict[str, Callable[[Room, Page, str, bool], str]] = {
    "agenda": _agenda,
    "provisional": _provisional,
    "comparison": _comparison,
    "concordance": _concordance,
    "work": _work,
    "history": _history,
}


@click.command()
@meeting_option
@view_options
@pass_room
def concordance(room: Room, meeting: str | None, view: View) -> None:
    """Which number of the provisional agenda became which number of the one adopted.

    Example: nemcon concordance
    """
    with shown(room, meeting, view, Edition.PROVISIONAL) as page:
        click.echo(_concordance(room, page, "json" if view.as_json else "text", False).rstrip())


def as_text(value: object) -> str:
    """JSON as it is printed."""
    return json.dumps(value, ensure_ascii=False, indent=2)
