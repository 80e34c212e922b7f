"""`nemcon meeting`: when and where it is held, its opening and its closure."""

from __future__ import annotations

from datetime import date

import click

from cli.desk import Step, at_the_desk
from cli.errors import Refused
from cli.find import bases, find
from cli.officer import presiding as take_the_chair
from cli.options import Said, act_options
from cli.room import Room, pass_room
from cli.when import clock_typed, day_typed
from domain.closing import close_meeting
from domain.plenary import close_sitting, open_sitting
from domain.rescheduling import cancel_meeting, postpone_meeting, reconvene_meeting, relocate_meeting
from domain.schedule import permit_services, schedule_meeting
from domain.sittings import open_meeting
from domain.values import Language

_DATES = click.option("--dates", required=True, metavar="FROM..TO", help="2020-09-08..2020-09-09, or one day.")


def days_typed(words: str) -> tuple[date, date]:
    """The first and the last day of `2020-09-08..2020-09-09`, or of one day alone."""
    first, _, last = words.partition("..")
    return day_typed(first), day_typed(last or first)


@click.group()
def meeting() -> None:
    """The meeting itself. Scheduled, postponed, relocated, cancelled; opened and closed.

    Example: nemcon meeting open --at 2020-09-08T10:05
    """


@meeting.command()
@click.argument("key")
@click.argument("body")
@click.option("--ordinal", type=click.IntRange(1), metavar="N", help="7 for the seventh meeting.")
@click.option("--place", required=True, metavar="CITY", help="Where it is to be held.")
@_DATES
@click.option("--special", is_flag=True, help="A special session: its notice is another one.")
@click.option("--opens", metavar="HH:MM", help="The hour of the opening, on the clock of the place.")
@click.option("--pursuant-to", multiple=True, metavar="REF", help="The decision it is owed to; may be repeated.")
@act_options
@pass_room
def schedule(
    room: Room,
    key: str,
    body: str,
    ordinal: int | None,
    place: str,
    dates: str,
    special: bool,
    opens: str | None,
    pursuant_to: tuple[str, ...],
    said: Said,
) -> None:
    """Schedule a meeting under a key chosen once.

    Example: nemcon meeting schedule wg7 UNTOC-COP/WG.7 --ordinal 7 --place Vienna --dates 2020-09-08..2020-09-09
    --at 2019-08-30
    """
    starts, ends = days_typed(dates)
    with at_the_desk(room, said) as desk:
        connection = desk.under_way.connection
        owner = find(connection, "body", body).key
        facts = desk.under_way.context(starts).body(owner)
        fields = {
            "key": key,
            "body": owner,
            "ordinal": ordinal,
            "place": place,
            "starts": starts,
            "ends": ends,
            "opens": None if opens is None else clock_typed(opens),
            "pursuant_to": bases(connection, pursuant_to),
            "special": special,
        }
        zone = facts.zone if facts else "UTC"
        desk.in_stream("meeting", f"{owner} {key.lower()}", Step(schedule_meeting, lambda _: fields), zone=zone)


@meeting.command()
@click.argument("key", required=False)
@_DATES
@act_options
@pass_room
def postpone(room: Room, key: str | None, dates: str, said: Said) -> None:
    """Set other days for the meeting.

    Example: nemcon meeting postpone wg7 --dates 2021-09-08..2021-09-09 --at 2020-07-01
    """
    starts, ends = days_typed(dates)
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(postpone_meeting, lambda _: {"starts": starts, "ends": ends}), key=key)


@meeting.command()
@click.argument("key", required=False)
@_DATES
@act_options
@pass_room
def reconvene(room: Room, key: str | None, dates: str, said: Said) -> None:
    """Set further days for a meeting that has begun. It goes on, or is opened anew, under its number.

    Example: nemcon meeting reconvene wg7 --dates 2020-12-02..2020-12-04 --at 2020-09-09
    """
    starts, ends = days_typed(dates)
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(reconvene_meeting, lambda _: {"starts": starts, "ends": ends}), key=key)


@meeting.command()
@click.argument("key", required=False)
@click.option("--place", required=True, metavar="CITY", help="The other place.")
@act_options
@pass_room
def relocate(room: Room, key: str | None, place: str, said: Said) -> None:
    """Set another place for the meeting.

    Example: nemcon meeting relocate wg7 --place Geneva --at 2020-07-01
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(relocate_meeting, lambda _: {"place": place}), key=key)


@meeting.command()
@click.argument("key", required=False)
@act_options
@pass_room
def cancel(room: Room, key: str | None, said: Said) -> None:
    """Cancel the meeting; its papers stay in the record.

    Example: nemcon meeting cancel wg7 --at 2020-07-01
    """
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(cancel_meeting), key=key)


@meeting.command()
@click.argument("key", required=False)
@click.option("--sittings", type=click.IntRange(1), required=True, metavar="N", help="How many sittings.")
@click.option("--languages", required=True, metavar="LIST", help="ar,zh,en,fr,ru,es")
@act_options
@pass_room
def services(room: Room, key: str | None, sittings: int, languages: str, said: Said) -> None:
    """Record what conference services permit.

    Example: nemcon meeting services wg7 --sittings 4 --languages ar,zh,en,fr,ru,es --at 2020-06-04
    """
    fields = {"sittings": sittings, "languages": languages_typed(languages)}
    with at_the_desk(room, said) as desk:
        desk.in_meeting(Step(permit_services, lambda _: fields), key=key)


def languages_typed(words: str) -> tuple[Language, ...]:
    """The official languages named by their codes."""
    try:
        return tuple(Language(word.strip()) for word in words.split(","))
    except ValueError as error:
        raise Refused(f"{error}.", f"The official languages are {', '.join(Language)}.") from error


@meeting.command("open")
@click.option("--presiding", metavar="WHO", help="The office or the person in the chair.")
@act_options
@pass_room
def open_(room: Room, presiding: str | None, said: Said) -> None:
    """Open the meeting formally. Its first sitting opens with it where none is open.

    Example: nemcon meeting open --presiding Chair --at 2020-09-08T10:05
    """
    with at_the_desk(room, said) as desk:
        _natural, state = desk.meeting()
        held = state.sittings.now or (state.sittings.parts and not state.sittings.awaited)
        steps = [] if held else [Step(open_sitting, lambda then: {"number": then.sittings.last + 1})]
        steps.append(Step(open_meeting))
        if presiding is not None:
            steps.append(take_the_chair(desk, state, presiding))
        desk.in_meeting(*steps)


@meeting.command("close")
@click.option("--remaining", type=click.Choice(["carry", "defer", "lapse"]), help="What becomes of the items left.")
@act_options
@pass_room
def close(room: Room, remaining: str | None, said: Said) -> None:
    """Close the meeting formally; its open sitting closes with it.

    Example: nemcon meeting close --at 2020-09-09T17:40
    """
    with at_the_desk(room, said) as desk:
        number = desk.meeting()[1].sittings.now
        steps = [Step(close_meeting, lambda _: {"remaining": remaining})]
        if number is not None:
            steps.append(Step(close_sitting, lambda _: {"number": number}))
        desk.in_meeting(*steps)
