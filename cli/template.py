"""`nemcon template copy` and `check`: the templates of papers, to be changed without programming."""

from __future__ import annotations

from pathlib import Path

import click

from cli.errors import Refused
from cli.files import write
from projections.words import listed

folder_argument = click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
templates_option = click.option(
    "--templates",
    envvar="NEMCON_TEMPLATES",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of templates of your own. Also NEMCON_TEMPLATES.",
)


@click.group()
def template() -> None:
    """Templates of papers, to be changed without programming.

    Example: nemcon template copy templates
    """


@template.command()
@folder_argument
def copy(folder: Path) -> None:
    """Copy the templates into a folder. HTML and its CSS, the PDF, the styles of Word.

    Example: nemcon template copy templates
    """
    from projections.papers.own import NAMES, copies

    there = [name for name in NAMES if (folder / name).exists()]
    if there:
        raise Refused(f"{folder} has {listed(there)} already. Nothing was copied.", "Name another folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{folder} was not made: {error.strerror}.", "Name another folder.") from error
    for name, data in copies().items():
        write(folder / name, data)
    click.echo(f"{listed(NAMES)} were copied to {folder}. Once they are changed: nemcon template check {folder}")


@template.command()
@folder_argument
def check(folder: Path) -> None:
    """Set a sample by each template of a folder. One that fails is refused by its name and line.

    Example: nemcon template check templates
    """
    from projections.papers.own import checks
    from projections.papers.unset import NotSet

    found = [*checks(folder)]
    if not found:
        raise Refused(f"{folder} has no template.", "Copy ours there, then change them: nemcon template copy DIR")
    for name, sample in found:
        try:
            sample()
        except NotSet as error:
            raise Refused(f"{error}.", error.next_step) from error
        click.echo(f"{name}: a sample was set by it.")
