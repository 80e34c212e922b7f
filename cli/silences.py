"""`nemcon silence list`, `show`, `due`: the register, one procedure, and what is due."""

from __future__ import annotations

import json

import click

from cli.errors import Refused
from cli.find import find
from cli.options import View, view_options
from cli.room import Room, moment_of, pass_room
from domain.values import zone_named
from projections import silence as register
from projections.papers import calendar
from projections.papers import silence as paper


@click.command("list")
@click.option("--check", is_flag=True, help="Only what is not in order: a short period, a lapsed basis, a dispute.")
@view_options
@pass_room
def list_(room: Room, view: View, *, check: bool) -> None:
    """The register of silence procedures.

    Example: nemcon silence list
    """
    with room.reading(view) as connection:
        lines = register.silences(connection, moment_of(view, room.now()))
    if check:
        lines = [line for line in lines if register.faults(line)]
    if check and not view.as_json:
        click.echo(paper.findings(lines).rstrip())
    else:
        _show(lines, view)


@click.command()
@click.argument("key")
@view_options
@pass_room
def show(room: Room, key: str, view: View) -> None:
    """One silence procedure.

    Example: nemcon silence show topics-2020
    """
    with room.reading(view) as connection:
        found = find(connection, "silence", key)
        lines = register.silences(connection, moment_of(view, room.now()))
        _show([one for one in lines if f"{one.body} {one.key}" == found.key], view)


@click.command()
@click.option("--zone", default="UTC", show_default=True, metavar="ZONE", help="The reader's clock.")
@click.option("--ics", is_flag=True, help="As a calendar feed (iCalendar).")
@view_options
@pass_room
def due(room: Room, zone: str, view: View, *, ics: bool) -> None:
    """The silences that are running, soonest first. On the clock of the letter and on the reader's.

    Example: nemcon silence due --zone America/New_York
    """
    _must_be_a_zone(zone)
    with room.reading(view) as connection:
        lines = register.silences(connection, moment_of(view, room.now()))
    if ics:
        click.echo(calendar.feed(lines, room.now()).encode(), nl=False)  # as bytes: no system changes its CR LF
    elif view.as_json:
        _show([line for _, line in register.due(lines)], view)
    else:
        click.echo(paper.calls(lines, moment_of(view, room.now()), zone).rstrip())


def _must_be_a_zone(zone: str) -> None:
    try:
        zone_named(zone)
    except ValueError as error:
        raise Refused(f"There is no time zone {zone!r}.", "Use an IANA name, such as Europe/Vienna.") from error


def _show(lines: list[register.SilenceLine], view: View) -> None:
    if view.as_json:
        click.echo(json.dumps(register.as_json(lines), ensure_ascii=False, indent=2))
    else:
        click.echo(paper.register(lines, why=view.why).rstrip())


COMMANDS = (list_, show, due)
