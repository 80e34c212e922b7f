"""`nemcon officer`: the elected officers, who acts for them, and who presides."""

from __future__ import annotations

import json
from dataclasses import asdict
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from cli.desk import Desk, Step, at_the_desk, taken
from cli.errors import Refused
from cli.find import meeting_meant
from cli.officers import name_of, replaced, told
from cli.options import Said, View, act_options, meeting_option, view_options
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.officers import Officer, act_as, elect_officers, replace_officer, take_chair
from projections.officers import officers

if TYPE_CHECKING:
    from domain.meeting import Meeting
    from domain.values import Sealed


@click.group()
def officer() -> None:
    """The elected officers, who acts for them, and who presides.

    Example: nemcon officer elect "Chair=Ms. A (Italy)" --how acclamation --at 2020-09-08T10:10
    """


_UNTIL = click.option("--until", metavar="DATE", help="The end of the term, where it is not the meeting's.")


@officer.command()
@click.argument("elected", nargs=-1, required=True, metavar='"OFFICE=NAME"...')
@click.option("--since", metavar="DATE", help="The beginning of the term, where it is not at once.")
@_UNTIL
@act_options
@pass_room
def elect(room: Room, elected: tuple[str, ...], since: str | None, until: str | None, said: Said) -> None:
    """Elect officers, several in one decision. Names are sealed.

    Example: nemcon officer elect "Chair=Ms. A (Italy)" "Vice-Chair=Mr. B (Peru)" --at 2020-09-08T10:10
    """
    with at_the_desk(room, said) as desk:
        named = tuple(_officer(desk, one) for one in elected)
        first, last = (None if day is None else day_typed(day) for day in (since, until))
        fields = {"elected": named, "since": first, "until": last, "taken": taken(said)}
        desk.in_meeting(Step(elect_officers, lambda _: fields))


def _officer(desk: Desk, words: str) -> Officer:
    office, equals, name = words.partition("=")
    if not equals or not office.strip() or not name.strip():
        raise Refused(f"{words!r} does not say who is elected to what.", 'Write: "Chair=Ms. A (Italy)"')
    office = office.strip()
    return Officer(office=office, person=desk.under_way.seal(name.strip(), f"the {office}", opened=True))


@officer.command("replace")
@click.argument("officer", metavar='"OFFICE=NAME"')
@click.option("--for", "former", metavar="NAME", help="Who is replaced, where several hold the office.")
@_UNTIL
@act_options
@pass_room
def replace_(room: Room, officer: str, former: str | None, until: str | None, said: Said) -> None:
    """Put another person in an office for the rest of the term. With --how, the body decided it.

    Example: nemcon officer replace "Vice-Chair=Ms. C (Chile)" --for "Mr. B" --at 2020-09-09
    """
    with at_the_desk(room, said) as desk:
        named = _officer(desk, officer)
        last = None if until is None else day_typed(until)
        decided = taken(said) if said.how or said.tally or said.decision or said.same_decision or said.verb else None

        def fields(state: Meeting) -> dict[str, object]:
            gone = replaced(room, desk.under_way.connection, state.officers, named.office, former)
            return {"officer": named, "replaced": gone, "until": last, "taken": decided}

        desk.in_meeting(Step(replace_officer, fields))


@officer.command()
@click.argument("who")
@click.option("--as", "acts_as", required=True, metavar="OFFICE", help="The office in which they act.")
@act_options
@pass_room
def act(room: Room, who: str, acts_as: str, said: Said) -> None:
    """Record who acts in an office. The holder of another one, or a person by name. An acting Chair presides.

    Example: nemcon officer act Vice-Chair --as Chair --at 2020-09-08T10:05
    """
    with at_the_desk(room, said) as desk:
        office, person = _who(desk, desk.meeting()[1], who, f"the acting {acts_as}")
        desk.in_meeting(Step(act_as, lambda _: {"acts_as": acts_as, "office": office, "person": person}))


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
    """The act by which `who` takes the chair."""
    office, person = _who(desk, state, who, "the presiding officer")
    return Step(take_chair, lambda _: {"office": office, "person": person})


_PRESIDING = ("Chair", "Vice-Chair", "President", "Vice-President", "Secretary")
"""The offices that preside before anybody was elected."""


def _who(desk: Desk, state: Meeting, who: str, stands_for: str) -> tuple[str | None, Sealed | None]:
    """An office is recorded as it is; a name is sealed, unless it looks like an office that was mistyped."""
    offices = {office.casefold(): office for office in (*state.officers.offices, *_PRESIDING)}
    word = " ".join(who.split()).casefold().removeprefix("the ")
    office = offices.get(word)
    if office is None and (close := get_close_matches(word, offices, n=1, cutoff=0.75)):
        raise Refused(
            f"There is no office {who!r}.",
            f'The office: {offices[close[0]]}; a person is named with more than that: "Ms. A (Italy)"',
        )
    return office, None if office else desk.under_way.seal(who.strip(), stands_for, opened=True)


@officer.command("list")
@meeting_option
@view_options
@pass_room
def list_(room: Room, meeting: str | None, view: View) -> None:
    """List the officers and their terms, and who acts. With --on, those in office on that day.

    Example: nemcon officer list --on 2020-09-09
    """
    with room.reading() as now:
        named = meeting_meant(now, meeting)
    day = None if view.on is None else day_typed(view.on)
    with room.reading(view, named.stream) as connection:
        views = officers(connection, named.stream, day)
        if view.as_json:
            listed = [{**asdict(one), "name": name_of(room, connection, one)} for one in views]
            click.echo(json.dumps(listed, ensure_ascii=False, indent=2, default=str))
            return
        lines = [f"{told(room, connection, one)}{f'  [#{one.entry}]' if view.why else ''}" for one in views]
    click.echo("\n".join(lines) or f"No officer of {named.label} is in the record then.")
