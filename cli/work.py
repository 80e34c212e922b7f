"""`nemcon work`: the organization of work, apart from the agenda."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.desk import Step, at_the_desk, taken
from cli.errors import Refused
from cli.files import text_of
from cli.find import bases
from cli.options import Said, View, act_options, meeting_option, view_options
from cli.page import shown
from cli.room import Room, pass_room
from cli.when import clock_typed, day_typed
from domain.timetable import Slot, adopt_work, propose_work, revise_work
from projections.agenda import Edition
from projections.papers import work as paper
from projections.timetable import slots as planned

if TYPE_CHECKING:
    from domain.meeting import Meeting

_LINE = re.compile(r"(\d{4}-\d{2}-\d{2})\s+(\d{1,2}[:.]\d{2})\s*[-–]\s*(\d{1,2}[:.]\d{2})\s+(\S.*)")

Plan = list[tuple[date, time, time, list[str]]]


@click.group()
def work() -> None:
    """The organization of work. Which items are planned for which sitting.

    Example: nemcon work show
    """


def plan_of(file: Path) -> Plan:
    """The sittings of a file, one a line: `2020-09-08 10:00-13:00 1a 1b 2`. Lines that begin with # are comments."""
    plan: Plan = []
    for number, line in enumerate(text_of(file).splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if not found:
            raise Refused(
                f"Line {number} of {file.name} is not a sitting: {line.strip()[:60]!r}.",
                "Write: YYYY-MM-DD 10:00-13:00 1a 1b 2",
            )
        items = [word for word in re.split(r"[,\s]+", found[4]) if word]
        plan.append((day_typed(found[1]), clock_typed(found[2]), clock_typed(found[3]), items))
    return plan


def slots_of(plan: Plan) -> Callable[[Meeting], tuple[Slot, ...]]:
    """The slots of a plan, its numbers found in the agenda in force."""
    return lambda meeting: tuple(
        Slot(day=day, start=start, end=end, items=tuple(meeting.agenda.find(one) for one in items))
        for day, start, end, items in plan
    )


_FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@work.command()
@_FILE
@click.option("--pursuant-to", multiple=True, metavar="REF", help="What it rests on; may be repeated.")
@act_options
@pass_room
def propose(room: Room, file: Path, pursuant_to: tuple[str, ...], said: Said) -> None:
    """Propose an organization of work: a file with one sitting a line.

    Example: nemcon work propose work.txt --at 2020-06-04
    """
    find_slots = slots_of(plan_of(file))
    with at_the_desk(room, said) as desk:
        resting = bases(desk.under_way.connection, pursuant_to)
        desk.in_meeting(Step(propose_work, lambda meeting: {"slots": find_slots(meeting), "pursuant_to": resting}))


@work.command()
@act_options
@pass_room
def adopt(room: Room, said: Said) -> None:
    """Adopt the organization of work as it stands.

    Example: nemcon work adopt --at 2020-09-08T10:25
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(adopt_work, lambda _: {"taken": taken(said)}))


@work.command()
@_FILE
@act_options
@pass_room
def revise(room: Room, file: Path, said: Said) -> None:
    """Put other sittings in the place of those planned. The agenda stays as it is.

    Example: nemcon work revise hybrid.txt --at 2020-09-08T10:25
    """
    find_slots = slots_of(plan_of(file))
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(revise_work, lambda meeting: {"slots": find_slots(meeting), "taken": taken(said)}))


@work.command()
@meeting_option
@view_options
@pass_room
def show(room: Room, meeting: str | None, view: View) -> None:
    """Show the organization of work as it stands.

    Example: nemcon work show
    """
    with shown(room, meeting, view, Edition.CURRENT) as page:
        found = planned(page.connection, page.meeting.stream)
        if not found:
            raise view.refused_without("No organization of work", "proposed", "Propose one: nemcon work propose FILE")
        if view.as_json:
            click.echo(
                json.dumps(
                    paper.as_json(page.meeting, found, page.agenda, lang=view.lang), ensure_ascii=False, indent=2
                )
            )
        else:
            click.echo(paper.text(page.meeting, found, page.agenda, why=view.why, lang=view.lang).rstrip())
