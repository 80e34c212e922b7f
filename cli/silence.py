"""`nemcon silence`: a text stands unless someone objects before a deadline."""

from __future__ import annotations

from pathlib import Path

import click

from cli import objections, rounds, silences
from cli.desk import Step, at_the_desk
from cli.find import find
from cli.letter import (
    deadline_options,
    deadline_typed,
    meeting_key,
    silence_meant,
    text_options,
    texts_typed,
    zone_of_body,
)
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.when import day_typed
from domain.announcing import announce, take_note
from domain.beginning import circulate, draft_text, note_agreement


@click.group()
def silence() -> None:
    """Silence procedures, from circulation to announcement.

    Example: nemcon silence circulate topics-2020 UNTOC-COP/XBUREAU "Topics for 2020" --until "2020-05-01 18:00"
    --at 2020-04-24T09:00
    """


for _command in (*rounds.COMMANDS, *objections.COMMANDS, *silences.COMMANDS):
    silence.add_command(_command)


@silence.command()
@click.argument("key")
@click.argument("body")
@click.argument("subject")
@act_options
@pass_room
def agreed(room: Room, key: str, body: str, subject: str, said: Said) -> None:
    """Record that a body agreed by silence on a day. Everything else may be unknown.

    Example: nemcon silence agreed plan-2020 UNTOC-COP/XBUREAU "Meeting plan for 2020" --at 2019-08-30
    """
    with at_the_desk(room, said) as desk:
        owner = find(desk.under_way.connection, "body", body).key
        fields = {"key": key, "body": owner, "subject": subject}
        desk.in_stream(
            "silence", f"{owner} {key}", Step(note_agreement, lambda _: fields), zone=zone_of_body(desk, owner)
        )


@silence.command()
@click.argument("key")
@click.argument("body")
@click.argument("subject")
@text_options
@act_options
@pass_room
def draft(
    room: Room,
    key: str,
    body: str,
    subject: str,
    files: tuple[Path, ...],
    languages: tuple[str, ...],
    said: Said,
) -> None:
    """Record a text that is to be put under silence. Nobody is asked before it is circulated.

    Example: nemcon silence draft topics-2020 UNTOC-COP/XBUREAU "Topics for 2020" --at 2020-04-20
    """
    with at_the_desk(room, said) as desk:
        owner = find(desk.under_way.connection, "body", body).key
        fields = {"key": key, "body": owner, "subject": subject, "texts": texts_typed(files, languages)}
        desk.in_stream("silence", f"{owner} {key}", Step(draft_text, lambda _: fields), zone=zone_of_body(desk, owner))


@silence.command("circulate")
@click.argument("key")
@click.argument("body")
@click.argument("subject")
@text_options
@click.option("--until", required=True, metavar='"DATE HH:MM"', help="The deadline, on the clock of --zone.")
@deadline_options
@click.option("--to", "addressees", multiple=True, metavar="WHO", help="An addressee; may be repeated.")
@click.option("--objections-to", multiple=True, metavar="WHO", help="Who must receive an objection; all of them must.")
@click.option("--at-meeting", metavar="KEY", help="The meeting at which it was proposed.")
@click.option("--bears-on", multiple=True, metavar="REF", help="What it concerns; may be repeated.")
@click.option("--basis", metavar="REF", help="What allows the procedure: a decision, a rule.")
@click.option("--basis-until", metavar="DATE", help="The last day of its validity.")
@act_options
@pass_room
def circulate_(
    room: Room,
    key: str,
    body: str,
    subject: str,
    files: tuple[Path, ...],
    languages: tuple[str, ...],
    until: str,
    zone: str | None,
    printed: str | None,
    addressees: tuple[str, ...],
    objections_to: tuple[str, ...],
    at_meeting: str | None,
    bears_on: tuple[str, ...],
    basis: str | None,
    basis_until: str | None,
    said: Said,
) -> None:
    """Put a text under silence until a deadline.

    Example: nemcon silence circulate topics-2020 UNTOC-COP/XBUREAU "Topics for 2020" --until "2020-05-01 18:00"
    --at 2020-04-24T09:00
    """
    with at_the_desk(room, said) as desk:
        owner = find(desk.under_way.connection, "body", body).key
        clock_of = zone or zone_of_body(desk, owner)
        fields = {
            "key": key,
            "body": owner,
            "subject": subject,
            "deadline": deadline_typed(until, clock_of, printed),
            "texts": texts_typed(files, languages),
            "addressees": addressees,
            "objections_to": objections_to,
            "at_meeting": meeting_key(desk, at_meeting),
            "bears_on": bears_on,
            "basis": basis,
            "basis_until": None if basis_until is None else day_typed(basis_until),
        }
        desk.in_stream("silence", f"{owner} {key}", Step(circulate, lambda _: fields), zone=clock_of)


@silence.command("announce")
@click.argument("key")
@click.option("--at-meeting", metavar="KEY", help="The meeting at which it was announced.")
@act_options
@pass_room
def announce_(room: Room, key: str, at_meeting: str | None, said: Said) -> None:
    """Announce the outcome. It is computed from the deadline and what was received.

    Example: nemcon silence announce topics-2020 --at 2020-05-02
    """
    with at_the_desk(room, said) as desk:
        natural, clock = silence_meant(desk, key)
        fields = {"at_meeting": meeting_key(desk, at_meeting)}
        desk.in_stream("silence", natural, Step(announce, lambda _: fields), zone=clock)


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
        natural, clock = silence_meant(desk, key)
        fields = {"by_meeting": meeting_key(desk, by_meeting)}
        desk.in_stream("silence", natural, Step(take_note, lambda _: fields), zone=clock)
