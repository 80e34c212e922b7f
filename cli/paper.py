"""`nemcon paper issue` and `nemcon papers`: what was printed and given out, and whether it can be made again."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from cli.desk import Step, at_the_desk
from cli.errors import Refused
from cli.files import sha256_of, write
from cli.find import meeting_meant
from cli.options import AS_IT_IS, Said, View, act_options, meeting_option, view_options
from cli.printed import as_text, made
from cli.room import Room, pass_room
from cli.template import templates_option
from cli.views import formats, paper_argument, what_argument
from cli.when import day_typed
from domain.papers import Asked, issue_paper
from projections import issued
from projections.issued import PAPER, IssuedView
from projections.papers.press import PICTURES, TEMPLATED

if TYPE_CHECKING:
    from domain.papers import PaperForm, PaperName


@click.group()
def paper() -> None:
    """Papers printed from the record and given out.

    Example: nemcon paper issue agenda -o agenda.txt
    """


@paper.command()
@paper_argument
@what_argument
@click.option("-o", "--output", type=click.Path(dir_okay=False), required=True, help="The file it is written to.")
@click.option(
    "--certificate", type=click.Path(dir_okay=False), metavar="FILE", help="Its certificate, in another file."
)
@formats
@click.option("--annotated", is_flag=True, help="The provisional agenda with its annotations and documents.")
@click.option("--why", is_flag=True, help="Name the entries behind each line.")
@click.option("--on", metavar="DATE", help="As it was at the end of that day.")
@click.option("--lang", metavar="CODE", help="In this language: ar, zh, en, fr, ru or es; titles where they exist.")
@templates_option
@act_options
@pass_room
def issue(
    room: Room,
    paper: str,
    what: str | None,
    output: str,
    certificate: str | None,
    form: str,
    annotated: bool,
    why: bool,
    on: str | None,
    lang: str | None,
    templates: Path | None,
    said: Said,
) -> None:
    """Print a paper into a file, and record which it was. Its hash, and the entries it was printed from.

    With --restricted, what is restricted or sealed is printed too, and the act itself is restricted.

    Example: nemcon paper issue agenda --format markdown -o agenda.md
    """
    asked = Asked(
        paper=cast("PaperName", paper),
        form=cast("PaperForm", form),
        what=what,
        language=lang,
        on=None if on is None else day_typed(on),
        annotated=annotated,
        why=why,
        restricted=bool(said.restricted),
        templates=_digest(templates if form in TEMPLATED else None),
    )
    with at_the_desk(room, said) as desk:
        again = said.id is not None and desk.under_way.knows(said.id)  # the paper given out then stays as it is
        told = _made(room, asked, said.meeting, templates=templates)
        fields = {
            "asked": asked,
            "sha256": hashlib.sha256(told).hexdigest(),
            "last": desk.under_way.size,
        }
        natural, _state = desk.meeting()
        desk.in_stream("meeting", natural, Step(issue_paper, lambda _: fields), day=desk.today())
        if not said.dry_run and not again:
            write(Path(output), told)
        entry = desk.under_way.size
    if certificate is not None and not said.dry_run and not again:
        page = "text" if form in PICTURES else form
        write(Path(certificate), made(room, "certificate", said.meeting, page, AS_IT_IS, what=str(entry)))


def _digest(templates: Path | None) -> str | None:
    if templates is None:
        return None
    from projections.papers.own import digest

    return digest(templates)


def _made(
    room: Room, asked: Asked, meeting: str | None, known_at: int | None = None, templates: Path | None = None
) -> bytes:
    """A paper as it is, or as it was printed when the last entry was `known_at`."""
    view = View(
        on=None if asked.on is None else asked.on.isoformat(),
        known_at=None if known_at is None else str(known_at),
        as_json=asked.form == "json",
        why=asked.why,
        restricted=asked.restricted,
        lang=asked.language,
    )
    return made(
        room,
        asked.paper,
        meeting,
        asked.form,
        view,
        annotated=asked.annotated,
        what=asked.what,
        templates=templates,
    )


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@meeting_option
@click.option("--check", is_flag=True, help="Make each paper again and compare its bytes.")
@templates_option
@view_options
@pass_room
def papers(room: Room, file: Path | None, meeting: str | None, check: bool, templates: Path | None, view: View) -> None:
    """Which paper printed what, when, and from which entries. With a FILE, which of them that file is.

    Example: nemcon papers --check
    """
    with room.reading() as now:
        named = meeting_meant(now, meeting)
    with room.reading(view, named.stream, [PAPER]) as connection:
        found = issued.issued(connection, named.stream)
    if file is not None:
        digest = sha256_of(file)
        found = [one for one in found if one.sha256 == digest]
        if not found:
            raise Refused(
                f"{file.name} is no paper that was issued for {named.label}.",
                "Its bytes were changed, or it was printed without being issued: nemcon papers",
            )
    same = {one.entry: _same(room, one, named.key, templates) for one in found} if check else {}
    if view.as_json:
        click.echo(as_text(issued.as_json(found, same)))
    else:
        click.echo(issued.text(found, f"Papers of {named.label}", same))


def _same(room: Room, one: IssuedView, meeting: str, templates: Path | None) -> bool | None:
    """Whether the record, as it was known then, still gives the same bytes; None where other templates set it."""
    on = one.asked["on"]
    asked = Asked(**{**one.asked, "on": None if on is None else day_typed(on)})
    if asked.templates is not None and asked.templates != _digest(templates):
        return None
    ours = None if asked.templates is None else templates
    return hashlib.sha256(_made(room, asked, meeting, one.last, ours)).hexdigest() == one.sha256
