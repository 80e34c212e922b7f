"""`nemcon officer`: the elected officers, and who presides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.desk import Desk, Step, at_the_desk, taken
from cli.errors import Refused
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.officers import Officer, elect_officers, take_chair

if TYPE_CHECKING:
    from domain.meeting import Meeting


@click.group()
def officer() -> None:
    """The elected officers, and who presides.

    Example: nemcon officer elect "Chair=Ms. A (Italy)" --how acclamation --at 2020-09-08T10:10
    """


@officer.command()
@click.argument("elected", nargs=-1, required=True, metavar='"OFFICE=NAME"...')
@click.option("--until", metavar="DATE", help="The end of the term, where it is not the meeting's.")
@act_options
@pass_room
def elect(room: Room, elected: tuple[str, ...], until: str | None, said: Said) -> None:
    """Elect officers, several in one decision. Names are sealed.

    Example: nemcon officer elect "Chair=Ms. A (Italy)" "Vice-Chair=Mr. B (Peru)" --at 2020-09-08T10:10
    """
    with at_the_desk(room, said) as desk:
        officers = tuple(_officer(desk, one) for one in elected)
        last = None if until is None else day_typed(until)
        fields = {"elected": officers, "until": last, "taken": taken(said)}
        desk.in_meeting(Step(elect_officers, lambda _: fields))


def _officer(desk: Desk, words: str) -> Officer:
    office, equals, name = words.partition("=")
    if not equals or not office.strip() or not name.strip():
        raise Refused(f"{words!r} does not say who is elected to what.", 'Write: "Chair=Ms. A (Italy)"')
    office = office.strip()
    return Officer(office=office, person=desk.under_way.seal(name.strip(), f"the {office}", opened=True))


@officer.command()
@click.argument("who")
@act_options
@pass_room
def preside(room: Room, who: str, said: Said) -> None:
    """Record who takes the chair: an office, or a person by name.

    Example: nemcon officer preside Vice-Chair --at 2020-09-08T15:00
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(presiding(desk, desk.meeting()[1], who))


def presiding(desk: Desk, state: Meeting, who: str) -> Step:
    """The act by which `who` takes the chair. An office is recorded as it is; a name is sealed."""
    offices = {office.casefold(): office for office in (*state.officers.offices, "Chair", "Vice-Chair", "Secretary")}
    office = offices.get(who.strip().casefold())
    person = None if office else desk.under_way.seal(who.strip(), "the presiding officer", opened=True)
    return Step(take_chair, lambda _: {"office": office, "person": person})
