"""`nemcon silence`: a text stands unless someone objects before a deadline."""

from __future__ import annotations

import json
from pathlib import Path

import click

from cli.desk import Desk, Step, at_the_desk, on_day
from cli.files import sha256_of
from cli.find import find
from cli.options import Said, View, act_options, view_options
from cli.room import Room, moment_of, pass_room
from cli.when import at_typed, moment_typed
from domain.silence import Deadline, announce, break_silence, circulate, note_agreement, take_note
from domain.values import zone_named
from projections import silence as register
from projections.papers import silence as paper
from projections.words import clock, long_day


@click.group()
def silence() -> None:
    """Silence procedures, from circulation to the announcement of the result.

    Example: nemcon silence circulate topics-2020 UNTOC-COP/XBUREAU "Topics for 2020" --until "2020-05-01 18:00"
    --at 2020-04-24T09:00
    """


def _zone(desk: Desk, body: str) -> str:
    facts = desk.under_way.context(desk.today().day).body(body)
    return facts.zone if facts else "UTC"


@silence.command()
@click.argument("key")
@click.argument("body")
@click.argument("subject")
@act_options
@pass_room
def agreed(room: Room, key: str, body: str, subject: str, said: Said) -> None:
    """Record that a body agreed by silence on a day, everything else being unknown.

    Example: nemcon silence agreed plan-2020 UNTOC-COP/XBUREAU "Meeting plan for 2020" --at 2019-08-30
    """
    with at_the_desk(room, said) as desk:
        owner = find(desk.under_way.connection, "body", body).key
        fields = {"key": key, "body": owner, "subject": subject}
        desk.in_stream("silence", f"{owner} {key}", Step(note_agreement, lambda _: fields), zone=_zone(desk, owner))


@silence.command("circulate")
@click.argument("key")
@click.argument("body")
@click.argument("subject")
@click.option("--text", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The file circulated.")
@click.option("--until", required=True, metavar='"DATE HH:MM"', help="The deadline, on the clock of --zone.")
@click.option("--zone", metavar="ZONE", help="The clock meant. Default: the body's.")
@click.option("--printed", metavar="WORDS", help='As the letter prints it: "6 p.m., Friday, 19 June".')
@click.option("--to", "addressees", multiple=True, metavar="WHO", help="An addressee; may be repeated.")
@click.option("--bears-on", multiple=True, metavar="REF", help="What it concerns; may be repeated.")
@act_options
@pass_room
def circulate_(
    room: Room,
    key: str,
    body: str,
    subject: str,
    text: Path | None,
    until: str,
    zone: str | None,
    printed: str | None,
    addressees: tuple[str, ...],
    bears_on: tuple[str, ...],
    said: Said,
) -> None:
    """Put a text under silence until a deadline.

    Example: nemcon silence circulate topics-2020 UNTOC-COP/XBUREAU "Topics for 2020" --until "2020-05-01 18:00"
    --at 2020-04-24T09:00
    """
    with at_the_desk(room, said) as desk:
        owner = find(desk.under_way.connection, "body", body).key
        clock_of = zone or _zone(desk, owner)
        fields = {
            "key": key,
            "body": owner,
            "subject": subject,
            "deadline": deadline_typed(until, clock_of, printed),
            "text_name": text.name if text else None,
            "text_sha256": sha256_of(text) if text else None,
            "addressees": addressees,
            "bears_on": bears_on,
        }
        desk.in_stream("silence", f"{owner} {key}", Step(circulate, lambda _: fields), zone=clock_of)


def deadline_typed(until: str, zone: str, printed: str | None) -> Deadline:
    """The deadline as typed, with the words the letter prints, or the field's where none are given."""
    instant = moment_typed(until, zone)
    words = printed or f"{clock(instant.time())}, {instant:%A}, {long_day(instant.date())}"
    return Deadline(instant=instant.astimezone(zone_named("UTC")), zone=zone, printed=words)


@silence.command("object")
@click.argument("key")
@click.option("--received", required=True, metavar="WHEN", help="When it was received: 2020-05-01T17:40.")
@click.option("--channel", type=click.Choice(["letter", "email", "orally"]), help="How it came.")
@click.option("--amendment", metavar="TEXT", help="The amendment asked for, where it is one.")
@act_options
@pass_room
def object_(room: Room, key: str, received: str, channel: str | None, amendment: str | None, said: Said) -> None:
    """Record an objection. Who objected (--from) is sealed.

    Example: nemcon silence object topics-2020 --received 2020-05-01T17:40 --channel letter --from "Delegation"
    """
    with at_the_desk(room, said) as desk:
        found = find(desk.under_way.connection, "silence", key)
        deadline = desk.under_way.chapter("silence", found.key).state.deadline
        zone = deadline.zone if deadline else "UTC"
        when = at_typed(received, zone, room.now(), None)
        instant = moment_typed(received, zone) if when.at is None else when.at
        fields = {
            "received": instant,
            "channel": channel,
            "amendment": amendment,
            "objector": desk.under_way.seal(said.origin, "a delegation") if said.origin else None,
        }
        desk.said = on_day(_unnamed(said), received)
        desk.in_stream("silence", found.key, Step(break_silence, lambda _: fields), zone=zone)


def _unnamed(said: Said) -> Said:
    """What was said, without who objected: that stands under its seal only."""
    return Said(**{**vars(said), "origin": None})


@silence.command("announce")
@click.argument("key")
@act_options
@pass_room
def announce_(room: Room, key: str, said: Said) -> None:
    """Announce the outcome, which is computed from the deadline and what was received.

    Example: nemcon silence announce topics-2020 --at 2020-05-02
    """
    with at_the_desk(room, said) as desk:
        found = find(desk.under_way.connection, "silence", key)
        desk.in_stream("silence", found.key, Step(announce), zone=_zone_of(desk, found.key))


def _zone_of(desk: Desk, key: str) -> str:
    state = desk.under_way.chapter("silence", key).state
    return state.deadline.zone if state.deadline else _zone(desk, state.body or "")


@silence.command()
@click.argument("key")
@click.option("--by-meeting", metavar="KEY", help="The meeting whose plenary took note.")
@act_options
@pass_room
def note(room: Room, key: str, by_meeting: str | None, said: Said) -> None:
    """Record that a plenary meeting took note of the outcome.

    Example: nemcon silence note topics-2020 --by-meeting wg7 --at 2020-09-08
    """
    with at_the_desk(room, said) as desk:
        connection = desk.under_way.connection
        found = find(connection, "silence", key)
        plenary = None if by_meeting is None else find(connection, "meeting", by_meeting).key
        step = Step(take_note, lambda _: {"by_meeting": plenary})
        desk.in_stream("silence", found.key, step, zone=_zone_of(desk, found.key))


@silence.command("list")
@view_options
@pass_room
def list_(room: Room, view: View) -> None:
    """The register of silence procedures.

    Example: nemcon silence list
    """
    with room.reading(view) as connection:
        _show(register.silences(connection, moment_of(view, room.now())), view)


@silence.command()
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


def _show(lines: list[register.SilenceLine], view: View) -> None:
    if view.as_json:
        click.echo(json.dumps(register.as_json(lines), ensure_ascii=False, indent=2))
    else:
        click.echo(paper.register(lines, why=view.why).rstrip())
