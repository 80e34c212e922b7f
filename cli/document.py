"""`nemcon document`: the documents listed under the items."""

from __future__ import annotations

import click

from cli.desk import title
from cli.listed import on_item
from cli.options import Said, act_options
from cli.room import Room, pass_room
from domain.documents import foresee_no_document, list_document


@click.group()
def document() -> None:
    """The documents under an item.

    Example: nemcon document none 4 --at 2020-06-04
    """


@document.command("list")
@click.argument("number")
@click.argument("symbol")
@click.argument("words", metavar="TITLE")
@click.option("--prepared-by", metavar="WHO", help="Who prepared it.")
@act_options
@pass_room
def list_(room: Room, number: str, symbol: str, words: str, prepared_by: str | None, said: Said) -> None:
    """List a document under an item.

    Example: nemcon document list 2 CTOC/COP/WG.7/2020/2 "Background paper" --prepared-by Secretariat --at 2020-06-04
    """
    on_item(room, said, list_document, number, symbol=symbol, title=title(words), prepared_by=prepared_by)


@document.command()
@click.argument("number")
@act_options
@pass_room
def none(room: Room, number: str, said: Said) -> None:
    """Record that no documentation is foreseen under an item.

    Example: nemcon document none 4 --at 2020-06-04
    """
    on_item(room, said, foresee_no_document, number)
